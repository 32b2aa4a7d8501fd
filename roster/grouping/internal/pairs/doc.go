// Package pairs looks for groupings in which what each two members of a group cost
// together is least. It knows sizes and nothing else: package grouping uses it where
// a problem has no other rule, for it tries some billion exchanges a second.
//
// The search is annealing over exchanges of two people, moves of one, and exchanges
// of the sizes of two groups, with recombination of what several runs found. What a
// person would cost in every group is kept. All exchanges between two groups are
// tried at once: what each of their people would lose by going alone rules out most of
// them, and only where it leaves one open is the number of the two people themselves
// looked up. All arithmetic is in integers: the same seed and steps give the same
// grouping on every architecture. A search allocates at its start, never in a run.
package pairs
