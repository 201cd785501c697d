package publisher_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

var contracts = product.ContractsOf(common.HexToAddress("0x00000000000000000000000000000000000e5c01"))

// desk is a publisher's folder and what she works with.
type desk struct {
	t      *testing.T
	dir    string
	key    *ecdsa.PrivateKey
	signer common.Address
	group  threshold.Group
	shares []threshold.KeyShare
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	group, shares, err := threshold.InsecureDeal(2, 3, rand.NewChaCha8([32]byte{7}))
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t, t.TempDir(), devchain.Key(1), devchain.Address(1), group, shares}
	d.write("sample.txt", "once upon a time")
	d.write("tale.txt", strings.Repeat("there was a tale. ", 1000))
	d.write("maps/north.svg", "<svg/>")
	d.write("maps/south.svg", "<svg></svg>")
	d.write("cover", "\x89PNG\r\n\x1a\n and so on")
	return d
}

func (d *desk) path(name string) string { return filepath.Join(d.dir, name) }

func (d *desk) write(name, text string) {
	d.t.Helper()
	if err := os.MkdirAll(filepath.Dir(d.path(name)), 0o777); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(d.path(name), []byte(text), 0o666); err != nil {
		d.t.Fatal(err)
	}
}

// draft is a product of a free and a paid tier.
func (d *desk) draft() publisher.Draft {
	d.t.Helper()
	draft := publisher.Draft{
		Title: "The Tale", Description: "A tale with maps.", Language: "en", Cover: d.path("cover"),
		Tiers: []publisher.Tier{{Name: "sample", Price: "0"}, {Name: "text", Price: "0.002"}},
	}
	for _, part := range []string{"sample.txt=sample", "tale.txt", "maps=text"} {
		if err := draft.Add(d.path(part), false); err != nil {
			d.t.Fatal(err)
		}
	}
	if err := draft.Grant("text=print,count=3"); err != nil {
		d.t.Fatal(err)
	}
	return draft
}

func (d *desk) seal(name string) *publisher.SealFile {
	d.t.Helper()
	f, err := publisher.Seal(context.Background(), d.path(name), d.draft(), nil)
	if err != nil {
		d.t.Fatal(err)
	}
	return f
}

// listing is one under the prices that were sealed.
func (d *desk) listing(f *publisher.SealFile, settings ...publisher.Setting) publisher.Listing {
	d.t.Helper()
	if settings == nil {
		settings = make([]publisher.Setting, len(f.Content.Tiers))
	}
	tiers, err := f.TierTerms(tokens.Of(1337, common.Address{}), settings)
	if err != nil {
		d.t.Fatal(err)
	}
	urls := []string{"https://a.example", "https://b.example", "https://c.example"}
	operators := []common.Address{{1}, {2}, {3}}
	return publisher.Listing{
		Committee: nodeapi.NewCommittee(1337, common.Address{9}, 250, d.group, operators, urls),
		Tiers:     tiers,
		Hints:     []wrap.Hint{{Kind: "node", URL: urls[0]}},
	}
}

func (d *desk) publish(f *publisher.SealFile, name string, l publisher.Listing) *wrap.Header {
	d.t.Helper()
	h, fresh, err := f.Publish(context.Background(), d.path(name), l, contracts, d.key, nil)
	if err != nil || !fresh {
		d.t.Fatalf("publishing %s: fresh %v, %v", name, fresh, err)
	}
	return h
}

// archive opens a wrap and checks that all of it is what its header says.
func (d *desk) archive(name string) (*wrap.Archive, *wrap.Header) {
	d.t.Helper()
	b, err := os.ReadFile(d.path(name))
	if err != nil {
		d.t.Fatal(err)
	}
	a, err := wrap.OpenArchive(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		d.t.Fatal(err)
	}
	encoded, err := a.Header()
	if err != nil {
		d.t.Fatal(err)
	}
	h, err := wrap.ParseHeader(encoded)
	if err != nil {
		d.t.Fatal(err)
	}
	if err := errors.Join(h.Check(), h.Authenticate(contracts), a.Verify(context.Background(), h, nil)); err != nil {
		d.t.Fatal(err)
	}
	return a, h
}

// open buys tier k of the product of one header, and opens section n of a wrap
// with what the release gives.
func (d *desk) open(bought *wrap.Header, k int, name string, n int) (string, error) {
	d.t.Helper()
	key, err := release.NewKey(make([]byte, release.SeedSize), bought.Place(contracts, k), 0)
	if err != nil {
		d.t.Fatal(err)
	}
	proof, err := key.Prove(rand.NewChaCha8([32]byte{8}))
	if err != nil {
		d.t.Fatal(err)
	}
	var parts []threshold.Part
	for _, share := range d.shares[:2] {
		part, err := release.MakeShare(share, key.Place, key.B, proof)
		if err != nil {
			d.t.Fatal(err)
		}
		parts = append(parts, part)
	}
	U, err := release.Combine(d.group, key.Place, key.B, parts)
	if err != nil {
		d.t.Fatal(err)
	}
	D, err := key.Open(U, d.group.P)
	if err != nil {
		d.t.Fatal(err)
	}
	a, h := d.archive(name)
	hidden := h.Binding.Seal()
	tierKey, err := hidden.Open(k, D)
	if err != nil {
		d.t.Fatal(err)
	}
	s, err := a.Section(n, h.Content.Sections[n].Sealed())
	if err != nil {
		d.t.Fatal(err)
	}
	var plain bytes.Buffer
	err = s.OpenTo(context.Background(), &plain, nil, tierKey.Identity())
	return plain.String(), err
}

// names returns the names in the publisher's folder.
func (d *desk) names() string {
	d.t.Helper()
	entries, err := os.ReadDir(d.dir)
	if err != nil {
		d.t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}
