package calendar_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

// written is what Read says, in one line.
func written(w calendar.Written, ps check.Problems) string {
	var parts []string
	if !w.Date.IsZero() {
		parts = append(parts, w.Date.String())
	}
	if w.HasClock {
		parts = append(parts, w.Clock.String())
	}
	for p := range ps.All() {
		parts = append(parts, strings.TrimPrefix(string(p.Code()), "calendar/"))
	}
	return strings.Join(parts, " ")
}

func TestRead(t *testing.T) {
	const gb = "GB/T 9704-2012, 7.3.5.4"
	tests := []struct{ in, want, why string }{
		{"2026年1月5日(星期一)上午9:00", "2026-01-05 09:00", "half-width brackets"},
		{"2026年1月5日（星期一）上午9:00", "2026-01-05 09:00", "full-width brackets"},
		{"2026年1月5日（周一）上午9：00", "2026-01-05 09:00", "full-width colon"},
		{"2026年1月5日星期一", "2026-01-05", "no brackets"},
		{"2026年1月4日（星期天）", "2026-01-04", "colloquial Sunday"},
		{"2026年1月4日（星期日）", "2026-01-04", "Sunday"},
		{"2026年1月5日 （星期一） 上午 9:00", "2026-01-05 09:00", "blanks between the parts"},
		{"　2026年1月5日　", "2026-01-05", "ideographic blanks"},
		{"2026年1月5日（星期一)上午9:00", "2026-01-05 09:00 mixed-brackets", "a slip, but readable"},
		{"2026年1月5日（星期二）上午9:00", "weekday-mismatch", "5 January 2026 is a Monday"},
		{"2026年01月05日", "2026-01-05 padded-date", gb},
		{"2026年1月05日", "2026-01-05 padded-date", gb},
		{"2026年10月10日", "2026-10-10", "two digits are no padding"},
		{"2026年1月5号", "2026-01-05", "spoken form"},
		{"1月5日上午9:00", "no-year", gb + ": the year is to be given in full"},
		{"26年1月5日", "unreadable", gb + ": the year in full"},
		{"2026年2月30日", "no-such-date", ""},
		{"2026年13月1日", "no-such-date", ""},
		{"2026年2月", "unreadable", "a month is no date"},
		{"上午9:00", "09:00", "a time alone"},
		{"下午3时30分", "15:30", ""},
		{"下午3时", "15:00", ""},
		{"上午9点", "09:00", ""},
		{"上午9点整", "09:00", ""},
		{"上午9点半", "09:30", ""},
		{"下午2点三刻", "14:45", ""},
		{"下午2点一刻", "14:15", ""},
		{"晚上7:30", "19:30", ""},
		{"晚7点", "19:00", ""},
		{"中午12:00", "12:00", ""},
		{"中午12:30", "12:30", "the half hour after noon"},
		{"下午12:30", "12:30", "the same"},
		{"中午11:30", "11:30", "noon begins at 11"},
		{"中午1点", "13:00", "and ends at 2"},
		{"中午2点", "word-mismatch", "and ends at 2"},
		{"上午12:00", "word-mismatch", "noon is not in the morning"},
		{"上午11:59", "11:59", ""},
		{"上午5:59", "word-mismatch", "that is 凌晨 or 早上"},
		{"早上5:30", "05:30", ""},
		{"凌晨0:00", "00:00", "the beginning of the day"},
		{"凌晨5:59", "05:59", ""},
		{"凌晨6:00", "word-mismatch", ""},
		{"凌晨12:00", "night-twelve", "beginning or end of the day"},
		{"晚上12点", "night-twelve", "beginning or end of the day"},
		{"晚上1点", "word-mismatch", "the night of which day is not said"},
		{"晚上0:30", "word-mismatch", "that is 次日凌晨"},
		{"晚上24:00", "24:00", "end of the day"},
		{"24:00", "24:00", "end of the day"},
		{"24时", "24:00", "end of the day"},
		{"24:01", "no-such-time", "that is 次日0:01"},
		{"次日凌晨1:30", "25:30", "an evening session past midnight"},
		{"次日1:30", "25:30", ""},
		{"次日24:00", "no-such-time", "a Clock ends at 47:59:59"},
		{"下午15:30", "15:30", "said twice, but clear"},
		{"下午19:00", "word-mismatch", ""},
		{"傍晚5点半", "17:30", ""},
		{"15:30", "15:30", "clock of 24 hours"},
		{"9:00", "09:00", "clock of 24 hours"},
		{"09:00:30", "09:00:30", ""},
		{"9时30分", "09:30", "时 counts 24 hours"},
		{"9时5分6秒", "09:05:06", ""},
		{"3点", "bare-hour", "never guessed"},
		{"12点半", "bare-hour", "never guessed"},
		{"15点", "15:00", "only one reading"},
		{"0点", "00:00", "only one reading"},
		{"9:0", "unreadable", "minutes have two digits"},
		{"9:60", "no-such-time", ""},
		{"25:00", "no-such-time", "next day's times are written with 次日"},
		{"9时60分", "no-such-time", ""},
		{"上午", "unreadable", "no time"},
		{"上午9", "unreadable", "no mark"},
		{"", "unreadable", "nothing"},
		{"2026年1月5日起", "unreadable", "more than a date"},
		{"2026年1月5日（星期）", "unreadable", "no day"},
		{"2026年1月5日（星期一", "unreadable", "no closing bracket"},
		{"2026年1月5日（元旦）", "unreadable", "another remark"},
		{"2026年1月5日（星期八）", "unreadable", "no such day"},
		{"二〇二六年一月五日", "unreadable", gb + ": Arabic numerals, unless reading is lenient"},
		{"2026\u200b年1月5日", "unreadable", "zero-width characters are no part of a date"},
		{"\xff", "bad-written", "no UTF-8"},
		{strings.Repeat("年", 100), "bad-written", "too long"},
		{"9:00:1", "unreadable", ""},
		{"9时5", "unreadable", ""},
		{"9时5分6", "unreadable", ""},
		{"下午3时30分 开会", "unreadable", ""},
	}
	for _, tt := range tests {
		got := written(calendar.Read(tt.in, nil))
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q: %s (-want +got):\n%s", tt.in, tt.why, diff)
		}
	}
}

