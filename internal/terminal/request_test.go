package terminal_test

import (
	"context"
	"math/big"
	"net/url"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

// requests returns what a wallet would be asked to do for the text.
func (w *world) requests() []terminal.PaymentRequest {
	w.Helper()
	in := w.intent(1)
	in.Payer = nil
	p, err := w.buyer().Buy(context.Background(), in)
	if err != nil {
		w.Fatal(err)
	}
	if err := p.Close(); err != nil {
		w.Fatal(err)
	}
	return p.Requests()
}

// arguments decodes a call by the contract's own description.
func arguments(t *testing.T, contract abi.ABI, method string, data []byte) map[string]any {
	t.Helper()
	m := contract.Methods[method]
	if string(data[:4]) != string(m.ID) {
		t.Fatalf("call %x is not %s", data[:4], m.Sig)
	}
	args := make(map[string]any)
	if err := m.Inputs.UnpackIntoMap(args, data[4:]); err != nil {
		t.Fatal(err)
	}
	return args
}

// The request is the signed offer's, for the key's own place, with a proof that
// verifies there: nobody else had a say in it.
func TestPaymentRequest(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	w.deploy()
	r := w.requests()[0]
	if r.To != bindings.EscrowAddress || r.ChainID != 1337 || r.Value.Uint64() != 2_000_000 {
		t.Errorf("request pays %s to %s on chain %d", r.Value.Dec(), r.To, r.ChainID)
	}
	args := arguments(t, bindings.NewEscrow().GetABI(), "buy", r.Data)
	offer := w.header.Offer(1)
	if args["product"] != w.header.Address(w.seller.trust.Contracts) || args["tier"] != uint8(1) || args["offerHash"] != [32]byte(offer.Hash()) ||
		args["maxPrice"].(*big.Int).Uint64() != 2_000_000 || args["refundTo"] != w.payer.Address() || len(args["data"].([]byte)) != 0 {
		t.Errorf("request is %v", args)
	}
	B, err := bls.ParseG1Words(args["releaseKey"].([3][32]byte))
	if err != nil {
		t.Fatal(err)
	}
	witness := append(args["c"].(*big.Int).FillBytes(make([]byte, 32)), args["z"].(*big.Int).FillBytes(make([]byte, 32))...)
	proof, err := bls.ParseProof(witness)
	if err != nil {
		t.Fatal(err)
	}
	if err := proof.Verify(B, w.header.Place(w.seller.trust.Contracts, 1).Bytes()); err != nil {
		t.Error(err)
	}
	checkLink(t, r, "buy", args)
}

func TestPaymentRequestDeploysTheProduct(t *testing.T) {
	w := newWorld(t, devchain.Options{})
	r := w.requests()[0]
	if r.To != bindings.RouterAddress {
		t.Errorf("request goes to %s", r.To)
	}
	args := arguments(t, bindings.NewPaymentRouter().GetABI(), "deployAndBuy", r.Data)
	if string(args["terms"].([]byte)) != string(w.header.Terms().Bytes()) {
		t.Errorf("terms are %x", args["terms"])
	}
	checkLink(t, r, "deployAndBuy", args)
}

// The link says what the call says, in the order of its parameters (EIP-681).
func checkLink(t *testing.T, r terminal.PaymentRequest, method string, args map[string]any) {
	t.Helper()
	head, query, _ := strings.Cut(r.Link(), "?")
	if want := "ethereum:" + r.To.Hex() + "@1337/" + method; head != want {
		t.Errorf("link begins with %s, want %s", head, want)
	}
	var types, values []string
	for _, parameter := range strings.Split(query, "&") {
		name, value, _ := strings.Cut(parameter, "=")
		name, err := url.QueryUnescape(name)
		if err != nil {
			t.Fatal(err)
		}
		if value, err = url.QueryUnescape(value); err != nil {
			t.Fatal(err)
		}
		types, values = append(types, name), append(values, value)
	}
	if types[0] != "value" || values[0] != r.Value.Dec() {
		t.Errorf("link pays %s=%s", types[0], values[0])
	}
	first := map[string]string{"buy": "address", "deployAndBuy": "bytes"}[method]
	if got, want := strings.Join(types[1:], " "), first+" uint8 bytes32[3] uint256 uint256 bytes32 uint96 address bytes"; got != want {
		t.Errorf("link's parameters are %s, want %s", got, want)
	}
	if values[4] != args["c"].(*big.Int).String() || values[5] != args["z"].(*big.Int).String() || values[8] != args["refundTo"].(common.Address).Hex() {
		t.Errorf("link's values are %v", values)
	}
}

// A token takes an approval of exactly the price, for who will draw it.
func TestPaymentRequestInAToken(t *testing.T) {
	for name, deploy := range map[string]bool{"deployed": true, "to be deployed": false} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, devchain.Options{})
			w.seller.token = w.mint(10_000_000)
			w.path, w.header = w.seller.tale(t)
			if deploy {
				w.deploy()
			}
			requests := w.requests()
			if len(requests) != 2 || requests[0].To != w.seller.token || !requests[1].Value.IsZero() {
				t.Fatalf("requests are %+v", requests)
			}
			args := arguments(t, bindings.NewTestToken().GetABI(), "approve", requests[0].Data)
			var values []any
			for _, v := range args {
				values = append(values, v)
			}
			spends, of := false, false
			for _, v := range values {
				if a, ok := v.(common.Address); ok && a == requests[1].To {
					spends = true
				}
				if n, ok := v.(*big.Int); ok && n.Uint64() == 2_000_000 {
					of = true
				}
			}
			if !spends || !of || len(values) != 2 {
				t.Errorf("approval is %v", args)
			}
			if want := "ethereum:" + w.seller.token.Hex() + "@1337/approve?address=" + requests[1].To.Hex() + "&uint256=2000000"; requests[0].Link() != want {
				t.Errorf("approval's link is %s, want %s", requests[0].Link(), want)
			}
		})
	}
}
