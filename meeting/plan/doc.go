// Package plan models who does what for a meeting: posts with their owners and
// backups.
//
// Most users need two calls. [Posts.Gaps] says which posts nobody holds, which have
// no backup, and who is asked for at two places at once; [Posts.Without] says who
// acts on each post when people drop out.
//
// # Terms
//
// A post (岗位) is one duty at one place and time: the microphone desk of the
// opening, the print point by night. Its owner is the A role (A角), its backup the
// B role (B角): a named person who knows the duty and takes over when the owner
// is missing. A backup of one's own (一对一备岗) is not the backup of another post
// at the same time.
//
// # Units
//
// Times are civil and half open: a span [start, end) does not meet another one that
// begins at its end.
//
// # Sources
//
// That every matter has a person and every person a duty (事事有人管、人人有专责),
// and that every operator has one named backup, is the practice of meeting
// secretariats: house custom.
//
// # What it leaves out
//
// Rosters of guards and their positions; hours of work and pay.
package plan
