package page

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"math/big"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/signer/core/apitypes"
)

// Wallet signs for one account of one chain, and passes questions about the chain
// on. It asks nobody before it signs: that is for the script in the page, and the
// account's money is worth nothing.
type Wallet struct {
	chain *ethclient.Client
	id    *big.Int
	key   func() *ecdsa.PrivateKey // where no verb of fmt finds it

	mu sync.Mutex // one transaction at a time, so that each has its own nonce
}

// NewWallet returns a wallet of a key on a chain, which the caller closes.
func NewWallet(chain *ethclient.Client, chainID uint64, key func() *ecdsa.PrivateKey) *Wallet {
	return &Wallet{chain: chain, id: new(big.Int).SetUint64(chainID), key: key}
}

// Address is the account's.
func (w *Wallet) Address() common.Address { return crypto.PubkeyToAddress(w.key().PublicKey) }

// passedOn are the questions about the chain that the wallet passes on.
var passedOn = []string{
	"eth_blockNumber", "eth_call", "eth_chainId", "eth_estimateGas", "eth_feeHistory", "eth_gasPrice", "eth_getBalance",
	"eth_getBlockByHash", "eth_getBlockByNumber", "eth_getCode", "eth_getLogs", "eth_getStorageAt", "eth_getTransactionByHash",
	"eth_getTransactionCount", "eth_getTransactionReceipt", "eth_maxPriorityFeePerGas", "eth_syncing", "net_version",
}

// Ask answers a request as EIP-1193 has it. Its errors are a *[Refusal] or the
// chain's.
func (w *Wallet) Ask(ctx context.Context, method string, params []json.RawMessage) (any, error) {
	switch method {
	case "eth_accounts", "eth_requestAccounts":
		return []string{hexutil.Encode(w.Address().Bytes())}, nil
	case "eth_sendTransaction":
		return w.send(ctx, params)
	case "eth_signTypedData_v4":
		return w.signTypedData(params)
	case "wallet_switchEthereumChain":
		return nil, w.switchChain(params)
	}
	if !slices.Contains(passedOn, method) {
		return nil, refused(codeMethod, "the demo's wallet knows no %.60q", method)
	}
	args := make([]any, len(params))
	for i, p := range params {
		args[i] = p
	}
	var result json.RawMessage
	err := w.chain.Client().CallContext(ctx, &result, method, args...)
	return result, err
}

// switchChain agrees to the chain that the wallet is on, the only one it knows
// (EIP-3326).
func (w *Wallet) switchChain(params []json.RawMessage) error {
	var to struct {
		ChainID *hexutil.Big `json:"chainId"`
	}
	if err := parse(params, 0, &to); err != nil {
		return err
	}
	if to.ChainID == nil || to.ChainID.ToInt().Cmp(w.id) != 0 {
		return refused(codeOtherChain, "the demo's wallet knows chain %d alone", w.id)
	}
	return nil
}

// transaction is the parameter of eth_sendTransaction (EIP-1474). Gas, fees and the
// chain may be left out.
type transaction struct {
	From                 *common.Address `json:"from"`
	To                   *common.Address `json:"to"`
	Value                *hexutil.Big    `json:"value"`
	Data                 hexutil.Bytes   `json:"data"`
	Gas                  hexutil.Uint64  `json:"gas"`
	MaxFeePerGas         *hexutil.Big    `json:"maxFeePerGas"`
	MaxPriorityFeePerGas *hexutil.Big    `json:"maxPriorityFeePerGas"`
	ChainID              *hexutil.Big    `json:"chainId"`
}

