// Recall says which copies of papers have not come back, and what is wrong with the
// record of it, from the tables of those who handed out and took back.
//
//	recall -issued FILE -returned FILE [-printed FILE] [-ledger FILE] [-policy P] [-deadline T] [-now T]
//
// Tables are CSV with a header, whose columns are found by their names:
//
//	issued    paper,copy,holder,desk,seq,time
//	returned  paper,copy,by,desk,seq,time
//	printed   paper,from,to
//
// A ledger is the lines that docs.Log writes; it may hold every event of docs, joins
// the tables or stands in their place. Destructions in it are held against the policy,
// which is cn, nato, us or a file with a policy in JSON, as for papers of the highest
// level, since nobody says of which level they are.
//
// Times are RFC 3339. Entries of a desk in a file are numbered from 1; each desk in
// each file is a stream of its own. It writes, sorted by paper, copy, exception and
// who, a line for each copy that is out and for everything else a person should
// look at,
//
//	exception<TAB>paper<TAB>copy<TAB>who<TAB>detail
//
// and then for each paper
//
//	balance<TAB>paper<TAB>printed=N<TAB>issued=N<TAB>returned=N<TAB>outstanding=N<TAB>...
//
// where issued counts the copies ever handed out, and printed is - if no print run is
// given. Exceptions of tables are outstanding, duplicate-return, unknown-copy,
// not-issued, wrong-holder, swap, double-issue, late, gap-in-range, out-of-range,
// desk-gap, fork and future-stamp; a ledger may raise every kind of docs. A round of
// swaps between three persons or more is a line wrong-holder for each of its copies,
// with the whole round as the detail. Future-stamp is an entry stamped after -now, by default a year after the middle
// one of all entries, or after a later entry of its own stream, whose clock was ahead.
// Entries are taken in the order of their effective times: what a stream enters after
// such a stamp counts as entered no earlier.
//
// What is wrong with a table goes to standard error, one line each. The exit code is
// 0 if everything is back and the record is whole, 1 if not, 2 if the input cannot be
// used.
package main

import (
	"bufio"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

const (
	done     = 0
	wrong    = 1
	badInput = 2
)

// An instant is a flag with a time in RFC 3339.
type instant struct{ time.Time }

// Set reads the flag.
func (i *instant) Set(s string) (err error) {
	i.Time, err = time.Parse(time.RFC3339, s)
	return err
}

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("recall", flag.ContinueOnError)
	flags.SetOutput(stderr)
	issued := flags.String("issued", "", "`file` of copies handed out")
	returned := flags.String("returned", "", "`file` of copies brought back")
	printed := flags.String("printed", "", "`file` of print runs")
	ledger := flags.String("ledger", "", "`file` of entries of a ledger")
	policy := flags.String("policy", "cn", "`policy` of destruction: cn, nato, us or a file")
	var deadline, now instant
	flags.Var(&deadline, "deadline", "`time` by which copies had to come back")
	flags.Var(&now, "now", "`time` of the report; by default a year after the middle entry")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return done
	case err != nil:
		return badInput
	case (*issued == "" || *returned == "") && *ledger == "" || flags.NArg() > 0:
		fmt.Fprintln(stderr, "recall: want -issued FILE and -returned FILE, or -ledger FILE, and no other argument")
		return badInput
	}
	r := reader{stderr: stderr}
	r.file(*printed, printing)
	r.file(*issued, handingOut)
	r.file(*returned, takingBack)
	lines := r.ledger(*ledger)
	rules := r.policy(*policy)
	if r.bad {
		return badInput
	}
	log, err := docs.LogOf(r.entries...)
	if err != nil {
		fmt.Fprintln(stderr, "recall:", err)
		return badInput
	}
	rows, balances, err := reckon(log.Merge(lines), &r, rules, deadline, now)
	if err != nil {
		fmt.Fprintln(stderr, "recall:", err)
		return badInput
	}
	out := bufio.NewWriter(stdout)
	for _, row := range rows {
		fmt.Fprintln(out, strings.Join(row[:], "\t"))
	}
	for _, b := range balances {
		fmt.Fprintln(out, b)
	}
	if err := out.Flush(); err != nil {
		fmt.Fprintln(stderr, "recall:", err)
		return badInput
	}
	if len(rows) > 0 {
		return wrong
	}
	return done
}

// A row is a line of the result: exception, paper, copy, who, detail.
type row [5]string

// reckon makes the result.
func reckon(log docs.Log, r *reader, policy docs.Policy, deadline, now instant) (rows []row, balances []string, err error) {
	in := docs.RecallInput{At: now.UnixMilli(), Offset: r.offset, Policy: policy}
	if now.IsZero() {
		in.At = yearAfterMiddle(log)
	}
	ledger, _ := docs.Fold(log)
	for id := range ledger.Papers() {
		r.see(id)
	}
	for _, id := range sorted(r.papers) {
		p := docs.Paper{ID: id, Title: string(id), Recall: true}
		p.Copies, _ = ledger.PrintRun(id)
		if !deadline.IsZero() {
			p.Deadline = calendar.FromUnixMilli(deadline.UnixMilli(), r.offset)
		}
		in.Papers = append(in.Papers, p)
	}
	report, err := docs.Recall(log, in)
	if err != nil {
		return nil, nil, err
	}
	marked := map[journal.ID]docs.Kind{} // entries that raise an exception as such
	for x := range report.Exceptions() {
		if x.Kind() == docs.Fork || x.Kind() == docs.FutureStamp {
			marked[x.Entry()] = x.Kind()
			continue
		}
		rows = append(rows, rowsOf(x)...)
	}
	for x := range report.Outstanding() {
		rows = append(rows, rowsOf(x)...)
	}
	for x := range report.Owed() {
		rows = append(rows, rowsOf(x)...)
	}
	if now.IsZero() {
		for _, id := range ahead(log) {
			marked[id] = cmp.Or(marked[id], docs.FutureStamp)
		}
	}
	rows = append(rows, rowsAbout(log, marked)...)
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(a[1], b[1]), cmp.Compare(a[2], b[2]), cmp.Compare(a[0], b[0]), cmp.Compare(a[3], b[3]), cmp.Compare(a[4], b[4]))
	})
	for b := range report.Papers() {
		balances = append(balances, balance(b, ledger))
	}
	return rows, balances, nil
}

