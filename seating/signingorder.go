package seating

import (
	"iter"
	"log/slog"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// Signatures are documents to be signed one after another at one ceremony.
type Signatures struct {
	Instruments []Instrument `json:"instruments"`
}

// An Instrument (签署文本) is a document that two parties or more sign, in as many copies
// as there are parties: each keeps one.
type Instrument struct {
	ID        roster.PaperID    `json:"id"`
	Parties   []Signatory       `json:"parties"`        // in the agreed order, the host first
	Languages []SigningLanguage `json:"languages"`      // in which every copy is written
	Form      AlternatForm      `json:"form"`           // whether the order of names changes with the copy
	Rest      RestOrder         `json:"rest,omitzero"`  // to be chosen for [Alternat] of three parties or more
	Table     SigningTable      `json:"table,omitzero"` // to be chosen for three parties or more; two sit side by side
}

// A Signatory is a party with the people who sign for it.
type Signatory struct {
	Party     roster.OrgID      `json:"party"`
	Signer    roster.PersonID   `json:"signer"`
	Assistant roster.PersonID   `json:"assistant,omitzero"` // 助签人: carries the copies
	Witnesses []roster.PersonID `json:"witnesses,omitzero"` // 见证人: stand behind, in order of precedence
}

// A SigningLanguage is a language of a copy and the way it runs.
type SigningLanguage struct {
	Tag         string `json:"tag"` // as in zh, ar
	RightToLeft bool   `json:"rightToLeft,omitzero"`
}

// Limits of a ceremony.
const (
	MaxInstruments = 200
	MaxSignatories = 100
	MaxLanguages   = 20
)

// AlternatForm says whether the order of names changes with the copy.
type AlternatForm uint8

// The values of AlternatForm.
const (
	Alternat   AlternatForm = iota + 1 // 轮换制: in the copy that a party keeps, its name and signature come first
	SameInEach                         // 不倒版: in every copy the names stand in the agreed order
)

var alternatForms = words{
	{"alternat", "轮换制：本方保存的文本上本方居先", "alternat: in its own copy each party comes first"},
	{"same-in-each", "不倒版：各份文本次序相同", "the same order in every copy"},
}

// String returns the token: alternat or same-in-each.
func (a AlternatForm) String() string { return of(alternatForms, a).token }

// Label returns the choice in Chinese.
func (a AlternatForm) Label() string { return of(alternatForms, a).hans }

// AppendText appends the token of a valid choice.
func (a AlternatForm) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "form of the copies", alternatForms, a)
}

// MarshalText returns the token of a valid choice.
func (a AlternatForm) MarshalText() ([]byte, error) { return a.AppendText(nil) }

// UnmarshalText reads alternat or same-in-each.
func (a *AlternatForm) UnmarshalText(text []byte) error {
	return read(a, "form of the copies", alternatForms, text)
}

// RestOrder says how the others follow the party that comes first in its own copy.
type RestOrder uint8

// The values of RestOrder.
const (
	RestCircular RestOrder = iota + 1 // 循环: the agreed order goes on after the party, and from its beginning
	RestListed                        // 按议定次序: the agreed order without the party
)

var restOrders = words{
	{"circular", "其余各方自本方之后循环", "the others go on after the party and round the list"},
	{"listed", "其余各方按议定次序", "the others in the agreed order"},
}

// String returns the token: circular or listed.
func (r RestOrder) String() string { return of(restOrders, r).token }

// Label returns the choice in Chinese.
func (r RestOrder) Label() string { return of(restOrders, r).hans }

// AppendText appends the token of a valid choice.
func (r RestOrder) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "order of the others", restOrders, r)
}

// MarshalText returns the token of a valid choice.
func (r RestOrder) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads circular or listed.
func (r *RestOrder) UnmarshalText(text []byte) error {
	return read(r, "order of the others", restOrders, text)
}

// SigningTable says whether all signers sit at the table.
type SigningTable uint8

// The values of SigningTable.
const (
	SideBySide SigningTable = iota + 1 // 各设一座: every signer has a chair, and the copies go round
	OneChair                           // 设一座: one chair, to which the signers come in the agreed order
)

var signingTables = words{
	{"side-by-side", "签字人各设一座，文本依次传签", "a chair for each signer, and the copies go round"},
	{"one-chair", "设一座，签字人按议定次序依次入座", "one chair, to which the signers come in turn"},
}

// String returns the token: side-by-side or one-chair.
func (s SigningTable) String() string { return of(signingTables, s).token }

