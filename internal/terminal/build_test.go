package terminal_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/sha256"
	"errors"
	"hash/crc32"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"filippo.io/age"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/seal"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// A seller is a publisher and a committee in one place, for tests.
type seller struct {
	trust    terminal.Trust
	chainID  uint64
	signer   *ecdsa.PrivateKey
	payee    common.Address
	token    common.Address
	group    threshold.Group
	shares   []threshold.KeyShare
	random   io.Reader
	feeBps   uint16
	explicit common.Address // of a product contract of its own
	hints    []wrap.Hint
	supply   uint32 // of every tier but the first
	series   []byte
	rights   []wrap.Right // of every tier but the first
	issueOf  *wrap.Header // whose binding, and tier keys, are used again
	keys     []seal.TierKey

	program []byte // the release program of every section

	// Frauds: what is signed is not what is sealed.
	falseKey, falseFrames, falseFolder bool
	falseSize                          uint64 // too many bytes signed
	falseOnly                          string // the section that is false, if not all
}

func newSeller(t *testing.T, escrow common.Address) *seller {
	t.Helper()
	random := rand.NewChaCha8([32]byte{1})
	group, shares, err := threshold.InsecureDeal(2, 3, random)
	if err != nil {
		t.Fatal(err)
	}
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("a publisher's key for tests")))
	if err != nil {
		t.Fatal(err)
	}
	return &seller{
		trust:   terminal.Trust{Contracts: product.ContractsOf(escrow)},
		chainID: 1337, signer: key, payee: crypto.PubkeyToAddress(key.PublicKey),
		group: group, shares: shares, random: random, feeBps: 100,
	}
}

// tier is a tier's name, its price in base units, and the files it opens.
type tier struct {
	name          string
	price         uint64
	confirmations uint8
	files         []string
}

// files are what sellers seal, by name.
type files map[string]string

// wrap seals files, signs, and writes a wrap into a folder of the test's own.
func (s *seller) wrap(t *testing.T, names []string, contents files, tiers ...tier) (path string, header *wrap.Header) {
	t.Helper()
	keys := make([]seal.TierKey, len(tiers))
	header = &wrap.Header{Version: wrap.Version, Hints: s.hints, Content: wrap.Content{Series: s.series, Title: "The Tale", Language: "en"}}
	terms := product.Terms{
		Publisher: s.payee, Signer: crypto.PubkeyToAddress(s.signer.PublicKey), Token: s.token,
		Committee: common.HexToAddress("0xc0"), FeeBps: s.feeBps,
	}
	for k, tier := range tiers {
		var err error
		if keys[k], err = seal.NewTierKey(s.random); err != nil {
			t.Fatal(err)
		}
		if s.issueOf != nil {
			keys[k] = s.keys[k]
		}
		header.Content.Tiers = append(header.Content.Tiers, wrap.Tier{Name: tier.name})
		if k > 0 {
			header.Content.Tiers[k].Rights = s.rights
		}
		terms.Tiers = append(terms.Tiers, product.TierTerms{Price: uint256.NewInt(tier.price), Confirmations: tier.confirmations, Supply: s.supply * uint32(min(k, 1))})
	}
	entries := s.seal(t, header, names, contents, tiers, keys)
	s.keys = keys
	s.bind(t, header, terms, keys)
	return writeWrap(t, header, entries), header
}

