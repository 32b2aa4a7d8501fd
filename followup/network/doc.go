// Package network reckons activity networks (网络计划): which work waits for which,
// where that runs in a circle, in which order it can be done, and which of it
// decides the end.
//
// Two calls serve most users. [New] takes the number of nodes and the edges, and
// reports a circle with its path; [Network.Schedule] places every node on working
// days, with critical path and float:
//
//	n, err := network.New(3, []network.Edge{{From: 0, To: 1}, {From: 1, To: 2}})
//	s, err := n.Schedule(start, []network.Work{{Days: 3, Calendar: cal}, ...})
//
// # Terms
//
// A node (工作) is a piece of work, named by its index from 0; the caller knows what
// it stands for. An edge (紧前关系) says that the node To can begin only when the node
// From is done (完成到开始). The critical path (关键线路) is the chain of nodes that
// decides the end; the float (总时差) of a node is by how many working days of its own
// calendar it can slip without moving the end.
//
// # Units
//
// Durations and floats are working days of the calendar of each node. Dates are
// civil days; first and last days of a node both belong to it.
//
// # Errors
//
// Edges and works that are wrong are an [*InputError] with all of them; a circle is
// a [*CycleError]; a year that a calendar does not know is the
// [*calendar.UnpublishedError] of that calendar. Errors speak of indices alone:
// the room that knows the names makes sentences of them in both languages.
//
// # Determinism
//
// The order puts the smallest index first wherever there is a choice. Which circle
// is found depends on the set of edges, not on the order they are given in.
//
// # Sources
//
// The method is the critical path method; terms after JGJ/T 121-2015
// (工程网络计划技术规程). Working days of each node's own calendar: house custom.
//
// # Non-goals
//
// Resources, lags, other relations than finish to start, and probabilities.
//
// # Decisions
//
// Indices, not identifiers. A caller has a table of its own already, and flat arrays
// of int32 hold a million nodes in a few megabytes. To think again if callers turn
// out to write the same table twice.
//
// Float is counted in the calendar of the node, between its own latest and earliest
// last day. So nodes of a chain that works by different calendars can have different
// floats, and one on the critical path is one that cannot slip by a single day.
package network
