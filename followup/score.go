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
	var sums [][]int64  // and its points, before the cap
	for _, it := range b.items {
		if it.Lead == "" {
			continue
		}
		at, ok := index[it.Lead]
		if !ok {
			at = len(out.scores)
			index[it.Lead] = at
			out.scores, taken = append(out.scores, Score{Lead: it.Lead}), append(taken, make([]Taken, len(s.Marks)))
			sums = append(sums, make([]int64, len(s.Marks)))
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
			if points := m.points(n); points != 0 || m.Talk && m.holds(n) {
				sums[at][i] += points
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
				sums[at][i] = m.points(t.Count)
			}
			t.Points = m.within(sums[at][i])
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
