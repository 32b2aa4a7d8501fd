// Docnumber reads document numbers as people write them and says what they are.
//
//	docnumber [FILE]
//
// It reads FILE, or standard input, one number a line, and writes for each a line
//
//	input<TAB>class<TAB>canonical form<TAB>diagnoses
//
// with the classes of [symbol.Class], such as wenhao, order, un, other and none. The
// canonical form is empty if there is none: the number is of another family, or to
// write it as the standard asks one would have to guess. Diagnoses are codes such as
// bracket or padding, by their places, separated by commas, and empty for a number
// that is well written; what they mean goes to standard error, one line each, with
// the line of the input. A tab in the input is written as a space.
//
// The exit code is 0, or 2 if the input cannot be read.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path"
	"strings"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster/check"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

const (
	done     = 0
	badInput = 2
)

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("docnumber", flag.ContinueOnError)
	flags.SetOutput(stderr)
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return done
	case err != nil:
		return badInput
	}
	text, err := read(flags.Args(), stdin)
	if err != nil {
		fmt.Fprintln(stderr, "docnumber:", err)
		return badInput
	}
	out := bufio.NewWriter(stdout)
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(text, "\uFEFF")) {
		n++
		line = strings.TrimRight(line, "\r\n")
		number, found := symbol.Parse(line)
		var codes []string
		for p := range found.All() {
			codes = append(codes, path.Base(string(p.Code())))
			fmt.Fprintf(stderr, "line %d: number: %s: %s\n", n, p.Severity(), p.Text(check.En, nil))
		}
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", cell(line), number.Class(), number.Canonical(), strings.Join(codes, ","))
	}
	if err := out.Flush(); err != nil {
		fmt.Fprintln(stderr, "docnumber:", err)
		return badInput
	}
	return done
}

func read(files []string, stdin io.Reader) (string, error) {
	var data []byte
	var err error
	switch len(files) {
	case 0:
		data, err = io.ReadAll(stdin)
	case 1:
		data, err = os.ReadFile(files[0])
	default:
		err = errors.New("want at most one FILE")
	}
	return string(data), err
}

// cell returns a line of the input as a cell of a table in UTF-8.
func cell(s string) string {
	return strings.ToValidUTF8(strings.ReplaceAll(s, "\t", " "), "\uFFFD")
}
