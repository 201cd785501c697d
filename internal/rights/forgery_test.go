package rights_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Each forgery is made with what its forger would have, written to a file, and
// read from it by the verifier.
func refuse(t *testing.T, a *rights.Agreement, want error, parts ...string) {
	t.Helper()
	err := parse(t, a.Bytes()).Verify(contracts)
	if !errors.Is(err, want) {
		t.Fatalf("verified with %v, want %v", err, want)
	}
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("error %q does not say %q", err, part)
		}
	}
}

func TestReleaseIsNoReceipt(t *testing.T) {
	s := openShop(t, "publisher")
	key := s.key(1)
	point, err := release.Point(key.Place, key.B)
	if err != nil {
		t.Fatal(err)
	}
	U := s.multiplied(point)
	if err := release.Verify(key.Place, key.B, s.group.Q, U); err != nil {
		t.Fatalf("it should be a good release: %v", err)
	}
	refuse(t, s.issue(s.leaf(1), U), release.ErrReceipt)
}

// Every owner of D_k can make U' = D_k + b'·P for a key that was never paid for:
// a good release, and no receipt.
func TestOpenedTierKeyMakesNoReceipt(t *testing.T) {
	s := openShop(t, "publisher")
	bought := s.key(1)
	point, err := release.Point(bought.Place, bought.B)
	if err != nil {
		t.Fatal(err)
	}
	D, err := bought.Open(s.multiplied(point), s.group.P)
	if err != nil {
		t.Fatal(err)
	}
	never, err := bls.RandomSecret(deterministic("never paid for"))
	if err != nil {
		t.Fatal(err)
	}
	forged, err := D.Add(never.MulG1(s.group.P))
	if err != nil {
		t.Fatal(err)
	}
	if err := release.Verify(bought.Place, never.Public(), s.group.Q, forged); err != nil {
		t.Fatalf("it should be a good release: %v", err)
	}
	leaf := s.leaf(1)
	leaf.ReleaseKey = never.Public().Words()
	refuse(t, s.issue(leaf, forged), release.ErrReceipt)
	refuse(t, s.issue(leaf, D), release.ErrReceipt)
}

// A forger deals himself a committee and makes receipts under it for a header
// that is another's: the receipt verifies under his Q, which nobody asks for.
func TestReceiptOfAnotherCommittee(t *testing.T) {
	s, forger := openShop(t, "publisher"), openShop(t, "forger")
	leaf := s.leaf(1)
	receipt := forger.receipt(leaf)
	if err := release.VerifyReceipt(orderPlace(1, leaf), forger.group.Q, receipt); err != nil {
		t.Fatalf("under its own committee it should verify: %v", err)
	}
	refuse(t, s.issue(leaf, receipt), release.ErrReceipt)
	leaf.GroupKey = threshold.GroupKey(forger.group.P, forger.group.Q)
	refuse(t, s.issue(leaf, forger.receipt(leaf)), rights.ErrOrder, "group key")
}

// He writes his own keys into the header: its signature does not cover them.
func TestCommitteeReplacedInTheHeader(t *testing.T) {
	s, forger := openShop(t, "publisher"), openShop(t, "forger")
	s.header.Binding.P, s.header.Binding.Q = forger.header.Binding.P, forger.header.Binding.Q
	leaf := s.leaf(1)
	refuse(t, s.issue(leaf, forger.receipt(leaf)), wrap.ErrSignature)
	s.header.Binding.P = openShop(t, "publisher").header.Binding.P
	leaf = s.leaf(1)
	refuse(t, s.issue(leaf, forger.receipt(leaf)), threshold.ErrKeysDisagree)
}

// He signs a header of his own, with a committee of his own: all of it holds
// together, and only who expects the publisher or the product is safe.
func TestStrangerHoldsTogetherAndIsNotExpected(t *testing.T) {
	s, forger := openShop(t, "publisher"), openShop(t, "forger")
	a := parse(t, forger.agreement().Bytes())
	if err := a.Verify(contracts); err != nil {
		t.Fatalf("a stranger's agreement holds together: %v", err)
	}
	signer, at := s.header.Binding.Terms.Signer, s.header.Address(contracts)
	for name, e := range map[string]rights.Expected{"signer": {Signer: signer}, "product": {Product: at}, "both": {Signer: signer, Product: at}} {
		if err := a.Expect(contracts, e); !errors.Is(err, rights.ErrExpected) {
			t.Errorf("expected %s: %v", name, err)
		}
		if err := s.agreement().Expect(contracts, e); err != nil {
			t.Errorf("the publisher's own is not the expected %s: %v", name, err)
		}
	}
}

// A header with a contract of its own names any address: the forger names the
// product of somebody else, whose address his own terms do not lead to.
func TestOwnContractNamesAnothersProduct(t *testing.T) {
	s := openShop(t, "publisher")
	at := s.header.Address(contracts)
	forger := openShop(t, "forger", func(h *wrap.Header) { h.Binding.Product = at[:] })
	a := parse(t, forger.agreement().Bytes())
	if err := a.Verify(contracts); err != nil || a.Header.Address(contracts) != at {
		t.Fatalf("it should hold together: %v", err)
	}
	if err := a.Expect(contracts, rights.Expected{Product: at}); !errors.Is(err, rights.ErrExpected) {
		t.Errorf("expected product: %v", err)
	}
	if err := a.Expect(contracts, rights.Expected{Product: at, Signer: s.header.Binding.Terms.Signer}); !errors.Is(err, rights.ErrExpected) {
		t.Errorf("expected product and signer: %v", err)
	}
	if err := a.Expect(contracts, rights.Expected{Product: at, Signer: forger.header.Binding.Terms.Signer}); err != nil {
		t.Errorf("whose signer is expected, names his contract: %v", err)
	}
}

