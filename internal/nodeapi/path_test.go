package nodeapi_test

import (
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

func TestPaths(t *testing.T) {
	address := common.HexToAddress("0xABcdEFABcdEFabcdEfAbCdefabcdeFABcDEFabCD")
	hash := common.HexToHash("0xAB")
	const (
		a = "abcdefabcdefabcdefabcdefabcdefabcdefabcd"
		h = "00000000000000000000000000000000000000000000000000000000000000ab"
		g = "97f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb"
	)
	query := nodeapi.ReleaseQuery{GroupKey: hash, Place: product.Place{ChainID: product.MaxChainID, Product: address, Tier: 63}, B: bls.GeneratorG1()}
	with := func(change func(*nodeapi.ReleaseQuery)) string {
		q := query
		change(&q)
		return nodeapi.ReleasePath(q)
	}
	release := "/v1/releases/" + h + "/9007199254740991/" + a + "/63/" + g
	proof := bls.Proof{C: bls.NewScalar(1), Z: bls.NewScalar(2)}
	pok := "0000000000000000000000000000000000000000000000000000000000000001" + "0000000000000000000000000000000000000000000000000000000000000002"
	for _, c := range []struct{ got, want string }{
		{nodeapi.ReleasePath(query), release},
		{with(func(q *nodeapi.ReleaseQuery) { q.Wait = 25 * time.Second }), release + "?wait=25s"},
		{with(func(q *nodeapi.ReleaseQuery) { q.Own = true }), release + "?own=1"},
		{with(func(q *nodeapi.ReleaseQuery) { q.Proof = &proof }), release + "?pok=" + pok},
		{with(func(q *nodeapi.ReleaseQuery) { q.Proof, q.Wait, q.Own = &proof, time.Second, true }), release + "?own=1&pok=" + pok + "&wait=1s"},
		{with(func(q *nodeapi.ReleaseQuery) { q.Receipt, q.Wait = true, time.Second }), release + "?receipt=1&wait=1s"},
		{nodeapi.OrderPath(1, hash), "/v1/orders/1/" + h},
		{nodeapi.ReceiptPath(1, hash, false), "/v1/orders/1/" + h + "/receipt"},
		{nodeapi.ReceiptPath(1, hash, true), "/v1/orders/1/" + h + "/receipt?own=1"},
		{nodeapi.ProductPath(1, address, false), "/v1/products/1/" + a},
		{nodeapi.ProductPath(1, address, true), "/v1/products/1/" + a + "?terms=1"},
	} {
		if c.got != c.want {
			t.Errorf("path is %s, want %s", c.got, c.want)
		}
	}
}
