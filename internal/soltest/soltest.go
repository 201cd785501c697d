// Package soltest runs the contracts' libraries on a chain inside the process,
// for tests that hold Go's side against them: what one takes the other takes.
package soltest

import (
	"context"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/shrinkwrap/shrinkwrap/bindings/harness"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
)

var contract = harness.NewBLS12381Harness()

// Libraries are the libraries OrderLog, BLS12381 and Release, deployed in
// contracts/test/BLS12381Harness.sol.
type Libraries struct {
	tb      testing.TB
	chain   *devchain.Chain
	address common.Address
}

// Start starts a chain with the libraries, for as long as the test runs. For a
// fuzz target that is once in each of its processes.
func Start(tb testing.TB) *Libraries {
	tb.Helper()
	chain, err := devchain.New(devchain.Options{Manual: true})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := chain.Close(); err != nil {
			tb.Error(err)
		}
	})
	l := &Libraries{tb: tb, chain: chain}
	if err := l.deploy(); err != nil {
		tb.Fatal(err)
	}
	return l
}

// In returns the libraries for a part of the test, such as one input of a fuzz
// target, which fails in the target's stead.
func (l *Libraries) In(tb testing.TB) *Libraries { return &Libraries{tb, l.chain, l.address} }

func (l *Libraries) deploy() error {
	ctx, client := context.Background(), l.chain.Client()
	id, err := client.ChainID(ctx)
	if err != nil {
		return err
	}
	options := bind.NewKeyedTransactor(devchain.Key(0), id)
	options.Context = ctx
	var tx *types.Transaction
	if l.address, tx, err = bind.DeployContract(options, common.FromHex(harness.BLS12381HarnessMetaData.Bin), client, nil); err != nil {
		return err
	}
	if _, err := l.chain.Commit(); err != nil {
		return err
	}
	receipt, err := client.TransactionReceipt(ctx, tx.Hash())
	if err == nil && receipt.Status != types.ReceiptStatusSuccessful {
		err = errors.New("deploying the libraries failed")
	}
	return err
}

// IsRevert reports whether a call's error is the contract's refusal, and not the
// chain's or the connection's.
func IsRevert(err error) bool {
	var refused rpc.DataError
	return errors.As(err, &refused) && refused.ErrorData() != nil
}

// call returns what the contract answers, and false where it reverts.
func call[T any](l *Libraries, data []byte, unpack func([]byte) (T, error)) (answer T, ok bool) {
	l.tb.Helper()
	out, err := l.chain.Client().CallContract(context.Background(), ethereum.CallMsg{To: &l.address, Data: data}, nil)
	if IsRevert(err) {
		return answer, false
	}
	if err == nil {
		answer, err = unpack(out)
	}
	if err != nil {
		l.tb.Fatal(err)
	}
	return answer, true
}

// Append returns the 32 peaks of a log that had these, after orders were logged
// as number index and on.
func (l *Libraries) Append(peaks []common.Hash, index uint32, orders []common.Hash) [32][32]byte {
	l.tb.Helper()
	after, ok := call(l, contract.PackAppend(words(peaks), new(big.Int).SetUint64(uint64(index)), words(orders)), contract.UnpackAppend)
	if !ok {
		l.tb.Fatalf("the log took no %d orders from number %d on", len(orders), index)
	}
	return after
}

// Proves reports whether a path proves an order in a log with these peaks, at
// most 32. No path makes the library revert.
func (l *Libraries) Proves(peaks []common.Hash, index uint32, order common.Hash, path []common.Hash) bool {
	l.tb.Helper()
	proves, ok := call(l, contract.PackProves(words(peaks), new(big.Int).SetUint64(uint64(index)), order, words(path)), contract.UnpackProves)
	if !ok {
		l.tb.Fatalf("the log refused to look at a path of length %d", len(path))
	}
	return proves
}

// HashToG1 returns hash_to_curve of a message under a tag of at most 255 bytes.
func (l *Libraries) HashToG1(message []byte, tag string) [3][32]byte {
	l.tb.Helper()
	point, ok := call(l, contract.PackHashToG1(message, []byte(tag)), contract.UnpackHashToG1)
	if !ok {
		l.tb.Fatalf("%x was not hashed", message)
	}
	return point
}

// Multiply returns k·p, and false where p is no point of the subgroup. Zeros are
// the identity, which is one.
func (l *Libraries) Multiply(p [3][32]byte, k *big.Int) ([3][32]byte, bool) {
	l.tb.Helper()
	return call(l, contract.PackMultiply(p, k), contract.UnpackMultiply)
}

// IsProof reports whether c and z prove knowledge of B's logarithm at a place.
func (l *Libraries) IsProof(place []byte, B [3][32]byte, c, z *big.Int) bool {
	l.tb.Helper()
	is, ok := call(l, contract.PackIsProof(place, B, c, z), contract.UnpackIsProof)
	return ok && is
}

// IsRelease reports whether U is the release owed to B at a place under Q.
func (l *Libraries) IsRelease(place []byte, B [3][32]byte, Q [6][32]byte, U [3][32]byte) bool {
	l.tb.Helper()
	is, ok := call(l, contract.PackIsRelease(place, B, Q, U), contract.UnpackIsRelease)
	return ok && is
}

// IsGroupKey reports whether P and Q hide the same secret.
func (l *Libraries) IsGroupKey(P [3][32]byte, Q [6][32]byte) bool {
	l.tb.Helper()
	is, ok := call(l, contract.PackIsGroupKey(P, Q), contract.UnpackIsGroupKey)
	return ok && is
}

func words(hashes []common.Hash) [][32]byte {
	out := make([][32]byte, len(hashes))
	for i, h := range hashes {
		out[i] = h
	}
	return out
}
