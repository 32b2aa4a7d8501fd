// Rostrum seats people on a rostrum (主席台) and prints who sits where.
//
//	rostrum -n N [-convention NAME] [-view audience|rostrum] [-rows 5,6] [-names] [-svg FILE]
//	rostrum -conventions
//
// It writes the ranks from left to right as the audience sees them, or as those on
// the rostrum do, who face the audience; a row a line, the front row first, ranks
// separated by spaces. With -names it reads one name a line in order of rank from
// standard input, empty lines and lines that begin with # left out, and writes
// names separated by tabs; then -n may be left out, and must otherwise equal the
// number of names. Without -rows everybody sits in one row; the rows must add up
// to the number of people. -svg draws the plan into a file as well.
//
// The convention is cn-gov unless another one is named. -conventions lists them,
// one a line: name, options, what it covers and its source, separated by tabs.
//
// Findings go to standard error, one line each. The exit code is 0, or 2 if the
// input cannot be used: no number of people, rows that do not add up, a convention
// that is not known or that has no rule for a rostrum, names that cannot be
// printed in a line.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
	"github.com/huiwu-go/huiwu/seating/chart"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

const (
	done     = 0
	badInput = 2
)

// views are the readers by the names they have on the command line.
var views = map[string]seating.View{"audience": seating.FromHall, "rostrum": seating.FromRostrum}

// A job is what the command line asks for.
type job struct {
	people     int
	convention string
	view       string
	rows       string
	named      bool
	svg        string
	list       bool
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	var j job
	flags := flag.NewFlagSet("rostrum", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.IntVar(&j.people, "n", 0, "`number` of people")
	flags.StringVar(&j.convention, "convention", "cn-gov", "`name` of a convention")
	flags.StringVar(&j.view, "view", "audience", "who reads the rows: audience or rostrum")
	flags.StringVar(&j.rows, "rows", "", "chairs of each `row`, front row first, as in 5,6")
	flags.BoolVar(&j.named, "names", false, "read names in order of rank from standard input")
	flags.StringVar(&j.svg, "svg", "", "draw the plan into a `file`")
	flags.BoolVar(&j.list, "conventions", false, "list the conventions")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return done
	case err != nil:
		return badInput
	case flags.NArg() > 0:
		fmt.Fprintf(stderr, "rostrum: unexpected argument %q\n", flags.Arg(0))
		return badInput
	case j.list:
		conventions(stdout)
		return done
	}
	counted := false
	flags.Visit(func(f *flag.Flag) { counted = counted || f.Name == "n" })
	if err := j.do(counted, stdin, stdout, stderr); err != nil {
		report(stderr, err)
		return badInput
	}
	return done
}

// report prints each finding on a line, or any other error as it is.
func report(stderr io.Writer, err error) {
	if found, ok := errors.AsType[check.Problems](err); ok {
		fmt.Fprint(stderr, found.Text(check.En, nil))
		return
	}
	fmt.Fprintln(stderr, "rostrum:", err)
}

// conventions lists the presets.
func conventions(stdout io.Writer) {
	for _, c := range seating.Presets() {
		var options, covers []string
		for o := range c.Options() {
			_, field, _ := strings.Cut(o.Field, ".")
			options = append(options, field+"="+o.Token)
		}
		for _, topic := range c.Covers() {
			covers = append(covers, topic.Term("").En)
		}
		_, source := c.Describe("")
		fmt.Fprintf(stdout, "%s\t%s\t%s\t%s\n", c.Name, strings.Join(options, " "), strings.Join(covers, "; "), source)
	}
}

