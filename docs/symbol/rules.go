package symbol

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the rules of this package. What follows the stroke is the code of the
// diagnosis, as in "bracket".
const (
	Bracket      check.Code = "symbol/bracket"        // brackets other than 〔〕 around the year
	Spacing      check.Code = "symbol/spacing"        // spaces inside or around the number
	Padding      check.Code = "symbol/padding"        // leading zeros of the serial (虚位)
	MissingHao   check.Code = "symbol/missing-hao"    // 号 left out
	OrderOfParts check.Code = "symbol/order-of-parts" // parts in another order; never repaired
	NoBracket    check.Code = "symbol/no-bracket"     // year and serial not kept apart; never repaired
	YearDigits   check.Code = "symbol/year-digits"    // year not in four digits
	CNYear       check.Code = "symbol/cn-year"        // year in Chinese numerals
	Numeral      check.Code = "symbol/numeral"        // a numeral not in the digits 0 to 9
	Di           check.Code = "symbol/di"             // 第 inside a document number
	MissingDi    check.Code = "symbol/missing-di"     // 第 left out where it belongs
	Century      check.Code = "symbol/century"        // a year read with the century that the caller gave
	Incomplete   check.Code = "symbol/incomplete"     // a part is missing
	Stray        check.Code = "symbol/stray"          // a character that has no place
	TooLong      check.Code = "symbol/too-long"       // a part, or the text, is longer than its limit
	TotalBelow   check.Code = "symbol/total"          // a running number below the number of the issue
	Unwritable   check.Code = "symbol/unwritable"     // parts that would not read back as written

	// Of classes beyond Chinese official papers.
	Ambiguous    check.Code = "symbol/ambiguous" // reads in more than one way; accepted
	ModifierForm check.Code = "symbol/modifier"  // a modifier without a number or out of place
	BodyForm     check.Code = "symbol/body"      // an abbreviation that is neither body nor nature
	Case         check.Code = "symbol/case"      // capital and small letters confused
	NoSession    check.Code = "symbol/session"   // session or year left out
	NoNumber     check.Code = "symbol/no-number" // the running number left out
	Lookalike    check.Code = "symbol/lookalike" // a character like the right one; repaired

	TemplateForm check.Code = "symbol/template"     // no template of meeting paper numbers
	PaperForm    check.Code = "symbol/paper-number" // a number that does not follow the template
)

// Codes of the rules of secrecy marks, copy numbers and copy codes.
const (
	MarkForm   check.Code = "symbol/mark-form"   // no secrecy mark
	MarkStyle  check.Code = "symbol/mark-style"  // a mark in another writing than 绝密★30年
	MarkTerm   check.Code = "symbol/mark-term"   // a secrecy term above the maximum of its level
	MarkUnit   check.Code = "symbol/mark-unit"   // a term of a year or more in months
	CopyDigits check.Code = "symbol/copy-digits" // a copy number not in six digits
	CopyRange  check.Code = "symbol/copy-range"  // a copy number outside 1 to 999999
	CodeForm   check.Code = "symbol/code-form"   // no copy code
	CodeCheck  check.Code = "symbol/code-check"  // a copy code with a wrong check character
)

const (
	gb725      = "GB/T 9704-2012, 7.2.5 《党政机关公文格式》 (layout key for official documents of Party and government organs)"
	gb721      = "GB/T 9704-2012, 7.2.1 《党政机关公文格式》 (layout key for official documents of Party and government organs)"
	gb722      = "GB/T 9704-2012, 7.2.2 《党政机关公文格式》 (layout key for official documents of Party and government organs)"
	anyForm    = gb725 + "; numbers of other classes: the writing of their own bodies, named in the text"
	unSymbols  = "Dag Hammarskjöld Library, UN Document Symbols (https://research.un.org/en/docs/symbols)"
	regulation = "《党政机关公文处理工作条例》 (regulation on the handling of official documents), 中办发〔2012〕14号, art. 9(5)"
	secrecyLaw = "《中华人民共和国保守国家秘密法》 (law on guarding state secrets), rule on secrecy terms"
	iso7064    = "ISO/IEC 7064:2003, MOD 37-2 (check character systems)"
)