func (s *seller) seal(t *testing.T, header *wrap.Header, names []string, contents files, tiers []tier, keys []seal.TierKey) []wrap.Entry {
	t.Helper()
	var entries []wrap.Entry
	for n, name := range names {
		var sealed bytes.Buffer
		var recipients []age.Recipient
		section := wrap.SectionHeader{Name: name, Media: "text/plain"}
		for k, tier := range tiers {
			for _, file := range tier.files {
				if file == name {
					recipients = append(recipients, keys[k].Recipient())
					section.Tiers |= 1 << k
				}
			}
		}
		sealing, err := wrap.Seal(context.Background(), &sealed, bytes.NewReader([]byte(contents[name])), nil, recipients...)
		if err != nil {
			t.Fatal(err)
		}
		cheats := s.falseOnly == "" || s.falseOnly == name
		if s.falseFrames && cheats {
			sealing = s.sealRaw(t, &sealed, contents[name], recipients)
		}
		section.Program = s.program != nil
		if s.falseFolder && cheats {
			section.Media = wrap.MediaFolder
		}
		section.Size, section.SealedSize, section.Digest = sealing.Size, sealing.SealedSize, sealing.Digest
		if cheats {
			section.Size += s.falseSize
		}
		header.Content.Sections = append(header.Content.Sections, section)
		entries = append(entries, sealing.Entries(n, func() (io.ReadCloser, error) {
			return io.NopCloser(bytes.NewReader(sealed.Bytes())), nil
		})...)
	}
	if s.program != nil {
		var packed bytes.Buffer
		sealing, err := wrap.PackProgram(context.Background(), &packed, bytes.NewReader(s.program))
		if err != nil {
			t.Fatal(err)
		}
		header.Content.Program = &wrap.Program{Size: sealing.Size, SealedSize: sealing.SealedSize, Digest: sealing.Digest}
		entries = append(entries, sealing.ProgramEntry(func() (io.ReadCloser, error) { return io.NopCloser(&packed), nil }))
	}
	return entries
}

// sealRaw encrypts what was never compressed.
func (s *seller) sealRaw(t *testing.T, sealed *bytes.Buffer, content string, recipients []age.Recipient) *wrap.Sealing {
	t.Helper()
	sealed.Reset()
	w, err := age.Encrypt(sealed, recipients...)
	if err == nil {
		_, err = io.WriteString(w, content)
	}
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(sealed.Bytes())
	return &wrap.Sealing{
		Sealed: wrap.Sealed{Size: uint64(len(content)), SealedSize: uint64(sealed.Len()), Digest: sha256.Sum256(sum[:])},
		CRC:    crc32.ChecksumIEEE(sealed.Bytes()), Pieces: sum[:],
	}
}

func (s *seller) bind(t *testing.T, header *wrap.Header, terms product.Terms, keys []seal.TierKey) {
	t.Helper()
	header.Binding = wrap.Binding{
		ChainID: s.chainID, Terms: wrap.ShortTerms(terms),
		P: wrap.CompressedG1{G1: s.group.P}, Q: wrap.CompressedG2{G2: s.group.Q},
	}
	if s.explicit != (common.Address{}) {
		header.Binding.Product = s.explicit.Bytes()
	}
	bound, err := seal.Bind(s.group.Q, header.Place(s.trust.Contracts, 0), keys, s.random)
	if err != nil {
		t.Fatal(err)
	}
	header.Binding.R, header.Binding.E = wrap.CompressedG2{G2: bound.R}, bound.E
	if s.issueOf != nil {
		header.Binding = s.issueOf.Binding
	}
	if s.falseKey {
		header.Binding.E[1][5] ^= 1 // X25519 takes no notice of some bits of the first byte
	}
	if err := header.Sign(s.trust.Contracts, s.signer); err != nil {
		t.Fatal(err)
	}
}

func writeWrap(t *testing.T, header *wrap.Header, entries []wrap.Entry) string {
	t.Helper()
	var b bytes.Buffer
	if err := wrap.WriteArchive(&b, append([]wrap.Entry{wrap.HeaderEntry(header.Bytes())}, entries...)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "tale.wrap")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// tale writes the wrap that most tests use: a free sample and a text.
func (s *seller) tale(t *testing.T) (path string, header *wrap.Header) {
	t.Helper()
	return s.wrap(t, []string{"sample.txt", "tale.txt"},
		files{"sample.txt": "Once upon a time", "tale.txt": "Once upon a time there was an end."},
		tier{"sample", 0, 0, []string{"sample.txt"}},
		tier{"text", 2_000_000, 1, []string{"sample.txt", "tale.txt"}})
}
