// Sortnames puts names into the order of official Chinese lists, explains the
// order, or checks a list that claims it.
//
//	sortnames [-order surname-strokes|fullname-strokes|pinyin] [-latin first|last|error] [-explain] [-check] [FILE]
//
// It reads FILE, or standard input, one name a line as lists print it; empty lines
// and lines that begin with # are left out. It writes the names as given, in order,
// one a line. With -explain it writes instead, for each two neighbours of the
// ordered list, a line
//
//	a<TAB>b<TAB>rule<TAB>detail
//
// and with -check, for each two neighbours of the list as it stands of which b
// should come before a, with the line of b in the input,
//
//	line<TAB>a<TAB>b<TAB>rule
//
// Rules are stroke-count, stroke-sequence, table-order, blank, shorter, syllable,
// tone and same; where Latin letters decide, latin or letter.
//
// What a person should look at goes to standard error, one line each: characters
// outside the standard table, surnames whose reading is not in the table of
// surnames, names that occur twice, which keep their order. The exit code is 0, or
// 1 if -check finds the order broken, or 2 if the input cannot be used: unknown
// flags, text that is not UTF-8, a line without a name, Latin names unless -latin
// gives them a place.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/nameorder"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

const (
	done     = 0
	broken   = 1
	badInput = 2
)

// An entry is one name of the list.
type entry struct {
	line int    // in the input, from 1
	text string // as given
	name nameorder.Name
}

// cell returns the text of e for a cell of a table.
func (e entry) cell() string { return strings.ReplaceAll(e.text, "\t", " ") }

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("sortnames", flag.ContinueOnError)
	flags.SetOutput(stderr)
	scheme, opts := nameorder.BySurnameStrokes, nameorder.Options{}
	flags.TextVar(&scheme, "order", scheme, "`order`: surname-strokes, fullname-strokes or pinyin")
	flags.TextVar(&opts.Latin, "latin", opts.Latin, "`place` of names in Latin letters: first, last or error")
	explain := flags.Bool("explain", false, "say which rule decides between neighbours")
	verify := flags.Bool("check", false, "check the order of the list as it stands")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return done
	case err != nil:
		return badInput
	}
	if *explain && *verify || flags.NArg() > 1 {
		fmt.Fprintln(stderr, "sortnames: want at most one of -explain and -check, and at most one FILE")
		return badInput
	}
	text, err := read(flags.Arg(0), stdin)
	if err != nil {
		fmt.Fprintln(stderr, "sortnames:", err)
		return badInput
	}
	order, err := nameorder.New(scheme, &opts)
	if err != nil {
		fmt.Fprintln(stderr, "sortnames:", err)
		return badInput
	}
	list, usable := parse(text, order, stderr)
	switch {
	case !usable:
		return badInput
	case *verify:
		return checkOrder(list, order, stdout)
	}
	nameorder.Sort(order, list, func(e entry) nameorder.Name { return e.name })
	for i, e := range list {
		switch {
		case !*explain:
			fmt.Fprintln(stdout, e.text)
		case i > 0:
			reasons := order.Explain(list[i-1].name, e.name)
			fmt.Fprintf(stdout, "%s\t%s\t%s\t%s\n", list[i-1].cell(), e.cell(), rule(reasons), check.Sentences(check.En, nil, reasons...))
		}
	}
	return done
}

func read(file string, stdin io.Reader) (string, error) {
	if file == "" {
		data, err := io.ReadAll(stdin)
		return string(data), err
	}
	data, err := os.ReadFile(file)
	return string(data), err
}

// parse reads the list and prints what a person should look at. The list is not
// usable if a finding is an error.
func parse(text string, order nameorder.Order, stderr io.Writer) (list []entry, usable bool) {
	usable = true
	var names []nameorder.Name
	var found []check.Problems
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(text, "\uFEFF")) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, problems := nameorder.Parse(line)
		if !problems.Failed() {
			problems.In("", order.Check(name))
		}
		list = append(list, entry{n, line, name})
		names, found = append(names, name), append(found, problems)
	}
	first := map[int]entry{} // of the same name, by index
	for _, group := range order.Ties(names) {
		for _, i := range group[1:] {
			first[i] = list[group[0]]
		}
	}
	for i, e := range list {
		for p := range found[i].All() {
			fmt.Fprintf(stderr, "line %d: name: %s: %s\n", e.line, p.Severity(), p.Text(check.En, nil))
		}
		usable = usable && !found[i].Failed()
		if f, ok := first[i]; ok && !found[i].Failed() {
			fmt.Fprintf(stderr, "line %d: name: warning: %q is the same name as %q of line %d; they keep their order\n", e.line, e.name, f.name, f.line)
		}
	}
	return list, usable
}

// checkOrder prints where the list breaks the order.
func checkOrder(list []entry, order nameorder.Order, stdout io.Writer) int {
	names := make([]nameorder.Name, len(list))
	for i, e := range list {
		names[i] = e.name
	}
	inversions := order.Inversions(names)
	for _, v := range inversions {
		a, b := list[v.Index-1], list[v.Index]
		fmt.Fprintf(stdout, "%d\t%s\t%s\t%s\n", b.line, a.cell(), b.cell(), rule(v.Reasons))
	}
	if len(inversions) > 0 {
		return broken
	}
	return done
}

// rule returns the name of the rule that decides.
func rule(reasons []check.Reason) string {
	return strings.TrimPrefix(string(reasons[len(reasons)-1].Code()), "nameorder/")
}
