package calendar_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/huiwu-go/huiwu/followup/calendar"
)

func TestNoticesJSON(t *testing.T) {
	notices := calendar.ChinaNotices()
	data, err := calendar.AppendNotices([]byte("x"), notices)
	if err != nil {
		t.Fatal(err)
	}
	data = data[1:]
	back, err := calendar.ParseNotices(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(notices, back, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("read back (-want +got):\n%s", diff)
	}
	again, err := calendar.AppendNotices(nil, back)
	if err != nil || !bytes.Equal(again, data) {
		t.Errorf("written twice, %v:\n%s\n%s", err, data, again)
	}
}

func TestParseNoticesFindings(t *testing.T) {
	tests := []struct{ in, want, why string }{
		{`{"huiwu":"calendar.notices/1","notices":[]}`, "", "no notices"},
		{`{"huiwu":"calendar.notices/2","notices":[]}`, "calendar.notices/2", "a version to come"},
		{`{"notices":[]}`, "calendar.notices/1", "no format"},
		{`{"huiwu":"calendar.notices/1","notices":[{"id":"a","jurisdiction":"CN","title":"t","Year":2026}]}`, "Year", "keys in another case"},
		{`{"huiwu":"calendar.notices/1","notices":[{"id":"a","jurisdiction":"CN","title":"t","year":2026,"holidays":[{"name":"x","from":"2026-02-30"}]}]}`, "2026-02-30", "no such date"},
		{`{"huiwu":"calendar.notices/1","notices":[{"id":"a","jurisdiction":"CN","title":"t","year":2026,"holidays":[{"name":"x","from":"2026-02-03"}]}]}`, "notices[0].holidays[0]", "a holiday without its last day"},
		{``, "", "nothing"},
	}
	for _, tt := range tests {
		got, err := calendar.ParseNotices([]byte(tt.in))
		if tt.want == "" && tt.in != "" {
			if err != nil || len(got) != 0 {
				t.Errorf("%s: %v, %v", tt.why, got, err)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), tt.want) || got != nil {
			t.Errorf("%s: got %v, want an error about %s", tt.why, err, tt.want)
		}
	}
	if data, err := calendar.AppendNotices([]byte("x"), []calendar.Notice{{}}); err == nil || string(data) != "x" {
		t.Errorf("a notice without anything was written: %s, %v", data, err)
	}
	if data, err := calendar.AppendNotices(nil, nil); err != nil || string(data) != `{"huiwu":"calendar.notices/1","notices":[]}` {
		t.Errorf("no notices: %s, %v", data, err)
	}
}

func FuzzParseNotices(f *testing.F) {
	data, err := calendar.AppendNotices(nil, calendar.ChinaNotices()[:2])
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"huiwu":"calendar.notices/1","notices":[{"id":"a","jurisdiction":"CN","title":"t","year":2026,"holidays":[{"name":"x","makeUp":["2026-02-14"]}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		notices, err := calendar.ParseNotices(data)
		if err != nil {
			return
		}
		text, err := calendar.AppendNotices(nil, notices)
		if err != nil {
			t.Fatalf("read, but not to be written: %v", err)
		}
		back, err := calendar.ParseNotices(text)
		if err != nil {
			t.Fatalf("%s does not read back: %v", text, err)
		}
		if diff := cmp.Diff(notices, back, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("read back (-want +got):\n%s", diff)
		}
		if c, err := calendar.New(notices, nil); err == nil {
			first, last := c.Years()
			if _, err := c.CountInclusive(calendar.MustDate(first, 1, 1), calendar.MustDate(last, 12, 31)); err != nil && first == last {
				t.Errorf("%d to %d: %v", first, last, err)
			}
		}
	})
}

// A host adds the notice of the next year as data.
func ExampleParseNotices() {
	notices, err := calendar.ParseNotices([]byte(`{
		"huiwu": "calendar.notices/1",
		"notices": [{
			"id": "CN-2027", "jurisdiction": "CN", "year": 2027,
			"title": "(the notice for 2027, as an example)", "published": "2026-11-30",
			"holidays": [{"name": "元旦", "nameEn": "New Year's Day", "from": "2027-01-01", "to": "2027-01-03"}]
		}]
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := calendar.New(append(calendar.ChinaNotices(), notices...), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Add(calendar.MustDate(2026, 12, 31), 1))
	// Output: 2027-01-04 <nil>
}
