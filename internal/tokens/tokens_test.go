package tokens_test

import (
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
)

var chains = []uint64{1, 10, 137, 8453, 42161, 84532, 11155111}

// Every constant is found again by its symbol and by its address, and no two on
// a chain share either.
func TestKnownTokens(t *testing.T) {
	for _, chain := range chains {
		all := tokens.All(chain)
		if len(all) < 2 || !all[0].Native() {
			t.Errorf("chain %d has %d tokens", chain, len(all))
		}
		for _, want := range all {
			for _, name := range []string{want.Symbol, strings.ToLower(want.Symbol), want.Address.Hex()} {
				if got, err := tokens.Find(chain, name); err != nil || got != want {
					t.Errorf("%s on chain %d is %+v, %v", name, chain, got, err)
				}
			}
			if got := tokens.Of(chain, want.Address); got != want || !got.Known() {
				t.Errorf("%s on chain %d is %+v", want.Address, chain, got)
			}
		}
	}
}

func TestUnknownToken(t *testing.T) {
	usdc, err := tokens.Find(1, "USDC")
	if err != nil {
		t.Fatal(err)
	}
	// The same address on another chain is another contract.
	got := tokens.Of(5, usdc.Address)
	if got.Known() || got.Decimals != 0 {
		t.Errorf("%+v is known", got)
	}
	if s, want := got.Format(uint256.NewInt(2000)), "2000 base units of "+usdc.Address.Hex(); s != want {
		t.Errorf("shown as %q, want %q", s, want)
	}
	for _, name := range []string{"", "USDX", "usdc ", "0x12", usdc.Address.Hex()[2:]} {
		if got, err := tokens.Find(1, name); err == nil {
			t.Errorf("%q is %+v", name, got)
		}
	}
}

func TestCoinOfChain(t *testing.T) {
	for chain, want := range map[uint64]string{1: "ETH", 137: "POL", 1337: "ETH", 8453: "ETH"} {
		if got := tokens.Of(chain, common.Address{}); got.Symbol != want || got.Decimals != 18 || !got.Native() {
			t.Errorf("coin of chain %d is %+v", chain, got)
		}
	}
}

func TestAmounts(t *testing.T) {
	coin, euro, raw := tokens.Of(1, common.Address{}), tokens.Token{Symbol: "EURC", Decimals: 6}, tokens.Token{Address: common.Address{9}}
	const most = "115792089237316195423570985008687907853269984665640564039457584007913129639935"
	for _, test := range []struct {
		token       tokens.Token
		text, units string
		shown       string
	}{
		{coin, "0", "0", "0"},
		{coin, "0.0", "0", "0"},
		{coin, "1", "1000000000000000000", "1"},
		{coin, "0.002", "2000000000000000", "0.002"},
		{coin, "0.000000000000000001", "1", "0.000000000000000001"},
		{coin, "10.50", "10500000000000000000", "10.5"},
		{euro, "3.25", "3250000", "3.25"},
		{euro, "1000000", "1000000000000", "1000000"},
		{raw, "7", "7", "7"},
		{raw, most, most, most},
	} {
		got, err := test.token.Parse(test.text)
		if err != nil || got.Dec() != test.units || test.token.Decimal(got) != test.shown {
			t.Errorf("%q: %v, %v", test.text, got, err)
		}
	}
	for token, texts := range map[tokens.Token][]string{
		coin: {"", ".", "1.", ".5", "-1", "+1", "1e3", "0x1", "1,5", "01", "00", " 1", "1 ", "1.0000000000000000000", most + "0", strings.Repeat("9", 101), "٣"},
		euro: {"0.0000001", "0.0000000"},
		raw:  {"1.0", most[:77] + "6"},
	} {
		for _, text := range texts {
			if got, err := token.Parse(text); err == nil {
				t.Errorf("%q is %v", text, got)
			}
		}
	}
}

// What parses is shown so that it parses again to the same.
func FuzzAmount(f *testing.F) {
	f.Add("0.002", uint8(18))
	f.Add("123456789.000001", uint8(6))
	f.Fuzz(func(t *testing.T, text string, decimals uint8) {
		token := tokens.Token{Symbol: "X", Decimals: int(decimals % 40)}
		n, err := token.Parse(text)
		if err != nil {
			return
		}
		again, err := token.Parse(token.Decimal(n))
		if err != nil || !again.Eq(n) {
			t.Fatalf("%q is %v, shown as %q, which is %v, %v", text, n, token.Decimal(n), again, err)
		}
	})
}
