package publisher

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
)

// event is what became of a sale at a block.
type event struct {
	index uint32
	state dispute.State
	block uint64
	data  []byte // of the escrow's event
}

// fateSize is the length of an event in the file "fates":
//
//	index(4) state(1) block(8) data(128, zeros behind)
const (
	fateSize = 4 + 1 + 8 + fateData
	fateData = 128
)

func (e event) bytes() []byte {
	b := binary.BigEndian.AppendUint32(nil, e.index)
	b = binary.BigEndian.AppendUint64(append(b, byte(e.state)), e.block)
	return append(append(b, e.data...), make([]byte, fateData-len(e.data))...)
}

func parseFate(b []byte) (event, error) {
	if len(b) != fateSize {
		return event{}, fmt.Errorf("event has %d bytes, want %d", len(b), fateSize)
	}
	e := event{index: binary.BigEndian.Uint32(b), state: dispute.State(b[4]), block: binary.BigEndian.Uint64(b[5:13]), data: b[13:]}
	size, ok := map[dispute.State]int{dispute.Disputed: 128, dispute.Answered: 96, dispute.Refunded: 32}[e.state]
	if !ok {
		return event{}, fmt.Errorf("event has the state %d", b[4])
	}
	for _, digit := range e.data[size:] {
		if digit != 0 {
			return event{}, errors.New("event has more data than its kind")
		}
	}
	e.data = e.data[:size]
	return e, nil
}

// add is what became of a sale after one more event.
func (f Fate) add(e event) (Fate, error) {
	f.State = e.state
	if e.state != dispute.Disputed {
		f.Ended = e.block
		return f, nil
	}
	opened, err := dispute.ParseOpened(e.data)
	f.Opened, f.Since = &opened, e.block
	return f, err
}

// loadFates reads the events that count.
func (b *Book) loadFates() error {
	b.fates, b.places = map[uint32]Fate{}, map[common.Hash]uint32{}
	n := int64(b.cursor.last().Fates)
	r := io.NewSectionReader(b.files.fates, 0, n*fateSize)
	for record := make([]byte, fateSize); n > 0; n-- {
		if _, err := io.ReadFull(r, record); err != nil {
			return fmt.Errorf("reading %s: %w", b.files.fates.Name(), err)
		}
		e, err := parseFate(record)
		if err == nil {
			err = b.remember(e)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", b.files.fates.Name(), err)
		}
	}
	return nil
}

func (b *Book) remember(e event) error {
	f, err := b.fates[e.index].add(e)
	if err != nil {
		return err
	}
	if _, known := b.fates[e.index]; !known {
		s, err := b.at(e.index)
		if err != nil {
			return err
		}
		b.places[s.Order] = e.index
	}
	b.fates[e.index] = f
	return nil
}