var (
	bracketRule = check.Rule{
		Code: Bracket, Severity: check.Warning, Source: gb725,
		Hans: "年份写作{found}，应当只把年份用六角括号“〔〕”括入（GB/T 9704-2012 第7.2.5条）",
		En:   "the year is written {found}; the bare year stands in hexagonal brackets 〔〕 (GB/T 9704-2012, 7.2.5)",
	}
	spacingRule = check.Rule{
		Code: Spacing, Severity: check.Warning, Source: anyForm,
		Hans: "第{place}个字符是空格，编号中间和前后不留空格（{clause}）",
		En:   "character {place} is a space; a number holds no spaces ({clause})",
	}
	paddingRule = check.Rule{
		Code: Padding, Severity: check.Warning, Source: anyForm,
		Hans: "顺序号{found}编了虚位，应写作{want}（{clause}）",
		En:   "the serial {found} is padded with zeros; write {want} ({clause})",
	}
	missingHaoRule = check.Rule{
		Code: MissingHao, Severity: check.Warning, Source: gb725,
		Hans: "顺序号{found}后面缺“号”字（GB/T 9704-2012 第7.2.5条）",
		En:   "号 is missing after the serial {found} (GB/T 9704-2012, 7.2.5)",
	}
	orderOfPartsRule = check.Rule{
		Code: OrderOfParts, Severity: check.Error, Source: gb725,
		Hans: "{found}各部分的次序不对，应依次为机关代字、年份、发文顺序号（令和公告为名称、年份、号数）；不猜测、不代为改写（GB/T 9704-2012 第7.2.5条）",
		En:   "the parts of {found} stand in another order than code, year, serial (for orders: title, year, number); it is not guessed what was meant (GB/T 9704-2012, 7.2.5)",
	}
	noBracketRule = check.Rule{
		Code: NoBracket, Severity: check.Error, Source: gb725,
		Hans: "{found}的年份没有用六角括号括入，年份与顺序号无法区分；不猜测、不代为改写（GB/T 9704-2012 第7.2.5条）",
		En:   "no brackets keep year and serial of {found} apart; it is not guessed what was meant (GB/T 9704-2012, 7.2.5)",
	}
	yearDigitsRule = check.Rule{
		Code: YearDigits, Severity: check.Error, Source: gb725,
		Hans: "年份{found}没有标全称，应为四位数字；世纪由来文单位确认，不作推测（GB/T 9704-2012 第7.2.5条）",
		En:   "the year {found} is not given in full, in four digits; the century is not guessed (GB/T 9704-2012, 7.2.5)",
	}
	cnYearRule = check.Rule{
		Code: CNYear, Severity: check.Error, Source: gb725,
		Hans: "年份{found}用了汉字，应使用阿拉伯数字（GB/T 9704-2012 第7.2.5条）",
		En:   "the year {found} is in Chinese numerals; it takes Arabic digits (GB/T 9704-2012, 7.2.5)",
	}
	numeralRule = check.Rule{
		Code: Numeral, Severity: check.Warning, Source: gb725,
		Hans: "{found}不是半角阿拉伯数字，读作{want}（GB/T 9704-2012 第7.2.5条）",
		En:   "{found} is not in the digits 0 to 9; it is read as {want} (GB/T 9704-2012, 7.2.5)",
	}
	diRule = check.Rule{
		Code: Di, Severity: check.Warning, Source: gb725,
		Hans: "顺序号{found}前面不加“第”字（GB/T 9704-2012 第7.2.5条）",
		En:   "第 does not stand before the serial {found} of a document number (GB/T 9704-2012, 7.2.5)",
	}
	missingDiRule = check.Rule{
		Code: MissingDi, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{found}前面缺“第”字：令、公告写“第N号”，纪要、简报写“第N期”或“第N次”",
		En:   "第 is missing before {found}: orders and announcements are numbered 第N号, minutes and bulletins 第N期 or 第N次",
	}
	centuryRule = check.Rule{
		Code: Century, Severity: check.Warning, Source: gb725,
		Hans: "年份{found}按调用方给定的世纪读作{want}，应写全称（GB/T 9704-2012 第7.2.5条）",
		En:   "the year {found} is read as {want} because the caller gave the century; it is written in full (GB/T 9704-2012, 7.2.5)",
	}
	incompleteRule = check.Rule{
		Code: Incomplete, Severity: check.Error, Source: regulation,
		Hans: "编号缺{part}：发文字号由机关代字、年份、发文顺序号组成（《党政机关公文处理工作条例》第九条第五项）",
		En:   "the number lacks its {part}: a document number consists of body code, year and serial (Regulation on the handling of official documents, art. 9(5))",
	}
	strayRule = check.Rule{
		Code: Stray, Severity: check.Error, Source: anyForm,
		Hans: "第{place}个字符起的{found}在编号中没有位置（{clause}）",
		En:   "{found} at character {place} has no place in a number ({clause})",
	}
	tooLongRule = check.Rule{
		Code: TooLong, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{what}过长：最多{max}",
		En:   "the {what} is too long: at most {max}",
	}
	totalRule = check.Rule{
		Code: TotalBelow, Severity: check.Error, Source: check.HouseCustom,
		Hans: "总第{total}期小于期号{serial}：总期号从创刊起累计，不会小于本年期号",
		En:   "the running number {total} is below the number {serial} of the issue: it counts all issues since the first",
	}
	unwritableRule = check.Rule{
		Code: Unwritable, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{class}不能由这些部分写出：{what}",
		En:   "no {class} is written from these parts: {what}",
	}
)

