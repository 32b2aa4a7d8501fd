package calendar

import (
	"strconv"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A TooFewError says that a stretch of days holds fewer working days than asked for.
type TooFewError struct {
	From, To Date // the stretch, both included
	N        int  // the number asked for, negative from the end
	Workdays int  // how many there are
}

// Error names the stretch and both numbers.
func (e *TooFewError) Error() string {
	return "calendar: working day " + strconv.Itoa(e.N) + " of " + e.From.String() + " to " + e.To.String() +
		": there are " + strconv.Itoa(e.Workdays)
}

// Reason is the same for users, in both languages.
func (e *TooFewError) Reason() check.Reason {
	return tooFewWorkdays.Because(check.Int("n", e.N), check.Int("workdays", e.Workdays),
		check.Text("from", e.From.String()), check.Text("to", e.To.String()))
}

// NthWorkday returns the nth working day from one day to another, both included,
// counted from 1; a negative n counts from the end, -1 being the last. The last working
// day of the month of d is
//
//	c.NthWorkday(d.MonthStart(), d.MonthEnd(), -1)
//
// If there are not as many, or n is 0, the error is a [*TooFewError].
func (c *Calendar) NthWorkday(from, to Date, n int) (Date, error) {
	if to.Before(from) {
		return Date{}, &TooFewError{from, to, n, 0}
	}
	have, err := c.CountInclusive(from, to)
	switch {
	case err != nil:
		return Date{}, err
	case n == 0 || n > have || n < -have:
		return Date{}, &TooFewError{from, to, n, have}
	case n < 0:
		n += have + 1
	}
	i := from.n - c.first
	return Date{c.first + c.work[int(c.rank[i])+n-1]}, nil
}
