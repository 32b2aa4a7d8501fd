package symbol

import (
	"slices"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A CopyNumber is the running number of one printed copy of a paper (份号), from 1
// to [MaxCopy]. The zero CopyNumber is none.
type CopyNumber int32

// MaxCopy is the greatest copy number: six digits hold no more, so the millionth
// numbered copy of one paper cannot exist.
const MaxCopy CopyNumber = 999_999

// IsValid reports whether c lies in 1 to MaxCopy.
func (c CopyNumber) IsValid() bool { return 1 <= c && c <= MaxCopy }

// String returns the six digits, such as 000017.
func (c CopyNumber) String() string { return string(c.append(nil)) }

func (c CopyNumber) append(dst []byte) []byte {
	s := strconv.FormatInt(int64(c), 10)
	for range 6 - len(s) {
		dst = append(dst, '0')
	}
	return append(dst, s...)
}

// AppendText appends the six digits of a valid copy number.
func (c CopyNumber) AppendText(dst []byte) ([]byte, error) {
	if !c.IsValid() {
		return dst, copyRangeRule.At("", check.Value("found", strconv.FormatInt(int64(c), 10)))
	}
	return c.append(dst), nil
}

// MarshalText returns the six digits of a valid copy number.
func (c CopyNumber) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads six digits and nothing else.
func (c *CopyNumber) UnmarshalText(text []byte) error {
	n, found := ParseCopyNumber(string(text))
	if found.Len() > 0 {
		return firstOf(found)
	}
	*c = n
	return nil
}

// ParseCopyNumber reads a copy number. Older stamps and tables have fewer or more
// digits, a prefix such as № or fullwidth digits: those are read with a warning. A
// number outside 1 to MaxCopy, and any other text, is an error.
func ParseCopyNumber(s string) (CopyNumber, check.Problems) {
	var ps check.Problems
	bad := func() (CopyNumber, check.Problems) {
		ps.Add(copyRangeRule.At("", check.Value("found", s)))
		return 0, ps
	}
	if len(s) > 64 {
		return bad()
	}
	digits := squeeze(s)
	for _, prefix := range [...]string{"№", "No.", "NO.", "No", "NO"} {
		if rest, ok := strings.CutPrefix(digits, prefix); ok {
			digits = rest
			break
		}
	}
	n, size := scanArabic(digits)
	if size == 0 || size < len(digits) || n.tooLong || !CopyNumber(n.value).IsValid() {
		return bad()
	}
	c := CopyNumber(n.value)
	if want := c.String(); want != s {
		ps.Add(copyDigitsRule.At("", check.Value("found", s), check.Text("want", want)))
	}
	return c, ps
}

// Lengths of the parts of a copy code.
const (
	MeetingLen = 8                                            // characters of a meeting id
	CodeLen    = len("HW1:") + MeetingLen + 1 + 3 + 1 + 6 + 1 // characters of a copy code
	MaxPaper   = 999                                          // greatest number of a paper in a copy code
)

const (
	codePrefix = "HW1:"
	codeForm   = "HW1:MMMMMMMM.PPP.CCCCCCX"
)

// A CopyCode names one printed copy on the copy itself: meeting, paper, copy, and a
// check character, as in HW1:M2026A01.007.000125K. It is as long for every copy, in
// capitals, so that a QR symbol holds it in alphanumeric mode, and it says neither
// title nor holder nor level: a lost copy tells nothing.
type CopyCode struct {
	meeting [MeetingLen]byte
	paper   int16
	copy    CopyNumber
}

// NewCopyCode returns the code of a copy. The meeting id has [MeetingLen] capitals
// and digits, the paper number lies in 1 to [MaxPaper].
func NewCopyCode(meeting string, paper int, c CopyNumber) (CopyCode, error) {
	code := CopyCode{copy: c}
	ok := len(meeting) == MeetingLen && 1 <= paper && paper <= MaxPaper
	for i := 0; ok && i < MeetingLen; i++ {
		ok = checkValue(meeting[i]) < 36
	}
	if !ok {
		return CopyCode{}, codeFormRule.At("", check.Value("found", meeting+"."+strconv.Itoa(paper)), check.Text("form", codeForm))
	}
	if !c.IsValid() {
		return CopyCode{}, copyRangeRule.At("", check.Value("found", strconv.FormatInt(int64(c), 10)))
	}
	copy(code.meeting[:], meeting)
	code.paper = int16(paper)
	return code, nil
}

// ParseCopyCode reads a copy code as [CopyCode.String] wrote it. The error is a
// [check.Problem]: the text has another form, or its check character does not
// agree. One wrong character, two neighbours changed round and two characters
// changed round over a third are always found; so is a character too many or too
// few.
func ParseCopyCode(s string) (CopyCode, error) {
	c, form := readCode(s)
	switch {
	case !form:
		return CopyCode{}, codeFormRule.At("", check.Value("found", s), check.Text("form", codeForm))
	case c.IsZero():
		return CopyCode{}, codeCheckRule.At("", check.Value("found", s))
	default:
		return c, nil
	}
}

// readCode reads a copy code; form is false if s has not the form of one, and the
// code is zero if its check character does not agree.
func readCode(s string) (c CopyCode, form bool) {
	if len(s) != CodeLen || s[:4] != codePrefix || s[12] != '.' || s[16] != '.' {
		return CopyCode{}, false
	}
	sum, paper, number := 0, 0, 0
	for i := 4; i < CodeLen-1; i++ {
		v := checkValue(s[i])
		switch {
		case i == 12 || i == 16:
			continue
		case v > 35 || i > 12 && v > 9:
			return CopyCode{}, false
		case i > 16:
			number = number*10 + v
		case i > 12:
			paper = paper*10 + v
		}
		sum = checkStep(sum, v)
	}
	if paper == 0 || number == 0 || checkValue(s[CodeLen-1]) > 35 && s[CodeLen-1] != '*' {
		return CopyCode{}, false
	}
	if checkResult(sum) != s[CodeLen-1] {
		return CopyCode{}, true
	}
	c = CopyCode{paper: int16(paper), copy: CopyNumber(number)}
	copy(c.meeting[:], s[4:12])
	return c, true
}

// NearCopyCodes returns the codes that a text which is none may have been meant for:
// those from which it differs by one character wrong, lost or added, or by two
// characters changed round that stand next to each other or one apart. They come in
// their order, each once, and are some thirty at most; of these, whoever asks keeps
// the ones he knows to exist. It is empty for a text that is far from any code.
func NearCopyCodes(s string) []CopyCode {
	if len(s) < CodeLen-1 || len(s) > CodeLen+1 {
		return nil
	}
	var out []CopyCode
	try := func(parts ...string) {
		if c, _ := readCode(strings.Join(parts, "")); !c.IsZero() && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	change := func(i, j int) {
		if i < j && j < len(s) {
			try(s[:i], s[j:j+1], s[i+1:j], s[i:i+1], s[j+1:])
		}
	}
	const characters = checkAlphabet + codePrefix + "."
	for i := range len(s) + 1 {
		switch len(s) {
		case CodeLen - 1:
			for j := range len(characters) {
				try(s[:i], characters[j:j+1], s[i:])
			}
		case CodeLen:
			for j := 0; i < len(s) && j < len(characters); j++ {
				try(s[:i], characters[j:j+1], s[i+1:])
			}
			for j := i + 1; j <= i+3; j++ { // with a point between them they are further apart
				change(i, j)
			}
		case CodeLen + 1:
			if i < len(s) {
				try(s[:i], s[i+1:])
			}
		}
	}
	slices.SortFunc(out, func(a, b CopyCode) int { return strings.Compare(a.String(), b.String()) })
	return out
}

// Meeting is the meeting id, of MeetingLen characters.
func (c CopyCode) Meeting() string { return string(c.meeting[:]) }

// Paper is the number of the paper in its meeting, from 1.
func (c CopyCode) Paper() int { return int(c.paper) }

// Copy is the number of the copy.
func (c CopyCode) Copy() CopyNumber { return c.copy }

// IsZero reports whether c is no code.
func (c CopyCode) IsZero() bool { return c == CopyCode{} }

// String returns the code, "" for the zero CopyCode.
func (c CopyCode) String() string {
	if c.IsZero() {
		return ""
	}
	paper := strconv.Itoa(c.Paper())
	paper = "000"[len(paper):] + paper
	number := c.copy.String()
	meeting := c.Meeting()
	return codePrefix + meeting + "." + paper + "." + number + string(rune(checkChar(meeting+paper+number)))
}

// AppendText appends c.String().
func (c CopyCode) AppendText(dst []byte) ([]byte, error) { return append(dst, c.String()...), nil }

// MarshalText returns c.String().
func (c CopyCode) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads a copy code; the empty text is the zero CopyCode.
func (c *CopyCode) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*c = CopyCode{}
		return nil
	}
	read, err := ParseCopyCode(string(text))
	if err == nil {
		*c = read
	}
	return err
}

// checkAlphabet is that of ISO 7064 MOD 37-2: a character's place is its value, and
// * is a check character only.
const checkAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*"

// checkValue returns the value of a character, 37 if it has none.
func checkValue(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'A' <= c && c <= 'Z':
		return int(c-'A') + 10
	default:
		return 37
	}
}

// checkChar returns the check character of letters and digits by ISO 7064 MOD 37-2:
// it makes the sum of all values, weighted with powers of 2, leave 1 modulo 37.
func checkChar(payload string) byte {
	sum := 0
	for i := range len(payload) {
		sum = checkStep(sum, checkValue(payload[i]))
	}
	return checkResult(sum)
}

func checkStep(sum, value int) int { return (sum + value) * 2 % 37 }

func checkResult(sum int) byte { return checkAlphabet[(38-sum)%37] }
