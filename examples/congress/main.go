// Congress runs the main job of a meeting office from end to end on a dossier of
// its own: a provincial congress of six days with 1,204 persons.
//
//	go run ./examples/congress [-out DIR] [-lang zh|en]
//
// It prints a report in named sections: the ordered roster, the groups, the seats,
// a leader who does not come, papers that come back to three desks, and what was
// decided. With -out it also writes drawings (SVG), tables (TSV), a calendar (ICS),
// place cards and the documents of the library (JSON, JSON lines) into DIR. The
// province and everyone in it are made up.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/huiwu-go/huiwu/roster/check"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is main without its process: 0 on success, 1 if a result could not be
// written, 2 on bad arguments.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("congress", flag.ContinueOnError)
	flags.SetOutput(stderr)
	out := flags.String("out", "", "also write drawings, tables, calendar and cards into `DIR`")
	lang := flags.String("lang", "zh", "language of the sentences, `zh|en`")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	l, ok := map[string]check.Lang{"zh": check.ZhHans, "en": check.En}[*lang]
	if !ok || flags.NArg() > 0 {
		fmt.Fprintf(stderr, "congress: -lang is zh or en, and there are no other arguments: %q %q\n", *lang, flags.Args())
		return 2
	}
	j, err := newJob(l)
	if err == nil {
		err = j.run()
	}
	if err != nil {
		fmt.Fprintln(stderr, "congress:", err)
		return 1
	}
	if _, err := stdout.Write(j.text.Bytes()); err != nil {
		fmt.Fprintln(stderr, "congress:", err)
		return 1
	}
	if *out == "" {
		return 0
	}
	if err := j.write(*out); err != nil {
		fmt.Fprintln(stderr, "congress:", err)
		return 1
	}
	return 0
}

// write puts the files of the job into a folder, which is made if it is not there.
func (j *job) write(dir string) error {
	for _, f := range j.files {
		path := filepath.Join(dir, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, f.data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
