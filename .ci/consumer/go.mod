module example.com/oa

go 1.26.0

require github.com/huiwu-go/huiwu v0.0.0

require golang.org/x/text v0.43.0 // indirect

replace github.com/huiwu-go/huiwu => ../..
