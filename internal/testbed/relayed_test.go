package testbed_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"math/big"
	"testing"

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

var (
	router = bindings.NewPaymentRouter()
	token  = bindings.NewSignedToken()
)

// relay is a payer with tokens and no coin spent, and a sender with coin alone.
type relay struct {
	*testbed.Bed
	*testing.T
	token         common.Address
	domain        common.Hash
	payer, sender *ecdsa.PrivateKey
}

// What Go signs is what router and token take, under both rule sets: the first
// sale deploys the product.
func TestSignedPaymentsAreTaken(t *testing.T) {
	for _, rules := range []devchain.Rules{devchain.Osaka, devchain.Amsterdam} {
		t.Run(rules.String(), func(t *testing.T) { testSignedPayments(t, rules) })
	}
}

func testSignedPayments(t *testing.T, rules devchain.Rules) {
	r := newRelay(t, rules)
	terms := product.Terms{
		Publisher: devchain.Address(1), Signer: devchain.Address(2), Token: r.token, Committee: common.Address{3}, GroupKey: common.Hash{4},
		FeeBps: 100, ContentHash: common.Hash{5}, Tiers: []product.TierTerms{{Price: uint256.NewInt(60)}},
	}
	for i, send := range []func(order.Request, *big.Int, *big.Int, []byte) []byte{r.authorized, r.permitted} {
		key, err := release.NewKey(make([]byte, 32), product.Place{
			ChainID: testbed.ChainID, Escrow: bindings.EscrowAddress, Product: testbed.Contracts.Address(terms),
		}, uint32(i))
		if err != nil {
			t.Fatal(err)
		}
		request := order.Request{
			Place: key.Place, ReleaseKey: key.B.Words(), Offer: terms.Offer(0), MaxPrice: uint256.NewInt(90), RefundTo: devchain.Address(3),
			Tip: uint256.NewInt(5), Deadline: 1<<40 - 1,
		}
		c, z := prove(t, key)
		call := send(request, c, z, terms.Bytes())
		receipt, err := r.Send(context.Background(), r.sender, &bindings.RouterAddress, nil, call)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d gas", methodOf(t, call), receipt.GasUsed)
		confirmed, err := testbed.Confirmed(receipt)
		if err != nil {
			t.Fatal(err)
		}
		checkConfirmed(t, confirmed, terms, key, uint32(i))
		if confirmed.Leaf.Payer != devchain.Address(3) || confirmed.Leaf.RefundTo != devchain.Address(3) {
			t.Errorf("order %d is of %s, refunds %s", i, confirmed.Leaf.Payer, confirmed.Leaf.RefundTo)
		}
		n := int64(i + 1)
		for who, want := range map[common.Address]int64{devchain.Address(3): 1000 - n*65, devchain.Address(4): n * 5, bindings.EscrowAddress: n * 60, bindings.RouterAddress: 0} {
			if got := r.balance(who); got.Cmp(big.NewInt(want)) != 0 {
				t.Errorf("%s has %v after %d sales, want %d", who, got, n, want)
			}
		}
		if _, err := r.Send(context.Background(), r.sender, &bindings.RouterAddress, nil, call); err == nil {
			t.Errorf("order %d was bought twice", i)
		}
	}
}

func newRelay(t *testing.T, rules devchain.Rules) *relay {
	t.Helper()
	ctx := context.Background()
	bed, err := testbed.New(ctx, devchain.Options{Rules: rules})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { bed.Close() })
	r := &relay{Bed: bed, T: t, payer: devchain.Key(3), sender: devchain.Key(4)}
	if r.token, err = bed.Create(ctx, common.FromHex(bindings.SignedTokenMetaData.Bin), nil); err != nil {
		t.Fatal(err)
	}
	if _, err := bed.Send(ctx, r.sender, &r.token, nil, token.PackMint(devchain.Address(3), big.NewInt(1000))); err != nil {
		t.Fatal(err)
	}
	r.domain = r.read(token.PackDOMAINSEPARATOR())
	return r
}

func (r *relay) read(call []byte) common.Hash {
	r.Helper()
	out, err := r.Client().CallContract(context.Background(), callMsg(r.token, call), nil)
	if err != nil || len(out) != 32 {
		r.Fatalf("token answers %x: %v", out, err)
	}
	return common.Hash(out)
}

func (r *relay) balance(of common.Address) *big.Int { return r.read(token.PackBalanceOf(of)).Big() }

func (r *relay) authorized(q order.Request, c, z *big.Int, terms []byte) []byte {
	v, R, s := vrs(r.sign(q.Authorization(devchain.Address(3), r.domain)))
	return router.PackBuyWithAuthorization(requestOf(q), devchain.Address(3), c, z, v, R, s, terms)
}

func (r *relay) permitted(q order.Request, c, z *big.Int, terms []byte) []byte {
	payer := devchain.Address(3)
	nonce, overflow := uint256.FromBig(r.read(token.PackNonces(payer)).Big())
	if overflow {
		r.Fatal("nonce is out of range")
	}
	v, R, s := vrs(r.sign(q.Permit(payer, r.domain, nonce)))
	signature := r.sign(q.Digest(payer))
	signature[32] |= signature[64] << 7
	return router.PackBuyWithPermit(requestOf(q), payer, c, z, signature[:64], v, R, s, terms)
}

func (r *relay) sign(digest common.Hash) []byte {
	r.Helper()
	signature, err := crypto.Sign(digest[:], r.payer)
	if err != nil {
		r.Fatal(err)
	}
	return signature
}

func vrs(signature []byte) (v uint8, r, s [32]byte) {
	return signature[64] + 27, [32]byte(signature[:32]), [32]byte(signature[32:64])
}

func requestOf(q order.Request) bindings.Request {
	return bindings.Request{
		Product: q.Place.Product, Tier: q.Place.Tier, ReleaseKey: q.ReleaseKey,
		Offer: bindings.Conditions{
			Publisher: q.Offer.Publisher, Token: q.Offer.Token, Committee: q.Offer.Committee, GroupKey: q.Offer.GroupKey,
			FeeBps: q.Offer.FeeBps, Confirmations: q.Offer.Confirmations,
		},
		MaxPrice: q.MaxPrice.ToBig(), RefundTo: q.RefundTo, Data: q.Data, Tip: q.Tip.ToBig(), Deadline: new(big.Int).SetUint64(q.Deadline),
	}
}

func prove(t *testing.T, key release.Key) (c, z *big.Int) {
	t.Helper()
	proof, err := key.Prove(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	first, second := proof.C.Bytes(), proof.Z.Bytes()
	return new(big.Int).SetBytes(first[:]), new(big.Int).SetBytes(second[:])
}

func methodOf(t *testing.T, call []byte) string {
	t.Helper()
	abi := router.GetABI()
	method, err := abi.MethodById(call)
	if err != nil {
		t.Fatal(err)
	}
	return method.Name
}
