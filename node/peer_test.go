package node_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/node"
	"github.com/shrinkwrap/shrinkwrap/node/peer"
)

// bent is a peer whose answers a test bends.
type bent struct {
	nodeapi.Client
	share func(ctx context.Context, honest *nodeapi.Share) (*nodeapi.Share, error)
}

func (b bent) Release(ctx context.Context, q nodeapi.ReleaseQuery) (nodeapi.Release, error) {
	r, err := b.Client.Release(ctx, q)
	if err == nil && r.Share != nil {
		r.Share, err = b.share(ctx, r.Share)
	}
	return r, err
}

func (b bent) Receipt(ctx context.Context, chain uint64, order common.Hash, own bool) (nodeapi.Receipt, error) {
	r, err := b.Client.Receipt(ctx, chain, order, own)
	if err == nil && r.Share != nil {
		r.Share, err = b.share(ctx, r.Share)
	}
	return r, err
}

// With t − 1 peers silent, slow, wrong, stale or malformed, a client of an
// honest node notices nothing but time, for releases as for receipts; who lied is
// named in the metrics.
func TestPeersThatMisbehave(t *testing.T) {
	minusOne := bls.NewScalar(0).Sub(bls.NewScalar(1))
	wrong := func(_ context.Context, s *nodeapi.Share) (*nodeapi.Share, error) {
		point, err := nodeapi.ParseG1(s.Point)
		if err != nil {
			return nil, err
		}
		negative, err := point.Mul(minusOne)
		b := negative.Bytes()
		return &nodeapi.Share{Node: s.Node, Point: hexutil.Encode(b[:])}, err
	}
	for name, c := range map[string]struct {
		share   func(ctx context.Context, s *nodeapi.Share) (*nodeapi.Share, error)
		outcome string
	}{
		"wrong": {wrong, "false"},
		"silent": {func(ctx context.Context, _ *nodeapi.Share) (*nodeapi.Share, error) {
			<-ctx.Done()
			return nil, ctx.Err()
		}, ""},
		"refusing": {func(context.Context, *nodeapi.Share) (*nodeapi.Share, error) {
			return nil, &nodeapi.UnreachableError{Node: "there", Err: errors.New("connection refused")}
		}, "unreachable"},
		"behind": {func(context.Context, *nodeapi.Share) (*nodeapi.Share, error) { return nil, nil }, "without"},
		"another's": {func(_ context.Context, s *nodeapi.Share) (*nodeapi.Share, error) {
			return &nodeapi.Share{Node: s.Node%5 + 1, Point: s.Point}, nil
		}, "malformed"},
		"no point": {func(_ context.Context, s *nodeapi.Share) (*nodeapi.Share, error) {
			return &nodeapi.Share{Node: s.Node, Point: "0xc0" + strings.Repeat("00", 47)}, nil
		}, "malformed"},
		"no hex": {func(_ context.Context, s *nodeapi.Share) (*nodeapi.Share, error) {
			return &nodeapi.Share{Node: s.Node, Point: "?"}, nil
		}, "malformed"},
		"stale": {func() func(context.Context, *nodeapi.Share) (*nodeapi.Share, error) {
			first := make(map[int]string) // of each node, for ever
			return func(_ context.Context, s *nodeapi.Share) (*nodeapi.Share, error) {
				if first[s.Node] == "" {
					first[s.Node] = "0x" + "97f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb"
				}
				return &nodeapi.Share{Node: s.Node, Point: first[s.Node]}, nil
			}
		}(), "false"},
	} {
		t.Run(name, func(t *testing.T) {
			needed, nodes := 2, 3
			if name == "wrong" || name == "silent" {
				needed, nodes = 3, 5
			}
			tr := newTrial(t, needed, nodes, func(number int, _ *node.Config, d *node.Deps) {
				if number != 1 {
					return
				}
				d.Peers = make(map[int]peer.Peer)
				for other := 2; other <= nodes; other++ {
					client := nodeapi.Client{URL: d.Committees[chainID].Operators[other-1].URL, HTTP: nodeapi.NewHTTP(true)}
					if d.Peers[other] = client; other <= needed { // those that are asked first
						d.Peers[other] = bent{client, c.share}
					}
				}
			})
			p := tr.pay(nil)
			tr.caughtUp()
			tr.released(1, p)
			r, err := tr.ask(1).Receipt(t.Context(), chainID, p.leaf.Hash(), false)
			must(t, err)
			if r.Receipt == "" {
				t.Errorf("no receipt: %s", r.Reason)
			}
			if c.outcome == "" {
				return
			}
			line := `shrinkwrap_peer_answers_total{node="2",outcome="` + c.outcome + `"}`
			if got := tr.metric(1, line); got == "" || got == "0" {
				t.Errorf("metric %s is %q", line, got)
			}
		})
	}
}

// Where too many nodes are away, the answer says which and why; when they come
// back, the same question is answered.
func TestTooFewNodes(t *testing.T) {
	tr := newTrial(t, 3, 3, nil)
	tr.stop(2)
	tr.stop(3)
	p := tr.pay(nil)
	tr.caughtUp()
	q := tr.query(p)
	q.Wait = 3 * time.Second
	r := tr.look(1, q)
	if r.State != nodeapi.StateConfirmed || r.Share == nil || r.Release != "" {
		t.Fatalf("answer is %+v", r)
	}
	tr.start(2)
	tr.start(3)
	tr.released(1, p)
}

// A peer that sees the payment later than the node that was asked is waited for
// within the caller's own wait.
func TestPeerThatLags(t *testing.T) {
	tr := newTrial(t, 2, 2, nil)
	tr.stop(2)
	p := tr.pay(nil)
	tr.caughtUp()
	answers := make(chan nodeapi.Release, 1)
	go func() {
		q := tr.query(p)
		q.Wait = nodeapi.MaxWait
		r, err := tr.ask(1).Release(context.Background(), q)
		if err != nil {
			r.Reason = err.Error()
		}
		answers <- r
	}()
	eventually(t, func() error {
		if tr.metric(1, `shrinkwrap_peer_answers_total{node="2",outcome="unreachable"}`) == "" {
			return errors.New("node 2 was not asked yet")
		}
		return nil
	}, "collecting")
	tr.start(2)
	if r := <-answers; r.State != nodeapi.StateReleased {
		t.Errorf("answer is %+v", r)
	}
}
