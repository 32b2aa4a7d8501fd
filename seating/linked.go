package seating

import (
	"iter"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// MaxSheets is how many plans of one event are linked at most.
const MaxSheets = 200

// A Sheet is one plan of an event under a name, with the things that are made from
// it: the rostrum, the photo, a table, a car.
type Sheet struct {
	Name        string
	Plan        Plan
	Prints      []PieceKind
	Microphones []SeatID // chairs with a microphone
}

// Linked are the plans of one event that have people in common (联动座次): what
// happens to a person happens in all of them. Linked are built by [Link],
// [Linked.Change] and [ParseLinked] and never change.
type Linked struct {
	sheets []Sheet
}

// Link links plans. Sheets without a name or of one name, kinds that are not known or
// stand twice, and microphones on chairs that are not there are findings.
func Link(sheets ...Sheet) (Linked, error) {
	l, ps := link(sheets)
	if err := ps.Err(); err != nil {
		return Linked{}, err
	}
	return l, nil
}

func link(sheets []Sheet) (Linked, check.Problems) {
	var ps check.Problems
	if len(sheets) == 0 || len(sheets) > MaxSheets {
		ps.Add(badCount.At("sheets", check.Int("n", len(sheets)), check.Int("max", MaxSheets)))
		return Linked{}, ps
	}
	l := Linked{slices.Clone(sheets)}
	first := map[string]int{}
	for i := range l.sheets {
		s := &l.sheets[i]
		at := check.Index("sheets", i)
		ps.In(at, roster.CheckID("name", "sheet", s.Name))
		if j, twice := first[s.Name]; twice {
			ps.Add(sheetTwice.At(check.Key(at, "name"), check.Value("sheet", s.Name), check.Int("first", j+1)))
		} else {
			first[s.Name] = i
		}
		if len(s.Plan.guests) == 0 {
			ps.Add(nobodyLeft.At(check.Key(at, "plan")))
		}
		s.Prints, s.Microphones = slices.Clone(s.Prints), slices.Clone(s.Microphones)
		for j, kind := range s.Prints {
			path := check.Index(check.Key(at, "prints"), j)
			choose(&ps, path, kind, pieceKinds)
			if slices.Contains(s.Prints[:j], kind) {
				ps.Add(pieceTwice.At(path, kind.Term("kind")))
			}
		}
		chairs := s.Plan.room.layout.byID()
		slices.SortFunc(s.Microphones, SeatID.Compare)
		s.Microphones = slices.Compact(s.Microphones)
		for j, id := range s.Microphones {
			if _, ok := chairs[id]; !ok {
				ps.Add(noMicrophoneSeat.At(check.Index(check.Key(at, "microphones"), j), check.Value("seat", id.String())))
			}
		}
	}
	return l, ps
}

// Sheets walks the sheets in the order in which they were linked.
func (l Linked) Sheets() iter.Seq[Sheet] {
	return func(yield func(Sheet) bool) {
		for _, s := range l.sheets {
			s.Prints, s.Microphones = slices.Clone(s.Prints), slices.Clone(s.Microphones)
			if !yield(s) {
				return
			}
		}
	}
}

// Sheet returns the sheet of a name, or false if there is none.
func (l Linked) Sheet(name string) (Sheet, bool) {
	for s := range l.Sheets() {
		if s.Name == name {
			return s, true
		}
	}
	return Sheet{}, false
}

// Preference says which way is taken on a sheet for which none is chosen. There is no
// default.
type Preference uint8

// The preferences.
const (
	PreferFewest Preference = iota + 1 // 换座最少: the way that moves the fewest people
	PreferOrder                        // 位次不乱: of the ways after which everybody sits as the convention has it, the one that moves the fewest
)

var preferences = words{
	{"fewest", "换座最少", "the fewest people moved"},
	{"order", "位次不颠倒而换座最少", "the fewest people moved with nobody out of rank"},
}

// String returns the token, fewest or order.
func (p Preference) String() string { return of(preferences, p).token }

// Label returns the preference in Chinese.
func (p Preference) Label() string { return of(preferences, p).hans }

// Term returns the preference in both languages.
func (p Preference) Term(key string) check.Arg { return term(key, preferences, p) }

// AppendText appends the token of a valid preference.
func (p Preference) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "preference", preferences, p)
}

