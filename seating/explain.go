package seating

import (
	"slices"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Explain says why a person sits where he or she does: the row, the chair in it,
// the options of the convention that decided it, with their sources, and the
// changes since. It returns false if the person is not seated.
func (p Plan) Explain(person roster.PersonID) ([]check.Reason, bool) {
	g := p.guest(person)
	if g < 0 {
		return nil, false
	}
	ranks := p.ranks()
	seat := p.chair[g]
	i := slices.IndexFunc(p.room.seqs, func(s sequence) bool { return slices.Contains(s.seats, seat) })
	if p.setting.Rostrum != nil {
		return p.explainRostrum(g, p.room.seqs[i], ranks), true
	}
	if p.setting.Hall != nil {
		return p.explainHall(g, p.room.seqs[i]), true
	}
	return p.explainPlace(p.room.seqs[i], seat), true
}

// explainPlace says what a chair is and which options decided it.
func (p Plan) explainPlace(seq sequence, seat int) []check.Reason {
	i := slices.Index(seq.seats, seat)
	at, rank, named := seq.anchors[i], check.Int("rank", i+1), p.seatTerm("seat", p.room.layout.seats[seat].ID)
	var why []check.Reason
	switch {
	case at.place == hostFlag:
		why = append(why, whyPlace.Because(named, rank, term("place", places, at.place)))
	case seq.chain < 0 && at.side == 0:
		why = append(why, whyRole.Because(named, check.ID("role", KindRole, p.guests[p.sitter[seat]].Role), term("place", places, at.place)))
	case at.place == beforeAwarder && p.sitter[at.seat] >= 0:
		why = append(why, whyBefore.Because(named, rank, check.ID("awarder", roster.KindPerson, p.guests[p.sitter[at.seat]].ID)))
	case at.side == 0 || p.sitter[at.seat] < 0:
		why = append(why, whyPlace.Because(named, rank, term("place", places, at.place)))
	default:
		first := check.ID("first", roster.KindPerson, p.guests[p.sitter[at.seat]].ID)
		chairs := check.Int("chairs", at.chairs)
		if seq.chain < 0 {
			role := check.ID("role", KindRole, p.guests[p.sitter[seat]].Role)
			why = append(why, whyRoleBeside.Because(named, role, hand(at.side), first, chairs))
		} else {
			why = append(why, whyBeside.Because(named, rank, hand(at.side), first, chairs))
		}
	}
	if seq.decided > 0 {
		for _, field := range p.convention.Row.deciding(seq.decided, false) {
			why = append(why, p.optionReason(field))
		}
	}
	why = append(why, p.chosen(seq.chosen...)...)
	return append(why, p.since()...)
}

// since says what was changed since the people were arranged.
func (p Plan) since() []check.Reason {
	var why []check.Reason
	for _, s := range p.steps {
		why = append(why, s.reasons()...)
	}
	return why
}

// reasons says what happened and how the plan dealt with it.
func (s step) reasons() []check.Reason {
	var why []check.Reason
	for _, c := range s.changes {
		why = append(why, c.reason())
	}
	return append(why, whyRemedy.Because(s.by.Term("remedy")))
}

// chosen are the options of the setting, of those named, as the plan or else the
// convention chose them.
func (p Plan) chosen(fields ...string) []check.Reason {
	var why []check.Reason
	kind := p.setting.Kind().String()
	own := slices.Collect(p.setting.Options())
	for o := range p.setting.under(p.convention, len(p.guests)).Options() {
		if !slices.Contains(fields, strings.TrimPrefix(o.Field, kind+".")) {
			continue
		}
		args := []check.Arg{
			check.Term("option", o.Hans, o.En), check.Text("field", o.Field), check.Text("token", o.Token), sourceTerm(o.Source),
		}
		if slices.Contains(own, o) {
			why = append(why, whyChosen.Because(args...))
		} else {
			why = append(why, whyOption.Because(append(args, check.Text("convention", p.convention.String()))...))
		}
	}
	return why
}

// sourceTerm names a source in a sentence.
func sourceTerm(source string) check.Arg {
	if source == check.HouseCustom {
		return check.Term("source", "惯例", source)
	}
	return check.Text("source", source)
}

func (p Plan) explainRostrum(g int, seq sequence, ranks []int) []check.Reason {
	var why []check.Reason
	layout := &p.room.layout
	id := layout.seats[p.chair[g]].ID
	rank, seat := check.Int("rank", ranks[g]), p.seatTerm("seat", id)
	if len(layout.rows) > 1 {
		ranked := slices.DeleteFunc(slices.Clone(seq.guests), func(g int) bool { return slices.Contains(seq.byRole, g) })
		if len(ranked) == 0 {
			ranked = seq.guests
		}
		first, last := ranked[0], ranked[len(ranked)-1]
		switch spec := p.rowSpec(seq.row); {
		case spec.Role != "":
			why = append(why, whyReserved.Because(check.Int("row", id.Row), check.ID("whom", KindRole, spec.Role)))
		case spec.reserved():
			why = append(why, whyReserved.Because(check.Int("row", id.Row), ranksTerm("whom", spec.Ranks)))
		default:
			why = append(why, whyRow.Because(check.Int("row", id.Row), check.Int("from", ranks[first]), check.Int("to", ranks[last])))
		}
	}
	side, chairs := seq.shape.side(seq.own(layout, p.chair[g]))
	if slices.Contains(seq.byRole, g) {
		at := lastOfRow
		if p.setting.Rostrum.Moderator == ModeratorCentre {
			at = inCentre
		}
		why = append(why, whyRole.Because(seat, check.ID("role", KindRole, p.guests[g].Role), term("place", places, at)))
	} else if chairs == 0 {
		why = append(why, whyCentre.Because(seat, rank))
	} else if centre := p.sitter[seq.seats[0]]; centre < 0 {
		why = append(why, whyPlace.Because(seat, rank, term("place", places, standing)))
	} else {
		why = append(why, whyBeside.Because(seat, rank, hand(side),
			check.ID("first", roster.KindPerson, p.guests[centre].ID), check.Int("chairs", chairs)))
	}
	for _, field := range p.convention.Row.deciding(seq.decided, len(layout.rows) == 1) {
		why = append(why, p.optionReason(field))
	}
	if p.guests[g].Role == RoleModerator {
		why = append(why, p.chosen("moderator")...)
	}
	return append(why, p.since()...)
}

// rowSpec is the row as the setting has it.
func (p Plan) rowSpec(row int) RostrumRow {
	if rows := p.setting.Rostrum.Rows; row < len(rows) {
		return rows[row]
	}
	return RostrumRow{}
}

func ranksTerm(key string, r RankRange) check.Arg {
	from, to := check.Int("", r.From).Text, check.Int("", r.To).Text
	return check.Term(key, "第 "+from+" 位至第 "+to+" 位", "ranks "+from+" to "+to)
}

// deciding names the options that decide a row of n people.
func (r RowRule) deciding(n int, alone bool) []string {
	switch {
	case n == 1:
		return nil
	case n%2 == 1:
		return []string{"honour"}
	case n == 2 && alone && r.Two == TwoNo1Left:
		return []string{"two"}
	case n == 2:
		return []string{"even"}
	default:
		return []string{"even", "extra"}
	}
}

func (p Plan) optionReason(field string) check.Reason {
	var chosen choice
	for _, o := range p.convention.Row.choices() {
		if o.field == field {
			chosen = o
		}
	}
	o := p.convention.option(chosen)
	return whyOption.Because(check.Text("convention", p.convention.String()), check.Term("option", o.Hans, o.En),
		check.Text("field", o.Field), check.Text("token", o.Token), sourceTerm(o.Source))
}

// seatTerm names a chair in a sentence.
func (p Plan) seatTerm(key string, id SeatID) check.Arg {
	row, number := strconv.Itoa(id.Row), strconv.Itoa(id.Number)
	hans, en := p.areaName(id.Area), id.Area+" "
	round := slices.ContainsFunc(p.room.layout.rows, func(r Row) bool { return r.Round && r.Area == id.Area })
	var kind RowKind
	switch {
	case round:
		return check.Term(key, id.Area+" 桌 "+number+" 号座", "table "+id.Area+" seat "+number)
	case id.Area == rostrumArea:
		hans, en = "主席台", ""
	case kind.UnmarshalText([]byte(id.Area)) == nil:
		hans, en = kind.Label(), of(rowKinds, kind).en+" "
	}
	return check.Term(key, hans+"第 "+row+" 排 "+number+" 座", en+"row "+row+" seat "+number)
}

// areaName is what is printed for an area: its label, or else its name.
func (p Plan) areaName(area string) string {
	if p.setting.Hall != nil {
		for _, a := range p.setting.Hall.Areas {
			if a.ID == area && a.Label != "" {
				return a.Label
			}
		}
	}
	return area
}

// hand names an own side in a sentence.
func hand(side OwnSide) check.Arg {
	if side == OwnLeft {
		return check.Term("side", "左手", "left")
	}
	return check.Term("side", "右手", "right")
}

func (p Plan) explainHall(g int, seq sequence) []check.Reason {
	var why []check.Reason
	hall := p.setting.Hall
	seat, guest := p.chair[g], p.guests[g]
	named := p.seatTerm("seat", p.room.layout.seats[seat].ID)
	switch {
	case seq.use == Reserved:
		return append(why, whyHeld.Because(named, check.ID("role", KindRole, guest.Role)))
	case seq.use == Accessible && guest.Beside != "":
		return append(why, whyCompanion.Because(named, check.ID("other", roster.KindPerson, guest.Beside)))
	case seq.use == Accessible:
		return append(why, whyAccessible.Because(named))
	}
	if len(hall.Parties) > 0 {
		party := p.guests[g].Party
		member := 0
		for i := range p.guests[:g+1] {
			if p.guests[i].Party == party && p.chair[i] >= 0 {
				member++
			}
		}
		why = append(why, whyParty.Because(check.ID("party", roster.KindOrg, party),
			check.Int("nth", slices.Index(hall.Parties, party)+1), check.Int("member", member)))
	}
	if len(hall.Classes) > 0 {
		class := hall.class(guest)
		role := check.ID("role", KindRole, hall.Classes[class].Role)
		if hall.Classes[class].Role == "" {
			role = check.Term("role", "（其他）", "(everybody else)")
		}
		why = append(why, whyClass.Because(role, check.Int("nth", class+1)))
		why = append(why, p.chosen("division")...)
	}
	why = append(why, whyMethod.Because(named,
		hall.Method.Term("method"), check.Int("nth", slices.Index(seq.seats, seat)+1)))
	if hall.traits().fromCentre {
		why = append(why, p.optionReason("honour"))
	}
	return append(why, p.since()...)
}

// SeatTerm names a chair of the plan in both languages, as a sentence does.
func (p Plan) SeatTerm(key string, id SeatID) check.Arg { return p.seatTerm(key, id) }
