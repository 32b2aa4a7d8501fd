package docs

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Codes of the findings of names in texts.
const (
	TooMany       check.Code = "docs/too-many"        // more than a limit allows
	UnknownName   check.Code = "docs/unknown-person"  // an expected person who is not on the list
	NameMissing   check.Code = "docs/name-missing"    // a person whom a text should name and does not
	NameExtra     check.Code = "docs/name-extra"      // a person whom a text should not name
	NameTwice     check.Code = "docs/name-twice"      // a person who has two cards or seats
	NameOrder     check.Code = "docs/name-order"      // two people in the wrong order
	NameTitle     check.Code = "docs/name-title"      // a title that the person does not hold
	NameTitles    check.Code = "docs/name-titles"     // texts that give a person different titles
	NameHomophone check.Code = "docs/name-homophone"  // a name with a character of the same sound
	NameLookAlike check.Code = "docs/name-look-alike" // a name with a character that looks like the right one
	NameAmbiguous check.Code = "docs/name-ambiguous"  // a name that more than one person bears
)

var (
	tooManyRule = check.Rule{
		Code: TooMany, Severity: check.Error, Source: check.HouseCustom,
		Hans: "有{found}项，最多{max}项",
		En:   "there are {found}, at most {max} are possible",
	}
	unknownNameRule = check.Rule{
		Code: UnknownName, Severity: check.Error, Source: check.HouseCustom,
		Hans: "名单上没有{who}",
		En:   "{who} is not on the list of people",
	}
	nameMissingRule = check.Rule{
		Code: NameMissing, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{text}没有出现{who}",
		En:   "{text} does not name {who}",
	}
	nameExtraRule = check.Rule{
		Code: NameExtra, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{text}出现了不应出现的{who}",
		En:   "{text} names {who}, who is not among those it should name",
	}
	nameTwiceRule = check.Rule{
		Code: NameTwice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{text}中{who}出现了{n}次，应为一次",
		En:   "{text} has {who} {n} times, once is right",
	}
	nameOrderRule = check.Rule{
		Code: NameOrder, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{text}中{second}排在{first}之前，与位次不符",
		En:   "{text} has {second} before {first}, against the precedence",
	}
	nameTitleRule = check.Rule{
		Code: NameTitle, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{text}中{who}的职务写作{title}，名单上是{want}",
		En:   "{text} gives {who} the title {title}; the list has {want}",
	}
	nameTitlesRule = check.Rule{
		Code: NameTitles, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{who}的职务在{text}中写作{title}，在{other}中写作{want}",
		En:   "{text} gives {who} the title {title}, but {other} gives {want}",
	}
	nameHomophoneRule = check.Rule{
		Code: NameHomophone, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{text}中的{found}可能是{who}，有一字同音",
		En:   "{found} in {text} may be {who}: one character has the same sound",
	}
	nameLookAlikeRule = check.Rule{
		Code: NameLookAlike, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{text}中的{found}可能是{who}，有一字形近",
		En:   "{found} in {text} may be {who}: one character looks the same",
	}
	nameAmbiguousRule = check.Rule{
		Code: NameAmbiguous, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{text}中的{found}有几人同名：{who}，请注明",
		En:   "{found} in {text} is the name of several people: {who}; tell them apart",
	}
)

func nameRules() []check.Rule {
	return []check.Rule{
		tooManyRule, unknownNameRule, nameMissingRule, nameExtraRule, nameTwiceRule, nameOrderRule,
		nameTitleRule, nameTitlesRule, nameHomophoneRule, nameLookAlikeRule, nameAmbiguousRule,
	}
}

// A TextKind is what a text with names is. The zero TextKind is any text.
type TextKind uint8

// The kinds of texts with names.
const (
	AnyText     TextKind = iota // 文字材料
	ScriptText                  // 主持词
	CardText                    // 席卡
	SeatText                    // 座次
	MinutesText                 // 纪要
	PressNote                   // 新闻稿
)

