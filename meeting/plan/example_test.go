package plan_test

import (
	"fmt"

	"github.com/huiwu-go/huiwu/meeting/plan"
	"github.com/huiwu-go/huiwu/roster/check"
)

func ExamplePosts_Gaps() {
	posts := plan.Posts{
		{ID: "话筒", Title: "话筒音响", Span: span("08:00", "12:00"), Owner: "小王", Backup: "小李"},
		{ID: "签到", Title: "签到", Span: span("07:30", "09:00"), Owner: "小丁"},
	}
	fmt.Print(posts.Gaps().Text(check.ZhHans, nil))
	// Output:
	// [1].backup: 岗位“签到”只有小丁一人，没有备岗（B角）
}

func ExamplePosts_Without() {
	posts := plan.Posts{{ID: "话筒", Title: "话筒音响", Span: span("08:00", "12:00"), Owner: "小王", Backup: "小李"}}
	for _, c := range posts.Without("小王") {
		fmt.Println(c.Acting, c.Why.Text(check.ZhHans, nil))
	}
	// Output:
	// 小李 “话筒”A角小王缺席，由B角小李顶岗
}
