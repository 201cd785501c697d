package terminal_test

import (
	"bytes"
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// narrow is an endpoint that shows the logs of few blocks at a time, and none before
// one; and that can lie about answers.
type narrow struct {
	url     string
	oldest  uint64
	before  func(method string)
	refused atomic.Int64
	falseU  atomic.Bool
}

func newNarrow(t *testing.T, target string, blocks uint64) *narrow {
	n := &narrow{}
	proxy := rpctest.NewProxy(t, target)
	n.url = proxy.URL
	proxy.Set(func(p *rpctest.Proxy) {
		p.Refuse = func(asked rpctest.Message) *rpctest.Fault {
			if n.before != nil {
				n.before(asked.Method)
			}
			return n.refuse(asked, blocks)
		}
		p.Spoil = n.spoil
	})
	return n
}

func (n *narrow) refuse(asked rpctest.Message, blocks uint64) *rpctest.Fault {
	if asked.Method != "eth_getLogs" {
		return nil
	}
	var query []struct{ FromBlock, ToBlock string }
	if err := json.Unmarshal(asked.Params, &query); err != nil {
		return &rpctest.Fault{Code: -32602, Message: err.Error()}
	}
	from, err := strconv.ParseUint(strings.TrimPrefix(query[0].FromBlock, "0x"), 16, 64)
	if err != nil {
		return &rpctest.Fault{Code: -32602, Message: err.Error()}
	}
	to, err := strconv.ParseUint(strings.TrimPrefix(query[0].ToBlock, "0x"), 16, 64)
	switch {
	case from < n.oldest:
		return &rpctest.Fault{Code: -32000, Message: "history is pruned"}
	case err != nil || to-from >= blocks: // without an end: up to the newest
		n.refused.Add(1)
		return &rpctest.Fault{Code: -32000, Message: "block range is too large"}
	}
	return nil
}

// spoil makes the releases of answers false.
func (n *narrow) spoil(asked rpctest.Message, result []byte) []byte {
	if !n.falseU.Load() || asked.Method != "eth_getLogs" || !strings.Contains(string(asked.Params), dispute.KeyReleasedTopic.Hex()) {
		return result
	}
	var logs []map[string]any
	if json.Unmarshal(result, &logs) != nil {
		return result
	}
	g := bls.GeneratorG1().Affine()
	for _, log := range logs {
		log["data"] = "0x" + hexOf(g[:])
	}
	spoiled, err := json.Marshal(logs)
	if err != nil {
		return result
	}
	return bytes.TrimSpace(spoiled)
}

func (n *narrow) dial(t *testing.T) *chain.Client {
	t.Helper()
	client, err := chain.Dial(context.Background(), []string{n.url}, chain.Options{ChainID: testbed.ChainID})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}
