package docs

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// A Series is one run of numbers: a code and a year, such as 国办发 and 2026, or the
// bulletins of one meeting. Its numbers begin anew with the next year only when
// somebody opens that series.
type Series struct {
	Class  symbol.Class  `json:"class"`
	Body   string        `json:"body"`          // body code (机关代字) or title
	Year   int           `json:"year,omitzero"` // 0 for numbers without a year
	Unit   symbol.Unit   `json:"unit,omitzero"`
	Dating symbol.Dating `json:"dating,omitzero"`
}

// Number returns the number of a serial in the series. It refuses what [symbol.New]
// refuses.
func (s Series) Number(serial int) (symbol.Number, error) {
	return symbol.New(symbol.Parts{Class: s.Class, Body: s.Body, Year: s.Year, Serial: serial, Unit: s.Unit, Dating: s.Dating})
}

// Next returns the series of the year after.
func (s Series) Next() Series {
	s.Year++
	return s
}

// Compare orders series by class, code, year, unit and dating.
func (s Series) Compare(t Series) int {
	return cmp.Or(
		cmp.Compare(s.Class, t.Class), strings.Compare(s.Body, t.Body), cmp.Compare(s.Year, t.Year),
		cmp.Compare(s.Unit, t.Unit), cmp.Compare(s.Dating, t.Dating),
	)
}

