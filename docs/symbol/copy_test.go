package symbol_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs/symbol"
)

func TestCopyNumber(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want symbol.CopyNumber
		code string
		why  string
	}{
		{"000001", 1, "", "the least"},
		{"999999", 999_999, "", "the greatest"},
		{"17", 17, "copy-digits", "as tables write it"},
		{"001", 1, "copy-digits", "three digits on an older stamp"},
		{"0000017", 17, "copy-digits", "seven digits on an older stamp"},
		{"№000017", 17, "copy-digits", "with a sign"},
		{"No.000017", 17, "copy-digits", "with a sign"},
		{" 000017", 17, "copy-digits", "with a space"},
		{"０００１２５", 125, "copy-digits", "fullwidth"},
		{"1000000", 0, "copy-range", "the millionth copy cannot be numbered"},
		{"000000", 0, "copy-range", "no copy has the number 0"},
		{"9999999999", 0, "copy-range", "ten digits"},
		{"-00001", 0, "copy-range", "no sign"},
		{"十七", 0, "copy-range", "Chinese numerals are not stamped"},
		{"", 0, "copy-range", "no text"},
		{strings.Repeat("0", 1_000_000) + "1", 0, "copy-range", "hostile"},
	} {
		got, found := symbol.ParseCopyNumber(tt.in)
		if got != tt.want || diagnoses(found) != tt.code {
			t.Errorf("%.20q: %s: got %d, %v", tt.in, tt.why, got, found)
		}
		if tt.code == "" && got.String() != tt.in {
			t.Errorf("%s is written %s", tt.in, got)
		}
		var c symbol.CopyNumber
		if err := c.UnmarshalText([]byte(tt.in)); (err == nil) != (tt.code == "") || c != got && tt.code == "" {
			t.Errorf("%.20q: %s: strictly %d, %v", tt.in, tt.why, c, err)
		}
	}
	if _, err := symbol.CopyNumber(1_000_000).MarshalText(); err == nil {
		t.Error("the millionth copy was written")
	}
}

func TestCopyCode(t *testing.T) {
	code, err := symbol.NewCopyCode("M2026A01", 7, 125)
	if err != nil {
		t.Fatal(err)
	}
	const want = "HW1:M2026A01.007.000125"
	if s := code.String(); len(s) != symbol.CodeLen || !strings.HasPrefix(s, want) {
		t.Errorf("written %s", s)
	}
	if code.Meeting() != "M2026A01" || code.Paper() != 7 || code.Copy() != 125 {
		t.Errorf("parts %q %d %d", code.Meeting(), code.Paper(), code.Copy())
	}
	for _, tt := range []struct {
		meeting string
		paper   int
		n       symbol.CopyNumber
		why     string
	}{
		{"M2026A0", 7, 1, "too short"},
		{"M2026A012", 7, 1, "too long"},
		{"m2026a01", 7, 1, "small letters"},
		{"M2026.01", 7, 1, "a point"},
		{"M2026A0*", 7, 1, "the star is a check character only"},
		{"会议会", 7, 1, "no letters and digits"},
		{"M2026A01", 0, 1, "no paper"},
		{"M2026A01", 1000, 1, "four digits"},
		{"M2026A01", 7, 0, "no copy"},
		{"M2026A01", 7, 1_000_000, "seven digits"},
	} {
		if c, err := symbol.NewCopyCode(tt.meeting, tt.paper, tt.n); err == nil {
			t.Errorf("%s: made %v", tt.why, c)
		}
	}
	for _, s := range []string{
		"", "HW1:", code.String() + " ", strings.ToLower(code.String()), "HW2:" + code.String()[4:],
		strings.Replace(code.String(), ".", ":", 1), strings.Replace(code.String(), "125", "１", 1),
		strings.Repeat("HW1:", 1_000_000),
	} {
		if c, err := symbol.ParseCopyCode(s); err == nil {
			t.Errorf("%.40q read as %v", s, c)
		}
	}
}

// The check character agrees with one that is published: the donation number
// G1234 98 654321 of ISBT 128 has the MOD 37-2 check character H.
func TestCheckCharacter(t *testing.T) {
	if got := symbol.CheckChar("G123498654321"); got != 'H' {
		t.Errorf("check character %c", got)
	}
}

