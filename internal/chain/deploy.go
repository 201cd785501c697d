package chain

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/bindings"
)

// Deployer is the deterministic deployer: the same contract at the same address
// on every chain. Called with salt(32) ‖ init code it creates that contract by
// CREATE2. It was first made by Zoltu's deterministic-deployment-proxy, and is
// EIP-7997's factory.
var Deployer = params.DeterministicFactoryAddress

// A Deployment is a contract at an address that follows from it.
type Deployment struct {
	InitCode   []byte // with constructor arguments
	Salt       common.Hash
	CodeHashes []common.Hash // keccak-256 of the code that may stand there afterwards; none = any
}

// EscrowDeployment is the escrow's, whose constructor creates router, factory
// and template.
func EscrowDeployment() Deployment {
	return Deployment{InitCode: bindings.EscrowInitCode, Salt: bindings.Salt, CodeHashes: bindings.EscrowCodeHashes[:]}
}

// Address is where the contract will be, on every chain (EIP-1014).
func (d Deployment) Address() common.Address {
	return crypto.CreateAddress2(Deployer, d.Salt, crypto.Keccak256(d.InitCode))
}

// Deploy puts a contract at its address, and the deployer before it on a chain
// that lacks it. If the contract is there already nothing is sent and the
// receipt is nil.
func (s *Sender) Deploy(ctx context.Context, d Deployment) (common.Address, *types.Receipt, error) {
	address := d.Address()
	if there, err := s.deployed(ctx, d); there || err != nil {
		return address, nil, err
	}
	if err := s.EnsureDeployer(ctx); err != nil {
		return address, nil, err
	}
	receipt, err := s.Send(ctx, Tx{To: Deployer, Data: append(d.Salt.Bytes(), d.InitCode...)})
	if err != nil {
		return address, receipt, fmt.Errorf("deploy contract %v: %w", address, err)
	}
	return address, receipt, s.confirmDeployed(ctx, d, receipt)
}

// confirmDeployed looks at the block of the receipt: an endpoint may show a
// receipt a moment before "latest" is its block.
func (s *Sender) confirmDeployed(ctx context.Context, d Deployment, receipt *types.Receipt) error {
	code, err := s.Client.CodeAt(ctx, d.Address(), receipt.BlockNumber)
	if err != nil {
		return fmt.Errorf("look for contract %v: %w", d.Address(), err)
	}
	if len(code) == 0 {
		return fmt.Errorf("contract %v has no code although transaction %v succeeded", d.Address(), receipt.TxHash)
	}
	return d.checkCode(crypto.Keccak256Hash(code))
}

// checkCode refuses another contract at the address.
func (d Deployment) checkCode(hash common.Hash) error {
	if len(d.CodeHashes) > 0 && !slices.Contains(d.CodeHashes, hash) {
		return fmt.Errorf("contract %v has code hash %v, want one of %v", d.Address(), hash, d.CodeHashes)
	}
	return nil
}

// deployed reports whether the contract stands at its address, and refuses
// another one there.
func (s *Sender) deployed(ctx context.Context, d Deployment) (bool, error) {
	hash, err := s.Client.CodeHash(ctx, d.Address())
	switch {
	case err != nil:
		return false, fmt.Errorf("look for contract %v: %w", d.Address(), err)
	case hash == common.Hash{}:
		return false, nil
	}
	return true, d.checkCode(hash)
}

// The deployer's maker is an account whose only transaction has a made-up
// signature, so that nobody has its key. The transaction names no chain and is
// valid on all.
var (
	deployerMaker = common.HexToAddress("0x3fAB184622Dc19b6109349B94811493BF2a45362")
	deployerTx    = types.NewTx(&types.LegacyTx{
		GasPrice: big.NewInt(100 * params.GWei), Gas: 100_000,
		Data: append(common.FromHex("604580600e600039806000f350fe"), params.DeterministicFactoryCode...),
		V:    big.NewInt(27), R: madeUp, S: madeUp,
	})
	madeUp = new(big.Int).SetBytes(common.FromHex("2222222222222222222222222222222222222222222222222222222222222222"))
)

