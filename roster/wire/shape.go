package wire

import (
	"reflect"

	"github.com/huiwu-go/huiwu/roster/check"
)

// A Shape reads and writes values of one type, with the work that depends only on
// the type done beforehand. It never changes and is safe for concurrent use. The
// zero Shape does that work at every call; [For] does it once.
type Shape[T any] struct {
	read, write             *plan
	cannotRead, cannotWrite check.Problems
}

// For returns the shape of T. A type that cannot be read or written is reported
// by every call of Parse or Append.
func For[T any]() Shape[T] {
	var s Shape[T]
	s.read, s.cannotRead = planFor(reflect.TypeFor[T](), false)
	s.write, s.cannotWrite = planFor(reflect.TypeFor[T](), true)
	return s
}

// Parse reads one JSON value as [ParseValue] does. The pointer into must not be nil.
func (s Shape[T]) Parse(data []byte, into *T, lim *Limits) check.Problems {
	if s.read == nil {
		s = For[T]()
	}
	if s.cannotRead.Failed() {
		return s.cannotRead
	}
	r := newReader(data, lim)
	r.document(s.read, reflect.ValueOf(into).Elem())
	return r.found
}

// Append appends one JSON value as [AppendValue] does. The pointer v must not be
// nil.
func (s Shape[T]) Append(dst []byte, v *T) ([]byte, error) {
	if s.write == nil {
		s = For[T]()
	}
	if err := s.cannotWrite.Err(); err != nil {
		return dst, err
	}
	w := writer{dst: dst}
	w.value(s.write, reflect.ValueOf(v).Elem())
	return w.done(dst)
}
