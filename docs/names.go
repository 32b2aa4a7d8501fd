package docs

import (
	"bytes"
	"iter"
	"log/slog"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/nameorder"
)

// A Named is a person whose name may stand in a text.
type Named struct {
	ID     roster.PersonID `json:"id"`
	Name   string          `json:"name"`             // as running text has it: 王一
	Also   []string        `json:"also,omitempty"`   // other forms, such as a Latin one
	Titles []string        `json:"titles,omitempty"` // titles (职务) held on the day; nil if they are not to be checked
}

// LogValue shows the identifier alone: the rest is personal data.
func (n Named) LogValue() slog.Value { return slog.StringValue(string(n.ID)) }

// NamedOf returns the people of a roster with the titles they hold on a date, alone and
// behind the name or short name of the body: 市长, 某市人民政府市长.
func NamedOf(r roster.Roster, on calendar.Date) []Named {
	var out []Named
	for p := range r.People() {
		n := Named{ID: p.ID, Name: p.Name.String()}
		if p.Name.Latin != "" {
			n.Also = []string{p.Name.Latin}
		}
		for _, post := range p.Posts {
			if !post.HeldOn(on) || post.Title == "" {
				continue
			}
			n.Titles = append(n.Titles, post.Title)
			if org, ok := r.Org(post.Org); ok {
				n.Titles = append(n.Titles, org.Name+post.Title, org.Label()+post.Title)
			}
		}
		slices.Sort(n.Titles)
		n.Titles = slices.Compact(n.Titles)
		out = append(out, n)
	}
	return out
}

// Bounds of what an index holds.
const (
	MaxNamed     = 50_000 // people
	MaxForm      = 64     // characters of a form of a name, or of a title
	MaxMeant     = 100    // people that one mention may mean
	maxNearForm  = 4      // characters of a name that is also looked for with one character wrong
	maxTitleList = 8      // titles before a name, as in 书记、主席、市长王一
)

// A MentionKind is how a name in a text agrees with the list of people. The zero
// MentionKind is [ExactMention].
type MentionKind uint8

// The kinds of mentions.
const (
	ExactMention     MentionKind = iota // 同名: the name as listed
	HomophoneMention                    // 同音: one character is another of the same syllable
	LookAlikeMention                    // 形近: one character is one that looks like it
)

var mentionWords = [...]word{
	{"exact", "同名", "exact"}, {"homophone", "同音", "homophone"}, {"look-alike", "形近", "look-alike"},
}

// String returns "exact", "homophone" or "look-alike".
func (k MentionKind) String() string { return textOf(mentionWords[:], "MentionKind", k) }

// Label returns 同名, 同音 or 形近.
func (k MentionKind) Label() string { return labelOf(mentionWords[:], k) }

// AppendText appends the String of a kind.
func (k MentionKind) AppendText(dst []byte) ([]byte, error) {
	return appendToken(dst, mentionWords[:], "mention kind", k)
}

// MarshalText returns the String of a kind.
func (k MentionKind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads the String of a kind.
func (k *MentionKind) UnmarshalText(text []byte) error {
	return readToken(k, mentionWords[:], "mention kind", text)
}

// A Mention is a name in a text, at the bytes Start to End, End not included. More than
// one person is named if they bear the same name, or if a wrong character leaves open
// who was meant.
type Mention struct {
	Start  int               `json:"start"`
	End    int               `json:"end"`
	Kind   MentionKind       `json:"kind,omitzero"`
	People []roster.PersonID `json:"people"`           // by place on the list, at most MaxMeant
	Titles []string          `json:"titles,omitempty"` // that stand with the name in the text
}

// A NameIndex finds the names of a list of people in texts. It is made by
// [NewNameIndex], never changes and is safe for concurrent use. The zero NameIndex finds
// nothing.
type NameIndex struct {
	people []Named
	place  map[roster.PersonID]int
	names  trie
	titles trie
	near   map[string][]int32 // names with the class of one character in its place
	first  sounds             // of surnames
	other  sounds             // of given names
	sizes  []int              // lengths of the names in near
}

// LogValue shows how many people there are.
func (x NameIndex) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("people", len(x.people)))
}

