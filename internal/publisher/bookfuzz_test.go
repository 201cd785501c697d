package publisher_test

import (
	"bytes"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
)

// A sale that is read has the name of its leaf, and is written as it was read.
func FuzzParseSale(f *testing.F) {
	a := publisher.Account{Publisher: common.Address{1}, Token: common.Address{2}, Committee: common.Address{3}, FeeBps: 250}
	sale := publisher.Sale{Leaf: order.Leaf{
		Product: common.Address{4}, Tier: 5, Index: 6, Time: 1<<40 - 1, Payer: common.Address{7}, RefundTo: common.Address{8}, Publisher: a.Publisher, Token: a.Token,
		Committee: a.Committee, FeeBps: a.FeeBps, Confirmations: 9, GroupKey: common.Hash{10}, Amount: uint256.NewInt(11), ReleaseKey: [3][32]byte{{12}, {13}, {14}},
	}, Block: 15, Tx: common.Hash{16}}
	sale.Order = sale.Leaf.Hash()
	f.Add(sale.Bytes(), uint32(6))
	f.Add(sale.Bytes(), uint32(7))
	f.Add(sale.Bytes()[1:], uint32(6))
	f.Fuzz(func(t *testing.T, b []byte, index uint32) {
		s, err := publisher.ParseSale(b, a, index)
		if err != nil {
			return
		}
		if !bytes.Equal(s.Bytes(), b) || s.Leaf.Hash() != s.Order || s.Leaf.Index != index {
			t.Errorf("%x is read as %+v", b, s)
		}
	})
}

// An event is written as it was read.
func FuzzParseFate(f *testing.F) {
	for state := range byte(5) {
		f.Add(append([]byte{0, 0, 0, 1, state, 0, 0, 0, 0, 0, 0, 0, 9}, make([]byte, 128)...))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if again, err := publisher.ParseFate(b); err == nil && !bytes.Equal(again, b) {
			t.Errorf("%x comes back as %x", b, again)
		}
	})
}

// No bytes make a reader of the book's other files panic.
func FuzzParseCursor(f *testing.F) {
	f.Add([]byte(`{"version":1,"marks":[{"number":1,"sales":2},{"number":2,"sales":1}]}`))
	f.Add([]byte(`[null]`))
	f.Add([]byte(`[{"orders":["0x0000000000000000000000000000000000000000000000000000000000000001"],"versions":["0x02"]}]`))
	f.Fuzz(func(t *testing.T, b []byte) {
		if publisher.ParseCursor(b) == nil && publisher.ParseJournal(b) == nil {
			t.Errorf("%q is both a cursor and a journal", b)
		}
	})
}

// Of the blocks that were read those near the newest are kept, the oldest, and
// between them ever fewer: a reorganisation reads again at most about as much as
// it dropped.
func TestThin(t *testing.T) {
	var kept []uint64
	for n := range uint64(100_000) {
		kept = publisher.Thin(append(kept, n))
	}
	if len(kept) > 100 {
		t.Errorf("%d blocks are kept", len(kept))
	}
	newest := kept[len(kept)-1]
	for i := range kept[1:] {
		if younger, older := newest-kept[i+1], newest-kept[i]; older > 4*younger+64 {
			t.Errorf("between the blocks %d and %d before the newest none is kept", younger, older)
		}
	}
}
