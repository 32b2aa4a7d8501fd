package chart

import (
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/seating"
)

// AppendDirectory appends where everybody finds the chair, to hang at the door
// (门口座次表): a line a person, delegation by delegation, in order of precedence, with
// area, row and number. Who enters by the door reads no plan for that.
func AppendDirectory(dst []byte, p seating.Plan, o *Options) []byte {
	d, err := newDrawing(p, seating.FromAbove, o)
	if err != nil { // every plan can be seen from above
		return dst
	}
	type line struct{ name, seat string }
	var parties []roster.OrgID
	lines := map[roster.OrgID][]line{}
	widest := 0
	labels := map[string]string{}
	for r := range d.layout.Rows() {
		if r.Label != "" {
			labels[r.Area] = fit(r.Label, longestParty)
		}
	}
	rows := map[seating.SeatID]seating.Row{}
	for r := range d.layout.Rows() {
		rows[seating.SeatID{Area: r.Area, Row: r.Number}] = r
	}
	chairs := map[roster.PersonID]seating.SeatID{}
	for place := range p.Places() {
		chairs[place.Guest.ID] = place.Seat.ID
	}
	for g := range p.Guests() {
		id := chairs[g.ID]
		name := d.name(g.ID, longestCell)
		widest = max(widest, wide(name))
		if lines[g.Party] == nil {
			parties = append(parties, g.Party)
		}
		lines[g.Party] = append(lines[g.Party], line{name, d.seat(id, labels[id.Area], rows[seating.SeatID{Area: id.Area, Row: id.Row}])})
	}
	dst = append(dst, d.title()+"\n"...)
	if d.o.Note != "" {
		dst = append(dst, fit(d.o.Note, longestLine)+"\n"...)
	}
	for _, party := range parties {
		dst = append(dst, '\n')
		if party != "" {
			dst = append(dst, fit(named(d.o.Names, roster.KindOrg, string(party)), longestParty)+"\n"...)
		}
		for _, l := range lines[party] {
			dst = append(dst, isolated(l.name)+strings.Repeat(" ", widest-wide(l.name)+2)+l.seat+"\n"...)
		}
	}
	return dst
}

// seat says where a chair is.
func (d *drawing) seat(id seating.SeatID, label string, r seating.Row) string {
	number := strconv.Itoa(id.Number)
	words := []string{label, d.row(r), d.say(number+"座", "seat "+number)}
	if label == words[1] { // a table, whose row is the table
		words[1] = ""
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

// isolated is a text that keeps its direction to itself.
func isolated(text string) string {
	if rightToLeft(text) {
		return "\u2068" + text + "\u2069"
	}
	return text
}
