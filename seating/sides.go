package seating

import (
	"github.com/huiwu-go/huiwu/roster"
	"github.com/huiwu-go/huiwu/roster/check"
)

// Roles that settings know. A guest without one of them sits by rank.
const (
	RoleModerator   Role = "moderator"   // 主持人: chairs the meeting
	RoleInterpreter Role = "interpreter" // 译员
	RoleRecorder    Role = "recorder"    // 记录员: sits behind, at a meeting on sofas
	RoleSigner      Role = "signer"      // 签字人: exactly one for each side
	RoleAssistant   Role = "assistant"   // 助签人: stands beside the signer
	RoleAwarder     Role = "awarder"     // 颁奖人
	RoleWinner      Role = "winner"      // 获奖者
	RoleUsher       Role = "usher"       // 礼仪
	RoleHost        Role = "host"        // 主陪: the host of a table
	RoleCoHost      Role = "co-host"     // 副主陪: the second host, opposite
	RoleSuperior    Role = "superior"    // 位次高于主人者: a guest or a senior of the house who outranks the host
	RoleHostess     Role = "hostess"     // 女主人
	RoleSpouse      Role = "spouse"      // 配偶, with the rank of the invited person
	RoleLady        Role = "lady"        // 女宾, at a mixed table
	RoleGentleman   Role = "gentleman"   // 男宾, at a mixed table
)

// Sides are the two sides of a setting, each with its own list of precedence: two
// people of different sides are no tie. Every guest belongs to one of them.
type Sides struct {
	Hosts  roster.OrgID `json:"hosts,omitzero"`
	Guests roster.OrgID `json:"guests,omitzero"`
}

// Validate reports a side that is not named and two sides that are one.
func (s Sides) Validate() check.Problems {
	var ps check.Problems
	ps.In("", roster.CheckID("hosts", roster.KindOrg, s.Hosts))
	ps.In("", roster.CheckID("guests", roster.KindOrg, s.Guests))
	if s.Hosts == s.Guests && s.Hosts != "" {
		ps.Add(partyTwice.At("guests", check.ID("party", roster.KindOrg, s.Guests), check.Int("first", 1)))
	}
	return ps
}

func (s Sides) parties() []roster.OrgID { return []roster.OrgID{s.Guests, s.Hosts} }

// split returns the people of the two sides in order, and reports a side without
// anybody.
func (s Sides) split(guests []Guest, roles ...Role) (hosts, visitors people, ps check.Problems) {
	hosts, visitors = listed(guests, s.Hosts, roles...), listed(guests, s.Guests, roles...)
	for _, side := range []struct {
		field string
		party roster.OrgID
		list  people
	}{{"hosts", s.Hosts, hosts}, {"guests", s.Guests, visitors}} {
		if len(side.list.ranked) == 0 {
			ps.Add(nobodyOfSide.At(side.field, check.ID("party", roster.KindOrg, side.party)))
		}
	}
	return hosts, visitors, ps
}

// people are the indices of guests who sit by rank, and of those who sit by role.
type people struct {
	ranked []int
	by     map[Role][]int
}

// listed returns the people of a party, of all parties if it is "", with those of
// the roles apart.
func listed(guests []Guest, party roster.OrgID, roles ...Role) people {
	p := people{by: map[Role][]int{}}
	for g, guest := range guests {
		if party != "" && guest.Party != party {
			continue
		}
		apart := false
		for _, role := range roles {
			apart = apart || guest.Role == role
		}
		if apart {
			p.by[guest.Role] = append(p.by[guest.Role], g)
		} else {
			p.ranked = append(p.ranked, g)
		}
	}
	return p
}
