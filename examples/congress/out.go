package main

import (
	"fmt"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/followup/ical"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/seating"
	"github.com/huiwu-go/huiwu/seating/chart"
)

// draw keeps the sheets: every plan of the opening as a drawing and as text, and
// the place cards of the rostrum.
func (j *job) draw() error {
	for s := range j.event.Seatings() {
		session, _ := j.event.Session(s.Session)
		o := &chart.Options{
			Lang: j.lang, Names: j.name, Title: j.event.Dossier().Title + "　" + session.Title + s.Sheet,
			Note: calendar.Style{Lang: j.lang, Weekday: true}.Span(session.Span) + "　" + string(session.Room),
		}
		name := map[string]string{rostrumSheet: "rostrum", hallSheet: "hall", rearSheet: "rear"}[s.Sheet]
		svg, err := chart.AppendSVG(nil, s.Plan, seating.FromHall, o)
		if err != nil {
			return err
		}
		j.keep("charts/"+name+".svg", svg)
		text, err := chart.AppendText(nil, s.Plan, seating.FromHall, o)
		if err != nil {
			return err
		}
		j.keep("charts/"+name+".txt", text)
		if s.Sheet != rostrumSheet {
			continue
		}
		n := 0
		for c := range chart.Cards(s.Plan, o) {
			n++
			j.keep(fmt.Sprintf("cards/%02d.svg", n), chart.AppendCard(nil, c))
		}
	}
	return nil
}

// schedule keeps the timetable and the items as a calendar: sessions as events,
// items as to-dos.
func (j *job) schedule() error {
	const zone = "Asia/Shanghai"
	stamp := lastDay.At(calendar.MustParseClock("10:00")) // when it was written, in UTC
	var parts []ical.Component
	for _, s := range j.event.Dossier().Sessions {
		parts = append(parts, ical.NewEvent(string(s.ID)+"@congress.example", stamp, s.Title).With(
			ical.In(zone, s.Span.Start).Line("DTSTART"),
			ical.In(zone, s.Span.End).Line("DTEND"),
			ical.Text("LOCATION", string(s.Room)),
		))
	}
	for it := range j.board.Items() {
		parts = append(parts, ical.NewTodo(string(it.ID)+"@congress.example", stamp, it.Title).With(
			ical.Day(it.Due).Line("DUE"),
			ical.Text("COMMENT", j.name(roster.KindOrg, string(it.Lead))+"："+it.Words),
		))
	}
	data, err := ical.Append(nil, ical.NewCalendar("-//huiwu//congress//ZH", parts...))
	if err != nil {
		return err
	}
	j.keep("congress.ics", data)
	return nil
}
