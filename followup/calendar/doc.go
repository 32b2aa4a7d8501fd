// Package calendar holds the civil time of the house: dates, clocks, moments and
// spans without a zone.
package calendar
