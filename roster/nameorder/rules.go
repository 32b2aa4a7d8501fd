package nameorder

import (
	"fmt"

	"github.com/huiwu-go/huiwu/roster/check"
)

// Codes of the findings of this package.
const (
	BadChoice       check.Code = "nameorder/bad-choice"
	NoName          check.Code = "nameorder/no-name"
	TooLong         check.Code = "nameorder/too-long"
	NotUTF8         check.Code = "nameorder/not-utf8"
	HiddenCharacter check.Code = "nameorder/hidden-character"
	StrayBracket    check.Code = "nameorder/stray-bracket"

	UnlistedCharacter check.Code = "nameorder/unlisted-character"
	UnknownCharacter  check.Code = "nameorder/unknown-character"
	LatinRefused      check.Code = "nameorder/latin-refused"
	BadReading        check.Code = "nameorder/bad-reading"
	UsualReading      check.Code = "nameorder/usual-reading"
	NoReading         check.Code = "nameorder/no-reading"
	SameName          check.Code = "nameorder/same-name"
	SameNameRefused   check.Code = "nameorder/same-name-refused"
)

var (
	badChoice = check.Rule{
		Code: BadChoice, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{field} 没有 {value} 这一选项",
		En:   "{field} has no choice {value}",
	}
	noName = check.Rule{
		Code: NoName, Severity: check.Error, Source: check.HouseCustom,
		Hans: "没有姓名",
		En:   "there is no name",
	}
	tooLong = check.Rule{
		Code: TooLong, Severity: check.Error, Source: check.HouseCustom,
		Hans: "共 {n} 字节，只读前 {max} 字节",
		En:   "{n} bytes; only the first {max} are read",
	}
	notUTF8 = check.Rule{
		Code: NotUTF8, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{text} 不是 UTF-8 文本",
		En:   "{text} is not UTF-8",
	}
	hiddenCharacter = check.Rule{
		Code: HiddenCharacter, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "含有不可见字符 {code}，排序时不计",
		En:   "holds the character {code}, which does not show; it does not count in the order",
	}
	strayBracket = check.Rule{
		Code: StrayBracket, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{text} 的括号不成对",
		En:   "{text} has a bracket without its partner",
	}
)

var (
	unlistedCharacter = check.Rule{
		Code: UnlistedCharacter, Severity: check.Warning, Source: sourceTable,
		Hans: "{char}（{code}）不在《通用规范汉字表》内，可能是繁体字或异体字；按所写字形排序，未作转换",
		En:   "{char} ({code}) is not in the table of general standard characters: perhaps a traditional or variant form; it is placed as written, not converted",
	}
	unknownCharacter = check.Rule{
		Code: UnknownCharacter, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{char}（{code}）笔画不详，排在所有已知汉字之后",
		En:   "the strokes of {char} ({code}) are not known: it is placed after all known characters",
	}
	latinRefused = check.Rule{
		Code: LatinRefused, Severity: check.Error, Source: check.HouseCustom,
		Hans: "含有外文字母{letter}，须先选定外文姓名的位置（first 或 last）",
		En:   "holds the Latin letter {letter}: choose first whether Latin names come first or last",
	}
	badReading = check.Rule{
		Code: BadReading, Severity: check.Error, Source: check.HouseCustom,
		Hans: "读音{reading}与{part}不符：应逐字用普通话音节，以空格隔开",
		En:   "reading {reading} does not fit {part}: a Mandarin syllable for each character, separated by spaces",
	}
	usualReading = check.Rule{
		Code: UsualReading, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "姓氏读音表中没有{surname}，用其常用读音 {reading}；如读音不同，请注明",
		En:   "the table of surnames does not have {surname}: its usual reading {reading} is used; give the reading if it is another",
	}
	noReadingKnown = check.Rule{
		Code: NoReading, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{char}（{code}）读音不详，排在所有音节之后",
		En:   "{char} ({code}) has no known reading: it is placed after all syllables",
	}
	sameName = check.Rule{
		Code: SameName, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{name}与第 {no} 人{first}同名，先后不限，依原序",
		En:   "{name} has the same name as no. {no}, {first}: their order is free and stays as it was",
	}
	sameNameRefused = check.Rule{
		Code: SameNameRefused, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{name}与第 {no} 人{first}同名，先后须另行确定",
		En:   "{name} has the same name as no. {no}, {first}: their order must be settled",
	}
)

