package api

import (
	"context"
	"net/http"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/node/release"
)

// proxySize is the length of EIP-1167's proxy, after which a clone's immutable
// arguments stand in its code.
const proxySize = 45

// Product answers GET /v1/products/{chainId}/{address}: before it pays, a
// terminal asks whether the committee will serve it. The terms, which are in its
// wraps, are told where they are asked for.
func (a *Answers) Product(ctx context.Context, chain uint64, address common.Address, withTerms bool) (nodeapi.Product, error) {
	rules, err := a.Keeper.RulesOf(chain)
	if err != nil {
		return nodeapi.Product{}, a.problem(err)
	}
	code, err := a.code(ctx, chain, address)
	if err != nil {
		return nodeapi.Product{}, err
	}
	p := nodeapi.Product{Product: nodeapi.Address(address)}
	terms, ok := termsIn(code, product.ContractsOf(rules.Chain.Escrow), address)
	switch {
	case len(code) == 0:
		// It may be deployed with its first purchase.
		p.Reason = "there is no contract at this address yet"
		if reason, declined := rules.Declined[address]; declined {
			p.Reason = "the operator declines this product: " + reason
		}
		return p, nil
	case ok:
		if withTerms {
			p.Terms = termsDocument(terms)
		}
		p.Reason = a.refusal(ctx, rules, address, terms)
	default:
		// A product of its own kind makes its offers as it likes: each order is
		// judged when it is paid.
		if reason, declined := rules.Declined[address]; declined {
			p.Reason = "the operator declines this product: " + reason
		}
	}
	p.Served = p.Reason == ""
	return p, nil
}

func (a *Answers) code(ctx context.Context, chain uint64, address common.Address) ([]byte, error) {
	for _, c := range a.Chains {
		if c.ID() != chain {
			continue
		}
		code, err := c.Code(ctx, address)
		if err != nil {
			a.Log.Warn("product's code cannot be read", "chain", chain, "product", address, "err", err)
			return nil, &nodeapi.Problem{Type: "/problems/chain-unreachable", Title: "the chain cannot be asked now", Status: http.StatusServiceUnavailable, Detail: "none of this node's endpoints answers: ask again, or another node of the committee"}
		}
		return code, nil
	}
	return nil, a.problem(release.ErrUnknownChain)
}

// refusal returns why terms are not served, or "".
func (a *Answers) refusal(ctx context.Context, rules release.Rules, address common.Address, terms product.Terms) string {
	if reason := rules.Offers(address, terms.Offer(0)); reason != "" {
		return reason
	}
	view, err := a.Store.View(ctx, rules.Chain.ID)
	if err != nil || view.Finalised != nil {
		return ""
	}
	for _, tier := range terms.Tiers {
		if rules.WaitsForFinality(tier.Confirmations) {
			return "finality is asked for, of which this chain tells nothing"
		}
	}
	return ""
}

// termsIn reads the terms in a product's code. The factory's address is a hash
// of them, so that where they lead to the address, the code is the template's.
func termsIn(code []byte, contracts product.Contracts, address common.Address) (product.Terms, bool) {
	if len(code) <= proxySize {
		return product.Terms{}, false
	}
	terms, err := product.ParseTerms(code[proxySize:])
	if err != nil || contracts.Address(terms) != address {
		return product.Terms{}, false
	}
	return terms, true
}

func termsDocument(t product.Terms) *nodeapi.Terms {
	d := &nodeapi.Terms{
		Publisher: nodeapi.Address(t.Publisher), Signer: nodeapi.Address(t.Signer), Token: nodeapi.Address(t.Token), Committee: nodeapi.Address(t.Committee),
		GroupKey: hexutil.Encode(t.GroupKey[:]), FeeBps: t.FeeBps, ContentHash: hexutil.Encode(t.ContentHash[:]),
	}
	for _, tier := range t.Tiers {
		d.Tiers = append(d.Tiers, nodeapi.TierTerms{Price: tier.Price.Dec(), Supply: tier.Supply, Confirmations: tier.Confirmations})
	}
	return d
}
