package docs

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the reasons of exceptions, each with the token of its kind.
const (
	WhyDuplicateReturn   check.Code = "docs/duplicate-return"
	WhyUnknownCopy       check.Code = "docs/unknown-copy"
	WhyNotIssued         check.Code = "docs/not-issued"
	WhyWrongHolder       check.Code = "docs/wrong-holder"
	WhySwap              check.Code = "docs/swap"
	WhyDoubleIssue       check.Code = "docs/double-issue"
	WhyLate              check.Code = "docs/late"
	WhyDefect            check.Code = "docs/defect"
	WhyLostThenFound     check.Code = "docs/lost-then-found"
	WhyOffRegister       check.Code = "docs/off-register"
	WhyGapInRange        check.Code = "docs/gap-in-range"
	WhyOutOfRange        check.Code = "docs/out-of-range"
	WhyDeskGap           check.Code = "docs/desk-gap"
	WhyFork              check.Code = "docs/fork"
	WhyFutureStamp       check.Code = "docs/future-stamp"
	WhyLost              check.Code = "docs/loss-open"
	WhyDestroyUnapproved check.Code = "docs/destroy-unapproved"
	WhyTooFewWatchers    check.Code = "docs/too-few-watchers"
	WhySelfWatched       check.Code = "docs/self-watched"
	WhyOutOfOrder        check.Code = "docs/out-of-order"
	WhyPrintRun          check.Code = "docs/print-run-differs"
	WhyUnread            check.Code = "docs/unread"
	WhyNoEntry           check.Code = "docs/no-entry"
	WhyOverflow          check.Code = "docs/overflow"
	WhyUncertified       check.Code = "docs/uncertified"
	WhySwapRound         check.Code = "docs/swap-round"
	WhyNotGivenBack      check.Code = "docs/not-given-back"
	WhyWrongUnit         check.Code = "docs/wrong-unit"
	WhyUnaccounted       check.Code = "docs/unaccounted"
)

const secrecyRegulation = "《中华人民共和国保守国家秘密法实施条例》 (implementing regulation of the law on guarding state secrets), rules on carriers of state secrets"

