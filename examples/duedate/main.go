// Duedate answers questions about working days and periods, with reasons.
//
//	duedate [-lang en|zh] [FILE]
//
// It reads a CSV table from FILE, or from standard input, with the columns id, rule,
// calendar, start and param, and writes for each row a line
//
//	id<TAB>value<TAB>reason
//
// where value is a date, a moment, a number, or the word error. The start is a date, or
// a moment such as 2026-03-02T10:20 from which hours run. Rules are
//
//	add_workdays               param working days after the start, negative before it
//	add_workdays_roll_start    the same from the next working day if the start is none
//	count_workdays_inclusive   working days from the start to the date param, both included
//	roll_forward               the start, or the next working day
//	roll_backward              the start, or the working day before
//	roll_modified              the next working day, but within the month of the start
//	first_workday_of_month     of the month of the start
//	last_workday_of_month      of the month of the start
//	nth_workday_of_month       number param, counted from the end if negative
//	limit_POLICY               a phrase such as 5个工作日内 or "by Friday"
//	period_POLICY              a period such as "15 days", "-1 month" or "24 hours"
//
// and POLICY is cn_civil, cn_civil_statutory, cn_procedure, cn_workdays, eu, frcp,
// frcp_forward, frcp_backward, frcp_pre2009 or council_of_europe. Calendars are
//
//	CN                         the mainland of China by the notices of 2019 to 2026
//	EU-weekends                Saturdays and Sundays
//	EU-institutions-Brussels   the published lists of 2014 and 2023, also -Luxembourg
//	US-federal                 federal holidays of the United States
//	US-federal-2007            Saturdays, Sundays and the federal holidays of 2007
//	US-July4-observed-only     Saturdays, Sundays and the observed Independence Day
//	holidays D…; extra D…      Saturdays, Sundays and the dates given, of which the extra
//	                           ones are working days; either part may be left out
//
// A row that has no answer, such as one that needs a year without a notice, has the
// value error and says why. The exit code is 0, or 2 if the table cannot be read.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

const (
	done     = 0
	badInput = 2
)

var columns = []wire.Column{
	{Name: "id", Required: true},
	{Name: "rule", Required: true},
	{Name: "calendar", Required: true},
	{Name: "start", Required: true},
	{Name: "param", Required: true},
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("duedate", flag.ContinueOnError)
	flags.SetOutput(stderr)
	lang := check.En
	flags.TextVar(&lang, "lang", lang, "`language` of the reasons: en or zh")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return done
	case err != nil:
		return badInput
	}
	if flags.NArg() > 1 {
		fmt.Fprintln(stderr, "duedate: want at most one FILE")
		return badInput
	}
	data, err := read(flags.Arg(0), stdin)
	if err != nil {
		fmt.Fprintln(stderr, "duedate:", err)
		return badInput
	}
	table := wire.CSV{Open: true}.Parse(data, columns)
	usable := true
	for p := range table.Problems().All() {
		fmt.Fprintln(stderr, p)
		usable = usable && (p.Severity() != check.Error || p.Code() == wire.RaggedRow && remarks(table))
	}
	if !usable {
		return badInput
	}
	calendars := shelf{}
	for row := range table.Rows() {
		a, err := calendars.answer(question{row.Text("rule"), row.Text("calendar"), row.Text("start"), row.Text("param")})
		value, reason := a.value, check.Sentences(lang, nil, a.reasons...)
		if err != nil {
			value, reason = "error", explain(err, lang)
		}
		fmt.Fprintf(stdout, "%s\t%s\t%s\n", oneLine(row.Text("id")), value, oneLine(reason))
	}
	return done
}

// remarks reports whether the table ends in columns of others, such as a source and a
// note. A comma too many in these does no harm.
func remarks(table *wire.Table) bool {
	names := slices.Collect(table.Columns())
	return !slices.ContainsFunc(columns, func(c wire.Column) bool { return c.Name == names[len(names)-1] })
}

func read(file string, stdin io.Reader) ([]byte, error) {
	if file == "" {
		return io.ReadAll(stdin)
	}
	return os.ReadFile(file)
}

// explain puts an error into words: those of the library in the language asked for.
func explain(err error, lang check.Lang) string {
	if known, ok := errors.AsType[interface {
		error
		Reason() check.Reason
	}](err); ok {
		return known.Reason().Text(lang, nil)
	}
	if found, ok := errors.AsType[check.Problems](err); ok {
		var texts []string
		for p := range found.All() {
			texts = append(texts, p.Text(lang, nil))
		}
		return strings.Join(texts, "; ")
	}
	return err.Error()
}

// oneLine keeps a text within its cell.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
