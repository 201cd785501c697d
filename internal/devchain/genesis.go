package devchain

import (
	"fmt"
	"maps"
	"math/big"

	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

// Rules name a fork whose rules hold from the genesis block on.
type Rules int

const (
	Osaka     Rules = iota // main net's rules today
	Amsterdam              // the next fork's: new state is paid for by the byte (EIP-8037)
)

func (r Rules) String() string {
	if r == Amsterdam {
		return "amsterdam"
	}
	return "osaka"
}

// ParseRules reads a fork's name.
func ParseRules(name string) (Rules, error) {
	for _, r := range []Rules{Osaka, Amsterdam} {
		if name == r.String() {
			return r, nil
		}
	}
	return 0, fmt.Errorf("rules %q: want osaka or amsterdam", name)
}

// Block gas limits: main net's, and the one that Amsterdam is planned with.
const (
	osakaGasLimit     = 60_000_000
	amsterdamGasLimit = 100_000_000
)

// defaultAccounts is how many accounts are funded unless Options say otherwise.
const defaultAccounts = 10

// Genesis is the genesis block of a chain of these options; its JSON is what
// `geth init` takes. It funds the accounts and puts the contracts in place that
// the fork's rules call into; one of them is the deterministic deployer
// (EIP-7997), whose pre-signed transaction a node would refuse.
func Genesis(o Options) *core.Genesis {
	alloc := core.SystemContractAllocs()
	count := o.Accounts
	if count == 0 {
		count = defaultAccounts
	}
	for n := range count {
		alloc[Address(n)] = types.Account{Balance: funds()}
	}
	maps.Copy(alloc, o.Alloc)
	limit := uint64(osakaGasLimit)
	if o.Rules == Amsterdam {
		limit = amsterdamGasLimit
	}
	return &core.Genesis{Config: chainConfig(o.Rules), Difficulty: new(big.Int), GasLimit: limit, Alloc: alloc}
}

// chainConfig is go-ethereum's development configuration without Bogota, which
// it switches on without Amsterdam: prices of no chain.
func chainConfig(r Rules) *params.ChainConfig {
	config := *params.AllDevChainProtocolChanges
	config.BogotaTime, config.AmsterdamTime = nil, nil
	if r == Amsterdam {
		config.AmsterdamTime = new(uint64)
	}
	return &config
}

// funds is a million ether, in wei.
func funds() *big.Int {
	return new(big.Int).Mul(big.NewInt(1_000_000), big.NewInt(params.Ether))
}
