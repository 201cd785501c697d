package terminal_test

import (
	"context"
	"net/http"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

var falsePoint = func() string { b := bls.GeneratorG1().Bytes(); return hexutil.Encode(b[:]) }()

// faults are what a node may do wrong while a release is waited for, and what
// people are told of it.
var faults = map[string]struct {
	fault func(http.ResponseWriter, *http.Request) bool
	said  string
}{
	"rubbish":               {rubbish, `status 200`},
	"false release":         {says(nodeapi.Release{State: nodeapi.StateReleased, Release: falsePoint}), "gave a false release"},
	"release of no point":   {says(nodeapi.Release{State: nodeapi.StateReleased, Release: "0x00"}), "gave a release that is none"},
	"released, but nothing": {says(nodeapi.Release{State: nodeapi.StateReleased}), "gave a release that is none"},
	"unknown state":         {says(nodeapi.Release{State: "sold\x1b[2J"}), "which there is not"},
	"declines":              {says(nodeapi.Release{State: nodeapi.StateDeclined, Reason: "no \x1b[2J"}), "declines"},
	"server error": {func(w http.ResponseWriter, r *http.Request) bool {
		w.Header().Set("Content-Type", nodeapi.ProblemMedia)
		w.WriteHeader(http.StatusInternalServerError)
		w.Write([]byte(`{"title":"the node failed"}`))
		return true
	}, "the node failed"},
	"redirect": {func(w http.ResponseWriter, r *http.Request) bool {
		http.Redirect(w, r, "http://127.0.0.1:1/", http.StatusFound)
		return true
	}, "redirect"},
}

// One node that lies costs time and nothing else: another one serves. Alone, it
// is named with what it did, and the purchase goes on once it is right again.
func TestNodeThatMisbehaves(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	for name, test := range faults {
		t.Run(name, func(t *testing.T) {
			w.T, w.home = t, newHome(t)
			w.newTale(true)
			defer w.mine()()
			liar := startNode(t, w.bed, w.seller)
			liar.fault = only("/v1/releases", test.fault)

			b := w.buyer()
			b.Nodes = []nodeapi.Client{liar.Client}
			dir := filepath.Join(t.TempDir(), "tale")
			_, err := w.run(b, w.intent(1), dir)
			w.wantKind(err, terminal.Pending, "paid and not released yet", liar.URL[len("http://"):], test.said)
			for _, r := range err.Error() {
				if r < ' ' {
					t.Errorf("%q plays with the screen", err)
				}
			}
			w.wantPayments(1)

			b.Nodes = append(b.Nodes, w.node.Client)
			if _, err := w.run(b, w.intent(1), dir); err != nil {
				t.Fatal(err)
			}
			w.wantPayments(1)
			w.wantFiles(dir, tale)
		})
	}
}

// A node that never answers is not waited for.
func TestNodeThatIsSilent(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	quiet := startNode(t, w.bed, w.seller)
	quiet.fault = only("/v1/releases", silent)
	b := w.buyer()
	b.Nodes = []nodeapi.Client{quiet.Client, w.node.Client}
	if _, err := w.run(b, w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(1)
}

// Whatever a node says about the money, the escrow decides.
func TestNodeThatSaysRefunded(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	ctx, cancel := context.WithCancel(context.Background())
	w.node.fault = only("/v1/releases", says(nodeapi.Release{State: nodeapi.StateRefunded}))
	b := w.buyer()
	b.Tell = func(line string) {
		w.tell(line)
		if w.wasTold("money went back") && w.wasTold("confirmed") {
			cancel()
		}
	}
	p, err := b.Buy(ctx, w.intent(1))
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if err := b.Await(ctx, p); err != context.Canceled {
		t.Errorf("await ends with %v", err)
	}
	if !p.Paid() || p.Step == terminal.Refunded {
		t.Errorf("purchase is %s by a node's word alone", p.Step)
	}
}

// Nodes that cannot be reached before the payment are not paid for, unless the
// buyer insists.
func TestBuyAnyway(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	in := w.intent(1)
	in.Anyway = true
	b := w.buyer()
	b.Nodes = nil
	_, err := w.run(b, in, filepath.Join(t.TempDir(), "tale"))
	w.wantKind(err, terminal.Pending, "no node to ask is known")
	w.wantPayments(1)
	if _, err := w.run(w.buyer(), w.intent(1), filepath.Join(t.TempDir(), "tale")); err != nil {
		t.Fatal(err)
	}
	w.wantPayments(1)
}

// What a node says is shown in words, and what takes long says how far it is.
func TestProgressInWords(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.newTale(true)
	b, dir := w.buyer(), filepath.Join(t.TempDir(), "tale")
	b.Tell = func(line string) {
		w.tell(line)
		if w.wasTold("seen, 1 of 3 confirmations") {
			w.bed.Commit()
		}
	}
	if _, err := w.run(b, w.intent(1), dir); err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"paying 0.000000000002 ETH", "seen, 1 of 3 confirmations"} {
		if !w.wasTold(words) {
			t.Errorf("nobody was told %q, but %q", words, w.told)
		}
	}
}
