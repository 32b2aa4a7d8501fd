package grouping_test

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

// people reads "a/f b/m/3": identifier, sex, rank. A "+" before the identifier
// marks extra people.
func people(list string) []grouping.Person {
	var out []grouping.Person
	for field := range strings.FieldsSeq(list) {
		parts := strings.Split(field, "/")
		x := grouping.Person{
			ID:    roster.PersonID(strings.TrimPrefix(parts[0], "+")),
			Extra: strings.HasPrefix(parts[0], "+"),
		}
		if len(parts) > 1 {
			x.Attributes = map[string]string{"sex": parts[1]}
		}
		if len(parts) > 2 {
			x.Rank, _ = strconv.Atoi(parts[2])
		}
		out = append(out, x)
	}
	return out
}

func ids(list string) []roster.PersonID {
	var out []roster.PersonID
	for id := range strings.FieldsSeq(list) {
		out = append(out, roster.PersonID(id))
	}
	return out
}

// apart keeps every two of the people apart, pair by pair.
func apart(list string) (rules []grouping.Apart) {
	all := ids(list)
	for i := range all {
		for j := range i {
			rules = append(rules, grouping.Apart{People: []roster.PersonID{all[j], all[i]}})
		}
	}
	return rules
}

func TestConflicts(t *testing.T) {
	type problem = grouping.Problem
	type rules = grouping.RuleLists
	two := grouping.Numbered(2)
	female := grouping.Kind{Attribute: "sex", Value: "f"}
	for _, c := range []struct {
		name string
		p    problem
		want string
		why  string
	}{
		{
			name: "fewer people than groups",
			p:    problem{People: people("a"), Places: two},
			want: "places: the groups need at least 2 people, there are 1\n",
			why:  "no group is empty",
		},
		{
			name: "more people than the groups take",
			p:    problem{People: people("a b c"), Places: []grouping.Place{{ID: "1", Max: 2}}},
			want: "places: the groups take at most 2 people, there are 3\n",
			why:  "the upper bounds add up to less",
		},
		{
			name: "no seat for the staff",
			p:    problem{People: people("a b +c"), Places: []grouping.Place{{ID: "1", Capacity: 2}}},
			want: "places: the rooms hold 2 people, there are 3 with the extra people\n",
			why:  "extra people need a seat",
		},
		{
			name: "together and apart through a chain",
			p: problem{People: people("a b c d e f"), Places: two, Rules: rules{
				Together: []grouping.Together{{People: ids("a b")}, {People: ids("e f")}, {People: ids("c b")}},
				Apart:    []grouping.Apart{{People: ids("d c a")}},
			}},
			want: "rules.apart[0]: a and c are to be apart, but rules.together[0], rules.together[2] keep them together\n",
			why:  "both rules of the chain are named, the third is not",
		},
		{
			name: "one unit in two places",
			p: problem{People: people("a b c d"), Places: two, Rules: rules{
				Together: []grouping.Together{{People: ids("a b")}},
				Fixed:    []grouping.Fixed{{Person: "a", Place: "1"}, {Person: "b", Place: "2"}},
			}},
			want: "rules.fixed[1]: b is fixed to 2, but rules.fixed[0], rules.together[0] put the same unit into 1\n",
			why:  "a unit has one place",
		},
		{
			name: "fixed and barred",
			p: problem{People: people("a b c d"), Places: two, Rules: rules{
				Fixed:  []grouping.Fixed{{Person: "a", Place: "1"}},
				Barred: []grouping.Barred{{Person: "a", Place: "1"}},
			}},
			want: "rules.barred[0]: a is barred from 1, but rules.fixed[0] put the same unit there\n",
			why:  "the two contradict each other",
		},
		{
			name: "a unit larger than any group",
			p: problem{People: people("a b c d"), Places: two, Rules: rules{
				Together: []grouping.Together{{People: ids("a b")}, {People: ids("b c")}},
			}},
			want: "rules.together[0]: 3 people kept together by rules.together[0], rules.together[1] (a, b, c) are more than any group takes, 2\n",
			why:  "even groups of four people have two each",
		},
		{
			name: "barred everywhere",
			p: problem{People: people("a b c d"), Places: two, Rules: rules{
				Barred: []grouping.Barred{{Person: "a", Place: "1"}, {Person: "a", Place: "2"}},
			}},
			want: "rules.barred[0]: rules.barred[0], rules.barred[1] leave no group for a\n",
			why:  "both rules have a part in it",
		},
		{
			name: "too many fixed to one group",
			p: problem{People: people("a b c d"), Places: two, Rules: rules{
				Fixed: []grouping.Fixed{{Person: "a", Place: "1"}, {Person: "b", Place: "1"}, {Person: "c", Place: "1"}},
			}},
			want: "rules.fixed[0]: by rules.fixed[0], rules.fixed[1], rules.fixed[2] 3 people (a, b, c) can only be in 1, where at most 2 may be\n",
			why:  "the size of the group is the bound",
		},
		{
			name: "apart, yet fixed to one group",
			p: problem{People: people("a b c d"), Places: two, Rules: rules{
				Apart: []grouping.Apart{{People: ids("a b")}},
				Fixed: []grouping.Fixed{{Person: "a", Place: "1"}, {Person: "b", Place: "1"}},
			}},
			want: "rules.apart[0]: by rules.apart[0], rules.fixed[0], rules.fixed[1] 2 people (a, b) can only be in 1, where at most 1 may be\n",
			why:  "the Apart rule is the bound",
		},
		{
			name: "more apart than groups",
			p:    problem{People: people("a b c d"), Places: two, Rules: rules{Apart: []grouping.Apart{{People: ids("a b c")}}}},
			want: "rules.apart[0]: rules.apart[0] are about 3 people, all groups together may take 2\n",
			why:  "each needs a group of its own",
		},
		{
			name: "a clique of pairs",
			p:    problem{People: people("a b c d e f"), Places: grouping.Numbered(3), Rules: rules{Apart: apart("a c d f")}},
			want: "rules.apart[0]: a, c, d, f: 4 people of whom no two may share a group (rules.apart[0], rules.apart[1], " +
				"rules.apart[2], rules.apart[3], rules.apart[4], rules.apart[5]), and there are 3 groups\n",
			why: "no set rule shows it, six pairs together do",
		},
		{
			name: "four women for six groups",
			p: problem{
				People: people("a/f b/f c/f d/f e/m f/m g/m h/m i/m j/m k/m l/m"), Places: grouping.Numbered(6),
				Rules: rules{AtLeast: []grouping.AtLeast{{Kind: female, Count: 1}}},
			},
			want: "rules.atLeast[0]: by rules.atLeast[0] the groups need 6 people, only 4 qualify and can be shared out\n",
			why:  "demand and supply are both said",
		},
		{
			name: "fewer conveners of rank than groups",
			p: problem{
				People: people("a/f/1 b/f/3 c/m/4 d/m/5"), Places: two,
				Rules: rules{Roles: []grouping.Role{{ID: grouping.Convener, Count: 1, Floor: 2}}},
			},
			want: "rules.roles[0]: by rules.roles[0] the groups need 2 people, only 1 qualify and can be shared out\n",
			why:  "the rank floor leaves one",
		},
		{
			name: "two roles, one set of people",
			p: problem{
				People: people("a/f b/f c/f d/m e/m f/m"), Places: two,
				Rules: rules{Roles: []grouping.Role{
					{ID: grouping.Convener, Count: 1, Who: female}, {ID: grouping.Recorder, Count: 1, Who: female},
				}},
			},
			want: "rules.roles[0]: by rules.roles[0], rules.roles[1] the groups need 4 people, only 3 qualify and can be shared out\n",
			why:  "each role alone could be filled",
		},
		{
			name: "conveners kept together",
			p: problem{
				People: people("a/f b/f c/m d/m"), Places: two,
				Rules: rules{
					Together: []grouping.Together{{People: ids("a b")}},
					Roles:    []grouping.Role{{ID: grouping.Convener, Count: 1, Who: female}},
				},
			},
			want: "rules.roles[0]: by rules.roles[0], rules.together[0] the groups need 2 people, only 1 qualify and can be shared out\n",
			why:  "two who cannot be separated serve one group",
		},
		{
			name: "a kind barred from where it is needed",
			p: problem{
				People: people("a/f b/m c/m d/m"), Places: two,
				Rules: rules{
					Barred:  []grouping.Barred{{Person: "a", Place: "2"}},
					AtLeast: []grouping.AtLeast{{Kind: female, Count: 1, Places: []grouping.PlaceID{"2"}}},
				},
			},
			want: "rules.atLeast[0]: by rules.atLeast[0], rules.barred[0] 2 needs 1 people, only 0 qualify and may be there\n",
			why:  "the only woman may not be there",
		},
		{
			name: "alone in the whole meeting",
			p: problem{
				People: people("a/f b/m c/m d/m"), Places: two,
				Rules: rules{NotAlone: []grouping.NotAlone{{Kind: female}}},
			},
			want: "rules.notAlone[0]: by rules.notAlone[0] the groups need 2 people, only 1 qualify and can be shared out\n",
			why:  "one woman cannot have company",
		},
		{
			name: "a group too small for what it must have",
			p: problem{
				People: people("a/f b/f c/f d/f"), Places: []grouping.Place{{ID: "1", Max: 1}, {ID: "2"}},
				Rules: rules{AtLeast: []grouping.AtLeast{{Kind: female, Count: 2}}},
			},
			want: "rules.atLeast[0]: by rules.atLeast[0] 1 needs 2 people, only 1 qualify and may be there\n",
			why:  "one person is not two women",
		},
		{
			name: "a role that two pairs rule out",
			p: problem{
				People: people("a/f b/f c/m d/m"), Places: two,
				Rules: rules{
					Apart:    []grouping.Apart{{People: ids("a c")}, {People: ids("a d")}},
					Roles:    []grouping.Role{{ID: "porter", Count: 1}, {ID: grouping.Convener, Count: 1, Who: female}},
					NotAlone: []grouping.NotAlone{{Kind: female, Count: 2}},
				},
			},
			want: "rules.notAlone[0]: within the sizes of the groups rules.notAlone[0], rules.roles[1] cannot be kept; without any one of them the rest can\n",
			why:  "two women are in one group or in two; the pairs and the other role have no part in it",
		},
		{
			name: "three people for two places of one seat each",
			p: problem{People: people("a b c d e f g"), Places: []grouping.Place{{ID: "1", Max: 1}, {ID: "2", Max: 1}, {ID: "3"}, {ID: "4"}}, Sizes: grouping.Within, Rules: rules{
				Barred: []grouping.Barred{
					{Person: "a", Place: "3"},
					{Person: "a", Place: "4"},
					{Person: "b", Place: "3"},
					{Person: "b", Place: "4"},
					{Person: "c", Place: "3"},
					{Person: "c", Place: "4"},
					{Person: "d", Place: "1"},
				},
			}},
			want: "rules.barred[0]: by rules.barred[0], rules.barred[1], rules.barred[2], rules.barred[3], rules.barred[4], rules.barred[5] " +
				"3 people (a, b, c) can only be in 1, 2, where at most 2 may be in all\n",
			why: "no one of the places is overfull by itself; d and the rule about d have no part in it",
		},
		{
			name: "three apart for two places",
			p: problem{People: people("a b c d e f g h"), Places: grouping.Numbered(4), Rules: rules{
				Apart: []grouping.Apart{{People: ids("a b c")}},
				Barred: []grouping.Barred{
					{Person: "a", Place: "3"},
					{Person: "a", Place: "4"},
					{Person: "b", Place: "3"},
					{Person: "b", Place: "4"},
					{Person: "c", Place: "3"},
					{Person: "c", Place: "4"},
				},
			}},
			want: "rules.apart[0]: by rules.apart[0], rules.barred[0], rules.barred[1], rules.barred[2], rules.barred[3], rules.barred[4], rules.barred[5] " +
				"3 people (a, b, c) can only be in 1, 2, where at most 2 may be in all\n",
			why: "the places hold two each, the rule lets one of the three into each",
		},
		{
			name: "two places share one woman",
			p: problem{
				People: people("a/f b/f c/m d/m e/m f/m g/m h/m"), Places: grouping.Numbered(4),
				Rules: rules{
					Barred:  []grouping.Barred{{Person: "b", Place: "1"}, {Person: "b", Place: "2"}},
					AtLeast: []grouping.AtLeast{{Kind: female, Count: 1, Places: []grouping.PlaceID{"1", "2"}}},
				},
			},
			want: "rules.atLeast[0]: by rules.atLeast[0], rules.barred[0], rules.barred[1] 1, 2 need 2 people in all, only 1 qualify and may be there\n",
			why:  "each of the two places could have the woman, both cannot",
		},
		{
			name: "units that do not pack",
			p: problem{People: people("a b c d e f"), Places: two, Rules: rules{
				Together: []grouping.Together{{People: ids("a b")}, {People: ids("c d")}, {People: ids("e f")}},
				Barred:   []grouping.Barred{{Person: "a", Place: "1"}},
			}},
			want: "rules.together[0]: within the sizes of the groups rules.together[0], rules.together[1], rules.together[2] cannot be kept; without any one of them the rest can\n",
			why:  "three pairs do not make two groups of three; where a is has no part in it",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := grouping.Allocate(t.Context(), c.p, nil)
			if !errors.Is(err, grouping.ErrInfeasible) {
				t.Fatalf("%v: %s", err, c.why)
			}
			ps, _ := errors.AsType[check.Problems](err)
			if diff := cmp.Diff(c.want, ps.Text(check.En, nil)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			if ps.Text(check.ZhHans, nil) == "" || strings.Contains(ps.Text(check.ZhHans, nil), "{") {
				t.Errorf("Chinese text: %s", ps.Text(check.ZhHans, nil))
			}
		})
	}
}

