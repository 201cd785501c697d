package product_test

import (
	"bytes"
	"flag"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"pgregory.net/rapid"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors/seeds"
)

// The same cases are drawn each time; -rapid.seed draws others.
func init() { flag.Set("rapid.seed", "1") }

// maxPrice is 2^96 − 1.
var maxPrice = new(uint256.Int).SubUint64(new(uint256.Int).Lsh(uint256.NewInt(1), 96), 1)

func sample() product.Terms {
	return product.Terms{
		Publisher:   address(1),
		Signer:      address(2),
		Token:       address(3),
		Committee:   address(4),
		GroupKey:    hash(5),
		FeeBps:      product.MaxFeeBps,
		ContentHash: hash(6),
		Tiers: []product.TierTerms{
			{Price: uint256.NewInt(1_000_000), Supply: 0, Confirmations: 12},
			{Price: maxPrice.Clone(), Supply: 1<<32 - 1, Confirmations: product.Finalised},
		},
	}
}

const samplePacked = "0101010101010101010101010101010101010101" + "0202020202020202020202020202020202020202" +
	"0303030303030303030303030303030303030303" + "0404040404040404040404040404040404040404" +
	"0505050505050505050505050505050505050505050505050505050505050505" + "03e8" +
	"0606060606060606060606060606060606060606060606060606060606060606" +
	"0000000000000000000f4240" + "00000000" + "0c" +
	"ffffffffffffffffffffffff" + "ffffffff" + "ff"

func TestTermsBytes(t *testing.T) {
	if got := common.Bytes2Hex(sample().Bytes()); got != samplePacked {
		t.Errorf("terms are %s, want %s", got, samplePacked)
	}
	got, err := product.ParseTerms(common.Hex2Bytes(samplePacked))
	if err != nil || !reflect.DeepEqual(got, sample()) {
		t.Errorf("terms come back as %+v, %v", got, err)
	}
}

func TestTermsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		terms := product.Terms{
			Publisher:   drawAddress(t, "publisher"),
			Signer:      drawAddress(t, "signer"),
			Token:       drawAddress(t, "token"),
			Committee:   drawAddress(t, "committee"),
			GroupKey:    hash(rapid.Byte().Draw(t, "group key")),
			FeeBps:      rapid.Uint16Range(0, product.MaxFeeBps).Draw(t, "fee"),
			ContentHash: hash(rapid.Byte().Draw(t, "content hash")),
		}
		for range rapid.IntRange(1, product.MaxTiers).Draw(t, "tiers") {
			price := rapid.SliceOfN(rapid.Byte(), 12, 12).Draw(t, "price")
			terms.Tiers = append(terms.Tiers, product.TierTerms{
				Price:         new(uint256.Int).SetBytes(price),
				Supply:        rapid.Uint32().Draw(t, "supply"),
				Confirmations: rapid.Uint8().Draw(t, "confirmations"),
			})
		}
		got, err := product.ParseTerms(terms.Bytes())
		if err != nil || !bytes.Equal(got.Bytes(), terms.Bytes()) || !reflect.DeepEqual(got, terms) {
			t.Fatalf("%+v come back as %+v, %v", terms, got, err)
		}
	})
}

func drawAddress(t *rapid.T, label string) common.Address {
	return address(rapid.ByteRange(1, 255).Draw(t, label))
}

func TestCheckTerms(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*product.Terms)
		err    string // empty: taken
	}{
		{"as they are", func(*product.Terms) {}, ""},
		{"no publisher", func(t *product.Terms) { t.Publisher = common.Address{} }, "no publisher"},
		{"no signer", func(t *product.Terms) { t.Signer = common.Address{} }, "no signer"},
		{"no token: coin", func(t *product.Terms) { t.Token = common.Address{} }, ""},
		{"fee 0", func(t *product.Terms) { t.FeeBps = 0 }, ""},
		{"fee 999", func(t *product.Terms) { t.FeeBps = 999 }, ""},
		{"fee 1,000", func(t *product.Terms) { t.FeeBps = 1000 }, ""},
		{"fee 1,001", func(t *product.Terms) { t.FeeBps = 1001 }, "fee"},
		{"fee 65,535", func(t *product.Terms) { t.FeeBps = 65535 }, "fee"},
		{"no tiers", func(t *product.Terms) { t.Tiers = nil }, "0 tiers"},
		{"1 tier", func(t *product.Terms) { t.Tiers = t.Tiers[:1] }, ""},
		{"63 tiers", func(t *product.Terms) { t.Tiers = slices.Repeat(t.Tiers[:1], 63) }, ""},
		{"64 tiers", func(t *product.Terms) { t.Tiers = slices.Repeat(t.Tiers[:1], 64) }, ""},
		{"65 tiers", func(t *product.Terms) { t.Tiers = slices.Repeat(t.Tiers[:1], 65) }, "65 tiers"},
		{"price 0", func(t *product.Terms) { t.Tiers[0].Price = uint256.NewInt(0) }, ""},
		{"price 2^96 − 1", func(t *product.Terms) { t.Tiers[0].Price = maxPrice.Clone() }, ""},
		{"price 2^96", func(t *product.Terms) { t.Tiers[1].Price = new(uint256.Int).AddUint64(maxPrice, 1) }, "price of tier 1"},
		{"price 2^256 − 1", func(t *product.Terms) { t.Tiers[1].Price = new(uint256.Int).Not(new(uint256.Int)) }, "price of tier 1"},
		{"no price", func(t *product.Terms) { t.Tiers[1].Price = nil }, "price of tier 1"},
	} {
		terms := sample()
		c.change(&terms)
		err := terms.Check()
		if (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: %v, want %q", c.name, err, c.err)
		}
	}
}

func TestParseTermsRefuses(t *testing.T) {
	good := sample().Bytes()
	zero := func(at, n int) []byte {
		b := bytes.Clone(good)
		clear(b[at : at+n])
		return b
	}
	fee := bytes.Clone(good)
	fee[112], fee[113] = 0x03, 0xe9
	for name, b := range map[string][]byte{
		"empty":           {},
		"no tier":         good[:146],
		"a byte of tiers": good[:147],
		"16 of 17 bytes":  good[:146+16],
		"18 of 17 bytes":  good[:146+18],
		"one byte less":   good[:len(good)-1],
		"one byte more":   append(bytes.Clone(good), 0),
		"65 tiers":        append(bytes.Clone(good[:146]), bytes.Repeat(good[146:163], 65)...),
		"no publisher":    zero(0, 20),
		"no signer":       zero(20, 20),
		"fee 1,001":       fee,
	} {
		if terms, err := product.ParseTerms(b); err == nil || !reflect.DeepEqual(terms, product.Terms{}) {
			t.Errorf("%s: got %+v, %v, want nothing and an error", name, terms, err)
		}
	}
}

func FuzzParseTerms(f *testing.F) {
	seeds.Add(f, "terms", "terms")
	f.Add(sample().Bytes())
	f.Add(sample().Bytes()[:146+17])
	f.Add(sample().Bytes()[:146+16])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		terms, err := product.ParseTerms(b)
		if err != nil {
			return
		}
		if back := terms.Bytes(); !bytes.Equal(back, b) {
			t.Errorf("%x comes back as %x", b, back)
		}
		if err := terms.Check(); err != nil {
			t.Errorf("terms were taken, and then refused: %v", err)
		}
	})
}