func TestReadOptions(t *testing.T) {
	tests := []struct {
		in   string
		opts calendar.ReadOptions
		want string
		why  string
	}{
		{"1月5日上午9:00", calendar.ReadOptions{Year: 2026}, "2026-01-05 09:00", "the caller knows the year"},
		{"1月5日（星期一）", calendar.ReadOptions{Year: 2027}, "weekday-mismatch", "and the day of the week tells if not"},
		{"2025年1月5日", calendar.ReadOptions{Year: 2026}, "2025-01-05", "what is written counts"},
		{"2月29日", calendar.ReadOptions{Year: 2026}, "no-such-date", ""},
		{"二〇二六年一月五日", calendar.ReadOptions{Lenient: true}, "2026-01-05 foreign-digits", ""},
		{"二○二六年一月五日（星期一）上午九时", calendar.ReadOptions{Lenient: true}, "2026-01-05 09:00 foreign-digits", "a circle for the zero; one warning"},
		{"二零二六年十二月三十一日", calendar.ReadOptions{Lenient: true}, "2026-12-31 foreign-digits", ""},
		{"二〇二六年十月二十日", calendar.ReadOptions{Lenient: true}, "2026-10-20 foreign-digits", ""},
		{"二〇二六年十月十日", calendar.ReadOptions{Lenient: true}, "2026-10-10 foreign-digits", ""},
		{"下午三点三十五分", calendar.ReadOptions{Lenient: true}, "15:35 foreign-digits", ""},
		{"下午三点三刻", calendar.ReadOptions{Lenient: true}, "15:45 foreign-digits", ""},
		{"２０２６年１月５日", calendar.ReadOptions{Lenient: true}, "2026-01-05 foreign-digits", "full-width"},
		{"二千零二十六年一月五日", calendar.ReadOptions{Lenient: true}, "foreign-digits unreadable", "years are spelt digit by digit"},
		{"二〇二六年三十二月五日", calendar.ReadOptions{Lenient: true}, "foreign-digits no-such-date", ""},
	}
	for _, tt := range tests {
		got := written(calendar.Read(tt.in, &tt.opts))
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q: %s (-want +got):\n%s", tt.in, tt.why, diff)
		}
	}
}

