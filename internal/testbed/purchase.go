package testbed

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
)

var escrow = bindings.NewEscrow()

// Deploy deploys the product of these terms.
func (b *Bed) Deploy(ctx context.Context, terms product.Terms) (common.Address, *types.Receipt, error) {
	call := bindings.NewProductFactory().PackDeploy(terms.Bytes())
	receipt, err := b.Send(ctx, devchain.Key(0), &Contracts.Factory, nil, call)
	return Contracts.Address(terms), receipt, err
}

// Buy buys a tier of a deployed product at its own price for a release key.
func (b *Bed) Buy(ctx context.Context, payer *ecdsa.PrivateKey, terms product.Terms, key release.Key) (order.Confirmed, *types.Receipt, error) {
	call, value, err := BuyCall(terms, key, crypto.PubkeyToAddress(payer.PublicKey))
	if err != nil {
		return order.Confirmed{}, nil, err
	}
	receipt, err := b.Send(ctx, payer, &Contracts.Escrow, value, call)
	if err != nil {
		return order.Confirmed{}, nil, err
	}
	confirmed, err := Confirmed(receipt)
	return confirmed, receipt, err
}

// BuyCall returns the call of Escrow.buy and the coin that goes with it.
func BuyCall(terms product.Terms, key release.Key, refundTo common.Address) ([]byte, *big.Int, error) {
	proof, err := key.Prove(rand.Reader)
	if err != nil {
		return nil, nil, err
	}
	c, z := proof.C.Bytes(), proof.Z.Bytes()
	offer := terms.Offer(int(key.Place.Tier))
	value := new(big.Int)
	if offer.Token == (common.Address{}) {
		value = offer.Price.ToBig()
	}
	return escrow.PackBuy(key.Place.Product, key.Place.Tier, key.B.Words(), new(big.Int).SetBytes(c[:]), new(big.Int).SetBytes(z[:]),
		offer.Hash(), offer.Price.ToBig(), refundTo, nil), value, nil
}

// Confirmed finds the PaymentConfirmed event in a receipt: a chain may log a
// transfer of coin before it.
func Confirmed(receipt *types.Receipt) (order.Confirmed, error) {
	for _, log := range receipt.Logs {
		if log.Address == Contracts.Escrow && log.Topics[0] == order.ConfirmedTopic {
			return order.ParseConfirmed(*log)
		}
	}
	return order.Confirmed{}, errors.New("receipt has no PaymentConfirmed event of the escrow")
}
