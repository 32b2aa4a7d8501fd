package seating_test

import (
	"context"
	"flag"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/seating"
)

// dinnerFile is a dinner in the format of the dinner party of OptaPlanner: people by
// code, with job, sex and hobbies, for so many tables of so many chairs.
var dinnerFile = flag.String("dinner", "", "a dinner to be seated by BenchmarkMingle, in the format of OptaPlanner's dinner party")

// dinner returns the affinity of a dinner: the sexes alternate; every table has two of
// each kind of job and, of politicians, doctors, coaches and developers, no two of one
// job; everybody shares a hobby with a neighbour.
func dinner(tables, chairs int, guests []seating.Companion) seating.Affinity {
	a := seating.Affinity{People: guests}
	for i := range tables {
		a.Tables = append(a.Tables, seating.AffinityTable{Area: "t" + strconv.Itoa(i+1), Chairs: chairs, Round: true})
	}
	a.Relations.Alternate = []seating.Alternate{{Trait: "sex"}}
	a.Relations.Shared = []seating.Shared{{Trait: "hobby", Near: seating.Beside, Weight: 1}}
	seen := map[string]bool{}
	for _, g := range guests {
		kind, job := g.Traits["kind"][0], g.Traits["job"][0]
		if !seen[kind] {
			seen[kind] = true
			a.Relations.PerTable = append(a.Relations.PerTable, seating.EachTable{Trait: "kind", Value: kind, Least: chairs / 6})
		}
		if !seen[job] && kind != "Socialite" && kind != "Teacher" {
			seen[job] = true
			a.Relations.PerTable = append(a.Relations.PerTable, seating.EachTable{Trait: "job", Value: job, Most: 1})
		}
	}
	return a
}

// readDinner reads a dinner from a file.
func readDinner(t testing.TB, path string) seating.Affinity {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	count := func(line string) int {
		_, n, _ := strings.Cut(line, ": ")
		return number(t, strings.TrimSpace(n))
	}
	var guests []seating.Companion
	for _, line := range lines[4:] {
		f := strings.Split(strings.TrimSpace(line), ",")
		guests = append(guests, companion(f[0], f[2], f[3], f[4], f[5:]...))
	}
	return dinner(count(lines[0]), count(lines[1]), guests)
}

func companion(code, kind, job, sex string, hobbies ...string) seating.Companion {
	return seating.Companion{ID: roster.PersonID("g" + code), Traits: map[string][]string{
		"kind": {kind}, "job": {kind + " " + job}, "sex": {sex}, "hobby": hobbies,
	}}
}

// dinnerOf returns a dinner of the same shape as OptaPlanner's, drawn from a seed: six
// kinds of job, as many ladies as gentlemen, one to three of five hobbies each.
func dinnerOf(tables int, seed uint64) seating.Affinity {
	r := rand.New(rand.NewPCG(seed, 0))
	kinds := []struct {
		kind string
		jobs int
	}{{"Politician", 2}, {"Doctor", 3}, {"Coach", 4}, {"Teacher", 5}, {"Developer", 6}, {"Socialite", 2}}
	var guests []seating.Companion
	for i := range 12 * tables {
		k := kinds[i%6]
		var hobbies []string
		for range 1 + r.IntN(3) {
			hobbies = append(hobbies, strconv.Itoa(1+r.IntN(5)))
		}
		guests = append(guests, companion(strconv.Itoa(i+1), k.kind, strconv.Itoa(i/6%k.jobs), []string{"F", "M"}[(i/6+i)%2], hobbies...))
	}
	return dinner(tables, 12, guests)
}

// BenchmarkMingle seats a dinner of 144 until nothing is lost, or as well as it can.
func BenchmarkMingle(b *testing.B) {
	a := dinnerOf(12, 1)
	if *dinnerFile != "" {
		a = readDinner(b, *dinnerFile)
	}
	b.ReportAllocs()
	var m seating.Mingled
	for b.Loop() {
		var err error
		if m, err = seating.Mingle(context.Background(), a, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(m.Value().Broken), "broken")
	b.ReportMetric(float64(m.Value().Lost), "lost")
	b.ReportMetric(float64(m.Bound().Lost), "bound")
}
