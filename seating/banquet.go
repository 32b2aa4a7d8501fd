package seating

import (
	"cmp"
	"slices"

	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// A Banquet (宴会) is round tables whose hosts face the door. Which table somebody is
// at is given; which chair follows from the rule. At every table exactly one person
// has [RoleHost]; [TwoHosts] wants one [RoleCoHost] and the rules for couples one
// [RoleHostess]. With one host or two, a guest or a senior of the hosts' own unit who
// outranks the host has [RoleSuperior].
type Banquet struct {
	Rule     TableRule     `json:"rule"`
	Seats    BanquetHonour `json:"seats,omitzero"`    // the side of a host that comes first
	Order    BanquetHonour `json:"order,omitzero"`    // the side of the main table that comes first; to be chosen for two tables or more
	Hosts    roster.OrgID  `json:"hosts,omitzero"`    // the side of the hosts, whose members [CompanionsBetween] mixes in
	Mix      Companions    `json:"mix,omitzero"`      // to be chosen with Hosts
	Shift    ShiftHostess  `json:"shift,omitzero"`    // to be chosen for [MixedTable] where a multiple of four sits
	ThirdMan ThirdMan      `json:"thirdMan,omitzero"` // to be chosen for [MixedTable] with more than two gentlemen
	Spouses  Spouses       `json:"spouses,omitzero"`  // to be chosen for [MixedTable] where it seats partners side by side
	// Outranked is to be chosen where somebody has [RoleSuperior].
	Outranked Outranked `json:"outranked,omitzero"`
	// Tables are in order of precedence, the main table (主桌) first; without any there
	// is one table for everybody.
	Tables []BanquetTable `json:"tables,omitzero"`
	// Rows are the tables in each row of the room, the row nearest to the stage or
	// furthest from the door first; without it there is one row. Places that are over
	// stay free.
	Rows   []int  `json:"rows,omitzero"`
	Chairs int    `json:"chairs,omitzero"` // at each table; 0 is as many as people
	Pitch  Length `json:"pitch,omitzero"`  // from chair to chair; 0 is 650 mm
}

// A BanquetTable is one table and the people at it.
type BanquetTable struct {
	ID     string            `json:"id"`             // for the names of its chairs
	Label  string            `json:"label,omitzero"` // for the sheet, as in 主桌
	People []roster.PersonID `json:"people"`
}

// Limits of a banquet.
const (
	MaxTables = 1_000 // tables in one plan, and places for them
	MaxTable  = 60    // chairs at one table
)

// TableRule says in which order the chairs of a round table are filled.
type TableRule uint8

// The values of TableRule.
const (
	OneHost    TableRule = iota + 1 // 单主人: on either side of the host in turn, nearer is higher
	TwoHosts                        // 双主人: beside the host, then beside the co-host, then further out
	Couples                         // 夫妇: guests beside the host, guests with RoleSpouse beside the hostess
	MixedTable                      // 男女相间: ladies beside the host, gentlemen beside the hostess, in turn; the others have RoleLady or RoleGentleman
)

var tableRules = words{
	{"one-host", "单主人", "one host"},
	{"two-hosts", "双主人：主陪面门，副主陪相对", "two hosts: the first faces the door, the second sits opposite"},
	{"couples", "夫妇：女主人为第二主人", "couples: the hostess is the second host"},
	{"mixed", "男女相间", "the sexes alternate"},
}

// String returns the token: one-host, two-hosts, couples or mixed.
func (t TableRule) String() string { return of(tableRules, t).token }

// Label returns the choice in Chinese.
func (t TableRule) Label() string { return of(tableRules, t).hans }

// AppendText appends the token of a valid choice.
func (t TableRule) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "rule of the table", tableRules, t)
}

// MarshalText returns the token of a valid choice.
func (t TableRule) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText reads one-host, two-hosts, couples or mixed.
func (t *TableRule) UnmarshalText(text []byte) error {
	return read(t, "rule of the table", tableRules, text)
}

// BanquetHonour says which own side of a host, who faces the door, comes first. Most sources have
// the right, a folk rule the left.
type BanquetHonour uint8

// The values of BanquetHonour.
const (
	RightFirst BanquetHonour = iota + 1 // 以右为上
	LeftFirst                           // 民间尚左
)

