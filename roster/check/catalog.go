package check

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Codes of this package's own rules.
const (
	OnlyCounted    Code = "check/only-counted"
	IncompleteRule Code = "check/incomplete-rule"
	DuplicateCode  Code = "check/duplicate-code"
)

var (
	onlyCounted = Rule{
		Code: OnlyCounted, Source: HouseCustom,
		Hans: "{code} 还有 {more} 处，未逐条列出",
		En:   "{code}: {more} more findings, counted only",
	}
	incompleteRule = Rule{
		Code: IncompleteRule, Severity: Error, Source: HouseCustom,
		Hans: "规则 {code} 不完整：{what}",
		En:   "rule {code} is incomplete: {what}",
	}
	duplicateCode = Rule{
		Code: DuplicateCode, Severity: Error, Source: HouseCustom,
		Hans: "规则编码 {code} 重复",
		En:   "rule code {code} is used twice",
	}
)

// Rules lists the rules of this package.
func Rules() []Rule { return []Rule{onlyCounted, incompleteRule, duplicateCode} }

// A Catalog is a set of rules by code. Only a host that reads findings back, or
// prints the rules, needs one. The zero Catalog is empty.
type Catalog struct {
	byCode map[Code]*Rule
}

// NewCatalog collects the rules of rooms and of the host. A rule without code,
// source or one of its texts, with texts that differ in their placeholders, or with
// a code that is taken, is an error; all of them are reported at once.
func NewCatalog(sets ...[]Rule) (Catalog, error) {
	c := Catalog{byCode: map[Code]*Rule{}}
	var ps Problems
	for i, set := range sets {
		for j, r := range set {
			path := Index(Index("sets", i), j)
			code := Text("code", string(r.Code))
			for _, fault := range r.faults() {
				ps.Add(incompleteRule.At(path, code, fault))
			}
			if c.byCode[r.Code] != nil {
				ps.Add(duplicateCode.At(path, code))
				continue
			}
			c.byCode[r.Code] = &r
		}
	}
	if err := ps.Err(); err != nil {
		return Catalog{}, err
	}
	return c, nil
}

func (r Rule) faults() []Arg {
	var faults []Arg
	fault := func(broken bool, hans, en string) {
		if broken {
			faults = append(faults, Term("what", hans, en))
		}
	}
	room, name, ok := strings.Cut(string(r.Code), "/")
	fault(!ok || room == "" || name == "", "编码应为“包/名称”", "the code is not of the form room/name")
	fault(r.Severity > Error, "级别不在范围内", "the severity is out of range")
	fault(r.Source == "", "没有出处", "it has no source")
	fault(r.Hans == "", "没有中文", "it has no Chinese text")
	fault(r.En == "", "没有英文", "it has no English text")
	fault(!slices.Equal(placeholders(r.Hans), placeholders(r.En)), "中英文占位符不一致", "the placeholders of its texts differ")
	return faults
}

// All walks the rules in the order of their codes.
func (c Catalog) All() iter.Seq[Rule] {
	return func(yield func(Rule) bool) {
		for _, code := range slices.Sorted(maps.Keys(c.byCode)) {
			if !yield(*c.byCode[code]) {
				return
			}
		}
	}
}

// Lookup returns the rule of a code.
func (c Catalog) Lookup(code Code) (Rule, bool) {
	r, ok := c.byCode[code]
	if !ok {
		return Rule{}, false
	}
	return *r, true
}

// The wire forms. A code of which findings were only counted stands in More.
type (
	wireProblem struct {
		Path     string   `json:"path"`
		Code     Code     `json:"code"`
		Severity Severity `json:"severity"`
		Args     []Arg    `json:"args,omitempty"`
	}
	wireReason struct {
		Code Code  `json:"code"`
		Args []Arg `json:"args,omitempty"`
	}
	wireProblems struct {
		Huiwu    string        `json:"huiwu"`
		Findings []wireProblem `json:"findings"`
		More     []wireMore    `json:"more,omitempty"`
	}
	wireMore struct {
		Code  Code `json:"code"`
		Count int  `json:"count"`
	}
)

