package nodeapi

import (
	"encoding/hex"
	"fmt"
	"net/url"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// ReleaseQuery names a release: the group key, the place and the release key of
// which it is a function. The escrow is the chain's only one.
type ReleaseQuery struct {
	GroupKey common.Hash
	Place    product.Place
	B        bls.G1

	Proof *bls.Proof    // shown to a node that took no valid proof from the event
	Wait  time.Duration // long-poll until the state changes, at most MaxWait
	Own   bool          // this node's share alone, without asking its peers
	For   int           // with Own: the node that collects it for an answer on chain, 0 if none does

	Receipt bool // the order's receipt too, once there is a release
}

// ReleasePath returns /v1/releases/{groupKey}/{chainId}/{product}/{tier}/{releaseKey}
// with its query.
func ReleasePath(q ReleaseQuery) string {
	B := q.B.Bytes()
	path := fmt.Sprintf("/v1/releases/%x/%d/%x/%d/%x", q.GroupKey[:], q.Place.ChainID, q.Place.Product[:], q.Place.Tier, B[:])
	v := url.Values{}
	if q.Proof != nil {
		pok := q.Proof.Bytes()
		v.Set("pok", hex.EncodeToString(pok[:]))
	}
	if q.For > 0 {
		v.Set("for", strconv.Itoa(q.For))
	}
	if q.Receipt {
		v.Set("receipt", "1")
	}
	return withQuery(path, v, q.Wait, q.Own)
}

// OrderPath returns /v1/orders/{chainId}/{order}.
func OrderPath(chainID uint64, order common.Hash) string {
	return fmt.Sprintf("/v1/orders/%d/%x", chainID, order[:])
}

// ReceiptPath returns /v1/orders/{chainId}/{order}/receipt with its query.
func ReceiptPath(chainID uint64, order common.Hash, own bool) string {
	return withQuery(OrderPath(chainID, order)+"/receipt", url.Values{}, 0, own)
}

// ProductPath returns /v1/products/{chainId}/{address} with its query.
func ProductPath(chainID uint64, address common.Address, terms bool) string {
	path := fmt.Sprintf("/v1/products/%d/%x", chainID, address[:])
	if terms {
		path += "?terms=1"
	}
	return path
}

func withQuery(path string, v url.Values, wait time.Duration, own bool) string {
	if wait > 0 {
		v.Set("wait", strconv.Itoa(int(wait/time.Second))+"s")
	}
	if own {
		v.Set("own", "1")
	}
	if len(v) == 0 {
		return path
	}
	return path + "?" + v.Encode()
}
