package roster

import (
	"log/slog"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Bounds on what a person may hold.
const (
	MaxNameBytes = 200 // of each part of a name
	MaxPosts     = 64  // posts of one person
)

// A Post is a title (职务) that a person holds in a body, from From to To, both
// included; a zero date leaves that end open. Order is the place of the post in
// its body, 1 first; 0 is a post without a place in it.
type Post struct {
	Org   OrgID         `json:"org"`
	Title string        `json:"title"`
	Order int           `json:"order,omitzero"`
	From  calendar.Date `json:"from,omitzero"`
	To    calendar.Date `json:"to,omitzero"`
}

// HeldOn reports whether the post is held on a date.
func (p Post) HeldOn(d calendar.Date) bool {
	return (p.From.IsZero() || p.From.Compare(d) <= 0) && (p.To.IsZero() || d.Compare(p.To) <= 0)
}

// A Person is someone who takes part, as the office knows them.
type Person struct {
	ID        PersonID `json:"id"`
	Name      Name     `json:"name"`
	Sex       Sex      `json:"sex,omitzero"`
	Ethnicity string   `json:"ethnicity,omitzero"` // 民族, as printed: 回族
	Capacity  Capacity `json:"capacity"`
	Org       OrgID    `json:"org,omitzero"` // the delegation or unit the person attends with; "" if none
	Posts     []Post   `json:"posts,omitempty"`

	// Rank is the rank (职级) by the host's own scale, 1 the highest; 0 is none.
	Rank int `json:"rank,omitzero"`
	// Credential is the day on which the person took up their functions, as it
	// counts for precedence among heads of mission.
	Credential calendar.Date `json:"credential,omitzero"`
	// Votes is how many votes the person was elected with; 0 is not elected.
	Votes int `json:"votes,omitzero"`
	// Principal is the person whom an aide (随行人员) accompanies.
	Principal PersonID `json:"principal,omitzero"`
}

// Post returns the post that the person holds in a body on a date: the one with
// the lowest Order, then the first in the list.
func (p Person) Post(org OrgID, on calendar.Date) (Post, bool) {
	best, found := Post{}, false
	for _, post := range p.Posts {
		if post.Org != org || !post.HeldOn(on) {
			continue
		}
		if !found || post.Order != 0 && (best.Order == 0 || post.Order < best.Order) {
			best, found = post, true
		}
	}
	return best, found
}

// LogValue shows the identifier alone: the rest is personal data.
func (p Person) LogValue() slog.Value { return slog.StringValue(string(p.ID)) }

// Validate reports what is wrong with the person by itself. Whether the bodies
// and the principal exist is asked by [New].
func (p Person) Validate() check.Problems {
	ps := CheckID("id", KindPerson, p.ID)
	ps.In("name", p.Name.Validate())
	if !p.Capacity.IsValid() {
		ps.Add(noCapacity.At("capacity", check.ID("person", KindPerson, p.ID)))
	}
	if p.Sex > Male {
		ps.Add(badSex.At("sex", check.Int("n", int(p.Sex))))
	}
	ps.In("", CheckText("ethnicity", p.Ethnicity, MaxNameBytes))
	ps.In("rank", checkCount(p.Rank))
	ps.In("votes", checkCount(p.Votes))
	if len(p.Posts) > MaxPosts {
		ps.Add(tooMany.At("posts", check.Int("n", len(p.Posts)), check.Int("max", MaxPosts)))
	}
	for i, post := range p.Posts[:min(len(p.Posts), MaxPosts)] {
		ps.In(check.Index("posts", i), post.Validate())
	}
	if p.Principal != "" && p.Capacity != Aide {
		ps.Add(notAide.At("principal", check.ID("person", KindPerson, p.ID), check.ID("principal", KindPerson, p.Principal)))
	}
	return ps
}

// Validate reports what is wrong with the post by itself.
func (p Post) Validate() check.Problems {
	ps := CheckID("org", KindOrg, p.Org)
	ps.In("", CheckText("title", p.Title, MaxNameBytes))
	ps.In("order", checkCount(p.Order))
	if !p.From.IsZero() && !p.To.IsZero() && p.To.Compare(p.From) < 0 {
		ps.Add(endsBefore.At("to", check.Text("from", p.From.String()), check.Text("to", p.To.String())))
	}
	return ps
}
