package followup

import (
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// separator stands between the supporting bodies in a cell of a table.
const separator = "、"

// columns are those of a ledger (台账) of items. Those from stage on say how an item
// stands and are not read.
func columns() []wire.Column {
	return []wire.Column{
		{Name: "id", Aliases: []string{"编号"}, Required: true, Filled: true},
		{Name: "title", Aliases: []string{"事项", "工作事项"}, Required: true, Filled: true},
		{Name: "lead", Aliases: []string{"主办单位", "责任单位", "牵头单位"}, Required: true, Filled: true},
		{Name: "supports", Aliases: []string{"协办单位", "配合单位"}},
		{Name: "leader", Aliases: []string{"责任领导"}},
		{Name: "contact", Aliases: []string{"联系人"}},
		{Name: "due", Aliases: []string{"办理时限", "时限要求"}, Required: true, Filled: true},
		{Name: "stage", Aliases: []string{"办理状态"}},
		{Name: "originalDue", Aliases: []string{"原时限"}},
		{Name: "percent", Aliases: []string{"进度"}},
		{Name: "overdue", Aliases: []string{"是否逾期"}},
	}
}

// AppendTable appends the ledger of a day as a table with a header, an item a row in
// the order of their identifiers: id, title, lead, supports, leader, contact, due,
// stage, originalDue, percent, overdue. Supporting bodies stand in one cell with "、"
// between them; an identifier with that character cannot be written. Dates are as in
// 2026-09-30, and overdue is yes or empty.
func (b Board) AppendTable(dst []byte, form wire.CSV, on calendar.Date) ([]byte, error) {
	var ps check.Problems
	ps.In("on", needDate(on))
	header := make([]string, len(columns()))
	for i, c := range columns() {
		header[i] = c.Name
	}
	rows := [][]string{header}
	for i, it := range b.items {
		supports := make([]string, len(it.Supports))
		for k, org := range it.Supports {
			if supports[k] = string(org); strings.Contains(supports[k], separator) {
				ps.Add(inList.At(check.Index("rows", i)+".supports", check.Value("id", supports[k])))
			}
		}
		late := ""
		if it.Overdue(on) {
			late = "yes"
		}
		rows = append(rows, []string{
			string(it.ID), it.Title, string(it.Lead), strings.Join(supports, separator), string(it.Leader), string(it.Contact),
			it.Due.String(), it.Stage.String(), it.OriginalDue.String(), strconv.Itoa(it.Percent), late,
		})
	}
	if err := ps.Err(); err != nil {
		return dst, err
	}
	return form.Append(dst, rows)
}

// ParseTasks reads the tasks of a [Decision] out of a table with a header, such as an
// office keeps by hand: the columns of [Board.AppendTable], also under their Chinese
// names (编号, 事项, 主办单位, 协办单位, 责任领导, 联系人, 办理时限). What says how an item stands is
// passed over. Every cell that is wrong is a finding; the tasks are of use only if none
// is of severity Error. Whether they fit together is said by [Decision.Items].
func ParseTasks(data []byte, form wire.CSV) ([]Task, check.Problems) {
	table := form.Parse(data, columns())
	var out []Task
	for row := range table.Rows() {
		t := Task{
			ID: roster.ItemID(row.Text("id")), Title: row.Text("title"), Lead: roster.OrgID(row.Text("lead")),
			Leader: roster.PersonID(row.Text("leader")), Contact: roster.PersonID(row.Text("contact")),
		}
		row.Read("due", &t.Due)
		if cell := row.Text("supports"); cell != "" {
			for org := range strings.SplitSeq(cell, separator) {
				t.Supports = append(t.Supports, roster.OrgID(strings.TrimSpace(org)))
			}
		}
		out = append(out, t)
	}
	return out, table.Problems()
}
