package api

import (
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// What a path or a query parses to is written in one way only: the one that
// package nodeapi writes. So a name has one address, caches hold it once, and
// nothing is there under two names.

// ParseReleasePath reads the five elements of /v1/releases/….
func ParseReleasePath(groupKey, chainID, address, tier, releaseKey string) (q nodeapi.ReleaseQuery, err error) {
	key, err := digits("group key", groupKey, 32)
	if err != nil {
		return q, err
	}
	q.GroupKey = common.Hash(key)
	if q.Place.ChainID, err = parseChain(chainID); err != nil {
		return q, err
	}
	if q.Place.Product, err = parseAddress(address); err != nil {
		return q, err
	}
	k, err := number("tier", tier, product.MaxTiers-1)
	if err != nil {
		return q, err
	}
	q.Place.Tier = uint8(k)
	point, err := digits("release key", releaseKey, bls.G1Size)
	if err != nil {
		return q, err
	}
	q.B, err = bls.ParseG1(point)
	if err != nil {
		return q, fmt.Errorf("release key: %v", err)
	}
	return q, nil
}

// ParseReleaseQuery reads wait, pok, own, for and receipt into a query.
func ParseReleaseQuery(q *nodeapi.ReleaseQuery, raw string) error {
	v, err := values(raw, "wait", "pok", "own", "for", "receipt")
	if err != nil {
		return err
	}
	if q.Wait, err = parseWait(v["wait"]); err != nil {
		return err
	}
	if q.Own, err = parseFlag("own", v["own"]); err != nil {
		return err
	}
	if q.Receipt, err = parseFlag("receipt", v["receipt"]); err != nil {
		return err
	}
	if q.For, err = parseFor(v["for"], q.Own); err != nil {
		return err
	}
	if v["pok"] == "" {
		return nil
	}
	b, err := digits("pok", v["pok"], bls.ProofSize)
	if err != nil {
		return err
	}
	proof, err := bls.ParseProof(b)
	q.Proof = &proof
	return err
}

// ParseOrderPath reads the two elements of /v1/orders/….
func ParseOrderPath(chainID, order string) (uint64, common.Hash, error) {
	chain, err := parseChain(chainID)
	if err != nil {
		return 0, common.Hash{}, err
	}
	hash, err := digits("order", order, 32)
	if err != nil {
		return 0, common.Hash{}, err
	}
	return chain, common.Hash(hash), nil
}

// ParseProductPath reads the two elements of /v1/products/….
func ParseProductPath(chainID, address string) (uint64, common.Address, error) {
	chain, err := parseChain(chainID)
	if err != nil {
		return 0, common.Address{}, err
	}
	at, err := parseAddress(address)
	return chain, at, err
}

func parseChain(s string) (uint64, error) {
	n, err := number("chain id", s, product.MaxChainID)
	if err == nil && n == 0 {
		err = errors.New("chain id is 0")
	}
	return n, err
}

func parseAddress(s string) (common.Address, error) {
	b, err := digits("address", s, common.AddressLength)
	if err != nil {
		return common.Address{}, err
	}
	return common.Address(b), nil
}

// number reads a decimal number without sign, leading zeros or anything else.
func number(what, s string, most uint64) (uint64, error) {
	n, err := strconv.ParseUint(s, 10, 64)
	if err != nil || strconv.FormatUint(n, 10) != s || n > most {
		return 0, fmt.Errorf("%s %q is no number from 0 to %d", what, s, most)
	}
	return n, nil
}

// digits reads so many bytes in lower-case hex without 0x.
func digits(what, s string, bytes int) ([]byte, error) {
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != bytes || hex.EncodeToString(b) != s {
		return nil, fmt.Errorf("%s %.200q is not %d lower-case hexadecimal digits", what, s, 2*bytes)
	}
	return b, nil
}

// values reads a query that names each of the allowed parameters at most once
// and nothing else, so that a misspelt one is not passed over.
func values(raw string, allowed ...string) (map[string]string, error) {
	parsed, err := url.ParseQuery(raw)
	if err != nil {
		return nil, errors.New("the query cannot be read")
	}
	v := make(map[string]string)
	for _, name := range allowed {
		if list, ok := parsed[name]; ok {
			if len(list) != 1 || list[0] == "" {
				return nil, fmt.Errorf("%s is given empty or more than once", name)
			}
			v[name] = list[0]
			delete(parsed, name)
		}
	}
	for name := range parsed {
		return nil, fmt.Errorf("unknown parameter %.100q: %s are known here", name, strings.Join(allowed, ", "))
	}
	return v, nil
}

// parseWait reads whole seconds, as in 25s; what goes beyond the longest wait
// is cut.
func parseWait(s string) (time.Duration, error) {
	if s == "" {
		return 0, nil
	}
	n, err := number("wait", strings.TrimSuffix(s, "s"), 3600)
	if err != nil || !strings.HasSuffix(s, "s") {
		return 0, fmt.Errorf("wait %.100q is no number of seconds, as 25s", s)
	}
	return min(time.Duration(n)*time.Second, nodeapi.MaxWait), nil
}

// parseFor reads the number of the node that a share is asked for.
func parseFor(s string, own bool) (int, error) {
	if s == "" {
		return 0, nil
	}
	n, err := number("for", s, threshold.MaxNodes)
	switch {
	case err != nil:
		return 0, err
	case n == 0:
		return 0, errors.New("for is 0: nodes count from 1")
	case !own:
		return 0, errors.New("for goes with own=1")
	}
	return int(n), nil
}

func parseFlag(name, s string) (bool, error) {
	if s != "" && s != "1" {
		return false, fmt.Errorf("%s %.100q is not 1", name, s)
	}
	return s == "1", nil
}
