package calendar

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strings"
)

// calendar lays out the tables of notices that were found in order.
func (b *builder) calendar() *Calendar {
	c := &Calendar{
		firstYear: b.years[0], lastYear: b.years[len(b.years)-1],
		holidays: make([]named, len(b.force)),
	}
	c.ref.Calendar = b.opts.ID
	if b.annual >= 0 {
		n := b.notices[b.annual]
		c.ref.Calendar = or(c.ref.Calendar, n.Jurisdiction)
		c.jurisdiction, c.title, c.titleYear = n.Jurisdiction, n.Title, n.Year
	}
	start, end := dateOf(c.firstYear, 1, 1), dateOf(c.lastYear, 12, 31)
	c.first = start.n
	c.day = make([]uint16, end.DaysSince(start)+1)
	b.plainWeeks(c)
	for i, s := range b.force {
		h := b.holiday(s)
		c.holidays[i] = named{h, &b.notices[s.notice]}
		for d := range h.all() {
			c.mark(d, i, Off)
		}
		for _, d := range h.InLieu {
			c.mark(d, i, InLieu)
		}
		for _, d := range h.MakeUp {
			c.mark(d, i, MakeUp)
		}
	}
	c.count()
	c.ref.Version = b.version(c)
	return c
}

// plainWeeks marks the ordinary days of the known years; days of unknown years stay 0.
func (b *builder) plainWeeks(c *Calendar) {
	next := 0
	for y := c.firstYear; y <= c.lastYear; y++ {
		if b.years[next] != y {
			c.gaps = append(c.gaps, y)
			continue
		}
		next++
		from, to := dateOf(y, 1, 1), dateOf(y, 12, 31)
		w := from.Weekday()
		for i := from.n - c.first; i <= to.n-c.first; i++ {
			c.day[i] = uint16(Workday)
			if b.rest[w] {
				c.day[i] = uint16(Weekend)
			}
			if w++; w > Sunday {
				w = Monday
			}
		}
	}
}

// mark sets a day unless it lies outside the known years or is named already by a
// holiday that comes first.
func (c *Calendar) mark(d Date, holiday int, k Kind) {
	i := int(d.n - c.first)
	if uint(i) >= uint(len(c.day)) || c.day[i] == 0 {
		return
	}
	old := Kind(c.day[i] & (1<<kindBits - 1))
	if old == Workday || old == Weekend || int(c.day[i]>>kindBits) == holiday {
		c.day[i] = uint16(holiday<<kindBits) | uint16(k)
	}
}

// count lays out the tables of working days.
func (c *Calendar) count() {
	c.rank = make([]int32, len(c.day)+1)
	n := int32(0)
	for i, v := range c.day {
		c.rank[i] = n
		if Kind(v & (1<<kindBits - 1)).Working() {
			n++
		}
	}
	c.rank[len(c.day)] = n
	c.work = make([]int32, n)
	for i := range c.day {
		if c.rank[i+1] > c.rank[i] {
			c.work[c.rank[i]] = int32(i)
		}
	}
}

// version digests all that the calendar can answer.
func (b *builder) version(c *Calendar) string {
	var newest Date
	text := make([]byte, 0, 1024+16*len(c.holidays)*8)
	put := func(parts ...string) {
		for _, p := range parts {
			text = binary.AppendUvarint(text, uint64(len(p)))
			text = append(text, p...)
		}
	}
	put("huiwu calendar", c.ref.Calendar)
	for w := Monday; w <= Sunday; w++ {
		if b.rest[w] {
			text = append(text, byte(w))
		}
	}
	for _, y := range b.years {
		text = binary.AppendUvarint(text, uint64(y))
	}
	for i, v := range c.day {
		switch k := Kind(v & (1<<kindBits - 1)); k {
		case Off, InLieu, MakeUp:
			h := c.holidays[v>>kindBits]
			text = binary.AppendUvarint(text, uint64(i))
			text = append(text, byte(k))
			put(h.notice.ID, h.holiday.Name)
		case Workday, Weekend:
		}
	}
	for _, n := range b.notices {
		if n.Published.After(newest) {
			newest = n.Published
		}
	}
	sum := sha256.Sum256(text)
	return strings.TrimPrefix(newest.String()+"."+hex.EncodeToString(sum[:6]), ".")
}
