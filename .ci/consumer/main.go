// Command oa is an office system that a stranger might write on top of huiwu: it
// uses what the packages export, and nothing else. It shows that the parts fit
// together from outside, and keeps a reader of their documentation honest.
package main

import (
	"fmt"
	"io"
	"os"
)

func main() {
	for _, part := range parts {
		fmt.Printf("== %s\n", part.name)
		if err := part.run(os.Stdout); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", part.name, err)
			os.Exit(1)
		}
	}
}

// parts are what the system does, in the order of its menu.
var parts = []struct {
	name string
	run  func(io.Writer) error
}{
	{"registration form", registration},
	{"list of delegates", delegates},
	{"supervision", supervision},
	{"rostrum", rostrum},
	{"hall", hall},
	{"dinner", dinner},
	{"linked plans", linked},
	{"papers", papers},
	{"proof reading", proofs},
	{"meeting", event},
}

// expect is an error unless got is what the office knows to be right.
func expect(what, got, want string) error {
	if got != want {
		return fmt.Errorf("%s: got %q, want %q", what, got, want)
	}
	return nil
}
