package seating

import "math/rand/v2"

// Walk makes n exchanges at random and returns what is lost then, as it was kept up
// exchange by exchange, as the model counts it anew, and as CheckMingled does.
func (a Affinity) Walk(n int, seed uint64) (kept, anew, checked AffinityValue, err error) {
	c := a.company()
	d := c.seat()
	r := rand.New(rand.NewPCG(seed, 0))
	for range n {
		x, y := r.IntN(len(c.chairs)), r.IntN(len(c.chairs))
		if x != y && !c.held[x] && !c.held[y] {
			d.swap(x, y)
		}
	}
	kept = AffinityValue{d.lost.hard, d.lost.soft}
	d.reckon()
	anew = AffinityValue{d.lost.hard, d.lost.soft}
	var seats []Holding
	for person, chair := range d.chair {
		seats = append(seats, Holding{a.People[person].ID, c.chairs[chair]})
	}
	checked, _, err = CheckMingled(a, seats)
	return kept, anew, checked, err
}
