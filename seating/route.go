package seating

import (
	"iter"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A Poll is a vote with ballots in a hall (投票): where the boxes are, and who votes
// before the hall does.
type Poll struct {
	Boxes []BallotBox `json:"boxes"`
	First []PollGroup `json:"first,omitzero"`
}

// A BallotBox (票箱) takes the ballots of blocks of one area. The boxes of an area are
// listed as they stand, from the viewer's left to the right.
type BallotBox struct {
	ID   string `json:"id"`
	Area string `json:"area"`
}

// A PollGroup is people who vote before the hall: scrutineers (监票人), the rostrum.
// Groups vote in the order given.
type PollGroup struct {
	ID     string `json:"id"`
	Box    string `json:"box"`
	Role   Role   `json:"role,omitzero"`   // those in the hall with the role are of the group and do not vote with their row
	Others int    `json:"others,omitzero"` // people of the group who sit elsewhere
}

// MaxBoxes is how many boxes and groups a poll may have.
const MaxBoxes = 1_000

// A Route is who goes to which ballot box in which order (投票路线). The blocks between
// the aisles of an area go to its boxes from left to right, whole and side by side, so
// that no two ways cross, and so that the box with the most ballots has as few as such a
// division allows. At a box the groups come first, then block by block from the left,
// row by row from the front. Routes are made by [Plan.Route] and [ParseRoute] and
// never change.
type Route struct {
	plan  Plan
	poll  Poll
	legs  []Leg
	boxes []BoxTally
}

// A Leg is a group or a row of a block on its way to a box.
type Leg struct {
	Box    string `json:"box"`
	Nth    int    `json:"nth"` // at its box, from 1
	Group  string `json:"group,omitzero"`
	Block  int    `json:"block,omitzero"` // of the area, from the viewer's left, from 1; 0 is a group
	From   SeatID `json:"from,omitzero"`  // first chair of the row in the block that has a voter
	To     SeatID `json:"to,omitzero"`    // last of them
	Voters int    `json:"voters"`
}

// A BoxTally is how many ballots a box is to receive.
type BoxTally struct {
	Box    string `json:"box"`
	Voters int    `json:"voters"`
}

type routeWire struct {
	Plan  planWire   `json:"plan"`
	Poll  Poll       `json:"poll"`
	Legs  []Leg      `json:"legs"`
	Boxes []BoxTally `json:"boxes"`
}

var routeFormat = wire.Format{Name: "seating.route", Version: 1}

// Validate reports boxes and groups that contradict themselves, whatever the hall.
func (p Poll) Validate() check.Problems {
	var ps check.Problems
	if len(p.Boxes) == 0 || len(p.Boxes) > MaxBoxes || len(p.First) > MaxBoxes {
		ps.Add(badCount.At("boxes", check.Int("n", max(len(p.Boxes), len(p.First))), check.Int("max", MaxBoxes)))
		return ps
	}
	boxes := map[string]int{}
	for i, b := range p.Boxes {
		at := check.Index("boxes", i)
		ps.In("", roster.CheckID(check.Key(at, "id"), "box", b.ID))
		ps.In("", checkArea(check.Key(at, "area"), b.Area))
		if first, twice := boxes[b.ID]; twice {
			ps.Add(listedTwice.At(check.Key(at, "id"), check.ID("who", "box", b.ID), check.Int("first", first+1)))
			continue
		}
		boxes[b.ID] = i
	}
	groups, roles := map[string]int{}, map[Role]int{}
	for i, g := range p.First {
		at := check.Index("first", i)
		ps.In("", roster.CheckID(check.Key(at, "id"), "group", g.ID))
		if first, twice := groups[g.ID]; twice {
			ps.Add(listedTwice.At(check.Key(at, "id"), check.ID("who", "group", g.ID), check.Int("first", first+1)))
		} else {
			groups[g.ID] = i
		}
		if _, known := boxes[g.Box]; !known {
			ps.Add(noSuchBox.At(check.Key(at, "box"), check.Value("box", g.Box)))
		}
		if g.Others < 0 || g.Others > MaxGuests || g.Others == 0 && g.Role == "" {
			ps.Add(badCount.At(check.Key(at, "others"), check.Int("n", g.Others), check.Int("max", MaxGuests)))
		}
		if g.Role == "" {
			continue
		}
		ps.In("", roster.CheckID(check.Key(at, "role"), KindRole, g.Role))
		if first, twice := roles[g.Role]; twice {
			ps.Add(listedTwice.At(check.Key(at, "role"), check.ID("who", KindRole, g.Role), check.Int("first", first+1)))
		} else {
			roles[g.Role] = i
		}
	}
	return ps
}

// Route plans who goes to which box, for the people who are seated: those of the
// classes that vote or, where no class does, everybody. It is an error if the plan is
// not one of a hall, the poll is not valid, or an area with voters has no box.
func (p Plan) Route(poll Poll) (Route, error) {
	r, ps := p.route(poll)
	return r, ps.Err()
}

func (p Plan) route(poll Poll) (Route, check.Problems) {
	var ps check.Problems
	hall := p.setting.Hall
	if hall == nil {
		ps.Add(notHall.At("plan.setting", p.setting.Kind().Term("kind")))
		return Route{}, ps
	}
	ps.In("poll", poll.Validate())
	if ps.Failed() {
		return Route{}, ps
	}
	r := Route{plan: p, poll: Poll{slices.Clone(poll.Boxes), slices.Clone(poll.First)}}
	all := !slices.ContainsFunc(hall.Classes, func(c Class) bool { return c.Votes })
	byRole := map[Role]int{}
	row := 0
	legs := map[string][]Leg{}
	for i, a := range hall.Areas {
		blocks := make([][]Leg, 1)
		if len(a.Rows) > 0 {
			blocks = make([][]Leg, len(a.Rows[0]))
		}
		for n := range a.rows() {
			lr := p.room.layout.rows[row]
			row++
			seat := lr.first
			for b := range blocks {
				end := lr.first + lr.len
				if len(a.Rows) > 0 {
					end = seat + a.Rows[n][b]
				}
				leg := Leg{Block: b + 1}
				for ; seat < end; seat++ {
					g := p.sitter[seat]
					if g < 0 || !all && !hall.votes(p.guests[g]) {
						continue
					}
					if role := p.guests[g].Role; role != "" && slices.ContainsFunc(poll.First, func(f PollGroup) bool { return f.Role == role }) {
						byRole[role]++
						continue
					}
					if leg.Voters == 0 {
						leg.From = p.room.layout.seats[seat].ID
					}
					leg.To = p.room.layout.seats[seat].ID
					leg.Voters++
				}
				if leg.Voters > 0 {
					blocks[b] = append(blocks[b], leg)
				}
			}
		}
		r.divide(a, i, blocks, legs, &ps)
	}
	r.finish(byRole, legs)
	return r, ps
}

// divide gives the blocks of an area to its boxes.
func (r *Route) divide(a HallArea, i int, blocks [][]Leg, legs map[string][]Leg, ps *check.Problems) {
	var boxes []string
	for _, b := range r.poll.Boxes {
		if b.Area == a.ID {
			boxes = append(boxes, b.ID)
		}
	}
	blocks = slices.DeleteFunc(blocks, func(b []Leg) bool { return len(b) == 0 })
	if len(blocks) == 0 {
		return
	}
	if len(boxes) == 0 {
		ps.Add(noBox.At(check.Index("plan.setting.hall.areas", i), check.Value("area", a.ID)))
		return
	}
	sizes := make([]int, len(blocks))
	for i, b := range blocks {
		for _, leg := range b {
			sizes[i] += leg.Voters
		}
	}
	next := 0
	for i, n := range evenly(sizes, len(boxes)) {
		for _, b := range blocks[next : next+n] {
			legs[boxes[i]] = append(legs[boxes[i]], b...)
		}
		next += n
	}
}

// evenly divides a list into parts side by side so that the largest sum of a part is as
// small as possible, and returns how many elements each part has: as many as fit from
// the left, and at least one while there are enough.
func evenly(sizes []int, parts int) []int {
	low, high := slices.Max(sizes), 0
	for _, n := range sizes {
		high += n
	}
	for low < high {
		mid := (low + high) / 2
		if len(filled(sizes, 0, mid)) <= parts {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return filled(sizes, min(parts, len(sizes)), low)
}

// filled fills parts from the left up to a limit that no element exceeds. It leaves an
// element for each of the parts that are to come, so that there are at least so many.
func filled(sizes []int, parts, limit int) []int {
	var counts []int
	for i := 0; i < len(sizes); {
		toCome := max(0, parts-len(counts)-1)
		sum, n := sizes[i], 1
		for i+n < len(sizes)-toCome && sum+sizes[i+n] <= limit {
			sum += sizes[i+n]
			n++
		}
		counts = append(counts, n)
		i += n
	}
	return counts
}

// finish puts the groups before the rows and counts the ballots.
func (r *Route) finish(byRole map[Role]int, legs map[string][]Leg) {
	for _, b := range r.poll.Boxes {
		tally := BoxTally{Box: b.ID}
		var all []Leg
		for _, g := range r.poll.First {
			voters := g.Others
			if g.Role != "" {
				voters += byRole[g.Role]
			}
			if g.Box == b.ID && voters > 0 {
				all = append(all, Leg{Group: g.ID, Voters: voters})
			}
		}
		for i, leg := range append(all, legs[b.ID]...) {
			leg.Box, leg.Nth = b.ID, i+1
			tally.Voters += leg.Voters
			r.legs = append(r.legs, leg)
		}
		r.boxes = append(r.boxes, tally)
	}
}

// Plan returns the plan of the hall.
func (r Route) Plan() Plan { return r.plan }

// Legs walks the ways to the boxes, box by box in the order of the poll, each in the
// order in which people go.
func (r Route) Legs() iter.Seq[Leg] { return slices.Values(r.legs) }

// Boxes walks the boxes in the order of the poll with the ballots each receives.
func (r Route) Boxes() iter.Seq[BoxTally] { return slices.Values(r.boxes) }

// MarshalJSON writes the plan, the poll and the route as seating.route/1, which
// [ParseRoute] reads.
func (r Route) MarshalJSON() ([]byte, error) {
	return wire.Append(nil, routeFormat, routeWire{r.plan.wire(), r.poll, append([]Leg{}, r.legs...), append([]BoxTally{}, r.boxes...)})
}

// ParseRoute reads what MarshalJSON writes. The route is planned anew; what does not
// follow from the plan and the poll is a finding.
func ParseRoute(data []byte) (Route, error) {
	var w routeWire
	_, ps := wire.Parse(data, routeFormat, &w, nil)
	var r Route
	if !ps.Failed() {
		p, found := w.Plan.plan()
		ps.In("plan", found)
		if !ps.Failed() {
			r, found = p.route(w.Poll)
			ps.In("", found)
		}
	}
	if !ps.Failed() {
		derived(&ps, "legs", w.Legs, r.legs)
		derived(&ps, "boxes", w.Boxes, r.boxes)
	}
	if err := ps.Err(); err != nil {
		return Route{}, err
	}
	return r, nil
}
