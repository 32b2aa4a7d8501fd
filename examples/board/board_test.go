package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/examples/internal/binary"
)

func board(args ...string) (stdout, stderr string, exit int) {
	var o, e strings.Builder
	exit = run(args, &o, &e)
	return o.String(), e.String(), exit
}

// TestGolden: the quarter in both languages; the program as built writes what run does.
func TestGolden(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		stdout, stderr, exit := board("-lang", lang)
		if exit != 0 || stderr != "" {
			t.Fatalf("%s: exit %d, %s", lang, exit, stderr)
		}
		binary.Golden(t, filepath.Join("testdata", lang+".golden"), stdout)
	}
	got, _, _ := board()
	stdout, stderr, exit := binary.Run(t, "board", "")
	if diff := cmp.Diff(got, stdout); diff != "" || stderr != "" || exit != 0 {
		t.Errorf("exit %d, %s (-run +program):\n%s", exit, stderr, diff)
	}
}

// TestQuarter holds the quarter against what its story says, by hand.
func TestQuarter(t *testing.T) {
	out, _, _ := board()
	for why, want := range map[string]string{
		"ten working days from Sunday 4 January, which is worked itself, end on Friday the 16th":   "下达保供资金 时限 2026-01-16",
		"twenty from 19 January pass over the Spring Festival only in part: 14 February is worked": "制订扩容方案 时限 2026-02-14",
		"the first working day after the Spring Festival is a Tuesday":                             "2026年2月24日（星期二）",
		"4 to 6 April are off, so the report of the fifth is due on Friday the third":              "d4@2026-04-05（入学报名一网通办）2026-04-03 前：待报",
		"who reported does not close":                      "督促企业结清工资 由 苇一舟 反馈或申请，不能再由本人“办结”",
		"more time is asked for before the due date":       "配套资金拨付 已于 2026-03-13 到期，2026-03-17 申请延期为时已晚",
		"what waits for the funds decides the end":         "关键线路：　安排扩容资金　校舍用地调规",
		"three weeks late goes to who called the meetings": "  澜零始：\n    安排扩容资金 时限 2026-03-06，至 2026-03-30 已逾期 16 个工作日",
		"nothing was lost":                                 "校验链完整",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%s: no %q", why, want)
		}
	}
	if strings.ContainsAny(out, "{}") {
		t.Error("a sentence is not filled")
	}
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{{"-lang", "fr"}, {"-no"}, {"file"}} {
		if stdout, stderr, exit := board(args...); exit != 2 || stdout != "" || stderr == "" {
			t.Errorf("%v: exit %d, %q", args, exit, stderr)
		}
	}
}
