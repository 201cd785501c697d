package main

import (
	"encoding/hex"
	"encoding/json"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

func init() {
	scriptCommands["sold"] = sold
	scriptCommands["releases"] = releases
}

// sold FILE N names in $ORDER the N-th order of a list of sales.
func sold(ts *testscript.TestScript, _ bool, args []string) {
	var list []struct{ Orders []struct{ Order string } }
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &list))
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Setenv("ORDER", list[0].Orders[n-1].Order)
}

// releases SEED starts what releases everything under the key of a committee that
// was dealt from the seed, as its nodes do for what is paid, and names it in
// $NODE.
func releases(ts *testscript.TestScript, _ bool, args []string) {
	seed, err := strconv.ParseUint(args[0], 10, 8)
	ts.Check(err)
	group, shares, err := threshold.InsecureDeal(2, len(nodeURLs), rand.NewChaCha8([32]byte{byte(seed)}))
	ts.Check(err)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		parts := strings.Split(r.URL.Path, "/")
		if len(parts) != 8 || parts[2] != "releases" {
			http.NotFound(w, r)
			return
		}
		tier, _ := strconv.ParseUint(parts[6], 10, 8)
		key, _ := hex.DecodeString(parts[7])
		B, err := bls.ParseG1(key)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		place := product.Place{ChainID: testbed.ChainID, Escrow: testbed.Contracts.Escrow, Product: common.HexToAddress(parts[5]), Tier: uint8(tier)}
		point, err := release.Point(place, B)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		U, err := threshold.Interpolate([]threshold.Part{shares[0].Part(point), shares[1].Part(point)}, group.Threshold)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		text := U.Bytes()
		json.NewEncoder(w).Encode(nodeapi.Release{State: nodeapi.StateReleased, Release: hexutil.Encode(text[:])})
	}))
	ts.Setenv("NODE", server.URL)
	ts.Defer(server.Close)
}
