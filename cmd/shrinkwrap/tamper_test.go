package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// publisherAccount is the number of the chain's account that publishes in
// scripts: who tampers with a wrap and signs anew has its key.
const publisherAccount = 1

// tampering is one way to make a false wrap of a true one.
type tampering struct {
	header func(h *wrap.Header)
	sign   *product.Contracts // signed anew for this escrow; nil: not signed anew
	entry  func(contents [][]byte)
}

var tamperings = map[string]tampering{
	// A signature of somebody else.
	"signature": {header: func(h *wrap.Header) { h.Signature[3] ^= 1 }},
	// A sealed tier key that opens something else.
	"tierkey": {header: func(h *wrap.Header) { h.Binding.E[0][7] ^= 1 }},
	// Another price: another product, which the signature does not cover.
	"price": {header: func(h *wrap.Header) { h.Binding.Terms.Tiers[1].Price = uint256.NewInt(1) }},
	// Another payee.
	"payee": {header: func(h *wrap.Header) { h.Binding.Terms.Publisher = common.Address{0xbb} }},
	// A title of somebody else's.
	"title": {header: func(h *wrap.Header) { h.Content.Title = "Another Tale" }},
	// P of another secret than Q, by the publisher herself: what is paid for
	// would never open.
	"keys": {header: func(h *wrap.Header) { h.Binding.P = wrap.CompressedG1{G1: bls.GeneratorG1()} }, sign: &ownContracts},
	// A contract of the publisher's own that pays somebody who did not sign.
	"contract": {header: func(h *wrap.Header) {
		h.Binding.Product = bytes.Repeat([]byte{7}, 20)
		h.Binding.Terms.Publisher = common.Address{0xbb}
	}, sign: &ownContracts},
	// Signed for an escrow that keeps the money.
	"escrow": {header: func(*wrap.Header) {}, sign: &falseContracts},
	// A sealed byte.
	"section": {entry: func(contents [][]byte) { contents[1][len(contents[1])-1] ^= 1 }},
	// A fee that nobody gets, by the publisher herself.
	"nobody": {header: func(h *wrap.Header) { h.Binding.Terms.Committee = common.Address{} }, sign: &ownContracts},
	// Nothing false: hints are not signed.
	"hints": {header: func(h *wrap.Header) { h.Hints = []wrap.Hint{{Kind: "wrap", URL: "https://elsewhere.example/w"}} }},
}

var (
	ownContracts   = product.ContractsOf(bindings.EscrowAddress)
	falseContracts = product.ContractsOf(common.Address{0xbd})
)

// tamper KIND TRUE.wrap FALSE.wrap makes a false wrap.
func tamper(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: tamper KIND TRUE.wrap FALSE.wrap")
	}
	how, ok := tamperings[args[0]]
	if !ok {
		ts.Fatalf("no way to tamper is named %q", args[0])
	}
	contents := contentsOf(ts, args[1])
	h, err := wrap.ParseHeader(contents[0])
	ts.Check(err)
	if how.header != nil {
		how.header(h)
	}
	if how.sign != nil {
		ts.Check(h.Sign(*how.sign, devchain.Key(publisherAccount)))
	}
	contents[0] = h.Bytes()
	if how.entry != nil {
		how.entry(contents)
	}
	var b bytes.Buffer
	ts.Check(h.Layout().Rebuild(&b, contents))
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), b.Bytes(), 0o666))
}

func contentsOf(ts *testscript.TestScript, path string) [][]byte {
	b, err := os.ReadFile(ts.MkAbs(path))
	ts.Check(err)
	a, err := wrap.OpenArchive(bytes.NewReader(b), int64(len(b)))
	ts.Check(err)
	contents, err := a.Contents(wrap.MaxPayloadSize)
	ts.Check(err)
	return contents
}

// rawCode WRAP FILE writes the text of a wrap's code without looking at it.
func rawCode(ts *testscript.TestScript, _ bool, args []string) {
	saveCode(ts, args[1], contentsOf(ts, args[0]))
}

// rawPointer WRAP FILE does so for a pointer code.
func rawPointer(ts *testscript.TestScript, _ bool, args []string) {
	saveCode(ts, args[1], contentsOf(ts, args[0])[:1])
}

func saveCode(ts *testscript.TestScript, path string, contents [][]byte) {
	code, err := wrap.NewCode(contents)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(path), []byte(code.Text()), 0o666))
}

// cut FROM TO N leaves out a file's last bytes.
func cut(ts *testscript.TestScript, _ bool, args []string) {
	b, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b[:len(b)-n], 0o666))
}

// large FILE N writes N bytes that do not compress.
func large(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	b := make([]byte, n)
	rand.NewChaCha8([32]byte{2}).Read(b)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o666))
}

// byID WRAP COMMAND… runs a command with the first digits of a wrap's id behind.
func byID(ts *testscript.TestScript, _ bool, args []string) {
	h, err := wrap.ParseHeader(contentsOf(ts, args[0])[0])
	ts.Check(err)
	ts.Check(ts.Exec(args[1], append(args[2:], h.ID().Hex()[:10])...))
}
