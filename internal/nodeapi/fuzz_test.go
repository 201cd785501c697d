package nodeapi_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/vectors/seeds"
)

// says is a transport over which every node says the same.
type says struct {
	status int
	media  string
	body   []byte
}

func (s says) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: s.status, Header: http.Header{"Content-Type": {s.media}}, Body: io.NopCloser(bytes.NewReader(s.body)), Request: r,
	}, nil
}

// documents asks for each kind of document. What comes without an error is
// compared with what it is after being written and read again.
var documents = map[string]func(c nodeapi.Client, t *testing.T) (any, error){
	"info": func(c nodeapi.Client, t *testing.T) (any, error) { return c.Info(t.Context()) },
	"release": func(c nodeapi.Client, t *testing.T) (any, error) {
		return c.Release(t.Context(), nodeapi.ReleaseQuery{B: bls.GeneratorG1()})
	},
	"order": func(c nodeapi.Client, t *testing.T) (any, error) { return c.Order(t.Context(), 1, common.Hash{}) },
	"receipt": func(c nodeapi.Client, t *testing.T) (any, error) {
		return c.Receipt(t.Context(), 1, common.Hash{}, true)
	},
	"product": func(c nodeapi.Client, t *testing.T) (any, error) {
		return c.Product(t.Context(), 1, common.Address{}, true)
	},
}

// filled are documents with something in every field.
func filled(f *testing.F) []any {
	share := &nodeapi.Share{Node: 3, Point: "0x01"}
	had := nodeapi.Confirmations{Had: 1, Needed: 2, Finalised: true}
	return []any{
		nodeapi.Info{Software: "s", Node: 1, Chains: []nodeapi.ChainInfo{{ChainID: 1, Escrow: "0x", Head: 3, Indexed: 2, Lag: 1, Providers: []string{"a"}}}, Committee: describe(f, deal(f, 1, 1, 1))},
		nodeapi.Release{State: nodeapi.StateReleased, Order: "0x", Confirmations: had, Share: share, Release: "0x", Receipt: "0x", Reason: "r"},
		nodeapi.Order{Order: "0x", State: nodeapi.StateSeen, Confirmations: had, Account: "0x", Leaf: nodeapi.Leaf{Tier: 255, Index: 1 << 31, Time: 1 << 40}, Reason: "r"},
		nodeapi.Receipt{Order: "0x", State: nodeapi.StateConfirmed, Share: share, Receipt: "0x", Reason: "r"},
		nodeapi.Product{Product: "0x", Served: true, Reason: "r", Terms: &nodeapi.Terms{Tiers: []nodeapi.TierTerms{{Price: "1", Supply: 2, Confirmations: 3}}}},
		nodeapi.Problem{Type: "t", Title: "t", Status: 404, Detail: "d"},
	}
}

// A node may answer anything: it is a problem, an error that names the node, or
// a document that says the same when it is written again.
func FuzzAnswers(f *testing.F) {
	for _, document := range filled(f) {
		f.Add(200, "application/json", encode(f, document))
		f.Add(404, nodeapi.ProblemMedia, encode(f, document))
	}
	f.Add(200, "application/json; charset=utf-8", []byte(strings.Repeat(`{"terms":`, 20_000)))
	f.Add(200, "application/json", []byte(`{"leaf": null, "share": {"node": -1}, "chains": [null]}`))
	f.Add(99, "", []byte("null"))
	f.Fuzz(func(t *testing.T, status int, media string, body []byte) {
		client := nodeapi.Client{URL: "http://node.example", HTTP: &http.Client{Transport: says{status, media, body}}}
		for name, ask := range documents {
			document, err := ask(client, t)
			problem, silent := new(nodeapi.Problem), new(nodeapi.UnreachableError)
			if err != nil {
				if !errors.As(err, &problem) && !errors.As(err, &silent) {
					t.Errorf("%s: error %v is neither a problem nor of a node", name, err)
				}
				continue
			}
			again, err := ask(nodeapi.Client{URL: "http://node.example", HTTP: &http.Client{Transport: says{200, "application/json", encode(t, document)}}}, t)
			if err != nil || !reflect.DeepEqual(again, document) {
				t.Errorf("%s: %+v comes back as %+v, %v", name, document, again, err)
			}
		}
	})
}

// Points and addresses in documents have one form but for the case of digits.
func FuzzParseHex(f *testing.F) {
	for _, b := range seeds.Of(f, "point", "bytes") {
		f.Add(fmt.Sprintf("0x%x", b))
	}
	f.Add("0x" + strings.Repeat("aB", 20))
	f.Add("0X" + strings.Repeat("00", 20))
	f.Fuzz(func(t *testing.T, s string) {
		if p, err := nodeapi.ParseG1(s); err == nil && fmt.Sprintf("0x%x", p.Bytes()) != strings.ToLower(s) {
			t.Errorf("%q is the point %x", s, p.Bytes())
		}
		if p, err := nodeapi.ParseG2(s); err == nil && fmt.Sprintf("0x%x", p.Bytes()) != strings.ToLower(s) {
			t.Errorf("%q is the point %x", s, p.Bytes())
		}
		if a, err := nodeapi.ParseAddress(s); err == nil && nodeapi.Address(a) != strings.ToLower(s) {
			t.Errorf("%q is the address %s", s, a)
		}
	})
}
