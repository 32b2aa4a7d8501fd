package wire

import "github.com/huiwu-go/huiwu/roster/check"

// Codes of the findings in any text.
const (
	TooLarge     check.Code = "wire/too-large"
	NotUTF8      check.Code = "wire/not-utf8"
	LooksUTF16   check.Code = "wire/looks-utf16"
	LooksGB18030 check.Code = "wire/looks-gb18030"
)

// Codes of the findings in JSON that is read.
const (
	ByteOrderMark   check.Code = "wire/byte-order-mark"
	Syntax          check.Code = "wire/syntax"
	TooDeep         check.Code = "wire/too-deep"
	TrailingText    check.Code = "wire/trailing-text"
	LoneSurrogate   check.Code = "wire/lone-surrogate"
	UnknownKey      check.Code = "wire/unknown-key"
	DuplicateKey    check.Code = "wire/duplicate-key"
	KeyCase         check.Code = "wire/key-case"
	WrongType       check.Code = "wire/wrong-type"
	NotWhole        check.Code = "wire/not-whole"
	OutOfRange      check.Code = "wire/out-of-range"
	WrongLength     check.Code = "wire/wrong-length"
	Refused         check.Code = "wire/refused"
	NoFormat        check.Code = "wire/no-format"
	OtherFormat     check.Code = "wire/other-format"
	NewerFormat     check.Code = "wire/newer-format"
	UnsupportedType check.Code = "wire/unsupported-type"
)

// Codes of the findings in values that are written as JSON.
const (
	UnwritableText  check.Code = "wire/unwritable-text"
	UnwritableValue check.Code = "wire/unwritable-value"
	UnwritableKey   check.Code = "wire/unwritable-key"
	UnwritableDepth check.Code = "wire/unwritable-depth"
)

// Codes of the findings in tables.
const (
	Undecodable      check.Code = "wire/undecodable"
	BadSeparator     check.Code = "wire/bad-separator"
	NoHeader         check.Code = "wire/no-header"
	UnknownColumn    check.Code = "wire/unknown-column"
	UnnamedColumn    check.Code = "wire/unnamed-column"
	MissingColumn    check.Code = "wire/missing-column"
	DuplicateColumn  check.Code = "wire/duplicate-column"
	UndeclaredColumn check.Code = "wire/undeclared-column"
	TooManyColumns   check.Code = "wire/too-many-columns"
	TooManyRows      check.Code = "wire/too-many-rows"
	RaggedRow        check.Code = "wire/ragged-row"
	BadQuote         check.Code = "wire/bad-quote"
	ControlCharacter check.Code = "wire/control-character"
	LongCell         check.Code = "wire/long-cell"
	EmptyCell        check.Code = "wire/empty-cell"
	BadCell          check.Code = "wire/bad-cell"
	UnwritableCell   check.Code = "wire/unwritable-cell"
	UnwritableRow    check.Code = "wire/unwritable-row"
)

// Sources that rules cite.
const (
	rfc8259 = `"The JavaScript Object Notation (JSON) Data Interchange Format", RFC 8259, `
	rfc7493 = `"The I-JSON Message Format", RFC 7493, `
	rfc4180 = `"Common Format and MIME Type for CSV Files", RFC 4180, `
)

