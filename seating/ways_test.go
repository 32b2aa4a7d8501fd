package seating_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// TestExact: a row that closed up with nobody out of rank may still not be what the
// convention makes of its people.
func TestExact(t *testing.T) {
	p, err := seating.Arrange(rostrum(7), people(7), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		absent roster.PersonID
		exact  bool
		why    string
	}{
		{"p7", true, "5|3|1|2|4|6 is the row of six"},
		{"p6", false, "7|5|3|1|2|4 has the odd chair on the own right"},
		{"p4", false, "6 sits above 5"},
	} {
		r, err := seating.Reseat(p, seating.SlideSameSide, nil, seating.Absent{Person: c.absent})
		if err != nil {
			t.Fatal(err)
		}
		if r.Exact() != c.exact {
			t.Errorf("without %s: %v, %s", c.absent, r.Exact(), c.why)
		}
	}
}

// TestNoChange: without a change there is nothing to do, and that nothing is needed
// is proven.
func TestNoChange(t *testing.T) {
	p, err := seating.Arrange(rostrum(3), people(3), seating.CNGov())
	if err != nil {
		t.Fatal(err)
	}
	w, err := seating.Remedies(p, nil)
	if err != nil || w.Len() != 0 || !w.Proof().Proven || w.Before().Len() != 3 || len(slices.Collect(w.Changes())) != 0 {
		t.Errorf("%d ways, %+v, %v", w.Len(), w.Proof(), err)
	}
	if _, ok := w.Fewest(); ok {
		t.Error("there is a first of no ways")
	}
	if _, ok := w.InOrder(); ok {
		t.Error("there is a first of no ways")
	}
	r, err := seating.Reseat(p, seating.Rerank, nil)
	if err != nil || len(r.Reasons()) != 0 {
		t.Errorf("nothing happened: %v, %v", r.Reasons(), err)
	}
	for _, remedy := range []seating.Remedy{seating.Rerank, seating.AddBack} {
		if remedy.Source() != check.HouseCustom {
			t.Errorf("%v is from %s", remedy, remedy.Source())
		}
	}
}

// TestFewestProven holds the bound against every row that can be made by hand: for
// up to seven people, whoever of them is away, all orders of those who stay on all
// chairs that are left when chairs go from the ends, of which those are legal whose
// first person is one chair off the middle at most and in which nobody further out
// is higher than somebody nearer on the same side.
func TestFewestProven(t *testing.T) {
	for _, rule := range everyRule() {
		c := seating.Convention{Name: "house", Row: rule}
		for n := 2; n <= 7; n++ {
			p, err := seating.Arrange(rostrum(n), people(n), c)
			if err != nil {
				t.Fatal(err)
			}
			before := ownOrder(p)
			for away := 1; away < 1<<n-1; away++ {
				var changes []seating.Change
				var stay []int
				for i := range n {
					if away>>i&1 == 1 {
						changes = append(changes, seating.Absent{Person: person(i + 1)})
					} else {
						stay = append(stay, i+1)
					}
				}
				if len(changes) > 3 {
					continue
				}
				ways, err := seating.Remedies(p, nil, changes...)
				if err != nil {
					t.Fatal(err)
				}
				want := fewestByHand(before, stay)
				if proof := ways.Proof(); !proof.Proven || proof.Bound != want {
					t.Errorf("%s, %d without %v: bound %+v, by hand %d", c, n, changes, proof, want)
				}
				if first, _ := ways.Fewest(); first.Cost().Chairs != want {
					t.Errorf("%s, %d without %v: %v moves %d, by hand %d", c, n, changes, first.Remedy(), first.Cost().Chairs, want)
				}
			}
		}
	}
}

// ownOrder are the ranks on a row from the own left.
func ownOrder(p seating.Plan) []int {
	var row []int
	for place := range p.Places() {
		row = append(row, place.Rank)
	}
	slices.Reverse(row)
	return row
}

func person(n int) roster.PersonID { return roster.PersonID(fmt.Sprintf("p%d", n)) }

// fewestByHand tries all rows.
func fewestByHand(before, stay []int) int {
	fewest := len(stay)
	row := slices.Clone(stay)
	var permute func(i int)
	permute = func(i int) {
		if i == len(row) {
			if !legalRow(row) {
				return
			}
			for at := 0; at+len(row) <= len(before); at++ {
				moved := 0
				for j, who := range row {
					if before[at+j] != who {
						moved++
					}
				}
				fewest = min(fewest, moved)
			}
			return
		}
		for j := i; j < len(row); j++ {
			row[i], row[j] = row[j], row[i]
			permute(i + 1)
			row[i], row[j] = row[j], row[i]
		}
	}
	permute(0)
	return fewest
}

