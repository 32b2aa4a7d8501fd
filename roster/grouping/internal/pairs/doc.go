// Package pairs looks for groupings in which what each two members of a group cost
// together is least. It knows sizes and nothing else: package grouping uses it where
// a problem has no other rule, for it tries a hundred million exchanges a second.
//
// The search is annealing over exchanges of two people, moves of one, and exchanges
// of the sizes of two groups, with recombination of what several runs found. What a
// person would cost in every group is kept, so that an exchange is judged by four
// numbers; only where these leave it open is the number of the two people themselves
// looked up. All arithmetic is in integers: the same seed and steps give the same
// grouping on every architecture. A search allocates at its start, never in a run.
package pairs
