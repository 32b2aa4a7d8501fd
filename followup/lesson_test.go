package followup_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/followup"
	"github.com/huiwu-go/huiwu/followup/calendar"
)

// hall is what a house prepares for a plenary.
func hall() followup.Template {
	return followup.Template{Name: "全体会议准备", Version: 1, Preparations: []followup.Preparation{
		{ID: "sound", Title: "调试音响", Lead: "office", Days: -1},
		{ID: "cards", Title: "摆放席位卡", Lead: "office", Days: -2, Estimate: 1},
	}}
}

// mishap is what happened elsewhere: the power failed.
func mishap() followup.Lesson {
	return followup.Lesson{
		ID: "l1", On: day("2026-03-12"), From: "邻省换届大会", Reason: "会中停电，备用电源未接",
		Add:     []followup.Preparation{{ID: "power", Title: "检查备用电源", Lead: "grid", Days: -3, Requirement: "备用电源接入", Completion: "切换试验通过"}},
		Replace: []followup.Preparation{{ID: "sound", Title: "带负荷调试音响", Lead: "office", Days: -2}},
		Drop:    []string{"cards"},
	}
}

func TestLearn(t *testing.T) {
	before := hall()
	next, err := before.Learn(mishap())
	if err != nil {
		t.Fatal(err)
	}
	why := []followup.Learned{{Lesson: "l1", On: day("2026-03-12"), Reason: "邻省换届大会：会中停电，备用电源未接"}}
	want := followup.Template{
		Name: "全体会议准备", Version: 2, Lessons: []string{"l1"},
		Preparations: []followup.Preparation{
			{ID: "sound", Title: "带负荷调试音响", Lead: "office", Days: -2, Why: why},
			{ID: "power", Title: "检查备用电源", Lead: "grid", Days: -3, Requirement: "备用电源接入", Completion: "切换试验通过", Why: why},
		},
		Dropped: []followup.Preparation{{ID: "cards", Title: "摆放席位卡", Lead: "office", Days: -2, Estimate: 1, Why: why}},
	}
	if diff := cmp.Diff(want, next); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(hall(), before); diff != "" {
		t.Errorf("learning changed the template itself (-want +got):\n%s", diff)
	}
	data, err := next.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if back, err := followup.ParseTemplate(data); err != nil || !cmp.Equal(next, back) {
		t.Errorf("%v\n%s", err, cmp.Diff(next, back))
	}
	for name, tt := range map[string]struct {
		edit func(*followup.Lesson)
		want string
	}{
		"again":     {func(l *followup.Lesson) { l.Add, l.Replace, l.Drop = nil, nil, nil }, "id followup/learned-twice"},
		"no reason": {func(l *followup.Lesson) { l.ID, l.Reason, l.Add, l.Replace, l.Drop = "l2", " ", nil, nil, nil }, "reason followup/no-text"},
		"too much": {func(l *followup.Lesson) {
			l.ID, l.Add, l.Replace, l.Drop = "l2", make([]followup.Preparation, 1_000_000), nil, nil
		}, " followup/bad-template"},
		"there":       {func(l *followup.Lesson) { l.ID, l.Replace, l.Drop = "l2", nil, nil }, "add[0].id followup/line-twice"},
		"not there":   {func(l *followup.Lesson) { l.ID, l.Add, l.Replace = "l2", nil, nil }, "drop[0] followup/no-line"},
		"nobody does": {func(l *followup.Lesson) { l.ID, l.Drop, l.Add, l.Replace[0].Lead = "l2", nil, nil, "" }, "preparations[0].lead roster/no-id"},
	} {
		l := mishap()
		tt.edit(&l)
		_, err := next.Learn(l)
		if got := findings(err); len(got) != 1 || got[0] != tt.want {
			t.Errorf("%s: %v, want %q", name, got, tt.want)
		}
	}
}

