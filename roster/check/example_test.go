package check_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A host has rules of its own, written as the rooms of the library write theirs.
var (
	noPhone = check.Rule{
		Code: "oa/no-phone", Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{who} 没有联系电话", En: "{who} has no telephone number",
	}
	twoRooms = check.Rule{
		Code: "oa/two-rooms", Severity: check.Error, Source: check.HouseCustom,
		Hans: "{who} 登记了 {n} 个房间", En: "{who} is registered for {n} rooms",
	}
	quietFloor = check.Rule{
		Code: "oa/quiet-floor", Source: check.HouseCustom,
		Hans: "{who} 需要安静的楼层", En: "{who} needs a quiet floor",
	}
)

// guests knows people by name; it is what a sentence prints for an identifier.
func guests(kind, id string) string {
	if kind == "person" && id == "p2" {
		return "林　舟"
	}
	return ""
}

// A report collects findings as they come and gives them in the order of their
// places, in either language, with names.
func Example() {
	var report check.Problems
	for _, i := range []int{10, 2} {
		at := check.Index("people", i)
		report.Add(noPhone.At(check.Key(at, "phone"), check.ID("who", "person", fmt.Sprintf("p%d", i))))
	}
	report.Add(twoRooms.At("people[2].rooms", check.ID("who", "person", "p2"), check.Int("n", 2)))

	fmt.Print(report.Text(check.ZhHans, guests))
	fmt.Println(report.Err())
	// Output:
	// people[2].phone: 林　舟 没有联系电话
	// people[2].rooms: 林　舟 登记了 2 个房间
	// people[10].phone: p10 没有联系电话
	// people[2].rooms: p2 is registered for 2 rooms (and 2 more)
}

// What a person typed is a Value: quoted, cut, and without power over the terminal.
func ExampleValue() {
	typed := "林\u202e舟\n"
	rule := check.Rule{Code: "oa/bad-name", Severity: check.Error, Source: check.HouseCustom, Hans: "姓名 {name} 不可用", En: "name {name} is not usable"}
	p := rule.At("people[0].name", check.Value("name", typed))
	fmt.Println(p.Text(check.ZhHans, nil))
	fmt.Println(p)
	// Output:
	// 姓名 “林\u202e舟\n” 不可用
	// people[0].name: name "林\u202e舟\n" is not usable
}

// A decision explains itself with reasons.
func ExampleSentences() {
	why := []check.Reason{
		quietFloor.Because(check.ID("who", "person", "p2")),
		quietFloor.Because(check.ID("who", "person", "p3")),
	}
	fmt.Println(check.Sentences(check.ZhHans, guests, why...))
	fmt.Println(check.Sentences(check.En, nil, why...))
	// Output:
	// 林　舟 需要安静的楼层；p3 需要安静的楼层
	// p2 needs a quiet floor; p3 needs a quiet floor
}

// Findings of a part are placed below its path in the whole.
func ExampleProblems_In() {
	validateRoom := func(beds int) (found check.Problems) {
		if beds > 2 {
			found.Add(twoRooms.At("beds", check.ID("who", "person", "p2"), check.Int("n", beds)))
		}
		return found
	}
	var report check.Problems
	for i, beds := range []int{1, 3} {
		report.In(check.Index("rooms", i), validateRoom(beds))
	}
	fmt.Print(report.Text(check.En, nil))
	// Output:
	// rooms[1].beds: p2 is registered for 3 rooms
}

// A caller that got an error asks whether it is a report, and branches on codes.
func ExampleProblems_Err() {
	var report check.Problems
	report.Add(noPhone.At("people[0]", check.ID("who", "person", "p1")))
	fmt.Println("a warning alone:", report.Err())

	report.Add(twoRooms.At("people[1]", check.ID("who", "person", "p2"), check.Int("n", 2)))
	err := fmt.Errorf("register: %w", report.Err())
	if found, ok := errors.AsType[check.Problems](err); ok && found.Has("oa/two-rooms") {
		for code, n := range found.Codes() {
			fmt.Println(code, n)
		}
	}
	// Output:
	// a warning alone: <nil>
	// oa/no-phone 1
	// oa/two-rooms 1
}

// Whoever stores a report reads it back through a catalogue of the rules it may
// hold.
func ExampleCatalog() {
	var report check.Problems
	report.Add(noPhone.At("people[2].phone", check.ID("who", "person", "p2")))
	stored, err := json.Marshal(report)
	if err != nil {
		fmt.Println(err)
		return
	}

	catalog, err := check.NewCatalog(check.Rules(), []check.Rule{noPhone, twoRooms, quietFloor})
	if err != nil {
		fmt.Println(err)
		return
	}
	back, err := catalog.ParseProblems(stored)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(back.Text(check.ZhHans, guests))
	fmt.Println(back.Equal(report))
	// Output:
	// people[2].phone: 林　舟 没有联系电话
	// true
}
