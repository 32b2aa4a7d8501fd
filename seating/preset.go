package seating

import (
	"github.com/huiwu-go/huiwu/roster/check"
)

// A preset is a named convention, what it covers besides rows, and where it comes
// from.
type preset struct {
	convention Convention
	orders     []Topic
	hans, en   string
	source     string
}

// leftHigh is the domestic rule, 左为上, with one of its two readings of an even
// number.
func leftHigh(even EvenRule) RowRule {
	return RowRule{Honour: OwnLeft, Even: even, Two: TwoFollow, Extra: ExtraBesideNo2}
}

// rightHigh is the international rule, 右为上. In a row of an even number No.2 is
// on the own right of No.1, whose chair is thus the own-left one of the centre,
// and the right has the chair more.
func rightHigh() RowRule {
	return RowRule{Honour: OwnRight, Even: No1Left, Two: TwoFollow, Extra: ExtraOwnRight}
}

// domestic are the choices of government events in China. Notes of offices agree on
// most of them; what they print both ways without a majority is left open: whether
// companions sit between guests, where one awarder stands, who is first in a coach.
func domestic() Choices {
	return Choices{
		Superior: OwnLeft, Interpreter: InterpreterThird,
		Front: FrontOdd, Ends: HostsClose,
		Seats: RightFirst, Tables: RightFirst,
		Podium: PodiumSecondOwnLeft, RearMiddle: RearMiddleLast,
		TwoFlags: FlagGuestRight, Flags: FlagHostRightEnd,
	}
}

// foreign are the choices of foreign affairs in China.
func foreign() Choices {
	c := domestic()
	c.Superior, c.Podium = OwnRight, PodiumSecondOwnRight
	c.Interpreter, c.Ranks = InterpretersFacing, InterpreterUncounted
	return c
}

// presets holds every preset, domestic ones first. It is never changed.
var presets = []preset{
	{
		convention: Convention{"cn-gov", leftHigh(No2Left), domestic()},
		hans:       "政务活动", en: "government events in China",
		source: check.HouseCustom,
	},
	{
		convention: Convention{"cn-gov-b", leftHigh(No1Left), domestic()},
		hans:       "政务活动", en: "government events in China",
		source: check.HouseCustom,
	},
	{
		convention: Convention{"cn-foreign", rightHigh(), foreign()},
		hans:       "外事活动", en: "foreign affairs in China",
		source: check.HouseCustom,
	},
	{
		convention: Convention{"intl-right", rightHigh(), Choices{Superior: OwnRight, Ends: HostsClose, Seats: RightFirst, Tables: RightFirst, Podium: PodiumSecondOwnRight}},
		hans:       "国际惯例", en: "international right-hand rule",
		source: check.HouseCustom,
	},
	{
		convention: Convention{"us-state", rightHigh(), Choices{Seats: RightFirst, ThirdMan: ThirdManRight, Spouses: SpousesApart, TwoFlags: FlagHostRightEnd, Flags: FlagHostRightEnd}},
		hans:       "美国礼宾", en: "protocol of the United States",
		source: check.HouseCustom,
	},
	{
		convention: Convention{"uk", rightHigh(), Choices{Seats: RightFirst}},
		hans:       "英国礼仪", en: "custom of the United Kingdom",
		source: "Debrett's, Seating Plans and Precedence",
	},
	{
		convention: Convention{Name: "un"}, orders: []Topic{DrawnOrder},
		hans: "联合国大会", en: "United Nations General Assembly",
		source: "General Assembly resolution 71/323, A/RES/71/323, paragraph 42",
	},
	{
		convention: Convention{Name: "eu"}, orders: []Topic{ProtocolOrder, Rotation},
		hans: "欧洲联盟理事会", en: "Council of the European Union",
		source: "Interinstitutional Style Guide of the European Union, 7.1",
	},
}

func presetNamed(name string) (preset, bool) {
	for _, p := range presets {
		if p.convention.Name == name {
			return p, true
		}
	}
	return preset{}, false
}

func mustPreset(name string) Convention {
	p, _ := presetNamed(name)
	return p.convention
}

// CNGov is the preset cn-gov: government events in China (政务), left is high, and
// No.2 sits on the own left of No.1 in even rows too. Most written sources have it.
func CNGov() Convention { return mustPreset("cn-gov") }

// CNGovB is the preset cn-gov-b: as [CNGov], but in even rows No.1 takes the
// own-left centre chair and No.2 sits on the right. Custom differs from place to
// place, and neither is wrong.
func CNGovB() Convention { return mustPreset("cn-gov-b") }

// CNForeign is the preset cn-foreign: foreign affairs in China (外事), right is
// high.
func CNForeign() Convention { return mustPreset("cn-foreign") }

// IntlRight is the preset intl-right: right is high. Where no source says which
// side of an even row has the chair more, it gives it to the right; see
// [ExtraSide].
func IntlRight() Convention { return mustPreset("intl-right") }

// USState is the preset us-state: protocol of the United States, right is high.
func USState() Convention { return mustPreset("us-state") }

// UK is the preset uk: custom of the United Kingdom, right is high.
func UK() Convention { return mustPreset("uk") }

// UN is the preset un: the order of delegations in the General Assembly. It has no
// rule for a rostrum.
func UN() Convention { return mustPreset("un") }

// EU is the preset eu: the order and rotation of delegations in the Council. It has
// no rule for a rostrum.
func EU() Convention { return mustPreset("eu") }

// Presets lists the presets, domestic ones first.
func Presets() []Convention {
	all := make([]Convention, len(presets))
	for i, p := range presets {
		all[i] = p.convention
	}
	return all
}

// PresetNamed returns the preset of a token such as "cn-gov". An unknown token is
// an error that lists the known ones.
func PresetNamed(token string) (Convention, error) {
	p, known := presetNamed(token)
	if !known {
		var names words
		for _, p := range presets {
			names = append(names, word{token: p.convention.Name})
		}
		var ps check.Problems
		ps.Add(unknownConvention.At("convention", check.Value("convention", token), check.Text("known", names.String())))
		return Convention{}, ps.Err()
	}
	return p.convention, nil
}

// Describe returns the preset that the convention is or varies in both languages
// and its source, or a note that it is the host's own.
func (c Convention) Describe(key string) (name check.Arg, source string) {
	if p, known := presetNamed(c.Name); known {
		return check.Term(key, p.hans, p.en), p.source
	}
	return check.Term(key, "自定规则", "a convention of the host's own"), check.HouseCustom
}
