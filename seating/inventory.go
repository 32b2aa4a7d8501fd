package seating

import (
	"iter"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A Kit is what a room is fitted out with (物品清单), item by item, and how many people
// the room is approved for (核定人数).
type Kit struct {
	Items    []Item `json:"items"`
	Approved int    `json:"approved,omitzero"` // 0 is not known
}

// An Item is a thing that is counted from the plan: one for each chair, person, table,
// row or plan, or one for every so many of them in a row.
type Item struct {
	ID       string  `json:"id"` // as in cup, microphone
	Per      Measure `json:"per"`
	Every    int     `json:"every,omitzero"`    // one for so many in a row, rounded up; 0 is 1; chairs and people only
	Area     string  `json:"area,omitzero"`     // only there; not for tables and the plan
	Rows     int     `json:"rows,omitzero"`     // only in the first rows of an area; 0 is all
	Spare    int     `json:"spare,omitzero"`    // on top
	Numbered bool    `json:"numbered,omitzero"` // each has a number, from 1, and stands at a chair: chairs and people only
}

// Measure says what an item is counted by.
type Measure uint8

// The values of Measure.
const (
	PerChair  Measure = iota + 1 // 每座: chairs that people may sit on; where people stand there are none
	PerPerson                    // 每人: people who have a place
	PerTable                     // 每桌: tables as drawn, a run between two aisles as one
	PerRow                       // 每排: rows with chairs
	PerPlan                      // 每场: the whole plan
)

var measures = words{
	{"chair", "每座", "for each chair"},
	{"person", "每人", "for each person"},
	{"table", "每桌", "for each table"},
	{"row", "每排", "for each row"},
	{"plan", "每场", "for the plan"},
}

// String returns the token: chair, person, table, row or plan.
func (m Measure) String() string { return of(measures, m).token }

// Label returns the measure in Chinese.
func (m Measure) Label() string { return of(measures, m).hans }

// AppendText appends the token of a valid measure.
func (m Measure) AppendText(dst []byte) ([]byte, error) { return write(dst, "measure", measures, m) }

// MarshalText returns the token of a valid measure.
func (m Measure) MarshalText() ([]byte, error) { return m.AppendText(nil) }

// UnmarshalText reads chair, person, table, row or plan.
func (m *Measure) UnmarshalText(text []byte) error { return read(m, "measure", measures, text) }

// MaxItems is how many items a kit may have.
const MaxItems = 1_000

// Validate reports items that contradict themselves, whatever the plan.
func (k Kit) Validate() check.Problems {
	var ps check.Problems
	if len(k.Items) == 0 || len(k.Items) > MaxItems {
		ps.Add(badCount.At("items", check.Int("n", len(k.Items)), check.Int("max", MaxItems)))
		return ps
	}
	if k.Approved < 0 {
		ps.Add(badCount.At("approved", check.Int("n", k.Approved), check.Int("max", MaxGuests)))
	}
	seen := map[string]int{}
	for i, item := range k.Items {
		at := check.Index("items", i)
		ps.In(at, item.Validate())
		if first, twice := seen[item.ID]; twice {
			ps.Add(listedTwice.At(check.Key(at, "id"), check.ID("who", "item", item.ID), check.Int("first", first+1)))
			continue
		}
		seen[item.ID] = i
	}
	return ps
}

// Validate reports what is wrong with the item alone.
func (i Item) Validate() check.Problems {
	ps := roster.CheckID("id", "item", i.ID)
	choose(&ps, "per", i.Per, measures)
	for _, f := range [...]struct {
		name string
		n    int
	}{{"every", i.Every}, {"rows", i.Rows}, {"spare", i.Spare}} {
		if f.n < 0 || f.n > MaxSeats {
			ps.Add(badCount.At(f.name, check.Int("n", f.n), check.Int("max", MaxSeats)))
		}
	}
	if i.Area != "" {
		ps.In("", checkArea("area", i.Area))
	}
	seats := i.Per == PerChair || i.Per == PerPerson
	rows := seats || i.Per == PerRow
	if !seats && (i.Every > 1 || i.Numbered) || !rows && (i.Area != "" || i.Rows > 0) {
		ps.Add(notOfMeasure.At("per", term("per", measures, i.Per)))
	}
	return ps
}

// An Inventory is how many of each item a plan needs, row by row. Inventories are made by
// [Plan.Inventory] and [ParseInventory] and never change.
type Inventory struct {
	plan   Plan
	kit    Kit
	counts []Count
	marks  []Numbered
	facts  facts
}

// A Count is how many of an item a row needs; Row 0 is for items that no row has:
// tables, those of the plan, spare ones.
type Count struct {
	Item  string `json:"item"`
	Area  string `json:"area,omitzero"`
	Row   int    `json:"row,omitzero"`
	Count int    `json:"count"`
}

// Numbered is an item with a number and the chair at which it stands: the middle one of
// those that share it, or the one on the viewer's left of the middle.
type Numbered struct {
	Item   string `json:"item"`
	Number int    `json:"number"`
	Seat   SeatID `json:"seat"`
}

type facts struct {
	People int `json:"people"`
	Chairs int `json:"chairs"`
	Tables int `json:"tables"`
	Aisles int `json:"aisles"`
	Doors  int `json:"doors"`
}

type inventoryWire struct {
	Plan    planWire   `json:"plan"`
	Kit     Kit        `json:"kit"`
	Counts  []Count    `json:"counts"`
	Numbers []Numbered `json:"numbers"`
	facts
}

var inventoryFormat = wire.Format{Name: "seating.inventory", Version: 1}

// Inventory counts the items of a kit. It is an error if the kit is not valid, if it
// names an area that the plan does not have, or if more people have a place than the
// room is approved for.
func (p Plan) Inventory(k Kit) (Inventory, error) {
	v, ps := p.inventory(k)
	return v, ps.Err()
}

func (p Plan) inventory(k Kit) (Inventory, check.Problems) {
	var ps check.Problems
	ps.In("kit", k.Validate())
	if ps.Failed() {
		return Inventory{}, ps
	}
	l := &p.room.layout
	v := Inventory{plan: p, kit: Kit{slices.Clone(k.Items), k.Approved}, facts: facts{People: p.Len()}}
	for _, r := range l.rows {
		if sits(r.Kind) {
			v.facts.Chairs += len(p.counted(r, PerChair))
		}
	}
	for _, b := range l.boxes {
		if b.Kind == Table {
			v.facts.Tables++
		}
		if b.Kind == Door {
			v.facts.Doors++
		}
	}
	v.facts.Aisles = p.setting.aisles()
	if k.Approved > 0 && v.facts.People > k.Approved {
		ps.Add(overApproved.At("kit.approved", check.Int("people", v.facts.People), check.Int("approved", k.Approved)))
	}
	for i, item := range k.Items {
		if item.Area != "" && !slices.ContainsFunc(l.rows, func(r Row) bool { return r.Area == item.Area }) {
			ps.Add(noSuchArea.At(check.Key(check.Index("kit.items", i), "area"), check.Value("area", item.Area)))
			continue
		}
		v.count(item)
	}
	if ps.Failed() {
		return Inventory{}, ps
	}
	return v, ps
}

// sits reports whether people of a row sit.
func sits(k RowKind) bool {
	switch k {
	case StandingRow, AwarderRow, WinnerRow, UsherRow, PodiumRow, FlagRow:
		return false
	default:
		return true
	}
}

// counted returns the chairs of a row that count by a measure.
func (p Plan) counted(r Row, m Measure) []int {
	var seats []int
	for seat := r.first; seat < r.first+r.len; seat++ {
		use := p.room.layout.seats[seat].Use
		if m == PerPerson && p.sitter[seat] >= 0 || m == PerChair && sits(r.Kind) && use != Blocked && use != Accessible {
			seats = append(seats, seat)
		}
	}
	return seats
}

// aisles is how many aisles the setting has.
func (s Setting) aisles() int {
	n := 0
	if s.Hall != nil {
		for _, a := range s.Hall.Areas {
			if len(a.Rows) > 0 {
				n += len(a.Rows[0]) - 1
			}
		}
	}
	if s.Rostrum != nil {
		for _, r := range s.Rostrum.Rows {
			n = max(n, len(r.Aisles))
		}
	}
	return n
}

func (v *Inventory) count(item Item) {
	add := func(r Row, n int) {
		if n > 0 {
			v.counts = append(v.counts, Count{item.ID, r.Area, r.Number, n})
		}
	}
	number := 0
	switch item.Per {
	case PerTable:
		add(Row{}, v.facts.Tables)
	case PerPlan:
		add(Row{}, 1)
	default:
		for _, r := range v.plan.room.layout.rows {
			if item.Area != "" && r.Area != item.Area || item.Rows > 0 && r.Number > item.Rows {
				continue
			}
			if item.Per == PerRow {
				if len(v.plan.counted(r, PerChair)) > 0 {
					add(r, 1)
				}
				continue
			}
			n := 0
			for shared := range slices.Chunk(v.plan.counted(r, item.Per), max(item.Every, 1)) {
				n++
				if number++; item.Numbered {
					at := v.plan.room.layout.seats[shared[(len(shared)-1)/2]].ID
					v.marks = append(v.marks, Numbered{item.ID, number, at})
				}
			}
			add(r, n)
		}
	}
	add(Row{}, item.Spare)
}

// Plan returns the plan that was counted.
func (v Inventory) Plan() Plan { return v.plan }

// People is how many people have a place.
func (v Inventory) People() int { return v.facts.People }

// Chairs is how many chairs stand in the room: none where people stand, none where a
// chair is blocked or a wheelchair has its place.
func (v Inventory) Chairs() int { return v.facts.Chairs }

// Tables is how many tables are drawn, a run between two aisles as one.
func (v Inventory) Tables() int { return v.facts.Tables }

// Aisles is how many aisles a hall or a rostrum has.
func (v Inventory) Aisles() int { return v.facts.Aisles }

// Doors is how many doors are drawn.
func (v Inventory) Doors() int { return v.facts.Doors }

// Counts walks the items in the order of the kit, each row by row, what no row has
// last.
func (v Inventory) Counts() iter.Seq[Count] { return slices.Values(v.counts) }

// Total is how many of an item there are in all.
func (v Inventory) Total(item string) int {
	n := 0
	for _, c := range v.counts {
		if c.Item == item {
			n += c.Count
		}
	}
	return n
}

// Numbers walks the items with numbers, in the order of the kit and of their numbers.
func (v Inventory) Numbers() iter.Seq[Numbered] { return slices.Values(v.marks) }

func (v Inventory) wire() inventoryWire {
	return inventoryWire{v.plan.wire(), v.kit, append([]Count{}, v.counts...), append([]Numbered{}, v.marks...), v.facts}
}

// MarshalJSON writes the plan, the kit and the counts as seating.inventory/1, which
// [ParseInventory] reads.
func (v Inventory) MarshalJSON() ([]byte, error) { return wire.Append(nil, inventoryFormat, v.wire()) }

// ParseInventory reads what MarshalJSON writes. The items are counted anew; what does
// not follow from the plan and the kit is a finding.
func ParseInventory(data []byte) (Inventory, error) {
	var w inventoryWire
	_, ps := wire.Parse(data, inventoryFormat, &w, nil)
	var v Inventory
	if !ps.Failed() {
		p, found := w.Plan.plan()
		ps.In("plan", found)
		if !ps.Failed() {
			v, found = p.inventory(w.Kit)
			ps.In("", found)
		}
	}
	if !ps.Failed() {
		derived(&ps, "counts", w.Counts, v.counts)
		derived(&ps, "numbers", w.Numbers, v.marks)
		derived(&ps, "facts", []facts{w.facts}, []facts{v.facts})
	}
	if err := ps.Err(); err != nil {
		return Inventory{}, err
	}
	return v, nil
}
