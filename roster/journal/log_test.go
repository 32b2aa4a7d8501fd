package journal_test

import (
	"slices"
	"testing"

	"github.com/huiwu-go/huiwu/roster/journal"
)

type (
	movement interface{ movement() }
	issued   struct {
		Paper  string `json:"paper"`
		Copy   uint32 `json:"copy"`
		Holder string `json:"holder"`
	}
	returned struct {
		Paper string `json:"paper"`
		Copy  uint32 `json:"copy"`
		By    string `json:"by"`
	}
)

func (issued) movement()   {}
func (returned) movement() {}

var ledger = &journal.Codec[movement]{
	Name: "test.ledger",
	Types: []journal.Type[movement]{
		journal.TypeOf[movement, issued]("issued", 1),
		journal.TypeOf[movement, returned]("returned", 1),
	},
}

func TestTwoDesks(t *testing.T) {
	base := journal.New(ledger)
	a, err := base.Append(journal.Stamp{Desk: "a", At: 10, Actor: "x"}, issued{"p", 1, "h"}, issued{"p", 2, "h"})
	if err != nil {
		t.Fatal(err)
	}
	b, err := base.Append(journal.Stamp{Desk: "b", At: 9}, returned{"p", 1, "h"})
	if err != nil {
		t.Fatal(err)
	}
	a, err = a.Append(journal.Stamp{Desk: "a", At: 8, Actor: "x"}, returned{"p", 2, "h"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for e := range a.Merge(b).All() {
		got = append(got, e.ID.String())
	}
	if want := []string{"b#1", "a#1", "a#2", "a#3"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
	m := b.Merge(a).Merge(a)
	t.Log(m.Findings(nil).Text(2, nil))
	if m.Len() != 4 || !m.Complete() {
		t.Errorf("%d entries, count %+v", m.Len(), m.Count())
	}
}
