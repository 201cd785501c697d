package dispute

import "slices"

// Windows are the spans of an escrow's promises, in seconds of its chain's time.
type Windows struct {
	Dispute uint64 // WINDOW: an order may be disputed at least so long after it was paid
	Answer  uint64 // ANSWER: a dispute may be answered so long after it was opened
}

const day = 24 * 60 * 60

var (
	layerOne  = Windows{Dispute: day, Answer: day}
	elsewhere = Windows{Dispute: 3 * day, Answer: 2 * day}
)

// layerOnes are the chains on which blocks keep coming: there a day is enough.
// Elsewhere a sequencer may be down for a day before anybody can go around it.
var layerOnes = []uint64{1, 11155111, 560048, 1337, 31337}

// WindowsOf returns the windows on a chain, which the escrow's constructor sets
// by the chain's id.
func WindowsOf(chainID uint64) Windows {
	if slices.Contains(layerOnes, chainID) {
		return layerOne
	}
	return elsewhere
}

// DisputableUntil returns the last second at which an order that was paid at a
// time may be disputed. One epoch is Dispute seconds; money matures when the
// epoch after the one in which it was paid is over.
func (w Windows) DisputableUntil(paid uint64) uint64 { return (paid/w.Dispute+2)*w.Dispute - 1 }

// HalfTime returns when half of the window is gone that every order has. Who
// waits longer relies on the chain's taking a transaction in what is left.
func (w Windows) HalfTime(paid uint64) uint64 { return paid + w.Dispute/2 }

// LastTenth returns when the last tenth of an answer's time begins, in which no
// node gives a first share: what is shared then might come too late on chain and
// give the key away beside the money.
func (w Windows) LastTenth(deadline uint64) uint64 { return deadline - min(deadline, w.Answer/10) }
