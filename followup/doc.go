// Package followup follows what a meeting decided until it is done (督查督办): action
// items with one lead and a due date, from the day they are put on file to the day
// they are written off.
//
// Most users need three calls. [Decision.Items] breaks a decision down into events;
// [Board.Record] records them in a [journal.Log] if they may happen now, and refuses them
// otherwise; [Fold] reads the log, of one system or of several merged, into a [Board]. What
// is to be shown is asked of the board: [Board.Report], [Board.Remind], [Board.Outlook].
//
// # Terms
//
// A decision (决定事项) is what the minutes say, or another [Origin]: an instruction (批示),
// an opinion (意见), a request (临时交办), an issue of a bulletin (简报) or of the reports on
// situations (情况反映). It is broken down (分解) into items (督办事项), each with one lead
// (主办单位), any number of supporting bodies (协办单位), bodies that get a copy (抄送), a
// responsible leader (责任领导) and a contact (联系人). The stages of an item:
//
//	拟办 drafted ── 立项 filed ── 交办 assigned ── 签收 in-progress ── 反馈 reported ── 审核 reviewed
//	                  └─ 退回 ──┘                  └─ 中止 suspended   └─ 退办: back to in-progress
//	  ── 办结 closed ── 销号 written-off ── 归档 archived
//	       └─ 重新交办 reopened: back to in-progress
//
// 撤销 cancelled ends an item before it is closed. Drafts and reviews are stages only where a
// rule has them.
//
// # Events and commands
//
// The log is the truth and a board is a fold of it. Commands refuse, folds never
// do: an event that the lifecycle does not allow where it stands in the canonical
// order moves nothing and is an [Exception] of the board, with the rule that kept it
// out. So two systems that record apart can always be merged, and what does not fit
// together is there to be seen.
//
// A [Lifecycle] is data: moves with guards, limits that a rule sets for single steps, and
// the codes by which it names outcomes. [Presets] follow one published rule each; a house
// writes its own as a [Spec], which is refused if a stage is not reached, has no way to an
// end, or one person could close alone ([ParseLifecycle]).
//
// Closing takes two keys: who reports an item done does not close it. An extension
// is asked before the item is due. The original due date is kept beside the current
// one.
//
// # Several systems
//
// An event imported from another system names its [Source]: the same record imported
// twice is taken once, one that came with two contents is an exception. Stage, lead, due
// date and outcome are guarded ([Kind.Guarded]): an event that names the state it was
// decided on ([Act]) moves nothing if another one came between. [Conflicts] shows the
// item both saw, the item as it stands, and the event, for a person to settle.
//
// A desk whose first stamp asks for a chain can prove its log: [Audit] joins what the log,
// its chains, the heads that were published and the board have to say against it.
//
// # Exchange
//
// Logs are JSON lines ([ParseLog]). Items go out as VTODO ([Board.AppendTodos]) and come
// back one by one ([ParseTodos]); what another program calls completed is reported here.
// A ledger (台账) is a table: [Board.AppendTable] writes one, [ParseTasks] reads the tasks of
// a decision out of one, also under Chinese headings.
//
// # Due dates
//
// A due date is counted by [Within], by a policy or a phrase of [calendar], or, where no paper
// says anything, by the [Allowances] that a rule gives for the origin of the item.
//
// # Structure
//
// An item is part of another (子事项), depends on others (前置事项), or relates to them
// ([Linked]). A link that would close a circle of items waiting for one another is
// refused; one that two systems close together is found by [Board.Circle]. What the
// parts of an item amount to is reckoned by [Board.RollUp].
//
// # Derived, never stored
//
// Whether an item is overdue depends on the day one asks, see [Item.Overdue], and so
// does whether a step was taken within its limit, see [Board.Timings], how urgent it is,
// see [Scheme.Urgency], and the light (亮灯) of an item, see [RuleSet.Light]: it names the
// clause that fired. Who is reminded of what on a day (提醒, 催办) is reckoned by a [Ladder]
// in working days, one digest a person, see [Board.Remind]. Periodic reports (定期反馈) are
// the dates of a schedule, with identifiers that are the same everywhere, see
// [Board.Instalments]. When the open items can be done, and which of them decide the end, is
// an [Outlook], in the calendar of each item.
//
// How everything stands on a day, by lead body, stage and light, with ageing and
// punctuality, is a [Report]; with the [Scores] of the bodies it becomes a circular
// (督查通报), see [Report.Circular]. [Board.Feedback] tells convener, chair and leaders what
// became of their items. [Board.Arising] is what the next agenda shows: open items are one
// record that is viewed there, never copied. Lessons (经验教训) change a [Template], out of
// which the items of the next session are made.
//
// # Units
//
// Dates are civil days; a due date is the last day on which the item is in time.
// Working days are those of a [calendar.Calendar], with make-up days.
//
// # Errors
//
// Findings are check.Problems with the place of each. A year that a calendar does not know
// is its [calendar.UnpublishedError]. Reading a result holds it against the board: what
// reckoning anew does not give is a finding.
//
// # Sources
//
// The stages and the two keys follow published rules of city and county governments
// on supervision; none is national, so [Standard] is house custom. That an extension
// is asked before expiry with a reason and a new date is common to them. The other
// lifecycles, lights and schemes name the rule that each follows in their Source. VTODO:
// Internet Calendaring and Scheduling Core Object Specification (iCalendar), RFC 5545,
// section 3.6.2, and Support for iCalendar Relationships, RFC 9253, for DEPENDS-ON.
//
// # What it leaves out
//
// Sending anything; judging what a text says, such as whether a report is empty.
//
// # Decisions
//
// Stages that few rules have are moves that few lifecycles have, not lifecycles of another
// kind: every board counts the same stages.
//
// A scheme of points serves bodies and single items alike, since both are a sum over
// measures. To think again if a published scheme needs a measure that a log cannot hold.
//
// The two keys are part of what a lifecycle is and not an option of it: without them a board
// would show as done what nobody but its lead has seen.
package followup
