package followup

import (
	"cmp"
	"strings"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// Bounds on a [Scheme].
const (
	MaxMarks  = 100       // lines
	MaxPoints = 1_000_000 // hundredths of a point
)

// A Mark (计分项) is one line of a scheme: points for a measure that lies in a range, both
// ends included. A measure that an item does not have that day counts as 0.
type Mark struct {
	Measure Measure `json:"measure"`
	Min     int     `json:"min"`
	Max     int     `json:"max,omitzero"`    // 0: no upper end, unless Exact
	Exact   bool    `json:"exact,omitzero"`  // Max is an upper end also if it is 0
	Summed  bool    `json:"summed,omitzero"` // the measure of all items of a body together; of each item by itself if false
	Per     int     `json:"per,omitzero"`    // the points once for each so many of the measure; 0: once
	Points  int     `json:"points"`          // hundredths of a point, negative to deduct
	Cap     int     `json:"cap,omitzero"`    // the most that the line gives or takes for a body, in hundredths; 0: MaxPoints
	Talk    bool    `json:"talk,omitzero"`   // the head of the body is called for a talk (约谈)
	Source  string  `json:"source,omitzero"` // of the line, if not that of the scheme
}

func (m Mark) bounds() string { return Clause{Min: m.Min, Max: m.Max, Exact: m.Exact}.bounds() }

// holds reports whether a value of the measure lies in the range.
func (m Mark) holds(n int) bool { return n >= m.Min && (m.Max == 0 && !m.Exact || n <= m.Max) }

// points are those for a value of the measure, before the cap.
func (m Mark) points(n int) int64 {
	switch {
	case !m.holds(n):
		return 0
	case m.Per > 0:
		return int64(m.Points) * int64(n/m.Per)
	default:
		return int64(m.Points)
	}
}

// within cuts points at the cap, at MaxPoints if there is none.
func (m Mark) within(points int64) int {
	most := int64(cmp.Or(m.Cap, MaxPoints))
	return int(min(max(points, -most), most))
}

// A Scheme (考核计分办法) makes a number of how items stand: of one item, how urgent it is
// ([Scheme.Urgency]), of the items of a body, its score ([Board.Score]). It is data: no
// scheme is national, and a house writes its own.
type Scheme struct {
	Name    string `json:"name"`
	Title   string `json:"title"`   // in Chinese, as sentences name the scheme
	TitleEn string `json:"titleEn"` // in English
	Source  string `json:"source"`
	Base    int    `json:"base"`  // what a body begins with, in hundredths of a point
	Least   int    `json:"least"` // no score is below
	Most    int    `json:"most"`  // nor above
	Marks   []Mark `json:"marks"`
}

// Validate reports names and texts that are missing or do not show, a base outside its
// bounds, and marks with a measure that is not known, an empty range or numbers that are
// too great.
func (s Scheme) Validate() check.Problems {
	var ps check.Problems
	for _, f := range []struct{ path, text string }{{"name", s.Name}, {"title", s.Title}, {"titleEn", s.TitleEn}, {"source", s.Source}} {
		if strings.TrimSpace(f.text) == "" {
			ps.Add(noText.At(f.path))
		}
		ps.In("", roster.CheckText(f.path, f.text, MaxText))
	}
	if s.Least > s.Base || s.Base > s.Most || s.Least < -MaxPoints || s.Most > MaxPoints || len(s.Marks) == 0 || len(s.Marks) > MaxMarks {
		ps.Add(badScheme.At("", check.Int("least", s.Least), check.Int("base", s.Base), check.Int("most", s.Most),
			check.Int("marks", len(s.Marks)), check.Int("max", MaxMarks), check.Int("maxPoints", MaxPoints)))
		return ps
	}
	for i, m := range s.Marks {
		path := check.Index("marks", i)
		open := m.Max == 0 && !m.Exact
		if !m.Measure.IsValid() || m.Min < 0 || m.Min > MaxThreshold || m.Max > MaxThreshold || !open && m.Max < m.Min ||
			m.Per < 0 || m.Per > MaxThreshold || max(m.Points, -m.Points) > MaxPoints || m.Cap < 0 || m.Cap > MaxPoints || m.Points == 0 && !m.Talk {
			ps.Add(badMark.At(path, check.Int("measure", int(m.Measure)), check.Int("min", m.Min), check.Int("last", m.Max), check.Int("points", m.Points)))
		}
		ps.In(path, roster.CheckText("source", m.Source, MaxText))
	}
	return ps
}

var schemeFormat = wire.Format{Name: "followup.scheme", Version: 1}

// MarshalJSON writes a valid scheme in a versioned form that [ParseScheme] reads.
func (s Scheme) MarshalJSON() ([]byte, error) {
	if err := s.Validate().Err(); err != nil {
		return nil, err
	}
	type plain Scheme
	return wire.Append(nil, schemeFormat, plain(s))
}

// ParseScheme reads a scheme and checks it.
func ParseScheme(data []byte) (Scheme, error) {
	type plain Scheme
	var p plain
	_, ps := wire.Parse(data, schemeFormat, &p, nil)
	if !ps.Failed() {
		ps.In("", Scheme(p).Validate())
	}
	if err := ps.Err(); err != nil {
		return Scheme{}, err
	}
	return Scheme(p), nil
}

// of is the sum of the marks for an item, within the bounds of the scheme.
func (s Scheme) of(it *Item, on calendar.Date, cal *calendar.Calendar) (int, error) {
	sum := s.Base
	if it.Stage.Open() && it.Stage != StageSuspended && !it.Due.IsZero() {
		for _, m := range s.Marks {
			n, ok, err := m.Measure.of(it, on, cal)
			if err != nil {
				return 0, err
			}
			if ok {
				sum += m.within(m.points(n))
			}
		}
	}
	return min(max(sum, s.Least), s.Most), nil
}

// Urgency is the sum of the marks of one item on a day, in hundredths of a point; the base if
// nothing is owed, work rests, or there is no due date. The scheme has to be valid. It fails
// where the calendar does not know a year.
func (s Scheme) Urgency(it Item, on calendar.Date, cal *calendar.Calendar) (int, error) {
	if err := s.Validate().Err(); err != nil {
		return 0, err
	}
	return s.of(&it, on, cal)
}