func (j job) do(counted bool, stdin io.Reader, stdout, stderr io.Writer) error {
	view, known := views[j.view]
	if !known {
		return fmt.Errorf("view %q is neither audience nor rostrum", j.view)
	}
	convention, err := seating.PresetNamed(j.convention)
	if err != nil {
		return err
	}
	var names []string
	if j.named {
		if names, err = readNames(stdin, stderr); err != nil {
			return err
		}
		if counted && j.people != len(names) {
			return fmt.Errorf("-n says %d people, and there are %d names", j.people, len(names))
		}
		j.people = len(names)
	} else if !counted {
		return errors.New("how many people? give -n, or -names")
	}
	stage, err := j.stage()
	if err != nil {
		return err
	}
	plan, err := seating.Arrange(stage, guests(j.people), convention)
	if err != nil {
		return err
	}
	rows, err := plan.Rows(view)
	if err != nil {
		return err
	}
	if j.svg != "" {
		if err := draw(j.svg, plan, view, names); err != nil {
			return err
		}
	}
	for row := range rows {
		fmt.Fprintln(stdout, line(row, names))
	}
	return nil
}

// guests returns n people of whom nothing but the rank is known.
func guests(n int) []seating.Guest {
	all := make([]seating.Guest, min(max(n, 0), seating.MaxRostrum+1))
	for i := range all {
		all[i] = seating.Guest{ID: roster.PersonID(strconv.Itoa(i + 1)), Order: i + 1}
	}
	return all
}

// stage returns the rostrum with the rows asked for.
func (j job) stage() (seating.Setting, error) {
	rostrum := &seating.Rostrum{}
	total := 0
	if j.rows != "" {
		for field := range strings.SplitSeq(j.rows, ",") {
			seats, err := strconv.Atoi(strings.TrimSpace(field))
			if err != nil || seats < 1 || seats > seating.MaxRostrum {
				return seating.Setting{}, fmt.Errorf("rows %q: %q is not a number of chairs from 1 to %d", j.rows, field, seating.MaxRostrum)
			}
			rostrum.Rows = append(rostrum.Rows, seating.RostrumRow{Seats: seats})
			total += seats
		}
		if total != j.people {
			return seating.Setting{}, fmt.Errorf("rows %q have %d chairs for %d people", j.rows, total, j.people)
		}
	}
	return seating.Setting{Rostrum: rostrum}, nil
}

// line is one row as it is printed.
func line(row seating.SeenRow, names []string) string {
	cells := make([]string, len(row.Places))
	for i, place := range row.Places {
		cells[i] = strconv.Itoa(place.Rank)
		if names != nil {
			cells[i] = names[place.Rank-1]
		}
	}
	if names != nil {
		return strings.Join(cells, "\t")
	}
	return strings.Join(cells, " ")
}

func draw(file string, plan seating.Plan, view seating.View, names []string) error {
	o := &chart.Options{Names: func(_, id string) string {
		if n, err := strconv.Atoi(id); err == nil && n <= len(names) {
			return names[n-1]
		}
		return id
	}}
	svg, err := chart.AppendSVG(nil, plan, view, o)
	if err != nil {
		return err
	}
	return os.WriteFile(file, svg, 0o644)
}

// readNames reads one name a line. A name that occurs twice is only worth a look:
// people may share a name.
func readNames(stdin io.Reader, stderr io.Writer) ([]string, error) {
	data, err := io.ReadAll(stdin)
	if err != nil {
		return nil, err
	}
	names, seen, n := []string{}, map[string]int{}, 0
	for text := range strings.SplitSeq(strings.TrimPrefix(string(data), "\ufeff"), "\n") {
		n++
		name := strings.TrimSpace(text)
		if name == "" || strings.HasPrefix(name, "#") {
			continue
		}
		if !utf8.ValidString(name) {
			return nil, fmt.Errorf("line %d: not UTF-8", n)
		}
		if strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) && r != '\u3000' }) {
			return nil, fmt.Errorf("line %d: the name %.60q holds characters that do not show", n, name)
		}
		if first := seen[name]; first > 0 {
			fmt.Fprintf(stderr, "line %d: %s stands in line %d too: is it the same person?\n", n, name, first)
		} else {
			seen[name] = n
		}
		names = append(names, name)
	}
	return slices.Clip(names), nil
}
