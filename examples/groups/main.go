// Groups divides people into groups: of the greatest difference, by an instance of
// the maximally diverse grouping problem, or as even as can be, by a list of people.
//
//	groups [-format mdgp|csv] [-groups K] [-seed S] [-steps N] FILE
//
// FILE, or standard input if it is missing or -, is read as mdgp unless its name ends
// in .csv or -format says otherwise.
//
// An instance begins with a line of n, the number G of groups, ss or ds (groups of
// one size or of sizes between bounds) and the least and greatest size of each
// group; then follows for each two of the people 0 to n−1 a line i j d with their
// distance. Distances are decimals without sign or exponent. The groups are chosen
// for the greatest sum of the distances of all two people who share one.
//
// A list is CSV in UTF-8 whose first line names the columns: id, then, if there is
// one, name, and any others. Each of the others is an attribute to be spread evenly
// over K groups of sizes that differ by at most one; an empty cell is no value. The
// groups are chosen for the least excess over the even spread, 0 if it is reached.
//
// Standard output has a line each of
//
//	objective<TAB>value
//	bound<TAB>value
//	group<TAB>k<TAB>member<TAB>...
//
// with k from 1. The objective is in the units of the file, to the last decimal; no
// grouping is better than the bound, which is "-" if there is none. Members are the
// numbers of the instance or the ids of the list, in the order of the file.
//
// The same FILE, seed and steps give the same output. Steps are groupings tried; if
// they are not given, about a second's worth are. The exit code is 0, or 2 if the
// input cannot be used or no grouping fits it.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/huiwu-go/huiwu/roster/grouping"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

const (
	done     = 0
	badInput = 2
)

// A task is a problem read from a file, with what its figures mean there.
type task struct {
	problem grouping.Problem
	steps   int64                       // if the caller names none
	figure  func(grouping.Value) string // a value in the units of the file
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("groups", flag.ContinueOnError)
	flags.SetOutput(stderr)
	format := flags.String("format", "", "`format` of FILE: mdgp or csv (by default csv if its name ends so, else mdgp)")
	groups := flags.Int("groups", 0, "`number` of groups; an instance names its own")
	seed := flags.Uint64("seed", 0, "`seed` of the random numbers")
	steps := flags.Int64("steps", 0, "groupings to `try`; 0 is about a second's worth")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return done
	case err != nil:
		return badInput
	}
	fail := func(err error) int {
		fmt.Fprintln(stderr, "groups:", err)
		return badInput
	}
	if flags.NArg() > 1 {
		return fail(errors.New("want at most one FILE; flags come before it"))
	}
	if *groups < 0 || *steps < 0 {
		return fail(errors.New("-groups and -steps are not negative"))
	}
	name := flags.Arg(0)
	if *format == "" {
		*format = "mdgp"
		if strings.HasSuffix(strings.ToLower(name), ".csv") {
			*format = "csv"
		}
	}
	read := map[string]func([]byte, int) (task, error){"mdgp": readInstance, "csv": readList}[*format]
	if read == nil {
		return fail(fmt.Errorf("-format is mdgp or csv, not %q", *format))
	}
	data, err := load(name, stdin)
	if err != nil {
		return fail(err)
	}
	t, err := read(bytes.TrimPrefix(data, []byte("\uFEFF")), *groups)
	if err != nil {
		return fail(err)
	}
	if *steps == 0 {
		*steps = t.steps
	}
	g, err := grouping.Allocate(context.Background(), t.problem, &grouping.Options{Seed: *seed, MaxSteps: *steps})
	if err != nil {
		return fail(err)
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "objective\t%s\n", t.figure(g.Value()))
	fmt.Fprintf(&out, "bound\t%s\n", t.figure(g.Bound()))
	k := 0
	for _, members := range g.All() {
		k++
		fmt.Fprintf(&out, "group\t%d", k)
		for _, id := range members {
			fmt.Fprintf(&out, "\t%s", id)
		}
		fmt.Fprintln(&out)
	}
	if _, err := stdout.Write(out.Bytes()); err != nil {
		return fail(err)
	}
	return done
}

func load(name string, stdin io.Reader) ([]byte, error) {
	if name == "" || name == "-" {
		return io.ReadAll(stdin)
	}
	return os.ReadFile(name)
}
