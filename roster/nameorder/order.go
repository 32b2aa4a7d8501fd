package nameorder

import (
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/nameorder/internal/reading"
)

// An Order puts names into one of the three official orders. It is made by
// [SurnameStrokes], [FullNameStrokes], [Pinyin] or [New], never changes, and is
// safe for concurrent use. Orders with the same scheme and options are ==.
//
// The zero Order is none of them, because the orders must not be taken for one
// another: IsZero reports it, and to compare by it panics.
type Order struct {
	scheme Scheme
	opts   Options
	blank  bool
	read   *readings // nil for the stroke orders, which then link no readings
}

// SurnameStrokes is the surname stroke order (姓氏笔画为序) of party congresses,
// their committees and the CPPCC: names are compared character by character, by
// strokes, and a name of two characters has a blank between surname and given
// name, which comes before every character: 王一 before 王大伟.
//
// A nil opts stands for the zero Options. Options that their Validate rejects give
// the zero Order.
func SurnameStrokes(opts *Options) Order { return newOrder(BySurnameStrokes, opts, nil) }

// FullNameStrokes is the full-name stroke order (姓名笔画为序) of people's
// congresses: as [SurnameStrokes], without the blank, so that 田富 comes after
// 田大利.
func FullNameStrokes(opts *Options) Order { return newOrder(ByFullNameStrokes, opts, nil) }

// Pinyin is the order by Mandarin readings (姓名拼音为序): first the surname, then
// the given name, each by all its syllables, then their tones, then strokes. A
// surname has its reading as a surname, a compound surname is one unit. A program
// that calls Pinyin or [New] links the tables of readings.
func Pinyin(opts *Options) Order { return newOrder(ByPinyin, opts, &mandarin) }

// New returns the order of a scheme, for hosts that read the scheme from a
// document. It links the tables of all orders. The error is a [check.Problems].
func New(s Scheme, opts *Options) (Order, error) {
	var ps check.Problems
	if !s.IsValid() {
		ps.Add(badChoice.At("scheme", check.Text("field", "scheme"), check.Text("value", s.String())))
	}
	if opts != nil {
		ps.In("options", opts.Validate())
	}
	if err := ps.Err(); err != nil {
		return Order{}, err
	}
	if s == ByPinyin {
		return Pinyin(opts), nil
	}
	return newOrder(s, opts, nil), nil
}

func newOrder(s Scheme, opts *Options, read *readings) Order {
	o := Order{scheme: s, read: read}
	if opts != nil {
		o.opts = *opts
	}
	if o.opts.Validate().Failed() {
		return Order{}
	}
	o.blank = s == BySurnameStrokes && o.opts.Blank != BlankOff ||
		s == ByFullNameStrokes && o.opts.Blank == BlankOn
	return o
}

// IsZero reports whether o is no order.
func (o Order) IsZero() bool { return o == Order{} }

// Scheme returns which of the three orders o is, 0 for the zero Order.
func (o Order) Scheme() Scheme { return o.scheme }

// Options returns the options that o was made with.
func (o Order) Options() Options { return o.opts }

// String returns the token of the scheme.
func (o Order) String() string { return o.scheme.String() }

// must panics for the zero Order: which order is meant is for the caller to say.
func (o Order) must() {
	if o.scheme == 0 {
		panic("nameorder: the zero Order orders nothing; call SurnameStrokes, FullNameStrokes or Pinyin") //nolint:forbidigo // a programmer's error
	}
}

// readings are the questions that the pinyin order asks. They stand behind a
// pointer so that only an order by readings links the tables.
type readings struct {
	usual    func(rune) (reading.Reading, bool)
	surname  func(rune) (reading.Reading, bool)
	compound func(first, second rune) (a, b reading.Reading, ok bool)
	parse    func(string) (reading.Reading, bool)
	near     func(reading.Reading) int
	text     func(reading.Reading) string
}

var mandarin = readings{
	usual:    reading.Usual,
	surname:  reading.Surname,
	compound: reading.Compound,
	parse:    reading.Parse,
	near:     reading.Reading.Near,
	text:     reading.Reading.String,
}
