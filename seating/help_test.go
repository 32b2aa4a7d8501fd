package seating_test

import (
	"errors"
	"testing"

	"github.com/huiwu-go/huiwu/roster/check"
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
