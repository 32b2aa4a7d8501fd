// Package examples holds one program a folder, each runnable with go run, and
// the tests that look at the module as a whole:
//
//   - arrows: which package may import which, and what lies at the top level;
//   - purity: library code reads no clock, no file and no randomness, starts no
//     goroutine, keeps no variable that can change and decides nothing by floats;
//   - sums: a type switch over a closed set of types names all of them;
//   - documented: every exported name says what it is;
//   - rules: every rule is listed, complete, and used with its arguments;
//   - texts: web addresses are official, no path of a machine is left behind.
//
// Each of these guards reads the source of the module and returns what it found;
// each is shown a source that it must not let pass.
package examples
