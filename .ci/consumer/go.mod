module example.com/oa

go 1.26.0

require github.com/huiwu-go/huiwu v0.0.0

replace github.com/huiwu-go/huiwu => ../..