// MarshalText returns the token of a valid preference.
func (p Preference) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText reads fewest or order.
func (p *Preference) UnmarshalText(text []byte) error {
	return read(p, "preference", preferences, text)
}

// A Choice is what is decided for one sheet: the remedy, else the preference decides;
// the chairs that stay as they are; that the changes do not concern the sheet at all,
// as where somebody who was added does not come to dinner.
type Choice struct {
	Sheet  string   `json:"sheet"`
	Remedy Remedy   `json:"remedy,omitzero"`
	Locked []SeatID `json:"locked,omitzero"`
	Omit   bool     `json:"omit,omitzero"`
}

// Change makes changes on every sheet that they concern: those on which the person
// sits. Who is added joins every sheet that is not omitted; two who are swapped, and
// two of whom one takes over the role of the other, are so where both sit. A new rank
// counts on the first sheet on which the person sits; on the others the person takes
// the place that agrees with it.
//
// It is an error, with the findings by sheet, if a change concerns no sheet, if a
// sheet has no way to deal with the changes, or if a choice is for no sheet.
func (l Linked) Change(prefer Preference, choices []Choice, changes ...Change) (Combined, error) {
	c, ps := l.change(prefer, slices.Clone(choices), slices.Clone(changes))
	if err := ps.Err(); err != nil {
		return Combined{}, err
	}
	return c, nil
}

func (l Linked) change(prefer Preference, choices []Choice, changes []Change) (Combined, check.Problems) {
	ps := checkChanges(changes)
	choose(&ps, "prefer", prefer, preferences)
	chosen := make(map[string]Choice, len(choices))
	for i, c := range choices {
		at := check.Index("choices", i)
		_, twice := chosen[c.Sheet]
		switch known := slices.ContainsFunc(l.sheets, func(s Sheet) bool { return s.Name == c.Sheet }); {
		case !known:
			ps.Add(noSuchSheet.At(check.Key(at, "sheet"), check.Value("sheet", c.Sheet)))
		case twice:
			ps.Add(choiceTwice.At(check.Key(at, "sheet"), check.Value("sheet", c.Sheet)))
		}
		if c.Remedy != 0 {
			choose(&ps, check.Key(at, "remedy"), c.Remedy, remedies)
		}
		chosen[c.Sheet] = c
	}
	if ps.Failed() {
		return Combined{}, ps
	}
	out := Combined{before: l, changes: changes, prefer: prefer, choices: choices, after: Linked{slices.Clone(l.sheets)}}
	concerned := make([]bool, len(changes))
	var order map[roster.PersonID]int
	for i, s := range l.sheets {
		choice := chosen[s.Name]
		if choice.Omit {
			continue
		}
		var here []Change
		here, order = s.concerned(changes, concerned, order)
		if len(here) == 0 {
			continue
		}
		r, found := s.reseat(here, choice, prefer)
		ps.In(check.Key("sheets", s.Name), found)
		if found.Failed() {
			continue
		}
		out.sheets = append(out.sheets, i)
		out.made = append(out.made, r)
		out.after.sheets[i].Plan = r.after
		out.after.sheets[i].Microphones = r.carried(s.Microphones)
	}
	for i, done := range concerned {
		if !done {
			ps.Add(noSheetConcerned.At(check.Index("changes", i)))
		}
	}
	if ps.Failed() {
		return Combined{}, ps
	}
	out.combine()
	return out, ps
}

