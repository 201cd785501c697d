package rights_test

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"

	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

func TestAgreementVerifies(t *testing.T) {
	s := openShop(t, "publisher")
	for tier := range 2 {
		leaf := s.leaf(tier)
		a := s.issue(leaf, s.receipt(leaf))
		read := parse(t, a.Bytes())
		if err := read.Verify(contracts); err != nil {
			t.Errorf("tier %d: %v", tier, err)
		}
		if read.Free() != (tier == 0) || read.Tier().Name != s.header.Content.Tiers[tier].Name || !read.Paid().Equal(paid) || read.Order() != orderPlace(1, leaf) {
			t.Errorf("tier %d is read as %+v", tier, read)
		}
	}
}

// The same order gives the same bytes: whatever hints its copy of the wrap has,
// and however it was read.
func TestBytesFollowFromOrderAndHeader(t *testing.T) {
	s := openShop(t, "publisher")
	b := s.agreement().Bytes()
	s.header.Hints = []wrap.Hint{{Kind: "wrap", URL: "https://elsewhere.example"}}
	if again := s.agreement().Bytes(); !bytes.Equal(again, b) {
		t.Errorf("other hints give %s", again)
	}
	if again := parse(t, b).Bytes(); !bytes.Equal(again, b) {
		t.Errorf("read and written again: %s", again)
	}
	if len(s.header.Hints) != 1 {
		t.Error("the header that was given lost its hints")
	}
}

