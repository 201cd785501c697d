package publisher_test

import (
	"encoding/binary"
	"runtime"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/alloctest"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// A book of many sales, 33 MB of them, is opened and searched without holding
// them, and nothing is left of what was listed.
func TestLargeBook(t *testing.T) {
	a := publisher.Account{Publisher: common.Address{1}, FeeBps: 250}
	h := home.Home{Dir: t.TempDir()}
	open := func() *publisher.Book {
		b, err := publisher.NewBook(h, testbed.ChainID, a)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	const many, start = 100_000, 1_800_000_000
	b := open()
	err := b.Fill(many, func(index uint32) publisher.Sale {
		l := order.Leaf{Product: common.Address{4}, Index: index, Time: start + uint64(index), Publisher: a.Publisher, FeeBps: a.FeeBps, Amount: uint256.NewInt(1)}
		binary.BigEndian.PutUint32(l.ReleaseKey[0][:], index)
		return publisher.Sale{Leaf: l, Block: uint64(index)}
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}

	before := inUse()
	allocated := alloctest.Bytes(func() {
		b = open()
		if n, err := b.Missing(b.View()); n != 0 || err != nil {
			t.Errorf("%d are missing, %v", n, err)
		}
		oldest, err := b.At(0)
		if err != nil {
			t.Fatal(err)
		}
		if found, err := b.Find(common.Bytes2Hex(oldest.Order[:])); err != nil || len(found) != 1 || found[0].Leaf.Index != 0 {
			t.Errorf("found %+v, %v", found, err)
		}
	})
	defer b.Close()
	if allocated > 4<<20 {
		t.Errorf("%d sales take %d KiB to be searched", many, allocated>>10)
	}
	for index := range b.Len() {
		if s, err := b.At(index); err != nil || s.Leaf.Index != index {
			t.Fatal(s, err)
		}
	}
	if grown := int64(inUse()) - int64(before); grown > 4<<20 {
		t.Errorf("%d sales keep %d KiB in use", many, grown>>10)
	}
}

// inUse is what is in use once what is not was collected.
func inUse() uint64 {
	var stats runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}
