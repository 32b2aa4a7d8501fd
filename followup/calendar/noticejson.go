package calendar

import (
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// noticesFormat names the document that holds notices.
var noticesFormat = wire.Format{Name: "calendar.notices", Version: 1}

// document is what such a document holds beside its format.
type document struct {
	Notices []Notice `json:"notices"`
}

// AppendNotices appends notices as a JSON document:
//
//	{"huiwu":"calendar.notices/1","notices":[{"id":"CN-2026", ...}]}
//
// What the document says of a notice are the JSON names of [Notice]. Notices that
// [Notice.Validate] refuses are an error, a [check.Problems], and dst is returned
// as it was.
func AppendNotices(dst []byte, notices []Notice) ([]byte, error) {
	if err := validateAll(notices).Err(); err != nil {
		return dst, err
	}
	if notices == nil {
		notices = []Notice{}
	}
	return wire.Append(dst, noticesFormat, document{notices})
}

// ParseNotices reads a document that [AppendNotices] wrote, or a host keeps by
// hand. It is strict: unknown and doubled keys, wrong types and everything that
// [Notice.Validate] finds are reported at once, with path, line and column, as a
// [check.Problems]. Whether the notices fit together is judged by [New].
func ParseNotices(data []byte) ([]Notice, error) {
	var doc document
	_, found := wire.Parse(data, noticesFormat, &doc, nil)
	if err := found.Err(); err != nil {
		return nil, err
	}
	if err := validateAll(doc.Notices).Err(); err != nil {
		return nil, err
	}
	return doc.Notices, nil
}

func validateAll(notices []Notice) check.Problems {
	var ps check.Problems
	for i, n := range notices {
		ps.In(check.Index("notices", i), n.Validate())
	}
	return ps
}
