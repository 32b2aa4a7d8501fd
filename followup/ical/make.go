package ical

import "github.com/huiwu-go/huiwu/followup/calendar"

// NewCalendar returns a VCALENDAR of the current version with the product that
// writes it, such as "-//Example Office//huiwu//EN" (RFC 5545, section 3.7.3).
func NewCalendar(product string, inner ...Component) Component {
	return Component{
		Name:  "VCALENDAR",
		Props: []Line{{Name: "VERSION", Value: "2.0"}, Text("PRODID", product)},
		Inner: inner,
	}
}

// NewTodo returns a VTODO with what every one needs and its summary. The UID names
// it for good, in all calendars; stamp is the moment, in UTC, at which it was
// written.
func NewTodo(uid string, stamp calendar.DateTime, summary string) Component {
	return newItem("VTODO", uid, stamp, summary)
}

// NewEvent returns a VEVENT like [NewTodo].
func NewEvent(uid string, stamp calendar.DateTime, summary string) Component {
	return newItem("VEVENT", uid, stamp, summary)
}

func newItem(name, uid string, stamp calendar.DateTime, summary string) Component {
	return Component{Name: name, Props: []Line{
		Text("UID", uid),
		Time{Form: UTC, At: stamp}.Line("DTSTAMP"),
		Text("SUMMARY", summary),
	}}
}