// Label returns the choice in Chinese.
func (s SigningTable) Label() string { return of(signingTables, s).hans }

// AppendText appends the token of a valid choice.
func (s SigningTable) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "chairs of the signers", signingTables, s)
}

// MarshalText returns the token of a valid choice.
func (s SigningTable) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads side-by-side or one-chair.
func (s *SigningTable) UnmarshalText(text []byte) error {
	return read(s, "chairs of the signers", signingTables, text)
}

// Validate reports documents without two parties, parties and people that are named
// twice, and options that are not chosen.
func (s Signatures) Validate() check.Problems {
	var ps check.Problems
	if n := len(s.Instruments); n == 0 || n > MaxInstruments {
		ps.Add(badCount.At("instruments", check.Int("n", n), check.Int("max", MaxInstruments)))
		return ps
	}
	seen := map[roster.PaperID]int{}
	for i, doc := range s.Instruments {
		at := check.Index("instruments", i)
		ps.In(at, doc.Validate())
		if first, twice := seen[doc.ID]; twice {
			ps.Add(listedTwice.At(check.Key(at, "id"), check.ID("who", roster.KindPaper, doc.ID), check.Int("first", first+1)))
		} else {
			seen[doc.ID] = i
		}
	}
	return ps
}

// Validate reports what is wrong with the document alone.
func (doc Instrument) Validate() check.Problems {
	ps := roster.CheckID("id", roster.KindPaper, doc.ID)
	choose(&ps, "form", doc.Form, alternatForms)
	chooseOrNone(&ps, "rest", doc.Rest, restOrders)
	chooseOrNone(&ps, "table", doc.Table, signingTables)
	n := len(doc.Parties)
	if n < 2 || n > MaxSignatories {
		ps.Add(fewParties.At("parties", check.Int("n", n), check.Int("max", MaxSignatories)))
	} else if n > 2 {
		choose(&ps, "table", doc.Table, signingTables)
		if doc.Form == Alternat {
			choose(&ps, "rest", doc.Rest, restOrders)
		}
	}
	if n := len(doc.Languages); n == 0 || n > MaxLanguages {
		ps.Add(badCount.At("languages", check.Int("n", n), check.Int("max", MaxLanguages)))
	}
	tags := map[string]int{}
	for i, l := range doc.Languages[:min(len(doc.Languages), MaxLanguages)] {
		at := check.Key(check.Index("languages", i), "tag")
		ps.In("", roster.CheckID(at, kindLanguage, l.Tag))
		if first, twice := tags[l.Tag]; twice {
			ps.Add(listedTwice.At(at, check.ID("who", kindLanguage, l.Tag), check.Int("first", first+1)))
		} else {
			tags[l.Tag] = i
		}
	}
	parties, people := map[roster.OrgID]int{}, map[roster.PersonID]bool{}
	for i, p := range doc.Parties[:min(n, MaxSignatories)] {
		at := check.Index("parties", i)
		ps.In(at, roster.CheckID("party", roster.KindOrg, p.Party))
		if first, twice := parties[p.Party]; twice {
			ps.Add(partyTwice.At(check.Key(at, "party"), check.ID("party", roster.KindOrg, p.Party), check.Int("first", first+1)))
		} else {
			parties[p.Party] = i
		}
		person := func(path string, id roster.PersonID) {
			ps.In("", roster.CheckID(path, roster.KindPerson, id))
			if people[id] && id != "" {
				ps.Add(seatedTwice.At(path, check.ID("person", roster.KindPerson, id)))
			}
			people[id] = true
		}
		person(check.Key(at, "signer"), p.Signer)
		if p.Assistant != "" {
			person(check.Key(at, "assistant"), p.Assistant)
		}
		if len(p.Witnesses) > MaxRostrum {
			ps.Add(badCount.At(check.Key(at, "witnesses"), check.Int("n", len(p.Witnesses)), check.Int("max", MaxRostrum)))
			continue
		}
		for j, w := range p.Witnesses {
			person(check.Index(check.Key(at, "witnesses"), j), w)
		}
	}
	return ps
}

// kindLanguage is the kind of a language tag in findings.
const kindLanguage = "language"