// Codes of the reasons that [Order.Explain] gives. What follows the slash is the
// name of the deciding rule in tables and on command lines.
const (
	EqualStrokes  check.Code = "nameorder/equal-strokes"  // in common, not deciding
	EqualSyllable check.Code = "nameorder/equal-syllable" // in common, not deciding

	StrokeCount    check.Code = "nameorder/stroke-count"
	StrokeSequence check.Code = "nameorder/stroke-sequence"
	TableOrder     check.Code = "nameorder/table-order"
	BlankFirst     check.Code = "nameorder/blank"
	Shorter        check.Code = "nameorder/shorter"
	Syllable       check.Code = "nameorder/syllable"
	Tone           check.Code = "nameorder/tone"
	LatinPlace     check.Code = "nameorder/latin"
	LatinLetter    check.Code = "nameorder/letter"
	Same           check.Code = "nameorder/same"
)

// Sources of the reasons.
const (
	sourceOrder = "GF 3003-1999 GB13000.1字符集汉字字序（笔画序）规范"
	sourceTable = "通用规范汉字表, 国发〔2013〕23号"
)

var (
	equalStrokes = check.Rule{
		Code: EqualStrokes, Source: sourceOrder,
		Hans: "同为{a}（{n}画）",
		En:   "strokes: {a} {n} = {a} {n}",
	}
	equalSyllable = check.Rule{
		Code: EqualSyllable, Source: check.HouseCustom,
		Hans: "{a} {x} 与{b} {y} 音节相同",
		En:   "{a} {x} and {b} {y}: same syllable",
	}
	strokeCount = check.Rule{
		Code: StrokeCount, Source: sourceOrder,
		Hans: "{a}{m}画，少于{b}{n}画",
		En:   "strokes: {a} {m} < {b} {n}",
	}
	strokeSequence = check.Rule{
		Code: StrokeSequence, Source: sourceOrder,
		Hans: "{a}与{b}同为{n}画，第{k}笔{x}先于{y}（{s}，{t}）",
		En:   "strokes: {a} {n} = {b} {n}; stroke {k}: {x} before {y} ({s} < {t})",
	}
	tableOrder = check.Rule{
		Code: TableOrder, Source: sourceTable,
		Hans: "{a}在{b}之前：依《通用规范汉字表》字序（{i}，{j}）",
		En:   "{a} before {b}: order of the standard table ({i}, {j})",
	}
	blankFirst = check.Rule{
		Code: BlankFirst, Source: check.HouseCustom,
		Hans: "单名空一字，空格在{b}之前",
		En:   "blank before {b}",
	}
	shorter = check.Rule{
		Code: Shorter, Source: check.HouseCustom,
		Hans: "字数少者在前，另一人还有{b}",
		En:   "the shorter one first; the other goes on with {b}",
	}
	syllable = check.Rule{
		Code: Syllable, Source: "汉语拼音方案 (1958), 一、字母表",
		Hans: "音节{a} {x} 先于{b} {y}",
		En:   "{a} {x} before {b} {y}",
	}
	tone = check.Rule{
		Code: Tone, Source: check.HouseCustom,
		Hans: "{a} {x} 与{b} {y} 音节相同，{p}先于{q}",
		En:   "{a} {x} before {b} {y}: same syllable, {p} before {q}",
	}
	latinPlace = check.Rule{
		Code: LatinPlace, Source: check.HouseCustom,
		Hans: "{a}在{b}之前：外文字母{place}",
		En:   "{a} before {b}: Latin letters stand {place} Chinese characters",
	}
	latinLetter = check.Rule{
		Code: LatinLetter, Source: check.HouseCustom,
		Hans: "外文字母{a}在{b}之前",
		En:   "Latin letter {a} before {b}",
	}
	same = check.Rule{
		Code: Same, Source: check.HouseCustom,
		Hans: "{a}与{b}同名，先后不限",
		En:   "{a} and {b}: the same name, the order is free",
	}
)

// Rules lists the rules of this package.
func Rules() []check.Rule {
	return []check.Rule{
		badChoice, noName, tooLong, notUTF8, hiddenCharacter, strayBracket,
		unlistedCharacter, unknownCharacter, latinRefused, badReading, usualReading, noReadingKnown,
		sameName, sameNameRefused,
		equalStrokes, equalSyllable,
		strokeCount, strokeSequence, tableOrder, blankFirst, shorter, syllable, tone,
		latinPlace, latinLetter, same,
	}
}

// codePoint returns the usual text of a code point, U+200B.
func codePoint(r rune) string { return fmt.Sprintf("%U", r) }
