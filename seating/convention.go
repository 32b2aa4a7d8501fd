package seating

import (
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A Convention is the choice made where customs differ: under which rules people
// are seated. Every plan carries the convention it was made under. The zero
// Convention is not valid: there is no default; begin with a preset such as
// [CNGov] and change what the house does otherwise.
//
// Name is the token of the preset that the convention is or varies, or a name of
// the host's own. Row is the rule of rows that are filled from the centre; it is
// zero in a convention that has none, such as [UN] and [EU]. Choices are its options
// for every other setting.
type Convention struct {
	Name    string  `json:"name"`
	Row     RowRule `json:"row,omitzero"`
	Choices Choices `json:"choices,omitzero"`
}

// A RowRule says how people of one row are seated around its centre: on the
// rostrum (主席台), at a head table, in a row of a hall filled 左右排列. Every
// option must be chosen.
//
// No.1 sits in the centre, No.2 beside No.1 on the side of honour, No.3 on the
// other side, and so on outward. Even, Two and Extra say what happens in a row of
// an even number, which has no centre chair.
type RowRule struct {
	Honour OwnSide   `json:"honour"` // where No.2 sits in a row of an odd number
	Even   EvenRule  `json:"even"`   // where No.1 and No.2 sit in a row of an even number
	Two    TwoRule   `json:"two"`    // the same, where there are exactly two people in all
	Extra  ExtraSide `json:"extra"`  // the side with one chair more in a row of four, six, …
}

// EvenRule says who sits where in the two centre chairs of a row of an even
// number. Custom differs from place to place.
type EvenRule uint8

// The rules for an even number.
const (
	No2Left EvenRule = iota + 1 // 2号仍在1号左手: No.2 on the own left of No.1
	No1Left                     // 1号居左、2号居右: No.1 in the own-left centre chair, No.2 on the own right
)

// TwoRule says whether exactly two people are an exception from the [EvenRule].
type TwoRule uint8

// The rules for two people.
const (
	TwoFollow  TwoRule = iota + 1 // 按双数规则: as any even number
	TwoNo1Left                    // 两人时1号居左: No.1 on the own left
)

// ExtraSide says on which side a row of four, six or more has one chair more than
// on the other side of No.1.
type ExtraSide uint8

// The sides of the extra chair.
const (
	ExtraBesideNo2 ExtraSide = iota + 1 // on the side of No.2: No.1 and No.2 share the centre
	ExtraOwnLeft                        // on the own left of No.1
	ExtraOwnRight                       // on the own right of No.1
)

// Topic is something that a convention has a rule for.
type Topic uint8

// The topics of conventions.
const (
	RowOrder      Topic = iota + 1 // rows filled from the centre: rostrum, head table
	DrawnOrder                     // delegations in alphabetical order from one that is drawn
	ProtocolOrder                  // delegations by the name of the state in its own language
	Rotation                       // delegations that move on by one seat each term
	OfSettings                     // options of settings that are not rows: talks, tables, vehicles and so on
)

var (
	evenRules = words{
		{"no2-left", "双数时2号在1号左手", "even rows: No.2 on the own left of No.1"},
		{"no1-left", "双数时1号居左、2号居右", "even rows: No.1 own left of the centre, No.2 own right"},
	}
	twoRules = words{
		{"follow", "两人时同双数", "two people: as any even number"},
		{"no1-left", "两人时1号居左", "two people: No.1 on the own left"},
	}
	extraSides = words{
		{"beside-no2", "双数时1、2号同时居中", "even rows: No.1 and No.2 share the centre"},
		{"own-left", "双数时1号左侧多一席", "even rows: one chair more on the own left of No.1"},
		{"own-right", "双数时1号右侧多一席", "even rows: one chair more on the own right of No.1"},
	}
	honours = words{
		{"own-left", "左为上", "own left is the side of honour"},
		{"own-right", "右为上", "own right is the side of honour"},
	}
	topics = words{
		{"row-order", "居中排列的座次（主席台等）", "rows filled from the centre (rostrum, head table)"},
		{"drawn-order", "抽签起点的代表团次序", "the drawn order of delegations"},
		{"protocol-order", "代表团礼宾次序（本国语言国名）", "the protocol order of delegations"},
		{"rotation", "代表团轮换", "the rotation of delegations"},
		{"settings", "会谈、宴会、乘车等场地的选项", "options of other settings (talks, tables, vehicles)"},
	}
)

// String returns the token, no2-left or no1-left.
func (r EvenRule) String() string { return of(evenRules, r).token }

// Label returns the rule in Chinese.
func (r EvenRule) Label() string { return of(evenRules, r).hans }

// AppendText appends the token of a valid rule.
func (r EvenRule) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "even rule", evenRules, r)
}

