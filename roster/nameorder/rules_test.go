package nameorder_test

import (
	"testing"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/nameorder"
)

func TestRulesAreComplete(t *testing.T) {
	if _, err := check.NewCatalog(nameorder.Rules(), check.Rules()); err != nil {
		t.Error(err)
	}
}