var banquetHonours = words{
	{"right-first", "席位以右为上", "the chair on the own right first"},
	{"left-first", "席位民间尚左", "the chair on the own left first, a folk rule"},
}

// tableHonours are the same words where they are about the order of tables.
var tableHonours = words{
	{"right-first", "桌次以右为上", "the table on the own right first"},
	{"left-first", "桌次民间尚左", "the table on the own left first, a folk rule"},
}

// String returns the token: right-first or left-first.
func (b BanquetHonour) String() string { return of(banquetHonours, b).token }

// Label returns the choice in Chinese.
func (b BanquetHonour) Label() string { return of(banquetHonours, b).hans }

// AppendText appends the token of a valid choice.
func (b BanquetHonour) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "side of honour", banquetHonours, b)
}

// MarshalText returns the token of a valid choice.
func (b BanquetHonour) MarshalText() ([]byte, error) { return b.AppendText(nil) }

// UnmarshalText reads right-first or left-first.
func (b *BanquetHonour) UnmarshalText(text []byte) error {
	return read(b, "side of honour", banquetHonours, text)
}

// Companions says where the people of the hosts sit who are no hosts of a table.
type Companions uint8

// The values of Companions.
const (
	CompanionsByRank  Companions = iota + 1 // by rank like everybody
	CompanionsBetween                       // 陪客相间: guests next to the hosts, companions next to those guests, in turn
)

var companions = words{
	{"by-rank", "陪同人员按位次", "companions by rank"},
	{"between", "陪同人员与客人相间", "companions between guests"},
}

// String returns the token: by-rank or between.
func (c Companions) String() string { return of(companions, c).token }

// Label returns the choice in Chinese.
func (c Companions) Label() string { return of(companions, c).hans }

// AppendText appends the token of a valid choice.
func (c Companions) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "seat of companions", companions, c)
}

// MarshalText returns the token of a valid choice.
func (c Companions) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads by-rank or between.
func (c *Companions) UnmarshalText(text []byte) error {
	return read(c, "seat of companions", companions, text)
}

// ShiftHostess says which way the hostess moves by one chair where the sexes alternate and the
// number of people is a multiple of four: then host and hostess cannot sit opposite
// each other, unless the sexes are paired once on either side.
type ShiftHostess uint8

// The values of ShiftHostess.
const (
	ShiftOwnLeft  ShiftHostess = iota + 1 // to her own left
	ShiftOwnRight                         // to her own right
	HostessStays                          // nowhere: two ladies sit side by side once, and two gentlemen
)

var shiftHostesses = words{
	{"own-left", "女主人向本人左侧移一座", "the hostess one chair to her own left"},
	{"own-right", "女主人向本人右侧移一座", "the hostess one chair to her own right"},
	{"stays", "女主人仍居对面，两侧各有一处同性相邻", "the hostess stays opposite: on either side two of one sex are neighbours once"},
}

// String returns the token: own-left, own-right or stays.
func (s ShiftHostess) String() string { return of(shiftHostesses, s).token }

// Label returns the choice in Chinese.
func (s ShiftHostess) Label() string { return of(shiftHostesses, s).hans }

// AppendText appends the token of a valid choice.
func (s ShiftHostess) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "shift of the hostess", shiftHostesses, s)
}

// MarshalText returns the token of a valid choice.
func (s ShiftHostess) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads own-left, own-right or stays.
func (s *ShiftHostess) UnmarshalText(text []byte) error {
	return read(s, "shift of the hostess", shiftHostesses, text)
}

// ThirdMan says where the third gentleman sits at a mixed table. Sources name only the ladies'
// places.
type ThirdMan uint8

// The values of ThirdMan.
const (
	ThirdManRight ThirdMan = iota + 1 // beyond the first lady, the fourth beyond the second
	ThirdManLeft                      // beyond the second lady, the fourth beyond the first
)

var thirdMen = words{
	{"by-first-lady", "第三位男宾在第一位女宾外侧", "the third gentleman beyond the first lady"},
	{"by-second-lady", "第三位男宾在第二位女宾外侧", "the third gentleman beyond the second lady"},
}

// String returns the token: by-first-lady or by-second-lady.
func (t ThirdMan) String() string { return of(thirdMen, t).token }

// Label returns the choice in Chinese.
func (t ThirdMan) Label() string { return of(thirdMen, t).hans }

