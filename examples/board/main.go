// Board follows what a government's meetings decided over one quarter, from January to
// March 2026: a few dozen items, six lead bodies, the long holiday of the Spring Festival
// with its make-up days, and everything that can happen to an item.
//
//	board [-lang zh|en]
//
// It writes, for each week, how many items are open, overdue and under which light, and the
// digest of each person who is reminded; at the end the circular of the quarter with its
// scores, the feedback to the convener of the meetings, the periodic reports that were late
// or missed, when the open items can be done and which of them decide the end, and what was
// entered and refused. All names are invented.
//
// The exit code is 0, 1 if something in the quarter does not add up, 2 for wrong arguments.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/huiwu-go/huiwu/roster/check"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("board", flag.ContinueOnError)
	flags.SetOutput(stderr)
	lang := flags.String("lang", "zh", "language of the output, zh or en")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	j := job{lang: check.ZhHans}
	switch *lang {
	case "zh":
	case "en":
		j.lang = check.En
	default:
		fmt.Fprintf(stderr, "board: language %q is none of zh, en\n", *lang)
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "board: unexpected argument %q\n", flags.Arg(0))
		return 2
	}
	if err := j.quarter(); err != nil {
		fmt.Fprintf(stderr, "board: %v\n", err)
		return 1
	}
	if _, err := stdout.Write(j.out); err != nil {
		fmt.Fprintf(stderr, "board: %v\n", err)
		return 1
	}
	return 0
}
