package publisher

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
)

// Why a sale cannot be paid back.
var (
	ErrNotYours = errors.New("the sale is another publisher's")
	ErrMatured  = errors.New("the money has matured: the escrow pays it back no more")
	ErrAnswered = errors.New("the dispute was answered: the buyer has the key")
	ErrRefunded = errors.New("the money went back before")
)

// CheckRefund returns why the publisher cannot pay a sale back, by what the chain
// says now, or nil.
func (m Market) CheckRefund(ctx context.Context, s Sale, publisher common.Address) error {
	if s.Leaf.Publisher != publisher {
		return fmt.Errorf("%w: %s is paid for it, and signs its refund", ErrNotYours, s.Leaf.Publisher)
	}
	head, err := m.Client.Head(ctx)
	if err != nil {
		return err
	}
	output, err := m.Client.Call(ctx, m.Contracts.Escrow, dispute.AskStatus(s.Order))
	if err != nil {
		return err
	}
	status, err := dispute.ParseStatus(output)
	switch {
	case err != nil:
		return err
	case status.State == dispute.Answered:
		return ErrAnswered
	case status.State == dispute.Refunded:
		return ErrRefunded
	case status.State == dispute.None && head.Time > dispute.WindowsOf(m.Client.ChainID()).DisputableUntil(s.Leaf.Time):
		return ErrMatured
	}
	return nil
}

// Refund pays a pending or disputed sale back to whom its buyer named, and
// returns the transaction. It is recorded before it is sent: the same call after
// a crash sends the same transaction, and never another one beside it.
func (m Market) Refund(ctx context.Context, b *Book, s Sale, signer chain.Signer) (common.Hash, error) {
	j, err := openJournal(filepath.Join(b.dir, "refunds.json"))
	if err != nil {
		return common.Hash{}, err
	}
	sender := &chain.Sender{Client: m.Client, Signer: signer}
	e := j.about(s.Order)
	var receipt *types.Receipt
	if e != nil && e.From == signer.Address() {
		sender.Record = j.recorder(e)
		receipt, err = resubmit(ctx, sender, e)
	} else {
		e = &entry{Orders: []common.Hash{s.Order}, From: signer.Address()}
		sender.Record = j.recorder(e)
		receipt, err = m.refund(ctx, b, s, sender)
	}
	// What succeeded is kept: after a reorganisation it is sent again.
	if used := new(chain.NonceUsedError); err != nil && (receipt != nil || errors.As(err, &used)) {
		err = errors.Join(err, j.drop(func(other *entry) bool { return other == e }))
	}
	if err != nil {
		return common.Hash{}, fmt.Errorf("paying back: %w", err)
	}
	return receipt.TxHash, nil
}

// Refunding reports whether a refund of a sale was signed before: [Market.Refund]
// goes on with it.
func (b *Book) Refunding(s Sale) (bool, error) {
	j, err := openJournal(filepath.Join(b.dir, "refunds.json"))
	return err == nil && j.about(s.Order) != nil, err
}

func resubmit(ctx context.Context, sender *chain.Sender, e *entry) (*types.Receipt, error) {
	txs, err := e.transactions()
	if err != nil {
		return nil, err
	}
	return sender.Submit(ctx, txs...)
}

func (m Market) refund(ctx context.Context, b *Book, s Sale, sender *chain.Sender) (*types.Receipt, error) {
	known, err := b.known(s)
	if err != nil {
		return nil, err
	}
	path, err := dispute.Prover{Client: m.Client, Escrow: m.Contracts.Escrow}.Prove(ctx, s.Leaf, known)
	if err != nil {
		return nil, err
	}
	return sender.Send(ctx, chain.Tx{To: m.Contracts.Escrow, Data: dispute.RefundByPublisherCall(s.Leaf, path)})
}

// known returns the peaks of the account's log as they were just before a sale:
// what comes behind it, the chain's logs tell.
func (b *Book) known(s Sale) (dispute.Known, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	var peaks order.Peaks
	record := make([]byte, saleSize)
	for index := range s.Leaf.Index {
		if _, err := b.files.sales.ReadAt(record[:32], int64(index)*saleSize); err != nil {
			return dispute.Known{}, fmt.Errorf("reading sale %d: %w", index, err)
		}
		peaks = peaks.Append(index, common.Hash(record[:32]))
	}
	return dispute.Known{Count: s.Leaf.Index, Peaks: peaks, Block: s.Block}, nil
}
