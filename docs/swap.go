package docs

import (
	"cmp"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/docs/symbol"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// An Exchange is one copy of a round of swaps: By brought it back, while Holder held it
// by the record.
type Exchange struct {
	Copy   symbol.CopyNumber `json:"copy"`
	By     roster.PersonID   `json:"by"`
	Holder roster.PersonID   `json:"holder"`
	Entry  journal.ID        `json:"entry"` // that recorded the return
}

func (x Exchange) compare(y Exchange) int {
	return cmp.Or(cmp.Compare(x.Copy, y.Copy), strings.Compare(string(x.By), string(y.By)), strings.Compare(string(x.Holder), string(y.Holder)), x.Entry.Compare(y.Entry))
}

// Round are the copies of a [SwapRound], beginning with the lowest: the holder of each
// brought the next one, the holder of the last the first. The slice is a copy; it is
// empty for other kinds.
func (e Exception) Round() []Exchange { return slices.Clone(e.round) }

// people are the persons of a round, each of whom brought the copy of the next.
func (e Exception) people() []roster.PersonID {
	out := make([]roster.PersonID, len(e.round))
	for i, x := range e.round {
		out[i] = x.By
	}
	return out
}

// exchanged are the copies of a round as text.
func (e Exception) exchanged() string {
	copies := make([]string, len(e.round))
	for i, x := range e.round {
		copies[i] = x.Copy.String()
	}
	return strings.Join(copies, ", ")
}

// roundAgrees reports whether the round of an exception is one, or none where the kind
// has none.
func (e Exception) roundAgrees() bool {
	if e.kind != SwapRound {
		return e.round == nil
	}
	n := len(e.round)
	if n < 3 || e.count != int64(n) {
		return false
	}
	people := map[roster.PersonID]bool{}
	for i, x := range e.round {
		if x.Holder != e.round[(i+1)%n].By || x.Copy < e.round[0].Copy {
			return false
		}
		people[x.By] = true
	}
	first := e.round[0]
	return len(people) == n && e.copies == One(first.Copy) && e.who == first.By && e.holder == first.Holder && e.entry == first.Entry
}

// swaps finds holders who brought each other's copies of a paper: errors that make up
// for each other. Pairs are found first, in the canonical order, then rounds of three
// and more among what is left; which they are depends on the entries alone.
func (f *folder) swaps() {
	f.pairs()
	byPaper := map[roster.PaperID][]int{}
	var papers []roster.PaperID
	for i, x := range f.found {
		if x.kind != WrongHolder || !x.swappable() {
			continue
		}
		if byPaper[x.paper] == nil {
			papers = append(papers, x.paper)
		}
		byPaper[x.paper] = append(byPaper[x.paper], i)
	}
	for _, id := range papers {
		if len(byPaper[id]) > 2 {
			f.rounds(byPaper[id])
		}
	}
	f.found = slices.DeleteFunc(f.found, func(x Exception) bool { return x.kind == 0 })
}

// pairs finds pairs of holders that brought each other's copies.
func (f *folder) pairs() {
	type pair struct {
		paper       roster.PaperID
		who, holder roster.PersonID
	}
	open := map[pair][]int{}
	for i, x := range f.found {
		if x.kind != WrongHolder || !x.swappable() {
			continue
		}
		back := pair{x.paper, x.holder, x.who}
		if js := open[back]; len(js) > 0 {
			y := &f.found[js[0]]
			open[back] = js[1:]
			f.found[i].kind, y.kind = Swap, Swap
			f.found[i].near, y.near = []symbol.CopyNumber{y.copies.From}, []symbol.CopyNumber{x.copies.From}
			continue
		}
		mine := pair{x.paper, x.who, x.holder}
		open[mine] = append(open[mine], i)
	}
}

// rounds joins the wrong holders of one paper, at places in found, into rounds.
// Everybody who brought somebody else's copy points at its holder; a walk along these
// pointers that comes back to where it has been has found a round. Each pointer is
// walked once: behind a person who points nowhere any more lies no round.
func (f *folder) rounds(places []int) {
	brought := map[roster.PersonID][]int{} // places not yet walked, by who brought the copy
	for _, i := range places {
		who := f.found[i].who
		brought[who] = append(brought[who], i)
	}
	for _, i := range places {
		path := []int{}                                  // places walked
		on := map[roster.PersonID]int{f.found[i].who: 0} // persons on the path
		for at := f.found[i].who; ; {
			next := brought[at]
			if len(next) == 0 {
				if len(path) == 0 {
					break
				}
				delete(on, at)
				at = f.found[path[len(path)-1]].who
				path = path[:len(path)-1]
				continue
			}
			brought[at] = next[1:]
			path = append(path, next[0])
			at = f.found[next[0]].holder
			from, been := on[at]
			if !been {
				on[at] = len(path)
				continue
			}
			f.round(path[from:])
			for _, walked := range path[from+1:] {
				delete(on, f.found[walked].who)
			}
			path = path[:from]
		}
	}
}

// round puts one exception in the place of those of a round: at the lowest copy.
func (f *folder) round(places []int) {
	members := make([]Exchange, len(places))
	first := 0
	for i, at := range places {
		x := f.found[at]
		members[i] = Exchange{x.copies.From, x.who, x.holder, x.entry}
		if members[i].Copy < members[first].Copy {
			first = i
		}
	}
	for _, at := range places {
		if at != places[first] {
			f.found[at].kind = 0
		}
	}
	x := &f.found[places[first]]
	x.kind, x.grade, x.count = SwapRound, kinds[SwapRound].grade, int64(len(members))
	x.round = slices.Concat(members[first:], members[:first])
}

// swappable reports whether an exception came from a return by somebody else.
func (e Exception) swappable() bool {
	return e.state == Held && e.who != "" && e.holder != "" && e.returned
}