// send signs a transaction and hands it to the chain. It returns its hash.
func (w *Wallet) send(ctx context.Context, params []json.RawMessage) (any, error) {
	var t transaction
	if err := parse(params, 0, &t); err != nil {
		return nil, err
	}
	if err := w.check(t); err != nil {
		return nil, err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	filled, err := w.fill(ctx, t)
	if err != nil {
		return nil, err
	}
	tx, err := types.SignNewTx(w.key(), types.LatestSignerForChainID(w.id), filled)
	if err != nil {
		return nil, err
	}
	return tx.Hash(), w.chain.SendTransaction(ctx, tx)
}

func (w *Wallet) check(t transaction) error {
	switch {
	case t.From == nil || *t.From != w.Address():
		return refused(codeUnauthorized, "the demo's wallet sends from %s alone", w.Address())
	case t.To == nil:
		return refused(codeParams, "the demo's wallet makes no contracts: \"to\" is missing")
	case t.ChainID != nil && t.ChainID.ToInt().Cmp(w.id) != 0:
		return refused(codeOtherChain, "the demo's wallet is on chain %d alone", w.id)
	}
	return nil
}

// fill adds the nonce, and the gas and the fees that were left out.
func (w *Wallet) fill(ctx context.Context, t transaction) (*types.DynamicFeeTx, error) {
	tx := &types.DynamicFeeTx{
		ChainID: w.id, To: t.To, Value: (*big.Int)(t.Value), Data: t.Data, Gas: uint64(t.Gas),
		GasFeeCap: (*big.Int)(t.MaxFeePerGas), GasTipCap: (*big.Int)(t.MaxPriorityFeePerGas),
	}
	var err error
	if tx.Nonce, err = w.chain.PendingNonceAt(ctx, w.Address()); err != nil {
		return nil, err
	}
	if tx.GasTipCap == nil {
		if tx.GasTipCap, err = w.chain.SuggestGasTipCap(ctx); err != nil {
			return nil, err
		}
	}
	if tx.GasFeeCap == nil {
		head, err := w.chain.HeaderByNumber(ctx, nil)
		if err != nil {
			return nil, err
		}
		twice := new(big.Int).Lsh(head.BaseFee, 1) // six full blocks may follow each other
		tx.GasFeeCap = twice.Add(twice, tx.GasTipCap)
	}
	if tx.Gas == 0 {
		tx.Gas, err = w.chain.EstimateGas(ctx, ethereum.CallMsg{From: w.Address(), To: t.To, Value: tx.Value, Data: t.Data})
	}
	return tx, err
}

// signTypedData signs what a wallet shows field by field (EIP-712), for the
// wallet's own chain. The data come as an object or as its text.
func (w *Wallet) signTypedData(params []json.RawMessage) (any, error) {
	var account common.Address
	if err := parse(params, 0, &account); err != nil {
		return nil, err
	}
	if account != w.Address() {
		return nil, refused(codeUnauthorized, "the demo's wallet signs for %s alone", w.Address())
	}
	data, err := typedData(params)
	if err != nil {
		return nil, err
	}
	if id := (*big.Int)(data.Domain.ChainId); id == nil || id.Cmp(w.id) != 0 {
		return nil, refused(codeOtherChain, "the demo's wallet signs for chain %d alone", w.id)
	}
	digest, _, err := apitypes.TypedDataAndHash(data)
	if err != nil {
		return nil, refused(codeParams, "the typed data cannot be signed: %v", err)
	}
	signature, err := crypto.Sign(digest, w.key())
	if err != nil {
		return nil, err
	}
	signature[crypto.RecoveryIDOffset] += 27 // as Ethereum's signatures have it
	return hexutil.Bytes(signature), nil
}

func typedData(params []json.RawMessage) (data apitypes.TypedData, err error) {
	var text string
	if len(params) > 1 && json.Unmarshal(params[1], &text) == nil {
		params = []json.RawMessage{params[0], json.RawMessage(text)}
	}
	var raw json.RawMessage
	if err := parse(params, 1, &raw); err != nil {
		return data, err
	}
	if err := json.Unmarshal(raw, &data); err != nil {
		return data, refused(codeParams, "the typed data are malformed: %v", err)
	}
	return data, nil
}

// parse reads a parameter. A member that is not known might change what the rest
// means, and is refused.
func parse(params []json.RawMessage, i int, into any) error {
	if i >= len(params) {
		return refused(codeParams, "parameter %d is missing", i+1)
	}
	d := json.NewDecoder(bytes.NewReader(params[i]))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return refused(codeParams, "parameter %d is malformed: %v", i+1, err)
	}
	return nil
}
