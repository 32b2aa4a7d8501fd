package symbol_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/docs/symbol"
)

// joined is a number put together from its pieces.
func joined(n symbol.Number) string {
	var out strings.Builder
	for _, p := range n.Pieces() {
		out.WriteString(p.Text)
	}
	return out.String()
}

func TestUnitedNations(t *testing.T) {
	for _, row := range rows(t, "un.tsv") {
		want := reading{"un", "", row[0]}
		if diff := cmp.Diff(want, read(row[0])); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", row[0], diff)
		}
		n := symbol.MustParse(row[0])
		if joined(n) != row[0] {
			t.Errorf("%s: pieces %v", row[0], n.Pieces())
		}
		if made, err := symbol.New(n.Parts()); made != n || err != nil {
			t.Errorf("%s: New makes %v, %v", row[0], made, err)
		}
		if cut, _, found := strings.Cut(row[0], "/Add."); found && !strings.Contains(row[0], "-") && n.Base() != symbol.MustParse(cut) && !strings.Contains(cut, "/Rev.") {
			t.Errorf("%s: base %s", row[0], n.Base())
		}
	}
}

// Mistyped symbols are refused at the place of the fault; ambiguous ones are kept.
func TestUnitedNationsOdd(t *testing.T) {
	for _, row := range rows(t, "un_odd.tsv") {
		n, found := symbol.Parse(row[0])
		var got []string
		for p := range found.All() {
			got = append(got, p.Path()+" "+strings.TrimPrefix(string(p.Code()), "symbol/"))
		}
		if diff := cmp.Diff([]string{"[" + row[2] + "] " + row[1]}, got); diff != "" {
			t.Errorf("%s: %s (-want +got)\n%s", row[0], row[3], diff)
		}
		want := ""
		if row[1] == "ambiguous" {
			want = row[0]
		}
		if n.Class() != symbol.UN || n.Canonical() != want || n.String() != row[0] {
			t.Errorf("%s: read as %v %q", row[0], n.Class(), n.Canonical())
		}
	}
}

