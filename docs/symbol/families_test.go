package symbol_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/huiwu-go/huiwu/docs/symbol"
)

func TestInternational(t *testing.T) {
	for _, row := range rows(t, "international.tsv") {
		if diff := cmp.Diff(reading{row[1], row[2], row[3]}, read(row[0])); diff != "" {
			t.Errorf("%s: %s (-want +got)\n%s", row[0], row[4], diff)
		}
		if n, _ := symbol.Parse(row[0]); joined(n) != row[3] {
			t.Errorf("%s: pieces %v", row[0], n.Pieces())
		}
	}
}

func TestFamilies(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want reading
		why  string
	}{
		{"ST 8220 2026 INIT", reading{"eu-council", "", "ST 8220 2026 INIT"}, "the first version"},
		{"ST  8220\u00a02026 INIT ", reading{"eu-council", "spacing", "ST 8220 2026 INIT"}, "one plain space between parts"},
		{"ST 08220 2026 INIT", reading{"eu-council", "padding", "ST 8220 2026 INIT"}, "as file names have it"},
		{"st 8220 2026 init", reading{"eu-council", "case", ""}, "small letters"},
		{"ST 8220 2026", reading{"eu-council", "no-number", ""}, "neither first nor later version"},
		{"ST 9639 2018 REV", reading{"eu-council", "modifier", ""}, "a modifier without its number"},
		{"C-M(2002)49-REV", reading{"nato", "modifier", ""}, "a modifier without its number"},
		{"8220/1/26 REV 1", reading{"eu-council", "", "8220/1/26 REV 1"}, "the revision before the year"},
		{"ST 8220/1/26 REV 1", reading{"eu-council", "", "ST 8220/1/26 REV 1"}, "the same with its code"},
		{"resolution 1325 (2000)", reading{"un", "", "resolution 1325 (2000)"}, "of the Security Council"},
		{"General Assembly resolution 80/1", reading{"un", "", "General Assembly resolution 80/1"}, "with the organ before it"},
		{"J001-WS·2023-Y-BGS-0000", reading{"archive", "stray", ""}, "items count from 1"},
		{"J001－WS·2023－Y－0001", reading{"archive", "lookalike", "J001-WS·2023-Y-0001"}, "fullwidth hyphens"},
		{"会议文件之一（讨论稿）", reading{"meeting-paper", "stray", ""}, "the state of a draft belongs to the title"},
		{"ST 8220/26 REV 1", reading{"eu-council", "", "ST 8220/26 REV 1"}, "as the cover has it"},
		{"16183/09 JUR 459 POLGEN 194", reading{"eu-council", "", "16183/09 JUR 459 POLGEN 194"}, "subject codes"},
		{"16183/09 REV 2 JUR 459", reading{"eu-council", "", "16183/09 REV 2 JUR 459"}, "revised"},
		{"PV/CONS 28", reading{"eu-council", "", "PV/CONS 28"}, "minutes"},
		{"PV/CONS x", reading{"eu-council", "stray", ""}, "minutes without a number"},
		{"3/5", reading{"other", "", ""}, "a fraction"},
		{"2026/11", reading{"other", "", ""}, "a month"},
		{"NO 5/26", reading{"other", "", ""}, "two capitals that are no code"},
		{"JTC 1 N 4571", reading{"jtc1", "", "JTC 1 N 4571"}, "without its parents"},
		{"ISO/IEC JTC 1/SC 2/WG 3 N 497", reading{"jtc1", "", "ISO/IEC JTC 1/SC 2/WG 3 N 497"}, "a working group"},
		{"ISO/IEC JTC 1", reading{"jtc1", "no-number", ""}, "the committee alone"},
		{"ISO/IEC JTC 1 n 5", reading{"jtc1", "case", ""}, "a small letter"},
		{"draft-hoffman-rfc-author-guide-01", reading{"ietf", "", "draft-hoffman-rfc-author-guide-01"}, "of one author"},
		{"draft-ietf-quic-http-20-notes-01", reading{"ietf", "", "draft-ietf-quic-http-20-notes-01"}, "two digits inside are no version"},
		{"draft-ietf-idn-version-00.txt", reading{"ietf", "stray", ""}, "the name has no ending"},
		{"draft-ietf--version-00", reading{"ietf", "stray", ""}, "an empty part"},
		{"draft-ietf-", reading{"ietf", "no-number", ""}, "broken off"},
		{"Draft-IETF-idn-version-00", reading{"ietf", "case", ""}, "capitals"},
		{"IEEE 802.11-07/2308r11", reading{"ieee", "", "IEEE 802.11-07/2308r11"}, "revised"},
		{"802.11-00/331-r4", reading{"ieee", "", "802.11-00/331-r4"}, "older form"},
		{"IEEE 802.11-07/", reading{"ieee", "no-number", ""}, "broken off"},
		{"IEEE 802.11", reading{"other", "", ""}, "a standard"},
		{"AC/35-D/2002-REV4", reading{"nato", "", "AC/35-D/2002-REV4"}, "a committee"},
		{"C-M(2010)0033", reading{"nato", "", "C-M(2010)0033"}, "zeros are kept"},
		{"C-M(2002)49-Rev1", reading{"nato", "case", ""}, "small letters"},
		{"C-M(2002)49REV1", reading{"nato", "stray", ""}, "the hyphen left out"},
		{"LC Paper No. CB(4)1353/20-21(01)", reading{"hk", "", "LC Paper No. CB(4)1353/20-21(01)"}, "with its heading"},
		{"CB(4) 867/2023 (04)", reading{"hk", "spacing", "CB(4)867/2023(04)"}, "spaces"},
		{"CB(4)867", reading{"hk", "no-number", ""}, "no year"},
		{"法律字第0910005634號", reading{"tw", "", "法律字第0910005634號"}, "year and serial"},
		{"法律字第0910005634号", reading{"tw", "lookalike", "法律字第0910005634號"}, "the simplified character"},
		{"法律字第091000563號", reading{"other", "", ""}, "nine digits"},
		{"resolution 3363 (XX" + "X)", reading{"un", "", "resolution 3363 (XX" + "X)"}, "of the thirtieth session"},
		{"resolution 3367 A (XX" + "X)", reading{"un", "", "resolution 3367 A (XX" + "X)"}, "and a lettered part"},
		{"resolution 3363 (XXIX)", reading{"un", "", "resolution 3363 (XXIX)"}, "of a numbered session"},
		{"resolution 3363 (XXIIX)", reading{"other", "", ""}, "no Roman numeral"},
		{"resolution 3367 A (XXIX)", reading{"un", "", "resolution 3367 A (XXIX)"}, "a lettered part"},
		{"resolution 31/16 A", reading{"un", "", "resolution 31/16 A"}, "a lettered part"},
		{"resolution S-8/1", reading{"un", "", "resolution S-8/1"}, "a special session"},
		{"J001-WS·2023-Y-BGS-0001", reading{"archive", "", "J001-WS·2023-Y-BGS-0001"}, "with a unit"},
		{"J001-WS·2023-D30-0012", reading{"archive", "", "J001-WS·2023-D30-0012"}, "without"},
		{"J001-WS·KJ·2023-D10-0012", reading{"archive", "", "J001-WS·KJ·2023-D10-0012"}, "a category in two levels"},
		{"J001-WS•2023-Y-BGS-0001", reading{"archive", "lookalike", "J001-WS·2023-Y-BGS-0001"}, "another dot"},
		{"J001-WS?2023-Y-BGS-0001", reading{"other", "", ""}, "the dot lost in a code page is not guessed"},
		{"J001-WS·2023-30-BGS-0001", reading{"archive", "stray", ""}, "a term without D"},
		{"J001-WS·2023-Y-BGS-001", reading{"archive", "stray", ""}, "three digits"},
		{"J001-WS·2023-Y-BGS-00012", reading{"archive", "stray", ""}, "five digits"},
		{"j001-ws·2023-y-bgs-0001", reading{"archive", "case", ""}, "small letters"},
		{"003-2025-B-30-001", reading{"other", "", ""}, "no category, another order"},
		{"会议文件之一", reading{"meeting-paper", "", "会议文件之一"}, "in words"},
		{"会议文件之十二", reading{"meeting-paper", "", "会议文件之十二"}, "in words"},
		{"全会会议材料(3)", reading{"meeting-paper", "lookalike", "全会会议材料（3）"}, "brackets of another width"},
		{"会议文件 之一", reading{"meeting-paper", "spacing", "会议文件之一"}, "a space"},
		{"会议文件之", reading{"none", "", ""}, "no number"},
		{"会议文件之一百三", reading{"none", "", ""}, "130 or 103"},
		{strings.Repeat("J001-", 200), reading{"other", "", ""}, "long"},
		{"ST 8220 2026" + strings.Repeat(" REV 1", 160), reading{"eu-council", "stray", ""}, "a chain longer than any"},
	} {
		if diff := cmp.Diff(tt.want, read(tt.in)); diff != "" {
			t.Errorf("%q: %s (-want +got)\n%s", tt.in, tt.why, diff)
		}
	}
}
