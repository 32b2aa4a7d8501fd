package plan

import (
	"cmp"
	"slices"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// KindPost is the kind of a [PostID] as a [check.Namer] receives it.
const KindPost = "post"

// Bounds on a plan.
const (
	MaxPosts = 20_000 // posts
	MaxTitle = 600    // bytes of a title
)

// A PostID identifies a post within a plan.
type PostID string

// A Post (岗位) is one duty with the person who holds it and the one who takes over.
type Post struct {
	ID      PostID           `json:"id"`
	Title   string           `json:"title"`
	Session roster.SessionID `json:"session,omitzero"` // "" if the post serves the whole meeting
	Span    calendar.Span    `json:"span"`             // when somebody has to be there
	Owner   roster.PersonID  `json:"owner,omitzero"`   // A角
	Backup  roster.PersonID  `json:"backup,omitzero"`  // B角
}

// Posts are the posts of one meeting.
type Posts []Post

// Validate reports what is wrong with the form of the posts, all at once: no
// identifier, one used twice, no usable title, no time. Posts without people are well
// formed: [Posts.Gaps] names them.
func (ps Posts) Validate() check.Problems {
	var found check.Problems
	if len(ps) > MaxPosts {
		found.Add(tooMany.At("", check.Int("n", len(ps)), check.Int("max", MaxPosts)))
		return found
	}
	first := make(map[PostID]int, len(ps))
	for i, p := range ps {
		path := check.Index("", i)
		found.In(path, roster.CheckID("id", KindPost, p.ID))
		found.In(path+".span", p.Span.Validate())
		found.In("", roster.CheckText(path+".title", p.Title, MaxTitle))
		if p.Title == "" {
			found.Add(noTitle.At(path+".title", check.ID("post", KindPost, p.ID)))
		}
		if j, twice := first[p.ID]; twice {
			found.Add(duplicateID.At(path+".id", check.Value("id", string(p.ID)), check.Text("other", check.Index("", j))))
			continue
		}
		first[p.ID] = i
	}
	return found
}

// Gaps reports what is still open, all at once: posts that nobody holds and posts
// without a backup of their own (errors), and people who are asked for at two posts
// at once, as owner or as backup (warnings). Its cost is n log n.
func (ps Posts) Gaps() check.Problems {
	var found check.Problems
	for i, p := range ps {
		path := check.Index("", i)
		post := check.ID("post", KindPost, p.ID)
		switch {
		case p.Owner == "":
			found.Add(noOwner.At(path+".owner", post))
		case p.Backup == "":
			found.Add(noBackup.At(path+".backup", post, check.ID("owner", roster.KindPerson, p.Owner)))
		case p.Backup == p.Owner:
			found.Add(selfBackup.At(path+".backup", post, check.ID("owner", roster.KindPerson, p.Owner)))
		}
	}
	ps.overlaps(&found)
	return found
}

// overlaps reports people who are asked for at two posts at once: of each post the
// clash with the earlier one that lasts longest.
func (ps Posts) overlaps(found *check.Problems) {
	type call struct {
		post int
		role check.Arg
	}
	calls := map[roster.PersonID][]call{}
	for i, p := range ps {
		if p.Owner != "" {
			calls[p.Owner] = append(calls[p.Owner], call{i, roleA})
		}
		if p.Backup != "" && p.Backup != p.Owner {
			calls[p.Backup] = append(calls[p.Backup], call{i, roleB})
		}
	}
	for person, list := range calls { // findings are ordered by their paths
		slices.SortFunc(list, func(a, b call) int {
			return cmp.Or(ps[a.post].Span.Start.Compare(ps[b.post].Span.Start), cmp.Compare(a.post, b.post))
		})
		longest := 0 // the one of the earlier calls that ends last
		for i := 1; i < len(list); i++ {
			a, b := list[longest], list[i]
			if ps[a.post].Span.Overlaps(ps[b.post].Span) {
				found.Add(twoPosts.At(check.Index("", b.post), check.ID("person", roster.KindPerson, person),
					check.ID("post", KindPost, ps[b.post].ID), b.role.WithKey("role"),
					check.ID("other", KindPost, ps[a.post].ID), a.role.WithKey("otherRole")))
			}
			if ps[b.post].Span.End.Compare(ps[a.post].Span.End) > 0 {
				longest = i
			}
		}
	}
}

var (
	roleA = check.Term("role", "A角", "owner")
	roleB = check.Term("role", "B角", "backup")
)

// A Cover says who acts on a post. Acting is "" if nobody is left.
type Cover struct {
	Post   PostID
	Acting roster.PersonID
	Why    check.Reason
}

// Without returns who acts on each post, in the order of the posts, when the
// people named are absent: the owner, else the backup, else nobody.
func (ps Posts) Without(absent ...roster.PersonID) []Cover {
	out := make(map[roster.PersonID]bool, len(absent))
	for _, id := range absent {
		out[id] = true
	}
	covers := make([]Cover, len(ps))
	for i, p := range ps {
		post := check.ID("post", KindPost, p.ID)
		owner, backup := check.ID("owner", roster.KindPerson, p.Owner), check.ID("backup", roster.KindPerson, p.Backup)
		switch {
		case p.Owner != "" && !out[p.Owner]:
			covers[i] = Cover{p.ID, p.Owner, ownerActs.Because(post, owner)}
		case p.Backup != "" && !out[p.Backup]:
			covers[i] = Cover{p.ID, p.Backup, backupActs.Because(post, owner, backup)}
		default:
			covers[i] = Cover{p.ID, "", nobodyActs.Because(post)}
		}
	}
	return covers
}

// Uncovered returns the posts that stand empty when the people named are absent.
func (ps Posts) Uncovered(absent ...roster.PersonID) []Cover {
	return slices.DeleteFunc(ps.Without(absent...), func(c Cover) bool { return c.Acting != "" })
}

// Idle returns the staff who hold no post and back up none, in the order given:
// every person has a duty (人人有专责).
func (ps Posts) Idle(staff []roster.PersonID) []roster.PersonID {
	busy := map[roster.PersonID]bool{}
	for _, p := range ps {
		busy[p.Owner], busy[p.Backup] = true, true
	}
	return slices.DeleteFunc(slices.Clone(staff), func(id roster.PersonID) bool { return busy[id] })
}