// reseat deals with changes on the sheet as it was chosen, else as it is preferred.
func (s Sheet) reseat(changes []Change, choice Choice, prefer Preference) (Reseating, check.Problems) {
	if choice.Remedy != 0 {
		return reseat(s.Plan, step{changes, choice.Locked, choice.Remedy})
	}
	ways, ps := remediesOf(s.Plan, choice.Locked, changes)
	if ps.Failed() {
		return Reseating{}, ps
	}
	r, ok := ways.Fewest()
	if prefer == PreferOrder {
		r, ok = ways.InOrder()
	}
	if !ok {
		ps.Add(noneInOrder.At(""))
	}
	return r, ps
}

// concerned returns the changes that concern a sheet, with the ranks that they mean
// there, and marks them. order, made on the first sheet whose ranks change, is where
// people stand after the changes.
func (s Sheet) concerned(changes []Change, marks []bool, order map[roster.PersonID]int) ([]Change, map[roster.PersonID]int) {
	sits := make(map[roster.PersonID]Guest, len(s.Plan.guests))
	for _, g := range s.Plan.guests {
		sits[g.ID] = g
	}
	var here []Change
	ranked := false
	for i, change := range changes {
		concerns := false
		switch c := change.(type) {
		case Absent:
			concerns = sits[c.Person].ID != ""
			delete(sits, c.Person)
		case NoShow:
			concerns = sits[c.Person].ID != ""
			delete(sits, c.Person)
		case Added:
			concerns = true
			sits[c.Guest.ID] = c.Guest
		case Substituted:
			if g := sits[c.Person]; g.ID != "" {
				concerns = true
				delete(sits, c.Person)
				if sits[c.By.ID] = c.By; c.KeepsRank {
					g.ID = c.By.ID
					sits[g.ID] = g
				}
			}
		case Swapped:
			concerns = sits[c.Person].ID != "" && sits[c.With].ID != ""
		case RankChanged:
			if concerns = sits[c.Person].ID != ""; concerns {
				ranked = true
				if order != nil {
					change = RankChanged{c.Person, s.rank(c.Person, sits, order)}
				}
			}
		case ChairChanged:
			from, to := sits[c.From], sits[c.To]
			if concerns = from.Role != "" && to.ID != ""; concerns {
				from.Role, to.Role = to.Role, from.Role
				sits[c.From], sits[c.To] = from, to
			}
		case Isolated:
			for _, g := range s.Plan.guests {
				if g.Party == c.Party && sits[g.ID].ID != "" {
					concerns = true
					delete(sits, g.ID)
				}
			}
		default:
			panic("seating: a change of another package") //nolint:forbidigo // the set is closed
		}
		if concerns {
			marks[i] = true
			here = append(here, change)
		}
	}
	if ranked && order == nil {
		order = map[roster.PersonID]int{}
		for i, g := range s.Plan.changed(here).guests {
			order[g.ID] = i + 1
		}
	}
	return here, order
}

// rank is the place of a person on the sheet among those of the same list, if people
// stand in an order; who is not in the order stays where he or she is.
func (s Sheet) rank(person roster.PersonID, sits map[roster.PersonID]Guest, order map[roster.PersonID]int) int {
	byParty := len(s.Plan.setting.furniture().parties()) > 0
	me := sits[person]
	rank := 1
	for _, g := range s.Plan.guests {
		if g.ID == person || sits[g.ID].ID == "" || byParty && g.Party != me.Party {
			continue
		}
		above := g.Order < me.Order
		if at, known := order[g.ID]; known && order[person] > 0 {
			above = at < order[person]
		}
		if above {
			rank++
		}
	}
	return rank
}

// carried returns the microphones of the plan after: each stays on its chair, and
// goes with a chair that goes.
func (r Reseating) carried(microphones []SeatID) []SeatID {
	if len(microphones) == 0 {
		return nil
	}
	had := make(map[SeatID]bool, len(microphones))
	for _, id := range microphones {
		had[id] = true
	}
	var carried []SeatID
	for seat, old := range r.same.old {
		if old >= 0 && had[r.before.room.layout.seats[old].ID] {
			carried = append(carried, r.after.room.layout.seats[seat].ID)
		}
	}
	slices.SortFunc(carried, SeatID.Compare)
	return carried
}
