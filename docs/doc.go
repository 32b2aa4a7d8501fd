// Package docs keeps account of the papers of a meeting (会议文件): which numbers they
// bear, where every printed copy is, and whether all that had to come back has come
// back.
//
// Two calls serve most users:
//
//	log, err := log.Append(stamp, docs.Returned{Paper: "p1", Copy: 17, By: "d17"})
//	report, err := docs.Recall(log, docs.RecallInput{At: now, Offset: 28800, Papers: papers})
//
// The record of what happened to copies is a [Log] of events. Desks record apart and
// merge later; [Fold] says where every copy is, [Recall] what is still out, with both
// sides of every balance, [ListRecall] what has to come back, [Report.Chase] whom to ask
// for it, and [RegisterHandovers] what both sides sign. A [Series] is the account of the
// numbers of one code and year in the same manner. Document numbers, secrecy marks and
// copy numbers as values are those of docs/symbol.
//
// Around the copies stand the papers themselves: [CheckFormat] holds a list to one
// format, [Preparation] follows a paper to the printer, [PlanDay] says what is printed and
// handed out each day, [Pack] balances the bags, [CheckBulletins] the issues of a bulletin.
// [NameIndex] finds the names of people in texts and holds script, cards, seats, minutes
// and press text against each other; [Lint] finds vague words. [Revise] makes the adopted
// amendments to a draft, [CheckMotions] counts signers. [AssignArchiveCodes] and
// [NewCatalogue] file what remains.
//
// # Terms
//
//   - paper (文件): one document, whatever its copies; list of papers (文件清单).
//   - copy (份): one printed and numbered piece of a paper; print run (印制份数): how
//     many there are, the opening balance.
//   - holder (持有人): who has a copy in hand. Units that hold papers are entered as
//     the person who signs for them.
//   - recall (清退): taking the copies back, copy by copy, against the record of what
//     was handed out; outstanding (未收回): still with a holder; chase list (催交名单).
//   - recall list (清退目录): what has to come back and by when; register (文件清退登记表):
//     what passed from one side to the other, for both to sign.
//   - expectation (应清退范围): what was in people's hands when it was frozen, at the
//     close of the meeting.
//   - exception (异常): something a person has to look at, with a reason.
//   - policy (管理办法): what evidence a destruction needs and who is asked for a copy
//     that has not come back, by level of secrecy.
//   - handed in (上交): brought by a unit that takes part, to go back to it (退还); owed
//     (待退还): not given back.
//   - destruction (销毁), approved, with persons watching (监销).
//   - off the books (账外): taken home without an entry in an incoming register.
//   - series (编号序列), reserved, issued and void numbers, gap (断号), lease of a block
//     of numbers to a desk (划拨号段) and its return (退回号段), rollover to a new year
//     (跨年), running number of an issue (总期号), lead body of a joint issue (主办机关).
//   - state of a draft (讨论稿 to 表决稿), review (初审) and revision (修改); the four early
//     steps: at hand (提前掌握), proof-read (校核), numbered (编号), ready to print (备印).
//   - bag (装袋): papers, badges and coupons packed in advance for one person.
//   - mention: a name in a text; homophone (同音), look-alike (形近).
//   - amendment (修正案), comparison table (修改对照表); motion (议案), signer (联名人),
//     first mover (领衔人).
//   - archive item (件), volume (卷、盒), archive code (档号), catalogue (目录), retention
//     term (保管期限).
//
// # States
//
// Every numbered copy is in exactly one of nine states, and for each paper
//
//	printed or handed in = registered + void + in stock + issued + returned + archived
//	        + destroyed + lost + transferred out
//
// and likewise, without what lies in the store, for each holder and each delegation.
// The usual life of a copy:
//
//	(none) --Printed--> registered --Stocked--> in stock --Issued--> issued
//	(none) --HandedIn--> in stock
//	issued --Transferred--> issued (another holder)
//	issued --Returned--> returned --Archived--> archived
//	                     returned --Destroyed--> destroyed
//	                     returned --Stocked--> in stock
//	issued --LostReported--> lost --Found--> issued
//	issued, in stock, returned --TransferredOut--> transferred out
//	registered, in stock --Voided--> void
//
// Every event may come in every state; the table moves in state.go says what becomes
// of the copy and which exception it raises.
//
// # Units
//
// Times of entries are Unix milliseconds, UTC; dates on papers and deadlines are civil
// and stand on the clock of the meeting, whose distance from UTC the caller gives.
// Copies are counted, numbers run from 1.
//
// # Errors
//
// Inputs are checked by Validate; entry points return a [check.Problems] with all
// findings. Commands, such as [Ledger.Admit] and [Numbers.Issue], refuse; folds never
// do: what does not fit raises an exception, and what was seen is always recorded.
// Of hostile logs [MaxCopies] bounds the memory.
//
// # Determinism
//
// State, exceptions and report depend on the set of entries and on the arguments alone:
// not on the order in which desks were merged, nor on the machine. The same report
// has the same JSON. Results never change and are safe for concurrent use.
//
// # Sources
//
//   - 《党政机关公文处理工作条例》, 中办发〔2012〕14号: art. 9(1) numbered copies of
//     classified papers, 24(1) counting and signing, 25(2) the print run as opening
//     balance, 34 return and destruction, 35 approval, nothing lost and nothing left
//     undestroyed.
//   - GB/T 9704-2012 《党政机关公文格式》, 7.2.1: six digits of a copy number.
//   - 《中华人民共和国保守国家秘密法实施条例》: destruction under the eyes of two or more.
//   - NATO Security Policy C-M(2002)49 and its directive AC/35-D/2002; 32 CFR 159a.64:
//     the presets of destruction that are not of China.
//   - House custom: the states, the exceptions and their grades, freezing, leases, who
//     is asked when for a copy that has not come back.
//   - 《机关文件材料归档范围和文书档案保管期限规定》, National Archives Administration order
//     8 (2006), annex: how long the papers of a body's own meeting are kept.
//   - The same, art. 11: of a joint meeting the originals lie with the body that held it.
//   - DA/T 22-2015 《归档文件整理规则》, DA/T 22-2000, DA/T 18 《档案著录规则》: columns of
//     catalogues.
//   - Rules of Procedure of the General Assembly of the United Nations, A/520, rule 90:
//     amendments before the proposal, the furthest removed in substance first; what an
//     adopted one excludes is not put to the vote.
//   - 《全国人民代表大会议事规则》 (2021) art. 23, 《全国人民代表大会组织法》 (2021) art. 29,
//     《地方各级人民代表大会和地方各级人民政府组织法》 (2022) art. 22 and 52: signers of bills,
//     withdrawal before the vote.
//   - House custom: the format of titles, the four early steps, vague words, look-alikes,
//     stages of bulletins.
//   - DA/T 22-2015 《归档文件整理规则》, DA/T 13-2022 《档号编制规则》: archive codes, never
//     changed once given.
//
// # Non-goals
//
// The texts of papers, their layout, their storage and their transport. An approved
// system for state secrets: this is the arithmetic of one. Whether two persons are one
// is for the host to say.
//
// # Decisions
//
//   - Nothing is forbidden that can happen. A wrong holder, a second return, a copy
//     never printed are facts of the day; a ledger that refuses them sends the clerk
//     back to paper. Decisions are refused while they can still be changed.
//   - An issue always puts a copy into somebody's hands, even one that was void or
//     destroyed by the record: what is out must be on the chase list.
//   - Of two issues of one copy the later in the canonical order names the holder, and
//     the exception names both. There is no silent winner.
//   - Order goes by effective time, so that a clock set back never turns a desk's own
//     entries round. Since when a copy is out, and whether it came back late, goes by
//     the stamp of the entry: one wrong stamp does not make those after it late.
//   - A copy in use before its printing is recorded is no exception: print shop and
//     desks have clocks of their own. What no print run holds at the end is.
//   - What units hand in goes through the same ledger: it is numbered as it comes, and
//     giving it back is a transfer to the unit it came from. A copy that was handed in
//     and destroyed or lost stays owed, since only the unit can let it go.
//   - Where a paper has no recorded print run at all, its copies are known by use; the
//     balance says so.
//   - A swap is two wrong holders that make up for each other; it replaces them both,
//     since two people can set it right on the spot. A round of three and more is one
//     exception too, which names everybody in it: nothing is missing, and whoever looks
//     for the one copy of a wrong holder would look in vain. Pairs are found first.
//   - "All returned" is never said over a log with a hole, a fork or an entry that is
//     not understood, nor while a copy is lost, nor while one that was expected stands
//     in no record.
//   - A Ledger and Numbers have no JSON of their own: the log is what is kept, and they
//     follow from it. A Report and an Expectation are kept as they were made.
//   - Which desk holds a serial depends on the set of leases and returns alone, never on
//     clocks: a serial may be leased again to whom it may concern once it was given back.
//   - A series is told apart by class, code, year and unit. How its numbers are written is
//     said at its opening, so that two writings of one number cannot both be given.
//   - Of names, the longest in a text counts, even if a character of it is wrong and a
//     shorter name is not: 王一鸣 is rather 王一明 mistyped than 王一. A wrong character is a
//     warning, since it may be somebody else's name.
//   - How far an amendment is removed in substance is the chair's to say. The library
//     offers the number of changed characters, and says that it is that and no more.
//   - Titles are compared as words. A title without its body agrees with one that has it;
//     副, 代, 原 and the like make another title.
//   - Accounts are flat arrays by copy number rather than maps: a million copies take
//     32 MB and one pass.
package docs
