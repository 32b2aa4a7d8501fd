package seating

import "slices"

// regrown returns the setting in which everybody after changes is arranged anew, and
// for each of its rows the index of that row before. The rows of a rostrum keep their
// lengths: reserved ones have as many chairs as people, and the last of the others
// grows or closes up; a row without people goes.
func (p Plan) regrown(l *list) (Setting, []int) {
	s := l.setting.clone()
	rows := p.rowsBefore()
	if s.Rostrum == nil || len(s.Rostrum.Rows) == 0 {
		return s, rows
	}
	r := s.Rostrum
	need, rest := p.wanted(l)
	gone := make([]bool, len(r.Rows))
	delta := rest // people for whom the rows have no chair or, below zero, chairs too many
	open, shared := 0, 0
	for i := range r.Rows {
		spec, n := &r.Rows[i], p.room.layout.rows[i].len
		switch {
		case spec.reserved():
			gone[i] = need[i] == 0
			if spec.Seats > 0 {
				spec.Seats = need[i]
			}
			spec.keepAisles(need[i])
			continue
		case spec.Seats > 0:
			spec.Seats = n
		default:
			open++
			shared += n
		}
		delta -= n
	}
	for i := len(r.Rows) - 1; i >= 0 && delta != 0; i-- {
		spec, n := &r.Rows[i], p.room.layout.rows[i].len
		switch {
		case spec.reserved():
		case spec.Seats > 0:
			spec.Seats += delta
			delta = 0
			if spec.Seats <= 0 {
				delta, gone[i] = spec.Seats, true
			}
		case shared+delta >= open:
			shared += delta
			delta = 0
		default:
			gone[i] = true
			open--
			shared -= n
			delta += n
		}
	}
	for i := range r.Rows {
		spec := &r.Rows[i]
		switch {
		case gone[i] || spec.reserved():
		case spec.Seats > 0:
			spec.keepAisles(spec.Seats)
		default: // rows that share have enough for each
			spec.keepAisles(shared / open)
			shared -= shared / open
			open--
		}
	}
	return s, r.drop(gone, rows)
}

// wanted counts the people for each reserved row and those for the others.
func (p Plan) wanted(l *list) (need []int, rest int) {
	rows := l.setting.Rostrum.Rows
	need = make([]int, len(rows))
	moderator := p.byRole(l.guests)
	for g, guest := range l.guests {
		row := slices.IndexFunc(rows, func(r RostrumRow) bool { return r.Role != "" && r.Role == guest.Role })
		if row < 0 {
			row = slices.IndexFunc(rows, func(r RostrumRow) bool { return r.Ranks.has(guest.Order) })
		}
		if g == moderator {
			row = 0
		}
		if row >= 0 && rows[row].reserved() {
			need[row]++
		} else {
			rest++
		}
	}
	return need, rest
}

// rowsBefore are the rows as they stand, each in its own place.
func (p Plan) rowsBefore() []int {
	rows := make([]int, len(p.room.layout.rows))
	for i := range rows {
		rows[i] = i
	}
	return rows
}

// drop takes rows away and returns which ones are left.
func (r *Rostrum) drop(gone []bool, rows []int) []int {
	left, i := r.Rows[:0], 0
	rows = slices.DeleteFunc(rows, func(row int) bool { return gone[row] })
	for _, spec := range r.Rows {
		if !gone[i] {
			left = append(left, spec)
		}
		i++
	}
	r.Rows = left
	return rows
}

// refitted is regrown where nobody changes rows: each has as many chairs as people.
func (p Plan) refitted(l *list) (Setting, []int) {
	s := l.setting.clone()
	r, rows := s.Rostrum, p.closing(l, nil).rows
	if len(r.Rows) == 0 {
		r.Rows, r.MaxRow = make([]RostrumRow, len(rows)), 0
	}
	gone := make([]bool, len(rows))
	for i, people := range rows {
		spec := &r.Rows[i]
		gone[i] = len(people) == 0
		if spec.Seats > 0 || !spec.reserved() {
			spec.Seats = len(people)
		}
		spec.keepAisles(len(people))
	}
	return s, r.drop(gone, p.rowsBefore())
}

// keepAisles drops the aisles that do not lie between two of n chairs.
func (r *RostrumRow) keepAisles(n int) {
	r.Aisles = slices.DeleteFunc(r.Aisles, func(after int) bool { return after >= n })
}