var (
	ambiguousRule = check.Rule{
		Code: Ambiguous, Severity: check.Warning, Source: unSymbols,
		Hans: "{found}{what}，照录，请核对原文（{clause}）",
		En:   "{found}: {what}; it is kept, check it against the paper ({clause})",
	}
	modifierRule = check.Rule{
		Code: ModifierForm, Severity: check.Error, Source: unSymbols,
		Hans: "{found}：修改标记（Add.、Corr.、Rev.等）应在文号末尾，各带自己的号数（{clause}）",
		En:   "{found}: modifiers such as Add., Corr. and Rev. stand at the end of a symbol, each with a number of its own ({clause})",
	}
	bodyRule = check.Rule{
		Code: BodyForm, Severity: check.Error, Source: unSymbols,
		Hans: "{found}不是文号的组成部分：机构和文件种类用缩写，号数前加一点，如“C.3”“PV.16”（{clause}）",
		En:   "{found} is no component of a symbol: bodies and kinds of papers are abbreviated, with one dot before the number, as in C.3 and PV.16 ({clause})",
	}
	caseRule = check.Rule{
		Code: Case, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{found}的大小写不对，应为“{want}”；大小写有别，不代为改写（{clause}）",
		En:   "{found} has its letters in the wrong case, it takes {want}; case tells symbols apart, so it is not repaired ({clause})",
	}
	sessionRule = check.Rule{
		Code: NoSession, Severity: check.Error, Source: unSymbols,
		Hans: "{found}缺届次或年份，或少了“/”；不带届次、年份的旧文号没有这样大的号数，不猜测、不代为改写（{clause}）",
		En:   "{found} lacks the session or year, or a stroke: old symbols without them never reached that number; it is not guessed what was meant ({clause})",
	}
	noNumberRule = check.Rule{
		Code: NoNumber, Severity: check.Error, Source: unSymbols,
		Hans: "{found}没有写完，缺号数（{clause}）",
		En:   "{found} breaks off, its number is missing ({clause})",
	}
	templateRule = check.Rule{
		Code: TemplateForm, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{found}不是会议文件编号模板：{what}",
		En:   "{found} is no template of meeting paper numbers: {what}",
	}
	paperNumberRule = check.Rule{
		Code: PaperForm, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{found}不合会议文件编号模板{form}",
		En:   "{found} does not follow the template {form}",
	}
	lookalikeRule = check.Rule{
		Code: Lookalike, Severity: check.Warning, Source: check.HouseCustom,
		Hans: "{found}与规定的字符相像而不是同一个，已按规定的字符写出（{clause}）",
		En:   "{found} only looks like the character that belongs there, which is written instead ({clause})",
	}
)

