package followup

import (
	"fmt"
	"strings"
)

// A Stage is where an item stands. The zero Stage is that of an item which is not
// on file.
type Stage uint8

// The stages.
const (
	StageFiled      Stage = iota + 1 // 立项: on file, nobody has it yet
	StageAssigned                    // 交办: given to a lead, not yet accepted
	StageInProgress                  // 承办: the lead has accepted it and works on it
	StageReported                    // 反馈: reported done, not yet reviewed
	StageClosed                      // 办结: the result is accepted
	StageWrittenOff                  // 销号: struck off the list
	StageArchived                    // 归档: filed
	StageSuspended                   // 中止: work rests, by decision
	StageCancelled                   // 撤销: no longer to be done
)

var stages = [...]struct{ token, label string }{
	{"none", "未立项"},
	{"filed", "立项"},
	{"assigned", "交办"},
	{"in-progress", "承办"},
	{"reported", "反馈"},
	{"closed", "办结"},
	{"written-off", "销号"},
	{"archived", "归档"},
	{"suspended", "中止"},
	{"cancelled", "撤销"},
}

// Stages is the number of stages, the zero Stage not counted.
const Stages = int(StageCancelled)

// IsValid reports whether s is one of the stages above.
func (s Stage) IsValid() bool { return s >= StageFiled && s <= StageCancelled }

// Open reports whether work on the item is still owed: it is on file and neither
// closed nor cancelled nor past that.
func (s Stage) Open() bool {
	switch s {
	case StageFiled, StageAssigned, StageInProgress, StageReported, StageSuspended:
		return true
	default:
		return false
	}
}

// String returns the token, such as "in-progress"; "none" for the zero Stage.
func (s Stage) String() string {
	if int(s) >= len(stages) {
		return fmt.Sprintf("Stage(%d)", uint8(s))
	}
	return stages[s].token
}

// Label returns the Chinese term, such as 承办.
func (s Stage) Label() string {
	if int(s) >= len(stages) {
		return ""
	}
	return stages[s].label
}

// MarshalText returns the token of a valid stage.
func (s Stage) MarshalText() ([]byte, error) {
	if !s.IsValid() {
		return nil, fmt.Errorf("stage %d is not valid", uint8(s))
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads a token.
func (s *Stage) UnmarshalText(text []byte) error {
	var known []string
	for v := StageFiled; v <= StageCancelled; v++ {
		if v.String() == string(text) {
			*s = v
			return nil
		}
		known = append(known, v.String())
	}
	return fmt.Errorf("stage %.40q is none of %s", text, strings.Join(known, ", "))
}

// An Outcome says how a closed item ended; it is not its stage. The zero Outcome is
// none.
type Outcome uint8

// The outcomes.
const (
	Solved    Outcome = iota + 1 // A类: done as decided
	Underway                     // B类: being done, or planned with a date
	Limited                      // C类: cannot be done under present conditions
	ForRecord                    // D类: taken as a reference
	Overtaken                    // 情况变化: overtaken by events
)

var outcomes = [...]struct{ token, label string }{
	{"solved", "已解决（A类）"},
	{"underway", "正在解决或列入计划（B类）"},
	{"limited", "受条件限制（C类）"},
	{"for-record", "留作参考（D类）"},
	{"overtaken", "情况已变化"},
}

// IsValid reports whether o is one of the outcomes above.
func (o Outcome) IsValid() bool { return o >= 1 && int(o) <= len(outcomes) }

// String returns the token, such as "solved".
func (o Outcome) String() string {
	if !o.IsValid() {
		return fmt.Sprintf("Outcome(%d)", uint8(o))
	}
	return outcomes[o-1].token
}

// Label returns the Chinese term, "" if o is not valid.
func (o Outcome) Label() string {
	if !o.IsValid() {
		return ""
	}
	return outcomes[o-1].label
}

// MarshalText returns the token of a valid outcome.
func (o Outcome) MarshalText() ([]byte, error) {
	if !o.IsValid() {
		return nil, fmt.Errorf("outcome %d is not valid", uint8(o))
	}
	return []byte(o.String()), nil
}

// UnmarshalText reads a token.
func (o *Outcome) UnmarshalText(text []byte) error {
	known := make([]string, len(outcomes))
	for i, v := range outcomes {
		if v.token == string(text) {
			*o = Outcome(i + 1)
			return nil
		}
		known[i] = v.token
	}
	return fmt.Errorf("outcome %.40q is none of %s", text, strings.Join(known, ", "))
}
