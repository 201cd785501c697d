package publisher

import (
	"errors"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
)

// OtherReleaseError says that a sale has a release already, and another one was
// to be kept. A release is a function of its name: one of the two is false.
type OtherReleaseError struct{ Order common.Hash }

func (e *OtherReleaseError) Error() string {
	return fmt.Sprintf("order %s has another release already, which stays: the file or what was given is false", e.Order)
}

// Keep makes a release durable that the caller has verified. Another one than is
// kept is an [OtherReleaseError], and one of an order that the chain has dropped
// is kept for when the payment is made again.
func (b *Book) Keep(s Sale, U bls.G1) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	there, err := b.at(s.Leaf.Index)
	if err != nil || there.Order != s.Order {
		return b.putAside(s.name(), U.Bytes())
	}
	switch there.release {
	case U.Bytes():
		return nil
	case [bls.G1Size]byte{}:
	default:
		return &OtherReleaseError{s.Order}
	}
	return b.writeRelease(s.Leaf.Index, U.Bytes())
}

// Forget drops a kept release that does not verify: what is left of a write that
// a crash tore.
func (b *Book) forget(s Sale) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	there, err := b.at(s.Leaf.Index)
	if err != nil || there.Order != s.Order || there.release != s.release {
		return err
	}
	return b.writeRelease(s.Leaf.Index, [bls.G1Size]byte{})
}

func (b *Book) writeRelease(index uint32, release [bls.G1Size]byte) error {
	_, err := b.files.sales.WriteAt(release[:], int64(index)*saleSize+releaseAt)
	return errors.Join(err, b.files.sales.Sync())
}

// spareSize is the length of a release in the file "spare": name(32) release(48).
const spareSize = 32 + bls.G1Size

// putAside keeps a release whose order is not there.
func (b *Book) putAside(name common.Hash, release [bls.G1Size]byte) error {
	if _, there := b.spare[name]; there {
		return nil
	}
	if _, err := b.files.spare.WriteAt(append(name[:], release[:]...), int64(len(b.spare))*spareSize); err != nil {
		return err
	}
	b.spare[name] = release
	return b.files.spare.Sync()
}

// loadSpare reads the releases that were put aside. What a crash tore at the end
// is written over.
func (b *Book) loadSpare() error {
	b.spare = map[common.Hash][bls.G1Size]byte{}
	r := io.NewSectionReader(b.files.spare, 0, 1<<62)
	for record := make([]byte, spareSize); ; {
		_, err := io.ReadFull(r, record)
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading %s: %w", b.files.spare.Name(), err)
		}
		b.spare[common.Hash(record[:32])] = [bls.G1Size]byte(record[32:])
	}
}

// missing returns up to most sales at depth whose money is pending and whose
// release is not kept, the newest first, from before a place on. Those of price 0
// are left out: their releases are asked for when they are disputed.
func (b *Book) missing(w dispute.Windows, v View, before uint32, most int) (found []Sale, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	from := (v.Time/w.Dispute - min(v.Time/w.Dispute, 1)) * w.Dispute // money that was paid before has matured
	var bad error
	err = b.scan(from, func(index uint32, record []byte) bool {
		if index >= before || [bls.G1Size]byte(record[releaseAt:]) != [bls.G1Size]byte{} {
			return true
		}
		s, err := parseSale(record, b.Account, index)
		if err != nil {
			bad = fmt.Errorf("sale %d in %s: %v", index, b.files.sales.Name(), err)
			return false
		}
		if s.Fate = b.fates[index]; s.Fate.State == dispute.None && !s.Leaf.Amount.IsZero() && s.deep(s.Block, v) {
			found = append(found, s)
		}
		return len(found) < most
	})
	return found, errors.Join(err, bad)
}

// open returns the disputed sales whose answer is still owed at a moment.
func (b *Book) open(v View) (open []Sale, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for index, f := range b.fates {
		if f.State != dispute.Disputed || v.Time > f.Opened.Deadline {
			continue
		}
		s, err := b.at(index)
		if err != nil {
			return nil, err
		}
		if s.deep(s.Block, v) && s.deep(f.Since, v) {
			open = append(open, s)
		}
	}
	return open, nil
}

// missed returns the disputed sales whose answer is too late at a moment.
func (b *Book) missed(v View) (missed []Sale, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for index, f := range b.fates {
		if f.State != dispute.Disputed || v.Time <= f.Opened.Deadline {
			continue
		}
		s, err := b.at(index)
		if err != nil {
			return nil, err
		}
		missed = append(missed, s)
	}
	return missed, nil
}

// fateOf returns what became of an order, and false where nothing did.
func (b *Book) fateOf(order common.Hash) (Fate, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	index, known := b.places[order]
	return b.fates[index], known
}

func (b *Book) isDisputed(order common.Hash) bool {
	f, known := b.fateOf(order)
	return known && f.State == dispute.Disputed
}
