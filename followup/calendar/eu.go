package calendar

// EUWeekends builds the calendar of Saturdays and Sundays for the years from first to
// last, with the ID "EU-weekends", on which periods of [EU118271] can be counted where
// no holiday falls near their end. The holidays of the institutions are decided and
// published in the Official Journal for each year, those of the Member States by each of
// them, and no rule yields them, so none are built in: add the list that applies with
// [New],
//
//	c, err := calendar.New(holidays, &calendar.Options{ID: "EU-council", From: 2026, To: 2026})
func EUWeekends(first, last int) (*Calendar, error) {
	return New(nil, &Options{ID: "EU-weekends", From: first, To: last})
}