var (
	markFormRule = check.Rule{
		Code: MarkForm, Severity: check.Error, Source: gb722,
		Hans: "{found}不是密级标志：应为“绝密”“机密”或“秘密”，保密期限写在“★”之后，如“机密★20年”（GB/T 9704-2012 第7.2.2条）",
		En:   "{found} is no secrecy mark: 绝密, 机密 or 秘密, with the term after ★ as in 机密★20年 (GB/T 9704-2012, 7.2.2)",
	}
	markStyleRule = check.Rule{
		Code: MarkStyle, Severity: check.Warning, Source: gb722,
		Hans: "密级标志{found}应写作{want}（GB/T 9704-2012 第7.2.2条）",
		En:   "the secrecy mark {found} is written {want} (GB/T 9704-2012, 7.2.2)",
	}
	markTermRule = check.Rule{
		Code: MarkTerm, Severity: check.Error, Source: secrecyLaw,
		Hans: "保密期限{found}超出{level}的最长期限{max}年；另有规定的，由定密单位说明",
		En:   "the secrecy term {found} exceeds the {max} years that {level} allows unless otherwise ruled",
	}
	markUnitRule = check.Rule{
		Code: MarkUnit, Severity: check.Error, Source: secrecyLaw,
		Hans: "保密期限{found}在一年以上，应以年计；不满一年的以月计，用“个月”",
		En:   "the secrecy term {found} is a year or more and is counted in years; only a shorter one is counted in months",
	}
	copyDigitsRule = check.Rule{
		Code: CopyDigits, Severity: check.Warning, Source: gb721,
		Hans: "份号{found}应写作{want}，即六位阿拉伯数字（GB/T 9704-2012 第7.2.1条）",
		En:   "the copy number {found} is written {want}, in six digits (GB/T 9704-2012, 7.2.1)",
	}
	copyRangeRule = check.Rule{
		Code: CopyRange, Severity: check.Error, Source: gb721,
		Hans: "{found}不是份号：应为000001至999999的六位阿拉伯数字（GB/T 9704-2012 第7.2.1条）",
		En:   "{found} is no copy number: six digits from 000001 to 999999 (GB/T 9704-2012, 7.2.1)",
	}
	codeFormRule = check.Rule{
		Code: CodeForm, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{found}不是份号码：应为{form}",
		En:   "{found} is no copy code: it has the form {form}",
	}
	codeCheckRule = check.Rule{
		Code: CodeCheck, Severity: check.Error, Source: iso7064,
		Hans: "份号码{found}的校验字符不符，可能录入有误",
		En:   "the check character of the copy code {found} does not agree; it may be mistyped",
	}
)

// Rules lists the rules of this package.
func Rules() []check.Rule {
	return []check.Rule{
		bracketRule, spacingRule, paddingRule, missingHaoRule, orderOfPartsRule,
		noBracketRule, yearDigitsRule, cnYearRule, numeralRule, diRule,
		missingDiRule, centuryRule, incompleteRule, strayRule, tooLongRule,
		totalRule, unwritableRule,
		ambiguousRule, modifierRule, bodyRule, caseRule, sessionRule, noNumberRule, lookalikeRule,
		templateRule, paperNumberRule,
		markFormRule, markStyleRule, markTermRule, markUnitRule,
		copyDigitsRule, copyRangeRule, codeFormRule, codeCheckRule,
	}
}
