package docs

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the findings of policies.
const (
	PolicyClasses check.Code = "docs/policy-classes" // not one class of each level, in rising order
	PolicyNumber  check.Code = "docs/policy-number"  // a number out of its limits
	PolicySteps   check.Code = "docs/policy-steps"   // steps that do not rise from 0 or ask somebody twice
)

var (
	policyClassesRule = check.Rule{
		Code: PolicyClasses, Severity: check.Error, Source: check.HouseCustom,
		Hans: "管理办法应按不涉密、秘密、机密、绝密依次各列一项，共{want}项，现有{n}项",
		En:   "a policy has one class each for open, confidential, secret and top-secret, in this order; wanted: {want}, found: {n}",
	}
	policyNumberRule = check.Rule{
		Code: PolicyNumber, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{n}不可用：应在0至{max}之间",
		En:   "{n} is not usable: it lies between 0 and {max}",
	}
	policyStepsRule = check.Rule{
		Code: PolicySteps, Severity: check.Error, Source: check.HouseCustom,
		Hans: "催交梯次应从0分钟起依次递增，同一对象只列一次",
		En:   "the steps of a chase rise from 0 minutes, and each asks somebody else",
	}
)

func policyRules() []check.Rule {
	return []check.Rule{policyClassesRule, policyNumberRule, policyStepsRule}
}
