package nodeapi_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

func deal(t testing.TB, need, nodes int, seed byte) threshold.Group {
	t.Helper()
	group, _, err := threshold.InsecureDeal(need, nodes, rand.NewChaCha8([32]byte{seed}))
	if err != nil {
		t.Fatal(err)
	}
	return group
}

func describe(t testing.TB, group threshold.Group) nodeapi.Committee {
	t.Helper()
	var operators []common.Address
	var urls []string
	for i := range group.V {
		operators = append(operators, common.Address{0xab, byte(i)})
		urls = append(urls, fmt.Sprintf("https://node%d.example", i+1))
	}
	return nodeapi.NewCommittee(1337, common.Address{0xcd}, 50, group, operators, urls)
}

func encode(t testing.TB, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestCommitteeComesBack(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {2, 3}, {22, 32}} {
		group := deal(t, size[0], size[1], 1)
		c := describe(t, group)
		got, err := nodeapi.ReadCommittee(bytes.NewReader(append(encode(t, c), " \n"...)))
		if err != nil || !reflect.DeepEqual(got, c) {
			t.Fatalf("%d of %d: got %+v, %v", size[0], size[1], got, err)
		}
		back, err := got.Group()
		if err != nil || back.Key() != group.Key() || back.Threshold != size[0] || back.N() != size[1] {
			t.Errorf("%d of %d: group is %+v, %v", size[0], size[1], back, err)
		}
		if urls := got.URLs(); len(urls) != size[1] || urls[0] != "https://node1.example" {
			t.Errorf("%d of %d: addresses are %v", size[0], size[1], urls)
		}
	}
}

func TestCheckCommittee(t *testing.T) {
	other := describe(t, deal(t, 2, 3, 2))
	for _, c := range []struct {
		name   string
		change func(*nodeapi.Committee)
		err    string // empty: taken
	}{
		{"as it is", func(*nodeapi.Committee) {}, ""},
		{"chain 0", func(c *nodeapi.Committee) { c.ChainID = 0 }, "chain id 0"},
		{"chain 2^53 − 1", func(c *nodeapi.Committee) { c.ChainID = product.MaxChainID }, ""},
		{"chain 2^53", func(c *nodeapi.Committee) { c.ChainID = product.MaxChainID + 1 }, "chain id"},
		{"no address", func(c *nodeapi.Committee) { c.Address = "" }, "is no address"},
		{"address without 0x", func(c *nodeapi.Committee) { c.Address = c.Address[2:] }, "is no address"},
		{"address of 39 digits", func(c *nodeapi.Committee) { c.Address = c.Address[:41] }, "is no address"},
		{"address of 41 digits", func(c *nodeapi.Committee) { c.Address += "0" }, "is no address"},
		{"address in upper case", func(c *nodeapi.Committee) { c.Address = "0x" + strings.ToUpper(c.Address[2:]) }, ""},
		{"address with 0X", func(c *nodeapi.Committee) { c.Address = "0X" + c.Address[2:] }, "is no address"},
		{"address with a g", func(c *nodeapi.Committee) { c.Address = c.Address[:41] + "g" }, "is no address"},
		{"fee 1,000", func(c *nodeapi.Committee) { c.FeeBps = 1000 }, ""},
		{"fee 1,001", func(c *nodeapi.Committee) { c.FeeBps = 1001 }, "1001 basis points"},
		{"no group key", func(c *nodeapi.Committee) { c.GroupKey = "" }, "group key"},
		{"another group key", func(c *nodeapi.Committee) { c.GroupKey = other.GroupKey }, "group key"},
		{"another P", func(c *nodeapi.Committee) { c.P = other.P }, "do not belong together"},
		{"another Q", func(c *nodeapi.Committee) { c.Q = other.Q }, "do not belong together"},
		{"no P", func(c *nodeapi.Committee) { c.P = "" }, "P:"},
		{"P without 0x", func(c *nodeapi.Committee) { c.P = c.P[2:] }, "P:"},
		{"P is Q", func(c *nodeapi.Committee) { c.P = c.Q }, "P:"},
		{"P is the identity", func(c *nodeapi.Committee) { c.P = "0xc0" + strings.Repeat("00", 47) }, "P:"},
		{"Q is P", func(c *nodeapi.Committee) { c.Q = c.P }, "Q:"},
		{"threshold 0", func(c *nodeapi.Committee) { c.Threshold = 0 }, "threshold 0"},
		{"threshold 1", func(c *nodeapi.Committee) { c.Threshold = 1 }, "does not lie"},
		{"threshold 3", func(c *nodeapi.Committee) { c.Threshold = 3 }, "2 nodes act for the group"},
		{"threshold 4", func(c *nodeapi.Committee) { c.Threshold = 4 }, "threshold 4"},
		{"no operators", func(c *nodeapi.Committee) { c.Operators = nil }, "committee of 0"},
		{"an operator less", func(c *nodeapi.Committee) { c.Operators = c.Operators[:2] }, ""},
		{"the first operator missing", func(c *nodeapi.Committee) { c.Operators = c.Operators[1:] }, "listed in place 1"},
		{"an operator twice", func(c *nodeapi.Committee) { c.Operators[1] = c.Operators[0] }, "listed in place 2"},
		{"operators swapped", func(c *nodeapi.Committee) { c.Operators[0], c.Operators[1] = c.Operators[1], c.Operators[0] }, "listed in place 1"},
		{"keys swapped", func(c *nodeapi.Committee) {
			c.Operators[0].Key, c.Operators[1].Key = c.Operators[1].Key, c.Operators[0].Key
		}, "does not lie"},
		{"another's key", func(c *nodeapi.Committee) { c.Operators[2].Key = other.Operators[2].Key }, "does not lie"},
		{"no key", func(c *nodeapi.Committee) { c.Operators[2].Key = "" }, "key of operator 3"},
		{"operator without an address", func(c *nodeapi.Committee) { c.Operators[2].Address = "" }, "operator 3"},
		{"no URL", url(""), "no http or https address"},
		{"URL without a scheme", url("node.example"), "no http or https address"},
		{"URL of a file", url("file:///etc/passwd"), "no http or https address"},
		{"URL without a host", url("https:///v1"), "no http or https address"},
		{"URL that is none", url("https://%zz"), "no http or https address"},
		{"URL with a path", url("https://node.example/shrinkwrap/"), ""},
		{"URL with a port", url("http://127.0.0.1:8080"), ""},
		{"URL with a user", url("https://user:hunter2@node.example"), "node.example has a user"},
		{"URL with a query", url("https://node.example/?x="), "node.example has a user, a query"},
		{"URL with an empty query", url("https://node.example/?"), "node.example has a user, a query"},
		{"URL with a fragment", url("https://node.example/#x"), "node.example has a user, a query or a fragment"},
	} {
		d := describe(t, deal(t, 2, 3, 1))
		c.change(&d)
		got, err := nodeapi.ReadCommittee(bytes.NewReader(encode(t, d)))
		if (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: %v, want %q", c.name, err, c.err)
		}
		if err != nil && (!reflect.DeepEqual(got, nodeapi.Committee{}) || strings.Contains(err.Error(), "hunter2")) {
			t.Errorf("%s: %+v came with the error %v", c.name, got, err)
		}
	}
}

