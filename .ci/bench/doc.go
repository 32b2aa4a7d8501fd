// Package bench measures huiwu beside other libraries. It is a module of its own,
// so that their code stays out of the library's go.mod:
//
//	cd .ci/bench && go test -bench .
//
// Each comparison first holds both answers against each other: a figure for
// different answers says nothing.
package bench
