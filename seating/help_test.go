package seating_test

import (
	"errors"
	"testing"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

// wantCode fails unless err is a report with a finding of the code.
func wantCode(t *testing.T, err error, code, why string) {
	t.Helper()
	report, ok := errors.AsType[check.Problems](err)
	if !ok || !report.Has(check.Code(code)) {
		t.Errorf("%s: got %v, want %s", why, err, code)
	}
}

// wantAt fails unless err is a report with a finding of the code at the path.
func wantAt(t *testing.T, err error, code, path, why string) {
	t.Helper()
	wantCode(t, err, code, why)
	if report, ok := errors.AsType[check.Problems](err); ok {
		for p := range report.All() {
			if p.Code() == check.Code(code) && p.Path() == path {
				return
			}
		}
		t.Errorf("%s: no %s at %s in\n%s", why, code, path, report.Text(check.En, nil))
	}
}

// waysOf are all ways, the one with the fewest moves first.
func waysOf(w seating.Ways) []seating.Reseating {
	var all []seating.Reseating
	for _, r := range w.All() {
		all = append(all, r)
	}
	return all
}

// changesOf are the changes that a plan keeps.
func changesOf(p seating.Plan) []seating.Change {
	var all []seating.Change
	for _, c := range p.Changes() {
		all = append(all, c)
	}
	return all
}
