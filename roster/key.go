package roster

import (
	"encoding/binary"
	"strconv"

	"github.com/huiwu-go/huiwu/followup/calendar"
	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/nameorder"
)

// A Key is one step of a chain that orders people. The set is closed: ByCapacity,
// ByBody, ByPost, ByRank, ByCredential, ByVotes, ByApproved, ByName.
type Key interface {
	// prepare checks the settings of the key against a roster and returns what
	// orders its people.
	prepare(r Roster) (keyer, check.Problems)
}

var _ = []Key{ByCapacity{}, ByBody{}, ByPost{}, ByRank{}, ByCredential{}, ByVotes{}, ByApproved{}, ByName{}}

// A keyer puts people into the order of one key. The byte strings it appends
// compare as the people do, and none is the beginning of another one unless they
// are equal, so that those of a whole chain can be appended to each other.
type keyer struct {
	appendTo func(dst []byte, p Person) []byte
	explain  func(first, second Person) []check.Reason // given that first stands before second
}

// numberKey orders people by a number, the lowest first.
func numberKey(number func(Person) uint64, explain func(first, second Person) check.Reason) keyer {
	return keyer{
		appendTo: func(dst []byte, p Person) []byte { return binary.BigEndian.AppendUint64(dst, number(p)) },
		explain:  func(first, second Person) []check.Reason { return []check.Reason{explain(first, second)} },
	}
}

// zeroLast maps 1, 2, 3 … to themselves and 0, which is "none", behind them all.
func zeroLast(n int) uint64 { return uint64(n) - 1 }

// ByCapacity orders people by their capacity: delegates, alternates, non-voting
// attendees and so on, as the capacities are listed.
type ByCapacity struct{}

func (ByCapacity) prepare(Roster) (keyer, check.Problems) {
	label := func(key string, p Person) check.Arg {
		return check.Term(key, p.Capacity.Label(), p.Capacity.String())
	}
	return numberKey(
		func(p Person) uint64 { return uint64(p.Capacity) },
		func(a, b Person) check.Reason {
			return byCapacity.Because(person("a", a), label("first", a), person("b", b), label("second", b))
		},
	), check.Problems{}
}

// ByBody orders people by the body they attend with. Bodies lists bodies in order;
// a person counts for the first listed body on the way up from their own; people of
// none stand last. Nil means the roster's own order of bodies. Start rotates the
// list so that it begins there, as where the first seat is drawn by lot; "" does
// not.
type ByBody struct {
	Bodies []OrgID
	Start  OrgID
}

func (k ByBody) prepare(r Roster) (keyer, check.Problems) {
	var ps check.Problems
	bodies, path := k.Bodies, "bodies"
	if bodies == nil {
		bodies = r.tree
	}
	at := make(map[OrgID]int, len(bodies))
	for i, id := range bodies {
		if _, ok := r.Org(id); !ok {
			ps.Add(unknownOrg.At(check.Index(path, i), check.ID("org", KindOrg, id)))
		}
		if j, twice := at[id]; twice {
			ps.Add(duplicateID.At(check.Index(path, i), KindTerm(KindOrg), check.Value("id", string(id)), check.Text("other", check.Index(path, j))))
		}
		at[id] = i
	}
	start, ok := at[k.Start]
	if !ok && k.Start != "" {
		ps.Add(unknownOrg.At("start", check.ID("org", KindOrg, k.Start)))
	}
	body := func(p Person) (OrgID, int) {
		for id := p.Org; id != ""; {
			if i, ok := at[id]; ok {
				return id, (i - start + len(bodies)) % len(bodies)
			}
			o, _ := r.Org(id)
			id = o.Parent
		}
		return "", len(bodies)
	}
	return numberKey(
		func(p Person) uint64 { _, i := body(p); return uint64(i) },
		func(a, b Person) check.Reason {
			x, _ := body(a)
			y, _ := body(b)
			return byBody.Because(person("a", a), orgOrNone("first", x), person("b", b), orgOrNone("second", y))
		},
	), ps
}

// ByPost orders people by the place of the post they hold in a body on a date; who
// holds none there, or one without a place, stands last.
type ByPost struct {
	Org OrgID
	On  calendar.Date
}

func (k ByPost) prepare(r Roster) (keyer, check.Problems) {
	var ps check.Problems
	if _, ok := r.Org(k.Org); !ok {
		ps.Add(unknownOrg.At("org", check.ID("org", KindOrg, k.Org)))
	}
	if k.On.IsZero() {
		ps.Add(noDate.At("on"))
	}
	title := func(key string, p Person) check.Arg {
		post, ok := p.Post(k.Org, k.On)
		if !ok {
			return noneArg(key)
		}
		return check.Text(key, post.Title)
	}
	return numberKey(
		func(p Person) uint64 { post, _ := p.Post(k.Org, k.On); return zeroLast(post.Order) },
		func(a, b Person) check.Reason {
			return byPost.Because(person("a", a), title("first", a), person("b", b), title("second", b),
				check.ID("org", KindOrg, k.Org), check.Text("on", k.On.String()))
		},
	), ps
}

