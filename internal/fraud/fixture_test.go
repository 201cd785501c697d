package fraud_test

import (
	"archive/tar"
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/sha256"
	"io"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"filippo.io/age"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/klauspost/compress/zstd"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/fraud"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/seal"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

var contracts = product.ContractsOf(common.Address(bytes.Repeat([]byte{0xe5}, 20)))

func deterministic(label string) io.Reader {
	return rand.NewChaCha8(sha256.Sum256([]byte(label)))
}

// shop is a publisher and a whole committee. Its wrap has, in this order, what is
// whole, of both tiers, and what its publisher made of the tale, of the second.
type shop struct {
	testing.TB
	signer *ecdsa.PrivateKey
	group  threshold.Group
	nodes  []threshold.KeyShare
	header *wrap.Header
	sealed [][]byte
}

const (
	whole    = 0 // the numbers of the sections
	cheated  = 1
	text     = 1 // the tier
	taleText = "Once upon a time there was an end."
)

// goods are what a publisher seals for the second section, and what he signs of
// it.
type goods struct {
	seal   func(t testing.TB, keys []seal.TierKey) []byte
	size   uint64
	media  string
	tiers  uint64
	change func(h *wrap.Header) // before it is bound
	bound  func(h *wrap.Header) // after that, before it is signed
}

// openShop publishes a product. Two shops of one label have the same keys.
func openShop(t testing.TB, label string, g goods) *shop {
	t.Helper()
	s := &shop{TB: t}
	var err error
	if s.group, s.nodes, err = threshold.InsecureDeal(2, 3, deterministic(label)); err != nil {
		t.Fatal(err)
	}
	if s.signer, err = crypto.ToECDSA(crypto.Keccak256([]byte(label))); err != nil {
		t.Fatal(err)
	}
	random := deterministic(label + ": tier keys")
	var keys []seal.TierKey
	for range 2 {
		key, err := seal.NewTierKey(random)
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key)
	}
	s.seal(g, keys)
	if g.change != nil {
		g.change(s.header)
	}
	s.bind(keys)
	if g.bound != nil {
		g.bound(s.header)
	}
	s.sign()
	return s
}

func (s *shop) seal(g goods, keys []seal.TierKey) {
	s.Helper()
	signer := crypto.PubkeyToAddress(s.signer.PublicKey)
	if g.media == "" {
		g.media = "text/plain"
	}
	if g.tiers == 0 {
		g.tiers = 1 << text
	}
	s.sealed = [][]byte{honest("Once")(s, keys), g.seal(s, keys)}
	s.header = &wrap.Header{
		Version: wrap.Version,
		Content: wrap.Content{
			Title: `The "Tale" & its <end>`, Tiers: []wrap.Tier{{Name: "sample"}, {Name: "text"}},
			Sections: []wrap.SectionHeader{{Name: "sample.txt", Media: "text/plain", Tiers: 3, Size: 4}, {Name: "tale", Media: g.media, Tiers: g.tiers, Size: g.size}},
		},
		Binding: wrap.Binding{
			ChainID: 1,
			Terms:   wrap.ShortTerms{Publisher: signer, Signer: signer, Committee: common.Address{7}, FeeBps: 100, Tiers: []product.TierTerms{{Price: uint256.NewInt(0)}, {Price: uint256.NewInt(5)}}},
			P:       wrap.CompressedG1{G1: s.group.P}, Q: wrap.CompressedG2{G2: s.group.Q},
		},
		Hints: []wrap.Hint{{Kind: "node", URL: "https://node.example"}},
	}
	for n, sealed := range s.sealed {
		section := &s.header.Content.Sections[n]
		section.SealedSize, section.Digest = uint64(len(sealed)), digestOf(sealed)
	}
}

