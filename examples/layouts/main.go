// Command layouts draws every layout that the module seats, each with constructed
// people, into a folder, which is made if it is not there: a sheet as SVG and the same as plain text.
//
//	layouts -out DIR
//
// It prints the names of the files. A fault is reported on standard error with exit
// status 2.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/huiwu-go/huiwu/seating"
	"github.com/huiwu-go/huiwu/seating/chart"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("layouts", flag.ContinueOnError)
	flags.SetOutput(stderr)
	out := flags.String("out", "", "the folder for the drawings, made if it is not there")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if *out == "" || flags.NArg() > 0 {
		fmt.Fprintln(stderr, "layouts: give -out DIR and nothing else")
		return 2
	}
	if err := os.MkdirAll(*out, 0o755); err != nil {
		fmt.Fprintln(stderr, "layouts:", err)
		return 2
	}
	for _, d := range drawings() {
		if err := d.write(*out, stdout); err != nil {
			fmt.Fprintf(stderr, "layouts: %s: %v\n", d.file, err)
			return 2
		}
	}
	return 0
}

// write draws a layout as SVG and as text, and prints the names of both files.
func (d drawing) write(dir string, stdout io.Writer) error {
	plan, err := seating.Arrange(d.setting, d.guests, d.convention)
	if err != nil {
		return err
	}
	o := &chart.Options{Title: d.title, Names: name}
	svg, err := chart.AppendSVG(nil, plan, d.view, o)
	if err != nil {
		return err
	}
	text, err := chart.AppendText(nil, plan, d.view, o)
	if err != nil {
		return err
	}
	for _, f := range []struct {
		name string
		data []byte
	}{{d.file + ".svg", svg}, {d.file + ".txt", text}} {
		if err := os.WriteFile(filepath.Join(dir, f.name), f.data, 0o644); err != nil {
			return err
		}
		fmt.Fprintln(stdout, f.name)
	}
	return nil
}
