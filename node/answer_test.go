package node_test

import (
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// A buyer whose nodes do not answer disputes, and gets the key from the chain:
// the committee collects it from node to node, gives it to nobody over HTTP, and
// answers once the dispute is as deep as the order asks for. One node answers, the
// others see it.
func TestDisputeIsAnswered(t *testing.T) {
	c := newCourt(t, 2, 3, []int{1, 2, 3}, nil)
	p := c.buy()
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
	for number := 1; number <= 3; number++ {
		q := c.query(p)
		q.Wait = nodeapi.MaxWait
		if r := c.look(number, q); r.State != nodeapi.StateReleased {
			t.Errorf("node %d answers %+v", number, r)
		}
	}
}
