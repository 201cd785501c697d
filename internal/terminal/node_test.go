package terminal_test

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// testNode answers as a committee's node does, from the chain alone, unless it
// is told to misbehave.
type testNode struct {
	nodeapi.Client
	bed      *testbed.Bed
	group    threshold.Group
	shares   []threshold.KeyShare
	late     atomic.Uint64                                     // confirmations beyond those needed
	declines string                                            // why the product is not served
	fault    func(w http.ResponseWriter, r *http.Request) bool // answers in its place
	spoil    func(r *nodeapi.Release)                          // changes what it releases
	asked    atomic.Int64
	bytes    atomic.Int64 // of bodies and paths, both ways
}

func startNode(t *testing.T, bed *testbed.Bed, s *seller) *testNode {
	n := &testNode{bed: bed, group: s.group, shares: s.shares}
	server := httptest.NewServer(http.HandlerFunc(n.serve))
	t.Cleanup(server.Close)
	n.Client = nodeapi.Client{URL: server.URL}
	return n
}

func (n *testNode) serve(w http.ResponseWriter, r *http.Request) {
	n.asked.Add(1)
	for name, value := range map[string]string{"Access-Control-Allow-Origin": "*", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"} {
		w.Header().Set(name, value)
	}
	if n.fault != nil && n.fault(w, r) {
		return
	}
	parts := strings.Split(strings.TrimPrefix(r.URL.Path, "/v1/"), "/")
	var answer any
	var err error
	switch {
	case parts[0] == "products":
		answer, err = n.product(r.Context(), parts[2])
	case parts[0] == "releases":
		answer, err = n.release(r.Context(), parts[1:], r.URL.Query())
	case parts[0] == "orders" && len(parts) == 4:
		answer, err = n.receipt(parts[2])
	case parts[0] == "orders" && len(parts) == 3:
		answer, err = n.order(r.Context(), parts[2])
	case parts[0] == "info":
		answer = nodeapi.Info{Committee: nodeapi.NewCommittee(testbed.ChainID, common.HexToAddress("0xc0"), 100, n.group, make([]common.Address, 3), make([]string, 3))}
	default:
		err = fmt.Errorf("there is nothing at %s", r.URL.Path)
	}
	if err != nil {
		w.Header().Set("Content-Type", nodeapi.ProblemMedia)
		w.WriteHeader(http.StatusNotFound)
		answer = nodeapi.Problem{Title: err.Error()}
	} else {
		w.Header().Set("Content-Type", "application/json")
	}
	body, _ := json.Marshal(answer)
	n.bytes.Add(int64(len(body) + len(r.URL.RequestURI())))
	w.Write(body)
}

func (n *testNode) product(ctx context.Context, address string) (nodeapi.Product, error) {
	code, err := n.bed.Client().CodeAt(ctx, common.HexToAddress(address), nil)
	if err != nil {
		return nodeapi.Product{}, err
	}
	p := nodeapi.Product{Product: "0x" + address, Served: len(code) > 0, Reason: n.declines}
	if len(code) == 0 {
		p.Reason = "there is no contract at this address yet"
	}
	if n.declines != "" {
		p.Served, p.Reason = false, n.declines
	}
	return p, nil
}

// release holds its answer back until there is a release, as long polls do, but
// for a second at most.
func (n *testNode) release(ctx context.Context, parts []string, query url.Values) (r nodeapi.Release, err error) {
	for deadline := time.Now().Add(time.Second); time.Now().Before(deadline); time.Sleep(2 * time.Millisecond) {
		if r, err = n.releaseNow(ctx, parts, query.Get("pok")); err != nil || r.State == nodeapi.StateConfirmed {
			return r, err
		}
		if r.State == nodeapi.StateReleased && query.Get("receipt") == "1" {
			receipt, err := n.receipt(r.Order[2:])
			r.Receipt = receipt.Receipt
			if n.spoil != nil {
				n.spoil(&r)
			}
			return r, err
		}
		if r.State == nodeapi.StateReleased {
			return r, nil
		}
	}
	return r, ctx.Err()
}

