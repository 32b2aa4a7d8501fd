package roster_test

import (
	"fmt"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/nameorder"
)

func ExampleRoster_Rank() {
	people := []roster.Person{
		{ID: "p1", Name: roster.Name{Family: "田", Given: "大岳"}, Capacity: roster.Delegate},
		{ID: "p2", Name: roster.Name{Family: "田", Given: "桉", Note: "女"}, Capacity: roster.Delegate},
		{ID: "p3", Name: roster.Name{Family: "王", Given: "一舟"}, Capacity: roster.Delegate},
		{ID: "p4", Name: roster.Name{Family: "顾", Given: "望川"}, Capacity: roster.Delegate},
	}
	r, err := roster.New(people, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	list, err := r.Rank(
		roster.Section{Members: []roster.PersonID{"p4"}},
		roster.Section{Title: "（以下按姓氏笔画为序）", Keys: []roster.Key{roster.ByName{Order: nameorder.SurnameStrokes(nil)}}},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	for title, ids := range list.Sections() {
		if title != "" {
			fmt.Println(title)
		}
		for _, id := range ids {
			p, _ := r.Person(id)
			fmt.Println(p.Name.WithNote())
		}
	}
	fmt.Println(check.Sentences(check.ZhHans, r.Name, list.Explain("p1", "p2")...))
	// Output:
	// 顾望川
	// （以下按姓氏笔画为序）
	// 王一舟
	// 田　桉（女）
	// 田大岳
	// 同为“田”（5画）；单名空一字，空格在“大”之前
}

func ExampleNew() {
	_, err := roster.New([]roster.Person{
		{ID: "p1", Name: roster.Name{Family: "王", Given: "桉"}, Capacity: roster.Delegate, Org: "d9"},
		{ID: "p2", Name: roster.Name{Given: ""}, Capacity: roster.NonVoting},
	}, nil)
	fmt.Println(err)
	// Output:
	// people[1].name: name is missing
}
