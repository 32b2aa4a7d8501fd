package followup

import (
	"fmt"
	"strings"
)

// A Light (亮灯) says at a glance how an item stands, and is the colour of a slip
// (督办单). Later colours are worse. The zero Light is none: nothing is owed.
type Light uint8

// The lights.
const (
	Green  Light = iota + 1 // 绿灯
	Blue                    // 蓝灯
	Yellow                  // 黄灯
	Orange                  // 橙灯
	Red                     // 红灯
)

// Lights is the number of lights, the zero Light not counted.
const Lights = int(Red)

var lights = [...]struct{ token, label string }{
	{"none", "不亮灯"},
	{"green", "绿"},
	{"blue", "蓝"},
	{"yellow", "黄"},
	{"orange", "橙"},
	{"red", "红"},
}

// IsValid reports whether l is one of the lights above.
func (l Light) IsValid() bool { return l >= Green && l <= Red }

// String returns the token, such as "red"; "none" for the zero Light.
func (l Light) String() string {
	if int(l) >= len(lights) {
		return fmt.Sprintf("Light(%d)", uint8(l))
	}
	return lights[l].token
}

// Label returns the Chinese word for the colour, such as 红.
func (l Light) Label() string {
	if int(l) >= len(lights) {
		return ""
	}
	return lights[l].label
}

// MarshalText returns the token of a valid light.
func (l Light) MarshalText() ([]byte, error) {
	if !l.IsValid() {
		return nil, fmt.Errorf("light %d is not valid", uint8(l))
	}
	return []byte(l.String()), nil
}

// UnmarshalText reads a token.
func (l *Light) UnmarshalText(text []byte) error {
	var known []string
	for v := Green; v <= Red; v++ {
		if v.String() == string(text) {
			*l = v
			return nil
		}
		known = append(known, v.String())
	}
	return fmt.Errorf("light %.40q is none of %s", text, strings.Join(known, ", "))
}
