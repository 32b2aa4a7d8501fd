// Package nameorder puts Chinese names into the order of official lists.
package nameorder