// Ceremony returns the setting of a document and the people in it, for [Arrange]: the
// signers, their assistants, and behind them the witnesses.
func (doc Instrument) Ceremony() (Setting, []Guest) {
	s := &Signing{}
	if len(doc.Parties) == 2 {
		s.Sides = Sides{doc.Parties[0].Party, doc.Parties[1].Party}
	} else {
		s.Table = doc.Table
	}
	var guests []Guest
	for _, p := range doc.Parties {
		if len(doc.Parties) > 2 {
			s.Parties = append(s.Parties, p.Party)
		}
		order := 0
		add := func(role Role, people ...roster.PersonID) {
			for _, id := range people {
				if order++; id != "" {
					guests = append(guests, Guest{ID: id, Party: p.Party, Role: role, Order: order})
				}
			}
		}
		add(RoleSigner, p.Signer)
		add(RoleAssistant, p.Assistant)
		add("", p.Witnesses...)
	}
	return Setting{Signing: s}, guests
}

// A SignedCopy is the copy of a document that one party keeps.
type SignedCopy struct {
	Instrument roster.PaperID   `json:"instrument"`
	Keeper     roster.OrgID     `json:"keeper"`
	Names      []roster.OrgID   `json:"names"` // in the order in which the parties are named
	Places     []SignaturePlace `json:"places"`
}

// A SignaturePlace is where a party signs in the text of one language: the columns of
// signatures count from the left edge of the page as its reader has it, so that in a
// language written from right to left the first name has the last column.
type SignaturePlace struct {
	Language string       `json:"language"`
	Party    roster.OrgID `json:"party"`
	Column   int          `json:"column"` // from 1
}

// A SigningStep is one thing done at the table. Signers sign all at once where they sit
// side by side: steps of one round.
type SigningStep struct {
	Instrument roster.PaperID  `json:"instrument"`
	Round      int             `json:"round"` // of the document, from 1
	Act        SigningAct      `json:"act"`
	Person     roster.PersonID `json:"person,omitzero"` // who signs, or who carries the copy: the signer where there is no assistant
	Copy       roster.OrgID    `json:"copy"`            // the party that keeps it
	From       roster.OrgID    `json:"from"`            // where the copy is
	To         roster.OrgID    `json:"to,omitzero"`     // where it goes
}

// SigningAct is what is done.
type SigningAct uint8

// The values of SigningAct.
const (
	Sign     SigningAct = iota + 1 // 签字
	Pass                           // 传递文本: an assistant carries a copy to the next signer
	Exchange                       // 交换文本: the signers hand over, so that each has the copy to keep
)

var signingActs = words{
	{"sign", "签字", "signs"},
	{"pass", "传递文本", "passes the copy on"},
	{"exchange", "交换文本", "hands the copy over"},
}

// String returns the token: sign, pass or exchange.
func (a SigningAct) String() string { return of(signingActs, a).token }

// Label returns the act in Chinese.
func (a SigningAct) Label() string { return of(signingActs, a).hans }

// AppendText appends the token of a valid act.
func (a SigningAct) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "act", signingActs, a)
}

// MarshalText returns the token of a valid act.
func (a SigningAct) MarshalText() ([]byte, error) { return a.AppendText(nil) }

// UnmarshalText reads sign, pass or exchange.
func (a *SigningAct) UnmarshalText(text []byte) error { return read(a, "act", signingActs, text) }

// A SigningOrder is how documents are signed: how each copy reads, and who signs which
// copy when. It is made by [Signatures.Order] and [ParseSigningOrder] and never
// changes.
type SigningOrder struct {
	of     Signatures
	copies []SignedCopy
	steps  []SigningStep
}

// Order returns how the documents are signed, one after another. Side by side everybody
// signs the copy to keep first; then the copies go on to the next party in the agreed
// order, until all have signed all, and in the end the signers hand them over. At one
// chair each signer signs every copy, the own one first.
func (s Signatures) Order() (SigningOrder, error) {
	ps := s.Validate()
	if err := ps.Err(); err != nil {
		return SigningOrder{}, err
	}
	o := SigningOrder{of: s.clone()}
	for _, doc := range o.of.Instruments {
		for keeper := range doc.Parties {
			o.copies = append(o.copies, doc.copyOf(keeper))
		}
		if len(doc.Parties) > 2 && doc.Table == OneChair {
			o.steps = append(o.steps, doc.inTurn()...)
		} else {
			o.steps = append(o.steps, doc.round()...)
		}
	}
	return o, nil
}

func (s Signatures) clone() Signatures {
	s.Instruments = slices.Clone(s.Instruments)
	for i := range s.Instruments {
		doc := &s.Instruments[i]
		doc.Parties, doc.Languages = slices.Clone(doc.Parties), slices.Clone(doc.Languages)
		for j := range doc.Parties {
			doc.Parties[j].Witnesses = slices.Clone(doc.Parties[j].Witnesses)
		}
	}
	return s
}

