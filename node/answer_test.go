package node_test

import (
	"context"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/node"
	"github.com/shrinkwrap/shrinkwrap/node/feed"
	"github.com/shrinkwrap/shrinkwrap/node/peer"
)

// A buyer whose nodes do not answer disputes, and gets the key from the chain:
// the committee collects it from node to node, gives it to nobody over HTTP, and
// answers once the dispute is as deep as the order asks for. One node answers, the
// others see it.
func TestDisputeIsAnswered(t *testing.T) {
	c := newCourt(t, 2, 3, []int{1, 2, 3}, nil)
	p := c.buy()
	events, stop, err := c.nodes[2].Answers().Feed.Subscribe()
	must(t, err)
	defer stop()
	disputed := c.dispute(p)
	c.withholds(p, nodeapi.StateDisputed)
	c.unsent("before the dispute is deep")
	c.commit(1)
	c.unsent("one block before the dispute is deep")
	c.commit(1)
	c.untilAnswered(p)
	c.onChain(p)
	for range 20 { // time for whoever would answer too
		c.commit(1)
	}
	c.unsent("after the answer")
	sent := c.answers(disputed.BlockNumber.Uint64())
	if len(sent) != 1 {
		t.Fatalf("%d transactions answer one dispute", len(sent))
	}
	for told := ""; told != feed.Answered; {
		select {
		case event := <-events:
			told = event.Type
		case <-time.After(time.Minute):
			t.Fatal("nobody is told of the answer")
		}
	}
	for number := 1; number <= 3; number++ {
		q := c.query(p)
		q.Wait = nodeapi.MaxWait
		if r := c.look(number, q); r.State != nodeapi.StateReleased {
			t.Errorf("node %d answers %+v", number, r)
		}
	}
}

// The node whose turn it is first is away: the next one answers when its own turn
// has come, by the chain's time, and not before.
func TestNextNodeAnswersInItsTurn(t *testing.T) {
	c := newCourt(t, 2, 3, []int{1, 2, 3}, nil)
	p := c.buy()
	away := c.first()
	c.stop(away)
	disputed := c.dispute(p)
	c.commit(deepEnough - 1)
	c.seen("1")
	c.unsent("in another node's turn")
	c.pass(9 * time.Minute)
	c.unsent("before that turn is over")
	c.pass(2 * time.Minute)
	c.untilAnswered(p)
	c.onChain(p)
	c.commit(10)
	c.unsent("after the answer")
	sent := c.answers(disputed.BlockNumber.Uint64())
	if len(sent) != 1 || c.rankOf(c.senderOf(sent[0]), disputed.BlockNumber.Uint64()) != 1 {
		t.Errorf("%d transactions, the first of node %d", len(sent), c.senderOf(sent[0]))
	}
}

// Of two nodes with accounts, one sends, for each of several disputes.
func TestTwoNodesDoNotPayTwice(t *testing.T) {
	c := newCourt(t, 2, 2, []int{1, 2}, nil)
	from := c.head().Number.Uint64()
	for range 3 {
		p := c.buy()
		c.dispute(p)
		c.commit(deepEnough - 1)
		c.untilAnswered(p)
	}
	c.commit(5)
	c.unsent("after the answers")
	if sent := c.answers(from); len(sent) != 3 {
		t.Errorf("%d transactions answer three disputes", len(sent))
	}
}

// One peer is dead and one lies, t − 1 in all: the rest answer, and the liar is
// named. A peer's false share does not even look like one to those it is not for.
func TestAnswerBesidePeersThatMisbehave(t *testing.T) {
	c := newCourt(t, 3, 5, []int{1}, func(c *court, number int, _ *node.Config, d *node.Deps) {
		if number != 1 {
			return
		}
		d.Peers = make(map[int]peer.Peer)
		for other := 2; other <= 5; other++ {
			client := nodeapi.Client{URL: d.Committees[chainID].Operators[other-1].URL, HTTP: nodeapi.NewHTTP(true)}
			d.Peers[other] = client
			if other == 2 {
				d.Peers[other] = swapping{client, d.Committees[chainID].Operators[2].URL}
			}
		}
	})
	c.stop(5)
	p := c.buy()
	c.dispute(p)
	c.commit(deepEnough - 1)
	c.pass(everyTurn)
	c.untilAnswered(p)
	c.onChain(p)
	line := `shrinkwrap_peer_answers_total{node="2",outcome="malformed"}`
	if got := c.metric(1, line); got == "" || got == "0" {
		t.Errorf("metric %s is %q", line, got)
	}
}

// swapping shows what another node sealed, in its own name.
type swapping struct {
	nodeapi.Client
	other string
}

func (s swapping) Release(ctx context.Context, q nodeapi.ReleaseQuery) (nodeapi.Release, error) {
	r, err := nodeapi.Client{URL: s.other, HTTP: s.HTTP}.Release(ctx, q)
	if r.Sealed != nil {
		r.Sealed.Node = 2
	}
	return r, err
}

// Many disputes at once are answered in two batches, and each buyer finds his
// release on chain.
func TestMassDispute(t *testing.T) {
	c := newCourt(t, 2, 2, []int{1}, func(_ *court, _ int, config *node.Config, _ *node.Deps) { config.Chains[0].Answer.MaxBatch = 20 })
	var orders []purchase
	for range 40 {
		orders = append(orders, c.buy())
	}
	from := c.head().Number.Uint64()
	c.disputeAll(orders)
	c.commit(deepEnough - 1)
	c.pass(everyTurn)
	c.untilAnswered(orders...)
	if sent := c.answers(from); len(sent) != 2 {
		t.Errorf("%d transactions answer 40 disputes, 20 each", len(sent))
	}
	for _, p := range orders {
		c.onChain(p)
	}
	c.commit(5)
	c.unsent("after the answers")
}
