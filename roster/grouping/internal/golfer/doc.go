// Package golfer looks for rounds of groups in which people meet as few as possible
// twice: the social golfer problem.
//
// Where the number of groups is a prime power, and no group larger, a field gives as
// many rounds without any repeat as there are groups, and often one more: person
// (r, c) goes into group c + k·r in round k. The rest is annealing over exchanges of
// two people within a round. All arithmetic is in integers.
package golfer
