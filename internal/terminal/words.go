package terminal

import (
	"fmt"
	"sync"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// words says how far an order is.
func words(chain uint64, r nodeapi.Release) string {
	c := r.Confirmations
	switch {
	case r.State == nodeapi.StateUnknown:
		return "the payment was not seen yet"
	case r.State == nodeapi.StateSeen && c.Finalised:
		return fmt.Sprintf("seen, %d confirmations, waiting for its block to be finalised", c.Had)
	case r.State == nodeapi.StateSeen:
		return fmt.Sprintf("seen, %d of %d confirmations%s", c.Had, c.Needed, timeLeft(chain, c.Had, c.Needed))
	case r.State == nodeapi.StateConfirmed:
		return "confirmed, the nodes are making the release"
	case r.State == nodeapi.StateDisputed:
		return "disputed: the key comes on chain, or the money goes back"
	}
	return "says that the money went back"
}

// blockTimes are those of chains that keep them (seconds).
var blockTimes = map[uint64]uint64{1: 12, 11155111: 12, 560048: 12, 10: 2, 8453: 2, 100: 5}

// timeLeft guesses how long confirmations take.
func timeLeft(chain, had, needed uint64) string {
	seconds, ok := blockTimes[chain]
	if !ok || needed <= had {
		return ""
	}
	return fmt.Sprintf(", about %d s", (needed-had)*seconds)
}

// teller says each source's words once, until they change.
type teller struct {
	tell func(string)
	mu   sync.Mutex
	last map[string]string
}

func newTeller(tell func(string)) *teller { return &teller{tell: tell, last: make(map[string]string)} }

func (t *teller) say(source, words string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.last[source] != words {
		t.last[source] = words
		t.tell(source + ": " + words)
	}
}