func legalRow(row []int) bool {
	first := slices.Index(row, slices.Min(row))
	if off := first - (len(row) - 1 - first); off > 2 || off < -2 {
		return false
	}
	left := slices.Clone(row[:first])
	slices.Reverse(left)
	return slices.IsSorted(left) && slices.IsSorted(row[first+1:])
}

// drawnChanges are one to three changes of any kind, most of which fit.
func drawnChanges(t *rapid.T, guests []seating.Guest) []seating.Change {
	who := rapid.Custom(func(t *rapid.T) seating.Guest { return rapid.SampledFrom(guests).Draw(t, "guest") })
	one := rapid.Custom(func(t *rapid.T) seating.Change {
		g := who.Draw(t, "who")
		by := seating.Guest{ID: roster.PersonID(rapid.SampledFrom([]string{"x1", "x2", "x3"}).Draw(t, "newcomer")), Party: g.Party, Role: g.Role, Order: rapid.IntRange(1, len(guests)+1).Draw(t, "order")}
		switch rapid.IntRange(0, 7).Draw(t, "kind") {
		case 0:
			return seating.Absent{Person: g.ID}
		case 1:
			return seating.NoShow{Person: g.ID}
		case 2:
			return seating.Added{Guest: by}
		case 3:
			if rapid.Bool().Draw(t, "seated already") {
				by.ID = who.Draw(t, "by").ID
			}
			return seating.Substituted{Person: g.ID, By: by, KeepsRank: rapid.Bool().Draw(t, "keeps rank")}
		case 4:
			return seating.Swapped{Person: g.ID, With: who.Draw(t, "with").ID}
		case 5:
			return seating.RankChanged{Person: g.ID, Rank: rapid.IntRange(1, len(guests)).Draw(t, "rank")}
		case 6:
			return seating.ChairChanged{From: g.ID, To: who.Draw(t, "to").ID}
		default:
			return seating.Isolated{Party: g.Party}
		}
	})
	return rapid.SliceOfN(one, 1, 3).Draw(t, "changes")
}

func drawnSetting(t *rapid.T) (seating.Setting, []seating.Guest) {
	switch rapid.IntRange(0, 4).Draw(t, "setting") {
	case 0:
		return drawnHall(t)
	case 1:
		n := rapid.IntRange(1, 12).Draw(t, "people")
		return seating.Setting{Photo: &seating.Photo{Front: seating.FrontAny, MaxRow: rapid.IntRange(1, 8).Draw(t, "most")}}, people(n)
	case 2:
		n := rapid.IntRange(2, 9).Draw(t, "people")
		s, guests := rostrum(n), people(n)
		s.Rostrum.Moderator = rapid.SampledFrom([]seating.ModeratorPlace{seating.ModeratorCentre, seating.ModeratorEnd, seating.ModeratorByRank}).Draw(t, "moderator")
		guests[rapid.IntRange(0, n-1).Draw(t, "who")].Role = seating.RoleModerator
		return s, guests
	default:
		return drawnRostrum(t)
	}
}

// propWays: whatever happens, every way seats exactly those who are there, counts
// what it costs, keeps locked chairs and is read back; to arrange anew is to arrange
// the list after the changes; no way moves fewer than the bound, nor than the first;
// undoing restores every byte.
func propWays(t *rapid.T) {
	setting, guests := drawnSetting(t)
	c := seating.Convention{Name: "house", Row: rapid.SampledFrom(everyRule()).Draw(t, "rule")}
	p, err := seating.Arrange(setting, guests, c)
	if err != nil {
		t.Fatal(err)
	}
	for range rapid.IntRange(1, 3).Draw(t, "times") {
		p = lawfulWays(t, p, c)
	}
}