const problemsFormat = "check.problems/1"

func (p Problem) wire() wireProblem {
	return wireProblem{Path: p.path, Code: p.rule.Code, Severity: p.rule.Severity, Args: p.args}
}

// MarshalJSON writes path, code, severity and arguments; the cause stays behind.
func (p Problem) MarshalJSON() ([]byte, error) { return json.Marshal(p.wire()) }

// MarshalJSON writes code and arguments; the zero Reason is null.
func (r Reason) MarshalJSON() ([]byte, error) {
	if r.rule == nil {
		return []byte("null"), nil
	}
	return json.Marshal(wireReason{Code: r.rule.Code, Args: r.args})
}

// MarshalJSON writes the report in a versioned form that [Catalog.ParseProblems]
// reads.
func (ps Problems) MarshalJSON() ([]byte, error) {
	w := wireProblems{Huiwu: problemsFormat, Findings: []wireProblem{}}
	for p := range ps.All() {
		w.Findings = append(w.Findings, p.wire())
	}
	for _, c := range ps.codes {
		if more := c.total - len(c.kept); more > 0 {
			w.More = append(w.More, wireMore{Code: c.kept[0].rule.Code, Count: more})
		}
	}
	return json.Marshal(w)
}

// ErrUnknownCode is returned for a finding or reason whose code is not in the
// catalogue.
var ErrUnknownCode = errors.New("unknown code")

// ParseProblems reads a report back. A code that the catalogue does not hold is
// an error that wraps [ErrUnknownCode].
func (c Catalog) ParseProblems(data []byte) (Problems, error) {
	var w wireProblems
	if err := strict(data, &w); err != nil {
		return Problems{}, fmt.Errorf("report: %w", err)
	}
	if w.Huiwu != problemsFormat {
		return Problems{}, fmt.Errorf("report: format %s, want %q", quote(w.Huiwu), problemsFormat)
	}
	var ps Problems
	for i, f := range w.Findings {
		r, err := c.rule(f.Code)
		if err == nil && r.Severity == 0 {
			err = fmt.Errorf("code %s gives reasons, not findings", quote(string(f.Code)))
		}
		if err != nil {
			return Problems{}, fmt.Errorf("report: findings[%d]: %w", i, err)
		}
		ps.Add(r.At(f.Path, clean(f.Args)...))
	}
	for i, m := range w.More {
		if ps.Count(m.Code) != MaxKept || m.Count <= 0 || m.Count > math.MaxInt32-MaxKept {
			return Problems{}, fmt.Errorf("report: more[%d]: %d of %s beyond %d kept", i, m.Count, quote(string(m.Code)), ps.Count(m.Code))
		}
		ps.of(m.Code).total += m.Count
	}
	return ps, nil
}

// ParseReason reads a reason back. A code that the catalogue does not hold is an
// error that wraps [ErrUnknownCode].
func (c Catalog) ParseReason(data []byte) (Reason, error) {
	if string(bytes.TrimSpace(data)) == "null" {
		return Reason{}, nil
	}
	var w wireReason
	if err := strict(data, &w); err != nil {
		return Reason{}, fmt.Errorf("reason: %w", err)
	}
	r, err := c.rule(w.Code)
	if err != nil {
		return Reason{}, fmt.Errorf("reason: %w", err)
	}
	return r.Because(clean(w.Args)...), nil
}

func (c Catalog) rule(code Code) (*Rule, error) {
	r := c.byCode[code]
	if r == nil {
		return nil, fmt.Errorf("%w %s", ErrUnknownCode, quote(string(code)))
	}
	return r, nil
}

// clean gives arguments that were read the form they have when they are made.
func clean(args []Arg) []Arg {
	for i, a := range args {
		args[i].Text, args[i].En = visible(a.Text), visible(a.En)
		for j, s := range a.List {
			a.List[j] = visible(s)
		}
	}
	return args
}

// strict decodes one JSON value without unknown fields and with nothing after it.
func strict(data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("text after the report, at byte " + strconv.FormatInt(d.InputOffset(), 10))
	}
	return nil
}
