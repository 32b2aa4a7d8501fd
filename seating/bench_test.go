package seating_test

import (
	"slices"
	"testing"

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

func BenchmarkReseatHall3000(b *testing.B) {
	p, err := seating.Arrange(great(3000), people(3000), seating.CNGov())
	if err != nil {
		b.Fatal(err)
	}
	for _, remedy := range []seating.Remedy{seating.Rerank, seating.KeepGap} {
		b.Run(remedy.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := seating.Reseat(p, remedy, nil, seating.Absent{Person: "p1"}); err != nil {
					b.Fatal(err)
				}
			}
		})
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
