package journal

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A Codec says how the events of one room are written and read. A room keeps one
// and hands a pointer to it to [New], [Of] and [Parse]; it does not change it
// afterwards. All logs that are merged come from the same codec.
type Codec[E any] struct {
	// Name says whose entries these are, as in "docs.ledger". It stands on every
	// line, so that the lines of two rooms in one file do not mix.
	Name string

	// Types are the types of events, each Go type and each name once.
	Types []Type[E]

	// Hash makes digests; nil is SHA-256. A host that must use SM3 gives that.
	Hash func(data []byte) [32]byte
}

// A Type is one type of event on the wire. [TypeOf] makes the usual one.
type Type[E any] struct {
	Name    string // as in "issued"; never used for another type again
	Version int    // of the form that Append writes, from 1

	// Append appends the body of e, one JSON value other than null without space
	// between its tokens, and reports whether e is of this type at all. The same
	// event always gives the same bytes.
	Append func(dst []byte, e E) (body []byte, ok bool, err error)

	// Decode reads a body of a version from 1 to Version.
	Decode func(version int, body []byte) (E, error)
}

// TypeOf is the type of the events that are a T, written as JSON by its fields and
// tags and read back strictly. Bodies of older versions are read as T too, so that
// a version may add fields that are left out when zero; a Decode of the room's own
// takes the place of this one where a version changed more.
func TypeOf[E, T any](name string, version int) Type[E] {
	shape := wire.For[T]()
	return Type[E]{
		Name: name, Version: version,
		Append: func(dst []byte, e E) ([]byte, bool, error) {
			t, ok := any(e).(T)
			if !ok {
				return dst, false, nil
			}
			dst, err := shape.Append(dst, &t)
			return dst, true, err
		},
		Decode: func(_ int, body []byte) (E, error) {
			var t T
			var none E
			found := shape.Parse(body, &t, nil)
			if err := found.Err(); err != nil {
				return none, err
			}
			e, ok := any(t).(E)
			if !ok {
				return none, fmt.Errorf("%T is no event of this room", t)
			}
			return e, nil
		},
	}
}

// Validate reports what keeps c from writing a log: names that no line may have or
// that are used twice, versions below 1, functions that are missing. A nil codec,
// which the zero Log has, writes nothing.
func (c *Codec[E]) Validate() check.Problems {
	var ps check.Problems
	fault := func(broken bool, path, hans, en string) {
		if broken {
			ps.Add(badCodec.At(path, check.Term("what", hans, en)))
		}
	}
	fault(c == nil, "", "没有编码方式", "there is none")
	if c == nil {
		return ps
	}
	fault(!name(c.Name), "name", "记录簿名称不可用", "the name of the log is not usable")
	for i, t := range c.Types {
		path := check.Index("types", i)
		fault(!name(t.Name), check.Join(path, "name"), "类型名称不可用", "the name of a type is not usable")
		fault(c.lookup(t.Name) != &c.Types[i], check.Join(path, "name"), "类型名称重复", "the name of a type is used twice")
		fault(t.Version < 1, check.Join(path, "version"), "类型版本应从 1 起", "the version of a type is less than 1")
		fault(t.Append == nil || t.Decode == nil, path, "类型缺少读写函数", "a type lacks a function")
	}
	return ps
}

var (
	// ErrNoType is returned for an event that no type of the codec writes.
	ErrNoType = errors.New("no type of the codec writes the event")
	// ErrBody is returned for a body that is not one JSON value as [wire.ParseValue]
	// reads it, other than null, without white space between its tokens, of at most
	// [MaxBody] bytes, one level less deep than [wire.MaxDepth].
	ErrBody = errors.New("the body is not one compact value of JSON other than null")
)

// encode appends the body of an event and returns its type.
func (c *Codec[E]) encode(dst []byte, e E) ([]byte, *Type[E], error) {
	for i := range c.Types {
		if body, ok, err := c.Types[i].Append(dst, e); ok || err != nil {
			return body, &c.Types[i], err
		}
	}
	return dst, nil, fmt.Errorf("%w: %T", ErrNoType, e)
}

// check reports an event that the codec cannot write, or would not read back. buf
// is scratch space.
func (c *Codec[E]) check(buf []byte, e E) ([]byte, error) {
	body, t, err := c.encode(buf[:0], e)
	if err != nil {
		return body, err
	}
	var raw json.RawMessage
	found := wire.ParseValue(body, &raw, &wire.Limits{Bytes: MaxBody, Depth: wire.MaxDepth - 1}) // a line is one more
	if err := found.Err(); err != nil {
		return body, fmt.Errorf("%w: %w", ErrBody, err)
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, body); err != nil || !bytes.Equal(compact.Bytes(), body) || isNull(body) {
		return body, ErrBody
	}
	_, err = t.Decode(t.Version, body)
	return body, err
}

// decode reads a recorded body. It returns what has to be kept because the codec
// does not read the body, or does not write the same again. buf is scratch space.
func (c *Codec[E]) decode(buf []byte, typ string, version int, body []byte) (E, *kept, []byte) {
	k := &kept{state: Unknown, typ: typ, version: version}
	if t := c.lookup(typ); t != nil && version <= t.Version && !isNull(body) {
		e, err := t.Decode(version, body)
		if err == nil {
			again, same, err := c.encode(buf[:0], e)
			if err == nil && same == t && version == t.Version && bytes.Equal(again, body) {
				return e, nil, again
			}
			k.state, k.body = Taken, string(body)
			return e, k, again
		}
	}
	k.body = string(body)
	var none E
	return none, k, buf
}

// isNull reports a body without an event, which would be read as a nil pointer.
func isNull(body []byte) bool { return string(body) == "null" }

func (c *Codec[E]) lookup(typ string) *Type[E] {
	for i := range c.Types {
		if c.Types[i].Name == typ {
			return &c.Types[i]
		}
	}
	return nil
}

func (c *Codec[E]) hash(data []byte) Digest {
	if c.Hash == nil {
		return sha256.Sum256(data)
	}
	return c.Hash(data)
}
