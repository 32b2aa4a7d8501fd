package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/nameorder"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A clerk exported the registration as a table, with the headers of the office.
const delegatesTable = "编号,姓,名,身份,代表团,备注\r\n" +
	"p1,田,大岳,正式代表,北团,\r\n" +
	"p2,田,桉,正式代表,北团,女\r\n" +
	"p3,王,一舟,正式代表,南团,\r\n" +
	"p4,顾,望川,列席人员,南团,\r\n" +
	"p5,欧阳,未,正式代表,北团,\r\n"

// delegates reads the table, puts the delegates into the order of their surnames,
// says why two neighbours stand as they do, and returns a table with the order.
func delegates(w io.Writer) error {
	r, err := readDelegates([]byte(delegatesTable))
	if err != nil {
		return err
	}
	list, err := r.Rank(
		roster.Section{Title: "主席团常务主席", Members: []roster.PersonID{"p4"}},
		roster.Section{Title: "以下按姓氏笔画为序", Keys: []roster.Key{roster.ByName{Order: nameorder.SurnameStrokes(nil)}}},
	)
	if err != nil {
		return err
	}
	if err := expect("order", fmt.Sprint(list.IDs()), "[p4 p3 p2 p1 p5]"); err != nil {
		return err
	}
	for title, ids := range list.Sections() {
		fmt.Fprintf(w, "（%s）\n", title)
		for _, id := range ids {
			p, _ := r.Person(id)
			fmt.Fprintln(w, p.Name.WithNote())
		}
	}
	fmt.Fprintln(w, check.Sentences(check.ZhHans, r.Name, list.Explain("p2", "p1")...))

	rows := [][]string{{"序号", "姓名", "代表团"}}
	for position, id := range list.All() {
		p, _ := r.Person(id)
		rows = append(rows, []string{fmt.Sprint(position), p.Name.Print(), r.Name(roster.KindOrg, string(p.Org))})
	}
	table, err := wire.CSV{Separator: '\t'}.Append(nil, rows)
	if err != nil {
		return err
	}
	if _, err := w.Write(table); err != nil {
		return err
	}

	_, err = readDelegates([]byte("编号,姓,名,身份,代表团\np1,田,,正式代表,西团\np1,=1+1,甲,代表,北团\n"))
	if report, ok := errors.AsType[check.Problems](err); !ok || !report.Has(unknownBody) {
		return fmt.Errorf("a table with an unknown delegation is read: %w", err)
	}
	_, err = fmt.Fprintf(w, "a bad table: %v\n", err)
	return err
}

// readDelegates reads the table into a roster. What is wrong with the table is
// said in its places; what is wrong with the people, in those of the roster.
func readDelegates(data []byte) (roster.Roster, error) {
	bodies := []roster.Org{{ID: "north", Name: "北方代表团", Short: "北团", Order: 1}, {ID: "south", Name: "南方代表团", Short: "南团", Order: 2}}
	byLabel := map[string]roster.OrgID{}
	for _, b := range bodies {
		byLabel[b.Label()] = b.ID
	}
	capacities := map[string]roster.Capacity{}
	for c := roster.Delegate; c.IsValid(); c++ {
		capacities[c.Label()] = c
	}
	table := wire.CSV{}.Parse(data, []wire.Column{
		{Name: "id", Aliases: []string{"编号"}, Required: true, Filled: true},
		{Name: "family", Aliases: []string{"姓"}, Required: true},
		{Name: "given", Aliases: []string{"名"}, Required: true},
		{Name: "capacity", Aliases: []string{"身份"}, Required: true},
		{Name: "org", Aliases: []string{"代表团"}, Required: true},
		{Name: "note", Aliases: []string{"备注"}},
	})
	var people []roster.Person
	for row := range table.Rows() {
		org, ok := byLabel[row.Text("org")]
		if !ok {
			path, line := row.At("org")
			table.Add(ruleUnknownBody.At(path, check.Int("line", line), check.Value("label", row.Text("org"))))
		}
		people = append(people, roster.Person{
			ID:       roster.PersonID(row.Text("id")),
			Name:     roster.Name{Family: row.Text("family"), Given: row.Text("given"), Note: row.Text("note")},
			Capacity: capacities[row.Text("capacity")],
			Org:      org,
		})
	}
	if err := table.Problems().Err(); err != nil {
		return roster.Roster{}, err
	}
	return roster.New(people, bodies)
}
