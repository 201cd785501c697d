package order_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/math"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/signer/core/apitypes"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/order"
)

func sampleRequest() order.Request {
	l := sample()
	return order.Request{
		Place: l.Place(0x1122334455667788, address(0x5c)), ReleaseKey: [3][32]byte{hash(1), hash(2), hash(3)}, Offer: l.Offer(),
		MaxPrice: uint256.NewInt(21_000_000), RefundTo: address(13), Data: []byte("data"), Tip: uint256.NewInt(70_000), Deadline: 0x0708090a0b,
	}
}

func requests() []order.Request {
	most := new(uint256.Int).SubUint64(new(uint256.Int).Lsh(uint256.NewInt(1), 96), 1)
	last := extremes()[1]
	largest := order.Request{
		Place: last.Place(1<<64-1, address(255)), ReleaseKey: last.ReleaseKey, Offer: last.Offer(),
		MaxPrice: most, RefundTo: address(255), Data: make([]byte, 1000), Tip: most, Deadline: 1<<40 - 1,
	}
	return []order.Request{{MaxPrice: new(uint256.Int), Tip: new(uint256.Int)}, largest, sampleRequest()}
}

// What the ABI of the router's Request hashes to, by go-ethereum.
func TestRequestHashIsOfTheEncodedMembers(t *testing.T) {
	var arguments abi.Arguments
	for _, name := range strings.Fields("uint256 address address uint8 bytes32[3] bytes32 uint96 address bytes32 uint96 uint40") {
		kind, err := abi.NewType(name, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		arguments = append(arguments, abi.Argument{Type: kind})
	}
	for _, r := range requests() {
		encoded, err := arguments.Pack(new(big.Int).SetUint64(r.Place.ChainID), r.Place.Escrow, r.Place.Product, r.Place.Tier, r.ReleaseKey,
			r.Offer.Hash(), r.MaxPrice.ToBig(), r.RefundTo, crypto.Keccak256Hash(r.Data), r.Tip.ToBig(), new(big.Int).SetUint64(r.Deadline))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := r.Hash(), crypto.Keccak256Hash(encoded); got != want {
			t.Errorf("hash of %+v is %s, want %s", r, got, want)
		}
	}
}

// What a wallet makes of the typed data that it shows.
func TestRequestDigestIsTheWallets(t *testing.T) {
	payer := address(12)
	for _, r := range requests() {
		want := walletHash(t, apitypes.TypedData{
			PrimaryType: "Request",
			Types: apitypes.Types{
				"EIP712Domain": fields("string name,string version,uint256 chainId,address verifyingContract"),
				"Request":      fields("address payer,address product,uint8 tier,bytes32[3] releaseKey,Conditions offer,uint96 maxPrice,address refundTo,bytes data,uint96 tip,uint40 deadline"),
				"Conditions":   fields("address publisher,address token,address committee,bytes32 groupKey,uint16 feeBps,uint8 confirmations"),
			},
			Domain: apitypes.TypedDataDomain{
				Name: "Shrinkwrap", Version: "1", ChainId: (*math.HexOrDecimal256)(new(big.Int).SetUint64(r.Place.ChainID)), VerifyingContract: r.Router().Hex(),
			},
			Message: apitypes.TypedDataMessage{
				"payer": payer.Hex(), "product": r.Place.Product.Hex(), "tier": whole(uint64(r.Place.Tier)),
				"releaseKey": []any{r.ReleaseKey[0][:], r.ReleaseKey[1][:], r.ReleaseKey[2][:]},
				"offer": map[string]any{
					"publisher": r.Offer.Publisher.Hex(), "token": r.Offer.Token.Hex(), "committee": r.Offer.Committee.Hex(), "groupKey": r.Offer.GroupKey[:],
					"feeBps": whole(uint64(r.Offer.FeeBps)), "confirmations": whole(uint64(r.Offer.Confirmations)),
				},
				"maxPrice": r.MaxPrice.ToBig(), "refundTo": r.RefundTo.Hex(), "data": r.Data, "tip": r.Tip.ToBig(), "deadline": whole(r.Deadline),
			},
		})
		if got := r.Digest(payer); got != want {
			t.Errorf("digest of %+v is %s, want %s", r, got, want)
		}
	}
}

func TestTokensSignaturesAreTheWallets(t *testing.T) {
	payer, token := address(12), address(15)
	domain := apitypes.TypedDataDomain{Name: "Token", Version: "2", ChainId: math.NewHexOrDecimal256(5), VerifyingContract: token.Hex()}
	types := apitypes.Types{
		"EIP712Domain":             fields("string name,string version,uint256 chainId,address verifyingContract"),
		"Permit":                   fields("address owner,address spender,uint256 value,uint256 nonce,uint256 deadline"),
		"ReceiveWithAuthorization": fields("address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce"),
	}
	for _, r := range requests() {
		request := r.Hash()
		router, value, nonce := r.Router().Hex(), r.Value().ToBig(), uint256.NewInt(9)
		permit := apitypes.TypedData{Types: types, PrimaryType: "Permit", Domain: domain, Message: apitypes.TypedDataMessage{
			"owner": payer.Hex(), "spender": router, "value": value, "nonce": nonce.ToBig(), "deadline": whole(r.Deadline),
		}}
		authorization := apitypes.TypedData{Types: types, PrimaryType: "ReceiveWithAuthorization", Domain: domain, Message: apitypes.TypedDataMessage{
			"from": payer.Hex(), "to": router, "value": value, "validAfter": whole(0), "validBefore": whole(r.Deadline), "nonce": request[:],
		}}
		separator, err := permit.HashStruct("EIP712Domain", domain.Map())
		if err != nil {
			t.Fatal(err)
		}
		if got, want := r.Permit(payer, common.BytesToHash(separator), nonce), walletHash(t, permit); got != want {
			t.Errorf("permit for %+v is %s, want %s", r, got, want)
		}
		if got, want := r.Authorization(payer, common.BytesToHash(separator)), walletHash(t, authorization); got != want {
			t.Errorf("authorization for %+v is %s, want %s", r, got, want)
		}
	}
}

// Whatever changes is another Request, and is signed anew; but a price is only
// bounded.
func TestRequestBindsAll(t *testing.T) {
	payer, domain := address(12), hash(77)
	good := sampleRequest()
	for name, change := range map[string]func(*order.Request){
		"chain":         func(r *order.Request) { r.Place.ChainID++ },
		"escrow":        func(r *order.Request) { r.Place.Escrow = address(9) },
		"product":       func(r *order.Request) { r.Place.Product = address(9) },
		"tier":          func(r *order.Request) { r.Place.Tier++ },
		"releaseKey":    func(r *order.Request) { r.ReleaseKey[2] = hash(9) },
		"publisher":     func(r *order.Request) { r.Offer.Publisher = address(9) },
		"token":         func(r *order.Request) { r.Offer.Token = address(9) },
		"committee":     func(r *order.Request) { r.Offer.Committee = address(9) },
		"groupKey":      func(r *order.Request) { r.Offer.GroupKey = hash(9) },
		"feeBps":        func(r *order.Request) { r.Offer.FeeBps++ },
		"confirmations": func(r *order.Request) { r.Offer.Confirmations++ },
		"maxPrice":      func(r *order.Request) { r.MaxPrice = uint256.NewInt(9) },
		"refundTo":      func(r *order.Request) { r.RefundTo = address(9) },
		"data":          func(r *order.Request) { r.Data = nil },
		"tip":           func(r *order.Request) { r.Tip = uint256.NewInt(9) },
		"deadline":      func(r *order.Request) { r.Deadline++ },
	} {
		r := sampleRequest()
		change(&r)
		if r.Hash() == good.Hash() || r.Digest(payer) == good.Digest(payer) || r.Authorization(payer, domain) == good.Authorization(payer, domain) {
			t.Errorf("with another %s something is the same", name)
		}
	}
	if good.Digest(payer) == good.Digest(address(9)) || good.Authorization(payer, domain) == good.Authorization(address(9), domain) {
		t.Error("another payer signs the same")
	}
	dearer := sampleRequest()
	dearer.Offer.Price = uint256.NewInt(1)
	if dearer.Hash() != good.Hash() || dearer.Digest(payer) != good.Digest(payer) {
		t.Error("the price of the day is signed")
	}
}

func TestRequestChecksItsNumbers(t *testing.T) {
	for _, r := range requests() {
		if err := r.Check(); err != nil {
			t.Errorf("%+v: %v", r, err)
		}
	}
	tooMuch := new(uint256.Int).Lsh(uint256.NewInt(1), 96)
	for want, change := range map[string]func(*order.Request){
		"highest price": func(r *order.Request) { r.MaxPrice = tooMuch },
		"tip":           func(r *order.Request) { r.Tip = tooMuch },
		"tip is <nil>":  func(r *order.Request) { r.Tip = nil },
		"deadline":      func(r *order.Request) { r.Deadline = 1 << 40 },
	} {
		r := sampleRequest()
		change(&r)
		if err := r.Check(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error is %v, want one about %q", err, want)
		}
	}
}

func walletHash(t *testing.T, data apitypes.TypedData) common.Hash {
	t.Helper()
	digest, _, err := apitypes.TypedDataAndHash(data)
	if err != nil {
		t.Fatal(err)
	}
	return common.BytesToHash(digest)
}

func whole(n uint64) *math.HexOrDecimal256 { return (*math.HexOrDecimal256)(new(big.Int).SetUint64(n)) }

// fields are the members of a type as EIP-712 writes them.
func fields(members string) (all []apitypes.Type) {
	for member := range strings.SplitSeq(members, ",") {
		kind, name, _ := strings.Cut(member, " ")
		all = append(all, apitypes.Type{Name: name, Type: kind})
	}
	return all
}
