package nameorder_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/nameorder"
)

// genOrder draws an order with any options.
func genOrder() *rapid.Generator[nameorder.Order] {
	return rapid.Custom(func(t *rapid.T) nameorder.Order {
		opts := nameorder.Options{
			Latin:                     nameorder.Latin(rapid.IntRange(0, 2).Draw(t, "latin")),
			Tie:                       nameorder.Tie(rapid.IntRange(0, 1).Draw(t, "tie")),
			Blank:                     nameorder.Blank(rapid.IntRange(0, 2).Draw(t, "blank")),
			BlankAfterCompoundSurname: rapid.Bool().Draw(t, "after compound"),
			Umlaut:                    nameorder.Umlaut(rapid.IntRange(0, 1).Draw(t, "umlaut")),
		}
		o, err := nameorder.New(nameorder.Scheme(rapid.IntRange(1, 3).Draw(t, "scheme")), &opts)
		if err != nil {
			t.Fatal(err)
		}
		return o
	})
}

// Characters that meet every rule: ties, compounds, readings, unknown ones, Latin.
const chars = "王李于干一二丁欧阳诸葛单尉迟吕卢曾鄭㐀𨱇铽あЖaAéZøß'-."

// genText draws a name as it is printed, now and then with what does not count.
func genText() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for range rapid.IntRange(0, 6).Draw(t, "length") {
			if rapid.IntRange(0, 5).Draw(t, "kind") == 0 {
				b.WriteString(rapid.SampledFrom([]string{"·", "・", "　", " ", "（女）", "(a", ")", "\u200b", "\u0301", "\xff", "Ａ", "\uF9FD", "\u00AD", "ﾊﾟ"}).Draw(t, "rest"))
				continue
			}
			b.WriteRune(rapid.SampledFrom([]rune(chars)).Draw(t, "char"))
		}
		return b.String()
	})
}

func genName() *rapid.Generator[nameorder.Name] {
	return rapid.Custom(func(t *rapid.T) nameorder.Name {
		said := rapid.SampledFrom([]string{"", "", "", "shan4", "yū", "lv4 ma", "x"})
		n := nameorder.Name{Given: genText().Draw(t, "given"), FamilyReading: said.Draw(t, "family reading"), GivenReading: said.Draw(t, "given reading")}
		if rapid.Bool().Draw(t, "divided") {
			n.Family = rapid.SampledFrom([]string{"王", "欧阳", "单于", "Smith", "·"}).Draw(t, "family")
		}
		return n
	})
}

// Compare is a total order, the keys agree with it, and so does Explain.
func propTotalOrder(t *rapid.T) {
	o := genOrder().Draw(t, "order")
	a, b, c := genName().Draw(t, "a"), genName().Draw(t, "b"), genName().Draw(t, "c")
	ab := o.Compare(a, b)
	if o.Compare(b, a) != -ab {
		t.Fatalf("Compare(a, b) = %d, Compare(b, a) = %d", ab, o.Compare(b, a))
	}
	if o.Compare(a, a) != 0 {
		t.Fatalf("a name is not itself")
	}
	if bc := o.Compare(b, c); ab <= 0 && bc <= 0 && o.Compare(a, c) > 0 {
		t.Fatalf("a ≤ b ≤ c, but a > c")
	}
	if got := bytes.Compare(o.Key(a), o.Key(b)); got != ab {
		t.Fatalf("keys compare as %d, names as %d", got, ab)
	}
	reasons := o.Explain(a, b)
	last := reasons[len(reasons)-1]
	if (last.Code() == nameorder.Same) != (ab == 0) {
		t.Fatalf("Compare = %d, explained by %s", ab, last.Text(check.En, nil))
	}
	if back := o.Explain(b, a); ab != 0 && !slices.EqualFunc(reasons, back, check.Reason.Equal) {
		t.Fatalf("Explain(a, b) = %s\nExplain(b, a) = %s", check.Sentences(check.En, nil, reasons...), check.Sentences(check.En, nil, back...))
	}
	for _, r := range reasons {
		for _, l := range []check.Lang{check.ZhHans, check.En} {
			if text := r.Text(l, nil); strings.ContainsAny(text, "{}") || text == "" {
				t.Fatalf("%s: %q", r.Code(), text)
			}
		}
	}
}

