package publisher_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

var urls = []string{"https://a.example", "https://b.example", "https://c.example"}

// newMarket starts a chain with the escrow on it.
func newMarket(t *testing.T) (*testbed.Bed, publisher.Market) {
	t.Helper()
	bed, err := testbed.New(context.Background(), devchain.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := bed.Close(); err != nil {
			t.Error(err)
		}
	})
	client, err := chain.Dial(context.Background(), []string{bed.HTTP()}, chain.Options{Poll: 5 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return bed, publisher.Market{Client: client, Contracts: testbed.Contracts, CodeHashes: bindings.EscrowCodeHashes[:]}
}

// marketListing is a listing of a free and a paid tier under an active
// committee.
func marketListing(t *testing.T, bed *testbed.Bed) publisher.Listing {
	t.Helper()
	committee, _, err := bed.Committee(context.Background(), 1, 2, 250, urls, len(urls))
	if err != nil {
		t.Fatal(err)
	}
	return publisher.Listing{
		Committee: committee,
		Tiers:     []product.TierTerms{{Price: new(uint256.Int)}, {Price: uint256.NewInt(1001)}},
	}
}

// A publisher learns before anything is printed that the chain is not what she
// was told.
func TestMarketCheck(t *testing.T) {
	ctx := context.Background()
	bed, market := newMarket(t)
	good := marketListing(t, bed)
	if err := market.Check(ctx, good); err != nil {
		t.Fatal(err)
	}
	token, err := bed.Token(ctx, common.Big1)
	if err != nil {
		t.Fatal(err)
	}
	forming, _, err := bed.Committee(ctx, 1, 2, 250, urls, len(urls)-1)
	if err != nil {
		t.Fatal(err)
	}
	other, _, err := bed.Committee(ctx, 2, 2, 250, urls, len(urls))
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		change func(*publisher.Listing, *publisher.Market)
		want   error
	}{
		"token":            {func(l *publisher.Listing, _ *publisher.Market) { l.Token = token }, nil},
		"another chain":    {func(l *publisher.Listing, _ *publisher.Market) { l.Committee.ChainID = 1 }, publisher.ErrFalse},
		"no contract":      {func(l *publisher.Listing, _ *publisher.Market) { l.Committee.Address = common.Address{5}.Hex() }, publisher.ErrFalse},
		"forming":          {func(l *publisher.Listing, _ *publisher.Market) { l.Committee.Address = forming.Address }, publisher.ErrNotReady},
		"other keys":       {func(l *publisher.Listing, _ *publisher.Market) { l.Committee.Address = other.Address }, publisher.ErrFalse},
		"another fee":      {func(l *publisher.Listing, _ *publisher.Market) { l.Committee.FeeBps++ }, publisher.ErrFalse},
		"threshold":        {func(l *publisher.Listing, _ *publisher.Market) { l.Committee.Threshold++ }, publisher.ErrFalse},
		"operators":        {func(l *publisher.Listing, _ *publisher.Market) { l.Committee.Operators = l.Committee.Operators[1:] }, publisher.ErrFalse},
		"token of nothing": {func(l *publisher.Listing, _ *publisher.Market) { l.Token = common.Address{5} }, publisher.ErrFalse},
		"no escrow":        {func(_ *publisher.Listing, m *publisher.Market) { m.Contracts = product.ContractsOf(common.Address{5}) }, publisher.ErrNotReady},
		"false escrow":     {func(_ *publisher.Listing, m *publisher.Market) { m.Contracts.Escrow = m.Contracts.Factory }, publisher.ErrFalse},
	} {
		l, m := good, market
		test.change(&l, &m)
		if err := m.Check(ctx, l); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
	}
}

// The product is deployed once, whoever tries again and whoever did it.
func TestDeployOnce(t *testing.T) {
	ctx := context.Background()
	bed, market := newMarket(t)
	d := newDesk(t)
	f := d.seal("tale.seal")
	l := marketListing(t, bed)
	h, _, err := f.Publish(ctx, d.path("tale.wrap"), l, market.Contracts, d.key, nil)
	if err != nil {
		t.Fatal(err)
	}
	signer := chain.NewKeySigner(d.key)
	first, err := market.Deploy(ctx, signer, h.Terms())
	if err != nil || first == (common.Hash{}) {
		t.Fatal(first, err)
	}
	again, err := market.Deploy(ctx, signer, h.Terms())
	if err != nil || again != (common.Hash{}) {
		t.Errorf("a second transaction %s, %v", again, err)
	}
	if nonce, err := market.Client.NonceAt(ctx, d.signer, nil); err != nil || nonce != 1 {
		t.Errorf("the account made %d transactions, %v", nonce, err)
	}
	poor := chain.NewKeySigner(devchain.Key(99))
	other := h.Terms()
	other.Signer = common.Address{7}
	if _, err := market.Deploy(ctx, poor, other); err == nil || !strings.Contains(err.Error(), "deploying the product") {
		t.Errorf("without money: %v", err)
	}
	nowhere := market
	nowhere.Contracts = product.ContractsOf(common.Address{5})
	if _, err := nowhere.Deploy(ctx, signer, h.Terms()); err == nil {
		t.Error("deployed where there is no factory")
	}
}

// shop is a product that is sold at 1001 base units, less a fee of 2.5 %.
type shop struct {
	*testing.T
	bed     *testbed.Bed
	market  publisher.Market
	terms   product.Terms
	account publisher.Account
	sold    uint32
}

