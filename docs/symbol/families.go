package symbol

// Parts of rows.
var (
	dot     = step{set: literal, words: []string{"·"}, alike: "・•‧∙⋅．."}
	euChain = step{set: group, max: 16, steps: []step{
		{set: space},
		{role: Modifier, set: literal, words: []string{"REV", "ADD", "COR", "EXT", "AMD"}},
		{role: Modifier, set: space},
		{role: Modifier, set: count, max: 3},
	}}
	euSubjects = step{set: group, max: 32, steps: []step{
		{set: space},
		{role: Subject, set: upper, min: 2, max: 12},
		{role: Subject, set: space},
		{role: Subject, set: count, max: 5},
	}}
	euRevision = step{set: group, max: 1, steps: []step{ // 8220/1/26 REV 1
		{set: literal, words: []string{"/"}},
		{role: Modifier, set: count, max: 2},
	}}
	unSource = step{set: group, max: 1, steps: []step{
		{role: Body, set: literal, words: []string{"General Assembly", "Security Council", "Economic and Social Council", "Human Rights Council"}},
		{set: space},
	}}
	natoChain = step{set: group, max: 8, steps: []step{
		{set: literal, words: []string{"-"}},
		{role: Modifier, set: literal, words: []string{"REV", "COR", "ADD", "AS"}},
		{role: Modifier, set: count, max: 3},
	}}
	ieeeHead = step{set: group, max: 1, steps: []step{{set: literal, words: []string{"IEEE"}}, {set: space}}}
	hkHead   = step{set: group, max: 1, steps: []step{{set: literal, words: []string{"LC Paper No."}}, {set: space}}}
	hkItem   = step{set: group, max: 1, steps: []step{
		{set: literal, words: []string{"("}},
		{role: Note, set: digit, min: 2, max: 3},
		{set: literal, words: []string{")"}},
	}}
	jtcNumber = []step{
		{set: space},
		{set: literal, words: []string{"N"}},
		{set: mayBe},
		{role: Serial, set: count, max: 6},
		{set: group, max: 1, steps: []step{{role: Modifier, set: upper, max: 1}}},
	}
	jtcGroup = step{set: group, max: 4, steps: []step{
		{set: literal, words: []string{"/"}},
		{role: Body, set: literal, words: []string{"SC", "SWG", "WG", "SG", "AG", "AHG", "TF"}},
		{role: Body, set: mayBe},
		{role: Body, set: count, max: 3},
	}}
)

// fixed is a step that takes one word.
func fixed(word string) step { return step{set: literal, words: []string{word}} }

