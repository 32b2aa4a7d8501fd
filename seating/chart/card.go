package chart

import (
	"iter"
	"strconv"

	"github.com/huiwu-go/huiwu/seating"
)

// A Card is what stands on a place card (席位卡).
type Card struct {
	Name  string // printed large, set apart if it is two Chinese characters
	Latin string // under it, small; "" is none
}

// Size of a place card, in tenths of a millimetre: two sides, one above the other,
// that fold into a tent.
const (
	CardWidth = 2000
	CardSide  = 1000
)

const (
	cardStyle = `text{font-family:"KaiTi","STKaiti","Source Han Serif SC","Noto Serif CJK SC",SimSun,serif;fill:#000;text-anchor:middle}` +
		`rect{fill:#fff;stroke:none}line{stroke:#999;stroke-width:2;stroke-dasharray:20 20}`
	largestName = 560
	printWidth  = 1700
	latinHeight = 130
	cardColumns = 48 // of a name, at the smallest size that is read across a table
)

// Cards walks the place cards of a plan in walking order: row by row from the
// front, each row from left to right as somebody sees it who stands in the hall.
// Names are those of the options.
func Cards(p seating.Plan, o *Options) iter.Seq[Card] {
	return func(yield func(Card) bool) {
		d, err := newDrawing(p, seating.FromAbove, o)
		if err != nil {
			return
		}
		for place := range p.Places() {
			if place.Empty() {
				continue
			}
			if !yield(Card{Name: d.name(place.Guest.ID, cardColumns), Latin: d.latin(place.Guest.ID, cardColumns)}) {
				return
			}
		}
	}
}

// AppendCard appends a place card as SVG: the same name on both sides, one of them
// upside down, with the fold between them.
func AppendCard(dst []byte, c Card) []byte {
	name, latin := fit(Spaced(c.Name), cardColumns), fit(c.Latin, 2*cardColumns)
	s := sheet{dst}
	s.dst = append(s.dst, `<svg xmlns="http://www.w3.org/2000/svg" width="200mm" height="200mm" viewBox="0 0 2000 2000">`+"\n<title>"...)
	s.dst = append(appendEscaped(s.dst, name), "</title>\n<style>"+cardStyle+"</style>\n"...)
	s.dst = append(s.dst, `<rect x="0" y="0" width="2000" height="2000"/>`+"\n"...)
	s.dst = append(s.dst, `<line x1="0" y1="1000" x2="2000" y2="1000"/>`+"\n"...)
	s.dst = append(s.dst, `<g transform="rotate(180 1000 500)">`+"\n"...)
	s.face(name, latin, 0)
	s.dst = append(s.dst, "</g>\n<g>\n"...)
	s.face(name, latin, CardSide)
	s.dst = append(s.dst, "</g>\n</svg>\n"...)
	return s.dst
}

// face writes one side of a card whose upper edge is at y.
func (s *sheet) face(name, latin string, y int) {
	size := scaled(name, largestName)
	middle := y + CardSide/2
	if latin != "" {
		middle -= latinHeight / 2
	}
	s.line(CardWidth/2, middle+size*36/100, size, name)
	s.line(CardWidth/2, y+CardSide-150, scaled(latin, latinHeight), latin)
}

// scaled returns the largest type up to a size in which a text fits on a card.
func scaled(text string, largest int) int {
	return min(largest, printWidth*2/max(drawn(text), 1))
}

// line writes a text in a size of its own.
func (s *sheet) line(x, y, size int, text string) {
	if text == "" {
		return
	}
	s.dst = append(s.dst, `<text`...)
	s.attr("x", x)
	s.attr("y", y)
	s.dst = append(s.dst, ` font-size="`...)
	s.dst = append(strconv.AppendInt(s.dst, int64(size), 10), `">`...)
	s.dst = append(appendEscaped(s.dst, text), "</text>\n"...)
}
