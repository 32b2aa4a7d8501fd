package wire

// Default limits, used where a field of [Limits] is zero.
const (
	MaxBytes   = 64 << 20 // bytes of an input
	MaxDepth   = 64       // lists and objects inside each other, and of what is written
	MaxRows    = 1 << 20  // rows of a table, without its header
	MaxColumns = 1 << 10  // columns of a table
	MaxCell    = 64 << 10 // bytes of a cell
)

// DeepestDepth is the greatest depth that [Limits] can allow; a greater one is
// taken as this. It keeps the stack of a 32-bit program safe and is the depth at
// which encoding/json gives up.
const DeepestDepth = 10_000

// Limits bound an input. A field that is zero or negative stands for its default;
// nil stands for all defaults.
type Limits struct {
	Bytes   int // size of the input
	Depth   int // lists and objects inside each other, at most DeepestDepth
	Rows    int // rows of a table, without its header
	Columns int // columns of a table
	Cell    int // bytes of a cell

	// FirstLine is the number of the first line, 1 by default: the findings of a
	// line taken out of a larger text then name the line of that text.
	FirstLine int
}

func (l *Limits) withDefaults() Limits {
	var out Limits
	if l != nil {
		out = *l
	}
	for _, d := range [...]struct {
		field *int
		value int
	}{
		{&out.Bytes, MaxBytes},
		{&out.Depth, MaxDepth},
		{&out.Rows, MaxRows},
		{&out.Columns, MaxColumns},
		{&out.Cell, MaxCell},
		{&out.FirstLine, 1},
	} {
		if *d.field <= 0 {
			*d.field = d.value
		}
	}
	out.Depth = min(out.Depth, DeepestDepth)
	return out
}
