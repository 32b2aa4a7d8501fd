package main

import (
	"fmt"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/journal"
)

// The quarter.
var (
	first = calendar.MustDate(2026, 1, 4) // a Sunday on which people work
	last  = calendar.MustDate(2026, 3, 31)
)

// A job writes the quarter.
type job struct {
	lang  check.Lang
	cal   *calendar.Calendar
	names map[string]text // by kind and identifier
	log   journal.Log[followup.Event]
	board followup.Board
	out   []byte

	refused []check.Problems
}

func (j *job) tell(zh, en string, args ...any) { j.out = fmt.Appendf(j.out, j.say(zh, en), args...) }

func (j *job) say(zh, en string) string {
	if j.lang == check.ZhHans {
		return zh
	}
	return en
}

// name gives the name of an identifier.
func (j *job) name(kind, id string) string {
	n := j.names[kind+id]
	return j.say(n.zh, n.en)
}

func (j *job) date(d calendar.Date) string {
	return calendar.Style{Lang: j.lang, Weekday: true}.Date(d)
}

// quarter lets the quarter pass day by day.
func (j *job) quarter() error {
	j.cal, j.names = calendar.China(), map[string]text{}
	for _, b := range bodies {
		j.names[roster.KindOrg+b.id] = b.name
		j.names[roster.KindPerson+b.id+"-leader"], j.names[roster.KindPerson+b.id+"-contact"] = b.leader, b.contact
	}
	for id, name := range others {
		j.names[roster.KindPerson+id] = name
	}
	steps, err := j.steps()
	if err != nil {
		return err
	}
	j.log = followup.NewLog()
	j.board = followup.Fold(j.log, followup.Standard())
	ladder, err := j.weekly()
	if err != nil {
		return err
	}
	j.tell("2026年第一季度督办台账\n", "The board of the first quarter of 2026\n")
	for on := first; !on.After(last); on = on.AddDays(1) {
		round, err := j.board.Remind(ladder, on, j.cal)
		if err != nil {
			return err
		}
		if err := j.week(round); err != nil {
			return err
		}
		for len(steps) > 0 && !steps[0].on.After(on) {
			if err := j.enter(steps[0]); err != nil {
				return err
			}
			steps = steps[1:]
		}
	}
	return j.end()
}

// weekly is the ladder of the house: before the due date the contact, then the leader, and
// who called the meetings of what is three weeks late. All days but the first working day of
// each week are quiet, so that everyone has one digest a week.
func (j *job) weekly() (followup.Ladder, error) {
	l := followup.Ladder{Name: "weekly", Source: check.HouseCustom, Steps: []followup.Step{
		{Days: -5, To: followup.ToContact}, {Days: 1, Every: 5, To: followup.ToLeader}, {Days: 15, Every: 5, To: followup.ToConvener},
	}}
	told := false
	for on := first.AddDays(-6); !on.After(last); on = on.AddDays(1) { // from a Monday on
		if on.DaysSince(first.AddDays(-6))%7 == 0 {
			told = false
		}
		works, err := j.cal.IsWorkday(on)
		if err != nil {
			return l, err
		}
		if !works {
			continue
		}
		if told {
			l.Quiet = append(l.Quiet, on)
		}
		told = true
	}
	return l, nil
}

// enter records one step; what is refused is kept to be told.
func (j *job) enter(s step) error {
	noon, ok := s.on.At(calendar.Noon).UnixMilli(8 * 60 * 60)
	if !ok {
		return fmt.Errorf("no moment on %s", s.on)
	}
	log, board, err := j.board.Record(j.log, journal.Stamp{Desk: s.desk, At: noon + int64(j.log.Len()), Chain: true}, s.event)
	if err != nil {
		var ps check.Problems
		if err := ps.InErr("", err); err != nil {
			return err
		}
		j.refused = append(j.refused, ps)
		return nil
	}
	j.log, j.board = log, board
	return nil
}

