package followup

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
	StageDrafted                     // 拟办: proposed, not yet on file
	StageReviewed                    // 审核: reported and reviewed, not yet closed
)

// Stages is the number of stages, the zero Stage not counted.
const Stages = int(StageReviewed)

// IsValid reports whether s is one of the stages above.
func (s Stage) IsValid() bool { return valid(stages, s) }

// Open reports whether work on the item is still owed: it is on file and neither
// closed nor cancelled nor past that.
func (s Stage) Open() bool {
	switch s {
	case StageFiled, StageAssigned, StageInProgress, StageReported, StageReviewed, StageSuspended:
		return true
	default:
		return false
	}
}

// String returns the token, such as "in-progress"; "none" for the zero Stage.
func (s Stage) String() string { return of(stages, s).token }

// Label returns the Chinese term, such as 承办, "" if s is not valid.
func (s Stage) Label() string { return of(stages, s).hans }

// MarshalText returns the token of a valid stage.
func (s Stage) MarshalText() ([]byte, error) { return write(stages, s) }

// UnmarshalText reads a token.
func (s *Stage) UnmarshalText(text []byte) error { return read(s, stages, text) }

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

// IsValid reports whether o is one of the outcomes above.
func (o Outcome) IsValid() bool { return valid(outcomes, o) }

// String returns the token, such as "solved".
func (o Outcome) String() string { return of(outcomes, o).token }

// Label returns the Chinese term, "" if o is not valid.
func (o Outcome) Label() string { return of(outcomes, o).hans }

// MarshalText returns the token of a valid outcome.
func (o Outcome) MarshalText() ([]byte, error) { return write(outcomes, o) }

// UnmarshalText reads a token.
func (o *Outcome) UnmarshalText(text []byte) error { return read(o, outcomes, text) }
