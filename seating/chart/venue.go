package chart

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/huiwu-go/huiwu/roster/check"
	"github.com/huiwu-go/huiwu/roster/wire"
)

// A Venue is chairs and what stands between them as ticketing programs exchange them:
// the seating plan of pretix, version 0.0.1 of its schema. It has no people. Reading
// keeps what is known and what is not; writing keeps to the schema.
//
// The place of a chair is the sum of the positions of its zone, its row and itself. X
// grows to the right and Y downwards, in units that are a program's own.
type Venue struct {
	Name       string          `json:"name"`
	Zones      []VenueZone     `json:"zones"`
	Categories []VenueCategory `json:"categories"`
	Size       VenueSize       `json:"size"`
	Foreign    Foreign         `json:"-"`
}

// Foreign holds the members of an object that the schema does not know, as they were
// read. They are not written.
type Foreign map[string]json.RawMessage

// A VenueSize is how wide and high the whole plan is.
type VenueSize struct {
	Width   int     `json:"width"`
	Height  int     `json:"height"`
	Foreign Foreign `json:"-"`
}

// A VenueCategory is a kind of chair, as a price level.
type VenueCategory struct {
	Name    string  `json:"name"`
	Color   string  `json:"color,omitzero"`
	Foreign Foreign `json:"-"`
}

// A VenueZone is a part of a venue: stalls, a balcony.
type VenueZone struct {
	Name     string        `json:"name,omitzero"`
	ZoneID   string        `json:"zone_id,omitzero"`
	UUID     string        `json:"uuid,omitzero"`
	Position VenuePosition `json:"position"`
	Rows     []VenueRow    `json:"rows"`
	Areas    []VenueArea   `json:"areas,omitzero"`
	Foreign  Foreign       `json:"-"`
}

// A VenueRow is a row of chairs.
type VenueRow struct {
	Number         string         `json:"row_number"`
	Label          string         `json:"row_label,omitzero"`
	SeatLabel      string         `json:"seat_label,omitzero"`
	UUID           string         `json:"uuid,omitzero"`
	NumberPosition string         `json:"row_number_position,omitzero"` // start, end or both
	Position       *VenuePosition `json:"position,omitzero"`
	Seats          []VenueSeat    `json:"seats"`
	Foreign        Foreign        `json:"-"`
}

// A VenueSeat is a chair. GUID is its name for good: no other chair of the venue has it.
type VenueSeat struct {
	GUID           string        `json:"seat_guid"`
	Number         string        `json:"seat_number"`
	UUID           string        `json:"uuid,omitzero"`
	StartDirection string        `json:"start_direction,omitzero"`
	Radius         int           `json:"radius,omitzero"`
	Position       VenuePosition `json:"position"`
	Category       string        `json:"category"`
	Foreign        Foreign       `json:"-"`
}

// A VenueArea is what is no chair: a stage, a table, a text. It is a shape of one kind.
// Width, height and a plain text, which older plans have, are read as a rectangle and
// its text.
type VenueArea struct {
	Color       string          `json:"color,omitzero"`
	BorderColor string          `json:"border_color,omitzero"`
	Rotation    Coord           `json:"rotation,omitzero"` // in degrees, clockwise
	Position    *VenuePosition  `json:"position,omitzero"`
	UUID        string          `json:"uuid,omitzero"`
	Shape       string          `json:"shape,omitzero"` // polygon, rectangle, ellipse, circle or text
	Polygon     *VenuePolygon   `json:"polygon,omitzero"`
	Rectangle   *VenueRectangle `json:"rectangle,omitzero"`
	Ellipse     *VenueEllipse   `json:"ellipse,omitzero"`
	Circle      *VenueCircle    `json:"circle,omitzero"`
	Text        *VenueText      `json:"text,omitzero"`
	Foreign     Foreign         `json:"-"`
}

// VenuePolygon is a shape by its corners.
type VenuePolygon struct {
	Points  []VenuePosition `json:"points"`
	Foreign Foreign         `json:"-"`
}

// VenueRectangle is a shape by its sides.
type VenueRectangle struct {
	Width   int     `json:"width"`
	Height  int     `json:"height"`
	Foreign Foreign `json:"-"`
}

