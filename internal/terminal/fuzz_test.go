package terminal_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors/seeds"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// goodHeader is a header of three tiers that the vectors have.
func goodHeader(f *testing.F) *wrap.Header {
	f.Helper()
	for _, b := range seeds.Of(f, "header", "header") {
		if h, err := wrap.ParseHeader(b); err == nil && len(h.Content.Tiers) == 2 {
			return h
		}
	}
	f.Fatal("no header of two tiers")
	return nil
}

// fullPurchase has something in every field.
func fullPurchase(f *testing.F, h *wrap.Header) *terminal.Purchase {
	f.Helper()
	place := h.Place(product.ContractsOf(someEscrow), 1)
	key := bls.GeneratorG1().Bytes()
	raw, err := types.NewTx(&types.DynamicFeeTx{Nonce: 3}).MarshalBinary()
	if err != nil {
		f.Fatal(err)
	}
	sent := &terminal.Transaction{From: common.Address{1}, Nonce: 3, Versions: []terminal.Version{{Hash: common.Hash{2}, Raw: raw}}}
	leaf := order.Leaf{Product: place.Product, Tier: 1, Amount: uint256.NewInt(5), ReleaseKey: bls.GeneratorG1().Words()}
	return &terminal.Purchase{
		Version: 1, Wrap: h.ID(), Title: "The Tale", Name: "text", ChainID: place.ChainID, Escrow: place.Escrow, Product: place.Product, Tier: 1,
		ReleaseKey: key[:], Price: uint256.NewInt(7), RefundTo: common.Address{4}, Created: 1_700_000_000, Step: terminal.Opened,
		Approval: sent, Payment: sent, Peaks: &terminal.Peaks{Count: 5, Peaks: order.Peaks{{1}}},
		Order:   &terminal.Order{Hash: leaf.Hash(), Leaf: leaf.Bytes(), Transaction: common.Hash{6}, Block: 7, BlockHash: common.Hash{8}},
		Release: key[:], Source: "node", Receipt: key[:], Folders: []string{"tale"}, Wallet: true, Since: 9,
	}
}

// A purchase that is read says the same when it is written again, and nothing
// that hangs on it can fail on what it holds.
func FuzzPurchase(f *testing.F) {
	h := goodHeader(f)
	p := fullPurchase(f, h)
	whole, err := json.Marshal(p)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	for _, change := range [][2]string{
		{`"tier":1`, `"tier":2`}, {`"versions":[`, `"versions":[],"x":[`}, {`"step":"opened"`, `"step":"stolen"`}, {`"price":"7"`, `"price":null`}, {`"version":1`, `"version":2`},
		{`"leaf":"0x00`, `"leaf":"0x01`}, {`"payment":{`, `"payment":null,"x":{`}, {`"raw":"0x`, `"raw":"0xff`},
	} {
		changed := bytes.Replace(whole, []byte(change[0]), []byte(change[1]), 1)
		if bytes.Equal(changed, whole) {
			f.Fatalf("%s is not in %s", change[0], whole)
		}
		f.Add(changed)
	}
	store := terminal.Purchases{Home: home.Home{Dir: f.TempDir()}}
	place := p.Place()
	folder, err := store.Home.Folder("orders", fmt.Sprintf("%d-%x-%x-%d", place.ChainID, place.Escrow, place.Product, place.Tier), "0")
	if err != nil {
		f.Fatal(err)
	}
	write := func(t testing.TB, name string, b []byte) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(f, "header", h.Bytes())
	write(f, "purchase.json", whole)
	if all, err := store.All(); err != nil || len(all) != 1 {
		f.Fatalf("the whole purchase is not read: %v", err)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		write(t, "purchase.json", b)
		all, err := store.All()
		if err != nil {
			return
		}
		all[0].Amount()
		again, err := json.Marshal(all[0])
		if err != nil {
			t.Fatal(err)
		}
		write(t, "purchase.json", again)
		reread, err := store.All()
		if err != nil || !reflect.DeepEqual(reread, all) {
			t.Errorf("%s comes back as %s, %v", b, again, err)
		}
	})
}

// Known publishers are read again as they were once another is remembered.
func FuzzSigners(f *testing.F) {
	f.Add([]byte(`{"0x0100000000000000000000000000000000000000": {"firstSeen": 1, "title": "t", "wrap": "0x0000000000000000000000000000000000000000000000000000000000000002"}}`))
	f.Add([]byte(`null`))
	f.Add([]byte(`{"x": null}`))
	f.Add([]byte(`[]`))
	f.Add([]byte(``))
	signers := terminal.Signers{Home: home.Home{Dir: f.TempDir()}}
	old, fresh := common.Address{1}, common.Address{0xf}
	f.Fuzz(func(t *testing.T, b []byte) {
		if err := os.WriteFile(signers.Home.Path("signers.json"), b, 0o600); err != nil {
			t.Fatal(err)
		}
		before, known, err := signers.Known(old)
		if err != nil {
			if err := signers.Remember(fresh, terminal.Signer{FirstSeen: time.Unix(1, 0)}); err == nil {
				t.Error("what cannot be read is written over")
			}
			return
		}
		if err := signers.Remember(fresh, terminal.Signer{FirstSeen: time.Unix(1, 0), Title: "t"}); err != nil {
			t.Fatal(err)
		}
		if _, ok, err := signers.Known(fresh); !ok || err != nil {
			t.Errorf("%s: not remembered, %v", b, err)
		}
		if after, ok, err := signers.Known(old); err != nil || ok != known || !reflect.DeepEqual(after, before) {
			t.Errorf("%s: %+v comes back as %+v, %v", b, before, after, err)
		}
	})
}

// A file that opens as a wrap can be asked for everything that its header tells
// of, and verified.
func FuzzOpenWrap(f *testing.F) {
	for _, text := range seeds.Of(f, "code", "text") {
		if c, err := wrap.ParseCode(string(text)); err == nil && !c.Pointer() {
			var b bytes.Buffer
			if err := c.WriteWrap(&b); err != nil {
				f.Fatal(err)
			}
			f.Add(b.Bytes())
		}
	}
	seeds.Add(f, "zip", "zip")
	path := filepath.Join(f.TempDir(), "x.wrap")
	f.Fuzz(func(t *testing.T, b []byte) {
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		w, err := terminal.OpenWrap(path)
		if err != nil {
			return
		}
		defer w.Close()
		for n := range w.Header.Content.Sections {
			if _, err := w.Section(n); err != nil {
				t.Errorf("section %d: %v", n, err)
			}
		}
		if err := w.Verify(t.Context(), nil); err == nil {
			var again bytes.Buffer
			if err := wrap.WriteArchive(&again, w.Archive.Entries()); err != nil || !bytes.Equal(again.Bytes(), b) {
				t.Errorf("verified, and written again differently: %v", err)
			}
		}
	})
}