var (
	duplicateReturnRule = check.Rule{
		Code: WhyDuplicateReturn, Source: check.HouseCustom,
		Hans: "{paper}第{copies}份由{who}再次交回，此前已收回且未再分发；请核对是否复印件或重复扫描",
		En:   "copy {copies} of {paper} was brought back again by {who} without having been issued in between; look whether it is a photocopy or was scanned twice",
	}
	unknownCopyRule = check.Rule{
		Code: WhyUnknownCopy, Source: regulation25,
		Hans: "{paper}没有印制过第{copies}份（{who}）；{near}",
		En:   "copy {copies} of {paper} was never printed ({who}); {near}",
	}
	notIssuedRule = check.Rule{
		Code: WhyNotIssued, Source: regulation25,
		Hans: "{paper}第{copies}份（{who}）没有分发记录，登记状态为“{state}”",
		En:   "copy {copies} of {paper} ({who}) was not handed out by the record: it is {state}",
	}
	wrongHolderRule = check.Rule{
		Code: WhyWrongHolder, Source: regulation25,
		Hans: "{paper}第{copies}份由{who}经手，登记的持有人是{holder}",
		En:   "copy {copies} of {paper} came from {who}, but by the record {holder} held it",
	}
	swapRule = check.Rule{
		Code: WhySwap, Source: check.HouseCustom,
		Hans: "{paper}第{copies}份由{who}交回，登记的持有人是{holder}；双方互换（{near}）",
		En:   "copy {copies} of {paper} came from {who}, but {holder} held it: the two brought each other's copies ({near})",
	}
	swapRoundRule = check.Rule{
		Code: WhySwapRound, Source: check.HouseCustom,
		Hans: "{paper}有{count}人连环互换：依次为{people}，每人交回的是后一人的份（{near}），最后一人交回的是第一人的份；份数不缺",
		En:   "{count} persons brought copies of {paper} in a round: in the order of {people} each brought that of the next ({near}) and the last that of the first; no copy is missing",
	}
	notGivenBackRule = check.Rule{
		Code: WhyNotGivenBack, Source: check.HouseCustom,
		Hans: "{paper}第{copies}份由{org}上交，尚未退还，现为“{state}”",
		En:   "{copies} of {paper} was handed in by {org} and has not been given back: it is {state}",
	}
	unaccountedRule = check.Rule{
		Code: WhyUnaccounted, Source: regulation34,
		Hans: "{paper}的{copies}列入应清退范围，现有记录中却没有；可能缺少登记点的记录，或原记录已更正",
		En:   "{copies} of {paper} had to come back and stands in no record now: that of a desk may be missing, or an entry was corrected",
	}
	wrongUnitRule = check.Rule{
		Code: WhyWrongUnit, Source: check.HouseCustom,
		Hans: "{paper}第{copies}份由{org}上交，却退给了别的单位",
		En:   "{copies} of {paper} was handed in by {org} and has gone to another unit",
	}
	doubleIssueRule = check.Rule{
		Code: WhyDoubleIssue, Source: regulation25,
		Hans: "{paper}第{copies}份又发给{who}，而{holder}持有的同一份没有交回",
		En:   "copy {copies} of {paper} was handed out to {who} while {holder} had not returned it",
	}
	lateRule = check.Rule{
		Code: WhyLate, Source: regulation34,
		Hans: "{paper}第{copies}份由{who}逾期交回，迟{count}分钟",
		En:   "copy {copies} of {paper} came back from {who} after the deadline, by {count} min",
	}
	defectRule = check.Rule{
		Code: WhyDefect, Source: check.HouseCustom,
		Hans: "{paper}第{copies}份缺页或污损（缺{count}页，持有人{holder}）",
		En:   "copy {copies} of {paper} is damaged or lacks pages (missing: {count}; held by {holder})",
	}
	lostThenFoundRule = check.Rule{
		Code: WhyLostThenFound, Source: check.HouseCustom,
		Hans: "{paper}第{copies}份报失后又出现（{who}），请结案或重新查核",
		En:   "copy {copies} of {paper} was reported lost and has turned up ({who}); close the case or look into it again",
	}
	offRegisterRule = check.Rule{
		Code: WhyOffRegister, Source: check.HouseCustom,
		Hans: "{paper}第{copies}份已带回，但没有收文登记号，属账外文件",
		En:   "copy {copies} of {paper} was taken home but stands in no incoming register",
	}
	gapInRangeRule = check.Rule{
		Code: WhyGapInRange, Source: regulation25,
		Hans: "{paper}印号不连续，缺{copies}",
		En:   "the print run of {paper} has a hole: {copies}",
	}
	outOfRangeRule = check.Rule{
		Code: WhyOutOfRange, Source: regulation25,
		Hans: "{paper}的{copies}超出印号范围或重复印号（{who}）",
		En:   "{copies} of {paper} lies outside the print run or was printed twice ({who})",
	}
	deskGapRule = check.Rule{
		Code: WhyDeskGap, Source: check.HouseCustom,
		Hans: "登记点{desk}缺{count}条记录，自{entry}起",
		En:   "the record of desk {desk} has a gap of {count} from {entry} on",
	}
	forkRule = check.Rule{
		Code: WhyFork, Source: check.HouseCustom,
		Hans: "记录{entry}有{count}种内容，均未采用，请查明后重新登记",
		En:   "entry {entry} has {count} different contents, none of which is taken; find out which is right and record it anew",
	}
	futureStampRule = check.Rule{
		Code: WhyFutureStamp, Source: check.HouseCustom,
		Hans: "记录{entry}的时间晚于报告时间，登记点{desk}的时钟可能偏快",
		En:   "entry {entry} is stamped after the time of the report; the clock of desk {desk} may be ahead",
	}
	lossOpenRule = check.Rule{
		Code: WhyLost, Source: regulation35,
		Hans: "{paper}第{copies}份报失，尚未找回（{holder}）",
		En:   "copy {copies} of {paper} is reported lost and has not been found ({holder})",
	}
	destroyUnapprovedRule = check.Rule{
		Code: WhyDestroyUnapproved, Source: regulation35,
		Hans: "{paper}的{copies}由{who}销毁，没有相应的批准",
		En:   "{copies} of {paper} was destroyed by {who} without an approval that covers it",
	}
	tooFewWatchersRule = check.Rule{
		Code: WhyTooFewWatchers, Source: secrecyRegulation,
		Hans: "{paper}的{copies}由{who}销毁，监销人不足{count}人",
		En:   "{copies} of {paper} was destroyed by {who}; persons needed to watch besides: {count}",
	}
	selfWatchedRule = check.Rule{
		Code: WhySelfWatched, Source: secrecyRegulation,
		Hans: "{paper}的{copies}由{who}销毁，同一人又列为监销人",
		En:   "{copies} of {paper} was destroyed by {who}, who is also named as a watcher",
	}
	outOfOrderRule = check.Rule{
		Code: WhyOutOfOrder, Source: check.HouseCustom,
		Hans: "记录{entry}与{paper}的{copies}的状态“{state}”不符",
		En:   "entry {entry} does not fit the state of {copies} of {paper}: {state}",
	}
	printRunDiffersRule = check.Rule{
		Code: WhyPrintRun, Source: regulation25,
		Hans: "{paper}实际登记印制的份数与文件清单上的{count}份不符",
		En:   "the copies of {paper} recorded as printed are not the {count} that the list of papers states",
	}
	unreadRule = check.Rule{
		Code: WhyUnread, Source: check.HouseCustom,
		Hans: "记录{entry}无法识别或已删除内容，未采用",
		En:   "entry {entry} cannot be read or is erased, and is not taken",
	}
	noEntryRule = check.Rule{
		Code: WhyNoEntry, Source: check.HouseCustom,
		Hans: "更正记录{entry}所指的记录不存在",
		En:   "entry {entry} corrects an entry that is not there",
	}
	overflowRule = check.Rule{
		Code: WhyOverflow, Source: check.HouseCustom,
		Hans: "{paper}的{copies}超出台账容量（{count}份），未采用",
		En:   "{copies} of {paper} exceeds what the ledger holds ({count} copies) and is not taken",
	}
	uncertifiedRule = check.Rule{
		Code: WhyUncertified, Source: natoSecurity,
		Hans: "{paper}的{copies}由{who}销毁，没有销毁证明编号",
		En:   "{copies} of {paper} was destroyed by {who} without the number of a certificate",
	}
)

func exceptionRules() []check.Rule {
	return []check.Rule{
		duplicateReturnRule, unknownCopyRule, notIssuedRule, wrongHolderRule, swapRule,
		swapRoundRule, notGivenBackRule, wrongUnitRule, unaccountedRule,
		doubleIssueRule, lateRule, defectRule, lostThenFoundRule, offRegisterRule,
		gapInRangeRule, outOfRangeRule, deskGapRule, forkRule, futureStampRule,
		lossOpenRule, destroyUnapprovedRule, tooFewWatchersRule, selfWatchedRule,
		outOfOrderRule, printRunDiffersRule, unreadRule, noEntryRule, overflowRule, uncertifiedRule,
	}
}
