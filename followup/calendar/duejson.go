package calendar

import (
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// Formats of the documents below.
var (
	deadlineFormat = wire.Format{Name: "calendar.deadline", Version: 1}
	policyFormat   = wire.Format{Name: "calendar.policy", Version: 1}
)

// deadlineDocument is what the document of a deadline holds beside its format.
type deadlineDocument struct {
	Policy   Policy   `json:"policy"`
	Limit    Limit    `json:"limit"`
	Trigger  Date     `json:"trigger,omitzero"`
	From     DateTime `json:"from,omitzero"`
	Calendar Ref      `json:"calendar"`
	Nominal  Date     `json:"nominal,omitzero"`
	Date     Date     `json:"date,omitzero"`
	Moment   DateTime `json:"moment,omitzero"`
}

// MarshalJSON writes the deadline with its question and the version of the calendar; its
// reasons follow from these:
//
//	{"huiwu":"calendar.deadline/1","policy":{...},"limit":{...},"trigger":"2026-02-01", ...}
//
// The zero Deadline is an error.
func (d Deadline) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return nil, ErrNoDate
	}
	return wire.Append(nil, deadlineFormat, deadlineDocument{
		d.policy, d.limit, d.trigger, d.from, d.ref, d.nominal, d.date, d.moment,
	})
}

// ParseDeadline reads a deadline that MarshalJSON wrote and finds it anew by a calendar.
// If that is another calendar or another version than the document names, or the day is
// another one, the error is a [check.Problems]; to find out what an amended notice moved,
// keep a [Question] and use [Recompute].
func ParseDeadline(data []byte, c *Calendar) (Deadline, error) {
	var doc deadlineDocument
	_, found := wire.Parse(data, deadlineFormat, &doc, nil)
	if err := found.Err(); err != nil {
		return Deadline{}, err
	}
	var ps check.Problems
	if doc.Calendar != c.Ref() {
		ps.Add(otherCalendar.At("calendar", check.Value("written", doc.Calendar.Calendar+" "+doc.Calendar.Version),
			check.Value("calendar", c.ID()+" "+c.Version())))
		return Deadline{}, ps.Err()
	}
	d, err := Question{Policy: doc.Policy, Limit: doc.Limit, Trigger: doc.Trigger, From: doc.From}.Due(c)
	if err != nil {
		return Deadline{}, err
	}
	if d.date != doc.Date || d.nominal != doc.Nominal || d.moment != doc.Moment || d.from != doc.From || d.trigger != doc.Trigger {
		ps.Add(otherDay.At("date", check.Text("written", doc.Date.String()), check.Text("date", d.date.String())))
		return Deadline{}, ps.Err()
	}
	return d, nil
}

// AppendPolicy appends a policy as a JSON document, {"huiwu":"calendar.policy/1", ...}. A
// policy that [Policy.Validate] refuses is an error, and dst is returned as it was.
func AppendPolicy(dst []byte, p Policy) ([]byte, error) {
	if err := p.Validate().Err(); err != nil {
		return dst, err
	}
	return wire.Append(dst, policyFormat, p)
}

// ParsePolicy reads a document that [AppendPolicy] wrote, or a host keeps by hand. All
// that is wrong with it is reported at once, as a [check.Problems].
func ParsePolicy(data []byte) (Policy, error) {
	var p Policy
	_, found := wire.Parse(data, policyFormat, &p, nil)
	if err := found.Err(); err != nil {
		return Policy{}, err
	}
	if err := p.Validate().Err(); err != nil {
		return Policy{}, err
	}
	return p, nil
}
