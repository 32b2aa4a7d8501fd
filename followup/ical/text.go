package ical

import (
	"strings"
)

// EscapeText writes text as a TEXT value (RFC 5545, section 3.3.11): backslash,
// semicolon, comma and line feed are escaped. CRLF and CR become line feeds.
func EscapeText(text string) string {
	if !strings.ContainsAny(text, "\\;,\r\n") {
		return text
	}
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`).Replace(text)
}

// UnescapeText reads a TEXT value. A backslash before anything but backslash,
// semicolon, comma, n and N stands for itself, as careless writers mean it.
func UnescapeText(value string) string {
	if !strings.Contains(value, `\`) {
		return value
	}
	return strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n", `\N`, "\n").Replace(value)
}

// JoinText writes texts as one value of several TEXTs, with a separator between
// them: ',' for a list such as CATEGORIES, ';' for the fields of a vCard's N.
func JoinText(sep byte, texts ...string) string {
	var b strings.Builder
	for i, t := range texts {
		if i > 0 {
			b.WriteByte(sep)
		}
		b.WriteString(EscapeText(t))
	}
	return b.String()
}

// SplitText reads what JoinText writes. The empty value is one empty text.
func SplitText(sep byte, value string) []string {
	var texts []string
	start := 0
	for i := 0; i < len(value); i++ {
		switch value[i] {
		case '\\':
			i++
		case sep:
			texts = append(texts, UnescapeText(value[start:i]))
			start = i + 1
		}
	}
	return append(texts, UnescapeText(value[start:]))
}