// rowsOfClasses is the grammar of the classes that are read by rows. The first row
// that fits a text is its reading.
var rowsOfClasses = [...]row{
	// J001-WS·2023-Y-BGS-0001
	{Archive, 4, []step{
		{role: Body, set: capital, min: 4, max: 4},
		fixed("-"),
		{role: Subject, set: upper, min: 2, max: 2},
		dot,
		{set: group, max: 1, steps: []step{{role: Subject, set: capital, min: 2, max: 2}, dot}},
		{role: Session, set: digit, min: 4, max: 4},
		fixed("-"),
		{role: Nature, set: literal, words: []string{"Y", "D30", "D10"}},
		{set: group, max: 1, steps: []step{fixed("-"), {role: Body, set: capital, min: 1, max: 12}}},
		fixed("-"),
		{role: Serial, set: digit, min: 4, max: 4},
	}},

	// ST 8220 2026 INIT; ST 12345 2000 ADD 1 COR 1; ST 8220/26 REV 1
	{EUCouncil, 5, []step{
		{role: Nature, set: literal, words: []string{"ST", "CM", "DS", "LT", "SN", "WK", "XT"}},
		{set: space},
		{role: Serial, set: count, max: 5},
		{set: space},
		{role: Session, set: digit, min: 4, max: 4},
		{set: group, min: 1, max: 16, steps: euChain.steps},
	}},
	{EUCouncil, 0, []step{
		{role: Nature, set: upper, min: 2, max: 2},
		{set: space},
		{role: Serial, set: count, max: 5},
		{set: space},
		{role: Session, set: digit, min: 4, max: 4},
		{set: space},
		{role: Note, set: literal, words: []string{"INIT"}},
	}},
	{EUCouncil, 0, []step{
		{role: Nature, set: upper, min: 2, max: 2},
		{set: space},
		{role: Serial, set: count, max: 5},
		{set: space},
		{role: Session, set: digit, min: 4, max: 4},
		{set: group, min: 1, max: 16, steps: euChain.steps},
	}},
	{EUCouncil, 0, []step{
		{role: Nature, set: literal, words: []string{"ST", "CM", "DS", "LT", "PE-CONS", "SN", "WK", "XT"}},
		{set: space},
		{role: Serial, set: count, min: 1, max: 5},
		euRevision,
		fixed("/"),
		{role: Session, set: digit, min: 2, max: 2},
		euChain, euSubjects,
	}},
	// 16183/09 JUR 459 POLGEN 194; 11979/04
	{EUCouncil, 0, []step{
		{role: Serial, set: count, min: 1, max: 5},
		euRevision,
		fixed("/"),
		{role: Session, set: digit, min: 2, max: 2},
		{set: group, min: 1, max: 16, steps: euChain.steps},
		euSubjects,
	}},
	{EUCouncil, 0, []step{
		{role: Serial, set: count, min: 1, max: 5},
		fixed("/"),
		{role: Session, set: digit, min: 2, max: 2},
		{set: group, min: 1, max: 32, steps: euSubjects.steps},
	}},
	{EUCouncil, -1, []step{
		{role: Serial, set: digit, min: 5, max: 5},
		fixed("/"),
		{role: Session, set: digit, min: 2, max: 2},
	}},
	// PV/CONS 28 COMPET 76 RECH 100
	{EUCouncil, 2, []step{
		{role: Nature, set: literal, words: []string{"PV/CONS", "OJ/CONS", "CM/CONS"}},
		{set: space},
		{role: Serial, set: count, max: 5},
		euSubjects,
	}},

	// ISO/IEC JTC 1/SC 2/WG 3 N 497; SC22/WG20 N945R
	{JTC1, 4, append([]step{
		{set: group, max: 1, steps: []step{{role: Body, set: literal, words: []string{"ISO/IEC"}}, {role: Body, set: space}}},
		{role: Body, set: literal, words: []string{"JTC"}},
		{role: Body, set: mayBe},
		{role: Body, set: literal, words: []string{"1"}},
		jtcGroup,
	}, jtcNumber...)},
	{JTC1, 0, append([]step{
		{role: Body, set: literal, words: []string{"SC"}},
		{role: Body, set: mayBe},
		{role: Body, set: count, max: 3},
		jtcGroup,
	}, jtcNumber...)},

	// draft-ietf-httpbis-semantics-19
	{IETF, 4, []step{
		fixed("draft"),
		fixed("-"),
		{role: Body, set: lower, max: 40},
		fixed("-"),
		{role: Subject, set: name, max: 40},
		{set: group, max: 24, steps: []step{
			{role: Subject, set: literal, words: []string{"-"}},
			{role: Subject, set: name, max: 40},
		}},
		{set: group, max: 1, steps: []step{fixed("-"), {role: Modifier, set: digit, min: 2, max: 2}}},
	}},

	// IEEE 802.11-07/2308r11; 802.11-00/331-r4; IEEE 802.16-12-0001-00-GDoc
	{IEEE, 5, []step{
		ieeeHead,
		{role: Body, set: literal, words: []string{"802."}},
		{role: Body, set: count, max: 2},
		fixed("-"),
		{role: Session, set: digit, min: 2, max: 2},
		fixed("/"),
		{role: Serial, set: digit, min: 1, max: 5},
		{set: group, max: 1, steps: []step{
			{set: group, max: 1, steps: []step{fixed("-")}},
			{role: Modifier, set: literal, words: []string{"r"}},
			{role: Modifier, set: count, max: 3},
		}},
	}},
	{IEEE, 7, []step{
		ieeeHead,
		{role: Body, set: literal, words: []string{"802."}},
		{role: Body, set: count, max: 2},
		fixed("-"),
		{role: Session, set: digit, min: 2, max: 2},
		fixed("-"),
		{role: Serial, set: digit, min: 4, max: 4},
		fixed("-"),
		{role: Modifier, set: digit, min: 2, max: 2},
		fixed("-"),
		{role: Note, set: letter, min: 2, max: 8},
	}},

	// C-M(2002)49-COR8; PO(2010)0033; AC/35-D/2002-REV4
	{NATO, 5, []step{
		{role: Body, set: literal, words: []string{"C"}},
		fixed("-"),
		{role: Nature, set: upper, max: 2},
		fixed("("),
		{role: Session, set: digit, min: 4, max: 4},
		fixed(")"),
		{role: Serial, set: digit, min: 1, max: 4},
		natoChain,
	}},
	{NATO, 4, []step{
		{role: Body, set: literal, words: []string{"PO"}},
		fixed("("),
		{role: Session, set: digit, min: 4, max: 4},
		fixed(")"),
		{role: Serial, set: digit, min: 1, max: 4},
		natoChain,
	}},
	{NATO, 4, []step{
		{role: Body, set: literal, words: []string{"AC/"}},
		{role: Body, set: count, max: 4},
		fixed("-"),
		{role: Nature, set: upper, max: 3},
		fixed("/"),
		{role: Serial, set: digit, min: 1, max: 4},
		natoChain,
	}},
	{NATO, 4, []step{
		{role: Body, set: literal, words: []string{"AC/"}},
		{role: Body, set: count, max: 4},
		fixed("-"),
		{role: Nature, set: upper, max: 3},
		fixed("("),
		{role: Session, set: digit, min: 4, max: 4},
		fixed(")"),
		{role: Serial, set: digit, min: 1, max: 4},
		natoChain,
	}},

	// CB(4)867/2023(04); LC Paper No. CB(4)1353/20-21(01)
	{HK, 4, []step{
		hkHead,
		{role: Body, set: literal, words: []string{"CB("}},
		{role: Body, set: count, max: 2},
		{role: Body, set: literal, words: []string{")"}},
		{role: Serial, set: count, max: 5},
		fixed("/"),
		{role: Session, set: digit, min: 4, max: 4},
		hkItem,
	}},
	{HK, 4, []step{
		hkHead,
		{role: Body, set: literal, words: []string{"CB("}},
		{role: Body, set: count, max: 2},
		{role: Body, set: literal, words: []string{")"}},
		{role: Serial, set: count, max: 5},
		fixed("/"),
		{role: Session, set: digit, min: 2, max: 2},
		{role: Session, set: literal, words: []string{"-"}},
		{role: Session, set: digit, min: 2, max: 2},
		hkItem,
	}},

	// 院臺秘字第0930086517號
	{TW, 0, []step{
		{role: Body, set: hanName, min: 1, max: MaxCode},
		fixed("第"),
		{role: Session, set: digit, min: 3, max: 3},
		{role: Serial, set: digit, min: 7, max: 7},
		{set: literal, words: []string{"號"}, alike: "号"},
	}},

	// resolution 3367 A (XXIX); resolution 31/16 A; resolution S-8/1; decision 31/301
	{UN, 0, []step{ // Security Council resolution 1325 (2000)
		unSource,
		{role: Nature, set: literal, words: []string{"resolution", "Resolution"}},
		{set: space},
		{role: Serial, set: count, max: 5},
		{set: space},
		fixed("("),
		{role: Session, set: digit, min: 4, max: 4},
		fixed(")"),
	}},
	{UN, 0, []step{
		unSource,
		{role: Nature, set: literal, words: []string{"resolution", "decision", "Resolution", "Decision"}},
		{set: space},
		{role: Serial, set: count, max: 5},
		{set: group, max: 1, steps: []step{{set: space}, {role: Note, set: upper, max: 1}}},
		{set: space},
		fixed("("),
		{role: Session, set: romans, max: 15},
		fixed(")"),
	}},
	{UN, 0, []step{
		unSource,
		{role: Nature, set: literal, words: []string{"resolution", "decision", "Resolution", "Decision"}},
		{set: space},
		{set: group, max: 1, steps: []step{{role: Session, set: literal, words: []string{"S-", "ES-"}}}},
		{role: Session, set: count, max: 3},
		fixed("/"),
		{role: Serial, set: count, max: 4},
		{set: group, max: 1, steps: []step{{set: space}, {role: Note, set: upper, max: 1}}},
	}},

	// 会议文件之一; 会议文件（三）; 会议文件（3）
	{MeetingPaper, 3, []step{
		{role: Nature, set: title, min: 3, max: 40},
		fixed("之"),
		{role: Serial, set: hanCount},
	}},
	{MeetingPaper, 4, []step{
		{role: Nature, set: title, min: 3, max: 40},
		{set: literal, words: []string{"（"}, alike: "("},
		{role: Serial, set: hanCount},
		{set: literal, words: []string{"）"}, alike: ")"},
	}},
	{MeetingPaper, 4, []step{
		{role: Nature, set: title, min: 3, max: 40},
		{set: literal, words: []string{"（"}, alike: "("},
		{role: Serial, set: count, max: 4},
		{set: literal, words: []string{"）"}, alike: ")"},
	}},
}
