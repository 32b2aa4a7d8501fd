package docs

import (
	"fmt"
	"slices"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A CopyState says where one copy is. Every numbered copy is in exactly one of the
// nine states. The zero CopyState is that of a number that was never printed.
type CopyState uint8

// The states of a copy.
const (
	Unprinted  CopyState = iota // no such copy
	Registered                  // 已印制编号: printed and numbered, not yet in the store
	InStock                     // 在库: in the store
	Held                        // 在外: with its holder
	TakenBack                   // 已收回: returned, not yet filed or destroyed
	InArchive                   // 已归档
	Shredded                    // 已销毁: destroyed
	Lost                        // 丢失: reported lost and not found
	PassedOn                    // 已移交: in the register of another unit
	Void                        // 作废: spoiled and taken out of the run
	stateCount = int(Void) + 1
)

// A word is a state with its names.
type word struct{ token, hans, en string }

var stateWords = [stateCount]word{
	Unprinted:  {"unprinted", "未印制", "never printed"},
	Registered: {"registered", "未入库", "registered"},
	InStock:    {"in-stock", "在库", "in stock"},
	Held:       {"issued", "在外", "issued"},
	TakenBack:  {"returned", "已收回", "returned"},
	InArchive:  {"archived", "已归档", "archived"},
	Shredded:   {"destroyed", "已销毁", "destroyed"},
	Lost:       {"lost", "丢失", "lost"},
	PassedOn:   {"transferred-out", "已移交", "transferred out"},
	Void:       {"void", "作废", "void"},
}

// String returns the token of the state, such as "issued" for Held.
func (s CopyState) String() string {
	if int(s) < len(stateWords) {
		return stateWords[s].token
	}
	return fmt.Sprintf("CopyState(%d)", uint8(s))
}

// Label returns the Chinese name of the state, such as 在外 for Held.
func (s CopyState) Label() string {
	if int(s) < len(stateWords) {
		return stateWords[s].hans
	}
	return ""
}

func (s CopyState) term(key string) check.Arg {
	return check.Term(key, stateWords[s].hans, stateWords[s].en)
}

// AppendText appends the String of a state.
func (s CopyState) AppendText(dst []byte) ([]byte, error) {
	if int(s) >= len(stateWords) {
		return dst, fmt.Errorf("copy state %d is out of range", uint8(s))
	}
	return append(dst, stateWords[s].token...), nil
}

// MarshalText returns the String of a state.
func (s CopyState) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads the token of a state.
func (s *CopyState) UnmarshalText(text []byte) error {
	i := slices.IndexFunc(stateWords[:], func(w word) bool { return w.token == string(text) })
	if i < 0 {
		return unknownWord("copy state", text, stateWords[:])
	}
	*s = CopyState(i)
	return nil
}

func unknownWord(kind string, text []byte, words []word) error {
	tokens := make([]string, len(words))
	for i, w := range words {
		tokens[i] = w.token
	}
	return fmt.Errorf("%s %q is none of %s", kind, check.Value("", string(text)).Text, strings.Join(tokens, ", "))
}

// A verb is what an event does to a copy.
type verb uint8

const (
	doPrint verb = iota
	doHandIn
	doStock
	doVoid
	doIssue
	doReceipt
	doTransfer
	doGiveBack
	doPageCheck
	doDefect
	doLoss
	doFind
	doArchive
	doApprove
	doDestroy
	doTransferOut
	verbCount
)

// A move is what becomes of a copy: its next state, and the exception that a person
// has to look at, if there is one.
type move struct {
	to    CopyState
	wrong Kind
}

// moves says what each event does to a copy in each state. A copy stays where it is
// if the event cannot have moved it; an issue always puts it into somebody's hands,
// so that nothing that left the store is forgotten. What depends on who and when is
// added by the fold: a wrong holder, a second return, evidence that is missing.
var moves = [stateCount][verbCount]move{
	Unprinted: {
		doPrint:       {Registered, 0},
		doHandIn:      {InStock, 0},
		doStock:       {InStock, 0}, // before its printing is known; see finish
		doVoid:        {Unprinted, OutOfRange},
		doIssue:       {Held, 0}, // likewise
		doReceipt:     {Unprinted, UnknownCopy},
		doTransfer:    {Unprinted, UnknownCopy},
		doGiveBack:    {Unprinted, UnknownCopy},
		doPageCheck:   {Unprinted, UnknownCopy},
		doDefect:      {Unprinted, UnknownCopy},
		doLoss:        {Unprinted, UnknownCopy},
		doFind:        {Unprinted, UnknownCopy},
		doArchive:     {Unprinted, UnknownCopy},
		doApprove:     {Unprinted, OutOfRange},
		doDestroy:     {Unprinted, OutOfRange},
		doTransferOut: {Unprinted, UnknownCopy},
	},
	Registered: {
		doPrint:       {Registered, OutOfRange},
		doHandIn:      {Registered, OutOfRange},
		doStock:       {InStock, 0},
		doVoid:        {Void, 0},
		doIssue:       {Held, 0},
		doReceipt:     {Registered, NotIssued},
		doTransfer:    {Registered, NotIssued},
		doGiveBack:    {Registered, NotIssued},
		doPageCheck:   {Registered, 0},
		doDefect:      {Registered, Defective},
		doLoss:        {Lost, 0},
		doFind:        {Registered, OutOfOrder},
		doArchive:     {InArchive, 0},
		doApprove:     {Registered, 0},
		doDestroy:     {Shredded, 0},
		doTransferOut: {PassedOn, 0},
	},
	InStock: {
		doPrint:       {InStock, OutOfRange},
		doHandIn:      {InStock, OutOfRange},
		doStock:       {InStock, OutOfOrder},
		doVoid:        {Void, 0},
		doIssue:       {Held, 0},
		doReceipt:     {InStock, NotIssued},
		doTransfer:    {InStock, NotIssued},
		doGiveBack:    {InStock, NotIssued},
		doPageCheck:   {InStock, 0},
		doDefect:      {InStock, Defective},
		doLoss:        {Lost, 0},
		doFind:        {InStock, OutOfOrder},
		doArchive:     {InArchive, 0},
		doApprove:     {InStock, 0},
		doDestroy:     {Shredded, 0},
		doTransferOut: {PassedOn, 0},
	},
	Held: {
		doPrint:       {Held, OutOfRange},
		doHandIn:      {Held, OutOfRange},
		doStock:       {Held, OutOfOrder},
		doVoid:        {Held, OutOfOrder},
		doIssue:       {Held, DoubleIssue},
		doReceipt:     {Held, 0},
		doTransfer:    {Held, 0},
		doGiveBack:    {TakenBack, 0},
		doPageCheck:   {Held, 0},
		doDefect:      {Held, Defective},
		doLoss:        {Lost, 0},
		doFind:        {Held, OutOfOrder},
		doArchive:     {InArchive, OutOfOrder},
		doApprove:     {Held, 0},
		doDestroy:     {Shredded, OutOfOrder},
		doTransferOut: {PassedOn, 0},
	},
	TakenBack: {
		doPrint:       {TakenBack, OutOfRange},
		doHandIn:      {TakenBack, OutOfRange},
		doStock:       {InStock, 0},
		doVoid:        {TakenBack, OutOfOrder},
		doIssue:       {Held, 0},
		doReceipt:     {TakenBack, NotIssued},
		doTransfer:    {TakenBack, NotIssued},
		doGiveBack:    {TakenBack, DuplicateReturn},
		doPageCheck:   {TakenBack, 0},
		doDefect:      {TakenBack, Defective},
		doLoss:        {Lost, 0},
		doFind:        {TakenBack, OutOfOrder},
		doArchive:     {InArchive, 0},
		doApprove:     {TakenBack, 0},
		doDestroy:     {Shredded, 0},
		doTransferOut: {PassedOn, 0},
	},
	InArchive: {
		doPrint:       {InArchive, OutOfRange},
		doHandIn:      {InArchive, OutOfRange},
		doStock:       {InArchive, OutOfOrder},
		doVoid:        {InArchive, OutOfOrder},
		doIssue:       {Held, OutOfOrder},
		doReceipt:     {InArchive, NotIssued},
		doTransfer:    {InArchive, NotIssued},
		doGiveBack:    {InArchive, NotIssued},
		doPageCheck:   {InArchive, 0},
		doDefect:      {InArchive, Defective},
		doLoss:        {Lost, 0},
		doFind:        {InArchive, OutOfOrder},
		doArchive:     {InArchive, OutOfOrder},
		doApprove:     {InArchive, 0},
		doDestroy:     {Shredded, 0},
		doTransferOut: {PassedOn, 0},
	},
	Shredded: {
		doPrint:       {Shredded, OutOfRange},
		doHandIn:      {Shredded, OutOfRange},
		doStock:       {Shredded, OutOfOrder},
		doVoid:        {Shredded, OutOfOrder},
		doIssue:       {Held, OutOfOrder},
		doReceipt:     {Shredded, NotIssued},
		doTransfer:    {Shredded, NotIssued},
		doGiveBack:    {Shredded, NotIssued},
		doPageCheck:   {Shredded, OutOfOrder},
		doDefect:      {Shredded, OutOfOrder},
		doLoss:        {Shredded, OutOfOrder},
		doFind:        {Shredded, OutOfOrder},
		doArchive:     {Shredded, OutOfOrder},
		doApprove:     {Shredded, OutOfOrder},
		doDestroy:     {Shredded, OutOfOrder},
		doTransferOut: {Shredded, OutOfOrder},
	},
	Lost: {
		doPrint:       {Lost, OutOfRange},
		doHandIn:      {Lost, OutOfRange},
		doStock:       {InStock, LostThenFound},
		doVoid:        {Lost, OutOfOrder},
		doIssue:       {Held, LostThenFound},
		doReceipt:     {Lost, OutOfOrder},
		doTransfer:    {Held, LostThenFound},
		doGiveBack:    {TakenBack, LostThenFound},
		doPageCheck:   {Lost, OutOfOrder},
		doDefect:      {Lost, OutOfOrder},
		doLoss:        {Lost, 0},
		doFind:        {Held, LostThenFound}, // InStock if nobody held it
		doArchive:     {InArchive, LostThenFound},
		doApprove:     {Lost, OutOfOrder},
		doDestroy:     {Shredded, LostThenFound},
		doTransferOut: {PassedOn, LostThenFound},
	},
	PassedOn: {
		doPrint:       {PassedOn, OutOfRange},
		doHandIn:      {PassedOn, OutOfRange},
		doStock:       {InStock, OutOfOrder},
		doVoid:        {PassedOn, OutOfOrder},
		doIssue:       {Held, OutOfOrder},
		doReceipt:     {PassedOn, NotIssued},
		doTransfer:    {PassedOn, NotIssued},
		doGiveBack:    {TakenBack, NotIssued},
		doPageCheck:   {PassedOn, OutOfOrder},
		doDefect:      {PassedOn, OutOfOrder},
		doLoss:        {PassedOn, OutOfOrder},
		doFind:        {PassedOn, OutOfOrder},
		doArchive:     {InArchive, OutOfOrder},
		doApprove:     {PassedOn, OutOfOrder},
		doDestroy:     {Shredded, OutOfOrder},
		doTransferOut: {PassedOn, OutOfOrder},
	},
	Void: {
		doPrint:       {Void, OutOfRange},
		doHandIn:      {Void, OutOfRange},
		doStock:       {Void, OutOfOrder},
		doVoid:        {Void, OutOfOrder},
		doIssue:       {Held, OutOfOrder},
		doReceipt:     {Void, NotIssued},
		doTransfer:    {Void, NotIssued},
		doGiveBack:    {Void, NotIssued},
		doPageCheck:   {Void, OutOfOrder},
		doDefect:      {Void, OutOfOrder},
		doLoss:        {Lost, 0},
		doFind:        {Void, OutOfOrder},
		doArchive:     {Void, OutOfOrder},
		doApprove:     {Void, 0},
		doDestroy:     {Shredded, 0},
		doTransferOut: {Void, OutOfOrder},
	},
}
