// Package terminal is the buyer's side: it keeps wraps, checks them, pays for
// one of their tiers, waits for the release, and opens.
//
// [OpenWrap] reads a wrap and [Library] keeps it. [Inspect] checks offline, from
// the signed header and the software's own constants alone ([Trust]), whatever
// can be checked before money moves, and compares the signer with the publishers
// seen before ([Signers]).
//
// An [Error] tells by its kind whose turn it is: the user's, another copy's,
// another node's, or nobody's.
package terminal
