package grouping_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/roster/grouping"
)

// written reads "a b | c d": the members of each place.
func written(p grouping.Problem, groups string) grouping.Draft {
	var d grouping.Draft
	for i, list := range strings.Split(groups, "|") {
		g := grouping.DraftGroup{Members: ids(list)}
		if i < len(p.Places) {
			g.Place = p.Places[i].ID
		}
		d.Groups = append(d.Groups, g)
	}
	return d
}

func TestCheck(t *testing.T) {
	type rules = grouping.RuleLists
	six := people("a/f/1 b/f/2 c/f d/m/1 e/m f/m")
	two := grouping.Numbered(2)
	female := grouping.Kind{Attribute: "sex", Value: "f"}
	sex := grouping.Kind{Attribute: "sex"}
	one := []grouping.PlaceID{"2"}
	for _, c := range []struct {
		name   string
		places []grouping.Place
		sizes  grouping.Sizing
		rules  rules
		draft  string
		want   []string
		why    string
	}{
		{"sound", two, 0, rules{}, "a b c | d e f", nil, "two even groups"},
		{"nowhere", two, 0, rules{}, "a b c | d e", []string{"people[5]: grouping/not-placed"}, "f is left out"},
		{"twice", two, 0, rules{}, "a b c | d e f a", []string{"groups[1].members[3]: grouping/placed-twice"}, "a sits twice"},
		{"stranger", two, 0, rules{}, "a b c | d e f g", []string{"groups[1].members[3]: grouping/unknown-person"}, "g is nobody"},
		{"places", two, 0, rules{}, "a b | c d | e f", []string{"groups[2]: grouping/places-differ"}, "there is no third place"},
		{"missing place", two, 0, rules{}, "a b c d e f", []string{"groups[1]: grouping/places-differ"}, "the second is missing"},
		{"uneven", two, 0, rules{}, "a b c d | e f", []string{"groups[0]: grouping/wrong-size", "groups[1]: grouping/wrong-size"}, "four and two differ by two"},
		{"empty", two, grouping.Within, rules{}, "a b c d e f |", []string{"groups[1]: grouping/wrong-size"}, "no group is empty"},
		{"near even", two, grouping.NearEven, rules{}, "a b c d | e f", nil, "evenness is a matter of value"},
		{"even as far as bounds allow", []grouping.Place{{ID: "1", Max: 2}, {ID: "2"}}, 0, rules{}, "a b | c d e f", nil, "the first takes no more"},
		{
			"not as even as bounds allow",
			[]grouping.Place{{ID: "1", Max: 2}, {ID: "2"}},
			0,
			rules{},
			"a | b c d e f",
			[]string{"groups[0]: grouping/wrong-size", "groups[1]: grouping/wrong-size"},
			"the first takes two",
		},
		{"lower bound", []grouping.Place{{ID: "1", Min: 4}, {ID: "2"}}, 0, rules{}, "a b c | d e f", []string{"groups[0]: grouping/wrong-size", "groups[1]: grouping/wrong-size"}, "the first needs four, which leaves two"},
		{"room", []grouping.Place{{ID: "1", Capacity: 2}, {ID: "2"}}, grouping.Within, rules{}, "a b c | d e f", []string{"groups[0]: grouping/room-overfull", "groups[0]: grouping/wrong-size"}, "two seats"},
		{"together", two, 0, rules{Together: []grouping.Together{{People: ids("a d")}}}, "a b c | d e f", []string{"groups[1]: grouping/rule-broken"}, "d is elsewhere"},
		{"apart", two, 0, rules{Apart: []grouping.Apart{{People: ids("a b")}}}, "a b c | d e f", []string{"groups[0]: grouping/rule-broken"}, "both are in the first"},
		{"fixed", two, 0, rules{Fixed: []grouping.Fixed{{Person: "a", Place: "2"}}}, "a b c | d e f", []string{"groups[0]: grouping/rule-broken"}, "a is not there"},
		{"barred", two, 0, rules{Barred: []grouping.Barred{{Person: "d", Place: "2"}}}, "a b c | d e f", []string{"groups[1]: grouping/rule-broken"}, "d is there"},
		{"at least", two, 0, rules{AtLeast: []grouping.AtLeast{{Kind: female, Count: 1}}}, "a b c | d e f", []string{"groups[1]: grouping/rule-broken"}, "no woman in the second"},
		{"at least, elsewhere", two, 0, rules{AtLeast: []grouping.AtLeast{{Kind: female, Count: 2, Places: one}}}, "a d e | b c f", nil, "the first is not spoken of"},
		{"at most", two, 0, rules{AtMost: []grouping.AtMost{{Kind: female, Count: 2}}}, "a b c | d e f", []string{"groups[0]: grouping/rule-broken"}, "three women in the first"},
		{"at most, elsewhere", two, 0, rules{AtMost: []grouping.AtMost{{Kind: female, Count: 0, Places: one}}}, "a b c | d e f", nil, "none in the second"},
		{"alone", two, 0, rules{NotAlone: []grouping.NotAlone{{Kind: sex}}}, "a b d | c e f", []string{"groups[0]: grouping/rule-broken", "groups[1]: grouping/rule-broken"}, "d and c are alone"},
		{"alone in a kind", two, 0, rules{NotAlone: []grouping.NotAlone{{Kind: female}}}, "a b d | c e f", []string{"groups[1]: grouping/rule-broken"}, "only women are spoken of"},
		{"three or none", two, 0, rules{NotAlone: []grouping.NotAlone{{Kind: female, Count: 3}}}, "a b d | c e f", []string{"groups[0]: grouping/rule-broken", "groups[1]: grouping/rule-broken"}, "two are too few as well"},
		{"whole", two, 0, rules{Whole: []grouping.Whole{{Kind: sex}}}, "a b d | c e f", []string{"groups[0]: grouping/rule-broken", "groups[1]: grouping/rule-broken"}, "both kinds are split: d and c are away from most of their kind"},
		{"whole kind", two, 0, rules{Whole: []grouping.Whole{{Kind: female}}}, "a b c | d e f", nil, "women are whole"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := grouping.Problem{People: six, Places: c.places, Sizes: c.sizes, Rules: c.rules}
			_, ps := grouping.Check(p, written(p, c.draft))
			var got []string
			for f := range ps.All() {
				got = append(got, fmt.Sprintf("%s: %s", f.Path(), f.Code()))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
}

func TestCheckRoles(t *testing.T) {
	p := grouping.Problem{
		People: people("a/f/1 b/f/2 c/f d/m/1 e/m f/m/3"),
		Places: grouping.Numbered(2),
		Rules: grouping.RuleLists{Roles: []grouping.Role{
			{ID: grouping.Convener, Count: 1, Floor: 2},
			{ID: "scribe", Count: 1, Who: grouping.Kind{Attribute: "sex", Value: "f"}},
		}},
	}
	for _, c := range []struct {
		convener, scribe, more string
		sound                  bool
		why                    string
	}{
		{"d", "c", "", true, "rank 1 and a woman, both members"},
		{"", "c", "", false, "nobody convenes"},
		{"d a", "c", "", false, "two convene"},
		{"e", "c", "", false, "no rank"},
		{"f", "c", "", false, "rank below the floor"},
		{"a", "c", "", false, "a member of the other group"},
		{"x", "c", "", false, "nobody of that name"},
		{"d", "e", "", false, "a man where a woman is asked for"},
		{"d", "c", "e", false, "a role that nobody asked for"},
		{"d", "d", "", false, "two roles, and no woman"},
	} {
		t.Run(c.why, func(t *testing.T) {
			d := written(p, "a b e | c d f")
			d.Groups[0].Roles = []grouping.Holders{{grouping.Convener, ids("b")}, {"scribe", ids("a")}}
			d.Groups[1].Roles = []grouping.Holders{{grouping.Convener, ids(c.convener)}, {"scribe", ids(c.scribe)}}
			if c.more != "" {
				d.Groups[1].Roles = append(d.Groups[1].Roles, grouping.Holders{Role: "herald", People: ids(c.more)})
			}
			if _, ps := grouping.Check(p, d); ps.Has(grouping.WrongHolder) == c.sound {
				t.Errorf("%v", ps)
			}
		})
	}
	d := written(p, "a b e | c d f")
	d.Groups[0].Roles = []grouping.Holders{{grouping.Convener, ids("b")}, {"scribe", ids("b")}}
	d.Groups[1].Roles = []grouping.Holders{{grouping.Convener, ids("d")}, {"scribe", ids("c")}}
	if _, ps := grouping.Check(p, d); ps.Count(grouping.WrongHolder) != 2 {
		t.Errorf("b holds two roles, which is wrong for both: %v", ps)
	}
}

func TestValue(t *testing.T) {
	balance := func(level, weight int) grouping.Objective {
		return grouping.Objective{Balance: []grouping.Balance{{Attribute: "sex", Level: level, Weight: weight}}}
	}
	for _, c := range []struct {
		name      string
		people    string
		places    []grouping.Place
		sizes     grouping.Sizing
		objective grouping.Objective
		draft     string
		want      grouping.Value
		why       string
	}{
		{"even", "a/f b/f c/m d/m", grouping.Numbered(2), 0, balance(0, 0), "a c | b d", grouping.Value{}, "one of each"},
		{"split", "a/f b/f c/m d/m", grouping.Numbered(2), 0, balance(0, 0), "a b | c d", grouping.Value{0, 4}, "each of four cells is one off its share of one"},
		{"weighted", "a/f b/f c/m d/m", grouping.Numbered(2), 0, balance(3, 5), "a b | c d", grouping.Value{0, 0, 0, 20}, "five times as much, on the third level"},
		{"half shares", "a/f b/f c/f d/m", grouping.Numbered(2), 0, balance(0, 0), "a b | c d", grouping.Value{}, "shares of 1½ and ½ are met by 2, 1 and 0, 1"},
		{"beyond half shares", "a/f b/f c/f d/m e/m f/m", grouping.Numbered(2), 0, balance(0, 0), "a b c | d e f", grouping.Value{0, 8}, "3 and 0 against 1½ cost 1·2 each"},
		{"unknown", "a/f b/f c d", grouping.Numbered(2), 0, balance(0, 0), "a b | c d", grouping.Value{0, 2}, "only women are counted"},
		{"sizes", "a b c d e f", grouping.Numbered(2), grouping.NearEven, grouping.Objective{}, "a b c d e | f", grouping.Value{8}, "5 and 1 against 3"},
		{
			"in proportion", "a/f b/f c/f d/m e/m f/m",
			[]grouping.Place{{ID: "1", Max: 2}, {ID: "2"}},
			0,
			balance(0, 0),
			"a d | b c e f",
			grouping.Value{},
			"the small room is due a third of the women",
		},
		{
			"against proportion", "a/f b/f c/f d/m e/m f/m",
			[]grouping.Place{{ID: "1", Max: 2}, {ID: "2"}},
			0,
			balance(0, 0),
			"a b | c d e f",
			grouping.Value{0, 4},
			"two women against one, none man against one, and so in the other room",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := grouping.Problem{People: people(c.people), Places: c.places, Sizes: c.sizes, Objective: c.objective}
			got, ps := grouping.Check(p, written(p, c.draft))
			if ps.Failed() {
				t.Fatal(ps)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
}