// AppendText appends the token of a valid choice.
func (t ThirdMan) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "place of the third man", thirdMen, t)
}

// MarshalText returns the token of a valid choice.
func (t ThirdMan) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText reads by-first-lady or by-second-lady.
func (t *ThirdMan) UnmarshalText(text []byte) error {
	return read(t, "place of the third man", thirdMen, text)
}

// Outranked says who has the first chair of a table where somebody outranks its host.
type Outranked uint8

// The values of Outranked.
const (
	OutrankedStays  Outranked = iota + 1 // 照常: the superior sits by rank
	OutrankedYields                      // 主人让座: the superior in the chair of the host, the host in that of the first guest, the second host on the other side
)

var outrankeds = words{
	{"stays", "位次高于主人者照常入座", "who outranks the host sits by rank"},
	{"yields", "主人让座：位次高于主人者居主位，主人居主宾位，第二主人在另一侧", "the host yields: who outranks him has his chair, he that of the first guest, the second host the other side"},
}

// String returns the token: stays or yields.
func (o Outranked) String() string { return of(outrankeds, o).token }

// Label returns the choice in Chinese.
func (o Outranked) Label() string { return of(outrankeds, o).hans }

// AppendText appends the token of a valid choice.
func (o Outranked) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "chair of a superior", outrankeds, o)
}

// MarshalText returns the token of a valid choice.
func (o Outranked) MarshalText() ([]byte, error) { return o.AppendText(nil) }

// UnmarshalText reads stays or yields.
func (o *Outranked) UnmarshalText(text []byte) error {
	return read(o, "chair of a superior", outrankeds, text)
}

// Spouses says what becomes of partners ([Guest.Partner]) whom the rule of a mixed table
// seats side by side.
type Spouses uint8

// The values of Spouses.
const (
	SpousesApart Spouses = iota + 1 // 夫妇分开: one of them changes chairs with the nearest in rank
	SpousesStay                     // 照位次: they stay
)

var spouses = words{
	{"apart", "夫妇不相邻：其一与位次最近者换座", "spouses are parted: one changes chairs with the nearest in rank"},
	{"stay", "夫妇相邻照位次不动", "spouses stay side by side where their ranks seat them so"},
}

// String returns the token: apart or stay.
func (s Spouses) String() string { return of(spouses, s).token }

// Label returns the choice in Chinese.
func (s Spouses) Label() string { return of(spouses, s).hans }

// AppendText appends the token of a valid choice.
func (s Spouses) AppendText(dst []byte) ([]byte, error) {
	return write(dst, "seats of spouses", spouses, s)
}

// MarshalText returns the token of a valid choice.
func (s Spouses) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads apart or stay.
func (s *Spouses) UnmarshalText(text []byte) error {
	return read(s, "seats of spouses", spouses, text)
}

// Validate reports tables that contradict each other and options that are not
// chosen, whoever the guests are.
func (b Banquet) Validate() check.Problems {
	var ps check.Problems
	choose(&ps, "rule", b.Rule, tableRules)
	choose(&ps, "seats", b.Seats, banquetHonours)
	chooseOrNone(&ps, "order", b.Order, banquetHonours)
	chooseOrNone(&ps, "mix", b.Mix, companions)
	chooseOrNone(&ps, "shift", b.Shift, shiftHostesses)
	chooseOrNone(&ps, "thirdMan", b.ThirdMan, thirdMen)
	chooseOrNone(&ps, "spouses", b.Spouses, spouses)
	chooseOrNone(&ps, "outranked", b.Outranked, outrankeds)
	if len(b.Tables) > 1 {
		choose(&ps, "order", b.Order, banquetHonours)
	}
	if b.Hosts != "" {
		ps.In("", roster.CheckID("hosts", roster.KindOrg, b.Hosts))
		choose(&ps, "mix", b.Mix, companions)
	}
	if b.Chairs < 0 || b.Chairs > MaxTable {
		ps.Add(badCount.At("chairs", check.Int("n", b.Chairs), check.Int("max", MaxTable)))
	}
	if len(b.Tables) > MaxTables || len(b.Rows) > MaxTables {
		ps.Add(badCount.At("tables", check.Int("n", max(len(b.Tables), len(b.Rows))), check.Int("max", MaxTables)))
		return ps
	}
	places := 0
	for i, n := range b.Rows {
		if n < 1 || n > MaxTables {
			ps.Add(badCount.At(check.Index("rows", i), check.Int("n", n), check.Int("max", MaxTables)))
		}
		places += min(max(n, 0), MaxTables)
	}
	if places > MaxTables {
		ps.Add(badCount.At("rows", check.Int("n", places), check.Int("max", MaxTables)))
	}
	if len(b.Rows) > 0 && places < max(len(b.Tables), 1) {
		ps.Add(tooFewPlaces.At("rows", check.Int("tables", max(len(b.Tables), 1)), check.Int("places", places)))
	}
	names, at := map[string]int{}, map[roster.PersonID]bool{}
	for i, t := range b.Tables {
		path := check.Index("tables", i)
		ps.In(path, checkArea("id", t.ID))
		if t.Label != "" {
			ps.In(path, roster.CheckID("label", "area", t.Label))
		}
		if first, twice := names[t.ID]; twice {
			ps.Add(areaTwice.At(check.Key(path, "id"), check.Value("area", t.ID), check.Int("first", first+1)))
		} else {
			names[t.ID] = i
		}
		for j, person := range t.People {
			if at[person] {
				ps.Add(seatedTwice.At(check.Index(check.Key(path, "people"), j), check.ID("person", roster.KindPerson, person)))
			}
			at[person] = true
		}
	}
	checkLengths(&ps, field{"pitch", b.Pitch})
	return ps
}