func url(s string) func(*nodeapi.Committee) {
	return func(c *nodeapi.Committee) { c.Operators[1].URL = s }
}

func TestReadCommitteeRefusesOtherDocuments(t *testing.T) {
	good := string(encode(t, describe(t, deal(t, 2, 3, 1))))
	for name, text := range map[string]string{
		"nothing":                           "",
		"null":                              "null",
		"a list":                            "[" + good + "]",
		"half":                              good[:len(good)-1],
		"two":                               good + good,
		"a brace after it":                  good + "}",
		"a bracket after it":                good + "]",
		"text after it":                     good + "x",
		"an unknown key":                    `{"secret": 1, ` + good[1:],
		"an operator's secret":              strings.Replace(good, `"node":`, `"share": "0x00", "node":`, 1),
		"a key in another case":             strings.Replace(good, `"chainId"`, `"chainid"`, 1),
		"an operator's key in another case": strings.Replace(good, `"url"`, `"URL"`, 1),
		"a key twice":                       strings.Replace(good, `"feeBps":50`, `"feeBps":50,"feeBps":50`, 1),
		"an operator's key twice":           strings.Replace(good, `"node":1`, `"node":1,"node":1`, 1),
		"a negative fee":                    strings.Replace(good, `"feeBps":50`, `"feeBps":-1`, 1),
		"a fee of 65,536":                   strings.Replace(good, `"feeBps":50`, `"feeBps":65536`, 1),
		"a fee of a half":                   strings.Replace(good, `"feeBps":50`, `"feeBps":0.5`, 1),
		"more than a megabyte":              good[:len(good)-1] + strings.Repeat(" ", nodeapi.MaxBody) + "}",
	} {
		if c, err := nodeapi.ReadCommittee(strings.NewReader(text)); err == nil {
			t.Errorf("%s: got %+v", name, c)
		}
	}
}

func TestParsePoints(t *testing.T) {
	g, h := bls.GeneratorG1().Bytes(), bls.GeneratorG2().Bytes()
	if p, err := nodeapi.ParseG1(fmt.Sprintf("0x%x", g)); err != nil || !p.Equal(bls.GeneratorG1()) {
		t.Errorf("g: %v", err)
	}
	if p, err := nodeapi.ParseG2(fmt.Sprintf("0x%x", h)); err != nil || !p.Equal(bls.GeneratorG2()) {
		t.Errorf("h: %v", err)
	}
	for _, s := range []string{"", "0x", fmt.Sprintf("%x", g), fmt.Sprintf("0x%x0", g), fmt.Sprintf("0x%xzz", g[:47]), fmt.Sprintf("0x%x", g[:47]), fmt.Sprintf(" 0x%x", g)} {
		if _, err := nodeapi.ParseG1(s); err == nil {
			t.Errorf("G1 point %q was taken", s)
		}
		if _, err := nodeapi.ParseG2(s); err == nil {
			t.Errorf("G2 point %q was taken", s)
		}
	}
}

func FuzzReadCommittee(f *testing.F) {
	good := encode(f, describe(f, deal(f, 2, 3, 1)))
	f.Add(good)
	f.Add(good[:len(good)-1])
	f.Add(append(bytes.Clone(good), '}'))
	f.Add([]byte("null"))
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := nodeapi.ReadCommittee(bytes.NewReader(b))
		if err != nil {
			return
		}
		again, err := nodeapi.ReadCommittee(bytes.NewReader(encode(t, c)))
		if err != nil || !reflect.DeepEqual(again, c) {
			t.Errorf("%+v comes back as %+v, %v", c, again, err)
		}
	})
}
