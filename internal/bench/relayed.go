package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"fmt"
	"math/big"

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

var (
	router      = bindings.NewPaymentRouter()
	signedToken = bindings.NewSignedToken()
)

// relayTip is what the sender of a signed purchase gets.
const relayTip = 10

// measureRelayed measures purchases that the payer signs and another sends.
func (m *market) measureRelayed(ctx context.Context) error {
	var err error
	if m.signed, err = m.Create(ctx, common.FromHex(bindings.SignedTokenMetaData.Bin), nil); err != nil {
		return err
	}
	mint := signedToken.PackMint(crypto.PubkeyToAddress(m.buyer.PublicKey), big.NewInt(1e18))
	if _, err := m.Send(ctx, m.buyer, &m.signed, nil, mint); err != nil {
		return err
	}
	for i, way := range []struct {
		action, note string
		call         func(context.Context, signedRequest) ([]byte, error)
	}{
		{"buy-permit", "two signatures, a permit and the request", m.permitCall},
		{"buy-authorization", "one signature, EIP-3009's", m.authorizationCall},
	} {
		terms := m.terms(m.signed, byte(5+i))
		terms.FeeBps -= uint16(i) // an account of its own
		gas, err := m.sellRelayed(ctx, terms, way.call)
		if err != nil {
			return fmt.Errorf("%s: %w", way.action, err)
		}
		note := way.note + ", sent by another for a tip; by standing allowance, same run; " + x402
		m.row(way.action, mean(gas[settled:]), m.tokenGas, note)
	}
	return nil
}

// signedRequest is a purchase that its payer is to sign.
type signedRequest struct {
	order.Request
	payer  *ecdsa.PrivateKey
	from   common.Address
	domain common.Hash // the token's
	key    release.Key
	proof  struct{ c, z *big.Int }
}

func (m *market) sellRelayed(ctx context.Context, terms product.Terms, call func(context.Context, signedRequest) ([]byte, error)) (gas []uint64, err error) {
	if _, _, err := m.Deploy(ctx, terms); err != nil {
		return nil, err
	}
	var orders []order.Confirmed
	for i := range uint32(purchases) {
		r, err := m.request(ctx, terms, i)
		if err != nil {
			return nil, err
		}
		data, err := call(ctx, r)
		if err != nil {
			return nil, err
		}
		receipt, err := m.Send(ctx, devchain.Key(5), &testbed.Contracts.Router, nil, data)
		if err != nil {
			return nil, fmt.Errorf("purchase %d: %w", i+1, err)
		}
		confirmed, err := testbed.Confirmed(receipt)
		if err != nil {
			return nil, err
		}
		gas, orders = append(gas, receipt.GasUsed), append(orders, confirmed)
	}
	return gas, checkSettled(orders)
}

func (m *market) request(ctx context.Context, terms product.Terms, attempt uint32) (r signedRequest, err error) {
	r.payer, r.from = m.buyer, crypto.PubkeyToAddress(m.buyer.PublicKey)
	if r.key, err = m.key(terms, attempt); err != nil {
		return r, err
	}
	proof, err := r.key.Prove(rand.Reader)
	if err != nil {
		return r, err
	}
	encoded := proof.Bytes()
	r.proof.c, r.proof.z = new(big.Int).SetBytes(encoded[:32]), new(big.Int).SetBytes(encoded[32:])
	out, err := m.Client().CallContract(ctx, ethereum.CallMsg{To: &m.signed, Data: signedToken.PackDOMAINSEPARATOR()}, nil)
	if err != nil {
		return r, err
	}
	head, err := m.Client().HeaderByNumber(ctx, nil)
	if err != nil {
		return r, err
	}
	offer := terms.Offer(int(r.key.Place.Tier))
	r.domain = common.BytesToHash(out)
	r.Request = order.Request{
		Place: r.key.Place, ReleaseKey: r.key.B.Words(), Offer: offer, MaxPrice: offer.Price, RefundTo: r.from,
		Tip: uint256.NewInt(relayTip), Deadline: head.Time + 3600,
	}
	return r, r.Check()
}

func (m *market) permitCall(ctx context.Context, r signedRequest) ([]byte, error) {
	out, err := m.Client().CallContract(ctx, ethereum.CallMsg{To: &m.signed, Data: signedToken.PackNonces(r.from)}, nil)
	if err != nil {
		return nil, err
	}
	permit, err := crypto.Sign(r.Permit(r.from, r.domain, new(uint256.Int).SetBytes(out)).Bytes(), r.payer)
	if err != nil {
		return nil, err
	}
	signature, err := crypto.Sign(r.Digest(r.from).Bytes(), r.payer)
	if err != nil {
		return nil, err
	}
	signature[32] |= signature[64] << 7 // EIP-2098: r ‖ the parity of y, then s
	return router.PackBuyWithPermit(r.words(), r.from, r.proof.c, r.proof.z, signature[:64], 27+permit[64], [32]byte(permit[:32]), [32]byte(permit[32:64]), nil), nil
}

func (m *market) authorizationCall(_ context.Context, r signedRequest) ([]byte, error) {
	signature, err := crypto.Sign(r.Authorization(r.from, r.domain).Bytes(), r.payer)
	if err != nil {
		return nil, err
	}
	return router.PackBuyWithAuthorization(r.words(), r.from, r.proof.c, r.proof.z, 27+signature[64], [32]byte(signature[:32]), [32]byte(signature[32:64]), nil), nil
}

// words is the request as the bindings take it.
func (r signedRequest) words() bindings.Request {
	o := r.Offer
	return bindings.Request{
		Product: r.Place.Product, Tier: r.Place.Tier, ReleaseKey: r.ReleaseKey, MaxPrice: r.MaxPrice.ToBig(), RefundTo: r.RefundTo,
		Offer: bindings.Conditions{
			Publisher: o.Publisher, Token: o.Token, Committee: o.Committee, GroupKey: o.GroupKey, FeeBps: o.FeeBps, Confirmations: o.Confirmations,
		},
		Tip: r.Tip.ToBig(), Deadline: new(big.Int).SetUint64(r.Deadline),
	}
}
