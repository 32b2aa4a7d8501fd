// Package nameorder puts people's names into the order of official Chinese lists.
//
// Three orders are in use, and they give different lists. An [Order] is one of
// them, made by the function of its name; there is no default between them:
//
//   - [SurnameStrokes], surname stroke order (姓氏笔画为序): party congresses and
//     their committees, the CPPCC, funeral committees;
//   - [FullNameStrokes], full-name stroke order (姓名笔画为序): people's congresses;
//   - [Pinyin], order by readings (姓名拼音为序): academies, universities.
//
// Most users need two calls, one to sort a list and one to check a list that was
// sorted elsewhere:
//
//	order := nameorder.SurnameStrokes(nil)
//	nameorder.Sort(order, people, func(p Person) nameorder.Name { return p.Name })
//
//	for _, v := range order.Inversions(names) {
//		fmt.Println(v.Index, check.Sentences(check.ZhHans, nil, v.Reasons...))
//	}
//
// [Parse] reads names as lists print them. [Order.Check] and [Order.CheckList] say
// what a person should look at before trusting the order, [Order.Explain] which
// rule places two names as they are. [Order.AppendKey] gives a key for the host's
// own sorting, alone or among other keys, such as votes before names.
//
// # Terms
//
//   - The stroke count (笔画数) is the number of strokes of a character, the stroke
//     sequence (笔顺) their order in writing, each stroke one of five classes: heng
//     横, shu 竖, pie 撇, dian 点, zhe 折, which stand in that order.
//   - The blank (空一字) is the empty character that is read between surname and
//     given name where a name has two characters: 王　一.
//   - A compound surname (复姓) has two characters: 欧阳. A single given name (单名)
//     has one.
//   - The standard table is the Table of General Standard Chinese Characters
//     (通用规范汉字表), with an index from 1 to 8105.
//   - An inversion (逆序) is a pair of neighbours in the wrong order.
//   - A tie is the same name twice (同名). Lists tell the two people apart by a note
//     in brackets; their order is free.
//
// # Rules
//
// Characters are compared by stroke count, fewest first; then by stroke sequence,
// stroke by stroke; then by the standard table, characters outside it last, by code
// point. A character whose strokes are not known comes after all others, by code
// point.
//
// Names are compared character by character, whatever their length; where one ends,
// it comes first. Compound surnames and the names of minorities are nothing special.
// In surname stroke order the blank of a name of two characters counts, and comes
// before every character: 王一, 王鑫, 王一一.
//
// In pinyin order the surnames are compared first, then the given names: all
// syllables letter by letter, ê after e and ü after u; then all tones, the neutral
// one last; then strokes. Surnames have their reading as surnames (单 shàn, 曾
// zēng), from a table; a person's own reading goes before it. A compound surname is
// one unit: 于海 before 尉迟海.
//
// Spaces, the dot · of minority names and notes in brackets, half- or full-width,
// never change a place. Neither do characters that do not show, but they are
// findings.
//
// # Units
//
// A key is a byte string; keys compare as bytes. Its form may change with
// [TableVersion]. Lengths of fields are counted in bytes, at most [MaxName];
// indices of lists from 0, index numbers of the standard table and strokes in
// explanations from 1.
//
// # Errors
//
// Text is never refused: a name with faults has a place, and the report says what is
// wrong with it. Findings of severity Error are no name, text beyond MaxName or not
// UTF-8, readings that do not fit, Latin letters and ties where the options do not
// allow them; all others are warnings. Only [New] returns an error, and only the
// zero Order panics.
//
// # Determinism
//
// The same version gives the same keys and the same reports on every machine.
// Nothing is computed at start-up. All functions are safe for concurrent use. A
// program that sorts by strokes links 56 KB of ranks, one that explains the order
// 117 KB of stroke sequences more, one that calls Pinyin or New 60 KB of readings.
//
// # Sources
//
//   - GF 3003-1999, GB13000.1字符集汉字字序（笔画序）规范: count, sequence, ties.
//   - GF 2001-2001, GB13000.1字符集汉字折笔规范: the classes of strokes.
//   - 通用规范汉字表, 国发〔2013〕23号: the standard table, whose order within each
//     of its three levels is the order of GF 3003-1999.
//   - 汉语拼音方案 (1958): letters, tone marks.
//   - The blank, notes and ties: house custom, as published lists of central bodies
//     show; testdata/evidence.tsv holds what such lists prove, without names.
//
// Origin and licences of the data stand in internal/stroke/NOTICE and
// internal/reading/NOTICE.
//
// # Non-goals
//
// Votes before names, leaders before the others and lists in sections are made by
// package roster, from these keys. Alphabetical order of a European language is
// package alphabet's. Traditional characters are not converted, readings not
// guessed from the context. Lists in traditional characters (姓名筆劃), as in Hong
// Kong, Macao and Taiwan, count strokes of other forms.
//
// # Decisions
//
// The full-name order has no blank. Sources about lists of people's congresses
// contradict each other on single given names; no such list was at hand to decide.
// [Options.Blank] gives the other reading.
//
// A compound surname with a single given name, 欧阳信, has no blank. The rule speaks
// of names of two characters, and no list shows the contrary.
// [Options.BlankAfterCompoundSurname] gives the other reading.
//
// Ties between the levels of the standard table, and outside it, go by index, then
// code point. The text of GF 3003-1999 for them was not at hand; no frequent surname
// is concerned. Five pairs of neighbours in the table are pinned to its order.
//
// ü is a letter after u: lu, luan, luo, lü. GB 2312-1980 and dictionaries order it by
// u: lu, lü, luan, luo. [Options.Umlaut] gives that order.
//
// Names in Latin letters are refused until [Options.Latin] gives them a place. Among
// themselves they stand letter by letter, without case and marks; these decide
// between words that are otherwise the same.
//
// The surname of a name in one piece is its first character, or the first two if
// they are a compound surname of the table and a third follows. [Name.Family]
// decides otherwise: 单于 is not in the table, since 单 is a surname too. Regional
// readings of surnames (覃 qín or tán) are not ours to decide: [Name.FamilyReading].
// A name with a dot is treated as any other, though it has no surname; its first
// character has the reading as a surname.
//
// "Not in the standard table" is the sign of a traditional or variant form, since
// nothing else is known about characters: rare characters are reported as well.
package nameorder
