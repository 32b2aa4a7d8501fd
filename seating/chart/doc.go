// Package chart draws seating plans: as SVG for paper, as plain text for a
// terminal, and as place cards (席位卡). It exchanges them with other programs: halls
// with ticketing programs, chairs and people with spreadsheets.
//
// Two calls serve most users:
//
//	sheet, err := chart.AppendSVG(nil, plan, seating.FromHall, &chart.Options{Title: "大会主席台座次图", Names: names})
//	text, err := chart.AppendText(nil, plan, seating.FromHall, &chart.Options{Names: names})
//
// Every sheet names the place from which it is read, shows where the stage or the
// hall is, and names the convention. [Cards] lists the place cards of a plan in
// walking order, and [AppendCard] draws one, with the same name on both sides.
// [AppendDirectory] lists for the door where everybody finds the chair.
//
// # Terms and units
//
// A sheet is as wide and high as A4 or A3 on its side, in units of its own, so
// that it prints on either. A place card is 200 mm wide and folds to 100 mm in
// height; its units are tenths of a millimetre. Columns of text are counted as a
// terminal has them: two for a Chinese character, one for a letter, none for a
// mark above it. Characters whose width depends on the font (·, “, ①) count as
// one.
//
// Rows of a stage and a hall are numbered. In other settings a row carries what it is
// for (客方, 后座), a banquet table its label; the chosen options of the setting stand in
// the legend.
//
// # Exchange
//
// A [Venue] is chairs without people, as the seating plan of pretix has them: zones,
// rows, chairs with an id for good, and shapes between them. [VenueOf] makes one from
// the chairs of a plan, [Venue.Hall] a hall from one, with every chair where it was.
// [ReadVenue] is lenient with members that it does not know, which are warnings and
// stay in the value; [AppendVenue] keeps to the schema. [AppendSeats] writes chairs and
// people as CSV, [ReadSeats] reads them, and [DraftOf] makes of them a draft to audit.
//
// # Names
//
// A plan knows identifiers only; [Options] has the function that gives names, and
// sheets print them as it gives them. On a card a name of two Chinese characters
// is set apart, 王　一, so that it is as wide as one of three ([Spaced]); a host
// that wants the same on sheets gives names in that form. Long names are set
// smaller or in two lines, very long ones are cut and end in an ellipsis. Characters that do not show or that change the direction of
// writing are replaced by U+FFFD; everything else is escaped. No name can break
// out of its place.
//
// # Errors
//
// A view that a plan does not have is the only error of drawing. Reading reports
// everything that is wrong at once, with its place. All are a [check.Problems].
//
// # Determinism
//
// The same plan, view and options give the same bytes: coordinates are whole
// numbers, attributes stand in one order, every element on a line of its own. The
// cost grows with the number of chairs.
//
// # Sources
//
// Colours are tints of the palette of Okabe and Ito, "Color Universal Design",
// told apart by all common kinds of colour vision; a number beside each tint says
// the same without colour. The seating plan is that of pretix,
// seating-plan.schema.json, version 0.0.1, in its older and its newer form. That the card shows its name on both sides and that
// short names are set apart is house custom.
//
// # Non-goals
//
// Flags and emblems are not drawn: flags are boxes with their names. There is no PDF and no picture file; any
// browser or office program turns an SVG into one.
//
// # Decisions
//
// Sheets are schematic: chairs stand where the plan has them, but the two
// directions are scaled apart, so that names fit and rows stay close. A floor
// plan to scale would have names too small to read.
//
// A venue becomes a hall with places of its own rather than rows with aisles: to guess
// aisles from gaps would move chairs. Decimals are kept to a thousandth, as whole
// numbers; what a unit is in millimetres only the caller knows.
//
// Fonts are a list of families with a generic one at its end; nothing is embedded.
// Widths are therefore estimated from columns, with a margin.
package chart
