// Package calendar holds the civil time of an office: dates, clocks, moments and
// spans without a zone, the words in which papers write them, the working days by
// the notices that fix them, the periods of law and custom, and what recurs.
//
// Two calls serve most users. [Due] finds the day on which a period ends, with its
// reasons, [ReadLimit] reads what a paper says about it:
//
//	c := calendar.China()
//	due, err := calendar.Due(calendar.CNCivil(), c, issued, calendar.MustParsePeriod("15 days"))
//	text := check.Sentences(check.ZhHans, nil, due.Reasons()...)
//
//	limit, found := calendar.ReadLimit("印发后5个工作日内", nil)
//	due, err = limit.Due(calendar.CNWorkdays(), c, issued)
//
// Plain questions about days go to the calendar itself: [Calendar.Add],
// [Calendar.Count], [Calendar.Roll], [Calendar.NthWorkday], [Calendar.Day].
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
// A [Period] (期限) is counted from the day of an event by a [Policy], which is a rule
// of law or custom as data; its end is a [Deadline] (到期日). A [Limit] (时限) is what a
// resolution says, a period or a day such as the end of the month, before its event
// has happened; until then the deadline is pending. A [Question] is kept, so that
// [Recompute] can tell what an amended notice moves. A [Recurrence] is a rule of RFC
// 5545, a [Schedule] puts it on a calendar of working days.
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
// was expected; [Read], [ReadLimit] and [ParseRecurrence] give findings instead, since
// their texts come from papers and from other programs.
// Notices that are wrong are reported all at once as [check.Problems]. A question
// about a year without a notice is an [*UnpublishedError], one for a working day that a
// stretch of days does not have a [*TooFewError]. Arithmetic on dates that leaves the
// years 1 to 9999 gives the zero value, which is no date.
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
//   - Civil Code of the People's Republic of China (民法典), articles 200 to 204, and 1259
//     for 以内: [CNCivil], [Date.AddMonths]. Civil Procedure Law (民事诉讼法), article 85, and
//     法释〔2018〕1号, article 48: [CNProcedure].
//   - Regulation (EEC, Euratom) No 1182/71, article 3: [EU118271]. European Convention on
//     the Calculation of Time-Limits, ETS No. 76: [CouncilOfEurope].
//   - Federal Rules of Civil Procedure, rule 6(a), since 1 December 2009 and before it:
//     [USFRCP6], [USFRCPPre2009]. 5 U.S.C. 6103, Executive Order 11582 and the acts that
//     changed the list since 1971: [USFederalNotices].
//   - RFC 5545, section 3.3.10, for recurrence.
//   - GB/T 9704-2012 (党政机关公文格式), 7.3.5.4, for dates in papers: Arabic numerals,
//     the year in full, month and day not padded.
//   - GB/T 7408 and ISO 8601 for dates and times in data, and for the week.
//   - House custom: the words for parts of the day and their ranges, the wording of
//     English dates, which days off count as given in lieu, periods in working days,
//     backward periods in China, the usual readings of phrases that have two.
//
// # Non-goals
//
// Time zones and leap seconds, the lunar calendar, and forecasts of notices to
// come. Half working days are not modelled. Rules that recur within a day or by weeks and
// days of the year are refused.
// Holidays of the institutions of the European Union are published lists, of which two
// are here: see [EUInstitutionNotices].
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
//
// A policy is data, and its dates of force are told, not enforced: an old period may be
// judged by a later rule, as transitional provisions say, so that a policy not in force
// on the day of the event is a reason and not an error.
//
// Units are never converted. A policy that counts working days refuses days, one whose
// text knows no working days refuses those, and a period read from 5日内 is one of days.
//
// A phrase with two readings is flagged where usage has a default and refused where it
// has none. To weigh again if a regulation fixes what 前 includes.
//
// A part of a recurrence rule that is not supported is an error. A reader that passes
// it over gives dates that look right.
//
// A schedule keeps the date by the rule beside the date on the calendar: the first
// identifies the occurrence and does not change when a notice is amended.
package calendar