// deployerCost is what the deployer's transaction pays, in wei: 0.01 ether.
var deployerCost = uint256.MustFromBig(new(big.Int).Mul(deployerTx.GasPrice(), new(big.Int).SetUint64(deployerTx.Gas())))

// deployerHint ends every error about a chain that the deployer cannot be put
// on.
const deployerHint = "start the node with --rpc.allow-unprotected-txs, or put the deployer's code into the chain's genesis block"

// EnsureDeployer puts the deterministic deployer on a chain that lacks it: it
// gives its maker the coin that is missing and sends the transaction that was
// signed for all chains. Nodes may refuse that one, and its gas does not
// suffice under Amsterdam's rules.
func (s *Sender) EnsureDeployer(ctx context.Context) error {
	hash, err := s.Client.CodeHash(ctx, Deployer)
	if err != nil {
		return fmt.Errorf("look for the deterministic deployer: %w", err)
	}
	if hash == crypto.Keccak256Hash(params.DeterministicFactoryCode) {
		return nil
	}
	if hash != (common.Hash{}) {
		return fmt.Errorf("deterministic deployer %v has another code on chain %d: nothing is deployed through it",
			Deployer, s.Client.ChainID())
	}
	if err := s.canBeMade(ctx); err != nil {
		return err
	}
	// Without coin the node refuses for that alone if it takes the transaction
	// at all: ask before giving the coin away.
	err = s.Client.broadcast(ctx, deployerTx)
	if isPoor(err) {
		if err := s.fundMaker(ctx); err != nil {
			return fmt.Errorf("fund the deterministic deployer's maker %v: %w", deployerMaker, err)
		}
		err = s.Client.broadcast(ctx, deployerTx)
	}
	if err != nil && !isNonceUsed(err) {
		return fmt.Errorf("chain %d has no deterministic deployer and the node refuses the transaction that makes one: %w: %s",
			s.Client.ChainID(), err, deployerHint)
	}
	return s.awaitDeployer(ctx)
}

// canBeMade reports why the maker's transaction would run out of gas.
func (s *Sender) canBeMade(ctx context.Context) error {
	gas, err := s.Client.EstimateGas(ctx, ethereum.CallMsg{From: s.Signer.Address(), Data: deployerTx.Data()})
	if err != nil {
		return fmt.Errorf("estimate the deterministic deployer's gas: %w", err)
	}
	if gas > deployerTx.Gas() {
		return fmt.Errorf("the deterministic deployer takes %d gas on chain %d, and the transaction that makes it has %d: %s",
			gas, s.Client.ChainID(), deployerTx.Gas(), deployerHint)
	}
	return nil
}

// fundMaker sends the maker what it lacks.
func (s *Sender) fundMaker(ctx context.Context) error {
	has, err := s.Client.BalanceAt(ctx, deployerMaker, nil)
	if err != nil {
		return err
	}
	lacks := new(big.Int).Sub(deployerCost.ToBig(), has)
	if lacks.Sign() <= 0 {
		return nil
	}
	_, err = s.Send(ctx, Tx{To: deployerMaker, Value: uint256.MustFromBig(lacks)})
	return err
}

// awaitDeployer waits until the maker's transaction is mined.
func (s *Sender) awaitDeployer(ctx context.Context) error {
	for wait := firstLook; ; wait = min(wait*3/2, s.Client.o.Poll) {
		receipt, err := s.Client.TransactionReceipt(ctx, deployerTx.Hash())
		var down *UnavailableError
		switch {
		case err == nil && receipt.Status == types.ReceiptStatusSuccessful:
			return nil
		case err == nil:
			return fmt.Errorf("the transaction that makes the deterministic deployer failed on chain %d: %s", s.Client.ChainID(), deployerHint)
		case !errors.Is(err, ethereum.NotFound) && !errors.As(err, &down):
			return err
		}
		if err := pause(ctx, wait); err != nil {
			return fmt.Errorf("the transaction %v that makes the deterministic deployer is not mined yet: %w", deployerTx.Hash(), err)
		}
	}
}
