package publisher

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
)

// scanned is how many sales are read from the file at once.
const scanned = 2048

// scan reads the file backwards, from the newest sale to the first whose time is
// from or later, a few at a time, until look says that it saw enough.
func (b *Book) scan(from uint64, look func(index uint32, record []byte) (more bool)) error {
	buffer := make([]byte, scanned*saleSize)
	for end := b.cursor.last().Sales; end > 0; {
		begin := end - min(end, scanned)
		part := buffer[:int(end-begin)*saleSize]
		if _, err := b.files.sales.ReadAt(part, int64(begin)*saleSize); err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("reading sales: %w", err)
		}
		for i := end; i > begin; i-- {
			record := part[int(i-1-begin)*saleSize : int(i-begin)*saleSize]
			if timeOf(record) < from || !look(i-1, record) {
				return nil
			}
		}
		end = begin
	}
	return nil
}

func timeOf(record []byte) (t uint64) {
	for _, digit := range record[timeAt : timeAt+5] {
		t = t<<8 | uint64(digit)
	}
	return t
}

// Find returns the sales whose orders' names begin with a prefix, in hex without
// 0x, two at most.
func (b *Book) Find(prefix string) (found []Sale, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	var at []uint32
	name := make([]byte, 2*common.HashLength)
	err = b.scan(0, func(index uint32, record []byte) bool {
		if hex.Encode(name, record[:32]); len(prefix) <= len(name) && string(name[:len(prefix)]) == prefix {
			at = append(at, index)
		}
		return len(at) < 2
	})
	for _, index := range at {
		s, readErr := b.at(index)
		if err = errors.Join(err, readErr); readErr == nil {
			found = append(found, s)
		}
	}
	return found, err
}

// Count returns how many sales stand how at a time of the chain, without those
// that are pending or have matured.
func (b *Book) Count(w dispute.Windows, now uint64) map[Standing]int {
	b.mu.Lock()
	defer b.mu.Unlock()
	counts := map[Standing]int{}
	for _, f := range b.fates {
		standing, _ := Sale{Fate: f}.Standing(w, now)
		counts[standing]++
	}
	return counts
}