// MarshalText returns the token of a valid rule.
func (r EvenRule) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads no2-left or no1-left.
func (r *EvenRule) UnmarshalText(text []byte) error { return read(r, "even rule", evenRules, text) }

// String returns the token, follow or no1-left.
func (r TwoRule) String() string { return of(twoRules, r).token }

// Label returns the rule in Chinese.
func (r TwoRule) Label() string { return of(twoRules, r).hans }

// AppendText appends the token of a valid rule.
func (r TwoRule) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "rule for two", twoRules, r)
}

// MarshalText returns the token of a valid rule.
func (r TwoRule) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads follow or no1-left.
func (r *TwoRule) UnmarshalText(text []byte) error { return read(r, "rule for two", twoRules, text) }

// String returns the token: beside-no2, own-left or own-right.
func (s ExtraSide) String() string { return of(extraSides, s).token }

// Label returns the side in Chinese.
func (s ExtraSide) Label() string { return of(extraSides, s).hans }

// AppendText appends the token of a valid side.
func (s ExtraSide) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "extra side", extraSides, s)
}

// MarshalText returns the token of a valid side.
func (s ExtraSide) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads beside-no2, own-left or own-right.
func (s *ExtraSide) UnmarshalText(text []byte) error { return read(s, "extra side", extraSides, text) }

// String returns the token: row-order, drawn-order, protocol-order, rotation or settings.
func (t Topic) String() string { return of(topics, t).token }

// Label returns the topic in Chinese.
func (t Topic) Label() string { return of(topics, t).hans }

// Term returns the topic in both languages.
func (t Topic) Term(key string) check.Arg { return term(key, topics, t) }

// AppendText appends the token of a valid topic.
func (t Topic) AppendText(dst []byte) ([]byte, error) { return write(dst, "topic", topics, t) }

// MarshalText returns the token of a valid topic.
func (t Topic) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText reads the token of a topic.
func (t *Topic) UnmarshalText(text []byte) error { return read(t, "topic", topics, text) }

// IsZero reports whether the rule is not there at all.
func (r RowRule) IsZero() bool { return r == RowRule{} }

// Validate reports the options of r that are not chosen or not known.
func (r RowRule) Validate() check.Problems {
	var ps check.Problems
	for _, o := range r.choices() {
		if o.value == 0 || o.value > uint8(len(o.words)) {
			ps.Add(noChoice.At(o.field, check.Text("option", o.field), check.Text("known", o.words.String())))
		}
	}
	return ps
}

// a choice is the value of one option.
type choice struct {
	field string
	value uint8
	words words
	// sources are those of the values in turn, where they are not house custom.
	sources []string
}

// origin returns the source of the choice.
func (o choice) origin() string {
	if i := int(o.value) - 1; i >= 0 && i < len(o.sources) {
		return o.sources[i]
	}
	return check.HouseCustom
}

func (r RowRule) choices() []choice {
	return []choice{
		{field: "honour", value: uint8(r.Honour), words: honours},
		{field: "even", value: uint8(r.Even), words: evenRules},
		{field: "two", value: uint8(r.Two), words: twoRules},
		{field: "extra", value: uint8(r.Extra), words: extraSides},
	}
}

