package wrap_test

import (
	"crypto/ecdsa"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	terms "github.com/shrinkwrap/shrinkwrap/internal/product"
	tierseal "github.com/shrinkwrap/shrinkwrap/internal/seal"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

var contracts = terms.ContractsOf(common.HexToAddress("0x5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c"))

// signerKey is a publisher's key.
func signerKey(t testing.TB, first byte) *ecdsa.PrivateKey {
	t.Helper()
	key, err := crypto.ToECDSA(append([]byte{first}, make([]byte, 31)...))
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func signerAddress(t testing.TB, first byte) common.Address {
	return crypto.PubkeyToAddress(signerKey(t, first).PublicKey)
}

func headerGroup(t testing.TB, seed byte) threshold.Group {
	t.Helper()
	group, _, err := threshold.InsecureDeal(2, 3, rand.NewChaCha8([32]byte{seed}))
	if err != nil {
		t.Fatal(err)
	}
	return group
}

// sampleContent has one of everything.
func sampleContent() wrap.Content {
	return wrap.Content{
		Title:       "The Tale of the Sealed Letter",
		Description: "A tale in two parts.\u00a0With pictures.",
		Language:    "en-GB",
		Tiers: []wrap.Tier{
			{Name: "text", Rights: []wrap.Right{{"display"}}},
			{Name: "text and film", Rights: []wrap.Right{{"display"}, {"print", "count=3", "dateTime=2030-01-01T00:00:00Z"}}},
		},
		Sections: []wrap.SectionHeader{
			{Name: "tale.txt", Media: "text/plain", Tiers: 3, Size: 1000, SealedSize: 700, Digest: common.Hash{1}},
			{Name: "film", Media: wrap.MediaFolder, Tiers: 2, Size: 1 << 31, SealedSize: 1 << 31, Digest: common.Hash{2}, Program: true},
		},
		Program:    &wrap.Program{Size: 5000, SealedSize: 2000, Digest: common.Hash{3}},
		Cover:      &wrap.Cover{Name: "cover.png", Size: 4000, Digest: common.Hash{4}},
		Extensions: []wrap.Extension{{Key: "org.example.isbn", Value: []byte("978-3-16-148410-0")}},
	}
}

// sampleHeader returns a header of the sample's content, changed and then bound
// and signed by its signer's key.
func sampleHeader(t testing.TB, changes ...func(*wrap.Header)) *wrap.Header {
	t.Helper()
	h := unsignedHeader(t, changes...)
	if err := h.Sign(contracts, signerKey(t, 1)); err != nil {
		t.Fatal(err)
	}
	return h
}

func unsignedHeader(t testing.TB, changes ...func(*wrap.Header)) *wrap.Header {
	t.Helper()
	group := headerGroup(t, 1)
	h := &wrap.Header{
		Version: wrap.Version,
		Content: sampleContent(),
		Binding: wrap.Binding{
			ChainID: 11155111,
			Terms: wrap.ShortTerms{
				Publisher: common.Address{9}, Signer: signerAddress(t, 1), Committee: common.Address{8}, FeeBps: 50,
				Tiers: []terms.TierTerms{{Price: uint256.NewInt(1_000_000), Confirmations: 3}, {Price: uint256.NewInt(5_000_000), Supply: 100, Confirmations: terms.Finalised}},
			},
			P: wrap.CompressedG1{G1: group.P},
			Q: wrap.CompressedG2{G2: group.Q},
		},
		Hints: []wrap.Hint{{Kind: "node", URL: "https://node.example"}, {Kind: "wrap", URL: "https://example.org/tale.wrap"}},
	}
	for _, change := range changes {
		change(h)
	}
	bindHeader(t, h)
	return h
}

// bindHeader draws the tier keys and hides them under Q at the product's place.
func bindHeader(t testing.TB, h *wrap.Header) {
	t.Helper()
	random := rand.NewChaCha8([32]byte{2})
	var keys []tierseal.TierKey
	for range h.Binding.Terms.Tiers {
		key, err := tierseal.NewTierKey(random)
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key)
	}
	bound, err := tierseal.Bind(h.Binding.Q.G2, h.Place(contracts, 0), keys, random)
	if err != nil {
		t.Fatal(err)
	}
	h.Binding.R, h.Binding.E = wrap.CompressedG2{G2: bound.R}, bound.E
}
