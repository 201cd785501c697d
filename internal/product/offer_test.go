package product_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

func arguments(t testing.TB, types ...string) (list abi.Arguments) {
	t.Helper()
	for _, name := range types {
		typ, err := abi.NewType(name, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, abi.Argument{Type: typ})
	}
	return list
}

func packed(t testing.TB, list abi.Arguments, values ...any) common.Hash {
	t.Helper()
	b, err := list.Pack(values...)
	if err != nil {
		t.Fatal(err)
	}
	return crypto.Keccak256Hash(b)
}

func TestOfferHashIsThatOfTheEncodedFields(t *testing.T) {
	offerArguments := arguments(t, "address", "address", "address", "bytes32", "uint16", "uint8")
	accountArguments := arguments(t, "address", "address", "address", "uint16")
	for k, terms := range []product.Terms{sample(), {Publisher: address(9), Signer: address(8), Tiers: sample().Tiers}} {
		for i := range terms.Tiers {
			o := terms.Offer(i)
			if got, want := o.Hash(), packed(t, offerArguments, o.Publisher, o.Token, o.Committee, o.GroupKey, o.FeeBps, o.Confirmations); got != want {
				t.Errorf("terms %d, tier %d: offer hash is %s, want %s", k, i, got, want)
			}
			if got, want := o.Account(), packed(t, accountArguments, o.Publisher, o.Token, o.Committee, o.FeeBps); got != want {
				t.Errorf("terms %d, tier %d: account is %s, want %s", k, i, got, want)
			}
		}
	}
}

// The constants were computed with viem.
func TestOfferHash(t *testing.T) {
	o := sample().Offer(0)
	if got, want := o.Hash(), common.HexToHash("0x447c5d8e47bd65ebe17228e651bccc12dabe7f5765748946f94ad42482afce04"); got != want {
		t.Errorf("offer hash is %s, want %s", got, want)
	}
	if got, want := o.Account(), common.HexToHash("0xdc73c2ab7de3a1abb737c844bccc634a2e0b81b19e54085b8e8507f0abddaf3a"); got != want {
		t.Errorf("account is %s, want %s", got, want)
	}
}

// The price alone is left out: maxPrice bounds it. The account leaves out the
// group key and the confirmations too.
func TestOfferHashCoversEverythingButThePrice(t *testing.T) {
	for name, c := range map[string]struct {
		change        func(*product.Offer)
		hash, account bool // whether they change
	}{
		"publisher":     {func(o *product.Offer) { o.Publisher = address(99) }, true, true},
		"token":         {func(o *product.Offer) { o.Token = address(99) }, true, true},
		"committee":     {func(o *product.Offer) { o.Committee = address(99) }, true, true},
		"fee":           {func(o *product.Offer) { o.FeeBps-- }, true, true},
		"group key":     {func(o *product.Offer) { o.GroupKey = hash(99) }, true, false},
		"confirmations": {func(o *product.Offer) { o.Confirmations++ }, true, false},
		"price":         {func(o *product.Offer) { o.Price = uint256.NewInt(1) }, false, false},
	} {
		o := sample().Offer(0)
		before, account := o.Hash(), o.Account()
		c.change(&o)
		if changed := o.Hash() != before; changed != c.hash {
			t.Errorf("another %s: offer hash changed: %t, want %t", name, changed, c.hash)
		}
		if changed := o.Account() != account; changed != c.account {
			t.Errorf("another %s: account changed: %t, want %t", name, changed, c.account)
		}
	}
}
