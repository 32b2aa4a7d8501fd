package seating_test

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/seating"
)

// great is a hall of n chairs in rows of forty with two aisles.
func great(n int) seating.Setting {
	rows := slices.Repeat([][]int{{12, 16, 12}}, n/40)
	return hall(seating.Rows, seating.StartViewerLeft, nil, rows...)
}

func BenchmarkArrangeRostrum60(b *testing.B) {
	guests, s, c := people(60), rostrum(17, 21, 22), seating.CNGov()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := seating.Arrange(s, guests, c); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkArrangeHall(b *testing.B) {
	for _, n := range []int{3000, 10_000} {
		b.Run(map[int]string{3000: "3000", 10_000: "10000"}[n], func(b *testing.B) {
			guests, s, c := people(n), great(n), seating.CNGov()
			b.ReportAllocs()
			for b.Loop() {
				if _, err := seating.Arrange(s, guests, c); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkReseatHall(b *testing.B) {
	for _, n := range []int{3000, 12_000} {
		p, err := seating.Arrange(great(n), people(n), seating.CNGov())
		if err != nil {
			b.Fatal(err)
		}
		for _, remedy := range []seating.Remedy{seating.Rerank, seating.KeepGap} {
			b.Run(fmt.Sprintf("%d/%v", n, remedy), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := seating.Reseat(p, remedy, nil, seating.Absent{Person: "p1"}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkParsePlan3000(b *testing.B) {
	p, err := seating.Arrange(great(3000), people(3000), seating.CNGov())
	if err != nil {
		b.Fatal(err)
	}
	data, err := p.MarshalJSON()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := seating.ParsePlan(data); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkContiguous seats 35 delegations in areas of their own and reports the level
// of their distances, in millimetres, beside the bound.
func BenchmarkContiguous(b *testing.B) {
	for _, n := range []int{3000, 10_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			s := great(n)
			s.Hall.Method = seating.Contiguous
			guests := people(n - n/20)
			for i := range 35 {
				s.Hall.Parties = append(s.Hall.Parties, roster.OrgID("d"+strconv.Itoa(i)))
			}
			for i := range guests {
				guests[i].Party = s.Hall.Parties[i*i%35]
			}
			var p seating.Plan
			b.ReportAllocs()
			for b.Loop() {
				var err error
				if p, err = seating.Arrange(s, guests, seating.CNGov()); err != nil {
					b.Fatal(err)
				}
			}
			sight, err := p.Sight()
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(sight.Level()), "level-mm")
			b.ReportMetric(float64(sight.Bound()), "bound-mm")
			b.ReportMetric(float64(sight.Spread()), "spread-mm")
		})
	}
}
