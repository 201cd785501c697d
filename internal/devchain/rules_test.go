package devchain_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
)

func TestRulesDiffer(t *testing.T) {
	used := map[devchain.Rules]uint64{}
	for _, rules := range []devchain.Rules{devchain.Osaka, devchain.Amsterdam} {
		chain := start(t, devchain.Options{Rules: rules})
		to := common.Address{0xaa}
		receipt := mined(t, chain.Client(), send(t, chain.Client(), &to, 1, 400_000, params.GWei, nil))
		used[rules] = receipt.GasUsed
		if limit := head(t, chain).GasLimit; (rules == devchain.Amsterdam) != (limit > 90_000_000) {
			t.Errorf("%v: gas limit %d", rules, limit)
		}
		if logs := len(receipt.Logs); (rules == devchain.Amsterdam) != (logs == 1) {
			t.Errorf("%v: a transfer emits %d logs", rules, logs) // EIP-7708
		}
	}
	if used[devchain.Osaka] != 21_000 || used[devchain.Amsterdam] != 21_000+183_600 {
		t.Errorf("a transfer to a new account costs %v", used) // EIP-8037
	}
}

func TestChainConfig(t *testing.T) {
	for _, rules := range []devchain.Rules{devchain.Osaka, devchain.Amsterdam} {
		chain := start(t, devchain.Options{Rules: rules})
		var info struct {
			Protocols struct {
				Eth struct{ Config *params.ChainConfig }
			}
		}
		if err := chain.Client().Client().Call(&info, "admin_nodeInfo"); err != nil {
			t.Fatal(err)
		}
		config := info.Protocols.Eth.Config
		if config == nil || config.BogotaTime != nil || config.OsakaTime == nil || (config.AmsterdamTime != nil) != (rules == devchain.Amsterdam) {
			t.Errorf("%v: config %v", rules, config)
		}
	}
}

func TestParseRules(t *testing.T) {
	for _, rules := range []devchain.Rules{devchain.Osaka, devchain.Amsterdam} {
		if got, err := devchain.ParseRules(rules.String()); err != nil || got != rules {
			t.Errorf("%v: got %v, %v", rules, got, err)
		}
	}
	for _, name := range []string{"", "Osaka", "bogota"} {
		if _, err := devchain.ParseRules(name); err == nil {
			t.Errorf("rules %q are accepted", name)
		}
	}
}

func TestDeterministicDeployer(t *testing.T) {
	deployer := common.HexToAddress("0x4e59b44847b379578588920cA78FbF26c0B4956C")
	for _, rules := range []devchain.Rules{devchain.Osaka, devchain.Amsterdam} {
		chain := start(t, devchain.Options{Rules: rules})
		code, err := chain.Client().CodeAt(t.Context(), deployer, nil)
		if err != nil || len(code) != 69 {
			t.Fatalf("%v: deployer's code has %d bytes, %v", rules, len(code), err)
		}
		salt := common.Hash{31: 7}
		tx := send(t, chain.Client(), &deployer, 0, 2_000_000, params.GWei, append(salt.Bytes(), logInitCode...))
		if receipt := mined(t, chain.Client(), tx); receipt.Status != types.ReceiptStatusSuccessful {
			t.Fatalf("%v: deployment reverted", rules)
		}
		at := crypto.CreateAddress2(deployer, salt, crypto.Keccak256(logInitCode))
		if code, err := chain.Client().CodeAt(t.Context(), at, nil); err != nil || len(code) != 10 {
			t.Errorf("%v: deployed code has %d bytes, %v", rules, len(code), err)
		}
	}
}
