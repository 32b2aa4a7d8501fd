package docs_test

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/journal"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares text with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got)\n%s", name, diff)
	}
}

// nine is 9 o'clock in China on 21 November 2026, minute one minute.
const (
	nine   int64 = 1795222800000
	minute int64 = 60_000
	china        = 28800
)

// script reads entries, one a line:
//
//	desk minutes event ...
//
// with the paper p unless a word paper=x stands there. Copies are written 7 or 1-20,
// persons as words. Entries of a desk are numbered as they come.
func script(t testing.TB, text string) docs.Log {
	t.Helper()
	log := docs.NewLog()
	for line := range strings.SplitSeq(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		after, err := strconv.Atoi(words[1])
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		log, err = log.Append(journal.Stamp{Desk: words[0], At: nine + int64(after)*minute}, event(t, words[2:]))
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
	}
	return log
}

func event(t testing.TB, words []string) docs.Event {
	t.Helper()
	paper := roster.PaperID("p")
	var args []string
	for _, w := range words[1:] {
		if id, ok := strings.CutPrefix(w, "paper="); ok {
			paper = roster.PaperID(id)
			continue
		}
		args = append(args, w)
	}
	arg := func(i int) string {
		if i < len(args) {
			return args[i]
		}
		return ""
	}
	r := copies(t, arg(0))
	c := r.From
	who := roster.PersonID(arg(1))
	switch words[0] {
	case "print":
		return docs.Printed{Paper: paper, Copies: r}
	case "handin":
		return docs.HandedIn{Paper: paper, Copies: r, From: roster.OrgID(arg(1)), By: "runner"}
	case "stock":
		return docs.Stocked{Paper: paper, Copies: r}
	case "void":
		return docs.Voided{Paper: paper, Copies: r, Reason: "spoiled"}
	case "issue":
		return docs.Issued{Paper: paper, Copy: c, Holder: who}
	case "receipt":
		return docs.Receipted{Paper: paper, Copy: c, By: who}
	case "transfer":
		return docs.Transferred{Paper: paper, Copy: c, From: who, To: roster.PersonID(arg(2))}
	case "return":
		return docs.Returned{Paper: paper, Copy: c, By: who}
	case "pages":
		var missing []int
		for _, w := range args[1:] {
			n, _ := strconv.Atoi(w)
			missing = append(missing, n)
		}
		return docs.PageChecked{Paper: paper, Copy: c, Missing: missing}
	case "defect":
		return docs.DefectNoted{Paper: paper, Copy: c, Note: "torn"}
	case "loss":
		return docs.LostReported{Paper: paper, Copy: c, By: who}
	case "find":
		return docs.Found{Paper: paper, Copy: c, By: who}
	case "archive":
		return docs.Archived{Paper: paper, Copy: c, Code: "J001-WS·2026-Y-0001"}
	case "approve":
		return docs.DestructionApproved{Paper: paper, Copies: r, By: "chief", Reference: arg(1)}
	case "destroy":
		d := docs.Destroyed{Paper: paper, Copies: r, By: who, Approval: arg(2)}
		for _, w := range args[min(3, len(args)):] {
			d.Watchers = append(d.Watchers, roster.PersonID(w))
		}
		return d
	case "out":
		return docs.TransferredOut{Paper: paper, Copy: c, To: roster.OrgID(arg(1)), Register: arg(2)}
	case "correct":
		n, _ := strconv.ParseUint(arg(1), 10, 64)
		return docs.Corrected{Entry: journal.ID{Desk: arg(0), Seq: n}, Reason: "mistyped"}
	}
	t.Fatalf("no event %q", words)
	return nil
}

func copies(t testing.TB, s string) docs.Range {
	t.Helper()
	from, to, two := strings.Cut(s, "-")
	a, err := strconv.Atoi(from)
	if err != nil {
		return docs.Range{}
	}
	if !two {
		return docs.One(symbol.CopyNumber(a))
	}
	b, err := strconv.Atoi(to)
	if err != nil {
		t.Fatalf("copies %q", s)
	}
	return docs.Range{From: symbol.CopyNumber(a), To: symbol.CopyNumber(b)}
}

// told renders exceptions as "kind paper copies who holder".
func told(list []docs.Exception) string {
	var b strings.Builder
	for _, x := range list {
		b.WriteString(strings.TrimSpace(strings.Join([]string{
			x.Kind().String(), string(x.Paper()), x.Copies().String(), string(x.Who()), string(x.Holder()),
		}, " ")) + "\n")
	}
	return b.String()
}

func orgID(s string) roster.OrgID { return roster.OrgID(s) }
