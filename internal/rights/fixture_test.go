package rights_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/sha256"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/seal"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

const paidAt = 1_772_357_400 // 2026-03-01 09:30 UTC

var contracts = product.ContractsOf(common.Address(bytes.Repeat([]byte{0xe5}, 20)))

func deterministic(label string) io.Reader {
	return rand.NewChaCha8(sha256.Sum256([]byte(label)))
}

// shop is a publisher and a whole committee.
type shop struct {
	testing.TB
	signer *ecdsa.PrivateKey
	group  threshold.Group
	nodes  []threshold.KeyShare
	header *wrap.Header
}

// openShop publishes a product of a free and a paid tier, changed before it is
// bound and signed. Two shops of one label differ by nothing.
func openShop(t testing.TB, label string, changes ...func(*wrap.Header)) *shop {
	t.Helper()
	s := &shop{TB: t}
	var err error
	if s.group, s.nodes, err = threshold.InsecureDeal(2, 3, deterministic(label)); err != nil {
		t.Fatal(err)
	}
	if s.signer, err = crypto.ToECDSA(crypto.Keccak256([]byte(label))); err != nil {
		t.Fatal(err)
	}
	signer := crypto.PubkeyToAddress(s.signer.PublicKey)
	s.header = &wrap.Header{
		Version: wrap.Version,
		Content: wrap.Content{
			Title: `The "Tale" & its <end>`,
			Tiers: []wrap.Tier{
				{Name: "sample"},
				{Name: "text", Rights: []wrap.Right{{"display", "elapsedTime=P30D"}, {"print", "count=3", "until=dusk"}, {"levitate slowly", "height=2"}}},
			},
			Sections: []wrap.SectionHeader{{Name: "tale.txt", Media: "text/plain", Tiers: 3, SealedSize: 1}},
		},
		Binding: wrap.Binding{
			ChainID: 1,
			Terms:   wrap.ShortTerms{Publisher: signer, Signer: signer, Committee: common.Address{7}, FeeBps: 100, Tiers: []product.TierTerms{{Price: uint256.NewInt(0)}, {Price: uint256.NewInt(5)}}},
			P:       wrap.CompressedG1{G1: s.group.P}, Q: wrap.CompressedG2{G2: s.group.Q},
		},
		Hints: []wrap.Hint{{Kind: "node", URL: "https://node.example"}},
	}
	for _, change := range changes {
		change(s.header)
	}
	s.sign()
	return s
}

// sign binds the header to the place of its terms and signs it.
func (s *shop) sign() {
	s.Helper()
	var keys []seal.TierKey
	for range s.header.Content.Tiers {
		key, err := seal.NewTierKey(deterministic("tier key"))
		if err != nil {
			s.Fatal(err)
		}
		keys = append(keys, key)
	}
	bound, err := seal.Bind(s.header.Binding.Q.G2, s.header.Place(contracts, 0), keys, deterministic("r"))
	if err != nil {
		s.Fatal(err)
	}
	s.header.Binding.R, s.header.Binding.E = wrap.CompressedG2{G2: bound.R}, bound.E
	if err := s.header.Sign(contracts, s.signer); err != nil {
		s.Fatal(err)
	}
}

func (s *shop) place(tier int) product.Place { return s.header.Place(contracts, tier) }

func (s *shop) key(tier int) release.Key {
	s.Helper()
	key, err := release.NewKey(make([]byte, release.SeedSize), s.place(tier), 0)
	if err != nil {
		s.Fatal(err)
	}
	return key
}

// leaf is the order of somebody who paid for a tier as it was offered.
func (s *shop) leaf(tier int) order.Leaf {
	s.Helper()
	offer := s.header.Offer(tier)
	return order.Leaf{
		Product: s.header.Address(contracts), Tier: uint8(tier), Index: 4, Time: paidAt, Payer: common.Address{1}, RefundTo: common.Address{2},
		Publisher: offer.Publisher, Token: offer.Token, Committee: offer.Committee, FeeBps: offer.FeeBps, Confirmations: offer.Confirmations,
		GroupKey: offer.GroupKey, Amount: offer.Price, ReleaseKey: s.key(tier).B.Words(),
	}
}

// multiplied returns s·x, as the whole committee would if it checked nothing.
func (s *shop) multiplied(x bls.G1) bls.G1 {
	s.Helper()
	var parts []threshold.Part
	for _, node := range s.nodes {
		parts = append(parts, node.Part(x))
	}
	whole, err := threshold.Interpolate(parts, s.group.Threshold)
	if err != nil {
		s.Fatal(err)
	}
	return whole
}

func orderPlace(chainID uint64, leaf order.Leaf) release.OrderPlace {
	return release.OrderPlace{ChainID: chainID, Escrow: contracts.Escrow, Order: leaf.Hash()}
}

// receipt is what the committee makes for an order on the header's chain.
func (s *shop) receipt(leaf order.Leaf) bls.G1 {
	s.Helper()
	return s.multiplied(release.ReceiptPoint(orderPlace(s.header.Binding.ChainID, leaf)))
}

func (s *shop) issue(leaf order.Leaf, receipt bls.G1) *rights.Agreement {
	s.Helper()
	a, err := rights.Issue(s.header, contracts.Escrow, leaf, receipt)
	if err != nil {
		s.Fatal(err)
	}
	return a
}

// agreement is a true one, about the paid tier.
func (s *shop) agreement() *rights.Agreement {
	s.Helper()
	leaf := s.leaf(1)
	return s.issue(leaf, s.receipt(leaf))
}

func parse(t testing.TB, b []byte) *rights.Agreement {
	t.Helper()
	a, err := rights.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	return a
}
