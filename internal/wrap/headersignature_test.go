package wrap_test

import (
	"bytes"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"

	terms "github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Typed data by hand (EIP-712): what every wallet would be asked to sign.
func TestDigestFollowsEIP712(t *testing.T) {
	h := sampleHeader(t)
	word := func(a common.Address) []byte { return common.LeftPadBytes(a[:], 32) }
	domain := crypto.Keccak256(
		crypto.Keccak256([]byte("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)")),
		crypto.Keccak256([]byte("Shrinkwrap")), crypto.Keccak256([]byte("1")),
		common.LeftPadBytes(new(big.Int).SetUint64(h.Binding.ChainID).Bytes(), 32), word(contracts.Escrow))
	id := h.ID()
	message := crypto.Keccak256(crypto.Keccak256([]byte("Wrap(address product,bytes32 header)")), word(h.Address(contracts)), id[:])
	if got, want := h.Digest(contracts), crypto.Keccak256Hash([]byte{0x19, 0x01}, domain, message); got != want {
		t.Errorf("digest is %s, want %s", got, want)
	}
}

func TestAuthenticateRefusesOtherSignatures(t *testing.T) {
	sign := func(first byte) func(*testing.T, *wrap.Header) {
		return func(t *testing.T, h *wrap.Header) {
			digest := h.Digest(contracts)
			s, err := crypto.Sign(digest[:], signerKey(t, first))
			if err != nil {
				t.Fatal(err)
			}
			copy(h.Signature[:], s[:64])
			h.Signature[32] |= s[64] << 7
		}
	}
	n := crypto.S256().Params().N
	for name, change := range map[string]func(*testing.T, *wrap.Header){
		"another's signature": sign(2),
		"the signature of another header": func(t *testing.T, h *wrap.Header) {
			h.Signature = sampleHeader(t, func(h *wrap.Header) { h.Content.Title = "Another tale" }).Signature
		},
		"the other parity": func(_ *testing.T, h *wrap.Header) { h.Signature[32] ^= 0x80 },
		"a high s": func(_ *testing.T, h *wrap.Header) {
			parity := h.Signature[32] & 0x80
			h.Signature[32] &= 0x7f
			s := new(big.Int).SetBytes(h.Signature[32:])
			s.Sub(n, s).FillBytes(h.Signature[32:]) // the twin: −s and the other parity
			h.Signature[32] |= parity ^ 0x80
		},
		"no signature": func(_ *testing.T, h *wrap.Header) { h.Signature = [64]byte{} },
		"r of 0":       func(_ *testing.T, h *wrap.Header) { clear(h.Signature[:32]) },
		"s of 0":       func(_ *testing.T, h *wrap.Header) { clear(h.Signature[32:]) },
		"r of n":       func(_ *testing.T, h *wrap.Header) { n.FillBytes(h.Signature[:32]) },
		"r and s swapped": func(_ *testing.T, h *wrap.Header) {
			r := bytes.Clone(h.Signature[:32])
			copy(h.Signature[:32], h.Signature[32:])
			copy(h.Signature[32:], r)
		},
		"another signer in the terms": func(t *testing.T, h *wrap.Header) { h.Binding.Terms.Signer = signerAddress(t, 2) },
	} {
		h := sampleHeader(t)
		if err := h.Authenticate(contracts); err != nil {
			t.Fatal(err)
		}
		change(t, h)
		parsed, err := wrap.ParseHeader(h.Bytes())
		if err != nil {
			t.Errorf("%s: the form was refused: %v", name, err)
			continue
		}
		if err := parsed.Authenticate(contracts); !errors.Is(err, wrap.ErrSignature) {
			t.Errorf("%s: %v, want ErrSignature", name, err)
		}
	}
	h := sampleHeader(t)
	sign(1)(t, h)
	if err := h.Authenticate(contracts); err != nil {
		t.Errorf("the signer's own signature: %v", err)
	}
}

// A sticker that names another escrow, or a wrap copied to another chain, does
// not authenticate; neither does one under another product's address.
func TestSignatureIsForOneEscrowChainAndProduct(t *testing.T) {
	h := sampleHeader(t)
	for name, other := range map[string]terms.Contracts{
		"another escrow":   {Escrow: common.Address{1}, Factory: contracts.Factory, Template: contracts.Template},
		"another factory":  {Escrow: contracts.Escrow, Factory: common.Address{1}, Template: contracts.Template},
		"another template": {Escrow: contracts.Escrow, Factory: contracts.Factory, Template: common.Address{1}},
		"none":             {},
	} {
		if err := h.Authenticate(other); !errors.Is(err, wrap.ErrSignature) {
			t.Errorf("%s: %v, want ErrSignature", name, err)
		}
	}
}

// The publisher of a product with a contract of its own is vouched for by that
// contract alone: another's name as signer would be shown as its publisher.
func TestExplicitProductIsSignedByItsPublisher(t *testing.T) {
	h := sampleHeader(t, func(h *wrap.Header) { h.Binding.Product = bytes.Repeat([]byte{7}, 20) })
	if err := h.Authenticate(contracts); !errors.Is(err, wrap.ErrSigner) {
		t.Errorf("signer is not publisher: %v, want ErrSigner", err)
	}
	template := sampleHeader(t)
	if template.Binding.Terms.Signer == template.Binding.Terms.Publisher {
		t.Fatal("the sample's signer should differ from its publisher")
	}
	if err := template.Authenticate(contracts); err != nil {
		t.Errorf("a product of the template may have another payee: %v", err)
	}
}

func TestCheckRefusesKeysThatDisagree(t *testing.T) {
	h := sampleHeader(t, func(h *wrap.Header) { h.Binding.P = wrap.CompressedG1{G1: headerGroup(t, 2).P} })
	if err := h.Authenticate(contracts); err != nil {
		t.Fatalf("the signer may sign what does not open: %v", err)
	}
	if err := h.Check(); !errors.Is(err, threshold.ErrKeysDisagree) {
		t.Errorf("P of another committee: %v, want ErrKeysDisagree", err)
	}
}

func TestSignNeedsTheSignersKey(t *testing.T) {
	h := sampleHeader(t)
	before := h.Signature
	if err := h.Sign(contracts, signerKey(t, 2)); err == nil || h.Signature != before {
		t.Errorf("another's key signed: %v", err)
	}
}

// Each part of a header, changed after it was signed.
func TestSignatureCoversEverythingButTheHints(t *testing.T) {
	for name, change := range map[string]func(*wrap.Header){
		"chain":          func(h *wrap.Header) { h.Binding.ChainID = 1 },
		"publisher":      func(h *wrap.Header) { h.Binding.Terms.Publisher[0] ^= 1 },
		"token":          func(h *wrap.Header) { h.Binding.Terms.Token[0] ^= 1 },
		"committee":      func(h *wrap.Header) { h.Binding.Terms.Committee[0] ^= 1 },
		"fee":            func(h *wrap.Header) { h.Binding.Terms.FeeBps++ },
		"price":          func(h *wrap.Header) { h.Binding.Terms.Tiers[0].Price = uint256.NewInt(1) },
		"supply":         func(h *wrap.Header) { h.Binding.Terms.Tiers[1].Supply++ },
		"confirmations":  func(h *wrap.Header) { h.Binding.Terms.Tiers[0].Confirmations++ },
		"P and Q":        func(h *wrap.Header) { g := headerGroup(t, 2); h.Binding.P.G1, h.Binding.Q.G2 = g.P, g.Q },
		"R":              func(h *wrap.Header) { h.Binding.R = h.Binding.Q },
		"E_0":            func(h *wrap.Header) { h.Binding.E[0][31] ^= 1 },
		"E_1":            func(h *wrap.Header) { h.Binding.E[1][0] ^= 1 },
		"E_0 and E_1":    func(h *wrap.Header) { h.Binding.E[0], h.Binding.E[1] = h.Binding.E[1], h.Binding.E[0] },
		"title":          func(h *wrap.Header) { h.Content.Title += "!" },
		"description":    func(h *wrap.Header) { h.Content.Description += "!" },
		"language":       func(h *wrap.Header) { h.Content.Language = "fr" },
		"series":         func(h *wrap.Header) { h.Content.Series = make([]byte, 32) },
		"tier's name":    func(h *wrap.Header) { h.Content.Tiers[0].Name += "!" },
		"right":          func(h *wrap.Header) { h.Content.Tiers[1].Rights[1][1] = "count=4" },
		"section's size": func(h *wrap.Header) { h.Content.Sections[0].Size++ },
		"section's tier": func(h *wrap.Header) { h.Content.Sections[1].Tiers = 3 },
		"digest":         func(h *wrap.Header) { h.Content.Sections[0].Digest[0] ^= 1 },
		"program":        func(h *wrap.Header) { h.Content.Program.Digest[0] ^= 1 },
		"cover":          func(h *wrap.Header) { h.Content.Cover.Digest[0] ^= 1 },
		"extension":      func(h *wrap.Header) { h.Content.Extensions[0].Value[0] ^= 1 },
	} {
		h := sampleHeader(t)
		id := h.ID()
		change(h)
		if err := h.Authenticate(contracts); !errors.Is(err, wrap.ErrSignature) {
			t.Errorf("another %s: %v, want ErrSignature", name, err)
		}
		if h.ID() == id {
			t.Errorf("another %s: the wrap has the same id", name)
		}
	}
	h := sampleHeader(t)
	id := h.ID()
	h.Hints = append(h.Hints[1:], wrap.Hint{Kind: "node", URL: "https://elsewhere.example"})
	if err := h.Authenticate(contracts); err != nil || h.ID() != id {
		t.Errorf("other hints: %v", err)
	}
}

// Issues of a series share their terms, so that only the signature tells whose
// word an issue is.
func TestSignatureCoversAnIssueOfASeries(t *testing.T) {
	series := bytes.Repeat([]byte{7}, 32)
	issue := sampleHeader(t, func(h *wrap.Header) { h.Content.Series = series })
	other := sampleHeader(t, func(h *wrap.Header) { h.Content.Series, h.Content.Title = series, "The next issue" })
	if issue.Address(contracts) != other.Address(contracts) || issue.ID() == other.ID() {
		t.Fatal("issues of a series should have one address and two ids")
	}
	other.Signature = issue.Signature
	if err := other.Authenticate(contracts); !errors.Is(err, wrap.ErrSignature) {
		t.Errorf("the signature of another issue: %v, want ErrSignature", err)
	}
}

// No bit of a header but those of its hints can change unseen.
func TestEveryBitOfAHeader(t *testing.T) {
	h := sampleHeader(t)
	good := h.Bytes()
	hints, err := rlp.EncodeToBytes(h.Hints)
	if err != nil {
		t.Fatal(err)
	}
	signed := len(good) - len(hints)
	for i := range good {
		changed := bytes.Clone(good)
		changed[i] ^= 1 << (i % 8)
		got, err := wrap.ParseHeader(changed)
		if err != nil {
			continue
		}
		if !bytes.Equal(got.Bytes(), changed) {
			t.Errorf("byte %d changed: the header does not come back", i)
		}
		if err := got.Authenticate(contracts); (err == nil) != (i >= signed) {
			t.Errorf("byte %d of %d changed, %d of them signed: %v", i, len(good), signed, err)
		}
	}
}