func TestWrittenDateTime(t *testing.T) {
	for text, want := range map[string]string{"2026年1月5日": "", "上午9:00": "", "2026年1月5日上午9:00": "2026-01-05 09:00", "2026年1月5日次日凌晨1:00": "2026-01-06 01:00"} {
		w, ps := calendar.Read(text, nil)
		if got := w.DateTime().String(); got != want || ps.Len() != 0 {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestReadSentences(t *testing.T) {
	tests := []struct{ in, hans, en string }{
		{
			"2026年1月5日（星期二）", "2026-01-05 是星期一，文中写作星期二\n",
			"2026-01-05 is a Monday, the text says Tuesday\n",
		},
		{
			"2026年1月5日起", "无法读出 “2026年1月5日起” 中的日期或时间：“起”处应为时间\n",
			"no date or time can be read from \"2026年1月5日起\": want a time of the day at \"起\"\n",
		},
		{"晚上5点50分钟", "无法读出 “晚上5点50分钟” 中的日期或时间：“钟”处应为结尾\n", "no date or time can be read from \"晚上5点50分钟\": want the end of the text at \"钟\"\n"},
		{"上午9:", "无法读出 “上午9:” 中的日期或时间：末尾处应为两位分钟\n", "no date or time can be read from \"上午9:\": want minutes of two digits at its end\n"},
		{"下午7:30", "“下午7:30” 中的时间与 “下午” 不符（12:00 至 19:00）\n", "the time in \"下午7:30\" does not go with \"下午\" (12:00 to 19:00)\n"},
		{"2026年01月05日", "“2026年01月05日” 的月、日不应编虚位，应写作2026年1月5日\n", "month and day in \"2026年01月05日\" are not to be padded: 2026年1月5日\n"},
	}
	for _, tt := range tests {
		_, ps := calendar.Read(tt.in, nil)
		if diff := cmp.Diff(tt.hans+tt.en, ps.Text(check.ZhHans, nil)+ps.Text(check.En, nil)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.in, diff)
		}
	}
}

// Everything that a Chinese style writes is read back.
func propReadWritten(t *rapid.T) {
	d, c := drawDate(t, "date"), drawClock(t, "clock")
	s := calendar.Style{
		Lang: check.ZhHans, Weekday: rapid.Bool().Draw(t, "weekday"), HalfBrackets: rapid.Bool().Draw(t, "half"),
		NoYear: rapid.Bool().Draw(t, "no year"), Clock: calendar.ClockStyle(rapid.IntRange(0, 2).Draw(t, "style")),
	}
	opts := &calendar.ReadOptions{Year: d.Year(), Lenient: rapid.Bool().Draw(t, "lenient")}
	for text, want := range map[string]calendar.Written{
		s.Date(d):  {Date: d},
		s.Time(c):  {Clock: c, HasClock: true},
		s.At(d, c): {Date: d, Clock: c, HasClock: true},
	} {
		got, ps := calendar.Read(text, opts)
		if ps.Len() != 0 || got != want {
			t.Fatalf("%s read as %+v, want %+v; findings:\n%s", text, got, want, ps.Text(check.En, nil))
		}
		if got.HasClock && !got.Date.IsZero() && got.DateTime() != d.At(c) {
			t.Fatalf("%s is the moment %s", text, got.DateTime())
		}
	}
}

func TestReadWritten(t *testing.T) { rapid.Check(t, propReadWritten) }
func FuzzReadWritten(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propReadWritten)) }

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"2026年1月5日（星期一）上午9:00", "次日凌晨1:30", "二〇二六年十二月三十一日", "下午3时30分", "晚上12点", "1月5日", "9点半", "２０２６年１月５日", "十十十",
	} {
		f.Add(s, true, 2026)
		f.Add(s, false, 0)
	}
	f.Fuzz(func(t *testing.T, s string, lenient bool, year int) {
		w, ps := calendar.Read(s, &calendar.ReadOptions{Year: year, Lenient: lenient})
		if ps.Failed() {
			if w != (calendar.Written{}) {
				t.Errorf("%q: an error came with %+v", s, w)
			}
			return
		}
		if w.Date.IsZero() && !w.HasClock || w.HasClock && !w.Clock.IsValid() {
			t.Fatalf("%q was read as nothing", s)
		}
		// What was read has one way of being written, which says the same.
		style := calendar.Style{Lang: check.ZhHans, Weekday: true, Clock: calendar.ClockDay}
		text := style.Date(w.Date)
		if w.HasClock {
			text += style.Time(w.Clock)
		}
		if back, ps := calendar.Read(text, nil); ps.Len() != 0 || back != w {
			t.Errorf("%q was read as %+v, which is written %s and read as %+v\n%s", s, w, text, back, ps.Text(check.En, nil))
		}
	})
}

