package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// The rules of this office, beside those of the library.
const (
	noPhone     check.Code = "oa/no-phone"
	twoRooms    check.Code = "oa/two-rooms"
	unknownBody check.Code = "oa/unknown-body"
)

var (
	ruleNoPhone = check.Rule{
		Code: noPhone, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{who} 没有联系电话", En: "{who} has no telephone number",
	}
	ruleTwoRooms = check.Rule{
		Code: twoRooms, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{who} 登记了 {n} 个房间：{rooms}", En: "{who} is registered for {n} rooms: {rooms}",
	}
	ruleUnknownBody = check.Rule{
		Code: unknownBody, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第{line}行：没有代表团 {label}", En: "line {line}: there is no delegation {label}",
	}
)

// A form is one line of the registration table of the office.
type form struct {
	id    string
	phone string
	rooms []string
}

func validate(forms []form) check.Problems {
	var ps check.Problems
	for i, f := range forms {
		at := check.Index("forms", i)
		ps.In(at, roster.CheckID(check.Key("", "id"), roster.KindPerson, roster.PersonID(f.id)))
		who := check.ID("who", roster.KindPerson, f.id)
		if f.phone == "" {
			ps.Add(ruleNoPhone.At(check.Key(at, "phone"), who))
		}
		if n := len(f.rooms); n > 1 {
			ps.Add(ruleTwoRooms.At(check.Key(at, "rooms"), who, check.Int("n", n), check.IDs("rooms", roster.KindRoom, f.rooms...)))
		}
	}
	return ps
}

// registration checks forms with rules of the office and of the library, shows the
// report to a clerk in both languages, stores it and reads it back.
func registration(w io.Writer) error {
	names := map[string]string{"p1": "林一舟", "p2": "赵　乐", "r101": "101 房", "r102": "102 房"}
	namer := func(_, id string) string { return names[id] }

	report := validate([]form{
		{id: "p1", phone: "1001", rooms: []string{"r101"}},
		{id: "p2", rooms: []string{"r101", "r102"}},
		{id: "p\u202e3", phone: "1003"},
		{phone: "1004"},
	})
	for _, lang := range []check.Lang{check.ZhHans, check.En} {
		fmt.Fprintf(w, "-- %s\n%s", lang, report.Text(lang, namer))
	}
	for code, n := range report.Codes() {
		fmt.Fprintf(w, "%s\t%d\n", code, n)
	}
	err := report.Err()
	if _, ok := errors.AsType[check.Problems](err); !ok {
		return fmt.Errorf("a report of errors is no error: %w", err)
	}

	stored, err := report.MarshalJSON()
	if err != nil {
		return err
	}
	catalog, err := check.NewCatalog(check.Rules(), roster.Rules(), []check.Rule{ruleNoPhone, ruleTwoRooms})
	if err != nil {
		return err
	}
	back, err := catalog.ParseProblems(stored)
	if err != nil {
		return err
	}
	if !back.Equal(report) {
		return errors.New("the report changed in the store")
	}
	first, _, _ := strings.Cut(back.Text(check.ZhHans, namer), "\n")
	_, err = fmt.Fprintf(w, "stored %d bytes, first line again: %s\n", len(stored), first)
	return err
}
