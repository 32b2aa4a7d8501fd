package seating

import (
	"iter"
)

// An Option is one possible choice of a convention or of a setting, with the text
// it comes from. Options are listed by [Options] and, as chosen, by
// [Convention.Options] and [Setting.Options].
type Option struct {
	Field string // where it stands in the JSON of a convention or a setting, as in row.even, choices.podium and talks.table
	Token string // its value there
	Hans  string // what it means, in Chinese
	En    string // what it means, in English
	// Source is title, number and article of a text that has the option, or "house
	// custom": most choices are written down nowhere but in notes of offices.
	Source string
}

// Options lists every option that a convention can choose, then those of every
// kind of setting, field by field.
func Options() []Option {
	var all []Option
	each := func(object string, fields []choice) {
		for _, o := range fields {
			for i := range o.words {
				o.value = uint8(i + 1)
				all = append(all, o.of(object, o.origin()))
			}
		}
	}
	each("row", RowRule{}.choices())
	each("choices", Choices{}.choices())
	for _, k := range every().kinds() {
		each(k.String(), k.choices())
	}
	return all
}

// Options walks the options that the setting has chosen itself; the others it takes
// from the convention.
func (s Setting) Options() iter.Seq[Option] {
	return func(yield func(Option) bool) {
		for _, k := range s.kinds() {
			for _, o := range k.choices() {
				if o.value != 0 && int(o.value) <= len(o.words) && !yield(o.of(k.String(), o.origin())) {
					return
				}
			}
		}
	}
}

// Options walks the options that the convention has chosen, those for rows first. The side of honour has
// the source of the preset, as long as it is the preset's; how even numbers are
// seated is house custom throughout.
func (c Convention) Options() iter.Seq[Option] {
	return func(yield func(Option) bool) {
		for _, o := range c.Row.choices() {
			if o.value != 0 && !yield(c.option(o)) {
				return
			}
		}
		for _, o := range c.Choices.choices() {
			if o.value != 0 && !yield(o.of("choices", o.origin())) {
				return
			}
		}
	}
}

// Options walks the options that the plan was made under: those for rows where the
// setting has rows or fills something from its centre, then those of the setting, as
// the plan chose them or else its convention.
func (p Plan) Options() iter.Seq[Option] {
	return func(yield func(Option) bool) {
		if p.setting.FromCentre() || p.setting.Rostrum != nil || p.setting.Hall != nil {
			for _, o := range p.convention.Row.choices() {
				if o.value != 0 && !yield(p.convention.option(o)) {
					return
				}
			}
		}
		for o := range p.setting.under(p.convention, len(p.guests)).Options() {
			if !yield(o) {
				return
			}
		}
	}
}

// option is a choice of the convention with its source.
func (c Convention) option(o choice) Option {
	if p, known := presetNamed(c.Name); known && o.field == "honour" && c.Row.Honour == p.convention.Row.Honour {
		return o.of("row", p.source)
	}
	return o.of("row", o.origin())
}

// of is the choice as it stands in an object of a document.
func (o choice) of(object, source string) Option {
	w := of(o.words, o.value)
	return Option{Field: object + "." + o.field, Token: w.token, Hans: w.hans, En: w.en, Source: source}
}