// balance writes both sides of the account of a paper.
func balance(b docs.Balance, l docs.Ledger) string {
	count := func(s docs.CopyState) int { return b.Count(s) }
	outside := map[docs.CopyState]int{}
	for _, r := range b.Outside() {
		for c := r.From; c <= r.To; c++ {
			outside[l.Copy(b.Paper(), c).State]++
		}
	}
	printed := "-"
	if n, known := b.Total(); known {
		printed = strconv.Itoa(n)
	}
	held := count(docs.Held) + outside[docs.Held]
	back := count(docs.TakenBack) + outside[docs.TakenBack]
	return fmt.Sprintf("balance\t%s\tprinted=%s\tissued=%d\treturned=%d\toutstanding=%d\tregistered=%d\tvoid=%d\tin-stock=%d\tarchived=%d\tdestroyed=%d\tlost=%d\ttransferred-out=%d\toutside=%d",
		b.Paper(), printed, held+back, back, held, count(docs.Registered), count(docs.Void), count(docs.InStock),
		count(docs.InArchive), count(docs.Shredded), count(docs.Lost), count(docs.PassedOn), outside[docs.Held]+outside[docs.TakenBack])
}

// ahead returns the entries stamped after a later entry of their own stream.
func ahead(log docs.Log) []journal.ID {
	var out []journal.ID
	for desk := range log.Desks() {
		entries := slices.Collect(log.Desk(desk))
		least := journal.MaxAt
		for _, e := range slices.Backward(entries) {
			if e.At > least {
				out = append(out, e.ID)
			}
			least = min(least, e.At)
		}
	}
	return out
}

// rowsOf returns the rows of an exception, one for each copy.
func rowsOf(x docs.Exception) []row {
	detail := x.Reason().Text(check.En, nil)
	if x.Kind() == docs.SwapRound { // the token swap means a pair
		var rows []row
		for _, m := range x.Round() {
			rows = append(rows, row{docs.WrongHolder.String(), string(x.Paper()), m.Copy.String(), string(m.By), detail})
		}
		return rows
	}
	if !x.Copies().IsValid() {
		return []row{{x.Kind().String(), string(x.Paper()), "", string(x.Who()), detail}}
	}
	var rows []row
	for c := x.Copies().From; c <= x.Copies().To; c++ {
		rows = append(rows, row{x.Kind().String(), string(x.Paper()), c.String(), string(x.Who()), detail})
	}
	return rows
}

// rowsAbout returns the rows of entries that raise an exception as such. Paper, copy
// and person are named where all contents of an entry agree on them.
func rowsAbout(log docs.Log, marked map[journal.ID]docs.Kind) []row {
	if len(marked) == 0 {
		return nil
	}
	place := map[journal.ID]int{}
	var rows []row
	for e := range log.All() {
		kind, ok := marked[e.ID]
		if !ok {
			continue
		}
		paper, c, who := subject(e.Event)
		at, again := place[e.ID]
		if !again {
			place[e.ID] = len(rows)
			rows = append(rows, row{kind.String(), paper, c, who, "entry " + e.ID.String()})
			continue
		}
		for i, text := range [...]string{1: paper, 2: c, 3: who} {
			if i > 0 && rows[at][i] != text {
				rows[at][i] = ""
			}
		}
	}
	return rows
}

func subject(e docs.Event) (paper, c, who string) {
	switch v := e.(type) {
	case docs.Issued:
		return string(v.Paper), v.Copy.String(), string(v.Holder)
	case docs.Returned:
		return string(v.Paper), v.Copy.String(), string(v.By)
	default:
		return "", "", ""
	}
}

// yearAfterMiddle is the time beyond which a stamp cannot be right: a year after the
// middle one of all stamps, so that no few wrong ones move it.
func yearAfterMiddle(log docs.Log) int64 {
	const year = 366 * 24 * 3600 * 1000
	var stamps []int64
	for e := range log.All() {
		if e.ID.Desk != printDesk {
			stamps = append(stamps, e.At)
		}
	}
	if len(stamps) == 0 {
		return 1
	}
	slices.Sort(stamps)
	return min(stamps[(len(stamps)-1)/2]+year, journal.MaxAt)
}

// sorted returns ids in order.
func sorted(ids map[roster.PaperID]bool) []roster.PaperID { return slices.Sorted(maps.Keys(ids)) }

// copyNumber reads a copy number, also one without its zeros.
type copyNumber struct{ n symbol.CopyNumber }

// UnmarshalText reads what symbol.ParseCopyNumber reads.
func (c *copyNumber) UnmarshalText(text []byte) error {
	n, found := symbol.ParseCopyNumber(string(text))
	c.n = n
	return found.Err()
}