var textWords = [...]word{
	{"any", "文字材料", "the text"},
	{"script", "主持词", "the chair's script"},
	{"cards", "席卡", "the place cards"},
	{"seats", "座次", "the seating"},
	{"minutes", "纪要", "the minutes"},
	{"press", "新闻稿", "the press text"},
}

// String returns the token of the kind, such as "script".
func (k TextKind) String() string { return textOf(textWords[:], "TextKind", k) }

// Label returns the Chinese name of the kind, such as 主持词.
func (k TextKind) Label() string { return labelOf(textWords[:], k) }

// AppendText appends the String of a kind.
func (k TextKind) AppendText(dst []byte) ([]byte, error) {
	return appendToken(dst, textWords[:], "text kind", k)
}

// MarshalText returns the String of a kind.
func (k TextKind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads the String of a kind.
func (k *TextKind) UnmarshalText(text []byte) error {
	return readToken(k, textWords[:], "text kind", text)
}

// once reports whether a text of the kind has every person once: a card, a seat.
func (k TextKind) once() bool { return k == CardText || k == SeatText }

// A NamedText is a text to be held against the list of people: a script, the list of
// cards, the seats row by row, minutes, a press text.
type NamedText struct {
	Kind   TextKind          `json:"kind,omitzero"`
	Body   string            `json:"body"`
	Expect []roster.PersonID `json:"expect,omitempty"` // who must be named; nil asks nothing
	Only   bool              `json:"only,omitzero"`    // nobody else may be named
	Order  bool              `json:"order,omitzero"`   // people are first named in their order of precedence
}

// MaxNamedText is the greatest length of a text in bytes.
const MaxNamedText = 4 << 20

// CrossCheck holds texts against one list of people (全文核名): who is missing, who should not be
// there, who stands in the wrong order or twice, titles that a person does not hold or
// that differ from text to text, and names with a wrong character. Paths are texts[1]
// and, where something stands in a text, texts[1].body[17], 17 being a character of
// it, counted from 0.
func (x NameIndex) CrossCheck(texts []NamedText) check.Problems {
	c := crossCheck{x: x, titles: map[roster.PersonID]givenTitle{}}
	for i, t := range texts {
		path := check.Index("texts", i)
		if len(t.Body) > MaxNamedText {
			c.found.Add(tooLongRule.At(path+".body", check.Int("max", MaxNamedText)))
			continue
		}
		c.text(path, t)
	}
	return c.found
}

type crossCheck struct {
	x      NameIndex
	titles map[roster.PersonID]givenTitle // of people whose titles are not on the list
	found  check.Problems
}

type givenTitle struct {
	title string
	in    check.Arg
}

// name is a person as a sentence names them.
func (c *crossCheck) name(key string, id roster.PersonID) check.Arg {
	if i, ok := c.x.place[id]; ok {
		return check.Text(key, c.x.people[i].Name)
	}
	return check.ID(key, roster.KindPerson, id)
}

func (c *crossCheck) text(path string, t NamedText) {
	in := check.Term("text", t.Kind.Label(), textWords[min(int(t.Kind), len(textWords)-1)].en)
	times := map[roster.PersonID]int{}
	var order []Mention
	chars, at := 0, 0
	for m := range c.x.Mentions(t.Body) {
		chars, at = chars+utf8.RuneCountInString(t.Body[at:m.Start]), m.Start
		here := check.Index(path+".body", chars)
		found := check.Value("found", t.Body[m.Start:m.End])
		switch {
		case m.Kind == HomophoneMention:
			c.found.Add(nameHomophoneRule.At(here, in, found, c.names(m.People)))
			continue
		case m.Kind == LookAlikeMention:
			c.found.Add(nameLookAlikeRule.At(here, in, found, c.names(m.People)))
			continue
		case len(m.People) > 1:
			m.People = c.meant(m, times)
			if len(m.People) > 1 {
				c.found.Add(nameAmbiguousRule.At(here, in, found, c.names(m.People)))
				m.Titles = nil
			}
		}
		id := m.People[0]
		if times[id]++; times[id] == 1 {
			order = append(order, m)
		}
		c.title(here, in, id, m.Titles)
	}
	c.expected(path, in, t, times)
	if t.Order {
		c.order(path, in, t, order)
	}
}

// meant returns which of several people of one name is meant: who holds the titles, if
// that is one of them; else all, first who has been named least.
func (c *crossCheck) meant(m Mention, times map[roster.PersonID]int) []roster.PersonID {
	var holders []roster.PersonID
	for _, id := range m.People {
		person := &c.x.people[c.x.place[id]]
		if len(m.Titles) > 0 && !slices.ContainsFunc(m.Titles, func(t string) bool { return !person.holds(t) }) {
			holders = append(holders, id)
		}
	}
	if len(holders) == 1 {
		return holders
	}
	return slices.SortedStableFunc(slices.Values(m.People), func(a, b roster.PersonID) int { return cmp.Compare(times[a], times[b]) })
}

// names lists people in a sentence.
func (c *crossCheck) names(ids []roster.PersonID) check.Arg {
	var out []string
	for _, id := range ids {
		if name := c.x.people[c.x.place[id]].Name; !slices.Contains(out, name) {
			out = append(out, name)
		} else {
			out = append(out, name+"（"+string(id)+"）")
		}
		if len(out) == check.MaxListed {
			break
		}
	}
	return check.Text("who", strings.Join(out, "、"))
}

// title holds the titles that stand with a name against those of the person.
func (c *crossCheck) title(here string, in check.Arg, id roster.PersonID, titles []string) {
	person := &c.x.people[c.x.place[id]]
	for _, title := range titles {
		if len(person.Titles) > 0 {
			if !person.holds(title) {
				c.found.Add(nameTitleRule.At(here, in, c.name("who", id), check.Value("title", title), check.Text("want", strings.Join(person.Titles, "、"))))
			}
			continue
		}
		was, ok := c.titles[id]
		switch {
		case !ok:
			c.titles[id] = givenTitle{title, in}
		case !strings.HasSuffix(was.title, title) && !strings.HasSuffix(title, was.title):
			c.found.Add(nameTitlesRule.At(here, in, c.name("who", id), check.Value("title", title),
				was.in.WithKey("other"), check.Value("want", was.title)))
		}
	}
}

// expected reports who is missing, who should not be there and who is there twice.
func (c *crossCheck) expected(path string, in check.Arg, t NamedText, times map[roster.PersonID]int) {
	want := map[roster.PersonID]bool{}
	for i, id := range t.Expect {
		want[id] = true
		switch _, listed := c.x.place[id]; {
		case !listed:
			c.found.Add(unknownNameRule.At(check.Index(path+".expect", i), check.ID("who", roster.KindPerson, id)))
		case times[id] == 0:
			c.found.Add(nameMissingRule.At(check.Index(path+".expect", i), in, c.name("who", id)))
		}
	}
	for i := range c.x.people {
		id := c.x.people[i].ID
		if n := times[id]; n > 1 && t.Kind.once() {
			c.found.Add(nameTwiceRule.At(check.Key(path+".twice", string(id)), in, c.name("who", id), check.Int("n", n)))
		}
		if t.Only && times[id] > 0 && !want[id] {
			c.found.Add(nameExtraRule.At(check.Key(path+".extra", string(id)), in, c.name("who", id)))
		}
	}
}

// order reports neighbours, of people as they are first named, who stand in the wrong
// order.
func (c *crossCheck) order(path string, in check.Arg, t NamedText, named []Mention) {
	for i, m := range named[min(1, len(named)):] {
		second, first := named[i].People[0], m.People[0]
		if c.x.place[second] > c.x.place[first] {
			here := check.Index(path+".body", utf8.RuneCountInString(t.Body[:named[i].Start]))
			c.found.Add(nameOrderRule.At(here, in, c.name("second", second), c.name("first", first)))
		}
	}
}
