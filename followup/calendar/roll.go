package calendar

// A Roll says what becomes of a date on which nobody works. The zero Roll leaves it
// where it is.
type Roll uint8

// The ways to roll.
const (
	NoRoll            Roll = iota // 不顺延: the date stays
	Following                     // 顺延: the next working day
	Preceding                     // 提前: the working day before
	ModifiedFollowing             // 顺延不跨月: the next working day, or the one before if that lies in another month
)

var rolls = [...]struct{ token, label string }{
	NoRoll:            {"none", "不顺延"},
	Following:         {"following", "顺延"},
	Preceding:         {"preceding", "提前"},
	ModifiedFollowing: {"modified-following", "顺延不跨月"},
}

// IsValid reports whether r is one of the ways above.
func (r Roll) IsValid() bool { return r <= ModifiedFollowing }

// String returns the token of r: "none", "following", "preceding" or
// "modified-following".
func (r Roll) String() string {
	if !r.IsValid() {
		return string(append(appendInt([]byte("Roll("), int(r)), ')'))
	}
	return rolls[r].token
}

// Label returns the Chinese word, "" for no valid Roll.
func (r Roll) Label() string {
	if !r.IsValid() {
		return ""
	}
	return rolls[r].label
}

const wantRoll = "none, following, preceding or modified-following"

// AppendText appends the token of a valid Roll.
func (r Roll) AppendText(dst []byte) ([]byte, error) {
	if !r.IsValid() {
		return dst, &ParseError{What: "roll", Value: r.String(), Want: wantRoll}
	}
	return append(dst, r.String()...), nil
}

// MarshalText returns the token of a valid Roll.
func (r Roll) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads a token.
func (r *Roll) UnmarshalText(text []byte) error {
	for i, known := range rolls {
		if known.token == string(text) {
			*r = Roll(i)
			return nil
		}
	}
	return &ParseError{What: "roll", Value: string(text), Want: wantRoll}
}

// Roll returns d if it is a working day, else the working day that r leads to. A
// Roll that is not valid is an error. The last working day of the month of d is
// Roll(d.MonthEnd(), Preceding).
func (c *Calendar) Roll(d Date, r Roll) (Date, error) {
	if _, err := r.AppendText(nil); err != nil {
		return Date{}, err
	}
	working, err := c.IsWorkday(d)
	if err != nil {
		return Date{}, err
	}
	if working || r == NoRoll {
		return d, nil
	}
	if r == Preceding {
		return c.Add(d, -1)
	}
	next, err := c.Add(d, 1)
	if r == ModifiedFollowing && (err != nil || next.MonthStart() != d.MonthStart()) {
		// A year that is not known begins with another month.
		return c.Add(d, -1)
	}
	return next, err
}
