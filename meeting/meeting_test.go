package meeting_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/meeting"
	"github.com/huiwu-go/huiwu/meeting/plan"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

func span(text string) calendar.Span {
	from, to, _ := strings.Cut(text, "-")
	return calendar.MustParseDate("2026-09-14").Between(calendar.MustParseClock(from), calendar.MustParseClock(to))
}

func people(t testing.TB, n int) roster.Roster {
	t.Helper()
	var list []roster.Person
	for i := range n {
		list = append(list, roster.Person{
			ID: roster.PersonID(fmt.Sprint("p", i+1)), Capacity: roster.Delegate,
			Name: roster.Name{Family: "甲乙丙丁戊己庚辛壬癸"[3*(i%10) : 3*(i%10)+3], Given: "一舟"},
		})
	}
	r, err := roster.New(list, []roster.Org{{ID: "office", Name: "秘书处"}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func rostrum(t testing.TB, n int) seating.Plan {
	t.Helper()
	var guests []seating.Guest
	for i := range n {
		guests = append(guests, seating.Guest{ID: roster.PersonID(fmt.Sprint("p", i+1)), Order: i + 1})
	}
	p, err := seating.Arrange(seating.Setting{Rostrum: &seating.Rostrum{}}, guests, seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func dossier() meeting.Dossier {
	day := calendar.MustParseDate
	return meeting.Dossier{
		Title: "澜江省第十次代表大会", Organizer: "office", First: day("2026-09-14"), Last: day("2026-09-15"),
		Sessions: []meeting.Session{
			{ID: "s1", Title: "开幕会", Span: span("09:00-11:00"), Room: "hall", Chair: "p1", Agenda: []meeting.Item{
				{ID: "i1", Title: "作报告", Kind: meeting.Report, Minutes: 90, Presenter: "p2", Owner: "p9", Papers: []roster.PaperID{"w1"}},
			}},
			{ID: "s2", Title: "分组讨论", Span: span("14:30-17:30"), Room: "room1", Chair: "p3"},
		},
		Posts: plan.Posts{{ID: "mic", Title: "话筒", Session: "s1", Span: span("08:00-11:00"), Owner: "p8", Backup: "p9"}},
	}
}

func open(t testing.TB, d meeting.Dossier, seatings ...meeting.Seating) meeting.Event {
	t.Helper()
	e, err := meeting.Open(d, people(t, 9), seatings...)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func report(t testing.TB, err error) []string {
	t.Helper()
	ps, ok := errors.AsType[check.Problems](err)
	if !ok {
		t.Fatalf("got %v, want a report", err)
	}
	return list(ps)
}

func list(ps check.Problems) []string {
	var out []string
	for p := range ps.All() {
		out = append(out, p.Path()+" "+string(p.Code()))
	}
	return out
}

func TestOpenFindings(t *testing.T) {
	tests := []struct {
		name, why string
		change    func(*meeting.Dossier)
		want      []string
	}{
		{"no title", "a meeting has a title", func(d *meeting.Dossier) { d.Title = "" }, []string{"title meeting/no-title"}},
		{"hidden", "a direction mark in a title", func(d *meeting.Dossier) { d.Title = "大会\u202e" }, []string{"title roster/bad-text"}},
		{"days", "the last day is before the first", func(d *meeting.Dossier) { d.Last = calendar.MustParseDate("2026-09-13") }, []string{"last meeting/bad-days", "sessions[0].span meeting/outside-days", "sessions[1].span meeting/outside-days"}},
		{"organizer", "the body is not in the roster", func(d *meeting.Dossier) { d.Organizer = "x" }, []string{"organizer meeting/unknown-body"}},
		{"one room", "two sessions in one room at the same time", func(d *meeting.Dossier) { d.Sessions[1].Room, d.Sessions[1].Span = "hall", span("10:59-12:00") }, []string{"sessions[1].room meeting/room-taken"}},
		{"two sessions", "one identifier", func(d *meeting.Dossier) { d.Sessions[1].ID = "s1" }, []string{"sessions[1].id meeting/duplicate-id"}},
		{"item", "no kind, no time", func(d *meeting.Dossier) { d.Sessions[0].Agenda[0].Kind, d.Sessions[0].Agenda[0].Minutes = 0, 0 }, []string{"sessions[0].agenda[0].kind meeting/no-kind", "sessions[0].agenda[0].minutes meeting/bad-minutes"}},
		{"moment", "a session lasts", func(d *meeting.Dossier) { d.Sessions[1].Span.End = d.Sessions[1].Span.Start }, []string{"sessions[1].span meeting/no-time"}},
		{"strangers", "everyone named is in the roster", func(d *meeting.Dossier) {
			d.Sessions[0].Chair, d.Sessions[0].Agenda[0].Presenter, d.Sessions[0].Agenda[0].Owner, d.Posts[0].Owner, d.Posts[0].Backup = "x", "x", "x", "x", "x"
			d.Posts[0].Session = "y"
		}, []string{
			"posts[0].backup meeting/unknown-person", "posts[0].owner meeting/unknown-person", "posts[0].session meeting/unknown-session",
			"sessions[0].agenda[0].owner meeting/unknown-person", "sessions[0].agenda[0].presenter meeting/unknown-person", "sessions[0].chair meeting/unknown-person",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := dossier()
			tt.change(&d)
			_, err := meeting.Open(d, people(t, 9))
			if diff := cmp.Diff(tt.want, report(t, err)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
	d := dossier()
	d.Sessions[0].Agenda[0].Minutes = 121
	if ps := d.Validate(); ps.Failed() || !ps.Has(meeting.TooLong) {
		t.Errorf("two hours hold 120 minutes: %v", list(ps))
	}
	_, err := meeting.Open(dossier(), people(t, 9),
		meeting.Seating{Session: "s1", Sheet: "主席台", Plan: rostrum(t, 10)},
		meeting.Seating{Session: "s9", Sheet: "主席台"}, meeting.Seating{Session: "s1", Sheet: "主席台"})
	want := []string{"seatings[0].plan meeting/unknown-person", "seatings[1].session meeting/unknown-session", "seatings[2].sheet meeting/sheet-twice"}
	if diff := cmp.Diff(want, report(t, err)); diff != "" {
		t.Errorf("seatings (-want +got):\n%s", diff)
	}
}

func TestGaps(t *testing.T) {
	d := dossier()
	if got := list(open(t, d).Gaps()); got != nil {
		t.Errorf("a full plan has gaps: %v", got)
	}
	d.Sessions[0].Agenda[0].Owner, d.Sessions[0].Agenda[0].Presenter, d.Sessions[0].Agenda[0].Papers = "", "", nil
	d.Sessions[1].Chair, d.Posts[0].Backup = "", ""
	want := []string{
		"posts[0].backup plan/no-backup", "sessions[0].agenda[0].owner meeting/item-no-owner", "sessions[0].agenda[0].papers meeting/no-paper",
		"sessions[0].agenda[0].presenter meeting/no-presenter", "sessions[1].chair meeting/no-chair",
	}
	if diff := cmp.Diff(want, list(open(t, d).Gaps())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func apply(t testing.TB, e meeting.Event, changes ...meeting.Change) meeting.Event {
	t.Helper()
	for _, c := range changes {
		var err error
		if e, err = e.Apply(c); err != nil {
			t.Fatal(err)
		}
	}
	return e
}

func TestAbsenceOpensGaps(t *testing.T) {
	e := open(t, dossier())
	e = apply(t, e, meeting.Absent{Session: "s1", Person: "p1"}, meeting.Absent{Session: "s1", Person: "p2"},
		meeting.Absent{Session: "s1", Person: "p9"}, meeting.Absent{Session: "s1", Person: "p8"}, meeting.Absent{Session: "s2", Person: "p1"})
	want := []string{"posts[0] meeting/post-empty", "sessions[0].agenda[0].presenter meeting/presenter-absent", "sessions[0].chair meeting/chair-absent"}
	if diff := cmp.Diff(want, list(e.Gaps())); diff != "" {
		t.Errorf("absent from the opening (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]roster.PersonID{"p1", "p2", "p8", "p9"}, e.Absent("s1")); diff != "" {
		t.Errorf("absent (-want +got):\n%s", diff)
	}
	if _, err := e.Apply(meeting.ChairReplaced{Session: "s1", By: "p2"}); err == nil {
		t.Error("somebody absent was made chair")
	}
	if got := list(apply(t, e, meeting.ChairReplaced{Session: "s1", By: "p3"}).Gaps()); len(got) != 2 {
		t.Errorf("after the chair is replaced: %v", got)
	}
}

// stale prints what is stale as "action kind sheet person: reasons".
func stale(before, after meeting.Event) []string {
	var out []string
	for _, s := range meeting.Stale(before, after) {
		out = append(out, strings.Join([]string{s.Action.String(), s.Key.Kind.String(), s.Key.Sheet, string(s.Key.Person), check.Sentences(check.En, after.Name, s.Why...)}, "|"))
	}
	return out
}

func TestStaleAfterAbsence(t *testing.T) {
	before := open(t, dossier(), meeting.Seating{Session: "s1", Sheet: "主席台", Plan: rostrum(t, 5)})
	after := apply(t, before, meeting.Absent{Session: "s1", Person: "p4", Remedy: seating.SlideSameSide})
	want := []string{
		"withdraw|seat-card|主席台|p4|seat card 丁一舟 of 开幕会 is no longer needed",
		"remake|chair-script|||present on the rostrum: gone 丁一舟, new none",
		"remake|seat-plan|主席台||seats: gone 丁一舟, new none; chairs of the rows was 5, is 4",
	}
	if diff := cmp.Diff(want, stale(before, after)); diff != "" {
		t.Errorf("the outermost leaves: no other card changes (-want +got):\n%s", diff)
	}
	if got := stale(before, before); got != nil {
		t.Errorf("nothing changed, yet stale: %v", got)
	}
	if got := stale(after, before); len(got) != 3 || !strings.HasPrefix(got[2], "make|seat-card|主席台|p4") {
		t.Errorf("undone: %v", got)
	}
}

func TestStaleAfterNewChair(t *testing.T) {
	before := open(t, dossier(), meeting.Seating{Session: "s1", Sheet: "主席台", Plan: rostrum(t, 5)})
	after := apply(t, before, meeting.ChairReplaced{Session: "s1", By: "p2"})
	want := []string{"remake|agenda-sheet|||chair was 甲一舟, is 乙一舟", "remake|chair-script|||chair was 甲一舟, is 乙一舟"}
	if diff := cmp.Diff(want, stale(before, after)); diff != "" {
		t.Errorf("seats stay (-want +got):\n%s", diff)
	}
}

func TestApplyRefuses(t *testing.T) {
	e := open(t, dossier(), meeting.Seating{Session: "s1", Sheet: "主席台", Plan: rostrum(t, 5)})
	gone := apply(t, e, meeting.Absent{Session: "s2", Person: "p1"})
	tests := []struct {
		name   string
		event  meeting.Event
		change meeting.Change
		want   check.Code
	}{
		{"nothing", e, nil, meeting.NoChange},
		{"session", e, meeting.Absent{Session: "x", Person: "p1"}, meeting.UnknownSession},
		{"person", e, meeting.Absent{Session: "s2", Person: "x"}, meeting.UnknownPerson},
		{"twice", gone, meeting.Absent{Session: "s2", Person: "p1"}, meeting.AlreadyAbsent},
		{"chair", e, meeting.ChairReplaced{Session: "x", By: "y"}, meeting.UnknownPerson},
		{"no remedy", e, meeting.Absent{Session: "s1", Person: "p2"}, seating.NoSuchRemedy},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := tt.event.Apply(tt.change)
			ps, _ := errors.AsType[check.Problems](err)
			if !ps.Has(tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
	if got := e.Absent("s1"); got != nil {
		t.Errorf("a refused change left traces: %v", got)
	}
}

// propChanges: whatever happens, recomputing equals building anew, the event reads
// back, and the changes do.
func propChanges(t *rapid.T) {
	n := rapid.IntRange(2, 9).Draw(t, "people")
	before, err := meeting.Open(dossier(), people(quiet{}, 9), meeting.Seating{Session: "s1", Sheet: "主席台", Plan: rostrum(quiet{}, n)})
	if err != nil {
		t.Fatal(err)
	}
	e := before
	var done []meeting.Change
	for range rapid.IntRange(1, 5).Draw(t, "changes") {
		person := roster.PersonID(fmt.Sprint("p", rapid.IntRange(1, 9).Draw(t, "person")))
		session := rapid.SampledFrom([]roster.SessionID{"s1", "s2"}).Draw(t, "session")
		c := rapid.SampledFrom([]meeting.Change{
			meeting.Absent{Session: session, Person: person, Remedy: seating.Rerank},
			meeting.ChairReplaced{Session: session, By: person},
		}).Draw(t, "change")
		next, err := e.Apply(c)
		if err != nil {
			continue
		}
		e = next
		done = append(done, c)
	}
	rebuilt, err := meeting.Open(e.Dossier(), e.Roster(), slices.Collect(e.Seatings())...)
	if err != nil {
		t.Fatal(err)
	}
	if got := meeting.Stale(e, rebuilt); got != nil {
		t.Fatalf("built anew something is stale: %v", got)
	}
	data, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	back, err := meeting.ParseEvent(data)
	if err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	if again, err := json.Marshal(back); err != nil || string(again) != string(data) {
		t.Fatalf("%v (-want +got):\n%s", err, cmp.Diff(string(data), string(again)))
	}
	text, err := meeting.AppendChanges(nil, done...)
	if err != nil {
		t.Fatal(err)
	}
	read, err := meeting.ParseChanges(text)
	if diff := cmp.Diff(append([]meeting.Change{}, done...), read); err != nil || diff != "" {
		t.Fatalf("%v (-want +got):\n%s", err, diff)
	}
}

// quiet lets fixtures run inside a property: their failures are panics there.
type quiet struct{ testing.TB }

func (quiet) Helper()           {}
func (quiet) Fatal(args ...any) { panic(fmt.Sprint(args...)) }

func TestChangesProperty(t *testing.T) { rapid.Check(t, propChanges) }

func FuzzParseChanges(f *testing.F) {
	f.Add([]byte(`{"huiwu":"meeting.changes/1","changes":[{"type":"absent","session":"s1","person":"p1","remedy":"rerank"},{"type":"chair-replaced","session":"s1","by":"p2"}]}`))
	f.Add([]byte(`{"huiwu":"meeting.changes/1","changes":[{"type":"absent","by":"p2"},{"type":"x"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		changes, err := meeting.ParseChanges(data)
		if err != nil {
			return
		}
		out, err := meeting.AppendChanges(nil, changes...)
		if err != nil {
			t.Fatal(err)
		}
		again, err := meeting.ParseChanges(out)
		if diff := cmp.Diff(changes, again); err != nil || diff != "" {
			t.Fatalf("%v (-want +got):\n%s", err, diff)
		}
	})
}

func FuzzParseEvent(f *testing.F) {
	e := open(f, dossier(), meeting.Seating{Session: "s1", Sheet: "主席台", Plan: rostrum(f, 3)})
	data, err := json.Marshal(apply(f, e, meeting.Absent{Session: "s1", Person: "p2", Remedy: seating.Rerank}))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"huiwu":"meeting.event/1","dossier":{},"roster":{},"seatings":[]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := meeting.ParseEvent(data)
		if err != nil {
			return
		}
		out, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		again, err := meeting.ParseEvent(out)
		if err != nil || meeting.Stale(e, again) != nil {
			t.Fatalf("%s: %v", out, err)
		}
	})
}

func TestParseChangesFindings(t *testing.T) {
	_, err := meeting.ParseChanges([]byte(`{"huiwu":"meeting.changes/1","changes":[{"type":"absent","session":"s1","by":"p2"},{"type":"flood"}]}`))
	if diff := cmp.Diff([]string{"changes[0] meeting/stray-field", "changes[1].type meeting/unknown-change"}, report(t, err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
