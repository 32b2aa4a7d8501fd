package meeting

import (
	"cmp"
	"slices"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/meeting/plan"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Dossier is what the office knows about a meeting before it begins: when,
// which sessions with which agenda, which posts.
type Dossier struct {
	Title     string        `json:"title"`
	Organizer roster.OrgID  `json:"organizer"`
	First     calendar.Date `json:"first"`
	Last      calendar.Date `json:"last"` // included
	Sessions  []Session     `json:"sessions"`
	Posts     plan.Posts    `json:"posts,omitempty"`
}

// Validate reports, all at once: sessions, items and posts that are not well
// formed, identifiers used twice, sessions outside the days of the meeting, and
// two sessions in one room at the same time.
func (d Dossier) Validate() check.Problems {
	var ps check.Problems
	ps.In("", checkTitle("title", d.Title))
	ps.In("organizer", roster.CheckID("", roster.KindOrg, d.Organizer))
	if d.First.IsZero() || d.Last.IsZero() || d.Last.Before(d.First) {
		ps.Add(badDays.At("last", check.Text("first", d.First.String()), check.Text("last", d.Last.String())))
	}
	ps.In("posts", d.Posts.Validate())
	if len(d.Sessions) > MaxSessions {
		ps.Add(tooMany.At("sessions", check.Int("n", len(d.Sessions)), check.Int("max", MaxSessions)))
		return ps
	}
	sessions, items := map[string]string{}, map[string]string{}
	for i, s := range d.Sessions {
		path := check.Index("sessions", i)
		ps.In(path, s.Validate())
		unique(&ps, sessions, roster.KindSession, path+".id", s.ID)
		for j, it := range s.Agenda[:min(len(s.Agenda), MaxItems)] {
			unique(&ps, items, roster.KindItem, check.Index(path+".agenda", j)+".id", it.ID)
		}
		if !s.Span.IsEmpty() && !d.First.IsZero() && !d.Last.IsZero() {
			// An evening session may run past midnight of the last day.
			if start := s.Span.Start.Date(); start.Before(d.First) || start.After(d.Last) {
				ps.Add(outsideDays.At(path+".span", check.ID("session", roster.KindSession, s.ID), check.Text("span", s.Span.String())))
			}
		}
	}
	d.checkRooms(&ps)
	return ps
}

// unique reports an identifier that stood elsewhere before.
func unique[ID ~string](ps *check.Problems, seen map[string]string, kind, path string, id ID) {
	if other, twice := seen[string(id)]; twice && id != "" {
		ps.Add(duplicateID.At(path, roster.KindTerm(kind), check.Value("id", string(id)), check.Text("other", other)))
		return
	}
	seen[string(id)] = path
}

// checkRooms reports sessions that share a room at the same time: of each session
// the clash with the earlier one that lasts longest.
func (d Dossier) checkRooms(ps *check.Problems) {
	byRoom := map[roster.RoomID][]int{}
	for i, s := range d.Sessions {
		byRoom[s.Room] = append(byRoom[s.Room], i)
	}
	for room, list := range byRoom { // findings are ordered by their paths
		slices.SortFunc(list, func(a, b int) int {
			return cmp.Or(d.Sessions[a].Span.Start.Compare(d.Sessions[b].Span.Start), cmp.Compare(a, b))
		})
		longest := list[0]
		for _, i := range list[1:] {
			a, b := d.Sessions[longest], d.Sessions[i]
			if a.Span.Overlaps(b.Span) {
				ps.Add(roomTaken.At(check.Index("sessions", i)+".room", check.ID("room", roster.KindRoom, room),
					check.ID("session", roster.KindSession, b.ID), check.ID("other", roster.KindSession, a.ID)))
			}
			if b.Span.End.Compare(a.Span.End) > 0 {
				longest = i
			}
		}
	}
}
