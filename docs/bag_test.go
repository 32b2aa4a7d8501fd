package docs_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

var kit = []docs.Thing{
	{ID: "report", Name: "工作报告", Provided: 10, Left: -1, Grams: 120, Varies: 3},
	{ID: "badge", Name: "代表证", Kind: docs.BadgeThing, Provided: 3, Left: -1, Grams: 30, Varies: 1},
	{ID: "coupon", Name: "餐券", Kind: docs.CouponThing, Provided: 20, Left: -1, Grams: 2},
}

func full() []docs.Content { return []docs.Content{{"report", 1}, {"badge", 1}, {"coupon", 6}} }

func TestPack(t *testing.T) {
	for _, tt := range []struct {
		change func(*docs.Packing)
		want   string
		full   int
		why    string
	}{
		{func(*docs.Packing) {}, "", 2, "both are complete"},
		{func(p *docs.Packing) { p.Bags[0].Packed = full()[:2] }, "bags[0][2] bag-lacks", 1, "the coupons are missing"},
		{func(p *docs.Packing) { p.Bags[1].Packed = append(full(), docs.Content{Thing: "report", Count: 1}) }, "bags[1][0] bag-extra", 1, "two reports"},
		{func(p *docs.Packing) { p.Bags[1].Packed = nil }, "bags[1][0] bag-lacks; bags[1][1] bag-lacks; bags[1][2] bag-lacks", 1, "not packed yet"},
		{func(p *docs.Packing) { p.Bags[0].Grams, p.Bags[0].Empty = 366, 200 }, "", 2, "162 g and the bag, 4 g more are within bounds"},
		{func(p *docs.Packing) { p.Bags[0].Grams, p.Bags[0].Empty = 367, 200 }, "bags[0].grams bag-weight", 2, "5 g are not"},
		{func(p *docs.Packing) { p.Bags[0].Grams, p.Bags[0].Empty = 242, 200 }, "bags[0].grams bag-weight", 2, "a report is missing, whatever the record says"},
		{func(p *docs.Packing) { p.Things[0].Grams, p.Bags[0].Grams = 0, 1 }, "", 2, "a weight that is not known is not compared"},
		{func(p *docs.Packing) { p.Things[1].Provided = 1 }, "things[1].left thing-count; things[1].provided thing-short", 2, "more badges were packed than there are"},
		{func(p *docs.Packing) { p.Things[2].Left = 8 }, "", 2, "eight coupons are left"},
		{func(p *docs.Packing) { p.Things[2].Left = 7 }, "things[2].left thing-count", 2, "one is gone"},
	} {
		in := docs.Packing{Things: append([]docs.Thing(nil), kit...), Bags: []docs.Bag{{Person: "a", Want: full(), Packed: full()}, {Person: "b", Want: full(), Packed: full()}}}
		tt.change(&in)
		p, err := docs.Pack(in)
		if err != nil {
			t.Fatalf("%s: %v", tt.why, err)
		}
		if diff := cmp.Diff(tt.want, said(p.Problems())); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
		if n, all := p.Complete(); n != tt.full || all != 2 {
			t.Errorf("%s: %d of %d complete", tt.why, n, all)
		}
	}
}

