package calendar

import (
	"strconv"
	"strings"
)

// China builds the calendar of the mainland of China, with the ID "CN", from all
// of [ChinaNotices], for the years 2019 to 2026. For the version of an earlier day,
// or with further notices, use [New]:
//
//	before, err := calendar.New(calendar.InForce(calendar.ChinaNotices(), day), nil)
//	next, err := calendar.New(append(calendar.ChinaNotices(), notice2027), nil)
func China() *Calendar {
	c, err := New(ChinaNotices(), nil)
	if err != nil {
		panic("calendar: " + err.Error()) //nolint:forbidigo // the data of this file would be wrong
	}
	return c
}

// Holidays as the notices name them, Chinese and English.
const (
	newYear     = "元旦|New Year's Day"
	spring      = "春节|Spring Festival"
	tomb        = "清明节|Tomb-Sweeping Day"
	labour      = "劳动节|Labour Day"
	dragon      = "端午节|Dragon Boat Festival"
	midAutumn   = "中秋节|Mid-Autumn Festival"
	national    = "国庆节|National Day"
	nationalMid = "国庆节、中秋节|National Day and Mid-Autumn Festival"
	midNational = "中秋节、国庆节|Mid-Autumn Festival and National Day"
)

// off is an item of a notice: 放假 from one day to another, both included.
func off(names, from, to string) Holiday {
	hans, en, _ := strings.Cut(names, "|")
	return Holiday{Name: hans, NameEn: en, From: MustParseDate(from), To: MustParseDate(to)}
}

// lieu adds the weekdays taken in exchange for make-up days (调休).
func (h Holiday) lieu(days ...string) Holiday { h.InLieu = dates(days); return h }

// work adds the make-up working days (上班).
func (h Holiday) work(days ...string) Holiday { h.MakeUp = dates(days); return h }

func dates(texts []string) []Date {
	ds := make([]Date, len(texts))
	for i, s := range texts {
		ds[i] = MustParseDate(s)
	}
	return ds
}

// annual is the notice of the General Office of the State Council for a year.
func annual(year int, number, signed, published, entry string, items ...Holiday) Notice {
	y := strconv.Itoa(year)
	return Notice{
		ID: "CN-" + y, Jurisdiction: "CN", Year: year, Number: number,
		Title:   "国务院办公厅关于" + y + "年部分节假日安排的通知",
		TitleEn: "Notice of the General Office of the State Council on the Arrangement of Certain Holidays in " + y,
		Signed:  MustParseDate(signed), Published: MustParseDate(published),
		Address:  stateCouncil + entry + ".htm",
		Holidays: items,
	}
}

const stateCouncil = "https://www.gov.cn/zhengce/zhengceku/"