// digestOf is what a header signs about sealed bytes, computed on its own.
func digestOf(sealed []byte) common.Hash {
	var list []byte
	for piece := range slices.Chunk(sealed, 1<<20) {
		sum := sha256.Sum256(piece)
		list = append(list, sum[:]...)
	}
	return sha256.Sum256(list)
}

func (s *shop) bind(keys []seal.TierKey) {
	s.Helper()
	bound, err := seal.Bind(s.group.Q, s.header.Place(contracts, 0), keys, deterministic("r"))
	if err != nil {
		s.Fatal(err)
	}
	s.header.Binding.R, s.header.Binding.E = wrap.CompressedG2{G2: bound.R}, bound.E
}

func (s *shop) sign() {
	s.Helper()
	if err := s.header.Sign(contracts, s.signer); err != nil {
		s.Fatal(err)
	}
}

// multiplied returns s·x, as the whole committee would if it checked nothing.
func (s *shop) multiplied(x bls.G1) bls.G1 {
	s.Helper()
	var parts []threshold.Part
	for _, node := range s.nodes {
		parts = append(parts, node.Part(x))
	}
	product, err := threshold.Interpolate(parts, s.group.Threshold)
	if err != nil {
		s.Fatal(err)
	}
	return product
}

// opener returns D_k.
func (s *shop) opener(tier int) bls.G1 {
	return s.multiplied(s.header.Place(contracts, tier).Identity())
}

// section joins sealed bytes with what the header signs of them.
func (s *shop) section(n int) *wrap.Section {
	return &wrap.Section{Name: "sections/1.age", Source: bytes.NewReader(s.sealed[n]), Sealed: s.header.Content.Sections[n].Sealed()}
}

func (s *shop) accuse(n int) (*fraud.Proof, error) {
	p, _, err := fraud.Accuse(context.Background(), s.header, contracts, text, n, s.opener(text), s.section(n))
	return p, err
}

// proof is a true one.
func (s *shop) proof() *fraud.Proof {
	s.Helper()
	p, err := s.accuse(cheated)
	if err != nil {
		s.Fatal(err)
	}
	return p
}

func parse(t testing.TB, b []byte) *fraud.Proof {
	t.Helper()
	p, err := fraud.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// honest seals as a publisher's software does.
func honest(plain string) func(testing.TB, []seal.TierKey) []byte {
	return func(t testing.TB, keys []seal.TierKey) []byte {
		t.Helper()
		var b bytes.Buffer
		if _, err := wrap.Seal(context.Background(), &b, bytes.NewReader([]byte(plain)), nil, keys[0].Recipient(), keys[1].Recipient()); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
}

// encrypted seals bytes that need not be frames, to one tier.
func encrypted(tier int, payload []byte) func(testing.TB, []seal.TierKey) []byte {
	return func(t testing.TB, keys []seal.TierKey) []byte {
		t.Helper()
		var b bytes.Buffer
		w, err := age.Encrypt(&b, keys[tier].Recipient())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(payload); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
}

// forged changes what was sealed before it is signed.
func forged(seals func(testing.TB, []seal.TierKey) []byte, change func([]byte) []byte) func(testing.TB, []seal.TierKey) []byte {
	return func(t testing.TB, keys []seal.TierKey) []byte { return change(seals(t, keys)) }
}

func cut(n int) func([]byte) []byte { return func(b []byte) []byte { return b[:len(b)-n] } }

func packed(plain string) []byte {
	w, err := zstd.NewWriter(nil)
	if err != nil {
		panic(err)
	}
	return w.EncodeAll([]byte(plain), nil)
}

// tarOf is a tar of a file of that name, with a last entry that header changes.
func tarOf(t testing.TB, change func(h *tar.Header)) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	h := &tar.Header{Typeflag: tar.TypeReg, Name: "tale.txt", Mode: 0o644, ModTime: time.Unix(0, 0), Size: int64(len(taleText))}
	if change != nil {
		change(h)
	}
	if err := w.WriteHeader(h); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, taleText[:h.Size]); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
