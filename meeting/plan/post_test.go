package plan_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/meeting/plan"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

func span(from, to string) calendar.Span {
	day := calendar.MustParseDate("2026-09-14")
	return day.Between(calendar.MustParseClock(from), calendar.MustParseClock(to))
}

func report(ps check.Problems) []string {
	var out []string
	for p := range ps.All() {
		out = append(out, p.Path()+" "+string(p.Code()))
	}
	return out
}

func TestValidate(t *testing.T) {
	good := plan.Post{ID: "mic", Title: "话筒", Span: span("08:00", "12:00")}
	tests := []struct {
		name, why string
		posts     plan.Posts
		want      []string
	}{
		{"clean", "a post without people is well formed", plan.Posts{good}, nil},
		{"empty", "a plan without posts is one", nil, nil},
		{"bare", "everything that is missing at once", plan.Posts{{}}, []string{
			"[0].id roster/no-id", "[0].span.end calendar/no-end", "[0].span.start calendar/no-start", "[0].title plan/no-title",
		}},
		{"hidden", "a zero-width space", plan.Posts{{ID: "a", Title: "话\u200b筒", Span: span("08:00", "09:00")}}, []string{"[0].title roster/bad-text"}},
		{"huge", "10 MB are cut in the finding", plan.Posts{{ID: "a", Title: strings.Repeat("筒", 10<<20/3), Span: span("08:00", "09:00")}}, []string{"[0].title roster/long-text"}},
		{"twice", "the second of one name is reported", plan.Posts{good, good}, []string{"[1].id plan/duplicate-id"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := report(tt.posts.Validate())
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
	if ps := make(plan.Posts, plan.MaxPosts+1).Validate(); !ps.Has(plan.TooMany) || ps.Len() != 1 {
		t.Errorf("one post too many: %v", ps)
	}
}

func TestGaps(t *testing.T) {
	morning, noon := span("08:00", "12:00"), span("12:00", "14:00")
	tests := []struct {
		name, why string
		posts     plan.Posts
		want      []string
	}{
		{"held", "owner and backup are two people", plan.Posts{{ID: "a", Span: morning, Owner: "p", Backup: "q"}}, nil},
		{"nobody", "no owner; a backup alone does not help", plan.Posts{{ID: "a", Span: morning, Backup: "q"}}, []string{"[0].owner plan/no-owner"}},
		{"alone", "no backup", plan.Posts{{ID: "a", Span: morning, Owner: "p"}}, []string{"[0].backup plan/no-backup"}},
		{"self", "one's own backup is none", plan.Posts{{ID: "a", Span: morning, Owner: "p", Backup: "p"}}, []string{"[0].backup plan/self-backup"}},
		{
			"two places", "one owner at two posts at once; the later one in the list is named",
			plan.Posts{{ID: "a", Span: morning, Owner: "p", Backup: "q"}, {ID: "b", Span: span("11:59", "13:00"), Owner: "p", Backup: "r"}},
			[]string{"[1] plan/two-posts"},
		},
		{
			"touching", "a span does not hold its end",
			plan.Posts{{ID: "a", Span: morning, Owner: "p", Backup: "q"}, {ID: "b", Span: noon, Owner: "p", Backup: "q"}},
			nil,
		},
		{
			"shared backup", "a backup serves one post at a time (一对一备岗)",
			plan.Posts{{ID: "a", Span: morning, Owner: "p", Backup: "q"}, {ID: "b", Span: morning, Owner: "r", Backup: "q"}},
			[]string{"[1] plan/two-posts"},
		},
		{
			"long first", "a short post between does not hide the clash with the long one",
			plan.Posts{{ID: "a", Span: span("08:00", "18:00"), Owner: "p", Backup: "q"}, {ID: "b", Span: span("09:00", "10:00"), Owner: "p", Backup: "r"}, {ID: "c", Span: span("11:00", "12:00"), Owner: "p", Backup: "s"}},
			[]string{"[1] plan/two-posts", "[2] plan/two-posts"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, report(tt.posts.Gaps())); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

func genPosts(t *rapid.T) plan.Posts {
	var posts plan.Posts
	person := rapid.SampledFrom([]roster.PersonID{"", "p", "q", "r"})
	for i := range rapid.IntRange(0, 6).Draw(t, "posts") {
		from := rapid.IntRange(0, 20).Draw(t, "from")
		length := rapid.IntRange(1, 6).Draw(t, "length")
		posts = append(posts, plan.Post{
			ID: plan.PostID(fmt.Sprint("post", i)), Title: "岗位",
			Span:  span(fmt.Sprintf("%02d:00", from), fmt.Sprintf("%02d:00", from+length)),
			Owner: person.Draw(t, "owner"), Backup: person.Draw(t, "backup"),
		})
	}
	return posts
}

// propGaps: somebody is reported for two posts exactly where two posts of theirs
// overlap, counted by the plain comparison of all pairs.
func propGaps(t *rapid.T) {
	posts := genPosts(t)
	holds := func(p plan.Post, who roster.PersonID) bool { return p.Owner == who || p.Backup == who }
	clash := false
	for _, who := range []roster.PersonID{"p", "q", "r"} {
		for i, a := range posts {
			for _, b := range posts[i+1:] {
				clash = clash || holds(a, who) && holds(b, who) && a.Span.Overlaps(b.Span)
			}
		}
	}
	if got := posts.Gaps().Has(plan.TwoPosts); got != clash {
		t.Fatalf("two posts at once: reported %v, want %v: %+v", got, clash, posts)
	}
}

func TestGapsProperty(t *testing.T) { rapid.Check(t, propGaps) }

// propWithout: who acts is there; a post stands empty only if neither is.
func propWithout(t *rapid.T) {
	posts := genPosts(t)
	absent := rapid.SliceOfDistinct(rapid.SampledFrom([]roster.PersonID{"p", "q", "r"}), rapid.ID).Draw(t, "absent")
	covers := posts.Without(absent...)
	if len(covers) != len(posts) {
		t.Fatalf("%d covers of %d posts", len(covers), len(posts))
	}
	for i, c := range covers {
		p := posts[i]
		left := slices.DeleteFunc([]roster.PersonID{p.Owner, p.Backup}, func(id roster.PersonID) bool { return id == "" || slices.Contains(absent, id) })
		want := roster.PersonID("")
		if len(left) > 0 {
			want = left[0]
		}
		if c.Post != p.ID || c.Acting != want || c.Why.IsZero() {
			t.Fatalf("post %+v without %v: %+v, want %q", p, absent, c, want)
		}
	}
}

func TestWithout(t *testing.T) { rapid.Check(t, propWithout) }

func TestIdle(t *testing.T) {
	posts := plan.Posts{{ID: "a", Owner: "p", Backup: "q"}}
	if diff := cmp.Diff([]roster.PersonID{"s", "r"}, posts.Idle([]roster.PersonID{"s", "q", "p", "r"})); diff != "" {
		t.Errorf("in the order given (-want +got):\n%s", diff)
	}
}
