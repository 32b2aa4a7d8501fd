package docs

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the findings of this package.
const (
	BadRange       check.Code = "docs/bad-range"       // copies that are none
	Missing        check.Code = "docs/missing"         // a field that must be filled in
	TooLong        check.Code = "docs/too-long"        // a text above its limit
	NoCopyNumbers  check.Code = "docs/no-copy-numbers" // a classified paper without numbered copies
	NoRecall       check.Code = "docs/no-recall"       // a classified paper that is not taken back
	NoDeadline     check.Code = "docs/no-deadline"     // a paper to be taken back without a deadline
	PrintRunTooBig check.Code = "docs/print-run"       // a print run that numbers cannot hold
	BadPlace       check.Code = "docs/bad-place"       // a place on the list of papers that codes cannot hold
	NumberClass    check.Code = "docs/number-class"    // a number without a canonical form
	DuplicateID    check.Code = "docs/duplicate-id"    // one id twice
	Refused        check.Code = "docs/refused"         // an event that would raise an exception
	NotEnough      check.Code = "docs/not-enough"      // fewer copies in stock than asked for
	BadOffset      check.Code = "docs/bad-offset"      // a distance from UTC that no clock has
	BadReport      check.Code = "docs/bad-report"      // a report that contradicts itself
)

// Codes of the sentences of a recall report.
const (
	ReportHead     check.Code = "docs/report-head"
	ReportComplete check.Code = "docs/report-complete"
	ReportOpen     check.Code = "docs/report-open"
	ReportPartial  check.Code = "docs/report-partial"
	PaperBalance   check.Code = "docs/paper-balance"
	PaperUnknown   check.Code = "docs/paper-balance-unknown"
	HolderBalance  check.Code = "docs/holder-balance"
	OrgBalance     check.Code = "docs/org-balance"
	OutOnLoan      check.Code = "docs/outstanding"
)

const (
	regulation25 = "《党政机关公文处理工作条例》 (regulation on the handling of official documents), 中办发〔2012〕14号, art. 25(2)"
	regulation9  = "《党政机关公文处理工作条例》 (regulation on the handling of official documents), 中办发〔2012〕14号, art. 9(1)"
	regulation34 = "《党政机关公文处理工作条例》 (regulation on the handling of official documents), 中办发〔2012〕14号, art. 34"
	regulation35 = "《党政机关公文处理工作条例》 (regulation on the handling of official documents), 中办发〔2012〕14号, art. 35"
	gb721        = "GB/T 9704-2012, 7.2.1 《党政机关公文格式》 (layout key for official documents of Party and government organs)"
)

var (
	rangeRule = check.Rule{
		Code: BadRange, Severity: check.Error, Source: gb721,
		Hans: "{found}不是份号范围：份号为000001至999999，起号不大于止号",
		En:   "{found} is no range of copies: numbers run from 000001 to 999999, the first not above the last",
	}
	missingRule = check.Rule{
		Code: Missing, Severity: check.Error, Source: check.HouseCustom,
		Hans: "此项必须填写",
		En:   "this must be filled in",
	}
	tooLongRule = check.Rule{
		Code: TooLong, Severity: check.Error, Source: check.HouseCustom,
		Hans: "内容过长，最多{max}字节",
		En:   "the text is too long: at most {max} bytes",
	}
	noCopyNumbersRule = check.Rule{
		Code: NoCopyNumbers, Severity: check.Error, Source: regulation9,
		Hans: "{mark}文件必须编份号，请填写印制份数（《党政机关公文处理工作条例》第九条第一项）",
		En:   "a paper marked {mark} must have numbered copies; state how many are printed (Regulation on the handling of official documents, art. 9(1))",
	}
	noRecallRule = check.Rule{
		Code: NoRecall, Severity: check.Warning, Source: regulation34,
		Hans: "{mark}文件没有列入清退范围，请确认（《党政机关公文处理工作条例》第三十四条）",
		En:   "a paper marked {mark} is not to be taken back; make sure of it (Regulation on the handling of official documents, art. 34)",
	}
	noDeadlineRule = check.Rule{
		Code: NoDeadline, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "需要清退的文件没有写明交回时限",
		En:   "a paper to be taken back states no time by which",
	}
	printRunRule = check.Rule{
		Code: PrintRunTooBig, Severity: check.Error, Source: gb721,
		Hans: "印制份数{copies}不可用：份号为六位，应在0至{max}之间",
		En:   "a print run of {copies} is not usable: with six digits it lies between 0 and {max}",
	}
	placeRule = check.Rule{
		Code: BadPlace, Severity: check.Error, Source: check.HouseCustom,
		Hans: "文件清单序号{place}不可用：应在1至{max}之间",
		En:   "the place {place} on the list of papers is not usable: it lies between 1 and {max}",
	}
	numberClassRule = check.Rule{
		Code: NumberClass, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "编号{found}不属于已知类别，按原样保留",
		En:   "the number {found} is of no known class and is kept as it stands",
	}
	duplicateIDRule = check.Rule{
		Code: DuplicateID, Severity: check.Error, Source: check.HouseCustom,
		Hans: "编号{id}重复",
		En:   "the id {id} stands twice",
	}
	refusedRule = check.Rule{
		Code: Refused, Severity: check.Error, Source: check.HouseCustom,
		Hans: "不予登记：{why}",
		En:   "not recorded: {why}",
	}
	notEnoughRule = check.Rule{
		Code: NotEnough, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{paper}在库可分发{have}份，需要{want}份",
		En:   "{paper}: copies in stock to hand out: {have}, needed: {want}",
	}
	badOffsetRule = check.Rule{
		Code: BadOffset, Severity: check.Error, Source: check.HouseCustom,
		Hans: "与世界时的差{offset}秒不可用",
		En:   "a distance of {offset} seconds from UTC is not usable",
	}
	badReportRule = check.Rule{
		Code: BadReport, Severity: check.Error, Source: check.HouseCustom,
		Hans: "清退报告自相矛盾：{what}",
		En:   "the recall report contradicts itself: {what}",
	}
)

