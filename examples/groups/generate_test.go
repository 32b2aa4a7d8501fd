package main

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
)

// A family is a way to draw distances: the integers 0 to 100 (ranint) or 0 to 10
// (ranten), decimals from 0 to 100 (ranreal), or how far points in a space lie apart (geo).
type family string

const (
	ranInt  family = "ranint"
	ranTen  family = "ranten"
	ranReal family = "ranreal"
	geo     family = "geo"
)

// generate writes an instance of the maximally diverse grouping problem. Sizes
// differ by up to spread people either way from n/groups.
func (f family) generate(n, groups, spread int, seed uint64) string {
	random := rand.New(rand.NewPCG(seed, uint64(n)))
	var b strings.Builder
	kind := "ss"
	if spread > 0 {
		kind = "ds"
	}
	fmt.Fprintf(&b, "%d %d %s", n, groups, kind)
	for range groups {
		lo, hi := n/groups, (n+groups-1)/groups
		if spread > 0 {
			lo, hi = max(lo-random.IntN(spread+1), 1), hi+random.IntN(spread+1)
		}
		fmt.Fprintf(&b, " %d %d", lo, hi)
	}
	fmt.Fprintln(&b)
	points := make([][]int64, n) // in thousandths
	for i := range points {
		for range 2 + int(seed%20) {
			points[i] = append(points[i], random.Int64N(10_000))
		}
	}
	for i := range n {
		for j := i + 1; j < n; j++ {
			fmt.Fprintf(&b, "%d %d ", i, j)
			switch f {
			case ranInt:
				fmt.Fprintln(&b, random.IntN(101))
			case ranTen:
				fmt.Fprintln(&b, random.IntN(11))
			case ranReal:
				d := random.IntN(100_000)
				fmt.Fprintf(&b, "%d.%03d\n", d/1000, d%1000)
			case geo:
				square := int64(0)
				for k := range points[i] {
					square += (points[i][k] - points[j][k]) * (points[i][k] - points[j][k])
				}
				d := new(big.Int).Sqrt(big.NewInt(square)).Int64() * 10
				fmt.Fprintf(&b, "%d.%03d\n", d/1000, d%1000)
			}
		}
	}
	return b.String()
}