// TestTemplateDecision: a template makes the items of a session, in working days.
func TestTemplateDecision(t *testing.T) {
	next, err := hall().Learn(mishap())
	if err != nil {
		t.Fatal(err)
	}
	d, err := next.Decision("2026-", "会务准备方案", day("2026-09-14"), day("2026-09-22"), calendar.China())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, task := range d.Tasks {
		got = append(got, fmt.Sprint(task.ID, " ", task.Due, " ", task.Completion))
	}
	// Sunday 20 September is worked.
	if diff := cmp.Diff([]string{"2026-sound 2026-09-20 ", "2026-power 2026-09-18 切换试验通过"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	es, err := d.Items("clerk")
	if err != nil || len(es) != 4 {
		t.Errorf("%d events, %v", len(es), err)
	}
	late, err := next.Decision("x-", "会务准备方案", day("2026-09-21"), day("2026-09-22"), calendar.China())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := late.Items("clerk"); len(findings(err)) != 2 || !strings.Contains(findings(err)[0], "followup/due-before") {
		t.Errorf("put on file too late: %v", err)
	}
	if _, err := next.Decision("x-", "p", calendar.Date{}, day("2027-09-22"), calendar.China()); err == nil {
		t.Error("no day")
	}
}

// propLearn: a lesson is learned once, makes one version more, and its reason stands at each
// line that it touched.
func propLearn(t *rapid.T) {
	tpl := hall()
	for i := range rapid.IntRange(1, 5).Draw(t, "lessons") {
		l := followup.Lesson{ID: fmt.Sprint("l", i), On: day("2026-03-12"), From: "x", Reason: "y"}
		var touched []string
		for _, id := range []string{"a", "b", "sound", "cards"} {
			has := false
			for _, p := range tpl.Preparations {
				has = has || p.ID == id
			}
			p := followup.Preparation{ID: id, Title: "t", Lead: "o", Days: rapid.IntRange(-5, 5).Draw(t, "days")}
			switch verb := rapid.SampledFrom([]string{"change", "drop", "keep"}).Draw(t, "verb"); {
			case verb == "keep":
				continue
			case verb == "drop" && has:
				l.Drop = append(l.Drop, id)
			case has:
				l.Replace = append(l.Replace, p)
			default:
				l.Add = append(l.Add, p)
			}
			touched = append(touched, id)
		}
		next, err := tpl.Learn(l)
		if err != nil || next.Version != tpl.Version+1 {
			t.Fatalf("version %d, %v", next.Version, err)
		}
		for _, id := range touched {
			found := false
			for _, p := range append(next.Preparations, next.Dropped...) {
				found = found || p.ID == id && len(p.Why) > 0 && p.Why[len(p.Why)-1].Lesson == l.ID
			}
			if !found {
				t.Fatalf("%s does not say why: %+v", id, next)
			}
		}
		if _, err := next.Learn(l); err == nil {
			t.Fatal("learned twice")
		}
		tpl = next
	}
}

func TestLearnProperty(t *testing.T) { rapid.Check(t, propLearn) }

func FuzzParseTemplate(f *testing.F) {
	next, err := hall().Learn(mishap())
	if err != nil {
		f.Fatal(err)
	}
	data, err := next.MarshalJSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		tpl, err := followup.ParseTemplate(data)
		if err != nil {
			return
		}
		text, err := tpl.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if back, err := followup.ParseTemplate(text); err != nil || !cmp.Equal(tpl, back) {
			t.Fatalf("%v (-want +got):\n%s", err, cmp.Diff(tpl, back))
		}
	})
}

func FuzzParseLesson(f *testing.F) {
	data, err := mishap().MarshalJSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := followup.ParseLesson(data)
		if err != nil {
			return
		}
		if next, err := hall().Learn(l); err == nil && (next.Version != 2 || next.Validate().Len() > 0) {
			t.Fatalf("%+v", next)
		}
	})
}

func ExampleTemplate_Learn() {
	t := followup.Template{Name: "全体会议准备", Version: 1, Preparations: []followup.Preparation{{ID: "音响", Title: "调试音响", Lead: "会务组", Days: -1}}}
	t, err := t.Learn(followup.Lesson{
		ID: "2026-1", On: calendar.MustParseDate("2026-03-12"), From: "上次全会", Reason: "会中停电，备用电源未接",
		Add: []followup.Preparation{{ID: "电源", Title: "检查备用电源", Lead: "保障组", Days: -2}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := t.Decision("九月-", "会务准备方案", calendar.MustParseDate("2026-09-14"), calendar.MustParseDate("2026-09-22"), calendar.China())
	for i, task := range d.Tasks {
		fmt.Println(t.Version, task.ID, task.Due, len(t.Preparations[i].Why), err)
	}
	// Output:
	// 2 九月-音响 2026-09-21 0 <nil>
	// 2 九月-电源 2026-09-20 1 <nil>
}
