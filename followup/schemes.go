package followup

import "github.com/huiwu-go/huiwu/roster/check"

// Schemes returns the presets for bodies.
func Schemes() []Scheme { return []Scheme{GuangyuanPoints(), LongchangTalks(), YearlyPoints()} }

// GuangyuanPoints takes a point off for two yellow slips and two points for a red one, which
// also calls the head of the body for a talk. It begins with 100 points by house custom; its
// source says only what is taken off.
func GuangyuanPoints() Scheme {
	return Scheme{
		"guangyuan-points-2018", "广元市督办扣分规则（2018年）", "the deductions of Guangyuan (2018)", "Guangyuan City, yellow and red lights, 2018",
		100_00, 0, 100_00,
		[]Mark{
			{Measure: YellowSlips, Summed: true, Min: 2, Per: 2, Points: -1_00},
			{Measure: RedSlips, Min: 1, Per: 1, Points: -2_00, Talk: true},
		},
	}
}

// LongchangTalks calls the head of a body for a talk after three red slips in a row for one
// item. It takes no points off.
func LongchangTalks() Scheme {
	return Scheme{
		"longchang-talks-2020", "隆昌市约谈规则（2020年）", "the talks of Longchang (2020)", "Longchang City, talk after three red lights in a row, 2020",
		100_00, 0, 100_00,
		[]Mark{{Measure: RedRun, Min: 3, Talk: true}},
	}
}

// YearlyPoints takes 10 points of 100 off for each periodic report that is missing. Its source
// also grades plans and the leaders' view, which no log of items holds.
func YearlyPoints() Scheme {
	return Scheme{
		"yearly-points", "年度督查考核扣分规则", "the deductions of a yearly assessment", check.HouseCustom + ", after a yearly assessment of 100 points",
		100_00, 0, 100_00,
		[]Mark{{Measure: ReportsMissed, Min: 1, Per: 1, Points: -10_00}},
	}
}

// StandardUrgency (紧急程度) adds up to 25 points: for what is late, more with every working
// day up to ten, for what is due within five, for what is major, and for red slips. It is
// house custom, after the sum of weighted factors that task lists use.
func StandardUrgency() Scheme {
	return Scheme{
		"standard-urgency", "紧急程度（通用）", "standard urgency", check.HouseCustom,
		0, 0, 25_00,
		[]Mark{
			{Measure: CalendarDaysLate, Min: 1, Points: 6_00},
			{Measure: WorkdaysLate, Min: 1, Per: 1, Points: 60, Cap: 6_00},
			{Measure: DaysLeft, Min: 0, Max: 1, Points: 5_00},
			{Measure: DaysLeft, Min: 2, Max: 5, Points: 3_00},
			{Measure: Heaviness, Min: int(Major), Points: 4_00},
			{Measure: Overrun, Min: 1, Points: 3_00},
			{Measure: RedSlips, Min: 1, Per: 1, Points: 1_00, Cap: 3_00},
		},
	}
}
