package seating

import (
	"cmp"
	"iter"
	"log/slog"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// AwardBatches (颁奖批次) are the batches of an award ceremony, one after another, with
// the stairs of the stage. Every winner is in one batch; awarders and ushers may come
// again.
type AwardBatches struct {
	Batches []AwardBatch `json:"batches"`
	Up      ViewerSide   `json:"up"`   // the stairs by which winners come up, as the hall has it
	Down    ViewerSide   `json:"down"` // the stairs by which they leave
	// NoShows are winners who turn out not to be there: the others of the batch close up,
	// their awards are taken off the trays and as many ushers as are too many stay away.
	NoShows []roster.PersonID `json:"noShows,omitzero"`
}

// An AwardBatch is the people of one batch on a stage: awarders, winners in the order of
// the list, and ushers, each with the role.
type AwardBatch struct {
	ID     string  `json:"id"`
	Stage  Awards  `json:"stage"`
	People []Guest `json:"people"`
}

// MaxAwardBatches is how many batches a ceremony may have.
const MaxAwardBatches = 500

// An AwardRun is a ceremony batch by batch: who goes up when and where from, where each
// winner stands, and what lies on which tray in which order. It is made by
// [AwardBatches.Run] or read back by [ParseAwardRun] and never changes.
type AwardRun struct {
	of         AwardBatches
	convention Convention
	batches    []StageBatch
	plans      []Plan
}

// A StageBatch is one batch.
type StageBatch struct {
	ID      string            `json:"id"`
	Winners []StageWinner     `json:"winners"`          // in the order in which they go up
	Trays   []Tray            `json:"trays"`            // from the left of the hall; of one awarder in the order of the awards
	Removed []roster.PersonID `json:"removed,omitzero"` // winners who are not there, whose awards lie on no tray
}

// A StageWinner is a winner on the way.
type StageWinner struct {
	Winner  roster.PersonID `json:"winner"`
	Seat    SeatID          `json:"seat"`    // where he or she waits, in a [WinnersHall]
	Queue   int             `json:"queue"`   // when he or she goes up, from 1: who stands furthest from the stairs goes first
	Place   int             `json:"place"`   // on the stage, among the winners, from the left of the hall
	Awarder roster.PersonID `json:"awarder"` // who hands out the award
	Leave   int             `json:"leave"`   // when he or she leaves, from 1: who stands nearest to the stairs goes first
}

// A Tray is what one usher carries. Items lie as the winners stand, from the left of the
// hall, or for one awarder in the order of the awards: the name on an item is that of
// the winner before whom it is handed out.
type Tray struct {
	Usher roster.PersonID   `json:"usher,omitzero"` // "" where the batch has no ushers
	Items []roster.PersonID `json:"items"`          // winners
}

// Run arranges every batch under a convention. What is wrong with any of them is
// reported with its place, as [Arrange] does, and so is a winner who comes twice.
// Winners wait in a [WinnersHall] in the order of batches and lists, whoever of them
// turns out not to be there.
func (a AwardBatches) Run(c Convention) (AwardRun, error) {
	ps := a.validate()
	if err := ps.Err(); err != nil {
		return AwardRun{}, err
	}
	r := AwardRun{of: a.clone(), convention: c}
	seats := a.seats()
	for i := range r.of.Batches {
		batch, plan, found := a.batch(i, c, seats)
		ps.In(check.Index("batches", i), found)
		if !ps.Failed() {
			r.batches, r.plans = append(r.batches, batch), append(r.plans, plan)
		}
	}
	if err := ps.Err(); err != nil {
		return AwardRun{}, err
	}
	return r, nil
}

func (a AwardBatches) clone() AwardBatches {
	a.Batches, a.NoShows = slices.Clone(a.Batches), slices.Clone(a.NoShows)
	for i := range a.Batches {
		a.Batches[i].People = slices.Clone(a.Batches[i].People)
	}
	return a
}

// validate reports batches that are none or have no winner left, winners who come twice
// and no-shows who are no winners.
func (a AwardBatches) validate() check.Problems {
	var ps check.Problems
	choose(&ps, "up", a.Up, viewerSides)
	choose(&ps, "down", a.Down, viewerSides)
	if n := len(a.Batches); n == 0 || n > MaxAwardBatches {
		ps.Add(badCount.At("batches", check.Int("n", n), check.Int("max", MaxAwardBatches)))
		return ps
	}
	gone := map[roster.PersonID]bool{}
	for _, person := range a.NoShows {
		gone[person] = true
	}
	winners, names := map[roster.PersonID]bool{}, map[string]int{}
	for i, b := range a.Batches {
		at := check.Index("batches", i)
		ps.In(at, roster.CheckID("id", "batch", b.ID))
		if first, twice := names[b.ID]; twice {
			ps.Add(listedTwice.At(check.Key(at, "id"), check.Value("who", b.ID), check.Int("first", first+1)))
		} else {
			names[b.ID] = i
		}
		ps.In(check.Key(at, "people"), checkCount(b.People))
		left := 0
		for j, g := range b.People {
			if g.Role != RoleWinner {
				continue
			}
			if winners[g.ID] {
				ps.Add(seatedTwice.At(check.Key(check.Index(check.Key(at, "people"), j), "id"), check.ID("person", roster.KindPerson, g.ID)))
			}
			winners[g.ID] = true
			if !gone[g.ID] {
				left++
			}
		}
		if left == 0 {
			ps.Add(nobodyToAward.At(at, check.Value("batch", b.ID)))
		}
	}
	for i, person := range a.NoShows {
		if !winners[person] {
			ps.Add(notOnList.At(check.Index("noShows", i), check.ID("person", roster.KindPerson, person)))
		}
	}
	return ps
}

// checkCount reports a list of people that is too long for a stage.
func checkCount(people []Guest) check.Problems {
	var ps check.Problems
	if len(people) > 3*MaxRostrum {
		ps.Add(badCount.At("", check.Int("n", len(people)), check.Int("max", 3*MaxRostrum)))
	}
	return ps
}

// winnersOf are the winners of a batch in the order of the list.
func (b AwardBatch) winnersOf() []Guest {
	all := slices.DeleteFunc(slices.Clone(b.People), func(g Guest) bool { return g.Role != RoleWinner })
	return inOrder(all, nil, nil)
}

// seats are the chairs of all winners in the hall.
func (a AwardBatches) seats() map[roster.PersonID]SeatID {
	seats := map[roster.PersonID]SeatID{}
	for _, b := range a.Batches {
		for _, g := range b.winnersOf() {
			n := len(seats)
			seats[g.ID] = SeatID{winnersArea, winnersEmpty + n/winnersInRow + 1, n%winnersInRow + 1}
		}
	}
	return seats
}

// batch arranges one batch without those who are not there.
func (a AwardBatches) batch(i int, c Convention, seats map[roster.PersonID]SeatID) (StageBatch, Plan, check.Problems) {
	b := a.Batches[i]
	out := StageBatch{ID: b.ID, Trays: []Tray{}}
	before := len(b.winnersOf())
	present := slices.DeleteFunc(slices.Clone(b.People), func(g Guest) bool {
		return g.Role == RoleWinner && slices.Contains(a.NoShows, g.ID)
	})
	for _, g := range b.winnersOf() {
		if slices.Contains(a.NoShows, g.ID) {
			out.Removed = append(out.Removed, g.ID)
		}
	}
	var ushers []Guest
	for _, g := range inOrder(present, nil, nil) {
		if g.Role == RoleUsher {
			ushers = append(ushers, g)
		}
	}
	if n := before - len(out.Removed); len(out.Removed) > 0 {
		keep := len(ushers)
		if keep == before {
			keep = n
		} else if b.Stage.Pairing != OneAwarder && keep == (before+1)/2 {
			keep = (n + 1) / 2
		}
		keep = min(keep, n)
		for _, over := range ushers[keep:] {
			present = slices.DeleteFunc(present, func(g Guest) bool { return g.ID == over.ID })
		}
		ushers = ushers[:keep]
	}
	p, ps := arrange(Setting{Awards: &b.Stage}, present, c)
	if ps.Failed() {
		return StageBatch{}, Plan{}, ps
	}
	var standing []Place // winners, from the left of the hall
	awarders := map[Length]roster.PersonID{}
	only := roster.PersonID("")
	for place := range p.Places() {
		switch {
		case place.Guest.Role == RoleWinner:
			standing = append(standing, place)
		case place.Guest.Role == RoleAwarder:
			awarders[place.Seat.At.X], only = place.Guest.ID, place.Guest.ID
		}
	}
	slices.SortFunc(standing, func(a, b Place) int { return cmp.Compare(a.Seat.At.X, b.Seat.At.X) })
	n := len(standing)
	for j, place := range standing {
		w := StageWinner{Winner: place.Guest.ID, Seat: seats[place.Guest.ID], Place: j + 1, Queue: n - j, Leave: j + 1, Awarder: awarders[place.Seat.At.X]}
		if a.Up == ViewerRight {
			w.Queue = j + 1
		}
		if a.Down == ViewerRight {
			w.Leave = n - j
		}
		if b.Stage.Pairing == OneAwarder {
			w.Awarder = only
		}
		out.Winners = append(out.Winners, w)
	}
	items := make([]roster.PersonID, n)
	for j, place := range standing {
		items[j] = place.Guest.ID
	}
	if b.Stage.Pairing == OneAwarder {
		slices.Reverse(items)
	}
	out.Trays = trays(items, ushers)
	slices.SortFunc(out.Winners, func(a, b StageWinner) int { return cmp.Compare(a.Queue, b.Queue) })
	return out, p, ps
}

// trays shares the items among the ushers in order: one tray for each usher, or one for
// all.
func trays(items []roster.PersonID, ushers []Guest) []Tray {
	if len(ushers) == 0 {
		return []Tray{{Items: items}}
	}
	var all []Tray
	for i, u := range ushers {
		from, to := servedBy(i, len(ushers), len(items))
		all = append(all, Tray{Usher: u.ID, Items: items[from:to]})
	}
	return all
}

// Batches walks the batches in order.
func (r AwardRun) Batches() iter.Seq[StageBatch] { return slices.Values(r.batches) }

// Plan returns the plan of the stage for batch i, counted from 0, or false if there is
// none.
func (r AwardRun) Plan(i int) (Plan, bool) {
	if i < 0 || i >= len(r.plans) {
		return Plan{}, false
	}
	return r.plans[i], true
}

// LogValue gives numbers instead of people.
func (r AwardRun) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("batches", len(r.batches)), slog.Int("noShows", len(r.of.NoShows)))
}

var awardRunFormat = wire.Format{Name: "seating.awardrun", Version: 1}

type awardRunWire struct {
	Convention Convention   `json:"convention"`
	Ceremony   AwardBatches `json:"ceremony"`
	Batches    []StageBatch `json:"batches"`
}

// MarshalJSON writes the ceremony, the convention and the batches as
// seating.awardrun/1, which [ParseAwardRun] reads.
func (r AwardRun) MarshalJSON() ([]byte, error) {
	return wire.Append(nil, awardRunFormat, awardRunWire{r.convention, r.of, r.batches})
}

// ParseAwardRun reads what MarshalJSON writes. The batches are made anew; what does not
// follow from the ceremony is a finding.
func ParseAwardRun(data []byte) (AwardRun, error) {
	var w awardRunWire
	_, ps := wire.Parse(data, awardRunFormat, &w, nil)
	if err := ps.Err(); err != nil {
		return AwardRun{}, err
	}
	r, err := w.Ceremony.Run(w.Convention)
	if err = ps.InErr("ceremony", err); err != nil {
		return AwardRun{}, err
	}
	derived(&ps, "batches", texts(w.Batches), texts(r.batches))
	if err := ps.Err(); err != nil {
		return AwardRun{}, err
	}
	return r, nil
}
