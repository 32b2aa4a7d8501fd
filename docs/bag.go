package docs

import (
	"cmp"
	"iter"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// Codes of the findings of bags.
const (
	BagLacks    check.Code = "docs/bag-lacks"     // something that should be in a bag is not
	BagExtra    check.Code = "docs/bag-extra"     // something is in a bag that should not be
	BagWeight   check.Code = "docs/bag-weight"    // a bag that weighs more or less than its contents
	ThingAbsent check.Code = "docs/unknown-thing" // a thing that nobody provided
	ThingShort  check.Code = "docs/thing-short"   // fewer things than the bags need
	ThingCount  check.Code = "docs/thing-count"   // a count that does not balance
	NegativeNo  check.Code = "docs/negative"      // a negative number
	BadPacking  check.Code = "docs/bad-packing"   // a packing report that contradicts itself
)

var (
	bagLacksRule = check.Rule{
		Code: BagLacks, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{who}的袋内缺{thing}{n}份",
		En:   "the bag of {who} lacks {n} of {thing}",
	}
	bagExtraRule = check.Rule{
		Code: BagExtra, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{who}的袋内多{thing}{n}份",
		En:   "the bag of {who} has {n} of {thing} too many",
	}
	bagWeightRule = check.Rule{
		Code: BagWeight, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{who}的袋重{grams}克，按内容应为{want}克，误差超过{tolerance}克，可能装错",
		En:   "the bag of {who} weighs {grams} g; its contents weigh {want} g, give or take {tolerance} g: something may be wrong in it",
	}
	thingAbsentRule = check.Rule{
		Code: ThingAbsent, Severity: check.Error, Source: check.HouseCustom,
		Hans: "清单上没有{thing}",
		En:   "{thing} is not on the list of things to pack",
	}
	thingShortRule = check.Rule{
		Code: ThingShort, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{thing}备有{have}份，装袋需要{want}份",
		En:   "{thing}: {have} are provided, the bags need {want}",
	}
	thingCountRule = check.Rule{
		Code: ThingCount, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{thing}备有{have}份，已装{packed}份，应余{want}份，实余{left}份",
		En:   "{thing}: {have} provided, {packed} packed, {want} should be left, {left} are",
	}
	negativeRule = check.Rule{
		Code: NegativeNo, Severity: check.Error, Source: check.HouseCustom,
		Hans: "数量{n}不可用：应在0至{max}之间",
		En:   "a number of {n} is not usable: it is 0 to {max}",
	}
	badPackingRule = check.Rule{
		Code: BadPacking, Severity: check.Error, Source: check.HouseCustom,
		Hans: "装袋报告自相矛盾",
		En:   "the packing report contradicts itself",
	}
)

func bagRules() []check.Rule {
	return []check.Rule{
		bagLacksRule, bagExtraRule, bagWeightRule, thingAbsentRule, thingShortRule, thingCountRule,
		negativeRule, badPackingRule,
	}
}

// A ThingKind is what goes into a bag. The zero ThingKind is [PaperThing].
type ThingKind uint8

// The kinds of things.
const (
	PaperThing  ThingKind = iota // 文件
	BadgeThing                   // 证卡: badges and cards
	CouponThing                  // 餐券: meal coupons
	OtherThing                   // 用品
)

var thingWords = [...]word{
	{"paper", "文件", "paper"}, {"badge", "证卡", "badge"}, {"coupon", "餐券", "meal coupon"}, {"other", "用品", "supply"},
}

// String returns "paper", "badge", "coupon" or "other".
func (k ThingKind) String() string { return textOf(thingWords[:], "ThingKind", k) }

// Label returns 文件, 证卡, 餐券 or 用品.
func (k ThingKind) Label() string { return labelOf(thingWords[:], k) }

// AppendText appends the String of a kind.
func (k ThingKind) AppendText(dst []byte) ([]byte, error) {
	return appendToken(dst, thingWords[:], "kind of thing", k)
}

// MarshalText returns the String of a kind.
func (k ThingKind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads the String of a kind.
func (k *ThingKind) UnmarshalText(text []byte) error {
	return readToken(k, thingWords[:], "kind of thing", text)
}

// A Thing is something that is packed (装袋物品): a paper, a badge, meal coupons.
type Thing struct {
	ID       string    `json:"id"` // for papers that of the paper
	Name     string    `json:"name,omitempty"`
	Kind     ThingKind `json:"kind,omitzero"`
	Provided int       `json:"provided"`        // how many there are
	Left     int       `json:"left"`            // how many are left after packing, as counted; -1 if not counted
	Grams    int       `json:"grams,omitzero"`  // weight of one; 0 if not known
	Varies   int       `json:"varies,omitzero"` // by how many grams one may weigh more or less
}

// A Content is some things of one kind in a bag.
type Content struct {
	Thing string `json:"thing"`
	Count int    `json:"count"`
}

// A Bag is what one person gets, as it should be and as it was packed.
type Bag struct {
	Person roster.PersonID `json:"person"`
	Want   []Content       `json:"want"`
	Packed []Content       `json:"packed,omitempty"`
	Grams  int             `json:"grams,omitzero"` // as weighed; 0 if it was not
	Empty  int             `json:"empty,omitzero"` // weight of the bag itself
}

// Packing is what [Pack] is asked.
type Packing struct {
	Things []Thing `json:"things"`
	Bags   []Bag   `json:"bags"` // in the order of the hand-out route
}

// Bounds of bags.
const (
	MaxBags     = 100_000
	MaxThings   = 1000
	maxContents = 1000      // of one bag
	maxCount    = 1_000_000 // things, grams
)

// A Packed is the state of packing: each thing with its balance and each bag with what it
// lacks. It is built by [Pack] and never changes.
type Packed struct {
	in     Packing
	things []ThingBalance
	found  check.Problems
	full   int
}

// A ThingBalance is the account of one thing: provided = packed + left.
type ThingBalance struct {
	Thing    string `json:"thing"`
	Provided int64  `json:"provided"`
	Wanted   int64  `json:"wanted"` // by all bags
	Packed   int64  `json:"packed"`
	Left     int64  `json:"left"` // provided less packed
}

// Pack holds bags that are packed in advance (提前装袋) against what should be in them: what each lacks or has too much, whose
// weight does not agree with its contents, and of what there is not enough or whose count
// does not balance. The bag of a person who is due nothing is complete.
func Pack(in Packing) (Packed, error) {
	if err := in.validate().Err(); err != nil {
		return Packed{}, err
	}
	p := Packed{in: Packing{slices.Clone(in.Things), slices.Clone(in.Bags)}}
	place := map[string]int{}
	for i, t := range in.Things {
		place[t.ID] = i
		p.things = append(p.things, ThingBalance{Thing: t.ID, Provided: int64(t.Provided)})
	}
	for i, b := range in.Bags {
		p.in.Bags[i].Want, p.in.Bags[i].Packed = slices.Clone(b.Want), slices.Clone(b.Packed)
		p.bag(i, b, place)
	}
	for i, t := range in.Things {
		b := &p.things[i]
		b.Left = b.Provided - b.Packed
		name, at := check.Text("thing", cmp.Or(t.Name, t.ID)), check.Index("things", i)
		if b.Wanted > b.Provided {
			p.found.Add(thingShortRule.At(at+".provided", name, check.Int("have", b.Provided), check.Int("want", b.Wanted)))
		}
		if b.Left < 0 || t.Left >= 0 && int64(t.Left) != b.Left {
			p.found.Add(thingCountRule.At(at+".left", name, check.Int("have", b.Provided), check.Int("packed", b.Packed),
				check.Int("want", b.Left), check.Int("left", t.Left)))
		}
	}
	return p, nil
}

// bag counts one bag.
func (p *Packed) bag(i int, b Bag, place map[string]int) {
	who := check.ID("who", roster.KindPerson, b.Person)
	counts := b.open()
	for _, c := range b.Want {
		p.things[place[c.Thing]].Wanted += int64(c.Count)
	}
	grams, varies, known := int64(b.Empty), int64(0), true
	for _, c := range b.Packed {
		t, n := p.in.Things[place[c.Thing]], int64(c.Count)
		p.things[place[c.Thing]].Packed += n
		grams, varies = grams+n*int64(t.Grams), varies+n*int64(t.Varies)
		known = known && t.Grams > 0
	}
	complete := true
	for k, t := range p.in.Things {
		n := counts[t.ID]
		rule := &bagLacksRule
		if n < 0 {
			rule, n = &bagExtraRule, -n
		}
		if n != 0 {
			complete = false
			p.found.Add(rule.At(check.Index(check.Index("bags", i), k), who, check.Text("thing", cmp.Or(t.Name, t.ID)), check.Int("n", n)))
		}
	}
	if complete {
		p.full++
	}
	if off := int64(b.Grams) - grams; b.Grams > 0 && known && (off > varies || -off > varies) {
		p.found.Add(bagWeightRule.At(check.Index("bags", i)+".grams", who, check.Int("grams", b.Grams), check.Int("want", grams), check.Int("tolerance", varies)))
	}
}

func (in Packing) validate() check.Problems {
	var ps check.Problems
	for _, l := range [...]struct {
		path     string
		len, max int
	}{{"things", len(in.Things), MaxThings}, {"bags", len(in.Bags), MaxBags}} {
		if l.len > l.max {
			ps.Add(tooManyRule.At(l.path, check.Int("found", l.len), check.Int("max", l.max)))
		}
	}
	if ps.Failed() {
		return ps
	}
	things, people := map[string]bool{}, map[roster.PersonID]bool{}
	for i, t := range in.Things {
		path := check.Index("things", i)
		ps.In("", roster.CheckID(path+".id", roster.KindPaper, t.ID))
		ps.In("", roster.CheckText(path+".name", t.Name, MaxNote))
		if things[t.ID] {
			ps.Add(duplicateIDRule.At(path+".id", check.Value("id", t.ID)))
		}
		things[t.ID] = true
		for _, n := range [...]struct {
			key string
			n   int
		}{{".provided", t.Provided}, {".left", max(t.Left, 0)}, {".grams", t.Grams}, {".varies", t.Varies}} {
			ps.In("", counted(path+n.key, n.n))
		}
	}
	for i, b := range in.Bags {
		path := check.Index("bags", i)
		ps.In("", validate(person(path+".person", b.Person)))
		if people[b.Person] {
			ps.Add(duplicateIDRule.At(path+".person", check.Value("id", string(b.Person))))
		}
		people[b.Person] = true
		ps.In("", counted(path+".grams", b.Grams))
		ps.In("", counted(path+".empty", b.Empty))
		for key, list := range b.lists() {
			if len(list) > maxContents {
				ps.Add(tooManyRule.At(path+key, check.Int("found", len(list)), check.Int("max", maxContents)))
				continue
			}
			for k, c := range list {
				if !things[c.Thing] {
					ps.Add(thingAbsentRule.At(check.Index(path+key, k)+".thing", check.Value("thing", c.Thing)))
				}
				ps.In("", counted(check.Index(path+key, k)+".count", c.Count))
			}
		}
	}
	return ps
}

// open returns how many of each thing a bag lacks, below zero if it has too many.
func (b *Bag) open() map[string]int64 {
	out := map[string]int64{}
	for _, c := range b.Want {
		out[c.Thing] += int64(c.Count)
	}
	for _, c := range b.Packed {
		out[c.Thing] -= int64(c.Count)
	}
	return out
}

// lists are the two lists of a bag by their keys.
func (b *Bag) lists() iter.Seq2[string, []Content] {
	return func(yield func(string, []Content) bool) {
		_ = yield(".want", b.Want) && yield(".packed", b.Packed)
	}
}

func counted(path string, n int) check.Problems {
	var ps check.Problems
	if n < 0 || n > maxCount {
		ps.Add(negativeRule.At(path, check.Int("n", n), check.Int("max", maxCount)))
	}
	return ps
}

// Complete is how many bags hold exactly what they should, of how many.
func (p Packed) Complete() (full, all int) { return p.full, len(p.in.Bags) }

// Problems reports what is missing, too much or does not balance. Bags have the paths
// bags[12][3], 3 being the place of the thing on its list.
func (p Packed) Problems() check.Problems { return p.found }

// Things walks the accounts of the things, in their order.
func (p Packed) Things() iter.Seq[ThingBalance] { return slices.Values(p.things) }

// PickList returns how many of each thing to take for the bags of a person, in the order
// of the list, without what is packed already.
func (p Packed) PickList(id roster.PersonID) []Content {
	i := slices.IndexFunc(p.in.Bags, func(b Bag) bool { return b.Person == id })
	if i < 0 {
		return nil
	}
	counts := p.in.Bags[i].open()
	var out []Content
	for _, t := range p.in.Things {
		if n := counts[t.ID]; n > 0 {
			out = append(out, Content{t.ID, int(n)})
		}
	}
	return out
}

// packedFormat names the JSON of a Packed.
var packedFormat = wire.Format{Name: "docs.bags", Version: 1}

type packedWire struct {
	Things   []Thing        `json:"things"`
	Bags     []Bag          `json:"bags"`
	Balances []ThingBalance `json:"balances"`
	Complete int            `json:"complete"`
}

// MarshalJSON writes the things, the bags and their balances in a versioned form that
// [ParsePacked] reads.
func (p Packed) MarshalJSON() ([]byte, error) {
	w := packedWire{p.in.Things, p.in.Bags, p.things, p.full}
	if w.Things == nil {
		w.Things, w.Balances = []Thing{}, []ThingBalance{}
	}
	w.Bags = slices.Clone(w.Bags)
	if w.Bags == nil {
		w.Bags = []Bag{}
	}
	for i := range w.Bags {
		if w.Bags[i].Want == nil {
			w.Bags[i].Want = []Content{}
		}
	}
	return wire.Append(nil, packedFormat, w)
}

// ParsePacked reads what MarshalJSON wrote, counts the bags anew and refuses balances that
// do not follow from them.
func ParsePacked(data []byte, lim *wire.Limits) (Packed, error) {
	var w packedWire
	_, ps := wire.Parse(data, packedFormat, &w, lim)
	if err := ps.Err(); err != nil {
		return Packed{}, err
	}
	p, err := Pack(Packing{w.Things, w.Bags})
	if err != nil {
		return Packed{}, err
	}
	if !slices.Equal(p.things, w.Balances) || p.full != w.Complete {
		ps.Add(badPackingRule.At("balances"))
		return Packed{}, ps.Err()
	}
	return p, nil
}
