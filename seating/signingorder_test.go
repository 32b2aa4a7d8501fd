package seating_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/seating"
)

// instrument is a document of n parties a, b, c and so on, in Chinese and Arabic.
func instrument(n int, form seating.AlternatForm, rest seating.RestOrder, table seating.SigningTable) seating.Instrument {
	doc := seating.Instrument{
		ID: "accord", Form: form, Rest: rest, Table: table,
		Languages: []seating.SigningLanguage{{Tag: "zh"}, {Tag: "ar", RightToLeft: true}},
	}
	for i := range n {
		party := roster.OrgID("p" + strconv.Itoa(i+1))
		if n < 27 {
			party = roster.OrgID(rune('a' + i))
		}
		doc.Parties = append(doc.Parties, seating.Signatory{
			Party: party, Signer: roster.PersonID(party + "-signer"), Assistant: roster.PersonID(party + "-assistant"),
			Witnesses: []roster.PersonID{roster.PersonID(party + "-1"), roster.PersonID(party + "-2")},
		})
	}
	return doc
}

func order(t rapid.TB, docs ...seating.Instrument) seating.SigningOrder {
	t.Helper()
	o, err := (seating.Signatures{Instruments: docs}).Order()
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// TestCopies: who is named first in which copy, and where each party signs.
func TestCopies(t *testing.T) {
	for _, c := range []struct {
		doc  seating.Instrument
		want []string
		why  string
	}{
		{instrument(2, seating.Alternat, 0, 0), []string{"a: a b, zh a b, ar b a", "b: b a, zh b a, ar a b"}, "each comes first in its own copy and signs on the left, in Arabic on the right"},
		{instrument(2, seating.SameInEach, 0, 0), []string{"a: a b, zh a b, ar b a", "b: a b, zh a b, ar b a"}, "the same in both"},
		{instrument(3, seating.Alternat, seating.RestCircular, 1), []string{"a: a b c, zh a b c, ar c b a", "b: b c a, zh b c a, ar a c b", "c: c a b, zh c a b, ar b a c"}, "round the list"},
		{instrument(3, seating.Alternat, seating.RestListed, 1), []string{"a: a b c, zh a b c, ar c b a", "b: b a c, zh b a c, ar c a b", "c: c a b, zh c a b, ar b a c"}, "the others as agreed"},
	} {
		var got []string
		for k := range order(t, c.doc).Copies() {
			line := string(k.Keeper) + ":"
			for _, name := range k.Names {
				line += " " + string(name)
			}
			for _, l := range c.doc.Languages {
				columns := make([]string, len(k.Names))
				for _, p := range k.Places {
					if p.Language == l.Tag {
						columns[p.Column-1] = string(p.Party)
					}
				}
				line += ", " + l.Tag + " " + strings.Join(columns, " ")
			}
			got = append(got, line)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

// propSigning plays the steps: a copy is signed where it lies, everybody signs every
// copy once, the own one first, and in the end every copy is with its keeper.
func propSigning(t *rapid.T) {
	doc := instrument(rapid.IntRange(2, 8).Draw(t, "parties"), seating.AlternatForm(rapid.IntRange(1, 2).Draw(t, "form")),
		seating.RestOrder(rapid.IntRange(1, 2).Draw(t, "rest")), seating.SigningTable(rapid.IntRange(1, 2).Draw(t, "table")))
	oneChair := len(doc.Parties) > 2 && doc.Table == seating.OneChair
	o := order(t, doc)
	at, signed := map[roster.OrgID]roster.OrgID{}, map[string]bool{}
	first := map[roster.OrgID]bool{}
	party := map[roster.PersonID]roster.OrgID{}
	for _, p := range doc.Parties {
		at[p.Party], party[p.Signer], party[p.Assistant] = p.Party, p.Party, p.Party
	}
	for s := range o.Steps() {
		if party[s.Person] != s.From {
			t.Errorf("%s does it for %s", s.Person, s.From)
		}
		if oneChair && s.Act == seating.Sign {
			at[s.Copy] = s.From // all copies lie before the chair
		}
		if at[s.Copy] != s.From {
			t.Errorf("the copy of %s lies with %s and not with %s", s.Copy, at[s.Copy], s.From)
		}
		if s.Act != seating.Sign {
			at[s.Copy] = s.To
			continue
		}
		if !first[s.From] && s.Copy != s.From {
			t.Errorf("%s signs the copy of %s first", s.From, s.Copy)
		}
		first[s.From] = true
		key := string(s.From + " " + s.Copy)
		if signed[key] {
			t.Errorf("%s signs the copy of %s twice", s.From, s.Copy)
		}
		signed[key] = true
	}
	if n := len(doc.Parties); len(signed) != n*n {
		t.Errorf("%d signatures of %d", len(signed), n*n)
	}
	for kept, with := range at {
		if kept != with {
			t.Errorf("in the end the copy of %s is with %s", kept, with)
		}
	}
	for k := range o.Copies() {
		if doc.Form == seating.Alternat && k.Names[0] != k.Keeper {
			t.Errorf("in the copy of %s comes %s first", k.Keeper, k.Names[0])
		}
	}
	data, err := o.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	back, err := seating.ParseSigningOrder(data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if again, err := back.MarshalJSON(); err != nil || string(again) != string(data) {
		t.Errorf("read back, it differs: %v", err)
	}
	setting, guests := doc.Ceremony()
	p, err := seating.Arrange(setting, guests, seating.CNForeign())
	if err != nil {
		t.Fatal(err)
	}
	lawful(t, p, len(guests))
}

func TestSigningLaws(t *testing.T) { rapid.Check(t, propSigning) }

func FuzzSigningLaws(f *testing.F) { f.Fuzz(rapid.MakeFuzz(propSigning)) }

// TestSeveralParties: three parties at one chair or side by side.
func TestSeveralParties(t *testing.T) {
	for _, c := range []struct {
		table   seating.SigningTable
		signers string
		behind  string
		why     string
	}{
		{seating.OneChair, "-", "a-signer|b-signer|c-signer / a-assistant|b-assistant|c-assistant / a-1|b-1|c-1 / a-2|b-2|c-2", "the chair is for whoever's turn it is"},
		{seating.SideBySide, "a-signer|b-signer|c-signer", "a-assistant|b-assistant|c-assistant / a-1|b-1|c-1 / a-2|b-2|c-2", "the agreed order from the left of the door"},
	} {
		setting, guests := instrument(3, seating.SameInEach, 0, c.table).Ceremony()
		p, err := seating.Arrange(setting, guests, seating.CNForeign())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{c.signers, c.behind}, []string{seatedIn(t, p, seating.FromDoor, "signers"), seatedIn(t, p, seating.FromDoor, "standing")}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

func TestSigningRefused(t *testing.T) {
	good := func(change func(*seating.Instrument)) seating.Signatures {
		doc := instrument(3, seating.Alternat, seating.RestCircular, seating.OneChair)
		change(&doc)
		return seating.Signatures{Instruments: []seating.Instrument{doc}}
	}
	same := good(func(*seating.Instrument) {})
	same.Instruments = append(same.Instruments, same.Instruments[0])
	for _, c := range []struct {
		s               seating.Signatures
		code, path, why string
	}{
		{seating.Signatures{}, "seating/bad-count", "instruments", "nothing to sign"},
		{same, "seating/listed-twice", "instruments[1].id", "one document, one signing"},
		{good(func(d *seating.Instrument) { d.Parties = d.Parties[:1] }), "seating/few-parties", "instruments[0].parties", "nobody signs with himself"},
		{good(func(d *seating.Instrument) { d.Form = 0 }), "seating/no-choice", "instruments[0].form", "no hidden default"},
		{good(func(d *seating.Instrument) { d.Rest = 0 }), "seating/no-choice", "instruments[0].rest", "two readings"},
		{good(func(d *seating.Instrument) { d.Table = 0 }), "seating/no-choice", "instruments[0].table", "two ways"},
		{good(func(d *seating.Instrument) { d.Languages = nil }), "seating/bad-count", "instruments[0].languages", "written in something"},
		{good(func(d *seating.Instrument) { d.Languages[1].Tag = "zh" }), "seating/listed-twice", "instruments[0].languages[1].tag", "one text a language"},
		{good(func(d *seating.Instrument) { d.Parties[2].Party = "a" }), "seating/party-twice", "instruments[0].parties[2].party", "one party, one copy"},
		{good(func(d *seating.Instrument) { d.Parties[2].Signer = "a-1" }), "seating/seated-twice", "instruments[0].parties[2].signer", "a witness of another party"},
		{good(func(d *seating.Instrument) { d.Parties[1].Signer = "" }), "roster/no-id", "instruments[0].parties[1].signer", "somebody signs"},
	} {
		_, err := c.s.Order()
		wantAt(t, err, c.code, c.path, c.why)
	}
	for _, c := range []struct {
		s               seating.Signing
		code, path, why string
	}{
		{seating.Signing{Parties: []roster.OrgID{"a", "b"}, Table: 1}, "seating/sides-or-parties", "setting.signing.parties", "two are sides"},
		{seating.Signing{Parties: []roster.OrgID{"a", "b", "c"}, Sides: sides, Table: 1}, "seating/sides-or-parties", "setting.signing.parties", "not both"},
		{seating.Signing{Parties: []roster.OrgID{"a", "b", "c"}}, "seating/no-choice", "setting.signing.table", "no hidden default"},
		{seating.Signing{Parties: []roster.OrgID{"a", "b", "a"}, Table: 1}, "seating/listed-twice", "setting.signing.parties[2]", "a party twice"},
		{seating.Signing{Parties: []roster.OrgID{"a", "b", "c"}, Table: 1}, "seating/too-many-of-role", "setting.signing.parties[2]", "nobody signs for c"},
	} {
		guests := []seating.Guest{{ID: "x", Party: "a", Role: seating.RoleSigner, Order: 1}, {ID: "y", Party: "b", Role: seating.RoleSigner, Order: 1}}
		_, err := seating.Arrange(seating.Setting{Signing: &c.s}, guests, seating.CNForeign())
		wantAt(t, err, c.code, c.path, c.why)
	}
}

// FuzzParseSigningOrder: what is read follows from its documents.
func FuzzParseSigningOrder(f *testing.F) {
	data, err := order(f, instrument(3, seating.Alternat, seating.RestCircular, seating.SideBySide), func() seating.Instrument {
		doc := instrument(2, seating.SameInEach, 0, 0)
		doc.ID = "memorandum"
		return doc
	}()).MarshalJSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		o, err := seating.ParseSigningOrder(data)
		if err != nil {
			return
		}
		out, err := o.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		back, err := seating.ParseSigningOrder(out)
		if err != nil || !slices.Equal(slices.Collect(back.Steps()), slices.Collect(o.Steps())) {
			t.Errorf("%v\n%s", err, out)
		}
	})
}

func TestSigningEnums(t *testing.T) {
	tokens(t, seating.Alternat, seating.SameInEach)
	tokens(t, seating.RestCircular, seating.RestListed)
	tokens(t, seating.SideBySide, seating.OneChair)
	tokens(t, seating.Sign, seating.Pass, seating.Exchange)
}

// In its own copy each party comes first and signs on the left; then the copies change
// hands, and in the end each side has the one it keeps.
func ExampleSignatures_Order() {
	doc := seating.Instrument{
		ID: "accord", Form: seating.Alternat,
		Parties:   []seating.Signatory{{Party: "city", Signer: "mayor", Assistant: "clerk"}, {Party: "state", Signer: "minister", Assistant: "aide"}},
		Languages: []seating.SigningLanguage{{Tag: "zh"}},
	}
	order, err := (seating.Signatures{Instruments: []seating.Instrument{doc}}).Order()
	if err != nil {
		fmt.Println(err)
		return
	}
	for c := range order.Copies() {
		fmt.Println(c.Keeper, c.Names)
	}
	for s := range order.Steps() {
		fmt.Printf("%d %s %s: %s\n", s.Round, s.Act.Label(), s.Person, s.Copy)
	}
	// Output:
	// city [city state]
	// state [state city]
	// 1 签字 mayor: city
	// 1 签字 minister: state
	// 1 传递文本 clerk: city
	// 1 传递文本 aide: state
	// 2 签字 mayor: state
	// 2 签字 minister: city
	// 2 交换文本 mayor: state
	// 2 交换文本 minister: city
}
