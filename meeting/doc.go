// Package meeting joins the rooms of the library in one event: sessions, agenda,
// posts and seats of one meeting, what is still open, and what has to be made anew
// when something changes.
//
// Most users need three calls. [Open] checks a [Dossier] against a roster and joins
// both with the seat plans into an [Event]; [Event.Apply] gives the event after a
// [Change], such as a leader who does not come; [Stale] compares both and lists the
// cards, plans, scripts and sheets that no longer hold.
//
// # Terms
//
// A session (场次) is one sitting with an agenda (议程) of items; the timetable of
// all sessions is the schedule (日程). The chair (主持人) leads a session by the
// chair's script (主持词). A post (岗位) has an owner and a backup (A/B角), see
// package plan. A card is the name card on a seat (席位卡).
//
// # What is stale
//
// An artefact is something that is printed or sent: a seat card, a seat plan, a
// chair's script, an agenda sheet. Each is a pure function of a few facts, which
// [Event.Artefacts] lists; it is stale if its facts differ before and after a
// change, and the reason names the facts. Nothing is remembered, so nothing can be
// forgotten: recomputing after a change equals building anew.
//
// # Errors
//
// Open and Apply report all findings at once as [check.Problems]; an event that
// exists is well formed. What is only open — no owner, no backup, no paper — is
// no error: [Event.Gaps] lists it.
//
// # Sources
//
// That each matter has an owner and a backup, that each item has its papers, and
// that on a change of who attends the seats and cards are changed at once: practice
// of meeting secretariats, house custom.
//
// # What it leaves out
//
// Votes and ballots, notices, budget and logistics are rooms of their own.
package meeting
