// Package roster models who takes part in a meeting and in which order.
package roster