// propCopyCode: a code reads back, and every wrong character, every change of two
// characters next to each other or one apart, and every character lost or added is
// found.
func propCopyCode(t *rapid.T) {
	code, err := symbol.NewCopyCode(
		rapid.StringMatching(`[0-9A-Z]{8}`).Draw(t, "meeting"),
		rapid.IntRange(1, symbol.MaxPaper).Draw(t, "paper"),
		symbol.CopyNumber(rapid.IntRange(1, int(symbol.MaxCopy)).Draw(t, "copy")),
	)
	if err != nil {
		t.Fatal(err)
	}
	s := code.String()
	if back, err := symbol.ParseCopyCode(s); err != nil || back != code {
		t.Fatalf("%s reads back as %v, %v", s, back, err)
	}
	wrong := func(change string) {
		if back, err := symbol.ParseCopyCode(change); err == nil && change != s {
			t.Fatalf("%s with a fault, %s, reads as %v", s, change, back)
		}
	}
	for i := range len(s) {
		wrong(s[:i] + s[i+1:])
		for _, c := range "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*.: a" {
			wrong(s[:i] + string(c) + s[i+1:])
			wrong(s[:i] + string(c) + s[i:])
		}
		for apart := 1; apart <= 2 && i+apart < len(s); apart++ {
			b := []byte(s)
			b[i], b[i+apart] = b[i+apart], b[i]
			wrong(string(b))
		}
	}
	// Changes across a point are changes of neighbours in the number as well.
	for _, pair := range [][2]int{{11, 13}, {10, 13}, {11, 14}, {15, 17}, {14, 17}, {15, 18}} {
		b := []byte(s)
		b[pair[0]], b[pair[1]] = b[pair[1]], b[pair[0]]
		wrong(string(b))
	}
}

// No code names the paper or the copy 0, whatever its check character.
func TestZeroCode(t *testing.T) {
	for _, s := range []string{"HW1:M2026A01.000.000125", "HW1:M2026A01.007.000000"} {
		s += string(rune(symbol.CheckChar(s[4:12] + s[13:16] + s[17:])))
		if c, err := symbol.ParseCopyCode(s); err == nil || !c.IsZero() {
			t.Errorf("%s read as %v", s, c)
		}
	}
}

// propNearCode: the code that a slip of hand or eye was made in is among those that are
// near, and they are few.
func propNearCode(t *rapid.T) {
	code, err := symbol.NewCopyCode(
		rapid.StringMatching(`[0-9A-Z]{8}`).Draw(t, "meeting"),
		rapid.IntRange(1, symbol.MaxPaper).Draw(t, "paper"),
		symbol.CopyNumber(rapid.IntRange(1, int(symbol.MaxCopy)).Draw(t, "copy")),
	)
	if err != nil {
		t.Fatal(err)
	}
	s := code.String()
	i := rapid.IntRange(0, len(s)-1).Draw(t, "place")
	c := rapid.StringMatching(`[0-9A-Za-z*.:]`).Draw(t, "character")
	var slip string
	switch rapid.IntRange(0, 3).Draw(t, "slip") {
	case 0:
		slip = s[:i] + c + s[i+1:]
	case 1:
		slip = s[:i] + s[i+1:]
	case 2:
		slip = s[:i] + c + s[i:]
	default:
		payload := []int{4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23}
		k := rapid.IntRange(0, len(payload)-2).Draw(t, "first")
		l := min(k+rapid.IntRange(1, 2).Draw(t, "apart"), len(payload)-1)
		b := []byte(s)
		b[payload[k]], b[payload[l]] = b[payload[l]], b[payload[k]]
		slip = string(b)
	}
	near := symbol.NearCopyCodes(slip)
	if !slices.Contains(near, code) {
		t.Fatalf("%s may be meant for %v, not for %s", slip, near, s)
	}
	if len(near) > 60 {
		t.Fatalf("%d codes are near %s", len(near), slip)
	}
}

func TestNearCopyCodes(t *testing.T) { rapid.Check(t, propNearCode) }

func TestCopyCodeFaults(t *testing.T) { rapid.Check(t, propCopyCode) }

func FuzzCopyCode(f *testing.F) {
	f.Add("HW1:M2026A01.007.000125K")
	f.Fuzz(func(t *testing.T, s string) {
		if code, err := symbol.ParseCopyCode(s); err == nil && code.String() != s {
			t.Fatalf("%q reads as %q", s, code)
		}
	})
}

