package roster

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the rules of this package.
const (
	NoID  check.Code = "roster/no-id"
	BadID check.Code = "roster/bad-id"
)

var (
	noID = check.Rule{
		Code: NoID, Severity: check.Error, Source: check.HouseCustom,
		Hans: "缺少编号（{kind}）",
		En:   "{kind} id is missing",
	}
	badID = check.Rule{
		Code: BadID, Severity: check.Error, Source: check.HouseCustom,
		Hans: "编号 {id} 不可用（{kind}）：应为不超过 {max} 字节的可见字符，首尾无空格",
		En:   "{kind} id {id} is not usable: up to {max} bytes of visible characters without spaces at its ends",
	}
)

// Rules lists the rules of this package.
func Rules() []check.Rule { return []check.Rule{noID, badID} }
