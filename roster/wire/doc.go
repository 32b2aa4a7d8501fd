// Package wire reads and writes the texts that huiwu exchanges with the world:
// JSON documents, JSON lines and tables.
//
// Two calls serve most users. Append writes a document that names its format and
// version, Parse reads it back and says everything that is wrong with it, by path,
// line and column:
//
//	format := wire.Format{Name: "seating.plan", Version: 1}
//	data, err := wire.Append(nil, format, plan)
//	version, found := wire.Parse(data, format, &plan, nil)
package wire
