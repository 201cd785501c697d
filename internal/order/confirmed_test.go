package order_test

import (
	"bytes"
	"errors"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors/seeds"
)

func logOf(l order.Leaf, witness [bls.ProofSize]byte) types.Log {
	return types.Log{
		Address: address(0xe5),
		Topics: []common.Hash{
			order.ConfirmedTopic, l.Offer().Account(), common.BytesToHash(l.Product[:]), l.ReleaseKey[0],
		},
		Data:        append(l.Bytes(), witness[:]...),
		BlockNumber: 7,
		BlockHash:   hash(8),
		TxHash:      hash(9),
		Index:       10,
	}
}

func TestParseConfirmed(t *testing.T) {
	l := sample()
	witness := [bls.ProofSize]byte(bytes.Repeat([]byte{3}, bls.ProofSize))
	got, err := order.ParseConfirmed(logOf(l, witness))
	want := order.Confirmed{
		Account: l.Offer().Account(), Leaf: l, Order: l.Hash(), Witness: witness, Block: 7, BlockHash: hash(8), Tx: hash(9), LogIndex: 10,
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
}

func TestParseConfirmedRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*types.Log)
		other bool // it is another event's log
	}{
		"no topics":                {func(l *types.Log) { l.Topics = nil }, true},
		"three topics":             {func(l *types.Log) { l.Topics = l.Topics[:3] }, true},
		"five topics":              {func(l *types.Log) { l.Topics = append(l.Topics, common.Hash{}) }, true},
		"another event":            {func(l *types.Log) { l.Topics[0][31] ^= 1 }, true},
		"dropped":                  {func(l *types.Log) { l.Removed = true }, false},
		"no data":                  {func(l *types.Log) { l.Data = nil }, false},
		"no witness":               {func(l *types.Log) { l.Data = l.Data[:order.LeafSize] }, false},
		"a byte less":              {func(l *types.Log) { l.Data = l.Data[:575] }, false},
		"a byte more":              {func(l *types.Log) { l.Data = append(l.Data, 0) }, false},
		"a word more":              {func(l *types.Log) { l.Data = append(l.Data, make([]byte, 32)...) }, false},
		"a word out of range":      {func(l *types.Log) { l.Data[0] = 1 }, false},
		"another account":          {func(l *types.Log) { l.Topics[1][0] ^= 1 }, false},
		"another product":          {func(l *types.Log) { l.Topics[2][31] ^= 1 }, false},
		"a product with more bits": {func(l *types.Log) { l.Topics[2][0] ^= 1 }, false},
		"another release key":      {func(l *types.Log) { l.Topics[3][0] ^= 1 }, false},
		"publisher not paid":       {func(l *types.Log) { l.Data[6*32+31] ^= 1 }, false},
		"fee not the account's":    {func(l *types.Log) { l.Data[9*32+31] ^= 1 }, false},
	} {
		log := logOf(sample(), [bls.ProofSize]byte{})
		c.spoil(&log)
		got, err := order.ParseConfirmed(log)
		if err == nil || !reflect.DeepEqual(got, order.Confirmed{}) {
			t.Errorf("%s: got %+v, %v, want nothing and an error", name, got, err)
		}
		if errors.Is(err, order.ErrNotConfirmed) != c.other {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The escrow takes any two numbers for a proof, so the event parses and the
// proof may not.
func TestConfirmedProof(t *testing.T) {
	var witness [bls.ProofSize]byte
	witness[63] = 5
	c, err := order.ParseConfirmed(logOf(sample(), witness))
	if err != nil {
		t.Fatal(err)
	}
	if p, err := c.Proof(); err != nil || p.Bytes() != witness {
		t.Errorf("proof is %x, %v", p.Bytes(), err)
	}
	r := bls.Order().FillBytes(make([]byte, 32))
	for name, w := range map[string][]byte{"c = r": append(r, make([]byte, 32)...), "z = r": append(make([]byte, 32), r...)} {
		c, err := order.ParseConfirmed(logOf(sample(), [bls.ProofSize]byte(w)))
		if err != nil {
			t.Fatal(err)
		}
		if p, err := c.Proof(); err == nil {
			t.Errorf("%s: proof is %x", name, p.Bytes())
		}
	}
}

// What is taken of a log says all of it: the log is written again as it was.
func FuzzParseConfirmed(f *testing.F) {
	for _, data := range seeds.Of(f, "event", "data") {
		f.Add(data)
	}
	f.Add(logOf(sample(), [bls.ProofSize]byte{1}).Data)
	f.Fuzz(func(t *testing.T, data []byte) {
		log := logOf(sample(), [bls.ProofSize]byte{})
		if log.Data = data; len(data) >= order.LeafSize {
			if l, err := order.ParseLeaf(data[:order.LeafSize]); err == nil {
				log.Topics = logOf(l, [bls.ProofSize]byte{}).Topics
			}
		}
		c, err := order.ParseConfirmed(log)
		if err != nil {
			return
		}
		if again := logOf(c.Leaf, c.Witness); !reflect.DeepEqual(again, log) {
			t.Errorf("%+v comes back as %+v", log, again)
		}
		if proof, err := c.Proof(); err == nil && proof.Bytes() != c.Witness {
			t.Errorf("witness %x is the proof %x", c.Witness, proof.Bytes())
		}
	})
}
