package followup

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
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
	Cap     int     `json:"cap,omitzero"`    // the most that the line gives or takes for a body, in hundredths; 0: no end
	Talk    bool    `json:"talk,omitzero"`   // the head of the body is called for a talk (约谈)
	Source  string  `json:"source,omitzero"` // of the line, if not that of the scheme
}

func (m Mark) bounds() string { return Clause{Min: m.Min, Max: m.Max, Exact: m.Exact}.bounds() }

// points are those for a value of the measure.
func (m Mark) points(n int) int {
	if n < m.Min || (m.Max != 0 || m.Exact) && n > m.Max {
		return 0
	}
	if m.Per > 0 {
		return m.Points * (n / m.Per)
	}
	return m.Points
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

// Schemes returns the presets for bodies.
func Schemes() []Scheme { return []Scheme{GuangyuanPoints(), LongchangTalks(), YearlyPoints()} }

// GuangyuanPoints takes a point off for two yellow slips and two points for a red one, which
// also calls the head of the body for a talk. It begins with 100 points by house custom; its
// source says only what is taken off.
func GuangyuanPoints() Scheme {
	return Scheme{
		"guangyuan-points-2018", "广元市督办扣分规则（2018年）", "the deductions of Guangyuan (2018)", "Guangyuan City, yellow and red lights, 2018",
		100_00, 0, 100_00,
		[]Mark{
			{Measure: YellowSlips, Summed: true, Min: 2, Per: 2, Points: -1_00},
			{Measure: RedSlips, Min: 1, Per: 1, Points: -2_00, Talk: true},
		},
	}
}

// LongchangTalks calls the head of a body for a talk after three red slips in a row for one
// item. It takes no points off.
func LongchangTalks() Scheme {
	return Scheme{
		"longchang-talks-2020", "隆昌市约谈规则（2020年）", "the talks of Longchang (2020)", "Longchang City, talk after three red lights in a row, 2020",
		100_00, 0, 100_00,
		[]Mark{{Measure: RedRun, Min: 3, Talk: true}},
	}
}

// YearlyPoints takes 10 points of 100 off for each periodic report that is missing. Its source
// also grades plans and the leaders' view, which no log of items holds.
func YearlyPoints() Scheme {
	return Scheme{
		"yearly-points", "年度督查考核扣分规则", "the deductions of a yearly assessment", check.HouseCustom + ", after a yearly assessment of 100 points",
		100_00, 0, 100_00,
		[]Mark{{Measure: ReportsMissed, Min: 1, Per: 1, Points: -10_00}},
	}
}

// StandardUrgency (紧急程度) adds up to 25 points: for what is late, more with every working
// day up to ten, for what is due within five, for what is major, and for red slips. It is
// house custom, after the sum of weighted factors that task lists use.
func StandardUrgency() Scheme {
	return Scheme{
		"standard-urgency", "紧急程度（通用）", "standard urgency", check.HouseCustom,
		0, 0, 25_00,
		[]Mark{
			{Measure: CalendarDaysLate, Min: 1, Points: 6_00},
			{Measure: WorkdaysLate, Min: 1, Per: 1, Points: 60, Cap: 6_00},
			{Measure: DaysLeft, Min: 0, Max: 1, Points: 5_00},
			{Measure: DaysLeft, Min: 2, Max: 5, Points: 3_00},
			{Measure: Heaviness, Min: int(Major), Points: 4_00},
			{Measure: Overrun, Min: 1, Points: 3_00},
			{Measure: RedSlips, Min: 1, Per: 1, Points: 1_00, Cap: 3_00},
		},
	}
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

func (m Mark) within(points int) int {
	if m.Cap == 0 {
		return points
	}
	return min(max(points, -m.Cap), m.Cap)
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

// A Taken is what one mark has given or taken for a body.
type Taken struct {
	Mark   int             `json:"mark"`  // index in the scheme
	Count  int             `json:"count"` // the measure, of all items together
	Points int             `json:"points"`
	Items  []roster.ItemID `json:"items,omitempty"` // for which it did, ascending; none for a summed mark
}

// A Score (得分) is what a body has reached.
type Score struct {
	Lead   roster.OrgID `json:"lead"`
	Points int          `json:"points"` // hundredths of a point
	Talk   bool         `json:"talk,omitzero"`
	Taken  []Taken      `json:"taken,omitempty"` // the marks that counted, in the order of the scheme
}

// Scores are those of all lead bodies on a day. They are built by [Board.Score] and never
// change.
type Scores struct {
	on     calendar.Date
	scheme Scheme
	scores []Score
}

// Score gives every lead body its score by a scheme (考核计分), in the order of their
// identifiers. Items that are closed or cancelled count with the measures that they still
// have, such as the slips they got; items that nobody leads count for nobody. It fails
// where the calendar does not know a year that it has to count in.
func (b Board) Score(s Scheme, on calendar.Date, cal *calendar.Calendar) (Scores, error) {
	ps := s.Validate()
	ps.In("on", needDate(on))
	if err := ps.Err(); err != nil {
		return Scores{}, err
	}
	s.Marks = slices.Clone(s.Marks)
	out := Scores{on: on, scheme: s}
	index := map[roster.OrgID]int{}
	var taken [][]Taken // of each body, one a mark
	for _, it := range b.items {
		if it.Lead == "" {
			continue
		}
		at, ok := index[it.Lead]
		if !ok {
			at = len(out.scores)
			index[it.Lead] = at
			out.scores, taken = append(out.scores, Score{Lead: it.Lead}), append(taken, make([]Taken, len(s.Marks)))
		}
		for i, m := range s.Marks {
			n, err := m.Measure.ever(it, on, cal)
			if err != nil {
				return Scores{}, err
			}
			t := &taken[at][i]
			t.Mark, t.Count = i, t.Count+n
			if m.Summed {
				continue
			}
			points := m.points(n)
			if t.Points += points; points != 0 || m.Talk && m.holds(n) {
				t.Items = append(t.Items, it.ID)
			}
		}
	}
	for at := range out.scores {
		score := &out.scores[at]
		score.Points = s.Base
		for i, m := range s.Marks {
			t := taken[at][i]
			if m.Summed {
				t.Points = m.points(t.Count)
			}
			t.Points = m.within(t.Points)
			score.Points += t.Points
			talks := m.Talk && (len(t.Items) > 0 || m.Summed && m.holds(t.Count))
			if score.Talk = score.Talk || talks; t.Points != 0 || talks {
				score.Taken = append(score.Taken, t)
			}
		}
		score.Points = min(max(score.Points, s.Least), s.Most)
	}
	slices.SortFunc(out.scores, func(a, b Score) int { return strings.Compare(string(a.Lead), string(b.Lead)) })
	return out, nil
}

func (m Mark) holds(n int) bool {
	return n >= m.Min && (m.Max == 0 && !m.Exact || n <= m.Max)
}

// ever is the measure of an item whether it is open or not: of one that owes nothing only
// what the log has counted.
func (m Measure) ever(it *Item, on calendar.Date, cal *calendar.Calendar) (int, error) {
	owes := it.Stage.Open() && it.Stage != StageSuspended && !it.Due.IsZero()
	switch m {
	case TimesReturned:
		return it.Returns, nil
	case SlipsOut, YellowSlips, RedSlips, RedRun, TimesExtended, ReportsMissed, Heaviness:
	default:
		if !owes {
			return 0, nil
		}
	}
	n, ok, err := m.of(it, on, cal)
	if err != nil || !ok {
		return 0, err
	}
	return n, nil
}

// On is the day of the scores.
func (s Scores) On() calendar.Date { return s.on }

// Scheme is what they were reckoned by.
func (s Scores) Scheme() Scheme {
	out := s.scheme
	out.Marks = slices.Clone(out.Marks)
	return out
}

// All walks the scores by lead body.
func (s Scores) All() iter.Seq[Score] {
	return func(yield func(Score) bool) {
		for _, x := range s.scores {
			if !yield(x.clone()) {
				return
			}
		}
	}
}

// Ranking walks the scores, the best first, equal ones by lead body.
func (s Scores) Ranking() iter.Seq[Score] {
	out := slices.Clone(s.scores)
	slices.SortStableFunc(out, func(a, b Score) int { return cmp.Compare(b.Points, a.Points) })
	return func(yield func(Score) bool) {
		for _, x := range out {
			if !yield(x.clone()) {
				return
			}
		}
	}
}

func (x Score) clone() Score {
	x.Taken = slices.Clone(x.Taken)
	for i := range x.Taken {
		x.Taken[i].Items = slices.Clone(x.Taken[i].Items)
	}
	return x
}

// Why says what a mark gave or took for a body.
func (s Scores) Why(x Score, t Taken) check.Reason {
	m := s.scheme.Marks[t.Mark]
	return pointsTaken.Because(check.ID("lead", roster.KindOrg, x.Lead), term("measure", measures, m.Measure), check.Int("n", t.Count),
		check.Text("range", m.bounds()), check.Text("points", decimal(t.Points)), check.Term("scheme", s.scheme.Title, s.scheme.TitleEn), check.Int("mark", t.Mark+1))
}

// decimal writes hundredths, with a sign: "+1.50", "-2", "0".
func decimal(hundredths int) string {
	sign := ""
	switch {
	case hundredths < 0:
		sign = "-"
	case hundredths > 0:
		sign = "+"
	}
	n := max(hundredths, -hundredths)
	if n%100 == 0 {
		return fmt.Sprintf("%s%d", sign, n/100)
	}
	return fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
}

var scoresFormat = wire.Format{Name: "followup.scores", Version: 1}

type wireScores struct {
	On     calendar.Date `json:"on"`
	Scheme string        `json:"scheme"`
	Scores []Score       `json:"scores"`
}

func (s Scores) wire() wireScores {
	return wireScores{s.on, s.scheme.Name, append([]Score{}, s.scores...)}
}

// MarshalJSON writes the scores in a versioned form that [ParseScores] reads.
func (s Scores) MarshalJSON() ([]byte, error) { return wire.Append(nil, scoresFormat, s.wire()) }

// ParseScores reads what MarshalJSON wrote and holds it against the board: each score that
// reckoning anew does not give is a finding.
func ParseScores(data []byte, b Board, scheme Scheme, cal *calendar.Calendar) (Scores, error) {
	var have wireScores
	_, ps := wire.Parse(data, scoresFormat, &have, nil)
	if ps.Failed() {
		return Scores{}, ps.Err()
	}
	s, err := b.Score(scheme, have.On, cal)
	if err != nil {
		return Scores{}, err
	}
	if have.Scheme != scheme.Name {
		ps.Add(otherRules.At("scheme", check.Value("have", have.Scheme), check.Value("want", scheme.Name)))
	}
	compare(&ps, "scores", have.Scores, s.wire().Scores)
	if err := ps.Err(); err != nil {
		return Scores{}, err
	}
	return s, nil
}
