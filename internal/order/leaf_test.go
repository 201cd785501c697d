package order_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors/seeds"
)

func address(b byte) common.Address { return common.Address(bytes.Repeat([]byte{b}, 20)) }
func hash(b byte) common.Hash       { return common.Hash(bytes.Repeat([]byte{b}, 32)) }

func sample() order.Leaf {
	return order.Leaf{
		Product:       address(1),
		Tier:          2,
		Index:         0x03040506,
		Time:          0x0708090a0b,
		Payer:         address(12),
		RefundTo:      address(13),
		Publisher:     address(14),
		Token:         address(15),
		Committee:     address(16),
		FeeBps:        1000,
		Confirmations: 18,
		GroupKey:      hash(19),
		Amount:        uint256.NewInt(20_000_000),
		ReleaseKey:    bls.GeneratorG1().Words(),
	}
}

func extremes() []order.Leaf {
	most := new(uint256.Int).SubUint64(new(uint256.Int).Lsh(uint256.NewInt(1), 96), 1)
	return []order.Leaf{
		{Amount: uint256.NewInt(0)},
		{
			Product: address(255), Tier: 255, Index: 1<<32 - 1, Time: 1<<40 - 1, Payer: address(255), RefundTo: address(255), Publisher: address(255),
			Token: address(255), Committee: address(255), FeeBps: 65535, Confirmations: 255, GroupKey: hash(255), Amount: most,
			ReleaseKey: [3][32]byte{hash(255), hash(254), hash(253)},
		},
		sample(),
	}
}

func TestLeafComesBack(t *testing.T) {
	for _, l := range extremes() {
		b := l.Bytes()
		if len(b) != order.LeafSize {
			t.Fatalf("leaf has %d bytes, want %d", len(b), order.LeafSize)
		}
		got, err := order.ParseLeaf(b)
		if err != nil || !reflect.DeepEqual(got, l) {
			t.Errorf("%+v comes back as %+v, %v", l, got, err)
		}
		if got.Hash() != crypto.Keccak256Hash(b) {
			t.Errorf("hash of %x is %s", b, got.Hash())
		}
	}
}

// Each word whose field has fewer bits, with one bit more than it has.
func TestParseLeafRefusesWordsOutOfRange(t *testing.T) {
	for _, c := range []struct {
		field string
		word  int
		bits  int
	}{
		{"product", 0, 160}, {"tier", 1, 8}, {"index", 2, 32}, {"time", 3, 40}, {"payer", 4, 160}, {"refundTo", 5, 160}, {"publisher", 6, 160},
		{"token", 7, 160}, {"committee", 8, 160}, {"feeBps", 9, 16}, {"confirmations", 10, 8}, {"amount", 12, 96},
	} {
		for bit := range 256 {
			b := order.Leaf{}.Bytes()
			b[32*c.word+31-bit/8] |= 1 << (bit % 8)
			l, err := order.ParseLeaf(b)
			if taken := err == nil; taken != (bit < c.bits) {
				t.Errorf("%s with bit %d set: %v", c.field, bit, err)
			}
			if err != nil && !reflect.DeepEqual(l, order.Leaf{}) {
				t.Errorf("%s with bit %d set: %+v was returned beside the error", c.field, bit, l)
			}
			if err == nil && !bytes.Equal(l.Bytes(), b) {
				t.Errorf("%s with bit %d set does not come back", c.field, bit)
			}
		}
	}
}

func TestParseLeafRefusesOtherLengths(t *testing.T) {
	b := sample().Bytes()
	for _, wrong := range [][]byte{nil, b[:480], b[:511], append(bytes.Clone(b), 0), append(bytes.Clone(b), make([]byte, 32)...)} {
		if l, err := order.ParseLeaf(wrong); err == nil || !strings.Contains(err.Error(), "512") {
			t.Errorf("leaf of %d bytes: %+v, %v", len(wrong), l, err)
		}
	}
}

// Anyone can pay for a release key that is no point: the leaf parses, the key
// does not.
func TestLeafKey(t *testing.T) {
	l := sample()
	if B, err := l.Key(); err != nil || !B.Equal(bls.GeneratorG1()) {
		t.Errorf("key is %x, %v, want g", B.Bytes(), err)
	}
	raw := bls.GeneratorG1().Affine()
	raw[95] ^= 1
	for name, key := range map[string][3][32]byte{
		"zeros":             {},
		"no point":          {[32]byte(raw[:32]), [32]byte(raw[32:64]), [32]byte(raw[64:])},
		"order 3, (0, 2)":   {2: {31: 2}},
		"above the modulus": {hash(255), hash(255), hash(255)},
	} {
		l.ReleaseKey = key
		if B, err := l.Key(); err == nil {
			t.Errorf("%s: key is %x", name, B.Bytes())
		}
		if _, err := order.ParseLeaf(l.Bytes()); err != nil {
			t.Errorf("%s: the leaf was refused: %v", name, err)
		}
	}
}

func TestLeafNamesItsOfferAndPlace(t *testing.T) {
	l := sample()
	want := product.Offer{
		Publisher: l.Publisher, Token: l.Token, Committee: l.Committee, GroupKey: l.GroupKey, FeeBps: l.FeeBps, Price: l.Amount, Confirmations: l.Confirmations,
	}
	if got := l.Offer(); got != want {
		t.Errorf("offer is %+v, want %+v", got, want)
	}
	if got, want := l.Place(5, address(99)), (product.Place{ChainID: 5, Escrow: address(99), Product: l.Product, Tier: l.Tier}); got != want {
		t.Errorf("place is %+v, want %+v", got, want)
	}
}

func FuzzParseLeaf(f *testing.F) {
	seeds.Add(f, "leaf", "leaf")
	for _, l := range extremes() {
		f.Add(l.Bytes())
	}
	f.Add(sample().Bytes()[:511])
	f.Fuzz(func(t *testing.T, b []byte) {
		l, err := order.ParseLeaf(b)
		if err != nil {
			return
		}
		if !bytes.Equal(l.Bytes(), b) {
			t.Errorf("%x comes back as %x", b, l.Bytes())
		}
	})
}
