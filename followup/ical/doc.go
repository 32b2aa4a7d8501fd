// Package ical reads and writes the text of iCalendar, and of vCard, which has the
// same grammar: content lines inside components. It knows the form of the text and
// the rules that RFC 5545 sets for components; what a task or an event means to an
// office is said elsewhere.
//
// Two calls serve most users. [Append] writes components, [Decode] reads them item
// by item, so that one broken item does not spoil the others:
//
//	todo := ical.NewTodo(uid, stamp, summary).With(ical.Day(due).Line("DUE"))
//	text, err := ical.Append(nil, ical.NewCalendar("-//Example Office//huiwu//EN", todo))
//
//	calendars, found := ical.Decode(text, nil)
//
// # Terms
//
// A content line ([Line], 内容行) is a name, parameters ([Param]) and a value; long
// ones are folded (折行) into several lines of text. A [Component] (组件) stands between
// BEGIN and END. An item (条目) is a component inside a VCALENDAR, such as a VTODO
// (待办) or a VEVENT (日程), or a component at the top. A [Time] is a date, or a date
// with time in one of three forms.
//
// # Units
//
// Lines are folded at 75 octets, the blank that continues a line counted and the
// line break not. Line numbers count lines of text from 1. Durations are days and
// seconds.
//
// # Errors
//
// [Decode] gives findings with line numbers beside what it could read; [Append]
// refuses what it could not read back, with everything that stands against it, as
// [check.Problems]. [Component.Validate] judges completeness. Values that cannot be
// read are a [*calendar.ParseError].
//
// # Determinism
//
// What Append writes, Decode reads as it was, and the same components give the same
// bytes. Names keep their case, foreign properties and components their order.
// Nothing is added: the moment of a DTSTAMP is an argument.
//
// # Sources
//
//   - Internet Calendaring and Scheduling Core Object Specification (iCalendar),
//     RFC 5545: sections 3.1 (content lines), 3.3 (values), 3.4 to 3.6 (components),
//     https://www.rfc-editor.org/rfc/rfc5545
//   - Parameter Value Encoding in iCalendar and vCard, RFC 6868,
//     https://www.rfc-editor.org/rfc/rfc6868
//   - vCard Format Specification, RFC 6350, section 3.3 (content lines),
//     https://www.rfc-editor.org/rfc/rfc6350
//   - House custom: the limits, and what is taken for the end of a component that has
//     none.
//
// # Non-goals
//
// Time zones are kept as the texts that name them and never resolved. Recurrence
// rules are values like any other. Other character sets, the BINARY encoding and
// vCard 2.1 are not read.
//
// # Decisions
//
// An item is returned whole or not at all. Half an item, written back, would destroy
// the other half at its source; so the item is named with its lines, and the host
// asks for it again.
//
// Values are kept as they are written, with TEXT as a view on them ([Line.Text]).
// Which properties are text cannot be known for foreign ones, and a value that was
// never taken apart is never changed.
//
// Properties come before inner components, as RFC 5545 writes them; a text that
// mixes them is read, and its order among both kinds is not kept.
package ical
