package followup

import (
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// parseOne reads one result of a board and holds it against the one reckoned anew: P is
// the form on the wire, and anew finds it again for what was read.
func parseOne[P, T any](data []byte, f wire.Format, anew func(P) (P, bool, error), result func(P) T) (T, error) {
	var have P
	var none T
	_, ps := wire.Parse(data, f, &have, nil)
	if ps.Failed() {
		return none, ps.Err()
	}
	want, ok, err := anew(have)
	if err != nil {
		return none, err
	}
	if !ok {
		text, _ := wire.AppendValue(nil, have)
		ps.Add(notOfBoard.At("", check.Value("have", string(text))))
		return none, ps.Err()
	}
	compare(&ps, "", []P{have}, []P{want})
	if err := ps.Err(); err != nil {
		return none, err
	}
	return result(want), nil
}
