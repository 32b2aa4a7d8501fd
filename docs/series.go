package docs

import (
	"cmp"
	"strings"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// A Series is one run of numbers: a code and a year, such as 国办发 and 2026, or the
// bulletins of one meeting. Its numbers begin anew with the next year only when
// somebody opens that series.
//
// Class, body, year and unit say which run it is: two series that agree in them are
// one, and no serial of it is given twice. The other fields say how its numbers are
// written and whose they are; those of the opening hold.
type Series struct {
	Class  symbol.Class  `json:"class"`
	Body   string        `json:"body"`            // body code (机关代字) or title
	Year   int           `json:"year,omitzero"`   // 0 for numbers without a year
	Unit   symbol.Unit   `json:"unit,omitzero"`   // 号 unless stated; bulletins have 期
	Dating symbol.Dating `json:"dating,omitzero"` // how the year is written, if not as usual for the class
	Total  int           `json:"total,omitzero"`  // the running number (总期号) of serial 1; 0 if none is written
	Owner  roster.OrgID  `json:"owner,omitzero"`  // the body whose code it is; "" if nobody asks
}

// run is what tells series apart.
func (s Series) run() Series {
	return Series{Class: s.Class, Body: s.Body, Year: s.Year, Unit: s.Unit}
}

// Number returns the number of a serial in the series. It refuses what [symbol.New]
// refuses.
func (s Series) Number(serial int) (symbol.Number, error) {
	p := symbol.Parts{Class: s.Class, Body: s.Body, Year: s.Year, Serial: serial, Unit: s.Unit, Dating: s.Dating}
	if s.Total != 0 {
		p.Total = s.Total - 1 + serial
	}
	return symbol.New(p)
}

// Next returns the series of the year after, without a running number, which depends
// on how many issues this year has: see [Numbers.Next].
func (s Series) Next() Series {
	s.Year++
	s.Total = 0
	return s
}

// Compare orders series by class, code, year and unit; those of one run are equal.
func (s Series) Compare(t Series) int {
	return cmp.Or(
		cmp.Compare(s.Class, t.Class), strings.Compare(s.Body, t.Body),
		cmp.Compare(s.Year, t.Year), cmp.Compare(s.Unit, t.Unit),
	)
}

// Validate reports a series whose numbers cannot be written.
func (s Series) Validate() check.Problems {
	var ps check.Problems
	if _, err := s.Number(1); ps.InErr("", err) != nil {
		ps.Add(missingRule.At(""))
	}
	if s.Owner != "" {
		ps.In("", roster.CheckID("owner", roster.KindOrg, s.Owner))
	}
	return ps
}

// String returns the series with a star for the serial, as in 国发〔2026〕*号.
func (s Series) String() string {
	n, err := s.Number(1)
	if err != nil {
		return s.Body
	}
	text := n.String()
	if s.Total != 0 {
		text, _, _ = strings.Cut(text, "（总第")
	}
	i := strings.LastIndexByte(text, '1')
	return text[:i] + "*" + text[i+1:]
}

// A NumberEvent is something that happened to the numbers of a series. The set is
// closed: [SeriesOpened], [BlockLeased], [BlockReturned], [NumberReserved],
// [NumberIssued] and [NumberVoided].
type NumberEvent interface {
	numberEvent() // sealed
}

// SeriesOpened says that a series begins (启用), for a new code or for a new year.
type SeriesOpened struct {
	Series Series `json:"series"`
	First  int    `json:"first"` // its first serial, usually 1
}

// BlockLeased says that a desk may use a block of serials, both ends included, while it
// works apart from the others (划拨号段).
type BlockLeased struct {
	Series Series `json:"series"`
	Desk   string `json:"desk"`
	From   int    `json:"from"`
	To     int    `json:"to"`
}

// BlockReturned says that a desk gives back serials of its lease that it has not used
// (退回号段), both ends included. They may be leased again.
type BlockReturned struct {
	Series Series `json:"series"`
	Desk   string `json:"desk"`
	From   int    `json:"from"`
	To     int    `json:"to"`
}

// NumberReserved says that a serial is kept for a paper (预留).
type NumberReserved struct {
	Series Series         `json:"series"`
	Serial int            `json:"serial"`
	Paper  roster.PaperID `json:"paper"`
}

// NumberIssued says that a paper bears a serial (编号).
type NumberIssued struct {
	Series Series         `json:"series"`
	Serial int            `json:"serial"`
	Paper  roster.PaperID `json:"paper"`
}

// NumberVoided says that a serial will not be used, and why (作废): the explanation of
// a gap.
type NumberVoided struct {
	Series Series `json:"series"`
	Serial int    `json:"serial"`
	Reason string `json:"reason"`
}

func (SeriesOpened) numberEvent()   {}
func (BlockLeased) numberEvent()    {}
func (BlockReturned) numberEvent()  {}
func (NumberReserved) numberEvent() {}
func (NumberIssued) numberEvent()   {}
func (NumberVoided) numberEvent()   {}

// NumberLog is the record of what happened to numbers.
type NumberLog = journal.Log[NumberEvent]

var numberCodec = &journal.Codec[NumberEvent]{
	Name: "docs.numbers",
	Types: []journal.Type[NumberEvent]{
		journal.TypeOf[NumberEvent, SeriesOpened]("series-opened", 1),
		journal.TypeOf[NumberEvent, BlockLeased]("block-leased", 1),
		journal.TypeOf[NumberEvent, BlockReturned]("block-returned", 1),
		journal.TypeOf[NumberEvent, NumberReserved]("number-reserved", 1),
		journal.TypeOf[NumberEvent, NumberIssued]("number-issued", 1),
		journal.TypeOf[NumberEvent, NumberVoided]("number-voided", 1),
	},
}

// NewNumberLog returns an empty log of numbers.
func NewNumberLog() NumberLog { return journal.New(numberCodec) }

// NumberLogOf returns the log of entries that a host has kept, as [journal.Of] does.
func NumberLogOf(entries ...journal.Entry[NumberEvent]) (NumberLog, error) {
	return journal.Of(numberCodec, entries...)
}

// ParseNumberLog reads the lines that NumberLog.AppendLines wrote, as [journal.Parse]
// does.
func ParseNumberLog(data []byte, lim *journal.Limits) (NumberLog, check.Problems) {
	return journal.Parse(numberCodec, data, lim)
}

// A NumberState is what became of a serial. The zero NumberState is [Unused].
type NumberState uint8

// The states of a serial.
const (
	Unused         NumberState = iota // 未用
	ReservedNumber                    // 预留
	IssuedNumber                      // 已编
	VoidNumber                        // 作废
)

var numberWords = [...]word{
	{"unused", "未用", "unused"}, {"reserved", "预留", "reserved"}, {"issued", "已编", "issued"}, {"void", "作废", "void"},
}

// String returns "unused", "reserved", "issued" or "void".
func (s NumberState) String() string { return textOf(numberWords[:], "NumberState", s) }

// Label returns 未用, 预留, 已编 or 作废.
func (s NumberState) Label() string { return labelOf(numberWords[:], s) }

// AppendText appends the String of a state.
func (s NumberState) AppendText(dst []byte) ([]byte, error) {
	return appendToken(dst, numberWords[:], "number state", s)
}

// MarshalText returns the String of a state.
func (s NumberState) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads the String of a state.
func (s *NumberState) UnmarshalText(text []byte) error {
	return readToken(s, numberWords[:], "number state", text)
}

// A NumberRecord is what is known of one serial.
type NumberRecord struct {
	State  NumberState
	Paper  roster.PaperID // that it is reserved for or issued to
	Reason string         // why it is void
	Desk   string         // to which it is leased; "" if it is not
}

// A NumberGap is a run of serials below the greatest issued one that no paper bears,
// with what explains it: the same state, desk and reason for all of them. A gap that
// is unused and leased to nobody is not explained.
type NumberGap struct {
	From, To int
	NumberRecord
}