func TestTotalOrder(t *testing.T) { rapid.Check(t, propTotalOrder) }
func FuzzTotalOrder(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propTotalOrder)) }

// A key may follow other keys and be followed by more: no key is the beginning of
// another, and AppendKey keeps what is there.
func propComposite(t *rapid.T) {
	o := genOrder().Draw(t, "order")
	a, b := genName().Draw(t, "a"), genName().Draw(t, "b")
	before := rapid.SliceOf(rapid.Byte()).Draw(t, "before")
	x := rapid.SliceOf(rapid.Byte()).Draw(t, "x")
	y := rapid.SliceOf(rapid.Byte()).Draw(t, "y")
	p := append(o.AppendKey(slices.Clone(before), a), x...)
	q := append(o.AppendKey(slices.Clone(before), b), y...)
	want := o.Compare(a, b)
	if want == 0 {
		want = bytes.Compare(x, y)
	}
	if got := bytes.Compare(p, q); got != want {
		t.Fatalf("composite keys compare as %d, want %d", got, want)
	}
}

func TestComposite(t *testing.T) { rapid.Check(t, propComposite) }

// Names of which one begins the other, on each level of a key.
func TestNoKeyBeginsAnother(t *testing.T) {
	list := names(t, "王 王一 王一一 王一一A 欧阳 欧阳一 Ab Ab' A'b Ab'' AB Abc Ab␣c A A王")
	for _, o := range []nameorder.Order{nameorder.SurnameStrokes(nil), nameorder.Pinyin(&nameorder.Options{Latin: nameorder.LatinFirst})} {
		for i, a := range list {
			for j, b := range list {
				if i != j && bytes.HasPrefix(o.Key(a), o.Key(b)) {
					t.Errorf("%s: the key of %s begins with that of %s", o, a, b)
				}
			}
		}
	}
}

// A sorted list has no inversion, does not depend on the order of the input beyond
// equal names, and holds the same names; equal names keep their order. The slow twin
// inserts one name after another.
func propSort(t *rapid.T) {
	o := genOrder().Draw(t, "order")
	type entry struct {
		name nameorder.Name
		at   int
	}
	var list []entry
	var plain []nameorder.Name
	for i, n := range rapid.SliceOfN(genName(), 0, 12).Draw(t, "names") {
		list, plain = append(list, entry{n, i}), append(plain, n)
	}
	var want []entry
	for _, e := range list {
		i := 0
		for i < len(want) && o.Compare(want[i].name, e.name) <= 0 {
			i++
		}
		want = slices.Insert(want, i, e)
	}
	got := slices.Clone(list)
	nameorder.Sort(o, got, func(e entry) nameorder.Name { return e.name })
	if !slices.Equal(want, got) {
		t.Fatalf("want %v\ngot %v", want, got)
	}
	shuffled := rapid.Permutation(plain).Draw(t, "shuffled")
	o.Sort(shuffled)
	if !o.IsSorted(shuffled) {
		t.Fatalf("inversions after Sort: %v", o.Inversions(shuffled))
	}
	for i := range shuffled {
		if o.Compare(shuffled[i], got[i].name) != 0 {
			t.Fatalf("place %d depends on the order of the input: %v, %v", i, shuffled[i], got[i].name)
		}
	}
	inversions := o.Inversions(plain)
	for i := 1; i < len(plain); i++ {
		at := slices.IndexFunc(inversions, func(v nameorder.Inversion) bool { return v.Index == i })
		if broken := o.Compare(plain[i-1], plain[i]) > 0; broken != (at >= 0) {
			t.Fatalf("pair before %d broken: %t, reported: %t", i, broken, at >= 0)
		}
	}
	var tied []int
	for _, group := range o.Ties(plain) {
		tied = append(tied, group...)
		for _, i := range group {
			if o.Compare(plain[group[0]], plain[i]) != 0 {
				t.Fatalf("%v and %v are no tie", plain[group[0]], plain[i])
			}
		}
	}
	slices.Sort(tied)
	for i := range plain {
		alone := !slices.ContainsFunc(list, func(e entry) bool { return e.at != i && o.Compare(e.name, plain[i]) == 0 })
		if _, found := slices.BinarySearch(tied, i); found == alone {
			t.Fatalf("name %d alone: %t, among ties: %t", i, alone, found)
		}
	}
}