// ByRank orders people by rank (职级), 1 first, those without rank last.
type ByRank struct{}

func (ByRank) prepare(Roster) (keyer, check.Problems) {
	return numberKey(
		func(p Person) uint64 { return zeroLast(p.Rank) },
		func(a, b Person) check.Reason {
			return byRank.Because(person("a", a), countOrNone("first", a.Rank), person("b", b), countOrNone("second", b.Rank))
		},
	), check.Problems{}
}

// ByCredential orders people by the day on which they took up their functions, the
// earliest first, those without one last.
type ByCredential struct{}

func (ByCredential) prepare(Roster) (keyer, check.Problems) {
	date := func(key string, p Person) check.Arg {
		if p.Credential.IsZero() {
			return noneArg(key)
		}
		return check.Text(key, p.Credential.String())
	}
	epoch := calendar.MustParseDate("0001-01-01")
	return numberKey(
		func(p Person) uint64 {
			if p.Credential.IsZero() {
				return zeroLast(0)
			}
			return uint64(p.Credential.DaysSince(epoch))
		},
		func(a, b Person) check.Reason {
			return byCredential.Because(person("a", a), date("first", a), person("b", b), date("second", b))
		},
	), check.Problems{}
}

// ByVotes orders people by the votes they were elected with, most first (得票多少).
type ByVotes struct{}

func (ByVotes) prepare(Roster) (keyer, check.Problems) {
	return numberKey(
		func(p Person) uint64 { return ^uint64(p.Votes) },
		func(a, b Person) check.Reason {
			return byVotes.Because(person("a", a), check.Int("first", a.Votes), person("b", b), check.Int("second", b.Votes))
		},
	), check.Problems{}
}

// ByApproved is an order that was approved person by person; who is not in it
// stands last. Source says by whom and when, and is required.
type ByApproved struct {
	People []PersonID
	Source string
}

func (k ByApproved) prepare(r Roster) (keyer, check.Problems) {
	var ps check.Problems
	at := make(map[PersonID]int, len(k.People))
	for i, id := range k.People {
		path := check.Index("people", i)
		if _, ok := r.Person(id); !ok {
			ps.Add(unknownPerson.At(path, check.ID("person", KindPerson, id)))
		}
		if j := at[id]; j != 0 {
			ps.Add(duplicateID.At(path, KindTerm(KindPerson), check.Value("id", string(id)), check.Text("other", check.Index("people", j-1))))
		}
		at[id] = i + 1
	}
	if k.Source == "" {
		ps.Add(noSource.At("source"))
	}
	return numberKey(
		func(p Person) uint64 { return zeroLast(at[p.ID]) },
		func(a, b Person) check.Reason {
			return byApproved.Because(person("a", a), placeOrNone("first", at[a.ID]), person("b", b), placeOrNone("second", at[b.ID]),
				check.Text("source", k.Source))
		},
	), ps
}

// ByName is one of the official orders of names of package nameorder.
type ByName struct {
	Order nameorder.Order
}

func (k ByName) prepare(Roster) (keyer, check.Problems) {
	var ps check.Problems
	if k.Order.IsZero() {
		ps.Add(noOrder.At("order"))
		return keyer{}, ps
	}
	return keyer{
		appendTo: func(dst []byte, p Person) []byte { return k.Order.AppendKey(dst, p.Name.ForOrder()) },
		explain: func(first, second Person) []check.Reason {
			return k.Order.Explain(first.Name.ForOrder(), second.Name.ForOrder())
		},
	}, ps
}

func person(key string, p Person) check.Arg { return check.ID(key, KindPerson, p.ID) }

func noneArg(key string) check.Arg { return check.Term(key, "无", "none") }

func orgOrNone(key string, id OrgID) check.Arg {
	if id == "" {
		return noneArg(key)
	}
	return check.ID(key, KindOrg, id)
}

func countOrNone(key string, n int) check.Arg {
	if n == 0 {
		return noneArg(key)
	}
	return check.Int(key, n)
}

func placeOrNone(key string, n int) check.Arg {
	if n == 0 {
		return check.Term(key, "未列入", "not listed")
	}
	return check.Term(key, "第"+strconv.Itoa(n)+"位", "place "+strconv.Itoa(n))
}
