package seating_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"testing"

	"github.com/huiwu-go/huiwu/seating"
)

// TestPerspectivesDoNotMix type-checks lines that take one left for another. The
// file that defines the perspectives imports nothing, so that no compiler has to
// be started for it.
func TestPerspectivesDoNotMix(t *testing.T) {
	src, err := os.ReadFile("perspective.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		line     string
		compiles bool
		why      string
	}{
		{"var _ OwnSide = OwnLeft", true, "proves that the test sees what compiles"},
		{"var _ ViewerSide = OwnLeft.FromHall()", true, "the way from one side to the other has a name"},
		{"var _ OwnSide = ViewerLeft.OnRostrum()", true, "and back"},
		{"var _ Direction = OwnLeft.Of(Down)", true, "the facing is named"},
		{"var _ OwnSide = ViewerLeft", false, "the left of the hall is not that of the seated person"},
		{"var _ ViewerSide = OwnLeft", false, "nor the other way round"},
		{"var _ Direction = OwnLeft", false, "a hand has no direction until the facing is known"},
		{"var _ Direction = ViewerLeft", false, "nor has the viewer's"},
		{"var _ ViewerSide = Left", false, "the left of the paper is nobody's left"},
		{"var _ OwnSide = Left", false, "the left of the paper is nobody's left"},
		{"var _ View = Up", false, "a view is not a direction"},
		{"var _ = OwnLeft == ViewerRight", false, "sides of two people do not compare"},
		{"var _ = OwnLeft == Left", false, "a side does not compare with a direction"},
		{"var _ = map[OwnSide]int{ViewerLeft: 1}", false, "nor do they share a table"},
		{"var _ ViewPoint = Point{}", false, "a place on the plan is none on a sheet"},
		{"var _ Point = ViewPoint{}", false, "nor the other way round"},
		{"func f(OwnSide) {}; var _ = func() { f(ViewerLeft) }", false, "an argument takes one perspective"},
	} {
		fset := token.NewFileSet()
		var files []*ast.File
		for name, text := range map[string]string{"perspective.go": string(src), "line.go": "package seating\n" + c.line} {
			f, err := parser.ParseFile(fset, name, text, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, f)
		}
		_, err := (&types.Config{}).Check("seating", fset, files, nil)
		if compiles := err == nil; compiles != c.compiles {
			t.Errorf("%s: compiles is %t, want %t: %s (%v)", c.line, compiles, c.compiles, c.why, err)
		}
	}
}

func TestSides(t *testing.T) {
	for _, c := range []struct {
		own    seating.OwnSide
		facing seating.Direction
		want   seating.Direction
		why    string
	}{
		{seating.OwnLeft, seating.Down, seating.Right, "on the rostrum, stage at the top of the plan"},
		{seating.OwnRight, seating.Down, seating.Left, "on the rostrum"},
		{seating.OwnLeft, seating.Up, seating.Left, "in the hall, facing the stage"},
		{seating.OwnRight, seating.Up, seating.Right, "in the hall"},
		{seating.OwnLeft, seating.Right, seating.Up, "an arm of tables along the left wall"},
		{seating.OwnRight, seating.Left, seating.Up, "an arm along the right wall"},
		{seating.OwnLeft, 0, 0, "without a facing there is no direction"},
		{0, seating.Down, 0, "no side"},
	} {
		if got := c.own.Of(c.facing); got != c.want {
			t.Errorf("%v of somebody facing %v is %v, want %v: %s", c.own, c.facing, got, c.want, c.why)
		}
	}
	for _, own := range []seating.OwnSide{seating.OwnLeft, seating.OwnRight} {
		seen := own.FromHall()
		if back := seen.OnRostrum(); back != own {
			t.Errorf("%v is %v from the hall, which is %v on the rostrum", own, seen, back)
		}
		if side, ok := own.Of(seating.Down).FromHall(); !ok || side != seen {
			t.Errorf("%v by way of the plan is %v, directly %v", own, side, seen)
		}
		if own.Opposite().Opposite() != own || own.Opposite() == own {
			t.Errorf("the opposite of %v is %v", own, own.Opposite())
		}
	}
	if seating.OwnLeft.FromHall() != seating.ViewerRight {
		t.Error("the hall sees the left hand of people on the stage on its right")
	}
	if _, ok := seating.Up.FromHall(); ok {
		t.Error("towards the stage there is no left or right")
	}
}

// TestViews places the same chairs in every view.
func TestViews(t *testing.T) {
	for _, c := range []struct {
		door  seating.Direction
		view  seating.View
		at    seating.Point
		want  seating.ViewPoint
		shows bool
		why   string
	}{
		{0, seating.FromHall, seating.Point{X: 3, Y: 7}, seating.ViewPoint{X: 3, Y: 7}, true, "the hall looks up the plan"},
		{0, seating.FromAbove, seating.Point{X: 3, Y: 7}, seating.ViewPoint{X: 3, Y: 7}, true, "the plan itself"},
		{0, seating.FromRostrum, seating.Point{X: 3, Y: 7}, seating.ViewPoint{X: -3, Y: -7}, true, "turned by half"},
		{seating.Down, seating.FromDoor, seating.Point{X: 3, Y: 7}, seating.ViewPoint{X: 3, Y: 7}, true, "a door opposite the stage"},
		{seating.Up, seating.FromDoor, seating.Point{X: 3, Y: 7}, seating.ViewPoint{X: -3, Y: -7}, true, "a door behind the stage"},
		{seating.Left, seating.FromDoor, seating.Point{X: 3, Y: 7}, seating.ViewPoint{X: 7, Y: -3}, true, "from the left wall the stage is on the left hand, the far wall on top"},
		{seating.Right, seating.FromDoor, seating.Point{X: 3, Y: 7}, seating.ViewPoint{X: -7, Y: 3}, true, "from the right wall"},
		{0, seating.FromDoor, seating.Point{}, seating.ViewPoint{}, false, "no door is known"},
		{0, 0, seating.Point{}, seating.ViewPoint{}, false, "there is no plain view"},
	} {
		s := rostrum(3)
		s.Door = c.door
		p, err := seating.Arrange(s, people(3), seating.CNGov())
		if err != nil {
			t.Fatal(err)
		}
		l := p.Layout()
		if got := l.Shows(c.view); got != c.shows {
			t.Errorf("door %v, view %v: shows is %t: %s", c.door, c.view, got, c.why)
		} else if got {
			if got := l.Place(c.at, c.view); got != c.want {
				t.Errorf("door %v, view %v: %v is at %v, want %v: %s", c.door, c.view, c.at, got, c.want, c.why)
			}
		}
		_, err = p.Rows(c.view)
		if sideways := c.view == seating.FromDoor && (c.door == seating.Left || c.door == seating.Right); (err == nil) != (c.shows && !sideways) {
			t.Errorf("door %v, view %v: rows give %v: %s", c.door, c.view, err, c.why)
		}
	}
}
