package meeting_test

import (
	"fmt"

	"github.com/huiwu-go/huiwu/meeting"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/seating"
)

func ExampleStale() {
	before, err := meeting.Open(dossier(), people(quiet{}, 9), meeting.Seating{Session: "s1", Sheet: "主席台", Plan: rostrum(quiet{}, 5)})
	if err != nil {
		fmt.Println(err)
		return
	}
	after, err := before.Apply(meeting.Absent{Session: "s1", Person: "p4", Remedy: seating.SlideSameSide})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range meeting.Stale(before, after) {
		fmt.Println(s.Action.Label(), s.Key.Kind.Label(), check.Sentences(check.ZhHans, after.Name, s.Why...))
	}
	// Output:
	// 撤下 席位卡 “开幕会”不再需要席位卡丁一舟
	// 重制 主持词 主席台出席人员有变：不再列入的为 丁一舟，新列入的为 无
	// 重制 座次图 座次有变：不再列入的为 丁一舟，新列入的为 无；各排座数由 5 改为 4
}

func ExampleEvent_Gaps() {
	d := dossier()
	d.Sessions[1].Chair, d.Posts[0].Backup = "", ""
	e, err := meeting.Open(d, people(quiet{}, 9))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(e.Gaps().Text(check.ZhHans, e.Name))
	// Output:
	// posts[0].backup: 岗位“话筒”只有辛一舟一人，没有备岗（B角）
	// sessions[1].chair: “分组讨论”没有主持人
}