var (
	reportHeadRule = check.Rule{
		Code: ReportHead, Source: regulation34,
		Hans: "文件清退情况（截至{at}）",
		En:   "Recall of papers as of {at}",
	}
	reportCompleteRule = check.Rule{
		Code: ReportComplete, Source: regulation34,
		Hans: "记录完整，应清退文件全部收回。",
		En:   "The record is complete: every paper to be taken back has come back.",
	}
	reportOpenRule = check.Rule{
		Code: ReportOpen, Source: regulation34,
		Hans: "尚未清退{held}份，报失{lost}份。",
		En:   "Copies that have not come back: {held}; reported lost: {lost}.",
	}
	reportPartialRule = check.Rule{
		Code: ReportPartial, Source: check.HouseCustom,
		Hans: "记录不完整（缺{missing}条，冲突{forked}处，无法识别{unknown}条，已删除{erased}条），不能断定文件是否全部收回。",
		En:   "The record is not complete (entries missing: {missing}, in conflict: {forked}, not understood: {unknown}, erased: {erased}): nobody can say that all papers have come back.",
	}
	paperBalanceRule = check.Rule{
		Code: PaperBalance, Source: regulation25,
		Hans: "{paper}：印制{printed}＝未入库{registered}＋作废{void}＋在库{stock}＋在外{issued}＋已收回{returned}＋归档{archived}＋销毁{destroyed}＋丢失{lost}＋移交{out}",
		En:   "{paper}: printed {printed} = registered {registered} + void {void} + in stock {stock} + issued {issued} + returned {returned} + archived {archived} + destroyed {destroyed} + lost {lost} + transferred out {out}",
	}
	paperUnknownRule = check.Rule{
		Code: PaperUnknown, Source: regulation25,
		Hans: "{paper}：没有印制记录，登记在册{printed}＝作废{void}＋在库{stock}＋在外{issued}＋已收回{returned}＋归档{archived}＋销毁{destroyed}＋丢失{lost}＋移交{out}＋未入库{registered}",
		En:   "{paper}: no print run is recorded; known {printed} = registered {registered} + void {void} + in stock {stock} + issued {issued} + returned {returned} + archived {archived} + destroyed {destroyed} + lost {lost} + transferred out {out}",
	}
	holderBalanceRule = check.Rule{
		Code: HolderBalance, Source: check.HouseCustom,
		Hans: "{holder}，{paper}：经手{printed}＝在外{issued}＋已收回{returned}＋归档{archived}＋销毁{destroyed}＋丢失{lost}＋移交{out}",
		En:   "{holder}, {paper}: charged {printed} = issued {issued} + returned {returned} + archived {archived} + destroyed {destroyed} + lost {lost} + transferred out {out}",
	}
	orgBalanceRule = check.Rule{
		Code: OrgBalance, Source: check.HouseCustom,
		Hans: "{org}，{paper}：经手{printed}＝在外{issued}＋已收回{returned}＋归档{archived}＋销毁{destroyed}＋丢失{lost}＋移交{out}",
		En:   "{org}, {paper}: charged {printed} = issued {issued} + returned {returned} + archived {archived} + destroyed {destroyed} + lost {lost} + transferred out {out}",
	}
	outstandingRule = check.Rule{
		Code: OutOnLoan, Source: regulation34,
		Hans: "{paper}第{copies}份未收回：{who}（{org}）自{since}起持有，{signed}",
		En:   "{copies} of {paper} has not come back: with {who} ({org}) since {since}, {signed}",
	}
)

// Rules lists the rules of this package.
func Rules() []check.Rule {
	rules := []check.Rule{
		rangeRule, missingRule, tooLongRule, noCopyNumbersRule, noRecallRule, noDeadlineRule,
		printRunRule, placeRule, numberClassRule, duplicateIDRule, refusedRule, notEnoughRule,
		badOffsetRule, badReportRule,
		reportHeadRule, reportCompleteRule, reportOpenRule, reportPartialRule,
		paperBalanceRule, paperUnknownRule, holderBalanceRule, orgBalanceRule,
		outstandingRule,
	}
	rules = append(rules, recallRules()...)
	rules = append(rules, policyRules()...)
	rules = append(rules, archiveRules()...)
	rules = append(rules, nameRules()...)
	rules = append(rules, amendmentRules()...)
	rules = append(rules, motionRules()...)
	rules = append(rules, preparationRules()...)
	rules = append(rules, vagueRules()...)
	rules = append(rules, formatRules()...)
	rules = append(rules, bagRules()...)
	rules = append(rules, dayRules()...)
	rules = append(rules, bulletinRules()...)
	rules = append(rules, exceptionRules()...)
	return append(rules, seriesRules()...)
}
