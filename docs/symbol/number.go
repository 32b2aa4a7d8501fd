package symbol

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// MaxSerial is the greatest serial, MaxCode the greatest length of a body code in
// characters, MaxText the greatest length of a number in bytes.
const (
	MaxSerial = 999_999_999
	MaxCode   = 12
	MaxText   = 1024
)

// A Number is the number of a document. Two numbers that mean the same are equal
// with ==, however they were written. The zero Number is none.
//
// A number whose family was recognised but whose text could not be repaired, and a
// number of class [Other], has no canonical form: it keeps the text as it was read.
type Number struct {
	class  Class
	unit   Unit
	dating Dating
	year   int16
	serial int32
	total  int32
	body   string
	tail   string
	text   string // the canonical form, of the classes from UN on
	raw    string // the text as it was read, if there is no canonical form
}

// Parts are what a number is made of, as input of [New].
type Parts struct {
	Class  Class  `json:"class"`           // any but None and Other
	Body   string `json:"body,omitempty"`  // body code (机关代字), or the title up to the year or 第
	Tail   string `json:"tail,omitempty"`  // the title after the unit: 常务会议纪要 in 第5次常务会议纪要
	Year   int    `json:"year,omitzero"`   // 1000 to 9999; 0 if none is written
	Serial int    `json:"serial"`          // 1 to MaxSerial
	Total  int    `json:"total,omitzero"`  // the running number of an issue over all years (总期号); 0 if none is written
	Unit   Unit   `json:"unit,omitzero"`   // 号 unless stated
	Dating Dating `json:"dating,omitzero"` // how the year is written, if not as usual
	Text   string `json:"text,omitempty"`  // the whole number, of the classes from UN on, which have no other part
}

// Filled returns the parts with the dating that numbers of their class usually have,
// if none is stated: none without a year, in words for orders, announcements and
// issues (2026年第3号, 2026年第3期), in brackets for all others.
func (p Parts) Filled() Parts {
	switch {
	case p.Dating != Usual || p.Class < Wenhao || p.Class > Bulletin:
	case p.Year == 0:
		p.Dating = Undated
	default:
		p.Dating = p.Class.usual(p.Unit)
	}
	return p
}

// New returns the number of a class made of parts, with the usual dating of its class
// unless another one is stated. It is strict: it refuses parts
// whose text would not be read back as the same number without a diagnosis, with a
// [check.Problems] that says why.
func New(p Parts) (Number, error) {
	if p.Class >= UN && int(p.Class) < len(classWords) {
		return newOuter(p)
	}
	p = p.Filled()
	var ps check.Problems
	class := p.Class.term("class")
	unwritable := func(path, hans, en string) {
		ps.Add(unwritableRule.At(path, class, check.Term("what", hans, en)))
	}
	if p.Class < Wenhao || p.Class > Bulletin {
		unwritable("class", "此类编号没有规定的写法", "the class has no grammar")
	}
	if p.Serial < 1 || p.Serial > MaxSerial {
		unwritable("serial", "顺序号应在1至"+strconv.Itoa(MaxSerial)+"之间", "the serial lies outside 1 to "+strconv.Itoa(MaxSerial))
	}
	if (p.Dating == Undated) != (p.Year == 0) {
		unwritable("dating", "有年份才写年份，有年份须说明写法", "year and dating go together")
	} else if p.Year != 0 && (p.Year < 1000 || p.Year > 9999) {
		unwritable("year", "年份应为四位数字", "the year has four digits")
	}
	if p.Total < 0 || p.Total > MaxSerial || p.Total > 0 && p.Total < p.Serial {
		unwritable("total", "总期号不小于期号，最多"+strconv.Itoa(MaxSerial), "the running number is not below the serial, and at most "+strconv.Itoa(MaxSerial))
	}
	if p.Unit > Ci {
		unwritable("unit", "单位应为号、期、次之一", "the unit is none of 号, 期, 次")
	}
	if p.Dating > InBracketsOrdinal {
		unwritable("dating", "年份写法不明", "the dating is unknown")
	}
	if p.Text != "" {
		unwritable("text", "此类编号由各部分写出，不直接给全文", "the number is made of its parts, not of a text")
	}
	if len(p.Body)+len(p.Tail) > MaxText {
		ps.Add(tooLongRule.At("body", check.Term("what", "名称", "title"), check.Int("max", MaxText)))
	}
	if err := ps.Err(); err != nil {
		return Number{}, err
	}
	n := Number{
		class: p.Class, unit: p.Unit, dating: p.Dating,
		year: int16(p.Year), serial: int32(p.Serial), total: int32(p.Total), body: p.Body, tail: p.Tail,
	}
	back, found := Parse(n.String())
	switch {
	case found.Len() > 0:
		ps.In("", found)
		unwritable("body", "写出后读回有问题", "its text would be diagnosed")
	case back != n:
		unwritable("body", "写出后读作另一编号", "its text reads as another number")
	}
	if err := ps.Err(); err != nil {
		return Number{}, err
	}
	return n, nil
}

