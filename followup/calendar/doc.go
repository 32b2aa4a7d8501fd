// Package calendar holds the civil time of an office: dates, clocks, moments and
// spans without a zone, the words in which papers write them, and the working days
// by the notices that fix them.
//
// Two calls serve most users. [Calendar.Add] finds the day on which something is
// due, [Calendar.Day] says what a day is and why:
//
//	c := calendar.China()
//	due, err := c.Add(calendar.MustParseDate("2026-02-11"), 3) // 2026-02-14, a working Saturday
//	day, err := c.Day(due)
//	text := day.Reason().Text(check.ZhHans, nil)
//
// # Terms
//
// A [Date] is a day, a [Clock] a reading of the wall clock, which may run past
// midnight, a [DateTime] both, a [Span] (时段) the time from one moment up to
// another. A [Calendar] (工作日历) is built from notices: a [Notice] (放假安排通知)
// names days off (放假), among them those given in lieu (调休), and make-up working
// days (补班), which are days of rest on which people work. To roll (顺延) is to
// move a date on which nobody works. A [Style] writes dates and times for people,
// [Read] reads them out of Chinese text.
//
// # Units
//
// Days, months and years count from 1. Times and durations are whole seconds.
// Instants in milliseconds since 1970 come in only with an explicit offset
// ([DateTime.UnixMilli]); there is no time zone, no local time and no clock here.
//
// # Errors
//
// Texts that cannot be read are a [*ParseError] with the text, the place and what
// was expected; [Read] gives findings instead, since its texts come from papers.
// Notices that are wrong are reported all at once as [check.Problems]. A question
// about a year without a notice is an [*UnpublishedError]. Arithmetic on dates that
// leaves the years 1 to 9999 gives the zero value, which is no date.
//
// # Determinism
//
// Everything is a pure function of its arguments, the same on every machine. A
// calendar names its version ([Ref]), which depends on what it answers and not on
// the order of its notices. All values may be read by many goroutines at once.
//
// # Sources
//
//   - The notices of the General Office of the State Council on the arrangement of
//     certain holidays, 2019 to 2026, with number and address each: [ChinaNotices].
//   - Civil Code of the People's Republic of China (民法典), article 202, for months
//     without a corresponding day: [Date.AddMonths].
//   - GB/T 9704-2012 (党政机关公文格式), 7.3.5.4, for dates in papers: Arabic numerals,
//     the year in full, month and day not padded.
//   - GB/T 7408 and ISO 8601 for dates and times in data, and for the week.
//   - House custom: the words for parts of the day and their ranges, the wording of
//     English dates, which days off count as given in lieu.
//
// # Non-goals
//
// Time zones and leap seconds, the lunar calendar, and forecasts of notices to
// come. Half working days are not modelled.
//
// # Decisions
//
// An unknown year is an error. Taking it for plain weeks would give due dates that
// the notice then proves wrong; a host that wants plain weeks says so with
// [Options]. To weigh again if a jurisdiction fixes its holidays for good: such a
// preset makes its notices from the law.
//
// A calendar is versioned data, not a function. Two of the eight years were amended
// after publication, one of them during the holiday. Amendments are notices of
// their own, so that every earlier version can be had again with [InForce], and
// [Diff] names the days that moved.
//
// The tables are prefix sums of working days with their inverse, ten bytes a day.
// Walking from day to day, which others do, costs more the further one goes.
//
// A backward count leaves its start out and counts its end, like a forward one: so
// Count(d, Add(d, n)) is n in both directions, also from a day off.
//
// Dates are day numbers and moments second numbers rather than fields: equality is
// ==, order and distance are subtractions, and no value of them is out of range.
package calendar
