package seating_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

func TestExplain(t *testing.T) {
	role := rostrum(2, 3)
	role.Rostrum.Rows[0].Role = "chair"
	ranged := rostrum(2, 3)
	ranged.Rostrum.Rows[0].Ranks = seating.RankRange{From: 1, To: 2}
	chairs := people(5)
	chairs[3].Role, chairs[4].Role = "chair", "chair"
	guests, parties := delegations(2, 3)
	for _, c := range []struct {
		name    string
		setting seating.Setting
		guests  []seating.Guest
		preset  string
		absent  roster.PersonID
		remedy  seating.Remedy
		person  roster.PersonID
		en      string
		hans    string
	}{
		{
			name: "second of eight", setting: rostrum(8), guests: people(8), preset: "cn-gov", person: "p2",
			en:   "row 1 seat 5: rank 2, chair 1 on the own left of p1; convention cn-gov: even rows: No.2 on the own left of No.1 (row.even=no2-left, source: house custom); convention cn-gov: even rows: No.1 and No.2 share the centre (row.extra=beside-no2, source: house custom)",
			hans: "主席台第 1 排 5 座：位次第 2，在 p1 左手侧第 1 座；按座次规则 cn-gov：双数时2号在1号左手（row.even=no2-left；出处：惯例）；按座次规则 cn-gov：双数时1、2号同时居中（row.extra=beside-no2；出处：惯例）",
		},
		{
			name: "first of five", setting: rostrum(5), guests: people(5), preset: "uk", person: "p1",
			en:   "row 1 seat 3: rank 1, first of the row, in the centre; convention uk: own right is the side of honour (row.honour=own-right, source: Debrett's, Seating Plans and Precedence)",
			hans: "主席台第 1 排 3 座：位次第 1，为本排之首，居中；按座次规则 uk：右为上（row.honour=own-right；出处：Debrett's, Seating Plans and Precedence）",
		},
		{
			name: "two alone", setting: rostrum(2), guests: people(2), preset: "cn-gov two=no1-left", person: "p2",
			en:   "row 1 seat 1: rank 2, chair 1 on the own right of p1; convention cn-gov two=no1-left: two people: No.1 on the own left (row.two=no1-left, source: house custom)",
			hans: "主席台第 1 排 1 座：位次第 2，在 p1 右手侧第 1 座；按座次规则 cn-gov two=no1-left：两人时1号居左（row.two=no1-left；出处：惯例）",
		},
		{
			name: "row behind", setting: rostrum(2, 3), guests: people(5), preset: "cn-gov", person: "p5",
			en:   "the front row ranks above those behind: row 2 seats ranks 3 to 5; row 2 seat 1: rank 5, chair 1 on the own right of p3; convention cn-gov: own left is the side of honour (row.honour=own-left, source: house custom)",
			hans: "前排高于后排：第 2 排坐第 3 位至第 5 位；主席台第 2 排 1 座：位次第 5，在 p3 右手侧第 1 座；按座次规则 cn-gov：左为上（row.honour=own-left；出处：惯例）",
		},
		{
			name: "role", setting: role, guests: chairs, preset: "cn-gov", person: "p5",
			en:   "row 1 is reserved for chair; row 1 seat 2: rank 5, chair 1 on the own left of p4; convention cn-gov: even rows: No.2 on the own left of No.1 (row.even=no2-left, source: house custom)",
			hans: "第 1 排留给chair；主席台第 1 排 2 座：位次第 5，在 p4 左手侧第 1 座；按座次规则 cn-gov：双数时2号在1号左手（row.even=no2-left；出处：惯例）",
		},
		{
			name: "range", setting: ranged, guests: people(5), preset: "cn-gov", person: "p1",
			en:   "row 1 is reserved for ranks 1 to 2; row 1 seat 1: rank 1, first of the row, in the centre; convention cn-gov: even rows: No.2 on the own left of No.1 (row.even=no2-left, source: house custom)",
			hans: "第 1 排留给第 1 位至第 2 位；主席台第 1 排 1 座：位次第 1，为本排之首，居中；按座次规则 cn-gov：双数时2号在1号左手（row.even=no2-left；出处：惯例）",
		},
		{
			name: "after a slide", setting: rostrum(7), guests: people(7), preset: "cn-gov", person: "p6",
			absent: "p4", remedy: seating.SlideSameSide,
			en:   "row 1 seat 6: rank 5, chair 2 on the own left of p1; convention cn-gov: own left is the side of honour (row.honour=own-left, source: house custom); p4 is absent; the remedy: those further out on the same side move along",
			hans: "主席台第 1 排 6 座：位次第 5，在 p1 左手侧第 2 座；按座次规则 cn-gov：左为上（row.honour=own-left；出处：惯例）；p4 缺席；处理办法：同侧外侧各位依次移座",
		},
		{
			name: "delegation", setting: hall(seating.Columns, seating.StartCentre, parties, []int{4}, []int{4}), guests: guests, preset: "cn-gov", person: "p4",
			en:   "d2 is number 2 in the order of delegations, and the person its number 2; floor row 2 seat 2: delegations in columns, seat number 2 in that order; convention cn-gov: own left is the side of honour (row.honour=own-left, source: house custom)",
			hans: "d2 在代表团次序中列第 2，本人为该团第 2；floor第 2 排 2 座：按竖排法排列，为第 2 个座位；按座次规则 cn-gov：左为上（row.honour=own-left；出处：惯例）",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := seating.Arrange(c.setting, c.guests, convention(t, c.preset))
			if err != nil {
				t.Fatal(err)
			}
			if c.absent != "" {
				r, err := seating.Reseat(p, c.remedy, nil, seating.Absent{Person: c.absent})
				if err != nil {
					t.Fatal(err)
				}
				p = r.After()
			}
			why, ok := p.Explain(c.person)
			if !ok {
				t.Fatal("not seated")
			}
			if diff := cmp.Diff(c.en, check.Sentences(check.En, nil, why...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.hans, check.Sentences(check.ZhHans, nil, why...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if _, ok := p.Explain("nobody"); ok {
				t.Error("a stranger is explained")
			}
		})
	}
}

// TestRules: the catalogue is complete and each rule has its texts.
func TestRules(t *testing.T) {
	if _, err := check.NewCatalog(seating.Rules()); err != nil {
		t.Error(err)
	}
}
