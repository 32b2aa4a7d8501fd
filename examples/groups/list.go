package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/grouping"
)

// readList reads a list of people.
func readList(data []byte, groups int) (task, error) {
	if groups == 0 {
		return task{}, errors.New("a list needs -groups")
	}
	if groups > grouping.MaxPlaces {
		return task{}, fmt.Errorf("%d groups, want at most %d", groups, grouping.MaxPlaces)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return task{}, err
	}
	if len(rows) == 0 || rows[0][0] != "id" {
		return task{}, errors.New("line 1: the first column is id")
	}
	head := rows[0]
	p := grouping.Problem{Places: grouping.Numbered(groups)}
	for i, column := range head {
		if slices.Contains(head[:i], column) {
			return task{}, fmt.Errorf("line 1: column %q occurs twice", column)
		}
	}
	attribute := func(i int) bool { return i > 0 && (i > 1 || head[i] != "name") }
	used := make([]bool, len(head))
	for i, row := range rows[1:] {
		x := grouping.Person{ID: roster.PersonID(row[0]), Order: i + 1, Attributes: map[string]string{}}
		for k, cell := range row {
			if attribute(k) && cell != "" {
				x.Attributes[head[k]], used[k] = cell, true
			}
		}
		p.People = append(p.People, x)
	}
	for k, column := range head {
		if used[k] { // a column without any value has nothing to spread
			p.Objective.Balance = append(p.Objective.Balance, grouping.Balance{Attribute: column})
		}
	}
	return task{problem: p, steps: grouping.DefaultSteps, figure: func(v grouping.Value) string {
		return strconv.FormatInt(v[1], 10)
	}}, nil
}
