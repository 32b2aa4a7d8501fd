package calendar_test

import (
	"testing"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
)

func TestRules(t *testing.T) {
	if _, err := check.NewCatalog(calendar.Rules()); err != nil {
		t.Error(err)
	}
}
