package terminal_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

func TestTrustIsTheSoftwaresOwn(t *testing.T) {
	other := common.HexToAddress("0x0e5c")
	config := home.Config{Chains: map[string]home.Chain{
		"1":    {RPC: []string{"http://127.0.0.1:1"}},
		"1337": {Escrow: other.Hex()},
	}}
	for _, chain := range []uint64{1, 8453} {
		trust := terminal.TrustIn(config, chain)
		if trust.Contracts.Escrow != bindings.EscrowAddress || trust.Contracts.Router != bindings.RouterAddress ||
			trust.Contracts.Factory != bindings.FactoryAddress || trust.Contracts.Template != bindings.TemplateAddress {
			t.Errorf("chain %d: contracts are %v", chain, trust.Contracts)
		}
		if trust.Explicit || len(trust.CodeHashes) != len(bindings.EscrowCodeHashes) {
			t.Errorf("chain %d: %+v", chain, trust)
		}
	}
	if trust := terminal.TrustIn(config, 1337); trust.Contracts.Escrow != other || !trust.Explicit || len(trust.CodeHashes) != 0 {
		t.Errorf("an explicit escrow gives %+v", trust)
	}
}
