package grouping

import "log/slog"

// LogValue gives the identifier alone: attributes are personal.
func (p Person) LogValue() slog.Value { return slog.StringValue(string(p.ID)) }

// LogValue gives numbers instead of people.
func (p Problem) LogValue() slog.Value {
	return slog.GroupValue(
		slog.Int("people", len(p.People)),
		slog.Int("places", len(p.Places)),
		slog.Int("rules", p.Rules.Len()),
	)
}

// LogValue gives numbers instead of people.
func (d Draft) LogValue() slog.Value { return slog.GroupValue(slog.Int("groups", len(d.Groups))) }

// LogValue gives the quality of the grouping instead of its people.
func (g Groups) LogValue() slog.Value {
	return slog.GroupValue(
		slog.Int("groups", g.Len()),
		slog.String("status", g.status.String()),
		slog.Any("value", g.Value()),
		slog.Any("bound", g.Bound()),
	)
}

// LogValue gives the person and the place without the reasons.
func (e Explanation) LogValue() slog.Value {
	return slog.GroupValue(slog.String("person", string(e.Person)), slog.String("place", string(e.Place)))
}
