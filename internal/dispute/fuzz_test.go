package dispute_test

import (
	"bytes"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
)

// What an endpoint tells is read whole or refused; no bytes make a reader panic.

func FuzzParseStatus(f *testing.F) {
	f.Add(make([]byte, 128))
	f.Add(bytes.Repeat([]byte{0xff}, 128))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := dispute.ParseStatus(b)
		if err == nil && (s.State > dispute.Refunded || s.Bond == nil || s.Deadline >= 1<<40) {
			t.Errorf("%x was read as %+v", b, s)
		}
	})
}

func FuzzParseOpened(f *testing.F) {
	f.Add(make([]byte, 128))
	f.Fuzz(func(t *testing.T, b []byte) {
		o, err := dispute.ParseOpened(b)
		if err != nil {
			return
		}
		proof := o.Proof.Bytes()
		if !bytes.Equal(proof[:], b[64:]) || o.Deadline >= 1<<40 {
			t.Errorf("%x was read as %+v", b, o)
		}
	})
}

func FuzzParseEvent(f *testing.F) {
	f.Add(dispute.DisputedTopic[:], make([]byte, 128))
	f.Add(dispute.KeyReleasedTopic[:], make([]byte, 96))
	f.Add(dispute.RefundedTopic[:], make([]byte, 32))
	f.Fuzz(func(t *testing.T, topic, data []byte) {
		e, err := dispute.ParseEvent(types.Log{Topics: []common.Hash{common.BytesToHash(topic), {1}}, Data: data})
		if err == nil && (e.State == dispute.None || e.Order != common.Hash{1}) {
			t.Errorf("%x %x was read as %+v", topic, data, e)
		}
	})
}