var (
	tooLarge = check.Rule{
		Code: TooLarge, Severity: check.Error, Source: check.HouseCustom,
		Hans: "内容共 {bytes} 字节，超过上限 {max} 字节，未读取",
		En:   "the input has {bytes} bytes, more than the {max} allowed, and was not read",
	}
	notUTF8 = check.Rule{
		Code: NotUTF8, Severity: check.Error, Source: rfc8259 + "section 8.1",
		Hans: "第 {line} 行第 {column} 列：字节 {byte} 不是有效的 UTF-8",
		En:   "line {line}, column {column}: byte {byte} is not valid UTF-8",
	}
	looksUTF16 = check.Rule{
		Code: LooksUTF16, Severity: check.Error, Source: check.HouseCustom,
		Hans: "文本以 UTF-16 字节序标记开头，应另存为 UTF-8",
		En:   "the text begins with a UTF-16 byte order mark: save it as UTF-8",
	}
	looksGB18030 = check.Rule{
		Code: LooksGB18030, Severity: check.Error, Source: "GB 18030-2022, section 5",
		Hans: "文本看来是 GB18030（GBK）编码，应另存为 UTF-8，或由程序提供转换函数",
		En:   "the text looks like GB18030 (GBK): save it as UTF-8, or let the program pass a function that decodes it",
	}
	byteOrderMark = check.Rule{
		Code: ByteOrderMark, Severity: check.Error, Source: rfc8259 + "section 8.1",
		Hans: "JSON 文本以字节序标记（BOM）开头，应去掉",
		En:   "the JSON text begins with a byte order mark: remove it",
	}
	syntax = check.Rule{
		Code: Syntax, Severity: check.Error, Source: rfc8259 + "sections 2 to 7",
		Hans: "第 {line} 行第 {column} 列：JSON 语法错误，{what}；其后未读取",
		En:   "line {line}, column {column}: JSON syntax: {what}; nothing after it was read",
	}
	tooDeep = check.Rule{
		Code: TooDeep, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行第 {column} 列：嵌套超过 {max} 层；其后未读取",
		En:   "line {line}, column {column}: nested deeper than {max} levels; nothing after it was read",
	}
	trailingText = check.Rule{
		Code: TrailingText, Severity: check.Error, Source: rfc8259 + "section 2",
		Hans: "第 {line} 行第 {column} 列：JSON 值之后还有其他内容",
		En:   "line {line}, column {column}: there is text after the JSON value",
	}
	loneSurrogate = check.Rule{
		Code: LoneSurrogate, Severity: check.Error, Source: rfc7493 + "section 2.1",
		Hans: "第 {line} 行第 {column} 列：转义 {escape} 是不成对的代理项，不是字符",
		En:   "line {line}, column {column}: escape {escape} is a surrogate without its pair, not a character",
	}
	unknownKey = check.Rule{
		Code: UnknownKey, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行第 {column} 列：未知的键 {key}；最接近的已知键：{nearest}",
		En:   "line {line}, column {column}: unknown key {key}; nearest known key: {nearest}",
	}
	duplicateKey = check.Rule{
		Code: DuplicateKey, Severity: check.Error, Source: rfc7493 + "section 2.3",
		Hans: "第 {line} 行第 {column} 列：键 {key} 在同一对象中重复",
		En:   "line {line}, column {column}: key {key} occurs more than once in its object",
	}
	keyCase = check.Rule{
		Code: KeyCase, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行第 {column} 列：键 {key} 的大小写不对，应为 {want}",
		En:   "line {line}, column {column}: key {key} is written {want}; upper and lower case matter",
	}
	wrongType = check.Rule{
		Code: WrongType, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行第 {column} 列：应为{want}，实为{have}",
		En:   "line {line}, column {column}: want {want}, have {have}",
	}
	notWhole = check.Rule{
		Code: NotWhole, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行第 {column} 列：{number} 应写作整数，不带小数点和指数",
		En:   "line {line}, column {column}: {number} must be a whole number without point and exponent",
	}
	outOfRange = check.Rule{
		Code: OutOfRange, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行第 {column} 列：{number} 超出范围 {min} 至 {max}",
		En:   "line {line}, column {column}: {number} is outside {min} to {max}",
	}
	wrongLength = check.Rule{
		Code: WrongLength, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行第 {column} 列：列表应有 {want} 项，实有 {have} 项",
		En:   "line {line}, column {column}: the list needs {want} elements and has {have}",
	}
	refused = check.Rule{
		Code: Refused, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行第 {column} 列：{value} 不可用（{why}）",
		En:   "line {line}, column {column}: {value} is not usable: {why}",
	}
	noFormat = check.Rule{
		Code: NoFormat, Severity: check.Error, Source: check.HouseCustom,
		Hans: "缺少格式标识，应有键“huiwu”，值为“{want}”",
		En:   `the format is not named: key "huiwu" with value "{want}" is missing`,
	}
	otherFormat = check.Rule{
		Code: OtherFormat, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行第 {column} 列：格式是 {have}，应为“{want}”",
		En:   `line {line}, column {column}: the format is {have}, want "{want}"`,
	}
	newerFormat = check.Rule{
		Code: NewerFormat, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行第 {column} 列：格式 {have} 比本版本所识的“{want}”新，请用较新的版本读取",
		En:   `line {line}, column {column}: the format {have} is newer than "{want}", the newest known here`,
	}
	unsupportedType = check.Rule{
		Code: UnsupportedType, Severity: check.Error, Source: check.HouseCustom,
		Hans: "程序中的类型 {type} 不能用于读写：{why}",
		En:   "the program's type {type} can be neither read nor written: {why}",
	}
	unwritableText = check.Rule{
		Code: UnwritableText, Severity: check.Error, Source: rfc8259 + "section 8.1",
		Hans: "文字 {text} 不是有效的 UTF-8，不能写出",
		En:   "text {text} is not valid UTF-8 and cannot be written",
	}
	unwritableValue = check.Rule{
		Code: UnwritableValue, Severity: check.Error, Source: check.HouseCustom,
		Hans: "类型 {type} 的值不能写出（{why}）",
		En:   "a value of type {type} cannot be written: {why}",
	}
	unwritableKey = check.Rule{
		Code: UnwritableKey, Severity: check.Error, Source: rfc7493 + "section 2.3",
		Hans: "两个不同的键都会写作 {key}",
		En:   "two different keys would both be written {key}",
	}
	undecodable = check.Rule{
		Code: Undecodable, Severity: check.Error, Source: check.HouseCustom,
		Hans: "文本未能转换为 UTF-8（{why}）",
		En:   "the text could not be decoded into UTF-8: {why}",
	}
	badSeparator = check.Rule{
		Code: BadSeparator, Severity: check.Error, Source: check.HouseCustom,
		Hans: "分隔符 {separator} 不可用：应为逗号、分号或制表符",
		En:   "separator {separator} is not usable: it must be a comma, a semicolon or a tab",
	}
	noHeader = check.Rule{
		Code: NoHeader, Severity: check.Error, Source: check.HouseCustom,
		Hans: "表格为空，没有表头",
		En:   "the table is empty and has no header",
	}
	unknownColumn = check.Rule{
		Code: UnknownColumn, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行：未知的列 {name}；最接近的已知列：{nearest}",
		En:   "line {line}: unknown column {name}; nearest known column: {nearest}",
	}
	unnamedColumn = check.Rule{
		Code: UnnamedColumn, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行：第 {number} 列没有表头",
		En:   "line {line}: column number {number} has no header",
	}
	missingColumn = check.Rule{
		Code: MissingColumn, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行：表头缺少必需的列 {name}",
		En:   "line {line}: the header lacks the required column {name}",
	}
	duplicateColumn = check.Rule{
		Code: DuplicateColumn, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行：列 {name} 重复，第 {number} 列未采用",
		En:   "line {line}: column {name} occurs more than once; column number {number} is not used",
	}
	undeclaredColumn = check.Rule{
		Code: UndeclaredColumn, Severity: check.Error, Source: check.HouseCustom,
		Hans: "程序读取的列 {name} 既未声明，也不在表头中",
		En:   "the program asks for column {name}, which it did not declare and the header does not have",
	}
	tooManyColumns = check.Rule{
		Code: TooManyColumns, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行：超过 {max} 列，其余未读取",
		En:   "line {line}: more than {max} columns; the others were not read",
	}
	tooManyRows = check.Rule{
		Code: TooManyRows, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行：超过 {max} 行，从此行起未读取",
		En:   "line {line}: more than {max} rows; nothing from here on was read",
	}
	raggedRow = check.Rule{
		Code: RaggedRow, Severity: check.Error, Source: rfc4180 + "section 2.4",
		Hans: "第 {line} 行：表头有 {want} 列，本行有 {have} 列",
		En:   "line {line}: the header has {want} columns, this row {have}",
	}
	badQuote = check.Rule{
		Code: BadQuote, Severity: check.Error, Source: rfc4180 + "sections 2.5 to 2.7",
		Hans: "第 {line} 行第 {column} 列：引号用法不对，{what}",
		En:   "line {line}, column {column}: quotes are not used as they must be: {what}",
	}
	controlCharacter = check.Rule{
		Code: ControlCharacter, Severity: check.Error, Source: rfc4180 + "section 2",
		Hans: "第 {line} 行第 {column} 列：单元格中有控制字符 {character}",
		En:   "line {line}, column {column}: the cell holds the control character {character}",
	}
	longCell = check.Rule{
		Code: LongCell, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行：单元格有 {bytes} 字节，超过上限 {max} 字节",
		En:   "line {line}: the cell has {bytes} bytes, more than the {max} allowed",
	}
	emptyCell = check.Rule{
		Code: EmptyCell, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行：列 {name} 不应为空",
		En:   "line {line}: column {name} must not be empty",
	}
	badCell = check.Rule{
		Code: BadCell, Severity: check.Error, Source: check.HouseCustom,
		Hans: "第 {line} 行：列 {name} 的内容 {value} 不可用（{why}）",
		En:   "line {line}: {value} is not usable in column {name}: {why}",
	}
	unwritableCell = check.Rule{
		Code: UnwritableCell, Severity: check.Error, Source: check.HouseCustom,
		Hans: "单元格 {value} 不能写入表格：{why}",
		En:   "cell {value} cannot be written to a table: {why}",
	}
	unwritableRow = check.Rule{
		Code: UnwritableRow, Severity: check.Error, Source: rfc4180 + "section 2.4",
		Hans: "表头有 {want} 列，本行有 {have} 列，不能写出",
		En:   "the header has {want} columns and this row {have}, which cannot be written",
	}
	unwritableDepth = check.Rule{
		Code: UnwritableDepth, Severity: check.Error, Source: check.HouseCustom,
		Hans: "嵌套超过 {max} 层，不能写出",
		En:   "nested deeper than {max} levels, which cannot be written",
	}
)

// Rules lists the rules of this package.
func Rules() []check.Rule {
	return []check.Rule{
		tooLarge, notUTF8, looksUTF16, looksGB18030,
		byteOrderMark, syntax, tooDeep, trailingText, loneSurrogate,
		unknownKey, duplicateKey, keyCase, wrongType, notWhole, outOfRange, wrongLength, refused,
		noFormat, otherFormat, newerFormat, unsupportedType,
		unwritableText, unwritableValue, unwritableKey, unwritableDepth,
		undecodable, badSeparator, noHeader, unknownColumn, unnamedColumn, missingColumn, duplicateColumn, undeclaredColumn,
		tooManyColumns, tooManyRows, raggedRow, badQuote, controlCharacter, longCell, emptyCell, badCell,
		unwritableCell, unwritableRow,
	}
}
