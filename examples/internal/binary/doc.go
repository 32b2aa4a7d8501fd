// Package binary lets tests run the examples as a user does: as programs, with
// arguments, standard input, standard output, standard error and an exit code.
//
// [Run] builds the example once for the whole test process and starts it in an
// empty folder; [RunIn] starts it in a given one, so that it can read and leave
// files. [Golden] compares what it wrote with a file under testdata, which
//
//	go test ./examples/rostrum -update
//
// writes anew. Read the difference before it is committed.
//
// Where a program cannot be started (WebAssembly, an emulator of another
// architecture, no go tool) the calling test is skipped and says why.
package binary
