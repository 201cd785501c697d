package terminal_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// The escrow checks what answers a dispute, and an endpoint tells what it likes
// of it: a release that is shown as the chain's is verified like any other, and
// a false one neither opens anything nor ends the wait for good.
func TestInventedAnswerIsNotTaken(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	b, p := w.paid()
	c := w.payments()[0]
	w.dispute(c)
	U, err := w.node.combine(c, "")
	if err != nil {
		t.Fatal(err)
	}
	answer := bindings.NewEscrow().PackAnswer(dispute.Leaf(c.Leaf), w.seller.group.P.Words(), w.seller.group.Q.Words(), U.Words())
	if _, err := w.bed.Send(context.Background(), devchain.Key(4), &testbed.Contracts.Escrow, nil, answer); err != nil {
		t.Fatal(err)
	}
	right, wrong := U.Affine(), w.seller.group.P.Affine()
	liar, spoilt := rpctest.NewProxy(t, w.bed.HTTP()), 0
	liar.Set(func(p *rpctest.Proxy) {
		p.Spoil = func(_ rpctest.Message, result []byte) []byte {
			spoilt += bytes.Count(result, []byte(hex.EncodeToString(right[:])))
			return bytes.ReplaceAll(result, []byte(hex.EncodeToString(right[:])), []byte(hex.EncodeToString(wrong[:])))
		}
	})
	honest := b.Chain
	if b.Chain, err = chain.Dial(context.Background(), []string{liar.URL}, chain.Options{ChainID: testbed.ChainID, ABIs: []abi.ABI{bindings.NewEscrow().GetABI()}}); err != nil {
		t.Fatal(err)
	}
	defer b.Chain.Close()
	w.wantKind(b.Await(context.Background(), p), terminal.Pending)
	liar.Set(func(*rpctest.Proxy) {
		if spoilt == 0 || !w.wasTold("an endpoint shows a false answer") {
			t.Errorf("%d answers were spoilt, and nothing said of them", spoilt)
		}
	})
	if p.Release != nil {
		t.Error("a false release was kept")
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}

	quiet := startNode(t, w.bed, w.seller)
	quiet.fault = only("/v1/releases", silent)
	b.Chain, b.Nodes = honest, []nodeapi.Client{quiet.Client}
	dir := filepath.Join(t.TempDir(), "tale")
	if p, err = w.run(b, w.intent(1), dir); err != nil {
		t.Fatal(err)
	}
	if p.Source != "chain" {
		t.Errorf("release came from %q", p.Source)
	}
	w.wantFiles(dir, tale)
	w.wantPayments(1)
}
