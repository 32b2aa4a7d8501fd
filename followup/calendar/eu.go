package calendar

import "slices"

// EUWeekends builds the calendar of Saturdays and Sundays for the years from first to
// last, with the ID "EU-weekends", on which periods of [EU118271] can be counted where
// no holiday falls near their end. The holidays of the Member States are decided by each
// of them, those of the institutions for each year anew ([EUInstitutionNotices]): add the
// list that applies with [New],
//
//	c, err := calendar.New(holidays, &calendar.Options{ID: "EU-council", From: 2026, To: 2026})
func EUWeekends(first, last int) (*Calendar, error) {
	return New(nil, &Options{ID: "EU-weekends", From: first, To: last})
}

// A Seat is one of the two places of work of the institutions of the European Union
// whose lists of holidays differ by the national holiday. The zero Seat is Brussels.
type Seat uint8

// The seats.
const (
	Brussels   Seat = iota // 布鲁塞尔
	Luxembourg             // 卢森堡
)

// String returns "Brussels" or "Luxembourg".
func (s Seat) String() string {
	switch s {
	case Brussels:
		return "Brussels"
	case Luxembourg:
		return "Luxembourg"
	default:
		return string(append(appendInt([]byte("Seat("), int(s)), ')'))
	}
}

// EUInstitutionNotices returns the decisions of the European Commission on the holidays
// of staff in a seat, a year each, as the Official Journal prints them: those for 2014
// and 2023. No rule yields the lists of other years, since the days at the end of the
// year and those that replace holidays on a weekend are decided each time; a host adds
// them as notices of its own. Article 2(1) of Regulation No 1182/71 takes the holidays of
// an institution from such a list. The caller owns the result.
//
// Days that fall on a weekend are not on the lists. The decision for 2014 also gives 2
// January 2015 off; it says so of a year whose list is not here.
func EUInstitutionNotices(seat Seat) []Notice {
	national := Holiday{Name: "比利时国庆日", NameEn: "Belgian National Holiday", From: MustDate(2023, 7, 21), To: MustDate(2023, 7, 21)}
	if seat == Luxembourg {
		national = Holiday{Name: "卢森堡国庆日", NameEn: "Luxembourg National Holiday", From: MustDate(2023, 6, 23), To: MustDate(2023, 6, 23)}
	}
	day := func(hans, en string, d Date) Holiday { return Holiday{Name: hans, NameEn: en, From: d, To: d} }
	return []Notice{{
		ID: "EU-2014", Jurisdiction: "EU", Year: 2014, Number: "2013/C 39/03",
		Title: "欧盟机构2014年公共假日", TitleEn: "Commission Decision on public holidays in 2014 for the institutions of the European Union",
		Signed: MustDate(2012, 12, 21), Published: MustDate(2013, 2, 12),
		Holidays: []Holiday{
			day("元旦", "New Year's Day", MustDate(2014, 1, 1)),
			day("元旦次日", "Day after New Year's Day", MustDate(2014, 1, 2)),
			day("濯足星期四", "Maundy Thursday", MustDate(2014, 4, 17)),
			day("耶稣受难日", "Good Friday", MustDate(2014, 4, 18)),
			day("复活节星期一", "Easter Monday", MustDate(2014, 4, 21)),
			day("劳动节", "Labour Day", MustDate(2014, 5, 1)),
			day("舒曼宣言纪念日", "Anniversary of the Declaration by Robert Schuman in 1950", MustDate(2014, 5, 9)),
			day("耶稣升天节", "Ascension Day", MustDate(2014, 5, 29)),
			day("升天节次日", "Day after Ascension Day", MustDate(2014, 5, 30)),
			day("圣灵降临节星期一", "Whit Monday", MustDate(2014, 6, 9)),
			day("比利时国庆日", "Belgian National Holiday", MustDate(2014, 7, 21)),
			day("圣母升天节", "Assumption", MustDate(2014, 8, 15)),
			{Name: "年终假日", NameEn: "End-of-year days", From: MustDate(2014, 12, 24), To: MustDate(2014, 12, 31)},
		},
	}, {
		ID: "EU-2023", Jurisdiction: "EU", Year: 2023, Number: "2021/C 201 I/02",
		Title:   "欧盟机构布鲁塞尔和卢森堡工作人员2023年公共假日",
		TitleEn: "Commission Decision on public holidays in 2023 for staff of the European institutions in Brussels and Luxembourg",
		Signed:  MustDate(2021, 5, 25), Published: MustDate(2021, 5, 28),
		Address: "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32021D0528(01)",
		Holidays: []Holiday{
			day("元旦次日", "Day after New Year's Day", MustDate(2023, 1, 2)),
			day("濯足星期四", "Maundy Thursday", MustDate(2023, 4, 6)),
			day("耶稣受难日", "Good Friday", MustDate(2023, 4, 7)),
			day("复活节星期一", "Easter Monday", MustDate(2023, 4, 10)),
			day("劳动节", "Labour Day", MustDate(2023, 5, 1)),
			day("舒曼宣言纪念日", "Anniversary of the Declaration by Robert Schuman in 1950", MustDate(2023, 5, 9)),
			day("耶稣升天节", "Ascension Day", MustDate(2023, 5, 18)),
			day("升天节次日", "Day after Ascension Day", MustDate(2023, 5, 19)),
			day("圣灵降临节星期一", "Whit Monday", MustDate(2023, 5, 29)),
			national,
			day("圣母升天节", "Assumption", MustDate(2023, 8, 15)),
			day("诸圣节", "All Saints' Day", MustDate(2023, 11, 1)),
			day("万灵节", "All Souls' Day", MustDate(2023, 11, 2)),
			{Name: "年终假日", NameEn: "End-of-year days", From: MustDate(2023, 12, 25), To: MustDate(2023, 12, 29)},
		},
	}}
}

// EUInstitutions builds the calendar of [EUInstitutionNotices], and of the notices that a
// host adds, with the ID "EU-institutions-Brussels" or "EU-institutions-Luxembourg".
func EUInstitutions(seat Seat, more ...Notice) (*Calendar, error) {
	return New(slices.Concat(EUInstitutionNotices(seat), more), &Options{ID: "EU-institutions-" + seat.String()})
}