// What stands in the document, as any reader of JSON sees it.
func TestDocument(t *testing.T) {
	s := openShop(t, "publisher")
	var d map[string]any
	if err := json.Unmarshal(s.agreement().Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	signer, id, hash := s.header.Binding.Terms.Signer, s.header.ID(), s.leaf(1).Hash()
	for name, want := range map[string]any{
		"@type": "Agreement", "dct:title": `The "Tale" & its <end>`,
		"assigner":          "did:pkh:eip155:1:0x" + hex.EncodeToString(signer[:]),
		"target":            "urn:shrinkwrap:wrap:" + id.Hex() + ":tier:1",
		"uid":               "urn:shrinkwrap:order:1:" + strings.ToLower(contracts.Escrow.Hex()) + ":" + hash.Hex(),
		"shrinkwrap:escrow": strings.ToLower(contracts.Escrow.Hex()),
	} {
		if d[name] != want {
			t.Errorf("%s is %v, want %v", name, d[name], want)
		}
	}
	if context := d["@context"].([]any); context[0] != "http://www.w3.org/ns/odrl.jsonld" {
		t.Errorf("context is %v", context)
	}
	got, err := json.Marshal(d["permission"])
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"action":"display","constraint":[{"leftOperand":"elapsedTime","operator":"lt","rightOperand":{"@type":"xsd:duration","@value":"P30D"}}]},` +
		`{"action":"print","constraint":[{"leftOperand":"count","operator":"lteq","rightOperand":{"@type":"xsd:integer","@value":"3"}},` +
		`{"leftOperand":"urn:shrinkwrap:argument","operator":"eq","rightOperand":{"@type":"xsd:string","@value":"until=dusk"}}]},` +
		`{"action":"urn:shrinkwrap:right:levitate%20slowly","constraint":[{"leftOperand":"urn:shrinkwrap:argument","operator":"eq","rightOperand":{"@type":"xsd:string","@value":"height=2"}}]}]`
	if string(got) != want {
		t.Errorf("permission is %s\nwant %s", got, want)
	}
}

// An agreement has a permission: who may open what declares no right may use it.
func TestTierWithoutRightsPermitsUse(t *testing.T) {
	s := openShop(t, "publisher")
	leaf := s.leaf(0)
	b := s.issue(leaf, s.receipt(leaf)).Bytes()
	if !bytes.Contains(b, []byte("\"permission\": [\n    {\n      \"action\": \"use\"\n    }\n  ]")) {
		t.Errorf("permission is not to use: %s", b)
	}
}

func TestIssueRefuses(t *testing.T) {
	s := openShop(t, "publisher")
	for name, change := range map[string]func(*order.Leaf){
		"tier beyond the last": func(l *order.Leaf) { l.Tier = 2 },
		"year 10000":           func(l *order.Leaf) { l.Time = 253402300800 },
		"key on no curve":      func(l *order.Leaf) { l.ReleaseKey[2][5] ^= 1 },
	} {
		l := s.leaf(1)
		change(&l)
		if _, err := rights.Issue(s.header, contracts.Escrow, l, s.receipt(l)); err == nil {
			t.Errorf("%s: issued", name)
		}
	}
	l := s.leaf(1)
	l.Time = 253402300799
	a := s.issue(l, s.receipt(l))
	if !bytes.Contains(a.Bytes(), []byte("9999-12-31T23:59:59Z")) || a.Verify(contracts) != nil {
		t.Error("the last second of the year 9999 is refused")
	}
}

// replace writes a document with other words in it.
func replace(t *testing.T, b []byte, old, new string) []byte {
	t.Helper()
	if !bytes.Contains(b, []byte(old)) {
		t.Fatalf("%q is not in the agreement", old)
	}
	return bytes.Replace(b, []byte(old), []byte(new), 1)
}

func TestParseRefuses(t *testing.T) {
	s := openShop(t, "publisher")
	b := s.agreement().Bytes()
	var compact bytes.Buffer
	if err := json.Compact(&compact, b); err != nil {
		t.Fatal(err)
	}
	hinted, far := *s.header, s.leaf(1)
	hinted.Hints = []wrap.Hint{{Kind: "node", URL: "https://node.example"}}
	unhinted := hinted
	unhinted.Hints = nil
	far.Time = 253402300800
	highTier := s.leaf(1)
	highTier.Tier = 2
	large := s.leaf(1)
	large.Amount = new(uint256.Int).Lsh(uint256.NewInt(1), 96)
	hexed := func(b []byte) string { return hex.EncodeToString(b) }
	for name, text := range map[string][]byte{
		"nothing":                   nil,
		"null":                      []byte("null\n"),
		"a list":                    []byte("[]\n"),
		"an empty object":           []byte("{}\n"),
		"cut":                       b[:len(b)/2],
		"no line feed":              bytes.TrimSpace(b),
		"two line feeds":            append(bytes.Clone(b), '\n'),
		"two documents":             append(bytes.Clone(b), b...),
		"compact":                   compact.Bytes(),
		"another context":           replace(t, b, "odrl.jsonld", "evil.jsonld"),
		"another type":              replace(t, b, `"Agreement"`, `"Offer"`),
		"a further member":          replace(t, b, `"uid"`, `"inheritFrom": "x",`+"\n  "+`"uid"`),
		"a member twice":            replace(t, b, `"uid"`, `"uid": "x",`+"\n  "+`"uid"`),
		"a member of other case":    replace(t, b, `"uid"`, `"UID"`),
		"escaped letters":           replace(t, b, "xsd:dateTime", `xsd:\u0064ateTime`),
		"digits in upper case":      replace(t, b, hexed(s.leaf(1).Bytes()), strings.ToUpper(hexed(s.leaf(1).Bytes()))),
		"a header with hints":       replace(t, b, hexed(unhinted.Bytes()), hexed(hinted.Bytes())),
		"no header":                 replace(t, b, hexed(unhinted.Bytes()), ""),
		"a leaf after 9999":         replace(t, b, hexed(s.leaf(1).Bytes()), hexed(far.Bytes())),
		"a tier too high":           replace(t, b, hexed(s.leaf(1).Bytes()), hexed(highTier.Bytes())),
		"an amount too large":       replace(t, b, hexed(s.leaf(1).Bytes()), hexed(large.Bytes())),
		"half a leaf":               replace(t, b, hexed(s.leaf(1).Bytes()), hexed(s.leaf(1).Bytes()[:256])),
		"the identity as a receipt": identityReceipt(t, b),
		"too long":                  append(bytes.Clone(b), bytes.Repeat([]byte(" "), rights.MaxSize)...),
	} {
		if a, err := rights.Parse(text); err == nil {
			t.Errorf("%s: accepted as %+v", name, a)
		}
	}
}

func identityReceipt(t *testing.T, b []byte) []byte {
	t.Helper()
	at := bytes.Index(b, []byte(`"shrinkwrap:receipt": "0x`)) + len(`"shrinkwrap:receipt": "0x`)
	identity := "c0" + strings.Repeat("0", 94)
	return append(append(bytes.Clone(b[:at]), identity...), b[at+96:]...)
}

// What parses is written again byte for byte, and a change is not verified.
func FuzzParse(f *testing.F) {
	s := openShop(f, "publisher")
	paid, free := s.agreement().Bytes(), s.leaf(0)
	for _, seed := range [][]byte{paid, s.issue(free, s.receipt(free)).Bytes(), {}, []byte("{}\n")} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := rights.Parse(b)
		if err != nil {
			return
		}
		if again := a.Bytes(); !bytes.Equal(again, b) {
			t.Errorf("%q comes back as %q", b, again)
		}
		issued, err := rights.Issue(a.Header, a.Escrow, a.Leaf, a.Receipt)
		if err != nil {
			t.Errorf("what was parsed cannot be issued: %v", err)
		} else if stated := a.CheckStated() == nil; stated != bytes.Equal(issued.Bytes(), b) {
			t.Errorf("stated %v, and issued as %q", stated, issued.Bytes())
		}
	})
}
