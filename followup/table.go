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
		{Name: "copies", Aliases: []string{"抄送单位", "抄送"}},
		{Name: "leader", Aliases: []string{"责任领导"}},
		{Name: "contact", Aliases: []string{"联系人"}},
		{Name: "requirement", Aliases: []string{"工作要求"}},
		{Name: "completion", Aliases: []string{"完成标准"}},
		{Name: "estimate", Aliases: []string{"预计工期"}},
		{Name: "due", Aliases: []string{"办理时限", "时限要求"}, Required: true, Filled: true},
		{Name: "stage", Aliases: []string{"办理状态"}},
		{Name: "originalDue", Aliases: []string{"原时限"}},
		{Name: "percent", Aliases: []string{"进度"}},
		{Name: "overdue", Aliases: []string{"是否逾期"}},
	}
}

// AppendTable appends the ledger of a day as a table with a header, an item a row in
// the order of their identifiers: id, title, lead, supports, copies, leader, contact,
// requirement, completion, estimate (in working days, empty if not said), due, stage,
// originalDue, percent, overdue. Supporting bodies, and those that get a copy, stand in
// one cell with "、" between them; an identifier with that character cannot be written. Dates are as in
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
		estimate, late := "", ""
		if it.Estimate > 0 {
			estimate = strconv.Itoa(it.Estimate)
		}
		if it.Overdue(on) {
			late = "yes"
		}
		rows = append(rows, []string{
			string(it.ID), it.Title, string(it.Lead), listed(&ps, check.Index("rows", i)+".supports", it.Supports),
			listed(&ps, check.Index("rows", i)+".copies", it.Copies), string(it.Leader), string(it.Contact), it.Requirement, it.Completion, estimate,
			it.Due.String(), it.Stage.String(), it.OriginalDue.String(), strconv.Itoa(it.Percent), late,
		})
	}
	if err := ps.Err(); err != nil {
		return dst, err
	}
	return form.Append(dst, rows)
}

// listed joins bodies in a cell.
func listed(ps *check.Problems, path string, bodies []roster.OrgID) string {
	names := make([]string, len(bodies))
	for i, org := range bodies {
		if names[i] = string(org); strings.Contains(names[i], separator) {
			ps.Add(inList.At(path, check.Value("id", names[i])))
		}
	}
	return strings.Join(names, separator)
}

// bodiesOf reads what listed has joined.
func bodiesOf(cell string) []roster.OrgID {
	if cell == "" {
		return nil
	}
	var out []roster.OrgID
	for org := range strings.SplitSeq(cell, separator) {
		out = append(out, roster.OrgID(strings.TrimSpace(org)))
	}
	return out
}

// ParseTasks reads the tasks of a [Decision] out of a table with a header, such as an
// office keeps by hand: the columns of [Board.AppendTable], also under their Chinese
// names (编号, 事项, 主办单位, 协办单位, 抄送单位, 责任领导, 联系人, 工作要求, 完成标准, 预计工期,
// 办理时限). What says how an item stands is passed over. Every cell that is wrong is a
// finding; the tasks are of use only if none is of severity Error. Whether they fit
// together is said by [Decision.Items].
func ParseTasks(data []byte, form wire.CSV) ([]Task, check.Problems) {
	table := form.Parse(data, columns())
	var out []Task
	for row := range table.Rows() {
		t := Task{
			ID: roster.ItemID(row.Text("id")), Title: row.Text("title"), Lead: roster.OrgID(row.Text("lead")),
			Leader: roster.PersonID(row.Text("leader")), Contact: roster.PersonID(row.Text("contact")),
			Requirement: row.Text("requirement"), Completion: row.Text("completion"),
			Supports: bodiesOf(row.Text("supports")), Copies: bodiesOf(row.Text("copies")),
		}
		row.Read("due", &t.Due)
		t.Estimate = int(max(min(row.Int("estimate"), MaxEstimate+1), -1)) // what is out of range is told by Decision.Items
		out = append(out, t)
	}
	return out, table.Problems()
}