// VenueEllipse is a shape by its two radii.
type VenueEllipse struct {
	Radius  VenuePosition `json:"radius"`
	Foreign Foreign       `json:"-"`
}

// VenueCircle is a shape by its radius.
type VenueCircle struct {
	Radius  int     `json:"radius"`
	Foreign Foreign `json:"-"`
}

// VenueText is a text in a shape.
type VenueText struct {
	Text     string        `json:"text"`
	Color    string        `json:"color,omitzero"`
	Size     int           `json:"size,omitzero"`
	Position VenuePosition `json:"position"`
	Foreign  Foreign       `json:"-"`
}

// A VenuePosition is a place on a plan.
type VenuePosition struct {
	X       Coord   `json:"x"`
	Y       Coord   `json:"y"`
	Foreign Foreign `json:"-"`
}

// A Coord is a coordinate in thousandths of a unit. In a document it is a number with
// up to three decimals.
type Coord int64

// MaxCoord is the greatest coordinate, in thousandths.
const MaxCoord Coord = 1_000_000_000_000

// MarshalJSON writes the number of units without zeros behind the point.
func (c Coord) MarshalJSON() ([]byte, error) {
	var dst []byte
	n := int64(c)
	if n < 0 {
		dst, n = append(dst, '-'), -n
	}
	dst = strconv.AppendInt(dst, n/1000, 10)
	if rest := n % 1000; rest > 0 {
		dst = append(append(dst, '.'), strings.TrimRight(fmt.Sprintf("%03d", rest), "0")...)
	}
	return dst, nil
}

// UnmarshalJSON reads a number without an exponent, of up to three decimals that are
// not zero.
func (c *Coord) UnmarshalJSON(data []byte) error {
	text, negative := strings.CutPrefix(string(data), "-")
	whole, decimals, _ := strings.Cut(text, ".")
	decimals = strings.TrimRight(decimals, "0")
	digits := func(s string) bool { return strings.Trim(s, "0123456789") == "" }
	if whole == "" || len(whole) > 12 || len(decimals) > 3 || !digits(whole) || !digits(decimals) {
		return fmt.Errorf("%q is no number with up to three decimals", fit(string(data), longestParty))
	}
	n, err := strconv.ParseInt(whole+(decimals + "000")[:3], 10, 64)
	if err != nil || Coord(n) > MaxCoord {
		return fmt.Errorf("%q is out of range", fit(string(data), longestParty))
	}
	if negative {
		n = -n
	}
	*c = Coord(n)
	return nil
}

// Limits of a venue.
const (
	MaxZones      = 1_000
	MaxVenueSeats = 100_000
)

// Codes of the findings in venues.
const (
	MissingMember   check.Code = "chart/missing-member"
	BadMember       check.Code = "chart/bad-member"
	ForeignMember   check.Code = "chart/foreign-member"
	TwoSeats        check.Code = "chart/two-seats"
	NoSeatID        check.Code = "chart/no-seat-id"
	UnknownCategory check.Code = "chart/unknown-category"
	UnknownToken    check.Code = "chart/unknown-token"
	TooManySeats    check.Code = "chart/too-many-seats"
)

// venueSource is the text that says what a seating plan has.
const venueSource = "pretix, seating-plan.schema.json, version 0.0.1"