func TestSlashSymbols(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want reading
		why  string
	}{
		{"A/RES/31/16A", reading{"un", "", "A/RES/31/16A"}, "lettered part"},
		{"A/RES/217 A (III)", reading{"un", "spacing", "A/RES/217A(III)"}, "as it is quoted"},
		{"TD/B/C.I/MEM.1/1", reading{"un", "", "TD/B/C.I/MEM.1/1"}, "commissions in Roman numerals"},
		{"NPT/CONF.2020/PC.I/1", reading{"un", "", "NPT/CONF.2020/PC.I/1"}, "sessions in Roman numerals"},
		{"A/80/L.1/Rev.I", reading{"un", "modifier", ""}, "no modifier is"},
		{"A/80/C.I", reading{"un", "no-number", ""}, "a body alone"},
		{"A／80／L．1", reading{"un", "lookalike", "A/80/L.1"}, "fullwidth characters"},
		{"Ａ／80", reading{"un", "ambiguous,lookalike", "A/80"}, "fullwidth from the first"},
		{"A/80/100–S/2025/100", reading{"un", "lookalike", "A/80/100-S/2025/100"}, "a dash for a hyphen"},
		{"A/80/L.1-A/80/L.5", reading{"un", "stray", ""}, "a range is no double symbol"},
		{"A/80/L.1–A/80/L.5", reading{"un", "lookalike,stray", ""}, "a range is no double symbol"},
		{"S/RES/1441 (2002)", reading{"un", "spacing", "S/RES/1441(2002)"}, "as the paper prints it"},
		{" A / 78 / L.5 ", reading{"un", "spacing", "A/78/L.5"}, "spaces beside strokes"},
		{"A/78\u00a0/L.5", reading{"un", "spacing", "A/78/L.5"}, "a space that does not break"},
		{"A/78/4 5", reading{"un", "stray", ""}, "a space between digits divides"},
		{"A/78/L.05", reading{"un", "padding", "A/78/L.5"}, "padded"},
		{"A/78/0", reading{"un", "", "A/78/0"}, "a lone nought is not padded"},
		{"A/78/00", reading{"un", "stray", ""}, "nothing but noughts"},
		{"A/78/6(Sect.1)/Corr.2", reading{"un", "", "A/78/6(Sect.1)/Corr.2"}, "a section"},
		{"A/78/6 (Sect. 1)", reading{"un", "spacing", "A/78/6(Sect.1)"}, "a section, as printed"},
		{"A/78/6(Sect.1", reading{"un", "stray", ""}, "a parenthesis left open"},
		{"A/78/6()", reading{"un", "stray", ""}, "nothing in parentheses"},
		{"A/78/123*", reading{"un", "", "A/78/123*"}, "reissued"},
		{"A/78/123**", reading{"un", "", "A/78/123**"}, "reissued twice"},
		{"A/78*/123", reading{"un", "stray", ""}, "an asterisk inside"},
		{"A/10034", reading{"un", "", "A/10034"}, "of 1975"},
		{"A/10999", reading{"un", "", "A/10999"}, "the limit"},
		{"A/11000", reading{"un", "session", ""}, "above it"},
		{"A/99", reading{"un", "ambiguous", "A/99"}, "a session or an old symbol"},
		{"A/100", reading{"un", "", "A/100"}, "no session has that number yet"},
		{"S/1994", reading{"un", "ambiguous", "S/1994"}, "a year or an old symbol"},
		{"S/1993", reading{"un", "", "S/1993"}, "years came later"},
		{"E/1978", reading{"un", "ambiguous", "E/1978"}, "a year or an old symbol"},
		{"A/80/L", reading{"un", "no-number", ""}, "a kind of paper without a number"},
		{"A/80/Corr.1", reading{"un", "", "A/80/Corr.1"}, "a corrigendum to an old symbol"},
		{"A/Corr.1", reading{"un", "no-number", ""}, "a corrigendum to nothing"},
		{"A/80/Add.1/L.5", reading{"un", "modifier", ""}, "a modifier in the middle"},
		{"A/80/7/Add.", reading{"un", "modifier", ""}, "a dot and no number"},
		{"A/80/7/Add1", reading{"un", "modifier", ""}, "a number and no dot"},
		{"A/80/7/Summary", reading{"un", "", "A/80/7/Summary"}, "the modifier without a number"},
		{"A/80/7/Summary.1", reading{"un", "modifier", ""}, "and it has none"},
		{"A/80/l.5", reading{"un", "case", ""}, "a small letter"},
		{"A/80/Lim.5", reading{"un", "body", ""}, "no abbreviation of the kind"},
		{"A/80/C5", reading{"un", "body", ""}, "the dot left out"},
		{"A/80//5", reading{"un", "stray", ""}, "an empty component"},
		{"A/80/5/", reading{"un", "stray", ""}, "a stroke at the end"},
		{"A/80/1234567890", reading{"un", "too-long", ""}, "ten digits"},
		{"CBD/CP/MOP/VIII/9", reading{"un", "", "CBD/CP/MOP/VIII/9"}, "a Roman session"},
		{"A/50/60/Add.1-S/1995/1", reading{"un", "ambiguous", "A/50/60/Add.1-S/1995/1"}, "which half is added to"},
		{"A/50/60-S/1995/1-E/1995/2", reading{"un", "stray", ""}, "three organs"},
		{"A/ES-10/273/Corr.1", reading{"un", "", "A/ES-10/273/Corr.1"}, "an emergency session"},
		{"A/1/2/3/4/5/6/7/8/9/10/11/12", reading{"un", "stray", ""}, "longer than any symbol"},
		{"A/B测试1", reading{"un", "stray", ""}, "text behind"},
		{"B/78/5", reading{"other", "", ""}, "no organ"},
		{"a/78/5", reading{"other", "", ""}, "no organ either"},
		{"WT/DS267/AB/R", reading{"wto", "", "WT/DS267/AB/R"}, "a dispute"},
		{"G/SPS/N/CHN/1200/Add.1", reading{"wto", "", "G/SPS/N/CHN/1200/Add.1"}, "a member's code"},
		{"G/20", reading{"other", "", ""}, "no collection"},
		{"WT/GC/283/rev.1", reading{"wto", "case", ""}, "a small letter"},
	} {
		if diff := cmp.Diff(tt.want, read(tt.in)); diff != "" {
			t.Errorf("%q: %s (-want +got)\n%s", tt.in, tt.why, diff)
		}
	}
}

func TestPieces(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"A/C.3/78/L.5/Rev.1", "body A, body C.3, session 78, nature L.5, modifier Rev.1"},
		{"S/RES/1441(2002)", "body S, nature RES, serial 1441, session (2002)"},
		{"A/77/PV.56(resumption)", "body A, session 77, nature PV.56, note (resumption)"},
		{"A/S-15/2", "body A, session S-15, serial 2"},
		{"WT/MIN(26)/W/26", "body WT, body MIN, session (26), nature W, serial 26"},
		{"国发〔2026〕30号", "body 国发, session 2026, serial 30"},
		{"某部令2016年第13号", "body 某部令, session 2016, serial 13"},
		{"市政府第35次常务会议纪要", "body 市政府, serial 35, nature 常务会议纪要"},
	} {
		n := symbol.MustParse(tt.in)
		var got []string
		for _, p := range n.Pieces() {
			if p.Role != symbol.Separator {
				got = append(got, fmt.Sprintf("%v %s", p.Role, p.Text))
			}
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, ", ")); diff != "" || joined(n) != tt.in {
			t.Errorf("%s: pieces %v (-want +got)\n%s", tt.in, n.Pieces(), diff)
		}
	}
}

