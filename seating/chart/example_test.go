package chart_test

import (
	"fmt"
	"strings"

	"github.com/huiwu-go/huiwu/seating"
	"github.com/huiwu-go/huiwu/seating/chart"
)

func ExampleAppendText() {
	plan, err := seating.Arrange(seating.Setting{Rostrum: &seating.Rostrum{}}, people(5), seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	names := func(_, id string) string {
		return map[string]string{"p1": "林晓晴", "p2": "王　一", "p3": "欧阳文博", "p4": "陈思远", "p5": "周　明"}[id]
	}
	text, err := chart.AppendText(nil, plan, seating.FromHall, &chart.Options{Names: names})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(text))
	// Output:
	// 主席台座次图
	// 视角：从观众席看（面向主席台）
	// 座次规则：cn-gov，政务活动
	// 左为上；双数时2号在1号左手
	// 两人时同双数；双数时1、2号同时居中
	// 座位 5，就座 5。座位号自观众左侧起。
	//
	// 第1排   周　明   欧阳文博   林晓晴    王　一    陈思远
	//                            [观众席]
}

func ExampleAppendSVG() {
	plan, err := seating.Arrange(seating.Setting{Rostrum: &seating.Rostrum{}}, people(3), seating.CNGov())
	if err != nil {
		fmt.Println(err)
		return
	}
	svg, err := chart.AppendSVG(nil, plan, seating.FromRostrum, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for line := range strings.Lines(string(svg)) {
		if strings.Contains(line, `class="n1"`) || strings.Contains(line, "<desc>") {
			fmt.Print(line)
		}
	}
	// Output:
	// <desc>视角：从主席台看（面向观众席）</desc>
	// <text class="n1" x="622" y="464">p3</text>
	// <text class="n1" x="540" y="464">p1</text>
	// <text class="n1" x="458" y="464">p2</text>
}

func ExampleAppendCard() {
	card := chart.AppendCard(nil, chart.Card{Name: "王一"})
	for line := range strings.Lines(string(card)) {
		if strings.HasPrefix(line, "<text") {
			fmt.Print(line)
		}
	}
	// Output:
	// <text x="1000" y="701" font-size="560">王　一</text>
	// <text x="1000" y="1701" font-size="560">王　一</text>
}
