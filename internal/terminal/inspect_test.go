package terminal_test

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

var someEscrow = common.HexToAddress("0xe5c0")

func inspect(t *testing.T, h *wrap.Header, trust terminal.Trust, signers terminal.Signers) terminal.Report {
	t.Helper()
	r, err := terminal.Inspect(h, trust, signers)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func newHome(t *testing.T) home.Home { return home.Home{Dir: t.TempDir()} }

func verdict(r terminal.Report, name string) terminal.Verdict {
	for _, c := range r.Checks {
		if c.Name == name {
			return c.Verdict
		}
	}
	return ""
}

func TestInspectFindsNothingFalseInAGoodWrap(t *testing.T) {
	s := newSeller(t, someEscrow)
	_, h := s.tale(t)
	r := inspect(t, h, s.trust, terminal.Signers{Home: newHome(t)})
	if err := r.Danger(); err != nil {
		t.Error(err)
	}
	if r.Known || verdict(r, "publisher") != terminal.Notice {
		t.Error("a signer that was never seen is not shown as a new publisher")
	}
	if r.Product != h.Address(s.trust.Contracts) || r.ID != h.ID() {
		t.Errorf("report names product %s and wrap %s", r.Product, r.ID)
	}
}

// Each is a theft on paper: see what is false, and say it before money moves.
func TestInspectFindsDanger(t *testing.T) {
	other, _, err := threshold.InsecureDeal(1, 1, rand.NewChaCha8([32]byte{2}))
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		change func(s *seller, h *wrap.Header)
		check  string
	}{
		// A sticker that names a false escrow: the signature holds for that one.
		"other escrow":  {func(s *seller, h *wrap.Header) { s.trust.Contracts = product.ContractsOf(common.HexToAddress("0xbad")) }, "signature"},
		"changed title": {func(s *seller, h *wrap.Header) { h.Content.Title = "The Other Tale" }, "signature"},
		"other payee":   {func(s *seller, h *wrap.Header) { h.Binding.Terms.Publisher = common.HexToAddress("0x666") }, "signature"},
		"other signer":  {func(s *seller, h *wrap.Header) { h.Binding.Terms.Signer = common.HexToAddress("0x666") }, "signature"},
		// A wrap sealed to a P that is not Q's is paid for and never opens.
		"keys disagree": {func(s *seller, h *wrap.Header) {
			h.Binding.P.G1 = other.P
			if err := h.Sign(s.trust.Contracts, s.signer); err != nil {
				t.Fatal(err)
			}
		}, "group key"},
		// A product of its own contract, vouched for by nobody but a stranger.
		"signer is not the publisher of an explicit product": {func(s *seller, h *wrap.Header) {
			h.Binding.Product = common.HexToAddress("0x7e").Bytes()
			h.Binding.Terms.Publisher = common.HexToAddress("0x666")
			if err := h.Sign(s.trust.Contracts, s.signer); err != nil {
				t.Fatal(err)
			}
		}, "signature"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSeller(t, someEscrow)
			_, h := s.tale(t)
			test.change(s, h)
			r := inspect(t, h, s.trust, terminal.Signers{Home: newHome(t)})
			var e *terminal.Error
			if err := r.Danger(); !errors.As(err, &e) || e.Kind != terminal.Danger || !strings.Contains(err.Error(), test.check) {
				t.Errorf("danger is %v, want one of %s", err, test.check)
			}
			if verdict(r, test.check) != terminal.Dangerous {
				t.Errorf("%s is %q", test.check, verdict(r, test.check))
			}
		})
	}
}

func TestInspectNotices(t *testing.T) {
	s := newSeller(t, someEscrow)
	s.explicit = common.HexToAddress("0x7e")
	_, h := s.tale(t)
	s.trust.Explicit = true
	r := inspect(t, h, s.trust, terminal.Signers{Home: newHome(t)})
	if err := r.Danger(); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"product", "escrow", "publisher"} {
		if verdict(r, name) != terminal.Notice {
			t.Errorf("%s is %q, want a notice", name, verdict(r, name))
		}
	}
	if r.Product != s.explicit {
		t.Errorf("product is %s", r.Product)
	}
}

func TestSignersAreRememberedOnce(t *testing.T) {
	s := newSeller(t, someEscrow)
	_, h := s.tale(t)
	signers := terminal.Signers{Home: newHome(t)}
	first := terminal.Signer{FirstSeen: time.Unix(1_700_000_000, 0), Title: h.Content.Title, Wrap: h.ID()}
	signer := h.Binding.Terms.Signer
	for _, seen := range []terminal.Signer{first, {FirstSeen: time.Unix(1_800_000_000, 0), Title: "later"}} {
		if err := signers.Remember(signer, seen); err != nil {
			t.Fatal(err)
		}
	}
	r := inspect(t, h, s.trust, signers)
	if !r.Known || r.First != first {
		t.Errorf("signer is kept as %v, want %v", r.First, first)
	}
	if verdict(r, "publisher") != terminal.Fine {
		t.Error("a known publisher is not shown as one")
	}
	if _, known, err := signers.Known(common.HexToAddress("0x666")); known || err != nil {
		t.Errorf("a stranger is known: %v, %v", known, err)
	}
}