// copyOf returns how the copy of a party reads.
func (doc Instrument) copyOf(keeper int) SignedCopy {
	order := make([]int, len(doc.Parties))
	for i := range order {
		order[i] = i
	}
	if doc.Form == Alternat {
		if doc.Rest == RestListed {
			order = slices.Insert(slices.Delete(order, keeper, keeper+1), 0, keeper)
		} else {
			order = from(order, keeper)
		}
	}
	c := SignedCopy{Instrument: doc.ID, Keeper: doc.Parties[keeper].Party}
	for _, i := range order {
		c.Names = append(c.Names, doc.Parties[i].Party)
	}
	for _, l := range doc.Languages {
		for i, party := range c.Names {
			column := i + 1
			if l.RightToLeft {
				column = len(c.Names) - i
			}
			c.Places = append(c.Places, SignaturePlace{l.Tag, party, column})
		}
	}
	return c
}

// round is the order of signing where everybody has a chair.
func (doc Instrument) round() []SigningStep {
	n := len(doc.Parties)
	var steps []SigningStep
	for round := 1; round <= n; round++ {
		for i, p := range doc.Parties {
			kept := doc.Parties[(i-round+1+n)%n].Party
			steps = append(steps, SigningStep{Instrument: doc.ID, Round: round, Act: Sign, Person: p.Signer, Copy: kept, From: p.Party})
		}
		for i, p := range doc.Parties {
			move := SigningStep{
				Instrument: doc.ID, Round: round, Act: Pass, Person: p.Assistant,
				Copy: doc.Parties[(i-round+1+n)%n].Party, From: p.Party, To: doc.Parties[(i+1)%n].Party,
			}
			if move.Person == "" || round == n {
				move.Person = p.Signer
			}
			if round == n {
				move.Act = Exchange
			}
			steps = append(steps, move)
		}
	}
	return steps
}

// inTurn is the order of signing at one chair.
func (doc Instrument) inTurn() []SigningStep {
	n := len(doc.Parties)
	var steps []SigningStep
	for i, p := range doc.Parties {
		for j := range n {
			kept := doc.Parties[(i+j)%n].Party
			steps = append(steps, SigningStep{Instrument: doc.ID, Round: i + 1, Act: Sign, Person: p.Signer, Copy: kept, From: p.Party})
		}
	}
	last := doc.Parties[n-1]
	for _, p := range doc.Parties {
		if p.Party != last.Party {
			steps = append(steps, SigningStep{Instrument: doc.ID, Round: n, Act: Exchange, Person: last.Signer, Copy: p.Party, From: last.Party, To: p.Party})
		}
	}
	return steps
}

// Copies walks the copies, document by document in the agreed order of their keepers.
func (o SigningOrder) Copies() iter.Seq[SignedCopy] { return slices.Values(o.copies) }

// Steps walks the steps in order.
func (o SigningOrder) Steps() iter.Seq[SigningStep] { return slices.Values(o.steps) }

// LogValue gives numbers instead of people.
func (o SigningOrder) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("copies", len(o.copies)), slog.Int("steps", len(o.steps)))
}

var signingFormat = wire.Format{Name: "seating.signing", Version: 1}

type signingWire struct {
	Signatures
	Copies []SignedCopy  `json:"copies"`
	Steps  []SigningStep `json:"steps"`
}

// MarshalJSON writes the documents, the copies and the steps as seating.signing/1,
// which [ParseSigningOrder] reads.
func (o SigningOrder) MarshalJSON() ([]byte, error) {
	w := signingWire{o.of, o.copies, o.steps}
	if w.Copies == nil {
		w.Copies, w.Steps, w.Instruments = []SignedCopy{}, []SigningStep{}, []Instrument{}
	}
	return wire.Append(nil, signingFormat, w)
}

// ParseSigningOrder reads what MarshalJSON writes. Copies and steps are made anew; what
// does not follow from the documents is a finding.
func ParseSigningOrder(data []byte) (SigningOrder, error) {
	var w signingWire
	_, ps := wire.Parse(data, signingFormat, &w, nil)
	if err := ps.Err(); err != nil {
		return SigningOrder{}, err
	}
	o, err := w.Order()
	if err != nil {
		return SigningOrder{}, err
	}
	derived(&ps, "copies", texts(w.Copies), texts(o.copies))
	derived(&ps, "steps", w.Steps, o.steps)
	if err := ps.Err(); err != nil {
		return SigningOrder{}, err
	}
	return o, nil
}