// Validate reports a convention without a name, options that are not chosen, a
// rule under the name of a preset that has none, and a convention without any rule.
func (c Convention) Validate() check.Problems {
	var ps check.Problems
	ps.In("", roster.CheckID("name", "convention", c.Name))
	ps.In("choices", c.Choices.Validate())
	p, known := presetNamed(c.Name)
	switch {
	case c.Row.IsZero():
		if len(c.Covers()) == 0 {
			ps.Add(emptyConvention.At("row", check.Value("convention", c.Name)))
		}
	case known && p.convention.Row.IsZero():
		ps.Add(noRowPreset.At("row", check.Text("convention", c.Name)))
	default:
		ps.In("row", c.Row.Validate())
	}
	return ps
}

// Covers lists what the convention has a rule for.
func (c Convention) Covers() []Topic {
	var covered []Topic
	if !c.Row.IsZero() {
		covered = append(covered, RowOrder)
	}
	if p, known := presetNamed(c.Name); known {
		covered = append(covered, p.orders...)
	}
	if !c.Choices.IsZero() {
		covered = append(covered, OfSettings)
	}
	return covered
}

// String returns the name and the options that differ from the preset of that
// name, as in "cn-gov two=no1-left podium=second-own-right"; of a convention of the
// host's own, all options. Options that are left open are not written.
func (c Convention) String() string {
	var b strings.Builder
	b.WriteString(c.Name)
	p, _ := presetNamed(c.Name)
	preset := append(p.convention.Row.choices(), p.convention.Choices.choices()...)
	for i, o := range append(c.Row.choices(), c.Choices.choices()...) {
		if o.value != preset[i].value && o.value != 0 {
			b.WriteString(" " + o.field + "=" + of(o.words, o.value).token)
		}
	}
	return b.String()
}

// Line seats n people who form a row of their own, ranks 1 to n. A convention that
// is not valid, or that has no rule for rows, is an error that lists what it
// covers, and so is n outside 1 to [MaxRostrum].
func (c Convention) Line(n int) (Line, error) {
	var ps check.Problems
	ps.In("convention", c.Validate())
	if n < 1 || n > MaxRostrum {
		ps.Add(badCount.At("n", check.Int("n", n), check.Int("max", MaxRostrum)))
	}
	ps.In("convention", c.rows())
	if err := ps.Err(); err != nil {
		return Line{}, err
	}
	own := make([]int, n)
	for i, chair := range c.Row.shape(n, true).order() {
		own[chair] = i + 1
	}
	return Line{own}, nil
}

// rows reports a convention that has no rule for rows.
func (c Convention) rows() check.Problems {
	var ps check.Problems
	if c.Row.IsZero() && c.Name != "" {
		ps.Add(noRowRule.At("row", check.Value("convention", c.Name), coverage(c.Covers())))
	}
	return ps
}

// coverage names topics in a sentence.
func coverage(ts []Topic) check.Arg {
	var hans, en []string
	for _, t := range ts {
		w := of(topics, t)
		hans, en = append(hans, w.hans), append(en, w.en)
	}
	return check.Term("covers", strings.Join(hans, "、"), strings.Join(en, ", "))
}

// AppendJSON appends the convention as JSON; one that is not valid is an error.
func (c Convention) AppendJSON(dst []byte) ([]byte, error) {
	if err := c.Validate().Err(); err != nil {
		return dst, err
	}
	return wire.AppendValue(dst, c)
}

// ParseConvention reads a convention as AppendJSON writes it. Unknown options,
// options that are missing and unknown values are findings.
func ParseConvention(data []byte) (Convention, error) {
	var c Convention
	ps := wire.ParseValue(data, &c, nil)
	if !ps.Failed() {
		ps.In("", c.Validate())
	}
	if err := ps.Err(); err != nil {
		return Convention{}, err
	}
	return c, nil
}
