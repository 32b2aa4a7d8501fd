// Package roster models who takes part in a meeting and in which order they
// stand: people, bodies, capacities, precedence and sections.
//
// Most users need two calls. [New] checks people and bodies and joins them into a
// [Roster]; [Roster.Rank] puts them into their official order:
//
//	r, err := roster.New(people, bodies)
//	list, err := r.Rank(
//		roster.Section{Members: leaders, Keys: []roster.Key{roster.ByApproved{People: leaders, Source: "…"}}},
//		roster.Section{Title: "以下按姓氏笔画为序", Keys: []roster.Key{roster.ByName{Order: strokes}}},
//	)
//
// # Terms
//
// A body (机构) is anything people belong to: a unit, a delegation (代表团), a
// committee. Bodies form a tree. The capacity (参会身份) is the right in which a
// person attends: a delegate (正式代表) counts for the quorum and votes, a
// non-voting attendee (列席人员) does neither. Precedence (位次) is the order in
// which people are named and seated. A section (分段) is a part of a list with an
// order of its own: the leaders in rank order, then 以下按姓氏笔画为序.
//
// # Order
//
// A section is ordered by a chain of keys: the first key that tells two people
// apart decides, and [Ranking.Explain] says which one it was and with which
// values. People whom no key tells apart are a tie: they share a position, stand
// in the order of their identifiers, and are reported; nothing breaks a tie in
// silence. A leader's decision that goes against the keys is an [Override] with
// its reason.
//
// # Errors and bounds
//
// Entry points report all findings at once as [check.Problems], with paths into
// their arguments. A roster holds at most [MaxPeople] people and as many bodies.
//
// # Determinism
//
// The same input gives the same bytes everywhere. The order in which people are
// passed to New never decides.
//
// # Sources
//
// The capacities and the order of sections are the practice of congress
// secretariats (house custom); the order by date of credentials is Vienna
// Convention on Diplomatic Relations, 1961, articles 13 and 16; votes before
// strokes is how announcements of elections list alternate members. The orders of
// names have their sources in package nameorder.
//
// # What it leaves out
//
// Personal data beyond what an order, a seat or a card needs; storage; identity
// checks at the door. Types that hold personal data redact themselves in slog.
package roster