func TestStyle(t *testing.T) {
	d := calendar.MustDate(2026, 1, 5)
	clock := calendar.MustParseClock
	zh := calendar.Style{Lang: check.ZhHans, Weekday: true, Clock: calendar.ClockDay}
	zh24 := calendar.Style{Lang: check.ZhHans, NoYear: true, HalfBrackets: true, Weekday: true}
	han := calendar.Style{Lang: check.ZhHans, Clock: calendar.ClockHan}
	en := calendar.Style{Weekday: true, Clock: calendar.ClockDay}
	plain := calendar.Style{}
	span := func(from, to string) calendar.Span { return d.Between(clock(from), clock(to)) }
	tests := []struct{ got, want, why string }{
		{zh.At(d, clock("09:00")), "2026年1月5日（星期一）上午9:00", "month and day are not padded"},
		{zh24.At(d, clock("09:00")), "1月5日(星期一)09:00", ""},
		{han.At(d, clock("15:30")), "2026年1月5日15时30分", ""},
		{han.Time(clock("15:00")), "15时", ""},
		{han.Time(clock("15:00:05")), "15时0分5秒", ""},
		{en.At(d, clock("15:30")), "5 January 2026 (Monday), 3:30 p.m.", ""},
		{plain.At(d, clock("15:30")), "5 January 2026, 15:30", "the zero Style"},
		{calendar.Style{NoYear: true}.Date(d), "5 January", ""},
		{zh.Time(clock("00:00")), "凌晨0:00", ""},
		{zh.Time(clock("05:59")), "凌晨5:59", ""},
		{zh.Time(clock("06:00")), "上午6:00", ""},
		{zh.Time(clock("11:59")), "上午11:59", ""},
		{zh.Time(clock("12:00")), "中午12:00", ""},
		{zh.Time(clock("12:59")), "中午12:59", ""},
		{zh.Time(clock("13:00")), "下午1:00", ""},
		{zh.Time(clock("17:59:59")), "下午5:59:59", ""},
		{zh.Time(clock("18:00")), "晚上6:00", ""},
		{zh.Time(clock("24:00")), "24:00", "the end of the day, in one way only"},
		{zh.Time(clock("25:30")), "次日凌晨1:30", "an evening past midnight"},
		{han.Time(clock("24:00")), "24时", ""},
		{en.Time(clock("00:00")), "00:00", "12 a.m. is read both ways"},
		{en.Time(clock("00:30")), "12:30 a.m.", ""},
		{en.Time(clock("12:00")), "12:00 noon", "12 p.m. is read both ways"},
		{en.Time(clock("12:30")), "12:30 p.m.", ""},
		{en.Time(clock("09:05:06")), "9:05:06 a.m.", ""},
		{en.Time(clock("25:30")), "1:30 a.m. the next day", ""},
		{plain.Time(clock("25:30")), "01:30 the next day", ""},
		{zh.Span(span("09:00", "11:30")), "2026年1月5日（星期一）上午9:00—11:30", "one word for both ends"},
		{zh.Span(span("09:00", "14:30")), "2026年1月5日（星期一）上午9:00—下午2:30", ""},
		{zh.Span(span("19:30", "24:00")), "2026年1月5日（星期一）晚上7:30—24:00", "midnight belongs to the evening"},
		{zh.Span(span("19:30", "25:00")), "2026年1月5日（星期一）晚上7:30—2026年1月6日（星期二）凌晨1:00", ""},
		{plain.Span(span("09:00", "11:30")), "5 January 2026, 09:00–11:30", ""},
		{zh.Span(span("11:30", "09:00")), "", "not usable"},
		{zh.Span(calendar.Span{}), "", "not usable"},
		{zh.At(calendar.Date{}, 0) + zh.Date(calendar.Date{}) + zh.Time(-1) + zh.At(d, -1), "", "nothing to write"},
		{zh.Date(calendar.MustDate(987, 6, 5)), "0987年6月5日（星期二）", "the year has four digits"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, tt.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
	}
	if got := fmt.Sprint(calendar.Clock24, calendar.ClockDay, calendar.ClockHan, calendar.ClockStyle(7)); got != "24 day han ClockStyle(7)" {
		t.Errorf("clock styles: %s", got)
	}
}

func ExampleRead() {
	w, found := calendar.Read("2026年1月5日（星期一）下午3时30分", nil)
	fmt.Println(w.DateTime(), found.Len())
	_, found = calendar.Read("2026年1月6日（星期一）上午9:00", nil)
	fmt.Print(found.Text(check.ZhHans, nil))
	// Output:
	// 2026-01-05 15:30 0
	// 2026-01-06 是星期二，文中写作星期一
}

func ExampleStyle() {
	d := calendar.MustDate(2026, 1, 5)
	zh := calendar.Style{Lang: check.ZhHans, Weekday: true, Clock: calendar.ClockDay}
	en := calendar.Style{Lang: check.En, Weekday: true}
	fmt.Println(zh.Span(d.Between(calendar.MustClock(9, 0), calendar.MustClock(11, 30))))
	fmt.Println(en.At(d, calendar.MustClock(9, 0)))
	// Output:
	// 2026年1月5日（星期一）上午9:00—11:30
	// 5 January 2026 (Monday), 09:00
}