// TestManyContradictions hands over ten thousand rules that contradict each other:
// each is a finding, kept or counted.
func TestManyContradictions(t *testing.T) {
	p := grouping.Problem{Places: grouping.Numbered(2)}
	for i := range 10_000 {
		p.People = append(p.People, grouping.Person{ID: roster.PersonID(strconv.Itoa(i))})
	}
	for i := range 5_000 {
		pair := []roster.PersonID{p.People[2*i].ID, p.People[2*i+1].ID}
		p.Rules.Together = append(p.Rules.Together, grouping.Together{People: pair})
		p.Rules.Apart = append(p.Rules.Apart, grouping.Apart{People: pair})
	}
	_, err := grouping.Allocate(t.Context(), p, nil)
	ps, _ := errors.AsType[check.Problems](err)
	if n := ps.Count(grouping.TogetherAndApart); n != 5_000 {
		t.Errorf("%d findings, want 5000: %v", n, err)
	}
}

func TestUndecided(t *testing.T) {
	// Seventy units of two in two groups of seventy can be packed; a step is too few.
	p := grouping.Problem{Places: grouping.Numbered(2)}
	for i := range 140 {
		p.People = append(p.People, grouping.Person{ID: roster.PersonID(strconv.Itoa(i))})
	}
	for i := range 70 {
		p.Rules.Together = append(p.Rules.Together, grouping.Together{People: []roster.PersonID{p.People[2*i].ID, p.People[2*i+1].ID}})
	}
	_, err := grouping.Allocate(t.Context(), p, &grouping.Options{MaxSteps: 1})
	if !errors.Is(err, grouping.ErrUndecided) || errors.Is(err, grouping.ErrInfeasible) {
		t.Errorf("got %v", err)
	}
}

