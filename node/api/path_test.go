package api_test

import (
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/node/api"
)

// split returns a path's elements after a prefix, as the server's patterns do.
func split(path, prefix string, n int) ([]string, bool) {
	rest, ok := strings.CutPrefix(path, prefix)
	elements := strings.Split(rest, "/")
	return elements, ok && len(elements) == n
}

func examplePath(t testing.TB) string {
	t.Helper()
	B, err := bls.GeneratorG1().Mul(bls.NewScalar(5))
	if err != nil {
		t.Fatal(err)
	}
	return nodeapi.ReleasePath(nodeapi.ReleaseQuery{
		GroupKey: common.Hash{1}, Place: product.Place{ChainID: 1337, Product: common.Address{2}, Tier: 63}, B: B, Own: true, Receipt: true, Wait: nodeapi.MaxWait,
		Proof: &bls.Proof{C: bls.NewScalar(1), Z: bls.NewScalar(2)},
	})
}

// A release has one address: whatever path and query are understood are written
// again as they were.
func FuzzReleasePath(f *testing.F) {
	good := examplePath(f)
	for _, seed := range []string{
		good, strings.ToUpper(good), good + "&x=1", strings.Replace(good, "/63/", "/063/", 1), strings.Replace(good, "/63/", "/64/", 1),
		strings.Replace(good, "wait=25s", "wait=1s", 1), strings.Replace(good, "wait=25s", "wait=26s", 1), strings.Replace(good, "own=1", "own=0", 1), strings.Replace(good, "receipt=1", "receipt=2", 1),
		strings.Replace(good, "/1337/", "/9007199254740991/", 1), strings.Replace(good, "/1337/", "/9007199254740992/", 1), "/v1/releases////", "",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		path, query, asked := strings.Cut(s, "?")
		e, ok := split(path, "/v1/releases/", 5)
		if !ok {
			return
		}
		q, err := api.ParseReleasePath(e[0], e[1], e[2], e[3], e[4])
		if err != nil || api.ParseReleaseQuery(&q, query) != nil {
			return
		}
		if asked && !canonicalQuery(query) {
			return // the order of parameters and the cut of a long wait are free
		}
		if got := nodeapi.ReleasePath(q); got != strings.TrimSuffix(s, "?") {
			t.Errorf("%q was read as %q", s, got)
		}
	})
}

// canonicalQuery reports whether a query is one that package nodeapi writes:
// parameters in order, nothing escaped, no wait beyond the longest, none of 0.
func canonicalQuery(query string) bool {
	last := ""
	for _, part := range strings.Split(query, "&") {
		name, value, _ := strings.Cut(part, "=")
		if name <= last || strings.ContainsAny(part, "%+") || name == "wait" && (len(value) > 3 || value == "0s" || value > "25s" && len(value) == 3) {
			return false
		}
		last = name
	}
	return true
}

// Orders and products have one address each, too.
func FuzzOrderAndProductPath(f *testing.F) {
	f.Add(nodeapi.OrderPath(1, common.Hash{0xab}))
	f.Add(nodeapi.ProductPath(1<<53-1, common.Address{0xab}, false))
	f.Add("/v1/orders/0/" + strings.Repeat("0", 64))
	f.Add("/v1/products/+1/" + strings.Repeat("0", 40))
	f.Fuzz(func(t *testing.T, path string) {
		if e, ok := split(path, "/v1/orders/", 2); ok {
			if chain, order, err := api.ParseOrderPath(e[0], e[1]); err == nil && nodeapi.OrderPath(chain, order) != path {
				t.Errorf("%q was read as another", path)
			}
		}
		if e, ok := split(path, "/v1/products/", 2); ok {
			if chain, address, err := api.ParseProductPath(e[0], e[1]); err == nil && nodeapi.ProductPath(chain, address, false) != path {
				t.Errorf("%q was read as another", path)
			}
		}
	})
}

// The boundaries of each number and length.
func TestPathBoundaries(t *testing.T) {
	path, _, _ := strings.Cut(examplePath(t), "?")
	e, ok := split(path, "/v1/releases/", 5)
	if !ok {
		t.Fatal("the example is no release path")
	}
	for _, c := range []struct {
		at    int
		value string
		good  bool
	}{
		{0, strings.Repeat("a", 63), false}, {0, strings.Repeat("a", 64), true}, {0, strings.Repeat("a", 65), false}, {0, strings.Repeat("A", 64), false}, {0, "", false},
		{1, "0", false}, {1, "1", true}, {1, "9007199254740991", true}, {1, "9007199254740992", false}, {1, "-1", false}, {1, "+1", false}, {1, " 1", false}, {1, "18446744073709551617", false},
		{2, strings.Repeat("0", 39), false}, {2, strings.Repeat("0", 40), true}, {2, strings.Repeat("0", 41), false}, {2, "0x" + strings.Repeat("0", 40), false},
		{3, "0", true}, {3, "63", true}, {3, "64", false}, {3, "256", false}, {3, "1.0", false},
		{4, e[4][:95], false}, {4, e[4], true}, {4, e[4] + "0", false}, {4, strings.ToUpper(e[4]), false}, {4, "c0" + strings.Repeat("0", 94), false}, {4, "40" + strings.Repeat("0", 94), false},
	} {
		changed := append([]string{}, e...)
		changed[c.at] = c.value
		if _, err := api.ParseReleasePath(changed[0], changed[1], changed[2], changed[3], changed[4]); (err == nil) != c.good {
			t.Errorf("element %d %q: error is %v", c.at, c.value, err)
		}
	}
}