// NewNameIndex returns the index of a list of people in their order of precedence.
// Titles are words for posts beyond those of the people, so that a wrong title is
// recognised as one.
func NewNameIndex(people []Named, titles []string) (NameIndex, error) {
	var ps check.Problems
	if len(people) > MaxNamed {
		ps.Add(tooManyRule.At("people", check.Int("found", len(people)), check.Int("max", MaxNamed)))
		return NameIndex{}, ps
	}
	form := func(path, s string) {
		if ps.In("", roster.CheckText(path, s, MaxForm*utf8.UTFMax)); strings.TrimSpace(s) == "" {
			ps.Add(missingRule.At(path))
		}
	}
	x := NameIndex{place: map[roster.PersonID]int{}, near: map[string][]int32{}}
	for i, p := range people {
		path := check.Index("people", i)
		ps.In("", roster.CheckID(path+".id", roster.KindPerson, p.ID))
		if _, twice := x.place[p.ID]; twice {
			ps.Add(duplicateIDRule.At(path+".id", check.Value("id", string(p.ID))))
		}
		x.place[p.ID] = i
		form(path+".name", p.Name)
		for k, s := range p.Also {
			form(check.Index(path+".also", k), s)
		}
		for k, s := range p.Titles {
			form(check.Index(path+".titles", k), s)
		}
	}
	for i, s := range titles {
		form(check.Index("titles", i), s)
	}
	if err := ps.Err(); err != nil {
		return NameIndex{}, err
	}
	for _, p := range people {
		p.Also, p.Titles = slices.Clone(p.Also), slices.Clone(p.Titles)
		x.people = append(x.people, p)
	}
	x.build(titles)
	return x, nil
}

func (x *NameIndex) build(titles []string) {
	var first, other []rune
	for i, p := range x.people {
		for _, s := range append([]string{p.Name}, p.Also...) {
			for _, form := range forms(s) {
				x.names.add(form, int32(i))
			}
		}
		for _, t := range p.Titles {
			x.titles.add(folded(t), 0)
		}
		if name := folded(p.Name); nearForm(name) {
			first, other = append(first, name[0]), append(other, name[1:]...)
			x.sizes = append(x.sizes, len(name))
		}
	}
	for _, t := range titles {
		x.titles.add(folded(t), 0)
	}
	slices.Sort(x.sizes)
	x.sizes = slices.Compact(x.sizes)
	x.first, x.other = newSounds(true, first), newSounds(false, other)
	heard, seen := x.classes()
	for i, p := range x.people {
		name := folded(p.Name)
		if !nearForm(name) {
			continue
		}
		for k := range name {
			for _, class := range [...]int32{heard(name[k], k), seen(name[k])} {
				if class >= 0 {
					key := string(nearKey(nil, name, k, class))
					x.near[key] = append(x.near[key], int32(i))
				}
			}
		}
	}
}

// classes returns how a character sounds and what it looks like, each as a class, -1 if
// that is not known. Classes of sound and of look differ.
func (x *NameIndex) classes() (heard func(r rune, at int) int32, seen func(r rune) int32) {
	sound := [2]map[rune]int32{{}, {}}
	heard = func(r rune, at int) int32 {
		s, k := &x.first, 0
		if at > 0 {
			s, k = &x.other, 1
		}
		class, ok := sound[k][r]
		if !ok {
			class = s.class(r)
			sound[k][r] = class
		}
		return class
	}
	looks := map[rune]int32{}
	return heard, func(r rune) int32 {
		class, ok := looks[r]
		if !ok {
			if class = int32(lookAlikeOf(r)); class >= 0 {
				class += lookAlike
			}
			looks[r] = class
		}
		return class
	}
}

// lookAlike is the first class of characters that look alike; classes of sound are below.
const lookAlike = 1 << 20