func TestInterrupted(t *testing.T) {
	p := skewed(300, 7)
	p.Rules.Fixed = []grouping.Fixed{{Person: "p000001", Place: "1"}, {Person: "p000002", Place: "1"}} // keeps the bound from being met at once
	cause := errors.New("enough")
	ctx, cancel := context.WithCancelCause(t.Context())
	calls := 0
	g, err := grouping.Allocate(ctx, p, &grouping.Options{Progress: func(now grouping.Progress) {
		if calls++; now.Found {
			cancel(cause)
		}
		if now.MaxSteps != grouping.DefaultSteps || now.Steps > now.MaxSteps {
			t.Errorf("progress %+v", now)
		}
	}})
	if !errors.Is(err, cause) || g.Status() != grouping.Interrupted || calls < 2 {
		t.Fatalf("after %d calls: %v, status %v", calls, err, g.Status())
	}
	if v, ps := grouping.Check(p, g.Draft()); ps.Failed() || v != g.Value() {
		t.Errorf("value %v, checked %v:\n%v", g.Value(), v, ps)
	}
	sameAfterJSON(t, p, g)
	if g, err := grouping.Allocate(ctx, p, nil); !errors.Is(err, cause) || g.Len() != 0 {
		t.Errorf("with an ended context: %v, %d groups", err, g.Len())
	}
}
