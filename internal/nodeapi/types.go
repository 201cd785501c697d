// Package nodeapi is what nodes and their clients say to each other over HTTP:
// the JSON documents, the paths they are found under, and a [Client] that asks
// a node and refuses what is malformed.
//
// In JSON hex is lower case with 0x, in paths lower case without; points are
// compressed; amounts are decimal strings in base units; times are Unix
// seconds. Errors are problem documents (RFC 9457), see [Problem].
package nodeapi

import (
	"time"
)

// State says how far an order has come at a node.
type State string

// The states of an order, in the order in which they follow each other.
const (
	StateUnknown   State = "unknown"   // no such payment seen
	StateSeen      State = "seen"      // seen, not yet deep enough
	StateConfirmed State = "confirmed" // deep enough, shares are being collected
	StateReleased  State = "released"  // the release is in the answer
	StateDisputed  State = "disputed"  // to be answered on chain
	StateRefunded  State = "refunded"  // the money went back: no release
	StateDeclined  State = "declined"  // this node will not serve it: see Reason
)

// Release is the answer to GET /v1/releases/….
//
// A released answer is immutable: it is a function of its path. Any other has
// Cache-Control: no-store, and so has one that was asked for with its receipt.
type Release struct {
	State         State         `json:"state"`
	Order         string        `json:"order,omitempty"` // the newest such order
	Confirmations Confirmations `json:"confirmations"`
	Deadline      uint64        `json:"deadline,omitempty"` // of a disputed order's answer, Unix seconds
	Share         *Share        `json:"share,omitempty"`    // this node's own
	Sealed        *SealedShare  `json:"sealed,omitempty"`   // the same, of a disputed order, for one node alone
	Release       string        `json:"release,omitempty"`  // U, 48 bytes
	Receipt       string        `json:"receipt,omitempty"`  // σ of Order, 48 bytes, where it was asked for
	Reason        string        `json:"reason,omitempty"`
}

// Confirmations counts blocks, head − block + 1. Where the offer asks for
// finality, Finalised is true and Needed is 0.
type Confirmations struct {
	Had       uint64 `json:"had"`
	Needed    uint64 `json:"needed"`
	Finalised bool   `json:"finalised,omitempty"`
}

// Share is one node's part of a release or of a receipt.
type Share struct {
	Node  int    `json:"node"`  // 1 … n
	Point string `json:"point"` // 48 bytes
}

// SealedShare is one node's share of a release, readable for one other node.
type SealedShare struct {
	Node  int    `json:"node"`  // 1 … n, whose share it is
	For   int    `json:"for"`   // 1 … n, who can read it
	R     string `json:"R"`     // 96 bytes
	Share string `json:"share"` // 48 bytes, masked
}

// Order is the answer to GET /v1/orders/{chainId}/{order}.
type Order struct {
	Order         string        `json:"order"`
	State         State         `json:"state"`
	Confirmations Confirmations `json:"confirmations"`
	Account       string        `json:"account"`
	Leaf          Leaf          `json:"leaf"`
	Proof         string        `json:"proof"` // c ‖ z as the event has them
	Block         uint64        `json:"block"`
	BlockHash     string        `json:"blockHash"`
	Transaction   string        `json:"transaction"`
	Deadline      uint64        `json:"deadline,omitempty"` // of a disputed order's answer, Unix seconds
	Reason        string        `json:"reason,omitempty"`
}

// Leaf is an order's leaf.
type Leaf struct {
	Product       string `json:"product"`
	Tier          uint8  `json:"tier"`
	Index         uint32 `json:"index"`
	Time          uint64 `json:"time"`
	Payer         string `json:"payer"`
	RefundTo      string `json:"refundTo"`
	Publisher     string `json:"publisher"`
	Token         string `json:"token"`
	Committee     string `json:"committee"`
	FeeBps        uint16 `json:"feeBps"`
	Confirmations uint8  `json:"confirmations"`
	GroupKey      string `json:"groupKey"`
	Amount        string `json:"amount"`
	ReleaseKey    string `json:"releaseKey"` // affine, 96 bytes, as it was paid for
}

// Receipt is the answer to GET /v1/orders/{chainId}/{order}/receipt.
type Receipt struct {
	Order   string `json:"order"`
	State   State  `json:"state"`
	Share   *Share `json:"share,omitempty"`
	Receipt string `json:"receipt,omitempty"` // σ, 48 bytes
	Reason  string `json:"reason,omitempty"`
}

// Product is the answer to GET /v1/products/{chainId}/{address}.
type Product struct {
	Product string `json:"product"`
	Served  bool   `json:"served"`
	Reason  string `json:"reason,omitempty"` // why not
	Terms   *Terms `json:"terms,omitempty"`  // of a template's product, where they were asked for
}

// Terms are a product's terms.
type Terms struct {
	Publisher   string      `json:"publisher"`
	Signer      string      `json:"signer"`
	Token       string      `json:"token"`
	Committee   string      `json:"committee"`
	GroupKey    string      `json:"groupKey"`
	FeeBps      uint16      `json:"feeBps"`
	ContentHash string      `json:"contentHash"`
	Tiers       []TierTerms `json:"tiers"`
}

// TierTerms are the terms of one tier.
type TierTerms struct {
	Price         string `json:"price"`
	Supply        uint32 `json:"supply"`
	Confirmations uint8  `json:"confirmations"`
}

// Info is the answer to GET /v1/info.
type Info struct {
	Software  string      `json:"software"`
	Node      int         `json:"node"`
	Chains    []ChainInfo `json:"chains"`
	Committee Committee   `json:"committee"`
}

// ChainInfo says how a node follows a chain.
type ChainInfo struct {
	ChainID   uint64   `json:"chainId"`
	Escrow    string   `json:"escrow"`
	Head      uint64   `json:"head"`
	Indexed   uint64   `json:"indexed"`
	Lag       uint64   `json:"lag"`
	Providers []string `json:"providers"` // hosts of its RPC endpoints

	Answering *Answering `json:"answering,omitempty"` // nil: it answers no disputes on this chain
}

// Answering says how a node answers disputes on a chain.
type Answering struct {
	Account string `json:"account"` // that pays the gas
	Low     bool   `json:"low"`     // its coin lasts for few answers or none
}

// Event is one message of GET /v1/events.
type Event struct {
	Type    string `json:"type"` // confirmed, released, rolled back, disputed, answered, refunded
	ChainID uint64 `json:"chainId"`
	Order   string `json:"order"`
	Block   uint64 `json:"block"`
	Release string `json:"release,omitempty"`
}

// MaxWait is the longest long-poll: what a client asks for beyond it is cut.
const MaxWait = 25 * time.Second

// MaxBody bounds an answer, in bytes: far above what a node of 100 chains or a
// committee of 32 operators says, and so low that a list of as many empty objects
// as fit is read into some 16 MiB.
const MaxBody = 128 << 10
