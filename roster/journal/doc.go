// Package journal keeps records that merge: what several desks, or other systems,
// enter apart and unite later. The log is the truth, and the state of a room is
// computed from it.
//
// Two calls serve most users. Append records, Merge unites:
//
//	log, err = log.Append(journal.Stamp{Desk: "desk1", At: now, Actor: "p1"}, Issued{Paper: "d3", Copy: 17})
//	log = log.Merge(other)
//
// [Log.AppendLines] writes a log as text, [Parse] reads it back, [Fold] computes a
// state, and [Log.Findings] says what the state leaves out.
//
// # Terms
//
// An entry (记录) is one event with its id, the time of its entry and the actor
// (登记人) who entered it. A desk (登记点) numbers its own entries, 1, 2, 3 and so
// on. A log (记录簿) is a set of entries. A fork (编号冲突) is an id with different
// bodies; a gap (缺号) is a number without an entry. The payload of an entry is
// actor, event and salt; erasing (删除内容) takes it away and leaves id, time and
// digest. A chain (校验链) links the entries of one desk; its head is the last number
// with the last link. A codec says how the events of one room are written.
//
// # How a room uses it
//
// The events of a room are a closed set of small structs behind a sealed interface,
// in the past tense, with everything that is needed to replay them. A codec names
// them:
//
//	type Event interface{ event() } // Issued, Returned
//
//	var codec = &journal.Codec[Event]{
//		Name: "docs.ledger",
//		Types: []journal.Type[Event]{
//			journal.TypeOf[Event, Issued]("issued", 1),
//			journal.TypeOf[Event, Returned]("returned", 1),
//		},
//	}
//
// Commands refuse, folds never do. A command looks at the state, and either returns
// an error or records what happened. A fold takes any set of entries: what does not
// fit (a copy returned that was never issued) is an exception it reports, not an
// error, since two desks that each did right can still contradict one another:
//
//	func Fold(log journal.Log[Event], known *journal.Known) (State, Exceptions) {
//		s := journal.Fold(log, newState(), step) // step is a switch over Event
//		return s, Exceptions{Log: log.Findings(known), Conflicts: s.conflicts}
//	}
//
// The step must depend on its arguments alone; it may change a state that only this
// fold holds, such as a map made for it. An event in a log must not be changed.
//
// The only repair of a wrong entry is a further one that corrects it. No room claims
// that all is returned, done or counted unless [Log.Complete] says that the fold saw
// everything.
//
// Entries of another system come in with the name of that system as the desk, and
// with its own id of the record in the event: the fold uses that id to take a record
// once that was imported twice. If two machines import, each is a desk of its own,
// as in "tracker/desk1".
//
// # Order
//
// Logs are walked in the canonical order: by effective time, then desk (as bytes),
// then number. The effective time of an entry is the greatest stamp of its desk up
// to its number. So the order is total and the same whatever came first, and no
// clock that was set back reverses the order of a desk; the clock is a finding.
//
// Times say when something was entered. A date with a legal meaning, such as that
// of a return, stands in the event.
//
// # Units
//
// Times are Unix milliseconds in UTC, from 1 to [MaxAt], and always arguments.
// Numbers of entries run from 1 to [MaxSeq]. Lengths are bytes.
//
// # Errors
//
// Recording returns a check.Problems for what no entry may have, or one of
// [ErrForked], [ErrChain] and [ErrFull]; the log then stays as it was. Reading
// returns the entries that could be read and a report of the lines that could not.
// Forks, gaps, clocks and unknown types are no errors but findings: [Log.Findings].
// Their paths are desk and number of the entry, as in desk1[12].
//
// # Determinism
//
// Equal sets of entries give the same bytes, the same walk and the same findings,
// however they came together and on every architecture. The package reads no clock
// and draws no random number: stamps and salts are arguments.
//
// # Sources
//
// Guarantees of the merge: house custom, after the practice of replicated logs.
// JSON: "The JavaScript Object Notation (JSON) Data Interchange Format", RFC 8259.
// SHA-256: "Secure Hash Standard", FIPS PUB 180-4, section 6.2. SM3, which a host
// may put in its place: 《信息安全技术 SM3密码杂凑算法》 GB/T 32905-2016. Erasure:
// 《中华人民共和国个人信息保护法》第四十七条; Regulation (EU) 2016/679, article 17.
//
// # Non-goals
//
// Storage, transport, and signatures: a chain shows that a desk's log was changed
// after its head was published, not who wrote it. Leases of numbers to desks and
// everything else about the meaning of events belong to the rooms.
//
// # Decisions
//
// Identity is desk and number, with no third part for a stream. A room that keeps
// several streams at one desk, or one chain a stream, names them: "desk1/issue" and
// "desk1/returns" are two desks here.
//
// A fork takes nothing. Any rule by which one body wins (the later, the longer)
// would hide that a desk gave a number twice, and one of two people would find
// their record gone. Think again if a room shows that it can settle forks.
//
// A body is what was recorded, byte for byte but for white space between tokens.
// It is not decoded and written anew, since a newer program would write it
// differently, and digests would no longer fit nor copies be equal. So that a log
// stays small, the bytes are kept only where the codec would not write the same.
//
// Every line names its format and its log. A header would stand in the middle once
// files are joined; so cat, sort, split and grep give texts that still read.
//
// Line and digest are two forms. The line is for people and tools; the digest
// covers a binary form with lengths, so that no reader of JSON has a say in it.
//
// A chain is chosen with the first entry of a desk. A chain begun later would leave
// the entries before it outside; the desk takes a new name instead.
//
// A stamp before the last one is recorded, not refused. The clock of an office is
// wrong now and then, and a desk that cannot record does so on paper.
//
// An erased copy wins over a whole one. Otherwise a backup would undo an erasure.
// The price is that whoever may merge may erase; the digest shows of what.
//
// Erased entries count against completeness. A host that closes a matter, keeps its
// result and then erases the entries asks for the other counts: [Log.Count].
package journal