var (
	missingMember = check.Rule{
		Code: MissingMember, Severity: check.Error, Source: venueSource,
		Hans: "缺少字段 {key}",
		En:   "the member {key} is missing",
	}
	badMember = check.Rule{
		Code: BadMember, Severity: check.Error, Source: venueSource,
		Hans: "字段的值 {value} 不合格式",
		En:   "the value {value} is not what the member holds",
	}
	foreignMember = check.Rule{
		Code: ForeignMember, Severity: check.Warning, Source: venueSource,
		Hans: "格式没有字段 {key}，读入时保留，写出时略去",
		En:   "the format has no member {key}: it is kept when read and left out when written",
	}
	twoSeats = check.Rule{
		Code: TwoSeats, Severity: check.Error, Source: venueSource,
		Hans: "座位编号 {guid} 重复，前一处为 {first}",
		En:   "the seat id {guid} stands twice, first at {first}",
	}
	noSeatID = check.Rule{
		Code: NoSeatID, Severity: check.Error, Source: venueSource,
		Hans: "座位没有编号",
		En:   "the seat has no id",
	}
	unknownCategory = check.Rule{
		Code: UnknownCategory, Severity: check.Error, Source: venueSource,
		Hans: "没有名为 {category} 的类别",
		En:   "there is no category {category}",
	}
	unknownToken = check.Rule{
		Code: UnknownToken, Severity: check.Error, Source: venueSource,
		Hans: "取值 {value} 不在 {known} 之中",
		En:   "{value} is none of {known}",
	}
	tooManySeats = check.Rule{
		Code: TooManySeats, Severity: check.Error, Source: check.HouseCustom,
		Hans: "{n} 超过上限 {max}",
		En:   "{n} is more than {max}",
	}
)

// AppendVenue appends a venue as the schema has it: what is foreign is left out. It is
// an error if the venue is not valid.
func AppendVenue(dst []byte, v Venue) ([]byte, error) {
	if err := v.Validate().Err(); err != nil {
		return dst, err
	}
	if v.Categories == nil {
		v.Categories = []VenueCategory{}
	}
	if v.Zones == nil {
		v.Zones = []VenueZone{}
	}
	v.Zones = slices.Clone(v.Zones)
	for i := range v.Zones {
		z := &v.Zones[i]
		if z.Rows == nil {
			z.Rows = []VenueRow{}
		}
		z.Rows = slices.Clone(z.Rows)
		for j := range z.Rows {
			if z.Rows[j].Seats == nil {
				z.Rows[j].Seats = []VenueSeat{}
			}
		}
	}
	return wire.AppendValue(dst, v)
}

// Validate reports chairs without an id, two with the same one, categories that are not
// there, tokens that the schema does not know, and more chairs than MaxVenueSeats.
func (v Venue) Validate() check.Problems {
	var ps check.Problems
	if len(v.Zones) > MaxZones {
		ps.Add(tooManySeats.At("zones", check.Int("n", len(v.Zones)), check.Int("max", MaxZones)))
		return ps
	}
	known := map[string]bool{}
	for _, c := range v.Categories {
		known[c.Name] = true
	}
	seats := 0
	first := map[string]string{}
	for i, z := range v.Zones {
		for j, r := range z.Rows {
			at := check.Index(check.Key(check.Index("zones", i), "rows"), j)
			oneOf(&ps, check.Key(at, "row_number_position"), r.NumberPosition, "start", "end", "both")
			if seats += len(r.Seats); seats > MaxVenueSeats {
				ps.Add(tooManySeats.At(at, check.Int("n", seats), check.Int("max", MaxVenueSeats)))
				return ps
			}
			for k, s := range r.Seats {
				at := func(key string) string { return check.Key(check.Index(check.Key(at, "seats"), k), key) }
				oneOf(&ps, at("start_direction"), s.StartDirection, "<", ">", "<>")
				if !known[s.Category] {
					ps.Add(unknownCategory.At(at("category"), check.Value("category", s.Category)))
				}
				if s.GUID == "" {
					ps.Add(noSeatID.At(at("seat_guid")))
					continue
				}
				if f, twice := first[s.GUID]; twice {
					ps.Add(twoSeats.At(at("seat_guid"), check.Value("guid", s.GUID), check.Text("first", f)))
					continue
				}
				first[s.GUID] = at("seat_guid")
			}
		}
		for j, a := range z.Areas {
			at := check.Index(check.Key(check.Index("zones", i), "areas"), j)
			oneOf(&ps, check.Key(at, "shape"), a.Shape, "polygon", "rectangle", "ellipse", "circle", "text")
		}
	}
	return ps
}

func oneOf(ps *check.Problems, at, value string, known ...string) {
	if value != "" && !slices.Contains(known, value) {
		ps.Add(unknownToken.At(at, check.Value("value", value), check.Text("known", strings.Join(known, ", "))))
	}
}

