package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

// instanceSteps are about a second of changes to groups that only pairs decide.
const instanceSteps = 200_000_000

// maxDecimals is more than any distance within the limit of the library can have.
const maxDecimals = 9

// readInstance reads an instance. Distances become integers by the greatest number
// of decimals that any of them has.
func readInstance(data []byte, groups int) (task, error) {
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<20)
	at := 0
	next := func() []string {
		for lines.Scan() {
			at++
			if fields := strings.Fields(lines.Text()); len(fields) > 0 {
				return fields
			}
		}
		return nil
	}
	at = 0
	places, n, err := readHead(next(), groups)
	if err != nil {
		return task{}, fmt.Errorf("line %d: %w", max(at, 1), err)
	}
	pairs := n * (n - 1) / 2
	text := make([]string, pairs)
	most := 0
	for fields := next(); fields != nil; fields = next() {
		i, j, err := ends(fields, n)
		if err != nil {
			return task{}, fmt.Errorf("line %d: %w", at, err)
		}
		k := i*(2*n-i-1)/2 + j - i - 1
		if text[k] != "" {
			return task{}, fmt.Errorf("line %d: the distance of %d and %d is given twice", at, i, j)
		}
		decimals, err := precision(fields[2])
		if err != nil {
			return task{}, fmt.Errorf("line %d: %w", at, err)
		}
		most = max(most, decimals)
		text[k] = strings.Clone(fields[2])
	}
	if err := lines.Err(); err != nil {
		return task{}, fmt.Errorf("line %d: %w", at+1, err)
	}
	p := grouping.Problem{Places: places, Sizes: grouping.Within}
	goal := grouping.Pairs{Goal: grouping.Diverse, Distances: make([]int32, pairs)}
	for i := range n {
		id := roster.PersonID(strconv.Itoa(i))
		p.People = append(p.People, grouping.Person{ID: id, Order: i + 1})
		goal.People = append(goal.People, id)
	}
	total, k := int64(0), 0
	for i := range n {
		for j := i + 1; j < n; j++ {
			if text[k] == "" {
				return task{}, fmt.Errorf("the distance of %d and %d is missing", i, j)
			}
			d, err := scaled(text[k], most)
			if err != nil {
				return task{}, fmt.Errorf("the distance of %d and %d: %w", i, j, err)
			}
			goal.Distances[k] = d
			total += int64(d)
			k++
		}
	}
	if n > 1 {
		p.Objective.Pairs = goal
	}
	return task{problem: p, steps: instanceSteps, figure: func(v grouping.Value) string {
		return decimal(total-v[1], most)
	}}, nil
}

// readHead reads the first line.
func readHead(fields []string, groups int) ([]grouping.Place, int, error) {
	if len(fields) < 3 {
		return nil, 0, errors.New("want n, the number of groups, and ss or ds")
	}
	n, errN := strconv.Atoi(fields[0])
	g, errG := strconv.Atoi(fields[1])
	switch {
	case errN != nil || n < 1 || n > grouping.MaxPaired:
		return nil, 0, fmt.Errorf("%q people, want 1 to %d", fields[0], grouping.MaxPaired)
	case errG != nil || g < 1 || g > n:
		return nil, 0, fmt.Errorf("%q groups, want 1 to %d", fields[1], n)
	case groups != 0 && groups != g:
		return nil, 0, fmt.Errorf("the instance has %d groups, -groups asks for %d", g, groups)
	case fields[2] != "ss" && fields[2] != "ds":
		return nil, 0, fmt.Errorf("%q is neither ss nor ds", fields[2])
	case len(fields) != 3+2*g:
		return nil, 0, fmt.Errorf("%d bounds of sizes, want %d", len(fields)-3, 2*g)
	}
	places := grouping.Numbered(g)
	for k := range places {
		lo, errLo := strconv.Atoi(fields[3+2*k])
		hi, errHi := strconv.Atoi(fields[4+2*k])
		if errLo != nil || errHi != nil || lo < 0 || hi < 1 || lo > hi {
			return nil, 0, fmt.Errorf("group %d: sizes from %q to %q", k+1, fields[3+2*k], fields[4+2*k])
		}
		places[k].Min, places[k].Max = min(lo, grouping.MaxNumber), min(hi, grouping.MaxNumber)
	}
	return places, n, nil
}

// ends reads the two people of a line, the lower number first.
func ends(fields []string, n int) (int, int, error) {
	if len(fields) != 3 {
		return 0, 0, fmt.Errorf("%d columns, want i, j and their distance", len(fields))
	}
	i, errI := strconv.Atoi(fields[0])
	j, errJ := strconv.Atoi(fields[1])
	if errI != nil || errJ != nil || min(i, j) < 0 || max(i, j) >= n || i == j {
		return 0, 0, fmt.Errorf("%q and %q are not two people of 0 to %d", fields[0], fields[1], n-1)
	}
	return min(i, j), max(i, j), nil
}

// precision returns how many decimals a number has.
func precision(text string) (int, error) {
	whole, fraction, point := strings.Cut(text, ".")
	digits := strings.Trim(whole+fraction, "0123456789")
	if digits != "" || whole+fraction == "" || point && fraction == "" {
		return 0, fmt.Errorf("%q is not a decimal number from 0", text)
	}
	if len(fraction) > maxDecimals {
		return 0, fmt.Errorf("%q has more than %d decimals", text, maxDecimals)
	}
	return len(fraction), nil
}

// scaled returns a number times ten to the power of decimals.
func scaled(text string, decimals int) (int32, error) {
	whole, fraction, _ := strings.Cut(text, ".")
	n, err := strconv.ParseInt(whole+fraction+strings.Repeat("0", decimals-len(fraction)), 10, 64)
	if err != nil || n > grouping.MaxDistance {
		return 0, fmt.Errorf("%s, with the %d decimals of this file, is more than %d", text, decimals, grouping.MaxDistance)
	}
	return int32(n), nil
}

// decimal writes n without its last decimals before a point.
func decimal(n int64, decimals int) string {
	text := strconv.FormatInt(n, 10)
	if decimals == 0 {
		return text
	}
	text = strings.Repeat("0", max(decimals+1-len(text), 0)) + text
	return text[:len(text)-decimals] + "." + text[len(text)-decimals:]
}
