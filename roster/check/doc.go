// Package check is how every room of huiwu says what is wrong and why it
// decided as it did.
//
// A [Rule] is one line of a room's catalogue: a code, a severity, the source of
// the rule and a sentence in Chinese and in English. Two things carry a rule:
//
//   - a [Problem] (问题) says what is wrong, at which path, with which values;
//     [Problems] collects all of them in order and is an error;
//   - a [Reason] (理由) says why the library decided as it did.
//
// Both hold typed arguments ([Arg]) rather than text, so that a sentence can be
// made later, in either language, with names in place of identifiers:
//
//	text := problem.Text(check.ZhHans, func(kind, id string) string { return names[id] })
//
// # Owning rules
//
// A room keeps its rules as unexported package variables, exports their codes as
// constants and lists them in a function Rules. There is no registry and no
// init: a program that does not use a room links none of its texts. Whoever reads
// findings back from JSON, or prints a catalogue, builds a [Catalog] of the rule
// sets it wants. Hosts add rules of their own in the same way.
//
// # Paths
//
// A path names a place in the input: keys joined by dots, indices in brackets
// from 0, as in people[3].name. Keys that are not plain words stand quoted in
// brackets. Paths are compared part by part, indices as numbers, so
// people[2] comes before people[10].
//
// # Bounds
//
// Values from outside are cut to [MaxValue] bytes when an argument is made, and
// control, direction and zero-width characters in them are written as escapes:
// a finding is always safe to print. [Problems] keeps the first [MaxKept]
// findings of a code, in order of their paths, and counts the rest exactly.
//
// # Errors
//
// Error texts are English, lower case, without a full stop, the place first. A
// problem's cause is reached with errors.Is and errors.As.
package check
