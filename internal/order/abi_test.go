package order_test

import (
	"bytes"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/order"
)

// What a Solidity compiler would say of the event.
const eventABI = `[{"type": "event", "name": "PaymentConfirmed", "anonymous": false, "inputs": [
	{"name": "account", "type": "bytes32", "indexed": true},
	{"name": "product", "type": "address", "indexed": true},
	{"name": "key", "type": "bytes32", "indexed": true},
	{"name": "leaf", "type": "tuple", "components": [
		{"name": "product", "type": "address"}, {"name": "tier", "type": "uint8"}, {"name": "index", "type": "uint32"},
		{"name": "time", "type": "uint40"}, {"name": "payer", "type": "address"}, {"name": "refundTo", "type": "address"},
		{"name": "publisher", "type": "address"}, {"name": "token", "type": "address"}, {"name": "committee", "type": "address"},
		{"name": "feeBps", "type": "uint16"}, {"name": "confirmations", "type": "uint8"}, {"name": "groupKey", "type": "bytes32"},
		{"name": "amount", "type": "uint96"}, {"name": "releaseKey", "type": "bytes32[3]"}]},
	{"name": "c", "type": "uint256"},
	{"name": "z", "type": "uint256"}]}]`

// tuple is the leaf as go-ethereum packs it.
type tuple struct {
	Product       common.Address
	Tier          uint8
	Index         uint32
	Time          *big.Int
	Payer         common.Address
	RefundTo      common.Address
	Publisher     common.Address
	Token         common.Address
	Committee     common.Address
	FeeBps        uint16
	Confirmations uint8
	GroupKey      [32]byte
	Amount        *big.Int
	ReleaseKey    [3][32]byte
}

func tupleOf(l order.Leaf) tuple {
	return tuple{
		l.Product, l.Tier, l.Index, new(big.Int).SetUint64(l.Time), l.Payer, l.RefundTo, l.Publisher, l.Token, l.Committee,
		l.FeeBps, l.Confirmations, l.GroupKey, l.Amount.ToBig(), l.ReleaseKey,
	}
}

func event(t testing.TB) abi.Event {
	t.Helper()
	parsed, err := abi.JSON(strings.NewReader(eventABI))
	if err != nil {
		t.Fatal(err)
	}
	return parsed.Events["PaymentConfirmed"]
}

func TestConfirmedTopicIsTheEventsID(t *testing.T) {
	if got, want := order.ConfirmedTopic, event(t).ID; got != want {
		t.Errorf("topic is %s, want %s", got, want)
	}
}

func TestLeafBytesAreTheEncodedTuple(t *testing.T) {
	arguments := event(t).Inputs.NonIndexed()[:1]
	for _, l := range extremes() {
		want, err := arguments.Pack(tupleOf(l))
		if err != nil {
			t.Fatal(err)
		}
		if got := l.Bytes(); !bytes.Equal(got, want) {
			t.Errorf("leaf is %x, want %x", got, want)
		}
	}
}

func TestEventDataIsLeafAndWitness(t *testing.T) {
	c, z := big.NewInt(21), new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1))
	want, err := event(t).Inputs.NonIndexed().Pack(tupleOf(sample()), c, z)
	if err != nil {
		t.Fatal(err)
	}
	got := append(sample().Bytes(), c.FillBytes(make([]byte, 32))...)
	if got = append(got, z.FillBytes(make([]byte, 32))...); !bytes.Equal(got, want) {
		t.Errorf("event's data is %x, want %x", got, want)
	}
}
