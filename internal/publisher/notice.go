package publisher

import (
	"github.com/ethereum/go-ethereum/common"
)

// A Notice is something that happened while sales were watched.
type Notice struct {
	What  What
	Sale  *Sale       // that it is about, nil if about none or many
	Count int         // of the sales that it is about, or of answers that the account can pay for
	Block uint64      // in which it happened, 0 if in none
	Tx    common.Hash // by which it is done
	Node  string      // host of the node that it is about
	Err   error       // what went wrong
}

// What happened.
type What string

// What happens to sales.
const (
	NewSale      What = "sold"
	KeptRelease  What = "kept"     // the release is in the home
	WasDisputed  What = "disputed" // an answer is owed
	WasAnswered  What = "answered" // the publisher is paid, whoever answered
	WasRefunded  What = "refunded"
	WasDropped   What = "dropped"   // a reorganisation took sales away
	Answering    What = "answering" // a transaction is about to be sent
	NotAnswering What = "not answering"
	Unreleased   What = "unreleased"    // disputed, and nobody gives the release
	Missed       What = "missed"        // nobody answered in time
	FalseRelease What = "false release" // a node gave one
	LowAccount   What = "low account"
	NodeTrouble  What = "node"
	Trouble      What = "trouble" // at the chain or on this computer; it is tried again
)
