package answer

import (
	"cmp"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	windows "github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/node/store"
)

// longestTurn is how long at most a node has for answering before the next one
// tries too, in seconds of the chain's time.
const longestTurn = 600

// turn returns how long a node's turn is on a chain, in seconds: so short that all
// n have had theirs when half of the answer's time is gone.
func turn(answer uint64, n int) uint64 { return min(longestTurn, answer/uint64(4*n)) }

// rank returns how many nodes come before this one for a dispute in a block: all
// disputes of a block are one node's first, who answers them together, and those
// of the next block the next one's.
func rank(node, n int, block uint64) uint64 {
	return (uint64(node-1) + block) % uint64(n)
}

// begins returns when this node's turn for a dispute begins, by the chain's time.
// Turns count from when the dispute was seen to be deep; after a restart anew, but
// never from later than a quarter of the answer's time.
func (a *Answerer) begins(d duty, since uint64) uint64 {
	answer, n := windows.WindowsOf(a.chain()).Answer, a.Group.N()
	return min(since, d.Opened+answer/4) + rank(a.Node, n, d.Block)*turn(answer, n)
}

// inTurn returns the duties that are this node's to do now, those that end first
// before others. What a transaction of this node's answers already is not among
// them.
func (a *Answerer) inTurn(open map[common.Hash]duty, sent map[common.Hash]sending, at store.View) (due []duty) {
	turns := make(map[dispute]uint64)
	for _, d := range open {
		name := dispute{d.Order.Order, d.Block}
		since, ok := a.turns[name]
		// Should an answer be dropped, whoever sent it is waited for again.
		if !ok && d.Due || d.Answered {
			since, ok = at.Cursor.Time, true
		}
		if !ok {
			continue
		}
		turns[name] = since
		if d.Due && !sent[d.Order.Order].covers(at) && at.Cursor.Time >= a.begins(d, since) {
			due = append(due, d)
		}
	}
	a.turns = turns // those that are gone are forgotten
	slices.SortFunc(due, func(x, y duty) int {
		return cmp.Or(cmp.Compare(x.Deadline, y.Deadline), x.Order.Order.Cmp(y.Order.Order))
	})
	return due
}