func (b Banquet) parties() []roster.OrgID { return nil }
func (b Banquet) traits() traits          { return traits{fixed: true, keeps: true, door: true} }

func (b Banquet) choices() []choice {
	return []choice{
		{field: "rule", value: uint8(b.Rule), words: tableRules},
		{field: "seats", value: uint8(b.Seats), words: banquetHonours},
		{field: "order", value: uint8(b.Order), words: tableHonours},
		{field: "mix", value: uint8(b.Mix), words: companions},
		{field: "shift", value: uint8(b.Shift), words: shiftHostesses},
		{field: "thirdMan", value: uint8(b.ThirdMan), words: thirdMen},
		{field: "spouses", value: uint8(b.Spouses), words: spouses},
		{field: "outranked", value: uint8(b.Outranked), words: outrankeds},
	}
}

// clone returns a copy that shares nothing with b.
func (b *Banquet) clone() *Banquet {
	if b = copied(b); b != nil {
		b.Rows, b.Tables = slices.Clone(b.Rows), slices.Clone(b.Tables)
		for i := range b.Tables {
			b.Tables[i].People = slices.Clone(b.Tables[i].People)
		}
	}
	return b
}

// build puts the tables in their places and seats the people at each.
func (b Banquet) build(_ Convention, guests []Guest) (room, check.Problems) {
	if b.Pitch == 0 {
		b.Pitch = 650
	}
	tables, at, ps := b.people(guests)
	if ps.Failed() {
		return room{}, ps
	}
	mostMen, superiors, chairs := 0, 0, make([]int, len(tables))
	for i := range tables {
		chairs[i] = max(b.Chairs, 3)
		if b.Chairs == 0 {
			chairs[i] = max(len(at[i]), 3)
		}
		path, field := check.Index("tables", i), "people"
		if len(b.Tables) == 0 {
			path, field = "", ""
		}
		if len(at[i]) > min(chairs[i], MaxTable) {
			ps.Add(tooManyPeople.At(path, check.Int("people", len(at[i])), check.Int("seats", min(chairs[i], MaxTable))))
			continue
		}
		if b.Rule == MixedTable {
			chairs[i] = len(at[i])
		}
		ps.In(path, b.roles(guests, at[i], field))
		mostMen = max(mostMen, count(guests, at[i], RoleGentleman))
		superiors += count(guests, at[i], RoleSuperior)
	}
	if superiors > 0 {
		choose(&ps, "outranked", b.Outranked, outrankeds)
	}
	if b.Rule == MixedTable && mostMen > 2 {
		choose(&ps, "thirdMan", b.ThirdMan, thirdMen)
	}
	if ps.Failed() {
		return room{}, ps
	}
	var out room
	step := 2*radiusOf(slices.Max(chairs), b.Pitch) + 2*b.Pitch
	centres := b.places(len(tables), step)
	for i, t := range tables {
		seats := out.circle(Row{Area: t.ID, Label: t.Label, Number: 1, Kind: RoundTable, Pitch: b.Pitch}, centres[i], chairs[i])
		path := check.Index("tables", i)
		if len(b.Tables) == 0 {
			path = ""
		}
		ps.In(path, b.table(&out, seats, guests, at[i], 3*i))
	}
	return out, ps
}

