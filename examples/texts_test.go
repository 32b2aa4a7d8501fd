package examples_test

import (
	"io/fs"
	"net/url"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// official are the sites whose addresses may stand in the module: of states and
// their organisations, of the bodies that publish the standards and formats used,
// and of the tools that build it. A name covers the hosts below it.
var official = []string{
	"gov.cn", "12371.cn", // statutes and standards of China
	"un.org", "undocs.org", "europa.eu", "gov.uk", "nhs.uk", "parliament.uk", "state.gov", "govinfo.gov", "legislation.gov.uk",
	"iso.org", "ietf.org", "rfc-editor.org", "unicode.org", "w3.org", "iana.org",
	"go.dev", "golang.org", "apache.org",
	"example.org", "example.com", "example.net", // set aside for examples by RFC 2606
}

// marks are words that must not stand in the module: paths of a machine, and
// notes about work that is left. They are written in two halves here.
var marks = []string{
	"/wo" + "rk/", "/tm" + "p/", "/ho" + "me/", "../sha" + "red",
	"TO" + "DO", "FIX" + "ME", "XX" + "X", "DE" + "SIGN.md", "ST" + "YLE.md", "FEA" + "TURES.md",
}

var address = regexp.MustCompile(`https?://[^\s"'<>,` + "`" + `，。；）」)\]]+`)

// texts finds addresses and words in the text files of a tree that do not belong
// into a published module. Hidden folders stay out. Data of tests, licences and
// notices name their origin as it is.
func texts(fsys fs.FS) ([]string, error) {
	var out []string
	err := fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && p != "." && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.IsDir(), p == ".git": // a file in a linked working tree
			return nil
		}
		text, err := fs.ReadFile(fsys, p)
		if err != nil {
			return err
		}
		if !utf8.Valid(text) {
			return nil
		}
		cited := strings.Contains(p, "testdata/") || slices.Contains([]string{"LICENSE", "NOTICE", "go.sum"}, path.Base(p))
		n := 0
		for line := range strings.Lines(string(text)) {
			n++
			at := p + ":" + strconv.Itoa(n) + ": "
			for _, mark := range marks {
				if mentions(line, mark) {
					out = append(out, at+"mentions "+mark)
				}
			}
			if cited || !strings.Contains(line, "http") {
				continue
			}
			for _, a := range address.FindAllString(line, -1) {
				if !isOfficial(a) {
					out = append(out, at+"address of no official site: "+a)
				}
			}
		}
		return nil
	})
	return out, err
}

// mentions reports whether a line holds a mark that is not the end of a longer
// word, such as VTODO.
func mentions(line, mark string) bool {
	for {
		before, after, found := strings.Cut(line, mark)
		if !found {
			return false
		}
		last, _ := utf8.DecodeLastRuneInString(before)
		if !unicode.IsLetter(last) || !unicode.IsLetter(rune(mark[0])) {
			return true
		}
		line = after
	}
}

func isOfficial(a string) bool {
	u, err := url.Parse(a)
	if err != nil {
		return false
	}
	return strings.HasPrefix(a, "https://"+strings.TrimSuffix(modulePath, "huiwu/")) ||
		slices.ContainsFunc(official, func(site string) bool { return u.Hostname() == site || strings.HasSuffix(u.Hostname(), "."+site) })
}

func TestTexts(t *testing.T) {
	found, err := texts(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Error(f)
	}
}

func TestTextsCaught(t *testing.T) {
	const web = "htt" + "ps://" // so that this file passes
	found, err := texts(filesOf(
		"docs/doc.go", "// See "+web+"www.gov.cn/zhengce/content.htm and "+web+"undocs.org/A/520.\n// Also "+web+"gov.cn.blog.test/x, "+web+"blog.test/a\n",
		"docs/a.go", "// VTO"+"DO, TO"+"DO: more\nconst home = \"/wo"+"rk/main\"\n",
		"docs/NOTICE", web+"blog.test\n",
		"docs/testdata/list.txt", "from "+web+"blog.test\nkept in /tm"+"p/x\n",
		"examples/a.go", "// "+web+"github.com/huiwu-go/huiwu and "+web+"github.com/other/huiwu-go/huiwu\n",
		".ci/run", web+"blog.test /tm"+"p/x\n",
		".git", "gitdir: /wo"+"rk/main/.git\n",
		"docs/picture", "\xff "+web+"blog.test",
	))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"docs/a.go:1: mentions TO" + "DO",
		"docs/a.go:2: mentions /wo" + "rk/",
		"docs/doc.go:2: address of no official site: " + web + "gov.cn.blog.test/x",
		"docs/doc.go:2: address of no official site: " + web + "blog.test/a",
		"docs/testdata/list.txt:2: mentions /tm" + "p/",
		"examples/a.go:1: address of no official site: " + web + "github.com/other/huiwu-go/huiwu",
	}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
