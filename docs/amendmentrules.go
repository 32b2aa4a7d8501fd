package docs

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the findings and reasons of amendments.
const (
	UnknownClause  check.Code = "docs/unknown-clause"     // an amendment to a clause that the draft has not
	WordsNotFound  check.Code = "docs/words-not-found"    // words to be replaced that the clause has not, or more than once
	NoChange       check.Code = "docs/no-change"          // an amendment that changes nothing
	AmendConflict  check.Code = "docs/amendment-conflict" // two amendments to the same words
	BothAdopted    check.Code = "docs/both-adopted"       // two of them adopted
	BadRevision    check.Code = "docs/bad-revision"       // a revision that contradicts itself
	VotedAsRanked  check.Code = "docs/voted-as-ranked"
	VotedAsGauged  check.Code = "docs/voted-as-gauged"
	VotedAsHanded  check.Code = "docs/voted-as-handed-in"
	VotedAlone     check.Code = "docs/voted-alone"
	VotedExcluding check.Code = "docs/voted-excluding"
)

const rule90 = "Rules of Procedure of the General Assembly of the United Nations, A/520/Rev.20, rule 90"

var (
	unknownClauseRule = check.Rule{
		Code: UnknownClause, Severity: check.Error, Source: check.HouseCustom,
		Hans: "草案没有{clause}",
		En:   "the draft has no {clause}",
	}
	wordsRule = check.Rule{
		Code: WordsNotFound, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{clause}中{words}出现了{n}次，应恰好一次",
		En:   "{clause} holds {words} {n} times; exactly once is needed",
	}
	noChangeRule = check.Rule{
		Code: NoChange, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "修正案{id}没有改变{clause}",
		En:   "amendment {id} does not change {clause}",
	}
	amendConflictRule = check.Rule{
		Code: AmendConflict, Severity: check.Warning, Source: rule90,
		Hans: "修正案{a}和{b}改动{clause}的同一处，通过一个，另一个不再表决",
		En:   "amendments {a} and {b} change the same words of {clause}: if one is adopted, the other is not put to the vote",
	}
	bothAdoptedRule = check.Rule{
		Code: BothAdopted, Severity: check.Error, Source: rule90,
		Hans: "修正案{a}和{b}改动{clause}的同一处，不能都通过",
		En:   "amendments {a} and {b} change the same words of {clause} and cannot both be adopted",
	}
	badRevisionRule = check.Rule{
		Code: BadRevision, Severity: check.Error, Source: check.HouseCustom,
		Hans: "修改对照表与草案和修正案不符",
		En:   "the comparison does not follow from the draft and its amendments",
	}
	votedAsRankedRule = check.Rule{
		Code: VotedAsRanked, Source: rule90,
		Hans: "离原文实质最远的先表决：主持人把{id}排在第{rank}",
		En:   "what is furthest removed in substance comes first: the chair puts {id} in place {rank}",
	}
	votedAsGaugedRule = check.Rule{
		Code: VotedAsGauged, Source: rule90,
		Hans: "离原文最远的先表决：{id}改动{n}个字。这只是按字数排的建议，实质远近请主持人定",
		En:   "what is furthest removed comes first: {id} changes {n} characters. This is a proposal by length; the chair decides on the substance",
	}
	votedAsHandedRule = check.Rule{
		Code: VotedAsHanded, Source: check.HouseCustom,
		Hans: "按提出先后表决",
		En:   "amendments are voted on in the order in which they were handed in",
	}
	votedAloneRule = check.Rule{
		Code: VotedAlone, Source: check.HouseCustom,
		Hans: "与其他修正案不冲突，按条文顺序表决",
		En:   "no other amendment touches it; it is voted on in the order of the text",
	}
	votedExcludingRule = check.Rule{
		Code: VotedExcluding, Source: rule90,
		Hans: "{id}如获通过，{others}不再表决",
		En:   "if {id} is adopted, {others} is not put to the vote",
	}
)

func amendmentRules() []check.Rule {
	return []check.Rule{
		unknownClauseRule, wordsRule, noChangeRule, amendConflictRule, bothAdoptedRule, badRevisionRule,
		votedAsRankedRule, votedAsGaugedRule, votedAsHandedRule, votedAloneRule, votedExcludingRule,
	}
}