func TestPackRefuses(t *testing.T) {
	bag := docs.Bag{Person: "a", Want: full()}
	for _, tt := range []struct {
		in   docs.Packing
		want string
		why  string
	}{
		{docs.Packing{Things: kit, Bags: []docs.Bag{{Person: "a", Want: []docs.Content{{"pen", 1}}}}}, "bags[0].want[0].thing unknown-thing", "nobody provided pens"},
		{docs.Packing{Things: kit, Bags: []docs.Bag{bag, bag}}, "bags[1].person duplicate-id", "two bags for one person"},
		{docs.Packing{Things: kit, Bags: []docs.Bag{{Want: full()}}}, "bags[0].person roster/no-id", "nobody's bag"},
		{docs.Packing{Things: []docs.Thing{kit[0], kit[0]}}, "things[1].id duplicate-id", "one thing twice"},
		{docs.Packing{Things: []docs.Thing{{ID: "x", Provided: -1}}}, "things[0].provided negative", "fewer than none"},
		{docs.Packing{Things: kit, Bags: []docs.Bag{{Person: "a", Want: []docs.Content{{"badge", -1}}}}}, "bags[0].want[0].count negative", "fewer than none"},
		{docs.Packing{Things: kit, Bags: []docs.Bag{{Person: "a", Packed: make([]docs.Content, 1001)}}}, "bags[0].packed too-many", "too many"},
		{docs.Packing{Things: make([]docs.Thing, docs.MaxThings+1)}, "things too-many", "too many"},
		{docs.Packing{Bags: make([]docs.Bag, docs.MaxBags+1)}, "bags too-many", "too many"},
	} {
		_, err := docs.Pack(tt.in)
		found, _ := errors.AsType[check.Problems](err)
		if diff := cmp.Diff(tt.want, said(found)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
}

// propPack: every thing is packed or left, a bag is complete if and only if its pick list
// is empty and it has nothing too much, and the report reads back.
func propPack(t *rapid.T) {
	contents := func(label string) []docs.Content {
		var out []docs.Content
		for range rapid.IntRange(0, 4).Draw(t, label) {
			out = append(out, docs.Content{Thing: rapid.SampledFrom([]string{"report", "badge", "coupon"}).Draw(t, "thing"), Count: rapid.IntRange(0, 2).Draw(t, "count")})
		}
		return out
	}
	in := docs.Packing{Things: kit}
	for i := range rapid.IntRange(0, 4).Draw(t, "bags") {
		in.Bags = append(in.Bags, docs.Bag{Person: roster.PersonID(fmt.Sprint("p", i)), Want: contents("want"), Packed: contents("packed"), Grams: rapid.IntRange(0, 300).Draw(t, "grams")})
	}
	p, err := docs.Pack(in)
	if err != nil {
		t.Fatal(err)
	}
	for b := range p.Things() {
		if b.Provided != b.Packed+b.Left {
			t.Fatalf("%+v", b)
		}
	}
	open := 0
	for _, b := range in.Bags {
		if p.PickList(b.Person) != nil {
			open++
		}
	}
	n, all := p.Complete()
	if n > all-open || open == 0 && !p.Problems().Has(docs.BagExtra) && n != all {
		t.Fatalf("%d of %d complete, %d open", n, all, open)
	}
	data, err := p.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	back, err := docs.ParsePacked(data, nil)
	if err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	if again, err := back.MarshalJSON(); err != nil || string(again) != string(data) {
		t.Fatalf("%s\n%s\n%v", data, again, err)
	}
}

func TestPackLaws(t *testing.T) { rapid.Check(t, propPack) }

func FuzzPack(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propPack)) }

func TestParsePacked(t *testing.T) {
	p, err := docs.Pack(docs.Packing{Things: kit, Bags: []docs.Bag{{Person: "a", Want: full(), Packed: full()}}})
	if err != nil {
		t.Fatal(err)
	}
	data, err := p.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	for _, forged := range []string{
		strings.Replace(string(data), `"complete":1`, `"complete":0`, 1),
		strings.Replace(string(data), `"packed":1,"left":9`, `"packed":2,"left":8`, 1),
		strings.Replace(string(data), `"person":"a"`, `"person":""`, 1),
		`{"huiwu":"docs.bags/1"`,
	} {
		if forged == string(data) {
			t.Fatal("nothing was forged")
		}
		if _, err := docs.ParsePacked([]byte(forged), nil); err == nil {
			t.Errorf("read %s", forged)
		}
	}
	empty, err := docs.Packed{}.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := docs.ParsePacked(empty, nil); err != nil {
		t.Errorf("%s: %v", empty, err)
	}
	if p.PickList("nobody") != nil {
		t.Error("a pick list of nobody")
	}
	for k := docs.PaperThing; k <= docs.OtherThing; k++ {
		var back docs.ThingKind
		if text, err := k.MarshalText(); err != nil || back.UnmarshalText(text) != nil || back != k || k.Label() == "" {
			t.Errorf("%v: %v", k, back)
		}
	}
}

// FuzzParsePacked: what is read is written as it was read.
func FuzzParsePacked(f *testing.F) {
	p, err := docs.Pack(docs.Packing{Things: kit, Bags: []docs.Bag{{Person: "a", Want: full(), Packed: full()[:2]}}})
	if err != nil {
		f.Fatal(err)
	}
	data, err := p.MarshalJSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := docs.ParsePacked(data, nil)
		if err != nil {
			return
		}
		once, err := p.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		back, err := docs.ParsePacked(once, nil)
		if err != nil {
			t.Fatalf("%s: %v", once, err)
		}
		if twice, err := back.MarshalJSON(); err != nil || string(twice) != string(once) {
			t.Fatalf("%s\n%s\n%v", once, twice, err)
		}
	})
}

func ExamplePack() {
	want := []docs.Content{{Thing: "report", Count: 1}, {Thing: "coupon", Count: 6}}
	packed, _ := docs.Pack(docs.Packing{
		Things: []docs.Thing{
			{ID: "report", Name: "工作报告", Provided: 3, Left: 1},
			{ID: "coupon", Name: "餐券", Kind: docs.CouponThing, Provided: 12, Left: -1},
		},
		Bags: []docs.Bag{
			{Person: "a", Want: want, Packed: want},
			{Person: "b", Want: want, Packed: want[:1]},
		},
	})
	fmt.Print(packed.Problems().Text(check.ZhHans, nil))
	fmt.Println(packed.Complete())
	fmt.Println(packed.PickList("b"))
	// Output:
	// bags[1][1]: b的袋内缺餐券6份
	// 1 2
	// [{coupon 6}]
}