// ChinaNotices returns the notices of the General Office of the State Council on
// the holidays of 2019 to 2026, each with number, dates and address, and the two
// amendments made to them: that of 22 March 2019, which lengthened the Labour Day
// holiday, and that of 27 January 2020, which lengthened the Spring Festival then
// under way. The caller owns the result.
//
// The notices do not say which of the days off are given in lieu of the make-up
// days; InLieu follows common attribution (house custom).
func ChinaNotices() []Notice {
	return []Notice{
		annual(2019, "国办发明电〔2018〕15号", "2018-12-04", "2018-12-06", "2018-12/06/content_5346276",
			off(newYear, "2018-12-30", "2019-01-01").lieu("2018-12-31").work("2018-12-29"),
			off(spring, "2019-02-04", "2019-02-10").lieu("2019-02-04", "2019-02-08").work("2019-02-02", "2019-02-03"),
			off(tomb, "2019-04-05", "2019-04-05"),
			off(labour, "2019-05-01", "2019-05-01"),
			off(dragon, "2019-06-07", "2019-06-07"),
			off(midAutumn, "2019-09-13", "2019-09-13"),
			off(national, "2019-10-01", "2019-10-07").lieu("2019-10-04", "2019-10-07").work("2019-09-29", "2019-10-12"),
		),
		{
			ID: "CN-2019-labour-day", Jurisdiction: "CN", Year: 2019, Amends: "CN-2019", Number: "国办发明电〔2019〕3号",
			Title:   "国务院办公厅关于调整2019年劳动节假期安排的通知",
			TitleEn: "Notice of the General Office of the State Council on Adjusting the Labour Day Holiday of 2019",
			Signed:  MustDate(2019, 3, 22), Published: MustDate(2019, 3, 22),
			Address: stateCouncil + "2019-03/22/content_5375877.htm",
			Holidays: []Holiday{
				off(labour, "2019-05-01", "2019-05-04").lieu("2019-05-02", "2019-05-03").work("2019-04-28", "2019-05-05"),
			},
		},
		annual(2020, "国办发明电〔2019〕16号", "2019-11-21", "2019-11-21", "2019-11/21/content_5454164",
			off(newYear, "2020-01-01", "2020-01-01"),
			off(spring, "2020-01-24", "2020-01-30").work("2020-01-19", "2020-02-01"),
			off(tomb, "2020-04-04", "2020-04-06"),
			off(labour, "2020-05-01", "2020-05-05").lieu("2020-05-04", "2020-05-05").work("2020-04-26", "2020-05-09"),
			off(dragon, "2020-06-25", "2020-06-27").lieu("2020-06-26").work("2020-06-28"),
			off(nationalMid, "2020-10-01", "2020-10-08").lieu("2020-10-07", "2020-10-08").work("2020-09-27", "2020-10-10"),
		),
		{
			// The notice moves the last day off to 2 February and with it strikes out the
			// make-up day of 1 February; that of 19 January lay in the past and stands.
			ID: "CN-2020-spring-festival", Jurisdiction: "CN", Year: 2020, Amends: "CN-2020", Number: "国办发明电〔2020〕1号",
			Title:   "国务院办公厅关于延长2020年春节假期的通知",
			TitleEn: "Notice of the General Office of the State Council on Extending the Spring Festival Holiday of 2020",
			Signed:  MustDate(2020, 1, 26), Published: MustDate(2020, 1, 27),
			Address: stateCouncil + "2020-01/27/content_5472352.htm",
			Holidays: []Holiday{
				off(spring, "2020-01-24", "2020-02-02").lieu("2020-01-29").work("2020-01-19"),
			},
		},
		annual(2021, "国办发明电〔2020〕27号", "2020-11-25", "2020-11-25", "2020-11/25/content_5564127",
			off(newYear, "2021-01-01", "2021-01-03"),
			off(spring, "2021-02-11", "2021-02-17").lieu("2021-02-16", "2021-02-17").work("2021-02-07", "2021-02-20"),
			off(tomb, "2021-04-03", "2021-04-05"),
			off(labour, "2021-05-01", "2021-05-05").lieu("2021-05-04", "2021-05-05").work("2021-04-25", "2021-05-08"),
			off(dragon, "2021-06-12", "2021-06-14"),
			off(midAutumn, "2021-09-19", "2021-09-21").lieu("2021-09-20").work("2021-09-18"),
			off(national, "2021-10-01", "2021-10-07").lieu("2021-10-06", "2021-10-07").work("2021-09-26", "2021-10-09"),
		),
		annual(2022, "国办发明电〔2021〕11号", "2021-10-25", "2021-10-25", "2021-10/25/content_5644835",
			off(newYear, "2022-01-01", "2022-01-03"),
			off(spring, "2022-01-31", "2022-02-06").lieu("2022-02-03", "2022-02-04").work("2022-01-29", "2022-01-30"),
			off(tomb, "2022-04-03", "2022-04-05").lieu("2022-04-04").work("2022-04-02"),
			off(labour, "2022-04-30", "2022-05-04").lieu("2022-05-03", "2022-05-04").work("2022-04-24", "2022-05-07"),
			off(dragon, "2022-06-03", "2022-06-05"),
			off(midAutumn, "2022-09-10", "2022-09-12"),
			off(national, "2022-10-01", "2022-10-07").lieu("2022-10-06", "2022-10-07").work("2022-10-08", "2022-10-09"),
		),
		annual(2023, "国办发明电〔2022〕16号", "2022-12-08", "2022-12-08", "2022-12/08/content_5730844",
			off(newYear, "2022-12-31", "2023-01-02"),
			off(spring, "2023-01-21", "2023-01-27").lieu("2023-01-26", "2023-01-27").work("2023-01-28", "2023-01-29"),
			off(tomb, "2023-04-05", "2023-04-05"),
			off(labour, "2023-04-29", "2023-05-03").lieu("2023-05-02", "2023-05-03").work("2023-04-23", "2023-05-06"),
			off(dragon, "2023-06-22", "2023-06-24").lieu("2023-06-23").work("2023-06-25"),
			off(midNational, "2023-09-29", "2023-10-06").lieu("2023-10-05", "2023-10-06").work("2023-10-07", "2023-10-08"),
		),
		annual(2024, "国办发明电〔2023〕7号", "2023-10-25", "2023-10-25", "202310/content_6911528",
			off(newYear, "2024-01-01", "2024-01-01"),
			off(spring, "2024-02-10", "2024-02-17").lieu("2024-02-15", "2024-02-16").work("2024-02-04", "2024-02-18"),
			off(tomb, "2024-04-04", "2024-04-06").lieu("2024-04-05").work("2024-04-07"),
			off(labour, "2024-05-01", "2024-05-05").lieu("2024-05-02", "2024-05-03").work("2024-04-28", "2024-05-11"),
			off(dragon, "2024-06-10", "2024-06-10"),
			off(midAutumn, "2024-09-15", "2024-09-17").lieu("2024-09-16").work("2024-09-14"),
			off(national, "2024-10-01", "2024-10-07").lieu("2024-10-04", "2024-10-07").work("2024-09-29", "2024-10-12"),
		),
		annual(2025, "国办发明电〔2024〕12号", "2024-11-12", "2024-11-12", "202411/content_6986383",
			off(newYear, "2025-01-01", "2025-01-01"),
			off(spring, "2025-01-28", "2025-02-04").lieu("2025-02-03", "2025-02-04").work("2025-01-26", "2025-02-08"),
			off(tomb, "2025-04-04", "2025-04-06"),
			off(labour, "2025-05-01", "2025-05-05").lieu("2025-05-05").work("2025-04-27"),
			off(dragon, "2025-05-31", "2025-06-02"),
			off(nationalMid, "2025-10-01", "2025-10-08").lieu("2025-10-07", "2025-10-08").work("2025-09-28", "2025-10-11"),
		),
		annual(2026, "国办发明电〔2025〕7号", "2025-11-04", "2025-11-04", "202511/content_7047091",
			off(newYear, "2026-01-01", "2026-01-03").lieu("2026-01-02").work("2026-01-04"),
			off(spring, "2026-02-15", "2026-02-23").lieu("2026-02-20", "2026-02-23").work("2026-02-14", "2026-02-28"),
			off(tomb, "2026-04-04", "2026-04-06"),
			off(labour, "2026-05-01", "2026-05-05").lieu("2026-05-05").work("2026-05-09"),
			off(dragon, "2026-06-19", "2026-06-21"),
			off(midAutumn, "2026-09-25", "2026-09-27"),
			off(national, "2026-10-01", "2026-10-07").lieu("2026-10-06", "2026-10-07").work("2026-09-20", "2026-10-10"),
		),
	}
}
