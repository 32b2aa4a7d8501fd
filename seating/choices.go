package seating

import "github.com/huiwu-go/huiwu/roster/check"

// Choices are what a convention has where sources differ on a setting: each is an
// option of one kind of setting, which takes it from here unless the plan chooses
// otherwise. None has a value that stands for the others: an option that a setting
// needs and that neither it nor the convention chooses is a finding. The zero Choices
// leave everything open.
type Choices struct {
	Superior    OwnSide          `json:"superior,omitzero"`    // the side of a [VisitorSuperior], as the hosts have it
	Interpreter InterpreterSeat  `json:"interpreter,omitzero"` // [Talks.Interpreter]
	Ranks       InterpreterRanks `json:"ranks,omitzero"`       // [Talks.Ranks]
	Front       PhotoFront       `json:"front,omitzero"`       // [Photo.Front]
	Ends        PhotoEnds        `json:"ends,omitzero"`        // [Photo.Ends]
	Seats       BanquetHonour    `json:"seats,omitzero"`       // [Banquet.Seats]
	Tables      BanquetHonour    `json:"tables,omitzero"`      // [Banquet.Order]
	Companions  Companions       `json:"companions,omitzero"`  // [Banquet.Mix]
	Hostess     ShiftHostess     `json:"hostess,omitzero"`     // [Banquet.Shift]
	ThirdMan    ThirdMan         `json:"thirdMan,omitzero"`    // [Banquet.ThirdMan]
	Spouses     Spouses          `json:"spouses,omitzero"`     // [Banquet.Spouses]
	Outranked   Outranked        `json:"outranked,omitzero"`   // [Banquet.Outranked]
	Awarder     AwarderPlace     `json:"awarder,omitzero"`     // [Awards.After]
	Podium      PodiumOrder      `json:"podium,omitzero"`      // [Podium.Order]
	RearMiddle  RearMiddle       `json:"rearMiddle,omitzero"`  // [Car.RearMiddle]
	Coach       CoachFirst       `json:"coach,omitzero"`       // [Car.Coach]
	TwoFlags    FlagRule         `json:"twoFlags,omitzero"`    // [Flags.Rule] of exactly two flags
	Flags       FlagRule         `json:"flags,omitzero"`       // [Flags.Rule] of any other number
}

// superiorSides are own sides where they are about a superior.
var superiorSides = words{
	{"own-left", "上级在主方左手侧（左为上）", "a superior on the own left of the hosts"},
	{"own-right", "上级在主方右手侧（比照外宾）", "a superior on the own right of the hosts, as a guest from abroad"},
}

// IsZero reports whether everything is left open.
func (c Choices) IsZero() bool { return c == Choices{} }

// Validate reports choices that are not known.
func (c Choices) Validate() check.Problems {
	var ps check.Problems
	for _, o := range c.choices() {
		chooseOrNone(&ps, o.field, o.value, o.words)
	}
	return ps
}

func (c Choices) choices() []choice {
	return []choice{
		{field: "superior", value: uint8(c.Superior), words: superiorSides},
		{field: "interpreter", value: uint8(c.Interpreter), words: interpreterSeats},
		{field: "ranks", value: uint8(c.Ranks), words: interpreterRanks},
		{field: "front", value: uint8(c.Front), words: photoFronts},
		{field: "ends", value: uint8(c.Ends), words: photoEnds},
		{field: "seats", value: uint8(c.Seats), words: banquetHonours},
		{field: "tables", value: uint8(c.Tables), words: tableHonours},
		{field: "companions", value: uint8(c.Companions), words: companions},
		{field: "hostess", value: uint8(c.Hostess), words: shiftHostesses},
		{field: "thirdMan", value: uint8(c.ThirdMan), words: thirdMen},
		{field: "spouses", value: uint8(c.Spouses), words: spouses},
		{field: "outranked", value: uint8(c.Outranked), words: outrankeds},
		{field: "awarder", value: uint8(c.Awarder), words: awarderPlaces},
		{field: "podium", value: uint8(c.Podium), words: podiumOrders},
		{field: "rearMiddle", value: uint8(c.RearMiddle), words: rearMiddles},
		{field: "coach", value: uint8(c.Coach), words: coachFirsts},
		{field: "twoFlags", value: uint8(c.TwoFlags), words: flagRules, sources: flagSources},
		{field: "flags", value: uint8(c.Flags), words: flagRules, sources: flagSources},
	}
}

// under returns the setting with what it needs and leaves open as a convention has
// it, for a number of people.
func (s Setting) under(c Convention, people int) Setting {
	s = s.clone()
	from := c.Choices
	if t := s.Talks; t != nil {
		fill(&t.Interpreter, from.Interpreter, true)
		fill(&t.Ranks, from.Ranks, t.Interpreter.beside())
	}
	if o := s.Sofas; o != nil && o.Visitor == VisitorSuperior {
		o.Visitor = map[OwnSide]VisitorSide{OwnLeft: SuperiorOwnLeft, OwnRight: SuperiorOwnRight}[from.Superior]
	}
	if p := s.Photo; p != nil {
		fill(&p.Front, from.Front, !p.sided())
		fill(&p.Ends, from.Ends, p.sided())
	}
	if b := s.Banquet; b != nil {
		fill(&b.Seats, from.Seats, true)
		fill(&b.Order, from.Tables, len(b.Tables) > 1)
		fill(&b.Mix, from.Companions, b.Hosts != "")
		fill(&b.Shift, from.Hostess, b.Rule == MixedTable)
		fill(&b.ThirdMan, from.ThirdMan, b.Rule == MixedTable)
		fill(&b.Spouses, from.Spouses, b.Rule == MixedTable)
		fill(&b.Outranked, from.Outranked, b.Rule == OneHost || b.Rule == TwoHosts)
	}
	if a := s.Awards; a != nil {
		fill(&a.After, from.Awarder, a.Pairing == OneAwarder)
	}
	if p := s.Podium; p != nil {
		fill(&p.Order, from.Podium, true)
	}
	if v := s.Car; v != nil {
		fill(&v.RearMiddle, from.RearMiddle, v.Vehicle == Sedan5 && v.Driver == DriverEmployed)
		fill(&v.Coach, from.Coach, v.Vehicle == Coach)
	}
	if f := s.Flags; f != nil {
		fill(&f.Rule, from.TwoFlags, people == 2)
		fill(&f.Rule, from.Flags, people != 2)
	}
	return s
}

// fill chooses what is needed and left open.
func fill[E ~uint8](field *E, chosen E, needed bool) {
	if *field == 0 && needed {
		*field = chosen
	}
}
