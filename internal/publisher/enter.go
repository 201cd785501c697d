package publisher

import (
	"errors"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
)

// write appends what was read, and then moves the cursor.
func (r *reading) write(paid []order.Confirmed, events []dispute.Event, end *types.Header) error {
	b, last := r.book, r.book.cursor.last()
	records := make([]byte, 0, len(paid)*saleSize)
	fresh := make(map[common.Hash]uint32, len(paid))
	for _, c := range paid {
		s := Sale{Leaf: c.Leaf, Order: c.Order, Block: c.Block, Tx: c.Tx}
		s.release = b.spare[s.name()]
		records = append(records, s.bytes()...)
		fresh[s.Order] = s.Leaf.Index
	}
	if err := r.append(b.files.sales, int64(last.Sales)*saleSize, records); err != nil {
		return err
	}
	ours, err := r.ours(events, fresh)
	if err != nil {
		return err
	}
	records = records[:0]
	for _, e := range ours {
		records = append(records, e.bytes()...)
	}
	if err := r.append(b.files.fates, int64(last.Fates)*fateSize, records); err != nil {
		return err
	}
	c := b.cursor
	c.Marks = thin(append(slices.Clone(c.Marks), mark{
		Number: end.Number.Uint64(), Hash: end.Hash(), Time: end.Time, Sales: last.Sales + uint32(len(paid)), Fates: last.Fates + uint32(len(ours)),
	}))
	// A crash before this: the bytes behind the counts are written again.
	if err := b.save(c); err != nil {
		return err
	}
	return r.tell(ours)
}

func (r *reading) append(f interface {
	WriteAt([]byte, int64) (int, error)
	Sync() error
}, at int64, records []byte) error {
	if len(records) == 0 {
		return nil
	}
	_, err := f.WriteAt(records, at)
	return errors.Join(err, f.Sync())
}

// ours finds the events of the account's sales: the escrow logs those of all
// accounts. Only what was pending when the span began can have one that had none.
func (r *reading) ours(events []dispute.Event, fresh map[common.Hash]uint32) (ours []event, err error) {
	b, unknown := r.book, map[common.Hash]bool{}
	for _, e := range events {
		_, isFresh := fresh[e.Order]
		if _, known := b.places[e.Order]; !known && !isFresh {
			unknown[e.Order] = true
		}
	}
	places := map[common.Hash]uint32{}
	if len(unknown) > 0 {
		w := dispute.WindowsOf(b.ChainID)
		epoch := b.cursor.last().Time / w.Dispute
		err = b.scan((epoch-min(epoch, 1))*w.Dispute, func(index uint32, record []byte) bool {
			if name := common.Hash(record[:32]); unknown[name] {
				places[name] = index
				delete(unknown, name)
			}
			return len(unknown) > 0
		})
	}
	for _, e := range events {
		for _, known := range []map[common.Hash]uint32{b.places, fresh, places} {
			if index, ok := known[e.Order]; ok {
				ours = append(ours, event{index, e.State, e.Block, e.Data})
				break
			}
		}
	}
	return ours, err
}

// tell remembers events that are durable.
func (r *reading) tell(ours []event) error {
	for _, e := range ours {
		if err := r.book.remember(e); err != nil {
			return err
		}
		s, err := r.book.at(e.index)
		if err == nil && e.state == dispute.Answered {
			err = r.learn(&s, e.data)
		}
		if err != nil {
			return err
		}
		r.events = append(r.events, SaleEvent{s, e.state, e.block})
	}
	return nil
}

// learn keeps the release by which an answer was given, which the escrow checked.
func (r *reading) learn(s *Sale, data []byte) error {
	U, err := bls.ParseG1Affine(data)
	if err != nil || s.release != [bls.G1Size]byte{} {
		return err
	}
	s.release = U.Bytes()
	return r.book.writeRelease(s.Leaf.Index, s.release)
}