// people returns the tables with the guests at each, in order.
func (b Banquet) people(guests []Guest) ([]BanquetTable, [][]int, check.Problems) {
	var ps check.Problems
	if len(b.Tables) == 0 {
		return []BanquetTable{{ID: "table"}}, [][]int{listed(guests, "").ranked}, ps
	}
	index := make(map[roster.PersonID]int, len(guests))
	for g, guest := range guests {
		index[guest.ID] = g
	}
	at := make([][]int, len(b.Tables))
	seated := make([]bool, len(guests))
	for i, t := range b.Tables {
		for j, person := range t.People {
			g, known := index[person]
			if !known {
				ps.Add(notOnList.At(check.Index(check.Key(check.Index("tables", i), "people"), j), check.ID("person", roster.KindPerson, person)))
				continue
			}
			at[i], seated[g] = append(at[i], g), true
		}
		slices.Sort(at[i])
	}
	for g, guest := range guests {
		if !seated[g] {
			ps.Add(notSeated.At("tables", check.ID("person", roster.KindPerson, guest.ID)))
		}
	}
	return b.Tables, at, ps
}

// roles reports a table without its hosts, and a mixed one that cannot be.
func (b Banquet) roles(guests []Guest, at []int, field string) check.Problems {
	var ps check.Problems
	one := func(role Role) {
		if n := count(guests, at, role); n != 1 {
			ps.Add(tooManyOfRole.At(field, check.ID("role", KindRole, role), check.Int("n", n), check.Int("min", 1), check.Int("max", 1)))
		}
	}
	one(RoleHost)
	if n := count(guests, at, RoleSuperior); n > 1 || n > 0 && b.Rule > TwoHosts {
		most := 1
		if b.Rule > TwoHosts {
			most = 0
		}
		ps.Add(tooManyOfRole.At(field, check.ID("role", KindRole, RoleSuperior), check.Int("n", n), check.Int("min", 0), check.Int("max", most)))
	}
	switch b.Rule {
	case TwoHosts:
		one(RoleCoHost)
	case Couples:
		one(RoleHostess)
	case MixedTable:
		one(RoleHostess)
		for _, g := range at {
			switch guests[g].Role {
			case RoleHost, RoleHostess, RoleLady, RoleGentleman:
			default:
				ps.Add(noSuchRole.At(field, check.ID("person", roster.KindPerson, guests[g].ID), check.Value("role", string(guests[g].Role))))
			}
		}
		ladies, gentlemen := count(guests, at, RoleLady), count(guests, at, RoleGentleman)
		if ladies != gentlemen {
			ps.Add(sexesUneven.At(field, check.Int("ladies", ladies+1), check.Int("gentlemen", gentlemen+1)))
		} else if len(at)%4 == 0 && b.Shift == 0 {
			ps.Add(multipleOfFour.At(field, check.Int("n", len(at)), check.Text("known", shiftHostesses.String())))
		}
	case OneHost:
	}
	return ps
}

// count returns how many of some guests have a role.
func count(guests []Guest, at []int, role Role) int {
	n := 0
	for _, g := range at {
		if guests[g].Role == role {
			n++
		}
	}
	return n
}

