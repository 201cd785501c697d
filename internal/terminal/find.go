package terminal

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"os"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
)

// A record is what is kept of an order that is not this home's, as
// disputes/CHAIN-ORDER.json: the transactions that were signed about it here.
type record struct {
	Version int `json:"version"`
	moves

	path string
}

const recordVersion = 1

func (r *record) save(step string) error {
	b, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	if err := home.WriteFile(r.path, append(b, '\n'), 0o600); err != nil {
		return err
	}
	return testOnlyAfterStep("saved " + step)
}

func (b *Buyer) readRecord(chainID uint64, hash common.Hash) (*record, error) {
	if _, err := b.Home.Folder("disputes"); err != nil {
		return nil, err
	}
	r := &record{Version: recordVersion, path: b.Home.Path("disputes", fmt.Sprintf("%d-%x.json", chainID, hash[:]))}
	text, err := os.ReadFile(r.path)
	if errors.Is(err, fs.ErrNotExist) {
		return r, nil
	}
	if err == nil {
		err = json.Unmarshal(text, r)
	}
	if err == nil && r.Version != recordVersion {
		err = fmt.Errorf("it has version %d, this software knows %d", r.Version, recordVersion)
	}
	if err = errors.Join(err, r.moves.check()); err != nil {
		return nil, failuref(Input, "%s cannot be read: %v", r.path, err)
	}
	return r, nil
}

// firstSpan is how many blocks are searched at first; each further look takes twice
// as many. Who disputes for another does so soon after.
const firstSpan = 1 << 10

// Find finds any order by its name, from the chain alone, and returns the claim on
// it. Names are in no topic: the escrow's payments are read from the newest back, to
// the block since at most.
func (b *Buyer) Find(ctx context.Context, hash common.Hash, since uint64) (*Claim, error) {
	code, err := b.Chain.CodeHash(ctx, b.Trust.Contracts.Escrow)
	if err != nil {
		return nil, ofChain(err)
	}
	if err := b.Trust.checkCode(code); err != nil {
		return nil, err
	}
	head, err := b.Chain.BlockNumber(ctx)
	if err != nil {
		return nil, ofChain(err)
	}
	r, err := b.readRecord(b.Chain.ChainID(), hash)
	if err != nil {
		return nil, err
	}
	for to, span := head, uint64(firstSpan); ; span *= 2 {
		from := max(to-min(to, span), min(since, to))
		found, err := b.inBlocks(ctx, hash, from, to)
		if err != nil {
			return nil, err
		}
		if found != nil {
			return b.claimOf(ctx, *found, r)
		}
		if from <= since {
			return nil, failure(Refused, fmt.Errorf("the escrow on chain %d confirmed no order %s", b.Chain.ChainID(), hash), "an order is named by its 64 hexadecimal digits; --rpc names an endpoint of its chain")
		}
		to = from - 1
		b.Tell(fmt.Sprintf("looking for the order before block %d", from))
	}
}

func (b *Buyer) inBlocks(ctx context.Context, hash common.Hash, from, to uint64) (*order.Confirmed, error) {
	logs, err := b.Chain.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(from), ToBlock: new(big.Int).SetUint64(to),
		Addresses: []common.Address{b.Trust.Contracts.Escrow}, Topics: [][]common.Hash{{order.ConfirmedTopic}},
	})
	if err != nil {
		return nil, ofChain(err)
	}
	for _, log := range logs {
		if c, err := order.ParseConfirmed(log); err == nil && c.Order == hash {
			return &c, nil
		}
	}
	return nil, nil
}

func (b *Buyer) claimOf(ctx context.Context, c order.Confirmed, r *record) (*Claim, error) {
	return b.refresh(ctx, &Claim{ChainID: b.Chain.ChainID(), Escrow: b.Trust.Contracts.Escrow, Order: c, record: r, told: newRun()})
}

// refresh looks again at what became of an order that is not this home's. Whether it
// stands, the path to it proves.
func (b *Buyer) refresh(ctx context.Context, c *Claim) (*Claim, error) {
	head, err := b.Chain.Head(ctx)
	if err != nil {
		return nil, ofChain(err)
	}
	next := *c
	next.head, next.Time = head.Number.Uint64(), head.Time
	next.Status, err = b.statusOf(ctx, c.Escrow, c.Order.Order)
	return &next, err
}