func (n *testNode) releaseNow(ctx context.Context, parts []string, pok string) (nodeapi.Release, error) {
	none := nodeapi.Release{State: nodeapi.StateUnknown}
	key, err := hex.DecodeString(parts[4])
	if err != nil {
		return none, err
	}
	B, err := bls.ParseG1(key)
	if err != nil {
		return none, err
	}
	logs, err := n.bed.Client().FilterLogs(ctx, ethereum.FilterQuery{
		Addresses: []common.Address{testbed.Contracts.Escrow},
		Topics:    [][]common.Hash{{order.ConfirmedTopic}, {}, {common.BytesToHash(common.HexToAddress(parts[2]).Bytes())}, {B.Words()[0]}},
	})
	if err != nil || len(logs) == 0 {
		return none, err
	}
	c, err := order.ParseConfirmed(logs[0])
	if err != nil {
		return none, err
	}
	head, err := n.bed.Client().BlockNumber(ctx)
	if err != nil {
		return none, err
	}
	had, needed := head-c.Block+1, max(uint64(c.Leaf.Confirmations), 1)
	r := nodeapi.Release{State: nodeapi.StateSeen, Order: c.Order.Hex(), Confirmations: nodeapi.Confirmations{Had: had, Needed: needed}}
	if had < needed+n.late.Load() {
		return r, nil
	}
	U, err := n.combine(c, pok)
	if errors.Is(err, errNoProof) {
		r.State, r.Reason = nodeapi.StateConfirmed, err.Error()
		return r, nil
	}
	if err != nil {
		return none, err
	}
	point := U.Bytes()
	return nodeapi.Release{State: nodeapi.StateReleased, Order: c.Order.Hex(), Release: hexutil.Encode(point[:])}, nil
}

var errNoProof = errors.New("no valid proof came with the payment or the request: show one by pok=")

// combine makes a release with the payment's own proof, or with one that is shown.
func (n *testNode) combine(c order.Confirmed, pok string) (bls.G1, error) {
	place := c.Leaf.Place(testbed.ChainID, testbed.Contracts.Escrow)
	B, err := c.Leaf.Key()
	if err != nil {
		return B, err
	}
	proof, err := c.Proof()
	if err != nil || proof.Verify(B, place.Bytes()) != nil {
		shown, _ := hex.DecodeString(pok)
		if proof, err = bls.ParseProof(shown); err != nil {
			return B, errNoProof
		}
	}
	var parts []threshold.Part
	for _, share := range n.shares[:n.group.Threshold] {
		part, err := release.MakeShare(share, place, B, proof)
		if err != nil {
			return B, err
		}
		parts = append(parts, part)
	}
	return release.Combine(n.group, place, B, parts)
}

func (n *testNode) order(ctx context.Context, hash string) (nodeapi.Order, error) {
	logs, err := n.bed.Client().FilterLogs(ctx, ethereum.FilterQuery{Addresses: []common.Address{testbed.Contracts.Escrow}, Topics: [][]common.Hash{{order.ConfirmedTopic}}})
	if err != nil {
		return nodeapi.Order{}, err
	}
	for _, log := range logs {
		if c, err := order.ParseConfirmed(log); err == nil && c.Order == common.HexToHash(hash) {
			return nodeapi.Order{Order: c.Order.Hex(), Block: c.Block}, nil
		}
	}
	return nodeapi.Order{}, errors.New("no such order was seen")
}

func (n *testNode) receipt(hash string) (nodeapi.Receipt, error) {
	place := release.OrderPlace{ChainID: testbed.ChainID, Escrow: testbed.Contracts.Escrow, Order: common.HexToHash(hash)}
	var parts []threshold.Part
	for _, share := range n.shares[:n.group.Threshold] {
		parts = append(parts, release.MakeReceiptShare(share, place))
	}
	receipt, err := release.CombineReceipt(n.group, place, parts)
	point := receipt.Bytes()
	return nodeapi.Receipt{Order: "0x" + hash, State: nodeapi.StateReleased, Receipt: hexutil.Encode(point[:])}, err
}

// rubbish is a fault: an answer that is no JSON.
func rubbish(w http.ResponseWriter, r *http.Request) bool {
	w.Header().Set("Content-Type", "text/html")
	io.WriteString(w, "<html>not a node\x1b[31m</html>")
	return true
}

// only limits a fault to the paths that begin so.
func only(prefix string, fault func(http.ResponseWriter, *http.Request) bool) func(http.ResponseWriter, *http.Request) bool {
	return func(w http.ResponseWriter, r *http.Request) bool {
		return strings.HasPrefix(r.URL.Path, prefix) && fault(w, r)
	}
}

// says is a fault: a fixed document.
func says(document any) func(http.ResponseWriter, *http.Request) bool {
	return func(w http.ResponseWriter, r *http.Request) bool {
		w.Header().Set("Content-Type", "application/json")
		return json.NewEncoder(w).Encode(document) == nil
	}
}

// silent is a fault: no answer until the client leaves.
func silent(_ http.ResponseWriter, r *http.Request) bool {
	<-r.Context().Done()
	return true
}