// table fills one table, whose chairs are given clockwise from that of the host.
func (b Banquet) table(out *room, seats []int, guests []Guest, at []int, chain int) check.Problems {
	n := len(seats)
	yields := b.Outranked == OutrankedYields && count(guests, at, RoleSuperior) > 0
	second := 0 // the chair opposite, 0 if it is like any other
	switch {
	case b.Rule == OneHost || yields:
	case b.Rule == MixedTable:
		second = b.hostess(n)
	default:
		second = n / 2
	}
	first, other := n-1, 1 // beside the first chair: the side of honour, and the other one
	sides := [...]OwnSide{OwnRight, OwnLeft}
	if b.Seats == LeftFirst {
		first, other, sides = other, first, [...]OwnSide{OwnLeft, OwnRight}
	}
	free := slices.Repeat([]bool{true}, n)
	free[0], free[second] = false, false
	var lists [2][]int
	for _, g := range at {
		switch role := guests[g].Role; {
		case yields && role == RoleSuperior:
			out.one(seats[0], anchor{place: atHead}, g, "rule", "outranked")
		case yields && role == RoleHost:
			out.one(seats[first], anchor{side: sides[0], chairs: 1, seat: seats[0]}, g, "rule", "outranked")
			free[first] = false
		case yields && role == RoleCoHost && b.Rule == TwoHosts:
			out.one(seats[other], anchor{side: sides[1], chairs: 1, seat: seats[0]}, g, "rule", "outranked")
			free[other] = false
		case role == RoleHost:
			out.one(seats[0], anchor{place: atHead}, g, "rule")
		case second > 0 && (role == RoleCoHost && b.Rule == TwoHosts || role == RoleHostess && b.Rule != TwoHosts):
			out.one(seats[second], anchor{place: opposite}, g, "rule", "shift")
		default:
			list := b.list(guests[g])
			lists[list] = append(lists[list], g)
		}
	}
	seqs := [2]sequence{}
	for i := range seqs {
		seqs[i] = sequence{row: len(out.layout.rows) - 1, chain: chain + i, chosen: []string{"rule", "seats", "mix", "thirdMan"}}
	}
	for c := range b.chairs(n, second) {
		if !free[c.chair] {
			continue
		}
		free[c.chair] = false
		from := b.want(c)
		if len(lists[from]) == 0 {
			from = 1 - from
		}
		seq := &seqs[from]
		seq.take(seats[c.chair], anchor{side: c.side, chairs: c.ring, seat: seats[c.host]})
		if len(lists[from]) > 0 {
			seq.guests = append(seq.guests, lists[from][0])
			lists[from] = lists[from][1:]
		}
	}
	var ps check.Problems
	if b.Rule == MixedTable && b.Spouses != SpousesStay {
		if paired := b.part(&seqs, seats, guests, at); paired >= 0 {
			choose(&ps, "spouses", b.Spouses, spouses)
			if b.Spouses == SpousesApart {
				ps.Add(spousesBeside.At("people", check.ID("person", roster.KindPerson, guests[paired].ID), check.ID("partner", roster.KindPerson, guests[paired].Partner)))
			}
		}
	}
	for _, seq := range seqs {
		if len(seq.seats) > 0 {
			out.seqs = append(out.seqs, seq)
		}
	}
	return ps
}

// part parts partners who sit side by side at a mixed table, if that is chosen: one of
// them changes chairs with the nearest in rank of the same sex with whom fewer partners
// are side by side, rather a lower one than a higher. It returns somebody who still sits
// beside a partner, else -1.
func (b Banquet) part(seqs *[2]sequence, seats []int, guests []Guest, at []int) int {
	sitter := make([]int, len(seats)) // of each chair, from that of the host
	for _, g := range at {
		if guests[g].Role == RoleHost {
			sitter[0] = g
		} else if guests[g].Role == RoleHostess {
			sitter[b.hostess(len(seats))] = g
		}
	}
	paired := func() (n, one, other int) {
		for i := range seqs {
			for j, g := range seqs[i].guests {
				sitter[seqs[i].seats[j]-seats[0]] = g
			}
		}
		one, other = -1, -1
		for i, g := range sitter {
			h := sitter[(i+1)%len(sitter)]
			if guests[g].Partner == guests[h].ID || guests[h].Partner == guests[g].ID {
				n, one, other = n+1, g, h
			}
		}
		return n, one, other
	}
	for {
		before, one, other := paired()
		if before == 0 || b.Spouses != SpousesApart {
			return one
		}
		if !exchanged(seqs, one, other, func() bool { n, _, _ := paired(); return n < before }) {
			return one
		}
	}
}

// exchanged makes the exchange of one of two people with the nearest in rank after
// which it is better; of several, that of the lowest ranks.
func exchanged(seqs *[2]sequence, one, other int, better func() bool) bool {
	for apart := 1; apart < MaxTable; apart++ {
		for high := MaxTable; high >= 0; high-- {
			for i := range seqs {
				s := &seqs[i]
				if high+apart >= len(s.guests) {
					continue
				}
				if a, b := s.guests[high], s.guests[high+apart]; a != one && a != other && b != one && b != other {
					continue
				}
				s.exchange(high, high+apart)
				if better() {
					s.chosen = append(s.chosen, "spouses")
					return true
				}
				s.exchange(high, high+apart)
			}
		}
	}
	return false
}

