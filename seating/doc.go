// Package seating says who sits where (座次): on a rostrum and in a hall, at talks and
// meetings, at a table and a banquet, on a photo, on an award stage and in a car,
// under a convention that is chosen and carried along, and what to do when somebody
// does not come, or comes after all.
//
// Two calls serve most users. Arrange seats a list of people, Remedies says
// what can be done about a change:
//
//	stage := seating.Setting{Rostrum: &seating.Rostrum{Rows: []seating.RostrumRow{{Seats: 5}, {Seats: 6}}}}
//	plan, err := seating.Arrange(stage, guests, seating.CNGov())
//	ways, err := seating.Remedies(plan, nil, seating.Absent{Person: "p4"}) // what is legal, fewest moves first
//
// A plan shows its rows to a reader who is named ([Plan.Rows]), says why a person
// sits there ([Plan.Explain]) and whether anybody sits the wrong way round
// ([Plan.Audit]); [AuditDraft] asks the same of a plan made by hand.
//
// # Terms
//
// A rostrum (主席台) is a stage with rows of chairs that face the hall (观众席).
// No.1, No.2, … (1号, 2号) are ranks in the list of precedence (位次), row 1 (第一排)
// is the front row. Left-high (左为上) and right-high (右为上) name the side of
// honour. A hall is filled row by row (横排法), with delegations in columns
// (竖排法), or in each row from the centre outward (左右排列法). A place card is
// 席位卡.
//
// Talks (会谈) have two sides at one table, a meeting (会见) has them side by side on
// [Sofas], a [Signing] (签字仪式) at one table with their delegations behind; how the copies
// read under the alternat (轮换制) and who signs which when is a [SigningOrder]. A [Photo]
// (合影) is one list or hosts and guests in turn. A [Board] is a table with a head
// (一头坐, U形, 回形), a [Dais] a head table with couples. A [Banquet] (宴会) has tables
// in order around the main table (主桌), each with a host (主陪) and perhaps a co-host
// (副主陪). [Awards] (颁奖) bring winners before awarders, a [Podium] (领奖台) has three
// steps, a [Car] (乘车) has seats by vehicle and driver, [Flags] (旗帜) stand in a row as
// labelled boxes. [FromDrawn] and [Turn] give the order of delegations over the years.
//
// # Halls
//
// A [Hall] has areas such as floors (楼层), in them rows with aisles or chairs with
// places of their own. Front rows and buffer rows (缓冲排) stay empty; a [Mark] blocks
// a chair (停用), reserves it (预留) or makes it a place for a wheelchair (轮椅席位),
// beside which a companion (陪护) sits. A [Class] puts heads of delegations (团长) in
// row one, full members (正式代表) before observers (列席), and voters on chairs with a
// voting unit (表决器). With [Contiguous] (分片法) each delegation has an area of its
// own of any shape, and [Plan.Sight] says how far all sit from the stage (视线).
// [Plan.Route] sends blocks to ballot boxes (投票路线), [Plan.Inventory] counts chairs,
// tables, microphones and cups (物品清单), [Turn.Ahead] plans the order of delegations
// over the years (轮换).
//
// # Affinity
//
// Rank comes first, affinity (亲疏) second: [Mingle] seats those whom protocol leaves
// open so that people are together or apart, the sexes alternate, everybody shares a
// language with a neighbour, with the loss that remains, a bound that no seating is
// below, and reasons. [Plan.Affinity] begins from a plan, whose protocol seats nobody
// moves, and [Mingled.Draft] goes back to one; [CheckMingled] counts by itself.
//
// # Changes
//
// A [Change] (变动) is one of a closed set: [Absent], [NoShow], [Added], [Substituted],
// [Swapped], [RankChanged], [ChairChanged], [Isolated]. [Remedies] gives the legal ways
// to deal with one or several of them, each with the people who change chairs and
// sides, the pairs out of rank, the half chairs by which a row is pushed and the place
// cards to change; chairs that are locked stay as they are. [Ways.Proof] says how few
// people have to move and whether that is proven. [Reseat] takes one way, and what was
// before is the way to undo it.
//
//	what happens       ways that may be open besides Rerank and, on several rows, CloseRow
//	absent, isolated   SlideSameSide, FewestMoves, PullForward; in a hall, at a table, in a car KeepGap
//	no-show            the same; KeepGap on a rostrum as well
//	added              SlideSameSide, FewestMoves, AddFront, AddBack; where chairs are free KeepGap
//	substituted        TakeSeat, and those of added
//	swapped, chair     TakeSeat
//	rank               SlideSameSide, FewestMoves
//
// [Linked] holds the plans of one event (联动座次): [Linked.Change] makes a change on all
// of them at once and gives one diff and one list of what is to be printed, moved and
// thrown away ([Reprint]): place cards, marks to stand on, seat slips, car cards,
// microphone labels, plans at the door. A [Piece] is everything that one of these is
// made from, a small comparable value, so that a thing is stale exactly if its piece
// is another one.
//
// # Service
//
// What a plan asks of those who serve it follows from it. [Preside] shares the chair of
// the sittings (执行主席) among a presidium, and [Turnover] says which cards change from
// one sitting to the next. [Plan.CardRun] is the walk of those who lay out the cards
// (摆台签) and of the second person who checks them. [AwardBatches.Run] says batch by
// batch who goes up, what lies on which tray and where the winners wait.
//
// # Left and right
//
// Half of all disputes are about whose left is meant, so there is no plain left:
//
//   - [OwnSide] is the side of the seated person (以当事人为参照);
//   - [ViewerSide] is the side of the hall that looks at the stage (观众视线);
//   - [Direction] is a direction on the plan, seen from above with the stage at
//     the upper edge;
//   - [View] is the place from which a plan or a list of a row is read.
//
// They are types of their own: what mixes them does not compile, and one becomes
// the other only by naming the way a person faces. Places on the plan ([Point]) and
// on a sheet ([ViewPoint]) are likewise apart.
//
// # Conventions
//
// Where custom differs, the choice is an option of the [Convention], with its
// source. In a row of an even number No.2 sits on the own left of No.1 (cn-gov) or
// No.1 takes the own-left centre chair (cn-gov-b): the two are mirror images of
// each other, so that a slip of perspective turns one legal plan into the other.
// Therefore a plan carries its convention and an audit says under which other
// one a row would be right. Preset names are for reference; none is official.
//
// What is disputed of one kind of setting is among the [Choices] of the convention:
// where the interpreter sits, on which side a superior, who is third in a car, where
// the second stands on a podium, which way the hostess shifts at a multiple of four.
// A [Setting] takes them from the convention unless the plan chooses otherwise; a
// preset leaves open what its sources print both ways. An option that is needed and
// that neither chose is a finding that lists the choices: nothing has a default.
// What stands in the room is no convention: a table across the room or end-on, a
// lectern, the type of a vehicle are the setting's alone. [Options] lists all options
// with their sources, [Convention.Options] and [Setting.Options] those chosen, and an
// explanation names those that decided a seat and who chose them. How single given
// names stand in the order of strokes is an option of nameorder.
//
// # Units
//
// Lengths are whole millimetres ([Length]). Ranks, rows and chairs count from 1.
//
// # Errors
//
// Everything that is wrong with an input is reported at once as [check.Problems],
// with the place in the input; a caller may branch on the codes. Results are built
// by the package alone: a [Plan] that exists is one that could be arranged, and
// [ParsePlan] arranges it anew. Inputs are bounded by [MaxGuests], [MaxSeats],
// [MaxRostrum], [MaxTables], [MaxTable], [MaxChanges], [MaxSheets], [MaxSteps], [MaxExtent],
// [MaxBoxes], [MaxItems] and [MaxTerms].
//
// # Determinism
//
// The same input gives the same bytes on every machine; the order of the guests
// in their list does not matter. Arranging costs a sort and is otherwise linear.
//
// # Sources
//
// That a wheelchair place has a companion's chair beside it is GB 50763-2012,
// 无障碍设计规范, 3.13.6. No published central text prescribes the rows of a rostrum: the rules come from
// notes of offices, which agree on odd numbers and differ on even ones, and count
// as house custom. The order of delegations in the United Nations is that of
// General Assembly resolution 71/323, paragraph 42. The flags of two states stand as
// 外交部《关于涉外升挂和使用国旗的规定》, article 13, has it; the head table with couples
// is that of Debrett's, Seating Plans and Precedence.
//
// # Non-goals
//
// Who ranks before whom is the roster's question. Which table somebody is at is
// grouping's where tables are filled by numbers, and given to a banquet; where it
// depends on neighbours, [Mingle] decides table and chair at once. Nothing here knows
// names: drawings ask for them.
//
// # Decisions
//
// One mechanism for every pattern. A row is a [RowRule] turned into three facts:
// chairs on either side of No.1 and the side of No.2. The patterns of all presets,
// rows that lost a chair and columns from the centre of a hall come from them;
// named patterns would have to be kept in step by hand. To think again if a custom
// turns up that does not go outward from No.1.
//
// Settings are data, layouts are results. A [Setting] is what a host stores; the
// [Layout] has areas, rows and chairs with places, whatever the setting, and every
// setting says in which order its chairs are filled. Tables, sofas and photo rows
// are further settings, not further kinds of plan.
//
// A plan is its origin and its changes. A row that closed up on one side is not
// what [Arrange] would make, so a plan keeps the list and the changes since; that
// is how it can be checked when it is read back. Arranging anew forgets them.
//
// Who sits by role is apart from the list of precedence: an interpreter, a signer, a
// host of a table, a moderator in the centre. A role is a word that the guest carries
// ([RoleInterpreter] and so on), not a further field, as hosts have roles of their own
// as well. The two sides of a setting are two lists: their ranks are not compared.
//
// After an absence the rows of a rostrum and of a photo of one list may close up by
// themselves, a hall, a banquet, a vehicle and a podium may keep the chair empty, and
// everything may be arranged anew. A table for talks without its only guest, or a
// banquet table without its host, cannot be arranged: who steps in is the host's
// decision, a [Substituted] or a [ChairChanged].
//
// One remedy for all changes at once, not one for each: what is offered is a plan, and
// plans are what is compared. A row that closes up without being arranged anew is legal
// if its first person sits one chair off the middle at most and on either side nobody
// sits further out than somebody lower: then [FewestMoves] is found exactly, person by
// person in order of rank, by the number of people who are on the own left so far. It
// costs the square of the people of a row, for each chair that may go from either end.
//
// Orders give way to a newcomer, ranks move within the orders. Somebody who is added at
// an order that is taken pushes others down as far as there is no gap; a change of
// rank only lets people exchange the orders that are there, so that rows reserved for
// ranges of orders keep their lengths.
//
// A lock binds a chair and who sits there, not a row: who comes in the name of another
// may take a locked chair, as its card is changed by the change itself.
//
// Seating by affinity is one search over tables and chairs, not grouping followed by
// chairs: who can be neighbours decides who can be at one table, and grouping has no
// soft rules. Late acceptance compares whole numbers alone, where annealing would need
// a table of exponentials; its memory and its patience were tried on dinners of 144. To
// think again if halls of thousands are to be mixed.
//
// Round tables are whole millimetres from a table of sines, so that they stand alike
// on every machine.
//
// An exception for exactly two people ([TwoNo1Left]) holds where they are alone on
// the stage, not in a row of two behind others: the written exception speaks of
// two leaders in all.
//
// A delegation's area hangs together by chairs beside each other, also across an aisle,
// and by chairs one behind the other. What is made small is the mean of the squares
// of their mean distances, for each person ([Sight.Level]): that makes them alike without
// making all sit far back, as the difference between the furthest and the nearest would
// allow, and does not give up the floor for a delegation on the balcony, as the worst
// distance alone would. Best possible areas are out of reach, so that a plan says how
// far it may be from them ([Sight.Bound]).
//
// After an absence on a stage of several rows, Rerank keeps the length of every
// row but the last: the front row stays full, as the list goes on without the
// person. CloseRow is the other reading: the row alone closes up. Reserved rows
// always close up themselves. Both are offered with their costs.
package seating
