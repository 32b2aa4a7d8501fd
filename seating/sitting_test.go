package seating_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/seating"
)

func preside(t rapid.TB, p seating.Presiding) seating.Presidency {
	t.Helper()
	out, err := seating.Preside(p)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// turnsOf is who presides, sittings apart by " / ".
func turnsOf(p seating.Presidency) string {
	var all []string
	for turn := range p.Turns() {
		all = append(all, strings.Trim(fmt.Sprint(turn.Chairs), "[]"))
	}
	return strings.Join(all, " / ")
}

func TestPreside(t *testing.T) {
	six := ids("a b c d e f")
	sitting := func(n int, given, away string) seating.Sitting {
		return seating.Sitting{Chairs: n, Given: ids(given), Away: ids(away)}
	}
	for _, c := range []struct {
		sittings []seating.Sitting
		want     string
		why      string
	}{
		{[]seating.Sitting{sitting(2, "", ""), sitting(2, "", ""), sitting(2, "", "")}, "a b / c d / e f", "everybody once, in order"},
		{[]seating.Sitting{sitting(4, "", ""), sitting(4, "", "")}, "a b c d / a b e f", "two have a second turn, the higher ones of those who presided as long ago"},
		{[]seating.Sitting{sitting(2, "e", ""), sitting(2, "", "a")}, "a e / b c", "who is decided counts, who is away does not preside"},
		{[]seating.Sitting{sitting(3, "", ""), sitting(3, "", "d e f")}, "d e f / a b c", "those away next time preside first, so that all have one turn"},
	} {
		for i := range c.sittings {
			c.sittings[i].Session = roster.SessionID("s" + string(rune('1'+i)))
		}
		if diff := cmp.Diff(c.want, turnsOf(preside(t, seating.Presiding{Members: six, Sittings: c.sittings}))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

// drawnPresiding draws members and sittings for which there are enough.
func drawnPresiding(t *rapid.T, members, sittings int) seating.Presiding {
	var p seating.Presiding
	for i := range rapid.IntRange(1, members).Draw(t, "members") {
		p.Members = append(p.Members, roster.PersonID("m"+string(rune('a'+i))))
	}
	for i := range rapid.IntRange(1, sittings).Draw(t, "sittings") {
		all := rapid.Permutation(p.Members).Draw(t, "order")
		away := rapid.IntRange(0, len(all)-1).Draw(t, "away")
		s := seating.Sitting{Session: roster.SessionID("s" + string(rune('1'+i))), Away: all[:away]}
		s.Chairs = rapid.IntRange(1, len(all)-away).Draw(t, "chairs")
		s.Given = all[away : away+rapid.IntRange(0, s.Chairs).Draw(t, "given")]
		p.Sittings = append(p.Sittings, s)
	}
	return p
}

// squares is the sum of squares of the numbers of turns.
func squares(p seating.Presiding, turns [][]roster.PersonID) int {
	count := map[roster.PersonID]int{}
	for _, turn := range turns {
		for _, m := range turn {
			count[m]++
		}
	}
	sum := 0
	for _, n := range count {
		sum += n * n
	}
	return sum
}

// propPreside: those who are decided preside, nobody who is away does, as many as are
// wanted do, and no other assignment spreads the turns more evenly, by a try of all.
func propPreside(t *rapid.T) {
	p := drawnPresiding(t, 5, 3)
	out := preside(t, p)
	var turns [][]roster.PersonID
	for turn := range out.Turns() {
		s := p.Sittings[len(turns)]
		if turn.Session != s.Session || len(turn.Chairs) != s.Chairs {
			t.Errorf("%d preside over %s and not %d", len(turn.Chairs), turn.Session, s.Chairs)
		}
		for _, m := range s.Given {
			if !slices.Contains(turn.Chairs, m) {
				t.Errorf("%s is decided and does not preside", m)
			}
		}
		for _, m := range turn.Chairs {
			if slices.Contains(s.Away, m) || out.Count(m) == 0 {
				t.Errorf("%s presides and is away, or is not counted", m)
			}
		}
		turns = append(turns, turn.Chairs)
	}
	best := -1
	var tried [][]roster.PersonID
	var try func(sitting, member int, on []roster.PersonID)
	try = func(sitting, member int, on []roster.PersonID) {
		if sitting == len(p.Sittings) {
			if n := squares(p, tried); best < 0 || n < best {
				best = n
			}
			return
		}
		s := p.Sittings[sitting]
		if member == len(p.Members) {
			if len(on) == s.Chairs {
				tried = append(tried, on)
				try(sitting+1, 0, nil)
				tried = tried[:len(tried)-1]
			}
			return
		}
		m := p.Members[member]
		if !slices.Contains(s.Given, m) {
			try(sitting, member+1, on)
		}
		if !slices.Contains(s.Away, m) && len(on) < s.Chairs {
			try(sitting, member+1, append(slices.Clone(on), m))
		}
	}
	try(0, 0, nil)
	if got := squares(p, turns); got != best {
		t.Errorf("%s has %d squares, the best has %d", turnsOf(out), got, best)
	}
	data, err := out.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	back, err := seating.ParsePresidency(data)
	if err != nil || turnsOf(back) != turnsOf(out) {
		t.Errorf("read back, %s is %s: %v", turnsOf(out), turnsOf(back), err)
	}
}

func TestPresideLaws(t *testing.T) { rapid.Check(t, propPreside) }

func FuzzPresideLaws(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propPreside)) }

func TestPresideRefused(t *testing.T) {
	for _, c := range []struct {
		p               seating.Presiding
		code, path, why string
	}{
		{seating.Presiding{Sittings: []seating.Sitting{{Session: "s", Chairs: 1}}}, "seating/bad-count", "members", "nobody presides"},
		{seating.Presiding{Members: ids("a")}, "seating/bad-count", "sittings", "over nothing"},
		{seating.Presiding{Members: ids("a a"), Sittings: []seating.Sitting{{Session: "s", Chairs: 1}}}, "seating/listed-twice", "members[1]", "one member"},
		{seating.Presiding{Members: ids("a"), Sittings: []seating.Sitting{{Session: "s", Chairs: 2}}}, "seating/too-few-to-preside", "sittings[0].chairs", "two of one"},
		{seating.Presiding{Members: ids("a b"), Sittings: []seating.Sitting{{Session: "s", Chairs: 2, Away: ids("b")}}}, "seating/too-few-to-preside", "sittings[0].chairs", "one is away"},
		{seating.Presiding{Members: ids("a b"), Sittings: []seating.Sitting{{Session: "s", Chairs: 1, Given: ids("a b")}}}, "seating/too-few-to-preside", "sittings[0].chairs", "two decided for one chair"},
		{seating.Presiding{Members: ids("a b"), Sittings: []seating.Sitting{{Session: "s", Chairs: 1, Given: ids("x")}}}, "seating/not-on-list", "sittings[0].given[0]", "no member"},
		{seating.Presiding{Members: ids("a b"), Sittings: []seating.Sitting{{Session: "s", Chairs: 1, Given: ids("a"), Away: ids("a")}}}, "seating/seated-twice", "sittings[0].away[0]", "decided and away"},
		{seating.Presiding{Members: ids("a"), Sittings: []seating.Sitting{{Session: "s", Chairs: 1}, {Session: "s", Chairs: 1}}}, "seating/listed-twice", "sittings[1].session", "one sitting"},
	} {
		_, err := seating.Preside(c.p)
		wantAt(t, err, c.code, c.path, c.why)
	}
}

// FuzzParsePresidency: what is read follows from its members and sittings.
func FuzzParsePresidency(f *testing.F) {
	data, err := preside(f, seating.Presiding{Members: ids("a b c"), Sittings: []seating.Sitting{{Session: "s1", Chairs: 2, Away: ids("a")}, {Session: "s2", Chairs: 1, Given: ids("b")}}}).MarshalJSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := seating.ParsePresidency(data)
		if err != nil {
			return
		}
		out, err := p.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if back, err := seating.ParsePresidency(out); err != nil || turnsOf(back) != turnsOf(p) {
			t.Errorf("%v\n%s", err, out)
		}
	})
}

// From one sitting to the next the row of those who preside changes, and with it the
// cards.
func ExamplePreside() {
	presidency, err := seating.Preside(seating.Presiding{
		Members:  []roster.PersonID{"p1", "p2", "p3", "p4", "p5"},
		Sittings: []seating.Sitting{{Session: "opening", Chairs: 2}, {Session: "second", Chairs: 2, Away: []roster.PersonID{"p3"}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	stage := seating.Setting{Rostrum: &seating.Rostrum{Rows: []seating.RostrumRow{{Role: seating.RoleExecutiveChair}, {}}}}
	var before seating.Plan
	for turn := range presidency.Turns() {
		guests, _ := presidency.Guests(turn.Session, people(5))
		plan, err := seating.Arrange(stage, guests, seating.CNGov())
		if err != nil {
			fmt.Println(err)
			return
		}
		changed := 0
		for range seating.Turnover(before, plan) {
			changed++
		}
		fmt.Println(turn.Session, turn.Chairs, "cards:", changed)
		before = plan
	}
	// Output:
	// opening [p1 p2] cards: 5
	// second [p4 p5] cards: 5
}