// ReadVenue reads a seating plan of pretix. Members that the schema does not know are
// warnings, each with its place, and stay in the value; everything else that is wrong is
// an error, and then the venue is empty.
func ReadVenue(data []byte) (Venue, check.Problems) {
	var raw json.RawMessage
	ps := wire.ParseValue(data, &raw, nil)
	if ps.Failed() {
		return Venue{}, ps
	}
	r := venueReader{}
	v := r.venue(raw)
	ps.In("", r.ps)
	if !ps.Failed() {
		ps.In("", v.Validate())
	}
	if ps.Failed() {
		return Venue{}, ps
	}
	return v, ps
}

// A venueReader reads the objects of a venue and collects what is wrong.
type venueReader struct{ ps check.Problems }

// A member is one that the schema knows.
type member struct {
	key      string
	required bool
	read     func(at string, raw json.RawMessage)
}

// need is a member that must be there.
func need(key string, read func(string, json.RawMessage)) member { return member{key, true, read} }

// may is a member that may be left out or null.
func may(key string, read func(string, json.RawMessage)) member { return member{key, false, read} }

// object reads the members of an object and returns those that are foreign.
func (r *venueReader) object(at string, raw json.RawMessage, members ...member) Foreign {
	var all map[string]json.RawMessage
	if json.Unmarshal(raw, &all) != nil || all == nil {
		r.bad(at, raw)
		return nil
	}
	for _, m := range members {
		value, is := all[m.key]
		delete(all, m.key)
		switch null := bytes.Equal(value, []byte("null")); {
		case m.required && !is:
			r.ps.Add(missingMember.At(check.Key(at, m.key), check.Text("key", m.key)))
		case !is || null && !m.required:
		default:
			m.read(check.Key(at, m.key), value)
		}
	}
	if len(all) == 0 {
		return nil
	}
	for key := range all {
		r.ps.Add(foreignMember.At(check.Key(at, key), check.Value("key", key)))
	}
	return all
}

func (r *venueReader) bad(at string, raw json.RawMessage) {
	r.ps.Add(badMember.At(at, check.Value("value", string(raw))))
}

// into reads a member as encoding/json does.
func into[T any](r *venueReader, v *T) func(string, json.RawMessage) {
	return func(at string, raw json.RawMessage) {
		if json.Unmarshal(raw, v) != nil || bytes.Equal(raw, []byte("null")) {
			r.bad(at, raw)
		}
	}
}

// list reads the elements of a list.
func list[T any](r *venueReader, v *[]T, read func(at string, raw json.RawMessage) T) func(string, json.RawMessage) {
	return func(at string, raw json.RawMessage) {
		var all []json.RawMessage
		if json.Unmarshal(raw, &all) != nil || all == nil {
			r.bad(at, raw)
			return
		}
		for i, element := range all {
			*v = append(*v, read(check.Index(at, i), element))
		}
	}
}

// one reads an object that may be left out.
func one[T any](v **T, read func(at string, raw json.RawMessage) T) func(string, json.RawMessage) {
	return func(at string, raw json.RawMessage) {
		value := read(at, raw)
		*v = &value
	}
}

// same reads an object in its place.
func same[T any](v *T, read func(at string, raw json.RawMessage) T) func(string, json.RawMessage) {
	return func(at string, raw json.RawMessage) { *v = read(at, raw) }
}

func (r *venueReader) venue(raw json.RawMessage) Venue {
	var v Venue
	v.Foreign = r.object("", raw, need("name", into(r, &v.Name)), need("zones", list(r, &v.Zones, r.zone)),
		need("categories", list(r, &v.Categories, r.category)), may("size", same(&v.Size, r.size)))
	return v
}

func (r *venueReader) size(at string, raw json.RawMessage) VenueSize {
	var s VenueSize
	s.Foreign = r.object(at, raw, need("width", into(r, &s.Width)), need("height", into(r, &s.Height)))
	return s
}

func (r *venueReader) category(at string, raw json.RawMessage) VenueCategory {
	var c VenueCategory
	c.Foreign = r.object(at, raw, need("name", into(r, &c.Name)), may("color", into(r, &c.Color)))
	return c
}