// IsZero reports whether n is none.
func (n Number) IsZero() bool { return n == Number{} }

// Class is the family of the number.
func (n Number) Class() Class { return n.class }

// Body is the body code (机关代字) of a document number; for the other classes it is
// the title up to the year or 第, as it was written: 国令 in 国令第843号. It is ""
// where there is no canonical form.
func (n Number) Body() string { return n.body }

// Year is the year in the number, 0 if there is none.
func (n Number) Year() int { return int(n.year) }

// Serial is the serial (发文顺序号), from 1; 0 where there is no canonical form.
func (n Number) Serial() int { return int(n.serial) }

// Total is the running number of an issue over all years (总期号), as in 第3期（总第128期）;
// 0 if none is written.
func (n Number) Total() int { return int(n.total) }

// Parts returns what the number is made of. New(n.Parts()) is n where n has a
// canonical form.
func (n Number) Parts() Parts {
	return Parts{
		Class: n.class, Body: n.body, Tail: n.tail,
		Year: int(n.year), Serial: int(n.serial), Total: int(n.total), Unit: n.unit, Dating: n.dating, Text: n.text,
	}
}

// Canonical returns the number as the standard writes it, "" if that is not known.
func (n Number) Canonical() string {
	if n.serial == 0 {
		return n.text
	}
	return n.String()
}

// String returns the canonical form or, where there is none, the text as it was
// read. Parse(n.String()) returns n.
func (n Number) String() string {
	switch {
	case n.text != "":
		return n.text
	case n.serial == 0:
		return n.raw
	}
	return string(n.appendTo(make([]byte, 0, len(n.body)+len(n.tail)+32)))
}

func (n Number) appendTo(dst []byte) []byte {
	dst = append(dst, n.body...)
	switch n.dating {
	case Usual, Undated:
	case InBrackets, InBracketsOrdinal:
		dst = append(dst, "〔"...)
		dst = strconv.AppendInt(dst, int64(n.year), 10)
		dst = append(dst, "〕"...)
	case InWords:
		dst = strconv.AppendInt(dst, int64(n.year), 10)
		dst = append(dst, "年"...)
	}
	if n.unit != Hao || n.dating != InBrackets {
		dst = append(dst, "第"...)
	}
	dst = strconv.AppendInt(dst, int64(n.serial), 10)
	dst = append(dst, n.unit.Label()...)
	if n.total != 0 {
		dst = append(dst, "（总第"...)
		dst = strconv.AppendInt(dst, int64(n.total), 10)
		dst = append(dst, n.unit.Label()...)
		dst = append(dst, "）"...)
	}
	return append(dst, n.tail...)
}

// Compare orders numbers by class, body in bytes, tail, year, serial, and those
// without a canonical form by their text.
func (n Number) Compare(m Number) int {
	return cmp.Or(
		cmp.Compare(n.class, m.class),
		strings.Compare(n.body, m.body),
		strings.Compare(n.tail, m.tail),
		cmp.Compare(n.year, m.year),
		cmp.Compare(n.serial, m.serial),
		cmp.Compare(n.total, m.total),
		cmp.Compare(n.unit, m.unit),
		cmp.Compare(n.dating, m.dating),
		strings.Compare(n.text, m.text),
		strings.Compare(n.raw, m.raw),
	)
}

// AppendText appends n.String().
func (n Number) AppendText(dst []byte) ([]byte, error) { return append(dst, n.String()...), nil }

// MarshalText returns n.String().
func (n Number) MarshalText() ([]byte, error) { return n.AppendText(nil) }

// UnmarshalText reads what MarshalText wrote and nothing else: a text that would
// have to be repaired is an error, so that reading a file never changes a number.
func (n *Number) UnmarshalText(text []byte) error {
	read, found := Parse(string(text))
	if read.String() != string(text) {
		if err := firstOf(found); err != nil {
			return err
		}
		return unwritableRule.At("", read.class.term("class"),
			check.Term("what", "应写作"+read.String(), "it is written "+read.String()))
	}
	*n = read
	return nil
}

// firstOf returns a finding as an error where a warning is one too.
func firstOf(found check.Problems) error {
	for p := range found.All() {
		return p
	}
	return nil
}
