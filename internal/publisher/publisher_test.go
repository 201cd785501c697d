package publisher_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// What is sealed and published opens, to whom paid for its tier, and to nobody
// who paid for less.
func TestSealPublishOpen(t *testing.T) {
	d := newDesk(t)
	f := d.seal("tale.seal")
	h := d.publish(f, "tale.wrap", d.listing(f))
	if h.Binding.Terms.Publisher != d.signer || h.Binding.Terms.Signer != d.signer {
		t.Errorf("paid is %s, signer %s", h.Binding.Terms.Publisher, h.Binding.Terms.Signer)
	}
	tale, err := os.ReadFile(d.path("tale.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		tier, section int
		want          string
		err           error
	}{
		{0, 0, "once upon a time", nil},
		{1, 0, "once upon a time", nil},
		{1, 1, string(tale), nil},
		{0, 1, "", wrap.ErrWrongKey},
		{0, 2, "", wrap.ErrWrongKey},
	} {
		got, err := d.open(h, test.tier, "tale.wrap", test.section)
		if got != test.want || !errors.Is(err, test.err) {
			t.Errorf("tier %d opens section %d to %.20q, %v", test.tier, test.section, got, err)
		}
	}
	if s := h.Content.Sections; s[1].Media != "text/plain" || s[2].Media != wrap.MediaFolder || s[2].Name != "maps" {
		t.Errorf("sections are %+v", s)
	}
	if c := h.Content.Cover; c == nil || c.Name != "cover.png" {
		t.Errorf("cover is %+v", c)
	}
}

func TestSealFileIsSecret(t *testing.T) {
	d := newDesk(t)
	d.seal("tale.seal")
	for name, want := range map[string]fs.FileMode{"tale.seal": 0o700 | fs.ModeDir, "tale.seal/keys": 0o400} {
		info, err := os.Stat(d.path(name))
		if err != nil || info.Mode() != want {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
}

// The same seal file is sold again: at another price, at another place, under a
// fresh R.
func TestPublishAgainElsewhere(t *testing.T) {
	d := newDesk(t)
	d.seal("tale.seal")
	f, err := publisher.OpenSealFile(d.path("tale.seal"))
	if err != nil {
		t.Fatal(err)
	}
	first := d.publish(f, "first.wrap", d.listing(f))
	second := d.publish(f, "second.wrap", d.listing(f))
	dearer := d.publish(f, "dearer.wrap", d.listing(f, publisher.Setting{}, publisher.Setting{Price: "3.5", Supply: 10, Confirmations: 255}))
	if first.Address(contracts) != second.Address(contracts) || first.Binding.R.Equal(second.Binding.R.G2) || first.ID() == second.ID() {
		t.Error("two wraps of one listing differ in their place, or not in their R")
	}
	if dearer.Address(contracts) == first.Address(contracts) || dearer.Binding.Terms.Tiers[1].Price.Dec() != "3500000000000000000" {
		t.Error("another price is not another product")
	}
	for name, h := range map[string]*wrap.Header{"first.wrap": first, "dearer.wrap": dearer} {
		if got, err := d.open(h, 1, name, 0); err != nil || got != "once upon a time" {
			t.Errorf("%s opens to %q, %v", name, got, err)
		}
	}
}

// Who publishes again after a crash gets the wrap that is there, and nothing is
// ever overwritten.
func TestPublishAgainSamePath(t *testing.T) {
	d := newDesk(t)
	f := d.seal("tale.seal")
	l := d.listing(f)
	h := d.publish(f, "tale.wrap", l)
	before, err := os.ReadFile(d.path("tale.wrap"))
	if err != nil {
		t.Fatal(err)
	}
	again, fresh, err := f.Publish(context.Background(), d.path("tale.wrap"), l, contracts, d.key, nil)
	if err != nil || fresh || again.ID() != h.ID() {
		t.Errorf("again: fresh %v, %v", fresh, err)
	}
	other := l
	other.Payee = common.Address{5}
	hinted := l
	hinted.Hints = nil
	d.write("junk.wrap", "junk")
	dangling := d.path("dangling.wrap")
	if err := os.Symlink(d.path("nowhere"), dangling); err != nil {
		t.Fatal(err)
	}
	for name, try := range map[string]struct {
		path string
		l    publisher.Listing
		key  *ecdsa.PrivateKey
	}{
		"other payee":  {"tale.wrap", other, d.key},
		"other hints":  {"tale.wrap", hinted, d.key},
		"other signer": {"tale.wrap", l, devchain.Key(2)},
		"no wrap":      {"junk.wrap", l, d.key},
		"dangling":     {"dangling.wrap", l, d.key},
	} {
		if _, _, err := f.Publish(context.Background(), d.path(try.path), try.l, contracts, try.key, nil); !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if after, err := os.ReadFile(d.path("tale.wrap")); err != nil || !bytes.Equal(after, before) {
		t.Errorf("the wrap changed, %v", err)
	}
	if _, err := publisher.Seal(context.Background(), d.path("tale.seal"), d.draft(), nil); !errors.Is(err, fs.ErrExist) {
		t.Errorf("sealing over a seal file: %v", err)
	}
}

// What fails or is stopped leaves nothing behind.
func TestStopLeavesNothing(t *testing.T) {
	d := newDesk(t)
	f := d.seal("tale.seal")
	before := d.names()
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if _, err := publisher.Seal(stopped, d.path("other.seal"), d.draft(), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("sealing: %v", err)
	}
	if _, _, err := f.Publish(stopped, d.path("tale.wrap"), d.listing(f), contracts, d.key, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("publishing: %v", err)
	}
	draft := d.draft()
	draft.Parts = append(draft.Parts, publisher.Part{Path: d.path("missing.txt"), Tiers: 2})
	if _, err := publisher.Seal(context.Background(), d.path("other.seal"), draft, nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	if after := d.names(); after != before {
		t.Errorf("left behind: %s, before %s", after, before)
	}
}

// Damage is found before a wrap is made of it.
func TestDamagedSealFile(t *testing.T) {
	d := newDesk(t)
	other := d.seal("other.seal")
	keys, err := os.ReadFile(filepath.Join(other.Path, "keys"))
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		file   string
		change func([]byte) []byte
	}{
		"section's bit":     {"sections/1.age", func(b []byte) []byte { b[len(b)/2] ^= 1; return b }},
		"section cut":       {"sections/1.age", func(b []byte) []byte { return b[:len(b)-1] }},
		"another's keys":    {"keys", func([]byte) []byte { return keys }},
		"keys cut":          {"keys", func(b []byte) []byte { return b[:len(b)-3] }},
		"one key":           {"keys", func(b []byte) []byte { return b[:bytes.LastIndexByte(b[:len(b)-1], '\n')+1] }},
		"index cut":         {"index", func(b []byte) []byte { return b[:len(b)-1] }},
		"index of tomorrow": {"index", func(b []byte) []byte { b[3]++; return b }},
		"cover's bit":       {"cover.png", func(b []byte) []byte { b[9] ^= 1; return b }},
	} {
		d.seal("tale.seal")
		path := d.path("tale.seal/" + test.file)
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(os.Chmod(path, 0o600), os.WriteFile(path, test.change(b), 0o600)); err != nil {
			t.Fatal(err)
		}
		f, err := publisher.OpenSealFile(d.path("tale.seal"))
		if err == nil {
			_, _, err = f.Publish(context.Background(), d.path("tale.wrap"), d.listing(f), contracts, d.key, nil)
		}
		if err == nil {
			t.Errorf("%s: published", name)
		} else if strings.Contains(err.Error(), "AGE-SECRET") {
			t.Errorf("%s: a key is in %v", name, err)
		}
		if _, err := os.Stat(d.path("tale.wrap")); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: a wrap is there, %v", name, err)
		}
		if err := os.RemoveAll(d.path("tale.seal")); err != nil {
			t.Fatal(err)
		}
	}
}

// Terms whose money nobody could take out are refused.
func TestListingRefusesPayees(t *testing.T) {
	d := newDesk(t)
	f := d.seal("tale.seal")
	good := d.listing(f)
	product := common.Address{0xaa}
	for name, change := range map[string]func(*publisher.Listing){
		"escrow":             func(l *publisher.Listing) { l.Payee = contracts.Escrow },
		"router":             func(l *publisher.Listing) { l.Payee = contracts.Router },
		"factory":            func(l *publisher.Listing) { l.Payee = contracts.Factory },
		"template":           func(l *publisher.Listing) { l.Payee = contracts.Template },
		"committee":          func(l *publisher.Listing) { l.Payee = common.Address{9} },
		"token":              func(l *publisher.Listing) { l.Payee, l.Token = common.Address{6}, common.Address{6} },
		"token is escrow":    func(l *publisher.Listing) { l.Token = contracts.Escrow },
		"product of another": func(l *publisher.Listing) { l.Payee, l.Product = common.Address{6}, product },
		"no tiers":           func(l *publisher.Listing) { l.Tiers = nil },
		"fee":                func(l *publisher.Listing) { l.Committee.FeeBps = 1001 },
		"group key":          func(l *publisher.Listing) { l.Committee.P = l.Committee.P[:20] },
	} {
		l := good
		change(&l)
		if _, _, err := f.Publish(context.Background(), d.path("tale.wrap"), l, contracts, d.key, nil); err == nil {
			t.Errorf("%s: published", name)
		}
	}
	own := good
	own.Product = product
	if h := d.publish(f, "own.wrap", own); h.Address(contracts) != product {
		t.Errorf("product's address is %s", h.Address(contracts))
	}
	if key := crypto.PubkeyToAddress(d.key.PublicKey); key != d.signer {
		t.Fatal(key)
	}
}

// Who bought one issue opens the next ones, and nobody else's series does.
func TestIssuesOfSeries(t *testing.T) {
	d := newDesk(t)
	draft := d.draft()
	draft.Series = bytes.Repeat([]byte{3}, 32)
	first, err := publisher.Seal(context.Background(), d.path("first.seal"), draft, nil)
	if err != nil {
		t.Fatal(err)
	}
	h := d.publish(first, "first.wrap", d.listing(first))
	d.write("second.txt", "and they lived")
	next := first.Issue()
	next.Title = "The Tale, part 2"
	for _, part := range []string{"sample.txt=sample", "second.txt"} {
		if err := next.Add(d.path(part), false); err != nil {
			t.Fatal(err)
		}
	}
	second, err := publisher.SealIssue(context.Background(), d.path("second.seal"), first, next, nil)
	if err != nil {
		t.Fatal(err)
	}
	issue, fresh, err := second.PublishIssue(context.Background(), d.path("second.wrap"), h, nil, contracts, d.key, nil)
	if err != nil || !fresh {
		t.Fatal(fresh, err)
	}
	if issue.Address(contracts) != h.Address(contracts) || !issue.Binding.R.Equal(h.Binding.R.G2) {
		t.Error("the issue is another product")
	}
	if got, err := d.open(h, 1, "second.wrap", 1); err != nil || got != "and they lived" {
		t.Errorf("a subscriber opens the issue to %q, %v", got, err)
	}
	plain := d.seal("plain.seal")
	if _, _, err := plain.PublishIssue(context.Background(), d.path("x.wrap"), h, nil, contracts, d.key, nil); err == nil {
		t.Error("a product of no series was published as an issue")
	}
	if _, _, err := second.PublishIssue(context.Background(), d.path("x.wrap"), h, nil, contracts, devchain.Key(2), nil); err == nil {
		t.Error("an issue was signed by another")
	}
	if _, err := publisher.SealIssue(context.Background(), d.path("x.seal"), first, d.draft(), nil); err == nil {
		t.Error("an issue was sealed without the series")
	}
}
