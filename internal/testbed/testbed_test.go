package testbed_test

import (
	"context"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// What Go derives about addresses, offers and orders is what the contracts do,
// under both rule sets.
func TestContractsAgree(t *testing.T) {
	for _, rules := range []devchain.Rules{devchain.Osaka, devchain.Amsterdam} {
		t.Run(rules.String(), func(t *testing.T) { testContractsAgree(t, rules) })
	}
}

func testContractsAgree(t *testing.T, rules devchain.Rules) {
	ctx := context.Background()
	bed, err := testbed.New(ctx, devchain.Options{Rules: rules})
	if err != nil {
		t.Fatal(err)
	}
	defer bed.Close()

	if testbed.Contracts != (product.Contracts{Escrow: bindings.EscrowAddress, Router: bindings.RouterAddress, Factory: bindings.FactoryAddress, Template: bindings.TemplateAddress}) {
		t.Fatalf("derived contracts %v are not the bindings'", testbed.Contracts)
	}
	for _, address := range []common.Address{bindings.EscrowAddress, bindings.RouterAddress, bindings.FactoryAddress, bindings.TemplateAddress} {
		if code, err := bed.Client().CodeAt(ctx, address, nil); err != nil || len(code) == 0 {
			t.Fatalf("no code at %s: %v", address, err)
		}
	}
	code, err := bed.Client().CodeAt(ctx, bindings.EscrowAddress, nil)
	if err != nil || crypto.Keccak256Hash(code) != bindings.EscrowCodeHashes[0] {
		t.Fatalf("escrow's code has the hash %s, want %s: %v", crypto.Keccak256Hash(code), bindings.EscrowCodeHashes[0], err)
	}

	terms := product.Terms{
		Publisher: devchain.Address(1), Signer: devchain.Address(2), Committee: common.Address{3}, GroupKey: common.Hash{4},
		FeeBps: 100, ContentHash: common.Hash{5},
		Tiers: []product.TierTerms{{Price: uint256.NewInt(0)}, {Price: uint256.NewInt(7), Supply: 1, Confirmations: 2}},
	}
	address, _, err := bed.Deploy(ctx, terms)
	if err != nil {
		t.Fatal(err)
	}
	if code, err := bed.Client().CodeAt(ctx, address, nil); err != nil || len(code) != 45+len(terms.Bytes()) {
		t.Fatalf("product at the derived address has %d bytes of code: %v", len(code), err)
	}

	var peaks order.Peaks
	for i := range 5 {
		tier := uint8(0)
		if i == 1 {
			tier = 1
		}
		place := product.Place{ChainID: testbed.ChainID, Escrow: bindings.EscrowAddress, Product: address, Tier: tier}
		key, err := release.NewKey(make([]byte, 32), place, uint32(i))
		if err != nil {
			t.Fatal(err)
		}
		confirmed, _, err := bed.Buy(ctx, devchain.Key(3), terms, key)
		if err != nil {
			t.Fatal(err)
		}
		checkConfirmed(t, confirmed, terms, key, uint32(i))
		peaks = peaks.Append(uint32(i), confirmed.Order)
		checkPeaks(t, bed, confirmed.Account, peaks)
	}

	place := product.Place{ChainID: testbed.ChainID, Escrow: bindings.EscrowAddress, Product: address, Tier: 1}
	key, err := release.NewKey(make([]byte, 32), place, 9)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := bed.Buy(ctx, devchain.Key(3), terms, key); err == nil {
		t.Fatal("a tier of supply 1 was sold twice")
	}
}

func checkConfirmed(t *testing.T, c order.Confirmed, terms product.Terms, key release.Key, index uint32) {
	t.Helper()
	if c.Leaf.Index != index || c.Leaf.Product != key.Place.Product || c.Leaf.Offer().Hash() != terms.Offer(int(key.Place.Tier)).Hash() {
		t.Errorf("order %d is recorded as %+v", index, c.Leaf)
	}
	B, err := c.Leaf.Key()
	if err != nil || !B.Equal(key.B) {
		t.Errorf("order %d has another release key: %v", index, err)
	}
	proof, err := c.Proof()
	if err != nil || proof.Verify(B, key.Place.Bytes()) != nil {
		t.Errorf("order %d has another proof: %v", index, err)
	}
}

func checkPeaks(t *testing.T, bed *testbed.Bed, account common.Hash, want order.Peaks) {
	t.Helper()
	escrow := bindings.NewEscrow()
	out, err := bed.Client().CallContract(context.Background(), callMsg(bindings.EscrowAddress, escrow.PackPeaks(account)), nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := escrow.UnpackPeaks(out)
	if err != nil {
		t.Fatal(err)
	}
	for h, peak := range got {
		if h < len(want) && common.Hash(peak) != want[h] || h >= len(want) && peak != [32]byte{} {
			t.Errorf("peak %d is %x, want %v", h, peak, want)
		}
	}
}

// A token is paid by allowance, exactly.
func TestToken(t *testing.T) {
	ctx := context.Background()
	bed, err := testbed.New(ctx, devchain.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer bed.Close()
	token, err := bed.Token(ctx, big.NewInt(100), devchain.Key(3))
	if err != nil {
		t.Fatal(err)
	}
	terms := product.Terms{
		Publisher: devchain.Address(1), Signer: devchain.Address(2), Token: token,
		Tiers: []product.TierTerms{{Price: uint256.NewInt(60)}},
	}
	address, _, err := bed.Deploy(ctx, terms)
	if err != nil {
		t.Fatal(err)
	}
	place := product.Place{ChainID: testbed.ChainID, Escrow: bindings.EscrowAddress, Product: address}
	key, err := release.NewKey(make([]byte, 32), place, 0)
	if err != nil {
		t.Fatal(err)
	}
	confirmed, _, err := bed.Buy(ctx, devchain.Key(3), terms, key)
	if err != nil {
		t.Fatal(err)
	}
	if !confirmed.Leaf.Amount.Eq(uint256.NewInt(60)) {
		t.Errorf("order's amount is %s, want 60", confirmed.Leaf.Amount)
	}
	if _, _, err := bed.Buy(ctx, devchain.Key(3), terms, key); err == nil {
		t.Error("40 units bought what costs 60")
	}
}

func callMsg(to common.Address, data []byte) ethereum.CallMsg {
	return ethereum.CallMsg{To: &to, Data: data}
}
