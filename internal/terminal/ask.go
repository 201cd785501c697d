package terminal

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
)

// asking is one search for a release at the nodes.
type asking struct {
	query nodeapi.ReleaseQuery // without the proof, which few nodes need
	proof bls.Proof
	Q     bls.G2 // of the header that was paid for
	pace  Pace
	tell  func(source, words string) // from any goroutine
}

// found is a release that verified, or why a node gave none.
type found struct {
	U       bls.G1
	offered offered
	source  string // the node
	err     error
}

// offered is a receipt that came with a release. It counts for nothing until the
// chain shows its order and it verifies.
type offered struct {
	order   common.Hash
	receipt bls.G1
}

// failedNode is a node that was given up, and why.
type failedNode struct {
	host string
	err  error
}

// nodes asks nodes until one gives a release that verifies. When all of them
// were given up it returns why, node by node.
func (a *asking) nodes(ctx context.Context, nodes []nodeapi.Client) found {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	answers := make(chan found, len(nodes)) // holds all, so that nobody waits for a reader that left
	var failed []failedNode
	for started := 0; len(failed) < len(nodes); {
		if started < len(nodes) {
			n := nodes[started]
			started++
			go func() {
				got, err := a.node(ctx, n)
				got.source, got.err = host(n), err
				answers <- got
			}()
		}
		stagger := time.NewTimer(a.pace.Stagger)
		select {
		case got := <-answers:
			if got.err == nil || ctx.Err() != nil {
				return got
			}
			a.tell(got.source, said(got.err))
			failed = append(failed, failedNode{got.source, got.err})
		case <-stagger.C:
		case <-ctx.Done():
			return found{err: ctx.Err()}
		}
		stagger.Stop()
	}
	return found{err: nodesFailed(failed)}
}

// later asks all nodes again that were given up, after a pause.
func (a *asking) later(ctx context.Context, nodes []nodeapi.Client) found {
	if err := sleep(ctx, a.pace.Patience); err != nil || len(nodes) == 0 {
		<-ctx.Done()
		return found{err: ctx.Err()}
	}
	return a.nodes(ctx, nodes)
}

// nodesFailed says what was tried at which node.
func nodesFailed(failed []failedNode) error {
	if len(failed) == 0 {
		return errors.New("no node to ask is known")
	}
	return errors.New("no node gave the release: " + list(failed))
}

// list says of each node what went wrong there.
func list(failed []failedNode) string {
	texts := make([]string, len(failed))
	for i, f := range failed {
		texts[i] = fmt.Sprintf("node %s: %s", f.host, said(f.err))
	}
	return strings.Join(texts, "; ")
}

// node asks one node until it gives a release that verifies, or until it is of
// no use.
func (a *asking) node(ctx context.Context, n nodeapi.Client) (found, error) {
	query := a.query
	var failing time.Time // since when, zero if not
	pause := a.pace.Patience / 64
	for {
		asked := time.Now()
		got, again, err := a.once(ctx, n, &query)
		if err == nil && !again {
			return got, nil
		}
		if ctx.Err() != nil {
			return found{}, ctx.Err()
		}
		switch {
		case !again:
			return found{}, err
		case err == nil:
			failing, pause = time.Time{}, a.pace.Patience/64
			// A node that does not hold its answer back is not asked at its own pace.
			if time.Since(asked) > pause {
				continue
			}
		case failing.IsZero():
			failing = asked
		case time.Since(failing) > a.pace.Patience:
			return found{}, err
		default:
			pause = min(2*pause, a.pace.Patience/4)
		}
		if err := sleep(ctx, pause); err != nil {
			return found{}, err
		}
	}
}

// once asks a node once, and says whether to ask again: with a proof, where a
// payment that is deep enough has no release. Whoever copied the release key from
// a pending payment may have paid for it with a proof that proves nothing.
func (a *asking) once(ctx context.Context, n nodeapi.Client, query *nodeapi.ReleaseQuery) (got found, again bool, err error) {
	r, err := n.Release(ctx, *query)
	if err != nil {
		return got, true, err
	}
	switch r.State {
	case nodeapi.StateReleased:
		got.offered = readOffered(r)
		got.U, err = a.verify(r.Release)
		return got, false, err
	case nodeapi.StateDeclined:
		return got, false, fmt.Errorf("declines to serve the product: %q", r.Reason)
	case nodeapi.StateConfirmed:
		query.Proof = &a.proof
	case nodeapi.StateUnknown, nodeapi.StateSeen, nodeapi.StateDisputed, nodeapi.StateRefunded:
	default:
		return got, false, fmt.Errorf("answered with the state %q, which there is not", r.State)
	}
	a.tell(host(n), words(a.query.Place.ChainID, r))
	return got, true, nil
}

// readOffered reads the receipt beside a release. A malformed one is none: the
// release is worth no less.
func readOffered(r nodeapi.Release) offered {
	receipt, err := nodeapi.ParseG1(r.Receipt)
	if err != nil {
		return offered{}
	}
	return offered{common.HexToHash(r.Order), receipt}
}

// verify reads a release and checks it against the Q that was paid for. A node
// that gives a false one has nothing else to say.
func (a *asking) verify(text string) (bls.G1, error) {
	U, err := nodeapi.ParseG1(text)
	if err != nil {
		return bls.G1{}, fmt.Errorf("gave a release that is none: %v", err)
	}
	if err := release.Verify(a.query.Place, a.query.B, a.Q, U); err != nil {
		return bls.G1{}, fmt.Errorf("gave a false release: %v", err)
	}
	return U, nil
}
