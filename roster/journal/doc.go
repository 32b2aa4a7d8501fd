// Package journal keeps records that merge: what several desks or systems enter
// apart and unite later.
package journal
