package publisher

import (
	"context"
	"errors"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
)

// Turn returns when the publisher's turn to answer a dispute comes, in Unix
// seconds of the chain: nodes answer as a rule, and have the first quarter of the
// answer's time to themselves, so that gas is not burnt twice.
func Turn(w dispute.Windows, deadline uint64) uint64 {
	return deadline - min(deadline, w.Answer-w.Answer/4)
}

// answer answers what is open, at depth and the publisher's turn. An order that
// was refunded, or whose answer is too late, is never open.
func (w *Watch) answer(ctx context.Context, v View) error {
	if err := w.tellMissed(v); err != nil {
		return err
	}
	open, err := w.Book.open(v)
	if err != nil {
		return err
	}
	used, err := w.forget(ctx, open, v)
	if err != nil {
		return err
	}
	windows := dispute.WindowsOf(w.Book.ChainID)
	due := slices.DeleteFunc(open, func(s Sale) bool { return v.Time < Turn(windows, s.Fate.Opened.Deadline) })
	if len(due) == 0 {
		return nil
	}
	waits, err := w.resume(ctx, used)
	if err != nil || waits {
		return err
	}
	due = slices.DeleteFunc(due, func(s Sale) bool { return w.answers.about(s.Order) != nil })
	for key, answers := range w.ready(due) {
		for _, batch := range dispute.Batches(answers) {
			if err := w.send(ctx, batch, w.Groups[key]); err != nil {
				return err
			}
		}
	}
	return nil
}

// ready returns what can be answered, by group key, and tells of the rest.
func (w *Watch) ready(due []Sale) map[common.Hash][]dispute.Answer {
	ready := map[common.Hash][]dispute.Answer{}
	for _, s := range due {
		U, kept, err := s.Kept()
		if kept {
			err = w.nodes.verify(s, U)
		}
		if err != nil {
			// What a crash tore is asked for again.
			err = errors.Join(err, w.Book.forget(s))
		}
		if !kept && err == nil {
			_, _, err = w.nodes.query(s) // why nobody can be asked, or nil
		}
		if !kept || err != nil {
			w.tellOnce(Unreleased, s, err)
			continue
		}
		ready[s.Leaf.GroupKey] = append(ready[s.Leaf.GroupKey], dispute.Answer{Leaf: s.Leaf, U: U})
	}
	return ready
}

// tellOnce tells something of a sale that was not told of it last.
func (w *Watch) tellOnce(what What, s Sale, err error) {
	if w.told[s.Order] == what {
		return
	}
	w.told[s.Order] = what
	w.Tell(Notice{What: what, Sale: &s, Err: err})
}

// tellMissed tells of disputes that nobody answered in time.
func (w *Watch) tellMissed(v View) error {
	missed, err := w.Book.missed(v)
	for _, s := range missed {
		w.tellOnce(Missed, s, nil)
	}
	return err
}

// settledDepth is how deep the end of a dispute must be before the transaction
// that answered is forgotten: until then a reorganisation may ask for it again.
const settledDepth = 64

// forget forgets the transactions whose answers are asked for no more, and
// returns how many nonces of the account are used. One that may still be mined is
// kept: those behind it wait for its nonce.
func (w *Watch) forget(ctx context.Context, open []Sale, v View) (used uint64, err error) {
	if len(w.answers.entries) == 0 {
		return 0, nil
	}
	if used, err = w.Market.Client.NonceAt(ctx, w.Signer.Address(), nil); err != nil {
		return 0, err
	}
	names := map[common.Hash]bool{}
	for _, s := range open {
		names[s.Order] = true
	}
	return used, w.answers.drop(func(e *entry) bool {
		mayBeMined := e.From == w.Signer.Address() && e.nonce() >= used
		return !mayBeMined && !slices.ContainsFunc(e.Orders, func(name common.Hash) bool {
			f, known := w.Book.fateOf(name)
			return names[name] || known && f.Ended != 0 && v.Number < f.Ended+settledDepth
		})
	})
}

// resume sends the transactions again that were signed before and whose answers
// are not in the chain, in their order, and reports whether one still waits. A
// crash between recording and sending, and a reorganisation that drops an answer,
// end here.
func (w *Watch) resume(ctx context.Context, used uint64) (waits bool, err error) {
	for _, e := range slices.Clone(w.answers.entries) {
		if e.nonce() < used && !slices.ContainsFunc(e.Orders, w.Book.isDisputed) {
			continue
		}
		if e.From != w.Signer.Address() {
			// Another account's transaction cannot be raised: at worst gas is spent twice.
			if err := w.answers.drop(func(other *entry) bool { return other == e }); err != nil {
				return false, err
			}
			continue
		}
		txs, err := e.transactions()
		if err != nil {
			return false, err
		}
		if err := w.await(ctx, e, func(ctx context.Context, s *chain.Sender) (*types.Receipt, error) { return s.Submit(ctx, txs...) }); err != nil {
			return false, err
		}
		waits = waits || slices.Contains(w.answers.entries, e)
	}
	return waits, nil
}

// send answers a batch.
func (w *Watch) send(ctx context.Context, b dispute.Batch, g Group) error {
	orders := b.Orders()
	w.Tell(Notice{What: Answering, Count: len(orders)})
	return w.await(ctx, &entry{Orders: orders, From: w.Signer.Address()}, func(ctx context.Context, s *chain.Sender) (*types.Receipt, error) {
		return s.Send(ctx, chain.Tx{To: w.Market.Contracts.Escrow, Data: b.Call(g.P, g.Q)})
	})
}

// await waits a while for a transaction. One that is not mined by then stays in
// the journal, and one that the chain will not have is forgotten: what it should
// have answered was answered by others, or is answered anew. Its error is one of
// this computer.
func (w *Watch) await(ctx context.Context, e *entry, do func(context.Context, *chain.Sender) (*types.Receipt, error)) error {
	w.Sending.Lock()
	defer w.Sending.Unlock()
	within, cancel := context.WithTimeout(ctx, w.Pace.Mined)
	defer cancel()
	var disk error
	record := w.answers.recorder(e)
	receipt, err := do(within, &chain.Sender{Client: w.Market.Client, Signer: w.Signer, MostFee: w.MostFee, Record: func(tx *types.Transaction) error {
		disk = record(tx)
		return disk
	}})
	used, revert := new(chain.NonceUsedError), new(chain.RevertError)
	switch {
	case disk != nil:
		return disk
	case ctx.Err() != nil:
		return ctx.Err()
	case err == nil:
		w.refusals = map[common.Hash]bool{}
		return nil
	case receipt != nil, errors.As(err, &used), errors.As(err, &revert):
		w.tellRefusal(e, err)
		return w.answers.drop(func(other *entry) bool { return other == e })
	}
	w.tellRefusal(e, err)
	return nil
}

// tellRefusal tells why an answer was not given, once for each order that is the
// first of a batch.
func (w *Watch) tellRefusal(e *entry, err error) {
	if w.refusals[e.Orders[0]] {
		return
	}
	w.refusals[e.Orders[0]] = true
	n := Notice{What: NotAnswering, Count: len(e.Orders), Err: err}
	if poor := new(chain.PoorError); errors.As(err, &poor) {
		n = Notice{What: LowAccount, Err: err}
	}
	w.Tell(n)
}
