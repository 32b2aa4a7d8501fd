// Package symbol reads and writes the numbers that stand on official papers:
// document numbers (发文字号) and their neighbours, secrecy marks (密级标志), copy
// numbers (份号) and the codes on printed copies.
//
// Two calls serve most users:
//
//	n, found := symbol.Parse("国发[2026]030号")      // 国发〔2026〕30号, with two warnings
//	n, err := symbol.New(symbol.Parts{...})          // a number to be issued, strictly
//
// Reading is lenient and says what it repaired; writing is strict. Whatever a
// reader would have to guess is not repaired: a missing bracket, parts in another
// order, a century that nobody gave. Then the number keeps its class and the text as
// it was read, and has no canonical form.
//
// # Terms
//
//   - document number (发文字号, 文号): body code, year and serial: 国发〔2026〕30号.
//   - body code (机关代字): the short name of the issuing body or of its department.
//   - running number (总期号): the number of an issue since the first one ever, beside its
//     number within the year.
//   - serial (发文顺序号): the running number within one code and one year; padded with
//     zeros (编虚位) it is wrong.
//   - hexagonal brackets (六角括号): 〔 〕, U+3014 and U+3015.
//   - class: the family of a number, each with a grammar of its own:
//     order (令号), announcement (公告号), minutes (纪要), bulletin (简报).
//   - copy number (份号): the running number of one printed copy, six digits.
//   - secrecy mark: level (密级) and term (保密期限), as in 机密★20年.
//
// # Grammar
//
// The canonical forms are
//
//	document number   code 〔year〕 serial 号             国发〔2026〕30号
//	order, notice     title [year年] 第 serial 号         国令第843号, 某某部令2016年第13号
//	                  title 〔year〕 [第] serial 号        某某局公告〔2016〕3号, 某某银行令〔2026〕第3号
//	                  title 〔n届〕 第 serial 号           某省人大常委会公告〔十四届〕第5号
//	minutes, bulletin title 〔year〕 serial 号             会议纪要〔2026〕2号
//	                  title [year年 or 〔year〕] 第 serial 期 or 次
//	                  [title] 第 serial 期 or 次 title      市政府第35次常务会议纪要
//	                  … 第 serial 期 （总第 number 期）      工作简报第3期（总第128期）
//	secrecy mark      level [★ n年, n个月 or 长期]
//	un                organ / body.n / session / nature.n or n / modifier.n
//	                                                    A/C.3/78/L.5/Rev.1, A/50/60-S/1995/1
//	wto               the same with its own collections   WT/MIN(22)/33
//	eu-council        code n year INIT or a chain of REV n, ADD n, COR n; n/yy subjects
//	jtc1              committees N n, with or without spaces    JTC 1/SC 2 N 497
//	ietf              draft-body-name-version                   draft-ietf-idn-version-00
//	ieee              802.n-yy/n r n, or 802.n-yy-nnnn-nn-group
//	nato              series(year)n or AC/n-letter/n, chain of -REVn, -CORn, -ADDn
//	hk                CB(n)n/session(nn)                        CB(4)867/2023(04)
//	tw                code 第 three digits of the year, seven of the serial 號
//	archive           fonds-category·year-term-unit-item        J001-WS·2023-Y-BGS-0001
//	meeting-paper     title 之 numeral, title （numeral）         会议文件之一
//	copy number       six digits, 000001 to 999999
//	copy code         HW1: meeting . paper . copy check
//
// A code has 1 to 12 Chinese characters, a year four digits, a serial no leading
// zero. The title of minutes and bulletins ends in 纪要, 简报 or 情况反映, that of
// orders and announcements in 令, 公告 or 通告. Brackets round 第N号 or 年第N号, as
// titles have them, are dropped without a finding; so is the long title of orders of
// the State Council, which are quoted as 国令.
//
// # Errors
//
// Readers return a [check.Problems] with at most one finding of each rule, at the
// path [i] of the character where it begins, counted from 0. A warning was repaired,
// an error was not. Every sentence names the clause it rests on.
//
// # Determinism
//
// Every function depends on its arguments alone. Values are comparable with == and
// safe for concurrent use.
//
// # Sources
//
//   - GB/T 9704-2012 《党政机关公文格式》: 7.2.1 copy number, 7.2.2 secrecy mark, 7.2.5
//     document number.
//   - 《党政机关公文处理工作条例》, 中办发〔2012〕14号, art. 9: what a document number
//     consists of; a joint issue bears the number of the lead body alone.
//   - 《中华人民共和国保守国家秘密法》: 30, 20 and 10 years unless otherwise ruled.
//   - ISO/IEC 7064:2003, MOD 37-2: the check character of the copy code.
//   - United Nations, Dag Hammarskjöld Library, UN Document Symbols: the order of the
//     components; session numbers since 1976 (A), years since 1978 (E) and 1994 (S);
//     modifiers nest in their order; a joint symbol bears its suffixes on both halves.
//   - WTO, document symbols: collection, series and type, numbers, Rev. Add. Corr. Suppl.
//   - DA/T 22-2015 《归档文件整理规则》 and DA/T 13-2022 《档号编制规则》: the archive code.
//   - ISO/IEC JTC 1 Directives, 8.2: every paper bears an N-number, never used again.
//   - IETF, naming of Internet-Drafts: small letters, digits and hyphens, versions from 00.
//   - House custom: the numbers of the EU Council, IEEE 802, NATO, the Legislative
//     Council of the Hong Kong SAR and Taiwan, China, as published papers show them;
//     numbers of meeting papers.
//   - House custom: lenient reading, the copy code, class and shape of numbers that no
//     standard describes.
//
// # Non-goals
//
// Numbers of families without a class, such as those of courts, are not read: they
// have the class other and are kept as they stand. [Find] does not tell words from
// titles in Chinese text beyond the few that introduce numbers. Whether a code belongs to a body that exists is not known here: an
// abbreviation in capitals is taken for one.
//
// # Decisions
//
//   - A Chinese year, as in 〔二〇二六〕, is an error although it can be read: the
//     standard wants digits and only the issuing body can say what it printed. With a
//     century given by the caller it is read. A Chinese serial is read with a warning,
//     since orders are numbered that way in statute books.
//   - A grammar as a table of shapes instead of one expression for each form: a row is
//     a form seen in practice, with what is wrong with it. Other families add rows or
//     a reader of their own beside it.
//   - The classes from UN on have a text instead of parts, since they have as many parts
//     as their bodies like; [Number.Pieces] names them. Their faults are never repaired
//     but for spaces, padding and lookalikes: the case of a letter tells symbols apart.
//   - The last numbers of the series without session or year are rounded up, so that
//     no real symbol is refused: A/10999, E/6999, S/27999.
//   - In running text only what can be read without doubt is found: what is mistyped or
//     ambiguous is the matter of a proofreader, who calls [Parse].
//   - EU numbers of the old form without any suffix, as 11979/04, are accepted with a
//     remark, and only with five digits; less is a date or a fraction.
//   - How a meeting numbers its papers is a [Template], since no standard says it; the
//     class meeting-paper holds only the forms that are plain without one.
//   - Where one body writes a number in two ways (SC 22, SC22), each is kept.
//   - A number is only taken for a document number if it shows a year; 会议室3号 and
//     附件（1） are not.
//   - How a number writes its year follows from its class, and [Parts] says it only where
//     a body does it in another way; what was read is kept as it was written.
//   - Two numbers in one text, as 30-32号 and A/80/L.1-A/80/L.5, are no number; the class
//     is kept and the place is named.
//   - One space between two issuers of an order or announcement is kept, since it
//     divides names: 财政部 税务总局公告2023年第12号.
//   - The copy code has a fixed length, so that its length gives a character lost or
//     added away; MOD 37-2 gives away every single wrong character and every change
//     of two characters that stand next to each other or one apart.
package symbol
