package journal

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"
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

	// Append appends the body of e, one JSON value without space between its
	// tokens, and reports whether e is of this type at all. The same event always
	// gives the same bytes.
	Append func(dst []byte, e E) (body []byte, ok bool, err error)

	// Decode reads a body of a version from 1 to Version.
	Decode func(version int, body []byte) (E, error)
}

// TypeOf is the type of the events that are a T, written as JSON by its fields and
// tags and read back strictly. Bodies of older versions are read as T too, so that
// a version may add fields that are left out when zero; a Decode of the room's own
// takes the place of this one where a version changed more.
func TypeOf[E, T any](name string, version int) Type[E] {
	return Type[E]{
		Name: name, Version: version,
		Append: func(dst []byte, e E) ([]byte, bool, error) {
			t, ok := any(e).(T)
			if !ok {
				return dst, false, nil
			}
			dst, err := appendValue(dst, t)
			return dst, true, err
		},
		Decode: func(_ int, body []byte) (E, error) {
			var t T
			var none E
			if err := parseValue(body, &t); err != nil {
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

var (
	// ErrNoCodec is returned for a change of a log that has no codec: the zero Log.
	ErrNoCodec = errors.New("the log has no codec")
	// ErrNoType is returned for an event that no type of the codec writes.
	ErrNoType = errors.New("no type of the codec writes the event")
	// ErrBody is returned for a body that is not one JSON value without space
	// between its tokens, or longer than [MaxBody].
	ErrBody = errors.New("the body is not compact JSON")
)

// append appends the body of an event and returns its type.
func (c *Codec[E]) append(dst []byte, e E) ([]byte, *Type[E], error) {
	for i := range c.Types {
		if body, ok, err := c.Types[i].Append(dst, e); ok || err != nil {
			return body, &c.Types[i], err
		}
	}
	return dst, nil, fmt.Errorf("%w: %T", ErrNoType, e)
}

// check reports an event that the codec cannot write. buf is scratch space.
func (c *Codec[E]) check(buf []byte, e E) ([]byte, error) {
	body, _, err := c.append(buf[:0], e)
	if err != nil {
		return body, err
	}
	n := len(body)
	compact := bytes.NewBuffer(body[n:])
	if err := json.Compact(compact, body); err != nil || !bytes.Equal(compact.Bytes(), body) || !utf8.Valid(body) || n > MaxBody {
		return body, ErrBody
	}
	return body, nil
}

// decode reads a recorded body. It returns what has to be kept where the codec
// does not write the same again, and why an event could not be read.
func (c *Codec[E]) decode(buf []byte, typ string, version int, body string) (e E, k *kept, scratch []byte, err error) {
	k = &kept{state: Unknown, typ: typ, version: version, body: body}
	t := c.lookup(typ)
	if t == nil || version > t.Version {
		return e, k, buf, nil
	}
	e, err = t.Decode(version, []byte(body))
	if err != nil {
		var none E
		return none, k, buf, err
	}
	k.state = Taken
	again, t2, err := c.append(buf[:0], e)
	if err == nil && t2 == t && version == t.Version && string(again) == body {
		k = nil
	}
	return e, k, again, nil
}

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
