package golfer

// A field is the finite field of q elements, 0 to q−1; nil tables if there is none.
type field struct {
	q        int
	add, mul []int // [a·q+b]
}

// newField returns the field of q elements: numbers are polynomials over the prime
// p, by their digits to the base of p, and products are taken modulo the first monic
// polynomial of the degree that makes no product of others zero.
func newField(q int) (field, bool) {
	p := 2
	for p*p <= q && q%p != 0 {
		p++
	}
	if q%p != 0 {
		p = q // a prime
	}
	degree := 0
	for rest := q; rest > 1; rest /= p {
		if rest%p != 0 {
			return field{}, false
		}
		degree++
	}
	if degree == 0 {
		return field{}, false
	}
	f := field{q: q, add: make([]int, q*q), mul: make([]int, q*q)}
	for a := range q {
		for b := range q {
			for unit := 1; unit < q; unit *= p {
				f.add[a*q+b] += (a/unit + b/unit) % p * unit
			}
		}
	}
	for modulus := range q { // below its leading term
		if f.multiply(p, modulus) {
			return f, true
		}
	}
	return field{}, false
}

// multiply fills the products and reports whether none of two numbers is zero.
func (f *field) multiply(p, modulus int) bool {
	q := f.q
	negative := func(a int) int { // −a, digit by digit
		n := 0
		for unit := 1; unit < q; unit *= p {
			n += (p - a/unit%p) % p * unit
		}
		return n
	}
	times := func(a, n int) int { // n times a
		sum := 0
		for range n {
			sum = f.add[sum*q+a]
		}
		return sum
	}
	shift := func(a int) int { // a times x
		top := a / (q / p)
		return f.add[a%(q/p)*p*q+times(negative(modulus), top)]
	}
	for a := range q {
		power := a
		row := f.mul[a*q:][:q]
		clear(row)
		for unit := 1; unit < q; unit *= p {
			for b := range q {
				row[b] = f.add[row[b]*q+times(power, b/unit%p)]
			}
			if unit*p < q {
				power = shift(power)
			}
		}
		for b := 1; b < q && a > 0; b++ {
			if row[b] == 0 {
				return false
			}
		}
	}
	return true
}