// week writes the digest of a week, nothing on a day without one.
func (j *job) week(round followup.Round) error {
	written := false
	for d := range round.Digests() {
		if !written {
			r, err := j.board.Report(followup.Suqian(), round.On(), j.cal, nil)
			if err != nil {
				return err
			}
			all := r.All()
			j.tell("\n%s　在办 %d 项，逾期 %d 项；红 %d、黄 %d、蓝 %d、绿 %d\n", "\n%s: %d open, %d overdue; %d red, %d yellow, %d blue, %d green\n",
				j.date(round.On()), all.Open, all.Overdue, all.Lights[followup.Red], all.Lights[followup.Yellow], all.Lights[followup.Blue], all.Lights[followup.Green])
			written = true
		}
		j.tell("  %s：\n", "  %s:\n", j.name(roster.KindPerson, string(d.To)))
		for _, r := range d.Reminders {
			j.out = fmt.Appendf(j.out, "    %s\n", r.Why.Text(j.lang, j.name))
		}
	}
	return nil
}

// end writes what the quarter came to.
func (j *job) end() error {
	r, err := j.board.Report(followup.Suqian(), last, j.cal, &followup.ReportOptions{Basis: followup.OriginalDue, Worst: 5})
	if err != nil {
		return err
	}
	scores, err := j.board.Score(followup.GuangyuanPoints(), last, j.cal)
	if err != nil {
		return err
	}
	j.tell("\n2026年第一季度督查通报（%s）\n", "\nCircular on the first quarter of 2026 (%s)\n", j.date(last))
	j.out = followup.AppendSections(j.out, j.lang, j.name, r.Circular(&scores)...)
	for _, section := range []func() error{j.feedback, j.reports, j.outlook, j.audit} {
		if err := section(); err != nil {
			return err
		}
	}
	return nil
}

// feedback tells the convener what became of the items in March.
func (j *job) feedback() error {
	f, err := j.board.Feedback(followup.ToConvener, calendar.MustDate(2026, 2, 28), last, j.cal)
	if err != nil {
		return err
	}
	for l := range f.Letters() {
		j.tell("\n报会议召集人%s（3月）\n", "\nTo the convener, %s (March)\n", j.name(roster.KindPerson, string(l.To)))
		for _, b := range l.Briefs {
			j.out = fmt.Appendf(j.out, "  %s\n", b.Why.Text(j.lang, j.name))
		}
	}
	return nil
}

// reports writes the periodic reports.
func (j *job) reports() error {
	j.tell("\n定期反馈\n", "\nPeriodic reports\n")
	for it := range j.board.Items() {
		all, err := j.board.Instalments(it.ID, last, j.cal)
		if err != nil {
			return err
		}
		for _, x := range all {
			j.tell("  %s（%s）%s 前：%s\n", "  %s (%s) by %s: %s\n", x.ID, j.name(roster.KindItem, string(x.Item)), x.Due, j.say(x.State.Label(), x.State.String()))
		}
	}
	return nil
}

// outlook writes when the open items can be done.
func (j *job) outlook() error {
	o, err := j.board.Outlook(last.AddDays(1), func(followup.Item) *calendar.Calendar { return j.cal })
	if err != nil {
		return err
	}
	j.tell("\n工期预测：全部在办事项可于 %s 完成\n", "\nOutlook: all open items can be done by %s\n", j.date(o.End()))
	for p := range o.Prospects() {
		j.tell("  %s：尚需 %d 个工作日，%s 完成，时差 %d，超时限 %d\n", "  %s: %d working days left, done on %s, float %d, %d after its due date\n",
			j.name(roster.KindItem, string(p.Item)), p.Left, p.Last, p.Float, p.Short)
	}
	j.tell("  关键线路：", "  critical path:")
	for id := range o.Path() {
		j.tell("　%s", " %s", j.name(roster.KindItem, string(id)))
	}
	j.tell("\n", "\n")
	return nil
}

// audit writes what was refused and holds the log against its chains.
func (j *job) audit() error {
	j.tell("\n未予登记 %d 项\n", "\nRefused: %d\n", len(j.refused))
	for _, ps := range j.refused {
		for p := range ps.All() {
			j.out = fmt.Appendf(j.out, "  %s\n", p.Text(j.lang, j.name))
		}
	}
	var heads []journal.Head
	for h := range j.log.Heads() {
		heads = append(heads, h)
	}
	if found := followup.Audit(j.log, followup.Standard(), &journal.Known{Heads: heads}); found.Len() > 0 {
		return found.Err()
	}
	j.tell("台账 %d 条记录、%d 个登记点，校验链完整\n", "%d entries of %d desks: their chains hold\n", j.log.Len(), len(heads))
	return nil
}
