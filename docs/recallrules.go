package docs

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the sentences about what units handed in.
const (
	PaperHandedIn check.Code = "docs/paper-balance-handed-in"
	ReportOwed    check.Code = "docs/report-owed"
)

// Codes of the sentences of a chase list.
const (
	ChaseNow   check.Code = "docs/chase-now"   // somebody is asked
	ChaseLater check.Code = "docs/chase-later" // not due yet
)

var (
	paperHandedInRule = check.Rule{
		Code: PaperHandedIn, Source: check.HouseCustom,
		Hans: "{paper}：单位上交{printed}＝未入库{registered}＋作废{void}＋在库{stock}＋在外{issued}＋已收回{returned}＋归档{archived}＋销毁{destroyed}＋丢失{lost}＋退还或移交{out}",
		En:   "{paper}: handed in {printed} = registered {registered} + void {void} + in stock {stock} + issued {issued} + returned {returned} + archived {archived} + destroyed {destroyed} + lost {lost} + given back or transferred {out}",
	}
	chaseNowRule = check.Rule{
		Code: ChaseNow, Source: check.HouseCustom,
		Hans: "{paper}第{copies}份（{level}）在{holder}（{org}）处，应于{due}前交回，已过{late}分钟，请找{ask}（{person}）；{next}",
		En:   "{copies} of {paper} ({level}) is with {holder} ({org}) and was due by {due}, {late} min ago: ask {ask} ({person}); {next}",
	}
	chaseLaterRule = check.Rule{
		Code: ChaseLater, Source: check.HouseCustom,
		Hans: "{paper}第{copies}份（{level}）在{holder}（{org}）处，应于{due}前交回，未到时限；{next}",
		En:   "{copies} of {paper} ({level}) is with {holder} ({org}) and is due by {due}, not yet; {next}",
	}
	reportOwedRule = check.Rule{
		Code: ReportOwed, Source: check.HouseCustom,
		Hans: "参会单位上交的材料尚有{owed}份未退还。",
		En:   "Copies handed in by units that have not been given back: {owed}.",
	}
)

func recallRules() []check.Rule {
	return []check.Rule{paperHandedInRule, reportOwedRule, chaseNowRule, chaseLaterRule}
}
