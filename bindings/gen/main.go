// Command gen writes the Go bindings of the contracts from Hardhat's artifacts,
// and what follows from them: the addresses and code hashes of the deployment.
//
//	npx hardhat build && go run ./bindings/gen
//
// Run it from the module's root. Its output is committed, so that the Go side
// builds without Node.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/accounts/abi/abigen"
	"github.com/ethereum/go-ethereum/common"
)

// contract is a contract to bind: an artifact below artifacts/contracts and
// the Go type and file that it becomes. A file in a folder is of the package of
// that name.
type contract struct{ artifact, name, file string }

var contracts = []contract{
	{"Escrow.sol/Escrow.json", "Escrow", "escrow.go"},
	{"Product.sol/Product.json", "Product", "product.go"},
	{"ProductFactory.sol/ProductFactory.json", "ProductFactory", "factory.go"},
	{"Committee.sol/Committee.json", "Committee", "committee.go"},
	{"PaymentRouter.sol/PaymentRouter.json", "PaymentRouter", "router.go"},
	{"test/tokens/TestToken.sol/TestToken.json", "TestToken", "testtoken.go"},
	{"test/tokens/SignedToken.sol/SignedToken.json", "SignedToken", "signedtoken.go"},
	{"bench/NaiveEscrow.sol/NaiveEscrow.json", "NaiveEscrow", "naiveescrow.go"},
	{"test/BLS12381Harness.sol/BLS12381Harness.json", "BLS12381Harness", "harness/harness.go"},
}

func main() {
	if err := generate("artifacts/contracts", "bindings"); err != nil {
		fmt.Fprintln(os.Stderr, "gen: error:", err)
		os.Exit(1)
	}
}

// generate binds every contract, derives the escrow's deployment, and notes
// what both were made from.
func generate(artifacts, out string) error {
	from, err := newProvenance()
	if err != nil {
		return err
	}
	for _, c := range contracts {
		a, err := readArtifact(filepath.Join(artifacts, c.artifact))
		if err != nil {
			return err
		}
		if err := from.add(artifacts, a); err != nil {
			return err
		}
		source, err := c.bind(string(a.ABI), a.Bytecode)
		if err != nil {
			return err
		}
		if err := write(filepath.Join(out, c.file), source); err != nil {
			return err
		}
		if c.name != "Escrow" {
			continue
		}
		d, err := deploy(common.FromHex(a.Bytecode))
		if err != nil {
			return err
		}
		if err := write(filepath.Join(out, "deployment.go"), d.source()); err != nil {
			return err
		}
	}
	return write(filepath.Join(out, "gen", "provenance.json"), from.encode())
}

// artifact is what is read of Hardhat's description of a contract.
type artifact struct {
	ABI       json.RawMessage `json:"abi"`
	Bytecode  string          `json:"bytecode"`
	Source    string          `json:"inputSourceName"`
	BuildInfo string          `json:"buildInfoId"`
}

func readArtifact(path string) (artifact, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return artifact{}, fmt.Errorf("%v (run npx hardhat build first)", err)
	}
	var a artifact
	if err := json.Unmarshal(raw, &a); err != nil {
		return artifact{}, fmt.Errorf("%s: %v", path, err)
	}
	if len(common.FromHex(a.Bytecode)) == 0 {
		return artifact{}, fmt.Errorf("%s has no bytecode", path)
	}
	return a, nil
}

// bind returns the Go source of a contract.
func (c contract) bind(abi, bytecode string) ([]byte, error) {
	pkg := "bindings"
	if folder := filepath.Dir(c.file); folder != "." {
		pkg = folder
	}
	source, err := abigen.BindV2([]string{c.name}, []string{abi}, []string{bytecode}, pkg, nil, nil)
	if err != nil {
		return nil, fmt.Errorf("%s: %v", c.name, err)
	}
	return []byte(source), nil
}

// write replaces a generated file. The old one may belong to another compiler's
// output, so that a half-written file is worth less than none.
func write(path string, source []byte) error {
	if err := os.WriteFile(path, source, 0o644); err != nil {
		os.Remove(path)
		return err
	}
	return nil
}
