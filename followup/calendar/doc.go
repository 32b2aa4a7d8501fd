// Package calendar holds the civil time of the house: dates, clocks, moments and
// spans without a zone, and the working days of an office by the notices that fix
// them.
package calendar
