package followup

import (
	"slices"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Presets returns the lifecycles of this package. What a rule does not name — how an
// item is archived, or that work can rest — is as in [Standard], by house custom.
func Presets() []Lifecycle {
	return []Lifecycle{
		Standard(), Baoshan(), Shanxi13710(), Dengzhou(), YichangPlatform(), Proposals(), ActionLog(), Tracker(), CAPA(), Recommendations(),
	}
}

// moves are those of [Standard]; presets change or leave out some. Stages that no item
// reaches in a lifecycle drop out of its moves.
func moves() []Move {
	open := []Stage{StageFiled, StageAssigned, StageInProgress, StageReported, StageReviewed, StageSuspended}
	working := []Stage{StageInProgress}
	onFile := append(slices.Clone(open), StageClosed, StageWrittenOff, StageArchived, StageCancelled)
	return []Move{
		{KindFiled, []Stage{0}, StageFiled, nil},
		{KindAssigned, []Stage{StageFiled}, StageAssigned, []Guard{Apart}},
		{KindAccepted, []Stage{StageAssigned}, StageInProgress, nil},
		{KindHandedBack, []Stage{StageAssigned}, StageFiled, nil},
		{KindProgressed, working, StageInProgress, []Guard{Owed}},
		{KindReported, working, StageReported, nil},
		{KindReturned, []Stage{StageReported, StageReviewed}, StageInProgress, []Guard{SecondKey}},
		{KindClosed, []Stage{StageReported}, StageClosed, []Guard{SecondKey, Coded}},
		{KindWrittenOff, []Stage{StageClosed}, StageWrittenOff, []Guard{SecondKey}},
		{KindArchived, []Stage{StageWrittenOff}, StageArchived, nil},
		{KindExtensionAsked, working, StageInProgress, []Guard{NoneAsked, BeforeExpiry, LaterDue}},
		{KindExtensionGranted, working, StageInProgress, []Guard{Asked, SecondKey, LaterDue}},
		{KindExtensionRefused, working, StageInProgress, []Guard{Asked, SecondKey}},
		{KindSuspended, []Stage{StageAssigned, StageInProgress}, StageSuspended, nil},
		{KindResumed, []Stage{StageSuspended}, 0, []Guard{DueAhead}},
		{KindCancelled, append(slices.Clone(open), StageDrafted), StageCancelled, nil},
		{KindReopened, []Stage{StageClosed, StageWrittenOff}, StageInProgress, []Guard{DueAhead}},
		{KindUrged, []Stage{StageAssigned, StageInProgress}, 0, nil},
		{KindVerified, []Stage{StageClosed, StageWrittenOff}, 0, []Guard{SecondKey}},
		{KindLinked, onFile, 0, []Guard{Untied}},
		{KindUnlinked, onFile, 0, []Guard{Tied}},
		{KindDrafted, nil, StageDrafted, nil},
		{KindReviewed, nil, StageReviewed, []Guard{SecondKey}},
		{KindMissed, []Stage{StageAssigned, StageInProgress, StageReported, StageReviewed}, 0, []Guard{Owed}},
		{KindRelayed, []Stage{StageAssigned, StageInProgress, StageReported, StageReviewed, StageClosed, StageWrittenOff, StageArchived}, 0, []Guard{Party}},
	}
}

// changed returns the moves with some changed, added or, if they have no From, left
// out.
func changed(with ...Move) []Move {
	out := moves()
	for _, w := range with {
		for i, m := range out {
			if m.Event == w.Event {
				out[i] = w
			}
		}
	}
	return out
}

// without leaves out the moves of some events.
func without(events ...Kind) []Move {
	out := make([]Move, len(events))
	for i, k := range events {
		out[i] = Move{Event: k}
	}
	return out
}

// Standard is the main line from 立项 to 归档, without a draft and a review of their own.
// It is house custom after the published rules of city and county governments, of which
// none is national.
func Standard() Lifecycle { return lifecycle("standard", check.HouseCustom, moves()) }

// Baoshan is that of the decisions of a city government's standing meeting: only an
// item with concrete requirements is put on file, the notice to the lead is made
// within 3 working days of the issue of the minutes, and it names who answers for the
// item (主要责任人) and who coordinates and reports (具体责任人).
func Baoshan() Lifecycle {
	return lifecycle("baoshan-2021", "Baoshan City, rule on the supervision of decisions of standing meetings, 2021, https://baoshan.gov.cn/info/3989/1180234.htm",
		changed(
			Move{KindFiled, []Stage{0}, StageFiled, []Guard{Concrete}},
			Move{KindAssigned, []Stage{StageFiled}, StageAssigned, []Guard{Apart, Named}},
		),
		Limit{Event: KindAssigned, After: 0, N: 3, Unit: Workdays})
}

// Shanxi13710 is the system of that name: 1 day to study and plan, 3 days to a first
// word, 7 days to a result, 1 month where the item is major or complex, and 0 left
// over: it ends with the item written off (销号清零). What cannot be done within the
// month gets a date of its own by an extension.
func Shanxi13710() Lifecycle {
	return lifecycle("shanxi-13710", "Shanxi Province, 13710 working system, 2016",
		changed(without(KindArchived)...),
		Limit{Event: KindAccepted, After: KindAssigned, N: 1, Unit: Days},
		Limit{Event: KindProgressed, After: KindAssigned, N: 3, Unit: Days},
		Limit{Event: KindReported, After: KindAssigned, Class: Ordinary, N: 7, Unit: Days},
		Limit{Event: KindReported, After: KindAssigned, Class: Major, N: 1, Unit: Months})
}

// Dengzhou is the system of three slips (三单): the item is given out by a slip
// (工作交办单); if it is not done on time an urging slip follows (工作催办单), and if it still
// is not, a notice of supervision (督办通知单). There is no further slip.
func Dengzhou() Lifecycle {
	return lifecycle("dengzhou-three-slips", "Dengzhou City, rule of three slips (三单), 2018, http://www.dengzhou.gov.cn/portal/zfxxgk/zfxxgkml/szfxxgkml/zfwj/dzb/webinfo/2018/10/1540912334005941.htm",
		changed(
			Move{KindFiled, []Stage{0}, StageFiled, []Guard{Concrete}},
			Move{KindUrged, []Stage{StageAssigned, StageInProgress}, 0, []Guard{AfterExpiry, SlipLeft}},
		))
}

// YichangPlatform is that of a supervision platform with eight nodes: an item is proposed
// (督查事项), a leader puts it on file (领导审核), it is given out (下发通知), accepted (签收),
// worked on (办理), reported (反馈), reviewed (复核), and only then closed (办结).
func YichangPlatform() Lifecycle {
	return lifecycle("yichang-platform", "Yichang City, supervision platform with eight nodes",
		changed(
			Move{KindDrafted, []Stage{0}, StageDrafted, nil},
			Move{KindFiled, []Stage{StageDrafted}, StageFiled, []Guard{SecondKey}},
			Move{KindReviewed, []Stage{StageReported}, StageReviewed, []Guard{SecondKey}},
			Move{KindClosed, []Stage{StageReviewed}, StageClosed, []Guard{SecondKey, Coded}},
		))
}

// Proposals is that of proposals of deputies and members (建议提案): a body to which one
// does not belong says so within 10 days, the answer is due within 3 months, and
// where it does not satisfy, the proposal is done again within 3 months. The answer bears a
// letter from A to D.
func Proposals() Lifecycle {
	lc := lifecycle("proposals", check.HouseCustom+", after rules of provinces on proposals",
		changed(Move{KindHandedBack, []Stage{StageAssigned}, StageFiled, []Guard{InLimit}}),
		Limit{Event: KindHandedBack, After: KindAssigned, N: 10, Unit: Days},
		Limit{Event: KindReported, After: KindAssigned, N: 3, Unit: Months})
	lc.codes = []Code{
		{"A", Solved, "所提问题已解决", "solved"},
		{"B", Underway, "正在解决或列入计划", "being solved, or planned"},
		{"C", Limited, "受条件限制暂难解决", "cannot be solved under present conditions"},
		{"D", ForRecord, "留作参考", "for reference"},
	}
	return lc
}

// ActionLog is the action log of a board: an action has a lead and a target date at
// once, is proposed for closure, and the board closes it, or sets a new date.
func ActionLog() Lifecycle {
	return lifecycle("action-log", "East of England Ambulance Service NHS Trust, Action tracker, https://www.eastamb.nhs.uk/about-us/action-tracker-copy-4.htm",
		changed(append(without(KindAccepted, KindHandedBack, KindWrittenOff, KindArchived, KindSuspended, KindResumed),
			Move{KindAssigned, []Stage{StageFiled}, StageInProgress, []Guard{Apart}},
		)...))
}

// Tracker is that of the W3C Tracker: an action of exactly one person with a date is
// open, pending review, or closed.
func Tracker() Lifecycle {
	return lifecycle("w3c-tracker", "W3C, Tracker Guidelines, https://www.w3.org/2008/webapps/wiki/Tracker_Guidelines",
		changed(append(without(KindAccepted, KindHandedBack, KindWrittenOff, KindArchived, KindSuspended, KindResumed, KindCancelled,
			KindExtensionAsked, KindExtensionGranted, KindExtensionRefused, KindVerified),
			Move{KindAssigned, []Stage{StageFiled}, StageInProgress, []Guard{Apart, Alone}},
		)...))
}

// CAPA is that of corrective and preventive action: what counts as effective is set
// beforehand, and an action is closed only when it was found effective.
func CAPA() Lifecycle {
	return lifecycle("capa", check.HouseCustom+", after the practice of corrective and preventive action",
		changed(
			Move{KindFiled, []Stage{0}, StageFiled, []Guard{Concrete}},
			Move{KindVerified, []Stage{StageReported}, 0, []Guard{SecondKey}},
			Move{KindClosed, []Stage{StageReported}, StageClosed, []Guard{SecondKey, Coded, FoundEffective}},
		))
}

// Recommendations is that of an inspection body: an organisation accepts a recommendation or
// does not, which is followed apart from whether it carried it out, and the inspection body
// says when that is done or no longer matters.
func Recommendations() Lifecycle {
	lc := lifecycle("jiu-recommendations", "United Nations Joint Inspection Unit, Acceptance and implementation of recommendations",
		changed(without(KindWrittenOff, KindArchived, KindSuspended, KindResumed, KindExtensionAsked, KindExtensionGranted, KindExtensionRefused)...))
	lc.codes = []Code{
		{"implemented", Solved, "已落实", "implemented"},
		{"not-relevant", Overtaken, "不再适用", "no longer relevant"},
	}
	return lc
}