func lawfulWays(t *rapid.T, p seating.Plan, c seating.Convention) seating.Plan {
	original := encoded(t, p)
	var locked []seating.SeatID
	for place := range p.Places() {
		if rapid.IntRange(0, 9).Draw(t, "lock") == 0 {
			locked = append(locked, place.Seat.ID)
		}
	}
	if quiet, err := seating.Reseat(p, rapid.SampledFrom([]seating.Remedy{seating.Rerank, seating.SlideSameSide, seating.KeepGap}).Draw(t, "quiet"), locked); err != nil || quiet.Cost() != (seating.Cost{}) || encoded(t, quiet.After()) != original {
		t.Errorf("without a change: %v", err)
	}
	changes := drawnChanges(t, slices.Collect(p.Guests()))
	ways, err := seating.Remedies(p, locked, changes...)
	if err != nil {
		return p
	}
	if data, err := ways.MarshalJSON(); err != nil {
		t.Fatal(err)
	} else if back, err := seating.ParseWays(data); err != nil {
		t.Fatalf("%v\n%s", err, data)
	} else if again, err := back.MarshalJSON(); err != nil || string(again) != string(data) {
		t.Errorf("read back: %v\n%s", err, cmp.Diff(string(data), string(again)))
	}
	proof, next := ways.Proof(), p
	there := map[roster.PersonID]bool{}
	first, _ := ways.Fewest()
	for g := range first.After().Guests() {
		there[g.ID] = true
	}
	taken := rapid.IntRange(0, ways.Len()-1).Draw(t, "taken")
	for i, way := range ways.All() {
		after, cost := way.After(), way.Cost()
		if encoded(t, way.Before()) != original {
			t.Error("the plan before has changed")
		}
		here := map[roster.PersonID]bool{}
		for place := range after.Places() {
			if !place.Empty() {
				if here[place.Guest.ID] {
					t.Errorf("%v: %s sits twice", way.Remedy(), place.Guest.ID)
				}
				here[place.Guest.ID] = true
			}
		}
		if !maps.Equal(here, there) || after.Len() != len(here) {
			t.Errorf("%v seats %v, %v seats %v", first.Remedy(), there, way.Remedy(), here)
		}
		moves := slices.Collect(way.Moves())
		if len(moves) != cost.Chairs || cost.Inversions != after.Audit().Len() {
			t.Errorf("%v has %d moves and %d inversions and counts %+v", way.Remedy(), len(moves), after.Audit().Len(), cost)
		}
		if cost.Chairs < proof.Bound || cost.Chairs < first.Cost().Chairs || i == 0 && proof.Proven && cost.Chairs != proof.Bound {
			t.Errorf("%v moves %d people, %v %d, the bound is %+v", way.Remedy(), cost.Chairs, first.Remedy(), first.Cost().Chairs, proof)
		}
		for _, m := range moves {
			if slices.Contains(locked, m.From) {
				t.Errorf("%v moves %s from the locked chair %v", way.Remedy(), m.Person, m.From)
			}
			for _, lang := range []check.Lang{check.ZhHans, check.En} {
				if m.Reason.Text(lang, nil) == "" {
					t.Error("a move has no reason")
				}
			}
		}
		if way.Remedy() == seating.Rerank || way.Remedy() == seating.CloseRow {
			anew, err := seating.Arrange(after.Setting(), slices.Collect(after.Guests()), c)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(encoded(t, anew), encoded(t, after)); diff != "" {
				t.Errorf("%v is not the list arranged anew:\n%s", way.Remedy(), diff)
			}
			if cost.Inversions != 0 || !way.Exact() {
				t.Errorf("%v inverts %d pairs", way.Remedy(), cost.Inversions)
			}
		}
		if i == taken {
			next = after
		} else {
			continue // one of them is read back and explained
		}
		readBack(t, after)
		written(t, way, func(data []byte) (json.Marshaler, error) { return seating.ParseReseating(data) })
		for g := range after.Guests() {
			if why, ok := after.Explain(g.ID); !ok || len(why) == 0 {
				t.Errorf("%v: nothing explains %s", way.Remedy(), g.ID)
			}
		}
	}
	return next
}

func TestWays(t *testing.T) { rapid.Check(t, propWays) }

func FuzzWays(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propWays)) }

// FuzzParseWays: what is read are all the ways of the changes, and is written and
// read back as it is.
func FuzzParseWays(f *testing.F) {
	for _, s := range []seating.Setting{rostrum(5), rostrum(2, 3), hall(seating.Rows, seating.StartViewerLeft, nil, []int{6})} {
		p, err := seating.Arrange(s, people(5), seating.CNGov())
		if err != nil {
			f.Fatal(err)
		}
		for _, change := range []seating.Change{seating.Absent{Person: "p3"}, seating.Added{Guest: seating.Guest{ID: "x", Order: 2}}, seating.Swapped{Person: "p1", With: "p5"}} {
			w, err := seating.Remedies(p, nil, change)
			if err != nil {
				continue
			}
			data, err := w.MarshalJSON()
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		w, err := seating.ParseWays(data)
		if err != nil {
			return
		}
		if first, ok := w.Fewest(); ok != (w.Len() > 0) || ok && first.Cost().Chairs < w.Proof().Bound {
			t.Errorf("%d ways, %+v", w.Len(), w.Proof())
		}
		written(t, w, func(data []byte) (json.Marshaler, error) { return seating.ParseWays(data) })
	})
}