func TestMark(t *testing.T) {
	for _, tt := range []struct {
		in, want, effective, codes, why string
	}{
		{"", "", "", "", "no mark"},
		{"绝密★30年", "绝密★30年", "30年", "", "the maximum"},
		{"机密★20年", "机密★20年", "20年", "", "the maximum"},
		{"秘密★10年", "秘密★10年", "10年", "", "the maximum"},
		{"秘密★6个月", "秘密★6个月", "6个月", "", "less than a year in months"},
		{"秘密★长期", "秘密★长期", "长期", "", "ruled otherwise"},
		{"绝密", "绝密", "30年", "", "no term: the maximum"},
		{"机密", "机密", "20年", "", "no term: the maximum"},
		{"秘密", "秘密", "10年", "", "no term: the maximum"},
		{"机密 ★ 20 年", "机密★20年", "20年", "mark-style", "spaces"},
		{"机密☆20年", "机密★20年", "20年", "mark-style", "another star"},
		{"机密*二十年", "机密★20年", "20年", "mark-style", "Chinese numeral"},
		{"机密20年", "机密★20年", "20年", "mark-style", "no star"},
		{"秘密★6月", "秘密★6个月", "6个月", "mark-style", "月 for 个月"},
		{"秘密★11年", "秘密★11年", "11年", "mark-term", "above the maximum"},
		{"绝密★31年", "绝密★31年", "31年", "mark-term", "above the maximum"},
		{"秘密★12个月", "秘密★12个月", "12个月", "mark-unit", "a year is written in years"},
		{"工作秘密", "", "", "mark-form", "no state secret"},
		{"内部资料", "", "", "mark-form", "a mark of its own"},
		{"特急", "", "", "mark-form", "an urgency"},
		{"机密★", "", "", "mark-form", "a star without a term"},
		{"机密★0年", "", "", "mark-form", "no term"},
		{"机密★100年", "", "", "mark-form", "three digits"},
		{"机密★20天", "", "", "mark-form", "no unit of a term"},
		{"机密★一百三年", "", "", "mark-form", "no numeral"},
		{strings.Repeat("机密", 1_000_000), "", "", "mark-form", "hostile"},
	} {
		m, found := symbol.ParseMark(tt.in)
		if m.String() != tt.want || m.Effective().String() != tt.effective || diagnoses(found) != tt.codes {
			t.Errorf("%.30q: %s: read as %q for %q with %v", tt.in, tt.why, m, m.Effective(), found)
		}
		made, err := symbol.NewMark(m.Level(), m.Term())
		if limit := strings.HasPrefix(tt.codes, "mark-term") || tt.codes == "mark-unit"; (err != nil) != limit || !limit && made != m {
			t.Errorf("%.30q: made %q, %v", tt.in, made, err)
		}
		if m.Validate().Failed() != (err != nil) {
			t.Errorf("%.30q: Validate says %v", tt.in, m.Validate())
		}
	}
	for _, tt := range []struct {
		level symbol.Level
		term  symbol.Term
		why   string
	}{
		{symbol.Open, symbol.Term{Years: 1}, "a term without a level"},
		{symbol.Secret, symbol.Term{Years: 1, Months: 1}, "two terms"},
		{symbol.Secret, symbol.Term{Years: -1}, "negative"},
		{symbol.Secret, symbol.Term{Months: -1}, "negative"},
		{symbol.Secret, symbol.Term{Years: 1, Long: true}, "two terms"},
		{symbol.TopSecret + 1, symbol.Term{}, "no level"},
	} {
		if m, err := symbol.NewMark(tt.level, tt.term); err == nil {
			t.Errorf("%s: made %q", tt.why, m)
		}
	}
	for _, in := range []string{`"机密★20年"`, `""`, `"秘密★11年"`} {
		var m symbol.Mark
		if err := json.Unmarshal([]byte(in), &m); err != nil {
			t.Errorf("%s: %v", in, err)
		}
		if out, err := json.Marshal(m); err != nil || string(out) != in {
			t.Errorf("%s: written %s, %v", in, out, err)
		}
	}
	for _, in := range []string{"机密☆20年", "密"} {
		var m symbol.Mark
		if err := m.UnmarshalText([]byte(in)); err == nil || m != (symbol.Mark{}) {
			t.Errorf("%s was read silently as %v", in, m)
		}
	}
}

func FuzzMark(f *testing.F) {
	for _, s := range []string{"绝密★30年", "秘密★6个月", "机密*二十年", "秘密★长期"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, found := symbol.ParseMark(s)
		if again, clean := symbol.ParseMark(m.String()); again != m || clean.Has(symbol.MarkStyle) {
			t.Fatalf("%q reads as %q, that as %q", s, m, again)
		}
		if found.Len() == 0 && m.String() != s {
			t.Fatalf("%q was changed to %q silently", s, m)
		}
	})
}
