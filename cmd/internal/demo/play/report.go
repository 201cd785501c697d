package play

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// report is report.json: what happened, for scripts.
type report struct {
	Page      string      `json:"page,omitempty"` // of the buyers' page, and a link to it that carries the code
	Link      string      `json:"link,omitempty"`
	Rules     string      `json:"rules"`
	ChainID   uint64      `json:"chainId"`
	Wrap      common.Hash `json:"wrap"`
	Tier      string      `json:"tier"`
	Addresses struct {
		Escrow    common.Address `json:"escrow"`
		Router    common.Address `json:"router"`
		Factory   common.Address `json:"factory"`
		Template  common.Address `json:"template"`
		Product   common.Address `json:"product"`
		Committee string         `json:"committee"`
		Publisher common.Address `json:"publisher"`
		Buyer     common.Address `json:"buyer"`
	} `json:"addresses"`
	Gas struct {
		Deploy uint64 `json:"deploy"`
		Buy    uint64 `json:"buy"`
	} `json:"gas"`
	Milliseconds map[string]int64 `json:"milliseconds"`
	Order        common.Hash      `json:"order"`
	Transaction  common.Hash      `json:"transaction"`
	Release      hexutil.Bytes    `json:"release"`
	Receipt      hexutil.Bytes    `json:"receipt"`
}

func newReport(w *World, rules string) *report {
	r := &report{Rules: rules, ChainID: chainID, Milliseconds: map[string]int64{}}
	r.Addresses.Committee = w.Committee.Address
	r.Addresses.Publisher, r.Addresses.Buyer = w.publisher.Address, w.buyer.Address
	return r
}

// took notes how long a step took the first time.
func (r *report) took(step string, start time.Time) {
	if _, again := r.Milliseconds[step]; !again {
		r.Milliseconds[step] = time.Since(start).Milliseconds()
	}
}

func (r *report) deployed(ctx context.Context, client *chain.Client, tx common.Hash, h *wrap.Header, c product.Contracts) error {
	receipt, err := client.TransactionReceipt(ctx, tx)
	if err != nil {
		return fmt.Errorf("the product's deployment: %w", err)
	}
	r.Wrap, r.Tier, r.Gas.Deploy = h.ID(), h.Content.Tiers[middleTier].Name, receipt.GasUsed
	r.Addresses.Escrow, r.Addresses.Router, r.Addresses.Factory, r.Addresses.Template = c.Escrow, c.Router, c.Factory, c.Template
	r.Addresses.Product = h.Address(c)
	return nil
}

func (r *report) bought(ctx context.Context, client *chain.Client, p *terminal.Purchase) error {
	receipt, err := client.TransactionReceipt(ctx, p.Order.Transaction)
	if err != nil {
		return fmt.Errorf("the purchase: %w", err)
	}
	r.Gas.Buy = receipt.GasUsed
	r.Order, r.Transaction, r.Release, r.Receipt = p.Order.Hash, p.Order.Transaction, p.Release, p.Receipt
	return nil
}

func (r *report) write(path string) error {
	b, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return home.WriteFile(path, append(b, '\n'), 0o644)
}