// nearKey is a name with the class of one of its characters in the place of it.
func nearKey(dst []byte, name []rune, at int, class int32) []byte {
	for i, r := range name {
		if i == at {
			dst = append(dst, byte(at)+1, byte(class>>16), byte(class>>8), byte(class))
			continue
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// nearForm reports whether a name is one that is looked for with a character wrong.
func nearForm(name []rune) bool {
	return len(name) >= 2 && len(name) <= maxNearForm && !slices.ContainsFunc(name, func(r rune) bool { return !unicode.Is(unicode.Han, r) })
}

// forms returns the ways in which texts print a name: one of two characters also with
// a space between them.
func forms(name string) [][]rune {
	runes := folded(name)
	out := [][]rune{runes}
	if len(runes) == 2 && nearForm(runes) {
		out = append(out, []rune{runes[0], ' ', runes[1]}, []rune{runes[0], ' ', ' ', runes[1]})
	}
	return out
}

// plain makes one of the signs that texts print for the same.
func plain(r rune) rune {
	switch r {
	case '\u3000', '\u00a0':
		return ' '
	case '•', '‧', '・', '･', '．':
		return '·'
	}
	return r
}

func folded(s string) []rune {
	out := []rune(s)
	for i, r := range out {
		out[i] = plain(r)
	}
	return out
}

// A trie holds words by their characters.
type trie struct {
	next map[edge]int32
	ends map[int32][]int32 // what ends at a node
	size int32
}

type edge struct {
	node int32
	r    rune
}

func (t *trie) add(word []rune, value int32) {
	if t.next == nil {
		t.next, t.ends = map[edge]int32{}, map[int32][]int32{}
	}
	node := int32(0)
	for _, r := range word {
		e := edge{node, r}
		to, ok := t.next[e]
		if !ok {
			t.size++
			to = t.size
			t.next[e] = to
		}
		node = to
	}
	if list := t.ends[node]; len(list) == 0 || list[len(list)-1] != value {
		t.ends[node] = append(list, value)
	}
}

// longest returns the length of the longest word at the start of text and what it stands
// for; 0 if there is none.
func (t *trie) longest(text []rune) (size int, values []int32) {
	node := int32(0)
	for i, r := range text {
		var ok bool
		if node, ok = t.next[edge{node, r}]; !ok {
			break
		}
		if v := t.ends[node]; v != nil {
			size, values = i+1, v
		}
	}
	return size, values
}

// Sounds are the syllables of characters, told apart by the pinyin order of names.
type sounds struct {
	family bool
	order  nameorder.Order
	list   []sound // by key
}

type sound struct {
	key   []byte
	r     rune
	class int32
}

func newSounds(family bool, runes []rune) sounds {
	s := sounds{family: family, order: nameorder.Pinyin(nil)}
	slices.Sort(runes)
	for _, r := range slices.Compact(runes) {
		if name := s.name(r); !s.order.Check(name).Has(nameorder.NoReading) {
			s.list = append(s.list, sound{s.order.Key(name), r, 0})
		}
	}
	slices.SortFunc(s.list, func(a, b sound) int { return bytes.Compare(a.key, b.key) })
	for i := 1; i < len(s.list); i++ {
		s.list[i].class = s.list[i-1].class
		if !s.same(s.list[i].r, s.list[i-1].r) {
			s.list[i].class++
		}
	}
	return s
}

// name is a name in which r stands where the reading in question holds.
func (s *sounds) name(r rune) nameorder.Name {
	if s.family {
		return nameorder.Name{Family: string(r)}
	}
	return nameorder.Name{Family: "一", Given: string(r)}
}

// same reports whether two characters have the same syllable, whatever its tone.
func (s *sounds) same(a, b rune) bool {
	why := s.order.Explain(s.name(a), s.name(b))
	return why[len(why)-1].Code() != nameorder.Syllable
}

// class returns the class of a syllable, -1 if no character of the list has it.
func (s *sounds) class(r rune) int32 {
	name := s.name(r)
	if len(s.list) == 0 || s.order.Check(name).Has(nameorder.NoReading) {
		return -1
	}
	i, _ := slices.BinarySearchFunc(s.list, s.order.Key(name), func(x sound, key []byte) int { return bytes.Compare(x.key, key) })
	for _, k := range [...]int{i, i - 1} {
		if k >= 0 && k < len(s.list) && s.same(r, s.list[k].r) {
			return s.list[k].class
		}
	}
	return -1
}

// Mentions yields the names in a text (介绍出席领导、全文核名), from left to right, without overlap: at each
// place the longest, one as listed before one with a wrong character. Names of two
// characters may have a space in them. Names of two to four Chinese characters are also
// found with one character of the same syllable, or one that looks like it. A name that
// is part of a longer one which is not listed is found as well.
//
// The cost is linear in the text: at each place at most [MaxForm] characters are looked
// at. A text takes about 12 bytes of memory for each of its characters.
func (x NameIndex) Mentions(text string) iter.Seq[Mention] {
	return func(yield func(Mention) bool) {
		s := x.scan(text)
		var last titled // is yielded when it is known whose the titles behind it are
		for i := 0; i < len(s.runes); {
			m, next := s.at(i)
			if next == 0 {
				i++
				continue
			}
			now := s.title(m, i, next, &last)
			if last.end > 0 && !yield(last.Mention) {
				return
			}
			last, i = now, next
		}
		if last.end > 0 {
			yield(last.Mention)
		}
	}
}

// A nameScan is one text being read.
type nameScan struct {
	x     *NameIndex
	runes []rune
	place []int // byte of each rune, and the end
	heard func(r rune, at int) int32
	seen  func(r rune) int32
	key   []byte
}

func (x *NameIndex) scan(text string) *nameScan {
	s := &nameScan{x: x}
	for i, r := range text {
		s.runes = append(s.runes, plain(r))
		s.place = append(s.place, i)
	}
	s.place = append(s.place, len(text))
	s.heard, s.seen = x.classes()
	return s
}

// at returns the name that begins at rune i and where it ends; 0 if there is none.
func (s *nameScan) at(i int) (Mention, int) {
	size, found := s.x.names.longest(s.runes[i:])
	if size > 0 && s.inWord(i, i+size) {
		size = 0
	}
	kind := ExactMention
	for _, n := range slices.Backward(s.x.sizes) {
		if n <= size || i+n > len(s.runes) || !nearForm(s.runes[i:i+n]) {
			continue
		}
		if k, list := s.nearly(s.runes[i : i+n]); list != nil {
			size, kind, found = n, k, list
			break
		}
	}
	if size == 0 {
		return Mention{}, 0
	}
	m := Mention{Start: s.place[i], End: s.place[i+size], Kind: kind}
	for _, p := range found[:min(len(found), MaxMeant)] {
		m.People = append(m.People, s.x.people[p].ID)
	}
	return m, i + size
}

// inWord reports whether a name in letters is a part of a longer word.
func (s *nameScan) inWord(from, to int) bool {
	letter := func(i int) bool {
		return i >= 0 && i < len(s.runes) && s.runes[i] < 0x2e80 && (unicode.IsLetter(s.runes[i]) || unicode.IsDigit(s.runes[i]))
	}
	return letter(from) && letter(from-1) || letter(to-1) && letter(to)
}

// nearly returns who has the name but for one character.
func (s *nameScan) nearly(name []rune) (MentionKind, []int32) {
	for kind, class := range [...]func(i int) int32{
		HomophoneMention: func(i int) int32 { return s.heard(name[i], i) },
		LookAlikeMention: func(i int) int32 { return s.seen(name[i]) },
	} {
		if class == nil {
			continue
		}
		for i := range slices.Backward(name) {
			c := class(i)
			if c < 0 {
				continue
			}
			s.key = nearKey(s.key[:0], name, i, c)
			if list := s.x.near[string(s.key)]; list != nil {
				return MentionKind(kind), slices.Compact(slices.Clone(list))
			}
		}
	}
	return 0, nil
}

// joinsTitles reports whether a sign stands between titles of one person.
func joinsTitles(r rune) bool { return r == '、' || r == ' ' || r == '兼' || r == '，' }

// A titled mention is one with its titles, those before the name first.
type titled struct {
	Mention
	end    int // rune behind the name; 0 for none
	before int // titles before the name
}

// title finds the titles that stand with the name at runes from to to. What stands
// between two names and is nothing but titles belongs to the second if the first has one
// before it; else it may be either's.
func (s *nameScan) title(m Mention, from, to int, last *titled) titled {
	at := from
	for range maxTitleList {
		end := at
		for end > last.end && joinsTitles(s.runes[end-1]) {
			end--
		}
		size := s.titleBefore(last.end, end)
		if size == 0 || at < from && end == at { // two titles need a sign between them
			break
		}
		at = end - size
		m.Titles = append(m.Titles, string(s.runes[at:end]))
	}
	slices.Reverse(m.Titles)
	if at < from && at == last.end && last.before > 0 { // 市长王一书记李二
		last.Titles = last.Titles[:last.before]
	}
	before := len(m.Titles)
	if size, _ := s.x.titles.longest(s.runes[to:]); size > 0 {
		m.Titles = append(m.Titles, string(s.runes[to:to+size]))
	}
	return titled{m, to, before}
}

// modifiers are words before a title that make another title of it.
var modifiers = [...]string{"副", "常务", "第一", "代", "代理", "原", "前", "名誉", "执行"}

// titleBefore returns the length of the longest title that ends at a place, with a word
// before it that makes another title of it.
func (s *nameScan) titleBefore(floor, end int) int {
	size := 0
	for from := max(floor, end-MaxForm); from < end; from++ {
		if n, _ := s.x.titles.longest(s.runes[from:end]); n == end-from {
			size = n
			break
		}
	}
	if size == 0 {
		return 0
	}
	for _, w := range modifiers {
		if n := utf8.RuneCountInString(w); end-size-n >= floor && string(s.runes[end-size-n:end-size]) == w {
			return size + n
		}
	}
	return size
}

// holds reports whether a person holds a title that a text gives: as it stands, or
// without the body before it.
func (n *Named) holds(title string) bool {
	return slices.ContainsFunc(n.Titles, func(t string) bool {
		before, ok := strings.CutSuffix(t, title)
		return ok && !slices.ContainsFunc(modifiers[:], func(w string) bool { return strings.HasSuffix(before, w) })
	})
}