// exchange exchanges two chairs of the order of honour.
func (s *sequence) exchange(i, j int) {
	s.seats[i], s.seats[j] = s.seats[j], s.seats[i]
	s.anchors[i], s.anchors[j] = s.anchors[j], s.anchors[i]
}

// hostess is the chair of the hostess at a mixed table of n, counted from the host's.
func (b Banquet) hostess(n int) int {
	switch {
	case n%4 != 0 || b.Shift == HostessStays:
		return n / 2
	case b.Shift == ShiftOwnRight:
		return n/2 - 1
	default: // she faces up the plan: clockwise is to her own left
		return n/2 + 1
	}
}

// A near is a chair as its neighbours see it: so many chairs away on a side of the
// host, chair 0, or of the second host.
type near struct {
	chair, host, ring int
	side              OwnSide
}

// chairs walks the chairs of a table of n in order of honour: ring by ring, the host
// before the second, the side of honour before the other. A chair comes up again
// where it is near to both.
func (b Banquet) chairs(n, second int) func(yield func(near) bool) {
	sides := [...]OwnSide{OwnRight, OwnLeft}
	if b.Seats == LeftFirst {
		sides = [...]OwnSide{OwnLeft, OwnRight}
	}
	return func(yield func(near) bool) {
		for ring := 1; ring < n; ring++ {
			for _, host := range [...]int{0, second} {
				for i, side := range sides {
					if b.ThirdMan == ThirdManLeft && b.Rule == MixedTable && host == 0 && ring == 2 {
						side = sides[1-i]
					}
					chair := host + ring // clockwise is the own left of the host, who faces down the plan
					if side == OwnRight {
						chair = host - ring
					}
					if chair = (chair + n) % n; chair > 0 && !yield(near{chair, host, ring, side}) {
						return
					}
				}
				if second == 0 {
					break
				}
			}
		}
	}
}

// list returns which of the two lists of the rule somebody is on.
func (b Banquet) list(g Guest) int {
	second := false
	switch {
	case b.Rule == MixedTable:
		second = g.Role == RoleGentleman
	case b.Rule == Couples:
		second = g.Role == RoleSpouse
	default:
		second = b.Mix == CompanionsBetween && g.Party == b.Hosts && b.Hosts != ""
	}
	if second {
		return 1
	}
	return 0
}

// want returns from which list a chair is filled, as long as it lasts.
func (b Banquet) want(c near) int {
	besideHost, odd := c.host == 0, c.ring%2 == 1
	switch {
	case b.Rule == MixedTable && besideHost != odd,
		b.Rule == Couples && !besideHost,
		b.Rule <= TwoHosts && b.Mix == CompanionsBetween && !odd:
		return 1
	default:
		return 0
	}
}

// places returns the middles of n tables in order of honour: the main table in the
// centre of the first row, then by distance from it, at the same distance the row
// further up before the other, and the own right before the own left unless the folk
// rule is chosen.
func (b Banquet) places(n int, step Length) []Point {
	rows := b.Rows
	if len(rows) == 0 {
		rows = []int{n}
	}
	right := Length(1) // the own right of the hosts is the left of the plan
	if b.Order == LeftFirst {
		right = -1
	}
	var all []Point
	for i, tables := range rows {
		for j := range tables {
			all = append(all, Point{Length(2*j-tables+1) * step / 2, Length(i) * step})
		}
	}
	order := func(from Point) func(p, q Point) int {
		return func(p, q Point) int {
			return cmp.Or(cmp.Compare(from.distance(p), from.distance(q)), cmp.Compare(p.Y, q.Y), cmp.Compare(right*p.X, right*q.X))
		}
	}
	main := slices.MinFunc(all[:rows[0]], order(Point{}))
	slices.SortFunc(all, order(main))
	return all[:n]
}

// distance is the square of the distance of two places.
func (p Point) distance(q Point) int64 {
	x, y := int64(p.X)-int64(q.X), int64(p.Y)-int64(q.Y)
	return x*x + y*y
}
