package wire_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/roster/wire"
)

func TestParseFormat(t *testing.T) {
	type doc struct {
		Name string `json:"name"`
	}
	f := wire.Format{Name: "seating.plan", Version: 3}
	for _, tt := range []struct {
		name, in string
		version  int
		want     []string
		why      string
	}{
		{"current", `{"huiwu":"seating.plan/3","name":"x"}`, 3, nil, "as written"},
		{"older", `{"huiwu":"seating.plan/1","name":"x"}`, 1, nil, "readers accept all older versions"},
		{"last", `{"name":"x","huiwu":"seating.plan/3"}`, 3, nil, "tools sort keys"},
		{"newer", `{"huiwu":"seating.plan/4","nmae":"x"}`, 0, []string{`huiwu: line 1, column 10: the format "seating.plan/4" is newer than "seating.plan/3", the newest known here`}, "other findings would mislead"},
		{"other", `{"huiwu":"docs.ledger/3","nmae":"x"}`, 0, []string{`huiwu: line 1, column 10: the format is "docs.ledger/3", want "seating.plan/3"`}, "other findings would mislead"},
		{"no version", `{"huiwu":"seating.plan"}`, 0, []string{`huiwu: line 1, column 10: the format is "seating.plan", want "seating.plan/3"`}, "a version is part of it"},
		{"version 0", `{"huiwu":"seating.plan/0"}`, 0, []string{`huiwu: line 1, column 10: the format is "seating.plan/0", want "seating.plan/3"`}, "versions begin at 1"},
		{"version 01", `{"huiwu":"seating.plan/01"}`, 0, []string{`huiwu: line 1, column 10: the format is "seating.plan/01", want "seating.plan/3"`}, "one way to write each"},
		{"missing", `{"nmae":"x"}`, 0, []string{
			`the format is not named: key "huiwu" with value "seating.plan/3" is missing`,
			`nmae: line 1, column 2: unknown key "nmae"; nearest known key: "name"`,
		}, "all findings at once"},
		{"twice", `{"huiwu":"seating.plan/3","huiwu":"seating.plan/2"}`, 3, []string{`huiwu: line 1, column 27: key "huiwu" occurs more than once in its object`}, "the first counts"},
		{"no text", `{"huiwu":3}`, 0, []string{`huiwu: line 1, column 10: want text, have a number`}, "named, though not well"},
		{"cut off", `{"name":`, 0, []string{`name: line 1, column 9: JSON syntax: the text ends where a value is due; nothing after it was read`}, "the format might have followed"},
		{"inside", `{"name":"x","inner":{"huiwu":"seating.plan/3"}}`, 0, []string{
			`the format is not named: key "huiwu" with value "seating.plan/3" is missing`,
			`inner: line 1, column 13: unknown key "inner"; nearest known key: none`,
		}, "only the document has a format"},
		{"no object", `[]`, 0, []string{
			`the format is not named: key "huiwu" with value "seating.plan/3" is missing`,
			`line 1, column 1: want an object, have a list`,
		}, "a document is an object"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var v doc
			version, found := wire.Parse([]byte(tt.in), f, &v, nil)
			if diff := cmp.Diff(tt.want, texts(found)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
			if version != tt.version {
				t.Errorf("%s: version %d, want %d", tt.why, version, tt.version)
			}
		})
	}
}

// TestParseOlder reads a document whose older version had another shape.
func TestParseOlder(t *testing.T) {
	f := wire.Format{Name: "x.y", Version: 2}
	var members map[string]json.RawMessage
	version, found := wire.Parse([]byte(`{"huiwu":"x.y/1","old":[1]}`), f, &members, nil)
	if found.Len() > 0 || version != 1 || string(members["old"]) != "[1]" || len(members) != 1 {
		t.Errorf("version %d, members %s, findings %v", version, members, found)
	}
	data, err := wire.Append(nil, f, members)
	if want := `{"huiwu":"x.y/2","old":[1]}`; err != nil || string(data) != want {
		t.Errorf("%s, %v; want %s", data, err, want)
	}
}

func TestFormatNeedsPlace(t *testing.T) {
	f := wire.Format{Name: "x.y", Version: 1}
	var taken struct {
		Huiwu string `json:"huiwu"`
	}
	for _, v := range []any{&taken, new(int), new([]string), new(selfWriting)} {
		if _, found := wire.Parse([]byte(`{}`), f, v, nil); !found.Has(wire.UnsupportedType) {
			t.Errorf("%T is read: %v", v, found)
		}
		if _, err := wire.Append(nil, f, v); err == nil {
			t.Errorf("%T is written", v)
		}
	}
}
