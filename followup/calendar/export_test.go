package calendar

// TableBytes is the size of the tables of a calendar.
func (c *Calendar) TableBytes() int {
	return 2*len(c.day) + 4*len(c.rank) + 4*len(c.work) + 4*len(c.gaps)
}