func newShop(t *testing.T) *shop {
	t.Helper()
	bed, market := newMarket(t)
	l := marketListing(t, bed)
	group, err := l.Committee.Group()
	if err != nil {
		t.Fatal(err)
	}
	terms := product.Terms{
		Publisher: devchain.Address(2), Signer: devchain.Address(2), Committee: common.HexToAddress(l.Committee.Address),
		GroupKey: group.Key(), FeeBps: 250, ContentHash: common.Hash{1}, Tiers: l.Tiers,
	}
	if _, err := market.Deploy(context.Background(), chain.NewKeySigner(devchain.Key(1)), terms); err != nil {
		t.Fatal(err)
	}
	return &shop{T: t, bed: bed, market: market, terms: terms, account: publisher.AccountOf(terms)}
}

func (s *shop) sell() {
	s.Helper()
	place := product.Place{ChainID: testbed.ChainID, Escrow: testbed.Contracts.Escrow, Product: testbed.Contracts.Address(s.terms), Tier: 1}
	key, err := release.NewKey(make([]byte, release.SeedSize), place, s.sold)
	if err != nil {
		s.Fatal(err)
	}
	s.sold++
	if _, _, err := s.bed.Buy(context.Background(), devchain.Key(3), s.terms, key); err != nil {
		s.Fatal(err)
	}
}

// earns checks what the account holds.
func (s *shop) earns(due, fees uint64, pending ...uint64) publisher.Earnings {
	s.Helper()
	e, err := s.market.Earnings(context.Background(), s.account)
	if err != nil {
		s.Fatal(err)
	}
	if !e.Due.Eq(uint256.NewInt(due)) || !e.Fees.Eq(uint256.NewInt(fees)) || len(e.Pending) != len(pending) || e.Orders != s.sold {
		s.Fatalf("due %v, fees %v, pending %+v of %d orders, want %d, %d, %v of %d", e.Due, e.Fees, e.Pending, e.Orders, due, fees, pending, s.sold)
	}
	for i, p := range e.Pending {
		if !p.Amount.Eq(uint256.NewInt(pending[i])) || !p.Matures.After(e.Now) {
			s.Fatalf("pending %+v at %v, want %v", e.Pending, e.Now, pending)
		}
	}
	return e
}

// pays checks what account signer takes out.
func (s *shop) pays(signer int, to common.Address, want uint64) {
	s.Helper()
	amount, _, err := s.market.Withdraw(context.Background(), chain.NewKeySigner(devchain.Key(signer)), s.account, to)
	if want == 0 && err == nil || want != 0 && (err != nil || !amount.Eq(uint256.NewInt(want))) {
		s.Errorf("account %d takes out %v, %v, want %d", signer, amount, err, want)
	}
}

// Money matures when the epoch after its own is over, less the committee's fee,
// and is paid out once.
func TestEarnings(t *testing.T) {
	s := newShop(t)
	intoEpoch(t, s.bed)
	s.earns(0, 0)
	s.pays(1, common.Address{}, 0)

	s.sell()
	s.sell()
	e := s.earns(0, 0, 2002)
	if wait := e.Pending[0].Matures.Sub(e.Now); wait <= 24*time.Hour || wait > 48*time.Hour {
		t.Errorf("matures in %v", wait)
	}
	adjust(t, s.bed, 24*time.Hour)
	s.earns(0, 0, 2002)
	s.sell()
	e = s.earns(0, 0, 2002, 1001)
	// One second before the epoch is over, and when it is.
	adjust(t, s.bed, e.Pending[0].Matures.Sub(e.Now)-time.Second)
	s.earns(0, 0, 2002, 1001)
	adjust(t, s.bed, time.Second)
	s.earns(1952, 50, 1001) // ⌊2002 · 2.5 %⌋ = 50
	s.pays(1, common.Address{}, 1952)
	s.earns(0, 50, 1001)
	adjust(t, s.bed, 48*time.Hour)
	s.earns(976, 75)
	s.pays(1, common.Address{0xaa}, 0) // a stranger cannot send it elsewhere
	s.pays(2, common.Address{0xaa}, 976)
	if balance, err := s.market.Client.BalanceAt(context.Background(), common.Address{0xaa}, nil); err != nil || balance.Uint64() != 976 {
		t.Errorf("the other address has %v, %v", balance, err)
	}
}

// adjust moves the chain's clock on.
func adjust(t *testing.T, bed *testbed.Bed, by time.Duration) {
	t.Helper()
	if err := bed.AdjustTime(by); err != nil {
		t.Fatal(err)
	}
}

// intoEpoch moves the chain's clock an hour into an epoch of a day. From there on
// it runs a second a block, so that no epoch ends by itself.
func intoEpoch(t *testing.T, bed *testbed.Bed) {
	t.Helper()
	head, err := bed.Client().HeaderByNumber(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	const day = 24 * 60 * 60
	adjust(t, bed, time.Duration(day-head.Time%day)*time.Second+time.Hour)
}

// Nobody waits for finality on a chain that has none.
func TestMarketFinality(t *testing.T) {
	ctx := context.Background()
	bed, market := newMarket(t)
	l := marketListing(t, bed)
	l.Tiers[1].Confirmations = product.Finalised
	if err := market.Check(ctx, l); err != nil {
		t.Errorf("a chain with finality: %v", err)
	}
	without := rpctest.NewProxy(t, bed.HTTP())
	without.Set(rpctest.WithoutFinality)
	var err error
	if market.Client, err = chain.Dial(ctx, []string{without.URL}, chain.Options{}); err != nil {
		t.Fatal(err)
	}
	defer market.Client.Close()
	if err := market.Check(ctx, l); !errors.Is(err, publisher.ErrNotReady) || !errors.Is(err, chain.ErrNoFinality) {
		t.Errorf("a chain without finality: %v", err)
	}
	l.Tiers[1].Confirmations = product.Finalised - 1
	if err := market.Check(ctx, l); err != nil {
		t.Errorf("254 blocks: %v", err)
	}
}
