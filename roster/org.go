package roster

import "github.com/huiwu-go/huiwu/roster/check"

// An Org is a body (机构): a unit, a delegation, a committee. Bodies form a tree
// by Parent; "" is a root. Order is the place among the children of one parent in
// the order that was approved, 1 first; 0 is a body without a place.
type Org struct {
	ID     OrgID  `json:"id"`
	Name   string `json:"name"`
	Short  string `json:"short,omitzero"` // for cards and tables; "" means Name
	Parent OrgID  `json:"parent,omitzero"`
	Order  int    `json:"order,omitzero"`
}

// Label returns the short name, or the name if there is none.
func (o Org) Label() string {
	if o.Short != "" {
		return o.Short
	}
	return o.Name
}

// Validate reports what is wrong with the body by itself. Whether its parent
// exists is asked by [New].
func (o Org) Validate() check.Problems {
	ps := CheckID("id", KindOrg, o.ID)
	if o.Name == "" {
		ps.Add(noName.At("name"))
	}
	ps.In("", CheckText("name", o.Name, MaxNameBytes))
	ps.In("", CheckText("short", o.Short, MaxNameBytes))
	ps.In("order", checkCount(o.Order))
	return ps
}
