module github.com/huiwu-go/huiwu/bench

go 1.26.0

require (
	github.com/huiwu-go/huiwu v0.0.0
	github.com/rickar/cal/v2 v2.1.13
)

replace github.com/huiwu-go/huiwu => ../..