// Validate reports a series whose numbers cannot be written.
func (s Series) Validate() check.Problems {
	var ps check.Problems
	if _, err := s.Number(1); ps.InErr("", err) != nil {
		ps.Add(missingRule.At(""))
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
	i := strings.LastIndexByte(text, '1')
	return text[:i] + "*" + text[i+1:]
}

// A NumberEvent is something that happened to the numbers of a series. The set is
// closed: [SeriesOpened], [BlockLeased], [NumberReserved], [NumberIssued] and
// [NumberVoided].
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
func (s NumberState) String() string {
	if int(s) < len(numberWords) {
		return numberWords[s].token
	}
	return fmt.Sprintf("NumberState(%d)", uint8(s))
}

// Label returns 未用, 预留, 已编 or 作废.
func (s NumberState) Label() string {
	if int(s) < len(numberWords) {
		return numberWords[s].hans
	}
	return ""
}

// AppendText appends the String of a state.
func (s NumberState) AppendText(dst []byte) ([]byte, error) {
	if int(s) >= len(numberWords) {
		return dst, fmt.Errorf("number state %d is out of range", uint8(s))
	}
	return append(dst, numberWords[s].token...), nil
}

// MarshalText returns the String of a state.
func (s NumberState) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads the String of a state.
func (s *NumberState) UnmarshalText(text []byte) error {
	i := slices.IndexFunc(numberWords[:], func(w word) bool { return w.token == string(text) })
	if i < 0 {
		return unknownWord("number state", text, numberWords[:])
	}
	*s = NumberState(i)
	return nil
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

// Numbers is the state of all series after a log. It is made by [FoldNumbers] and never
// changes. The zero Numbers knows no series.
type Numbers struct {
	accounts []*numberAccount // by series
}

type numberAccount struct {
	series Series
	opened bool
	first  int
	leases []BlockLeased // by From, none overlap
	used   map[int]NumberRecord
	last   int // greatest serial leased or used
}

// ErrNoNumber is returned when a desk has used up the serials leased to it.
var ErrNoNumber = errors.New("the desk has no number left in this series")

// FoldNumbers returns what became of every serial, and what is wrong with the record:
// a serial issued twice, used without a lease, leased twice, or of a series that
// nobody opened. It takes any log. Paths of findings are entries, as in desk1[12].
//
// What is recorded about a serial first holds, in the canonical order; an issue is
// kept over a reservation, and an issue of a void serial is an issue, since the paper
// bears it.
func FoldNumbers(log NumberLog) (Numbers, check.Problems) {
	f := &numberFold{bySeries: map[Series]*numberAccount{}}
	for f.pass = range passes {
		journal.Fold(log, f, (*numberFold).entry)
	}
	var n Numbers
	for _, a := range f.bySeries {
		n.accounts = append(n.accounts, a)
	}
	slices.SortFunc(n.accounts, func(a, b *numberAccount) int { return a.series.Compare(b.series) })
	return n, f.found
}

// The log is folded three times: openings first, then leases, then what became of
// numbers, so that the clock of a desk never puts a use before its lease.
const passes = 3

type numberFold struct {
	pass     int
	bySeries map[Series]*numberAccount
	found    check.Problems
	at       journal.ID
}

func (f *numberFold) entry(e journal.Entry[NumberEvent]) *numberFold {
	f.at = e.ID
	switch v := e.Event.(type) {
	case SeriesOpened:
		if f.pass == 0 {
			f.open(f.account(v.Series), v)
		}
	case BlockLeased:
		if f.pass == 1 {
			f.lease(f.opened(v.Series), v)
		}
	case NumberReserved:
		f.use(v.Series, v.Serial, NumberRecord{State: ReservedNumber, Paper: v.Paper})
	case NumberIssued:
		f.use(v.Series, v.Serial, NumberRecord{State: IssuedNumber, Paper: v.Paper})
	case NumberVoided:
		f.use(v.Series, v.Serial, NumberRecord{State: VoidNumber, Reason: v.Reason})
	default:
		panic("docs: number event of unknown type") //nolint:forbidigo // the set is closed
	}
	return f
}

func (f *numberFold) account(s Series) *numberAccount {
	a := f.bySeries[s]
	if a == nil {
		a = &numberAccount{series: s, first: 1, used: map[int]NumberRecord{}}
		f.bySeries[s] = a
	}
	return a
}

// opened returns the account of a series and reports one that is not open.
func (f *numberFold) opened(s Series) *numberAccount {
	a := f.account(s)
	if !a.opened {
		f.add(&notOpenedRule, a)
	}
	return a
}

func (f *numberFold) open(a *numberAccount, v SeriesOpened) {
	if v.First < 1 || v.First > symbol.MaxSerial {
		f.add(&badSerialRule, a, check.Int("serial", v.First))
		v.First = 1
	}
	if a.opened {
		f.add(&openedTwiceRule, a)
		return
	}
	a.opened, a.first = true, v.First
	a.last = max(a.last, v.First-1)
}

func (f *numberFold) lease(a *numberAccount, v BlockLeased) {
	if v.From < 1 || v.To < v.From || v.To > symbol.MaxSerial || a.leased(v.From, v.To) {
		f.add(&leaseOverlapRule, a, check.Int("from", v.From), check.Int("to", v.To), check.Value("desk", v.Desk))
		return
	}
	i, _ := slices.BinarySearchFunc(a.leases, v, func(x, y BlockLeased) int { return cmp.Compare(x.From, y.From) })
	a.leases = slices.Insert(a.leases, i, v)
	a.last = max(a.last, v.To)
}

func (f *numberFold) add(rule *check.Rule, a *numberAccount, args ...check.Arg) {
	args = append(args, check.Text("series", a.series.String()))
	f.found.Add(rule.At(check.Join(check.Key("", f.at.Desk), fmt.Sprintf("[%d]", f.at.Seq)), args...))
}

// leased reports whether a lease holds any serial from from to to.
func (a *numberAccount) leased(from, to int) bool {
	return slices.ContainsFunc(a.leases, func(l BlockLeased) bool { return l.From <= to && from <= l.To })
}

// desk returns the desk to which a serial is leased, "" if it is to none.
func (a *numberAccount) desk(serial int) string {
	i, ok := slices.BinarySearchFunc(a.leases, serial, func(l BlockLeased, serial int) int {
		switch {
		case l.To < serial:
			return -1
		case l.From > serial:
			return 1
		default:
			return 0
		}
	})
	if !ok {
		return ""
	}
	return a.leases[i].Desk
}

func (a *numberAccount) record(serial int) NumberRecord {
	r := a.used[serial]
	r.Desk = a.desk(serial)
	return r
}

// use records what became of a serial.
func (f *numberFold) use(s Series, serial int, now NumberRecord) {
	if f.pass != passes-1 {
		return
	}
	a := f.opened(s)
	number := check.Int("serial", serial)
	if serial < 1 || serial > symbol.MaxSerial {
		f.add(&badSerialRule, a, number)
		return
	}
	was := a.record(serial)
	if was.Desk != f.at.Desk {
		f.add(&outsideLeaseRule, a, number, check.Value("desk", f.at.Desk))
	}
	a.last = max(a.last, serial)
	switch {
	case was.State == Unused,
		was.State == ReservedNumber && now.State == IssuedNumber && was.Paper == now.Paper,
		was.State == ReservedNumber && now.State == VoidNumber:
		a.used[serial] = now
	default:
		f.add(&numberTwiceRule, a, number,
			check.Term("state", was.State.Label(), was.State.String()),
			check.Term("now", now.State.Label(), now.State.String()))
		if now.State == IssuedNumber && was.State != IssuedNumber {
			a.used[serial] = now
		}
	}
}

func (n Numbers) account(s Series) *numberAccount {
	i, ok := slices.BinarySearchFunc(n.accounts, s, func(a *numberAccount, s Series) int { return a.series.Compare(s) })
	if !ok {
		return &numberAccount{series: s}
	}
	return n.accounts[i]
}

// Series walks the series of which anything is recorded, in order.
func (n Numbers) Series() iter.Seq[Series] {
	return func(yield func(Series) bool) {
		for _, a := range n.accounts {
			if !yield(a.series) {
				return
			}
		}
	}
}

// Opened reports whether a series is open.
func (n Numbers) Opened(s Series) bool { return n.account(s).opened }

// Record returns what is known of a serial.
func (n Numbers) Record(s Series, serial int) NumberRecord { return n.account(s).record(serial) }

// A NumberBalance counts the serials of a series from its first one to the greatest
// that is leased or used: Total is the sum of the others.
type NumberBalance struct {
	Total, Issued, Void, Reserved, Unused int
}

// Balance counts the serials of a series.
func (n Numbers) Balance(s Series) NumberBalance {
	a := n.account(s)
	var b NumberBalance
	first := a.first
	for serial, r := range a.used {
		first = min(first, serial)
		switch r.State {
		case IssuedNumber:
			b.Issued++
		case VoidNumber:
			b.Void++
		case ReservedNumber:
			b.Reserved++
		case Unused: // reckoned from the others
		}
	}
	b.Total = max(a.last-first+1, 0)
	b.Unused = b.Total - b.Issued - b.Void - b.Reserved
	return b
}

// Gaps returns the serials below the greatest issued one that no paper bears, in
// order, with what explains each run.
func (n Numbers) Gaps(s Series) []NumberGap {
	a := n.account(s)
	var issued, marks []int
	for serial, r := range a.used {
		if r.State == IssuedNumber {
			issued = append(issued, serial)
		}
		marks = append(marks, serial, serial+1)
	}
	if len(issued) == 0 {
		return nil
	}
	end := slices.Max(issued)
	marks = append(marks, a.first)
	for _, l := range a.leases {
		marks = append(marks, l.From, l.To+1)
	}
	slices.Sort(marks)
	marks = slices.Compact(marks)
	var gaps []NumberGap
	for i, from := range marks {
		r := a.record(from)
		if from < a.first || from >= end || r.State == IssuedNumber {
			continue
		}
		to := end - 1
		if i+1 < len(marks) {
			to = min(to, marks[i+1]-1)
		}
		if k := len(gaps); k > 0 && gaps[k-1].To+1 == from && gaps[k-1].NumberRecord == r {
			gaps[k-1].To = to
			continue
		}
		gaps = append(gaps, NumberGap{from, to, r})
	}
	return gaps
}

// Open returns the event that opens a series, with its first serial. Opening the
// series of a new year is the rollover (跨年): nothing else begins one. It refuses a
// series that is open.
func (n Numbers) Open(s Series, first int) ([]NumberEvent, error) {
	ps := s.Validate()
	if n.account(s).opened {
		ps.Add(openedTwiceRule.At("", check.Text("series", s.String())))
	}
	if first < 1 || first > symbol.MaxSerial {
		ps.Add(badSerialRule.At("first", check.Int("serial", first), check.Text("series", s.String())))
	}
	if err := ps.Err(); err != nil {
		return nil, err
	}
	return []NumberEvent{SeriesOpened{s, first}}, nil
}

// Lease returns the event that leases the next count serials to a desk. One desk alone,
// the registry, leases: two that do not know of each other would lease the same
// serials, which the fold refuses to take.
func (n Numbers) Lease(s Series, desk string, count int) ([]NumberEvent, error) {
	a := n.account(s)
	var ps check.Problems
	if !a.opened {
		ps.Add(notOpenedRule.At("", check.Text("series", s.String())))
	}
	if count < 1 || count > symbol.MaxSerial-a.last {
		ps.Add(badSerialRule.At("count", check.Int("serial", count), check.Text("series", s.String())))
	}
	if desk == "" {
		ps.Add(missingRule.At("desk"))
	}
	if err := ps.Err(); err != nil {
		return nil, err
	}
	return []NumberEvent{BlockLeased{s, desk, a.last + 1, a.last + count}}, nil
}

// next returns the lowest unused serial that is leased to a desk.
func (a *numberAccount) next(desk string) (int, bool) {
	for _, l := range a.leases {
		if l.Desk != desk {
			continue
		}
		for serial := l.From; serial <= l.To; serial++ {
			if a.used[serial].State == Unused {
				return serial, true
			}
		}
	}
	return 0, false
}

// Reserve returns the event by which a desk reserves its next serial for a paper, or
// [ErrNoNumber].
func (n Numbers) Reserve(s Series, desk string, paper roster.PaperID) ([]NumberEvent, error) {
	if err := roster.CheckID("paper", roster.KindPaper, paper).Err(); err != nil {
		return nil, err
	}
	serial, ok := n.account(s).next(desk)
	if !ok {
		return nil, ErrNoNumber
	}
	return []NumberEvent{NumberReserved{s, serial, paper}}, nil
}

// Issue returns the event by which a desk gives a paper its number: the serial that is
// reserved for it there, else the next one of the desk. It refuses with [ErrNoNumber]
// or with a [check.Problems] if the paper bears a number of the series already.
func (n Numbers) Issue(s Series, desk string, paper roster.PaperID) ([]NumberEvent, error) {
	ps := roster.CheckID("paper", roster.KindPaper, paper)
	a := n.account(s)
	reserved := 0
	for serial, r := range a.used {
		if r.Paper != paper {
			continue
		}
		switch {
		case r.State == IssuedNumber:
			ps.Add(hasNumberRule.At("paper", check.ID("paper", roster.KindPaper, paper), check.Int("serial", serial)))
		case r.State == ReservedNumber && a.desk(serial) == desk && (reserved == 0 || serial < reserved):
			reserved = serial
		}
	}
	if err := ps.Err(); err != nil {
		return nil, err
	}
	if reserved == 0 {
		var ok bool
		if reserved, ok = a.next(desk); !ok {
			return nil, ErrNoNumber
		}
	}
	return []NumberEvent{NumberIssued{s, reserved, paper}}, nil
}

// Void returns the event by which a desk takes a serial of its own out of use. It
// refuses without a reason, and for a serial that is issued, void or leased to
// another desk.
func (n Numbers) Void(s Series, desk string, serial int, reason string) ([]NumberEvent, error) {
	ps := validate(note("reason", reason, true))
	number := check.Int("serial", serial)
	series := check.Text("series", s.String())
	r := n.Record(s, serial)
	if r.Desk != desk || desk == "" {
		ps.Add(outsideLeaseRule.At("serial", series, number, check.Value("desk", desk)))
	}
	if r.State == IssuedNumber || r.State == VoidNumber {
		ps.Add(numberTwiceRule.At("serial", series, number,
			check.Term("state", r.State.Label(), r.State.String()),
			check.Term("now", VoidNumber.Label(), VoidNumber.String())))
	}
	if err := ps.Err(); err != nil {
		return nil, err
	}
	return []NumberEvent{NumberVoided{s, serial, reason}}, nil
}
