package followup

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

// IsValid reports whether l is one of the lights above.
func (l Light) IsValid() bool { return valid(lights, l) }

// String returns the token, such as "red"; "none" for the zero Light.
func (l Light) String() string { return of(lights, l).token }

// Label returns the Chinese word for the colour, such as 红, "" if l is not valid.
func (l Light) Label() string { return of(lights, l).hans }

// MarshalText returns the token of a valid light.
func (l Light) MarshalText() ([]byte, error) { return write(lights, l) }

// UnmarshalText reads a token.
func (l *Light) UnmarshalText(text []byte) error { return read(l, lights, text) }

// Slips counts the slips of an item by colour, by [Light]; 0 counts those without one.
type Slips [Lights + 1]int

// IsZero reports whether there is no slip.
func (s Slips) IsZero() bool { return s == Slips{} }

// slip keeps a slip.
func (it *Item) slip(colour Light) {
	it.Urged++
	it.LastSlip = colour
	it.Slips[colour]++
	if it.RedRun++; colour != Red {
		it.RedRun = 0
	}
}

func (it *Item) clearSlips() {
	it.Urged, it.LastSlip, it.Slips, it.RedRun = 0, 0, Slips{}, 0
}