func TestSort(t *testing.T) { rapid.Check(t, propSort) }

// Padding, notes and dots never change the key.
func propPrinting(t *rapid.T) {
	o := genOrder().Draw(t, "order")
	text := []rune(rapid.StringOfN(rapid.RuneFrom([]rune("王李于干一二丁欧阳诸葛单尉迟吕卢曾鄭㐀𨱇铽")), 1, 6, -1).Draw(t, "name"))
	want := o.Key(nameorder.Name{Given: string(text)})
	var b strings.Builder
	for _, r := range text {
		b.WriteString(rapid.SampledFrom([]string{"", "　", " ", "·", "•", "（女，回族）", "(x)", "\u200b", "\u2060"}).Draw(t, "between"))
		b.WriteRune(r)
	}
	b.WriteString(rapid.SampledFrom([]string{"", "　", "（女）", "(解放军)", "（女）（河南）"}).Draw(t, "after"))
	if got := o.Key(nameorder.Name{Given: b.String()}); !bytes.Equal(got, want) {
		t.Fatalf("key of %q is %x, of %q %x", b.String(), got, string(text), want)
	}
}

func TestPrinting(t *testing.T) { rapid.Check(t, propPrinting) }

// checkParse holds what is true of Parse for any text.
func checkParse(t testing.TB, text string) {
	n, found := nameorder.Parse(text)
	for _, o := range []nameorder.Order{
		nameorder.SurnameStrokes(&nameorder.Options{BlankAfterCompoundSurname: true}),
		nameorder.Pinyin(&nameorder.Options{Latin: nameorder.LatinFirst}),
	} {
		raw := nameorder.Name{Given: text}
		if !bytes.Equal(o.Key(n), o.Key(raw)) {
			t.Fatalf("%s: key of the text %q is not that of %+v", o, text, n)
		}
		if o.Compare(n, raw) != 0 {
			t.Fatalf("%s: %q does not compare equal to %+v", o, text, n)
		}
		o.Check(raw)
	}
	if found.Has(nameorder.NoName) != (n.Family+n.Given == "") && !strings.ContainsAny(n.Given, "·") {
		t.Fatalf("%q gives %+v, with the findings\n%s", text, n, found.Text(check.En, nil))
	}
	if !utf8.ValidString(n.Family + n.Given + n.Note) {
		t.Fatalf("%q gives %+v", text, n)
	}
	if len(text) > nameorder.MaxName != found.Has(nameorder.TooLong) {
		t.Fatalf("%d bytes, findings\n%s", len(text), found.Text(check.En, nil))
	}
	if s := n.String(); len(s) <= nameorder.MaxName {
		again, second := nameorder.Parse(s)
		if diff := cmp.Diff(n, again); diff != "" {
			t.Fatalf("%q and again %q (-first +second):\n%s", text, s, diff)
		}
		if second.Has(nameorder.HiddenCharacter) || second.Has(nameorder.NotUTF8) || second.Has(nameorder.StrayBracket) {
			t.Fatalf("%q gives %q, with the findings\n%s", text, s, second.Text(check.En, nil))
		}
	}
}

func TestParseLaws(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) { checkParse(t, genText().Draw(rt, "text")) })
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"王　一", "欧阳信（女，回族）", "阿力·木合买提", "Smith, John (UK)", "鄭一", "(（a)b）", "王岳（女（壮族",
		"e(x)\u0301", "\xff王", "か（）\u3099", "·\u0301", "A-\u0301 -b", "（女 ）（ 河南）x", strings.Repeat("（", 400), strings.Repeat("\xac", 500),
		"}\u0300 \u3099", "\u1100 \u1161", "Ana · Bea", "Ana· Bea", "e·-b", "aa\u30fb.a",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkParse(t, text) })
}