func TestParent(t *testing.T) {
	for _, tt := range []struct{ in, parent, base, why string }{
		{"A/37/351/Add.1/Corr.1", "A/37/351/Add.1", "A/37/351", "modifiers nest in their order"},
		{"A/67/205/Add.1-S/2012/715/Add.1", "A/67/205-S/2012/715", "A/67/205-S/2012/715", "suffixes stand on both halves"},
		{"A/37/351", "", "A/37/351", "no modifier"},
		{"A/78/123/Rev.1*", "A/78/123", "A/78/123", "a reissue of a revision"},
		{"国发〔2026〕30号", "", "国发〔2026〕30号", "no modifiers at all"},
		{"WT/GC/283/Rev.2", "WT/GC/283", "WT/GC/283", "another family"},
	} {
		n := symbol.MustParse(tt.in)
		if n.Parent().String() != tt.parent || n.Base().String() != tt.base {
			t.Errorf("%s: %s: parent %q, base %q", tt.in, tt.why, n.Parent(), n.Base())
		}
	}
}

// genSymbol draws texts near the grammar of symbols.
func genSymbol(t *rapid.T) string {
	part := rapid.SampledFrom([]string{
		"A", "S", "E", "UNEP", "TD", "WT", "C.3", "AC.105", "CONF.9", "HRC", "78", "2026", "S-15", "L.5", "PV.16", "RES", "1441", "(2002)",
		"Add.1", "Corr.2", "Rev.1", "Summary", "rev.1", "ADD.1", "Add", "*", "(resumption)", "VIII", "COP-MOP", "P.V.84", "MIN(05)", "W",
		"-", " ", "", ")", "07", "五", "\u200b", "\xff",
	})
	if rapid.Bool().Draw(t, "rows") {
		piece := rapid.SampledFrom([]string{
			"ST", " ", "8220", "2026", "INIT", " REV 4", " ADD 01", "/09", " JUR 459", "ISO/IEC JTC 1", "/SC 2", "/WG3", " N 497", "R",
			"draft-ietf", "-quic", "-19", ".txt", "IEEE ", "802.11-", "07/2308", "r11", "-r4", "C-M(2002)", "49", "-COR8", "AC/35-D/2002",
			"CB(4)", "867/2023", "(04)", "LC Paper No. ", "府文字", "第", "0930118594", "號", "J001-WS·", "2023-D30", "-BGS", "-0001", "・",
			"会议文件", "之一", "（三）", "(3)", "resolution ", "31/16", " A", " (XX)", "",
		})
		return strings.Join(rapid.SliceOfN(piece, 1, 8).Draw(t, "pieces"), "")
	}
	return strings.Join(rapid.SliceOfN(part, 1, 9).Draw(t, "parts"), rapid.SampledFrom([]string{"/", "/", "/", "", " / "}).Draw(t, "by"))
}

// propOuter: a number with a canonical form reads back from it without a finding,
// is made of its parts and its pieces, and its parent is a shorter number.
func propOuter(t *rapid.T) {
	text := genSymbol(t)
	n, found := symbol.Parse(text)
	if again, _ := symbol.Parse(n.String()); again != n {
		t.Fatalf("%q reads as %+v, its text %q as %+v", text, n, n, again)
	}
	if n.Class() < symbol.UN {
		return
	}
	if (n.Canonical() == "") != found.Failed() || n.Canonical() == "" && n.String() != text {
		t.Fatalf("%q: canonical form %q with %v", text, n.Canonical(), found)
	}
	if n.Canonical() == "" {
		return
	}
	if (n.Canonical() == text) != (found.Len() == found.Count(symbol.Ambiguous)) {
		t.Fatalf("%q is written %q with %v", text, n.Canonical(), found)
	}
	if made, err := symbol.New(n.Parts()); err != nil || made != n {
		t.Fatalf("%q: New(%+v) is %v, %v", text, n.Parts(), made, err)
	}
	if joined(n) != n.Canonical() {
		t.Fatalf("%q: pieces %v", text, n.Pieces())
	}
	if p := n.Parent(); !p.IsZero() && (p.Class() != n.Class() || len(p.String()) >= len(n.String())) {
		t.Fatalf("%q: parent %q", text, p)
	}
}

func TestOuter(t *testing.T) { rapid.Check(t, propOuter) }

func FuzzOuter(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propOuter)) }

func TestNewOuterRefuses(t *testing.T) {
	for _, p := range []symbol.Parts{
		{Class: symbol.UN},
		{Class: symbol.UN, Text: "A/78/L.05"},
		{Class: symbol.UN, Text: "A/78423"},
		{Class: symbol.UN, Text: "WT/GC/283"},
		{Class: symbol.UN, Text: "A/78/5", Body: "A"},
		{Class: symbol.UN, Text: "A/78/5", Serial: 5},
		{Class: symbol.Wenhao, Text: "国发〔2026〕30号", Body: "国发", Year: 2026, Serial: 30, Dating: symbol.InBrackets},
	} {
		if n, err := symbol.New(p); err == nil || !n.IsZero() {
			t.Errorf("%+v makes %v", p, n)
		}
	}
}