func (r *venueReader) zone(at string, raw json.RawMessage) VenueZone {
	var z VenueZone
	z.Foreign = r.object(at, raw, may("name", into(r, &z.Name)), may("zone_id", into(r, &z.ZoneID)), may("uuid", into(r, &z.UUID)),
		need("position", same(&z.Position, r.position)), need("rows", list(r, &z.Rows, r.row)), may("areas", list(r, &z.Areas, r.area)))
	return z
}

func (r *venueReader) row(at string, raw json.RawMessage) VenueRow {
	var w VenueRow
	w.Foreign = r.object(at, raw, need("row_number", into(r, &w.Number)), may("row_label", into(r, &w.Label)), may("seat_label", into(r, &w.SeatLabel)),
		may("uuid", into(r, &w.UUID)), may("row_number_position", into(r, &w.NumberPosition)),
		may("position", one(&w.Position, r.position)), need("seats", list(r, &w.Seats, r.seat)))
	return w
}

func (r *venueReader) seat(at string, raw json.RawMessage) VenueSeat {
	var s VenueSeat
	s.Foreign = r.object(at, raw, need("seat_guid", into(r, &s.GUID)), need("seat_number", into(r, &s.Number)), may("uuid", into(r, &s.UUID)),
		may("start_direction", into(r, &s.StartDirection)), may("radius", into(r, &s.Radius)),
		need("position", same(&s.Position, r.position)), need("category", into(r, &s.Category)))
	return s
}

func (r *venueReader) position(at string, raw json.RawMessage) VenuePosition {
	var p VenuePosition
	p.Foreign = r.object(at, raw, need("x", into(r, &p.X)), need("y", into(r, &p.Y)))
	return p
}

func (r *venueReader) area(at string, raw json.RawMessage) VenueArea {
	var a VenueArea
	var old VenueRectangle // width and height as older plans have them
	a.Foreign = r.object(at, raw, may("color", into(r, &a.Color)), may("border_color", into(r, &a.BorderColor)), may("rotation", into(r, &a.Rotation)),
		may("position", one(&a.Position, r.position)), may("uuid", into(r, &a.UUID)), may("shape", into(r, &a.Shape)),
		may("polygon", one(&a.Polygon, r.polygon)), may("rectangle", one(&a.Rectangle, r.rectangle)),
		may("ellipse", one(&a.Ellipse, r.ellipse)), may("circle", one(&a.Circle, r.circle)), may("text", one(&a.Text, r.text)),
		may("width", into(r, &old.Width)), may("height", into(r, &old.Height)))
	if a.Rectangle == nil && a.Shape == "" && (old.Width != 0 || old.Height != 0) {
		a.Shape, a.Rectangle = "rectangle", &old
	}
	return a
}

func (r *venueReader) polygon(at string, raw json.RawMessage) VenuePolygon {
	p := VenuePolygon{Points: []VenuePosition{}}
	p.Foreign = r.object(at, raw, need("points", list(r, &p.Points, r.position)))
	return p
}

func (r *venueReader) rectangle(at string, raw json.RawMessage) VenueRectangle {
	var v VenueRectangle
	v.Foreign = r.object(at, raw, need("width", into(r, &v.Width)), need("height", into(r, &v.Height)))
	return v
}

func (r *venueReader) ellipse(at string, raw json.RawMessage) VenueEllipse {
	var e VenueEllipse
	e.Foreign = r.object(at, raw, need("radius", same(&e.Radius, r.position)))
	return e
}

func (r *venueReader) circle(at string, raw json.RawMessage) VenueCircle {
	var c VenueCircle
	c.Foreign = r.object(at, raw, need("radius", into(r, &c.Radius)))
	return c
}

// text reads a text, which in older plans is a string alone.
func (r *venueReader) text(at string, raw json.RawMessage) VenueText {
	var t VenueText
	if json.Unmarshal(raw, &t.Text) == nil {
		return t
	}
	t.Foreign = r.object(at, raw, need("text", into(r, &t.Text)), may("color", into(r, &t.Color)),
		may("size", into(r, &t.Size)), need("position", same(&t.Position, r.position)))
	return t
}
