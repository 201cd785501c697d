package main

import (
	"fmt"
	"math/big"
	mathrand "math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// answering has the nodes answer disputes from their operators' accounts, which
// get coin, and look often.
func (d *daemons) answering() {
	d.t.Helper()
	for i, h := range d.homes {
		path := h.Path("config.toml")
		text, err := os.ReadFile(path)
		d.must(err)
		config := strings.NewReplacer(`keystore = ""`, `keystore = "keystore"`, `poll = "4s"`, `poll = "50ms"`).Replace(string(text))
		d.must(os.WriteFile(path, []byte(config), 0o600))
		operator := common.HexToAddress(d.c.Operators[i].Address)
		_, err = d.bed.Send(d.t.Context(), devchain.Key(0), &operator, big.NewInt(params.Ether), nil)
		d.must(err)
	}
}

// dispute disputes an order at once.
func (d *daemons) dispute(client *chain.Client, s sale) {
	d.t.Helper()
	path, err := dispute.Prover{Client: client, Escrow: bindings.EscrowAddress}.Prove(d.t.Context(), s.paid.Leaf, dispute.Known{})
	d.must(err)
	proof, err := s.paid.Proof()
	d.must(err)
	_, err = d.bed.Send(d.t.Context(), devchain.Key(2), &bindings.EscrowAddress, big.NewInt(params.Ether), dispute.Call(s.paid.Leaf, path, proof))
	d.must(err)
}

// Killed at random points while disputes come in, the nodes answer every one, each
// once, and no transaction is paid for in vain.
func TestKilledUnderDisputes(t *testing.T) {
	d := newDaemons(t, 1)
	d.answering()
	client, err := chain.Dial(t.Context(), []string{d.bed.HTTP()}, chain.Options{ChainID: testbed.ChainID})
	d.must(err)
	defer client.Close()
	for i := range d.procs {
		d.start(i)
		d.must(await(d.c.Operators[i].URL + "/readyz"))
	}
	random := mathrand.New(mathrand.NewPCG(3, 4))
	var sales []sale
	for range 8 {
		s, err := d.buy()
		d.must(err)
		d.dispute(client, s)
		sales = append(sales, s)
		i := random.IntN(3)
		time.Sleep(time.Duration(random.IntN(200)) * time.Millisecond)
		d.kill(i)
		d.start(i)
	}
	for _, s := range sales {
		d.answered(client, s)
	}
	d.checkAnswers(len(sales))
}

// answered waits until the escrow has an order's answer.
func (d *daemons) answered(client *chain.Client, s sale) {
	d.t.Helper()
	var last error
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		output, err := client.Call(d.t.Context(), bindings.EscrowAddress, dispute.AskStatus(s.paid.Order))
		d.must(err)
		status, err := dispute.ParseStatus(output)
		d.must(err)
		if status.State == dispute.Answered {
			return
		}
		last = fmt.Errorf("it is %s", status.State)
	}
	d.t.Fatalf("order %d is not answered: %v", s.paid.Leaf.Index, last)
}

// checkAnswers looks at every transaction of the operators': none failed, and there
// are no more than disputes.
func (d *daemons) checkAnswers(disputes int) {
	d.t.Helper()
	ctx, sent := d.t.Context(), 0
	head, err := d.bed.Client().BlockNumber(ctx)
	d.must(err)
	for n := uint64(1); n <= head; n++ {
		block, err := d.bed.Client().BlockByNumber(ctx, new(big.Int).SetUint64(n))
		d.must(err)
		for _, tx := range block.Transactions() {
			from, err := types.Sender(types.LatestSignerForChainID(tx.ChainId()), tx)
			d.must(err)
			for _, o := range d.c.Operators {
				if from != common.HexToAddress(o.Address) {
					continue
				}
				sent++
				receipt, err := d.bed.Client().TransactionReceipt(ctx, tx.Hash())
				d.must(err)
				if receipt.Status != types.ReceiptStatusSuccessful {
					d.t.Errorf("node %d paid for transaction %s in vain", o.Node, tx.Hash())
				}
			}
		}
	}
	if sent == 0 || sent > disputes {
		d.t.Errorf("%d transactions answer %d disputes", sent, disputes)
	}
}