// A good receipt shows nothing but its own order.
func TestReceiptOfAnotherOrder(t *testing.T) {
	s := openShop(t, "publisher")
	mine := s.receipt(s.leaf(1))
	for name, change := range map[string]func(l *order.Leaf){
		"time":       func(l *order.Leaf) { l.Time++ },
		"payer":      func(l *order.Leaf) { l.Payer[3]++ },
		"key":        func(l *order.Leaf) { l.ReleaseKey = s.key(0).B.Words() },
		"number":     func(l *order.Leaf) { l.Index++ },
		"refunds to": func(l *order.Leaf) { l.RefundTo[3]++ },
	} {
		leaf := s.leaf(1)
		change(&leaf)
		t.Run(name, func(t *testing.T) { refuse(t, s.issue(leaf, mine), release.ErrReceipt) })
	}
}

// Who bought the free tier shows its receipt for the dear one.
func TestReceiptOfAnotherTier(t *testing.T) {
	s := openShop(t, "publisher")
	cheap := s.leaf(0)
	receipt := s.receipt(cheap)
	if err := parse(t, s.issue(cheap, receipt).Bytes()).Verify(contracts); err != nil {
		t.Fatal(err)
	}
	cheap.Tier = 1
	refuse(t, s.issue(cheap, receipt), release.ErrReceipt)
}

// Orders under other terms than were signed are not the header's.
func TestOrderOfAnotherOffer(t *testing.T) {
	s := openShop(t, "publisher")
	for name, change := range map[string]func(*order.Leaf){
		"product":       func(l *order.Leaf) { l.Product[5]++ },
		"payee":         func(l *order.Leaf) { l.Publisher[5]++ },
		"token":         func(l *order.Leaf) { l.Token[5]++ },
		"committee":     func(l *order.Leaf) { l.Committee[5]++ },
		"fee":           func(l *order.Leaf) { l.FeeBps++ },
		"confirmations": func(l *order.Leaf) { l.Confirmations++ },
	} {
		leaf := s.leaf(1)
		change(&leaf)
		t.Run(name, func(t *testing.T) { refuse(t, s.issue(leaf, s.receipt(leaf)), rights.ErrOrder) })
	}
}

// The same publisher sells the same on two chains, by the same committee: a
// receipt of the chain where money is worth nothing shows nothing on the other.
func TestReceiptOfAnotherChain(t *testing.T) {
	s := openShop(t, "publisher")
	test := openShop(t, "publisher", func(h *wrap.Header) { h.Binding.ChainID = 1337 })
	if s.header.Address(contracts) != test.header.Address(contracts) || s.leaf(1).GroupKey != test.leaf(1).GroupKey {
		t.Fatal("the two products should have one address and one committee")
	}
	leaf := test.leaf(1)
	leaf.ReleaseKey = s.leaf(1).ReleaseKey
	refuse(t, s.issue(leaf, test.receipt(leaf)), release.ErrReceipt)
	h := *test.header
	h.Binding.ChainID = 1
	a, err := rights.Issue(&h, contracts.Escrow, leaf, s.receipt(leaf))
	if err != nil {
		t.Fatal(err)
	}
	refuse(t, a, wrap.ErrSignature)
}

// Orders at an escrow that is no constant of the software are worth nothing.
func TestReceiptOfAnotherEscrow(t *testing.T) {
	s := openShop(t, "publisher")
	leaf, elsewhere := s.leaf(1), common.Address{0x66}
	receipt := s.multiplied(release.ReceiptPoint(release.OrderPlace{ChainID: 1, Escrow: elsewhere, Order: leaf.Hash()}))
	a, err := rights.Issue(s.header, elsewhere, leaf, receipt)
	if err != nil {
		t.Fatal(err)
	}
	refuse(t, a, rights.ErrEscrow)
	if err := s.agreement().Verify(product.ContractsOf(elsewhere)); !errors.Is(err, rights.ErrEscrow) {
		t.Errorf("under another constant: %v", err)
	}
}

// The proof is true, and the words around it say more.
func TestWordsThatTheProofDoesNotSay(t *testing.T) {
	s := openShop(t, "publisher")
	b := s.agreement().Bytes()
	for name, change := range map[string][2]string{
		"more copies":       {`"3"`, `"30"`},
		"a longer time":     {`P30D`, `P30Y`},
		"another action":    {`"action": "print"`, `"action": "distribute"`},
		"later":             {`2026-03-01T09:30:00Z`, `2027-03-01T09:30:00Z`},
		"another title":     {`The \"Tale\"`, `The \"Film\"`},
		"another publisher": {`did:pkh:eip155:1:0x`, `did:pkh:eip155:1:0x0`},
		"another buyer":     {`urn:shrinkwrap:key:0x`, `urn:shrinkwrap:key:0x0`},
		"another tier":      {`:tier:1"`, `:tier:0"`},
		"another chain":     {`urn:shrinkwrap:order:1:`, `urn:shrinkwrap:order:10:`},
	} {
		forged := bytes.Replace(b, []byte(change[0]), []byte(change[1]), 1)
		if bytes.Equal(forged, b) {
			t.Errorf("%s: %q is not in the agreement", name, change[0])
			continue
		}
		t.Run(name, func(t *testing.T) { refuse(t, parse(t, forged), rights.ErrStated) })
	}
}
