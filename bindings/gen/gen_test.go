package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"
	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/bindings/harness"
)

const root = "../.."

var committed = map[string]*bind.MetaData{
	"Escrow":         &bindings.EscrowMetaData,
	"Product":        &bindings.ProductMetaData,
	"ProductFactory": &bindings.ProductFactoryMetaData,
	"Committee":      &bindings.CommitteeMetaData,
	"PaymentRouter":  &bindings.PaymentRouterMetaData,
	"TestToken":      &bindings.TestTokenMetaData,
	"SignedToken":    &bindings.SignedTokenMetaData,
	"NaiveEscrow":    &bindings.NaiveEscrowMetaData,

	"BLS12381Harness": &harness.BLS12381HarnessMetaData,
}

const remedy = "run npx hardhat build && go run ./bindings/gen"

func read(t *testing.T, path ...string) []byte {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// The bindings were made from the sources, the compiler and the packages that
// are in the tree now.
func TestBindingsAreCurrent(t *testing.T) {
	var from provenance
	if err := json.Unmarshal(read(t, "provenance.json"), &from); err != nil {
		t.Fatal(err)
	}
	if len(from.Sources) < len(contracts) || len(from.Packages) == 0 {
		t.Fatalf("provenance names %d sources and %d packages", len(from.Sources), len(from.Packages))
	}
	for path, sum := range from.Sources {
		if got := digest(read(t, root, path)); got != sum {
			t.Errorf("%s has changed since the bindings were made: %s", path, remedy)
		}
	}

	var manifest struct {
		DevDependencies map[string]string `json:"devDependencies"`
	}
	if err := json.Unmarshal(read(t, root, "package.json"), &manifest); err != nil {
		t.Fatal(err)
	}
	from.Packages["solc"] = from.Compiler
	for name, version := range from.Packages {
		if pinned := manifest.DevDependencies[name]; pinned != version {
			t.Errorf("bindings were made with %s %s, package.json has %q: %s", name, version, pinned, remedy)
		}
	}
}

// Every contract in the tree that can be deployed is bound, or is for tests.
func TestEveryContractIsBound(t *testing.T) {
	paths, err := filepath.Glob(root + "/contracts/*.sol")
	if err != nil || len(paths) == 0 {
		t.Fatalf("found %d contracts, error %v", len(paths), err)
	}
	for _, path := range paths {
		if name := strings.TrimSuffix(filepath.Base(path), ".sol"); committed[name] == nil {
			t.Errorf("%s has no binding", path)
		}
	}
}

// The Go files are what abigen makes of the ABI and the code in them.
func TestBindingsAreGenerated(t *testing.T) {
	if len(committed) != len(contracts) {
		t.Fatalf("%d bindings are checked, %d are made", len(committed), len(contracts))
	}
	for _, c := range contracts {
		data := committed[c.name]
		source, err := bindSource(c, data)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(source, read(t, "..", c.file)) {
			t.Errorf("%s is not what abigen makes: %s", c.file, remedy)
		}
	}
}

// bindSource binds a contract again. Abigen strips all blanks from the ABI that
// it quotes, also those within names of types.
func bindSource(c contract, data *bind.MetaData) ([]byte, error) {
	blanks := strings.NewReplacer(
		`"internalType":"struct`, `"internalType":"struct `,
		`"internalType":"enum`, `"internalType":"enum `,
	)
	return c.bind(blanks.Replace(data.ABI), data.Bin)
}

// The deployment follows from the escrow's code, and from nothing else.
func TestDeploymentFollowsFromInitCode(t *testing.T) {
	d, err := deploy(common.FromHex(bindings.EscrowMetaData.Bin))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(d.source(), read(t, "..", "deployment.go")) {
		t.Errorf("deployment.go is not what follows from escrow.go: %s", remedy)
	}
	if d.CodeHashes[0] == d.CodeHashes[1] {
		t.Error("windows do not show in the escrow's code")
	}
}

// The table of windows has two rows, so that there are two codes and no third.
func TestEscrowHasTwoCodes(t *testing.T) {
	short := []int64{1, 11155111, 560048, 1337, 31337}
	long := []int64{10, 137, 8453, 42161, 2, 0}
	for i, chains := range [2][]int64{short, long} {
		for _, chain := range chains {
			db, err := construct(big.NewInt(chain), bindings.EscrowInitCode)
			if err != nil {
				t.Fatalf("chain %d: %v", chain, err)
			}
			if got := db.GetCodeHash(bindings.EscrowAddress); got != bindings.EscrowCodeHashes[i] {
				t.Errorf("escrow's code on chain %d has hash %v, want %v", chain, got, bindings.EscrowCodeHashes[i])
			}
		}
	}
}

// Chains refuse contracts and init codes above the limits of EIP-170 and
// EIP-3860.
func TestCodesFit(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(committed)) {
		if size := len(common.FromHex(committed[name].Bin)); size > params.MaxInitCodeSize {
			t.Errorf("%s has %d bytes of init code, at most %d are allowed", name, size, params.MaxInitCodeSize)
		}
	}
	db, err := construct(chains[0], bindings.EscrowInitCode)
	if err != nil {
		t.Fatal(err)
	}
	if size := db.GetCodeSize(bindings.EscrowAddress); size > params.MaxCodeSize {
		t.Errorf("the escrow has %d bytes of code, at most %d are allowed", size, params.MaxCodeSize)
	}
}

// A source that was changed after the build is refused, also one that is only
// imported.
func TestStaleArtifactIsRefused(t *testing.T) {
	t.Chdir(root)
	const router = "project/contracts/PaymentRouter.sol"
	var info buildInfo
	sources := map[string]any{}
	var from provenance
	if err := json.Unmarshal(read(t, "bindings/gen/provenance.json"), &from); err != nil {
		t.Fatal(err)
	}
	for path := range from.Sources {
		sources["project/"+path] = map[string]string{"content": string(read(t, path))}
	}
	for name, version := range from.Packages {
		sources["npm/"+name+"@"+version+"/x.sol"] = map[string]string{}
	}
	decode := func() {
		raw, err := json.Marshal(map[string]any{"input": map[string]any{"sources": sources}})
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(raw, &info); err != nil {
			t.Fatal(err)
		}
	}
	p, err := newProvenance()
	if err != nil {
		t.Fatal(err)
	}

	decode()
	if err := p.noteSource(info, router); err != nil {
		t.Fatal(err)
	}
	if p.Sources["contracts/libraries/Terms.sol"] == "" || p.Packages["solady"] == "" {
		t.Error("what the router imports is not noted")
	}
	for _, stale := range []string{router, "project/contracts/libraries/Terms.sol"} {
		kept := sources[stale]
		sources[stale] = map[string]string{"content": "older"}
		decode()
		if err := p.noteSource(info, router); err == nil {
			t.Errorf("an older %s was taken", stale)
		}
		sources[stale] = kept
	}
}

// The version of a package is read from the compiler's name for its sources.
func TestPackageVersions(t *testing.T) {
	for _, c := range []struct{ source, name, version string }{
		{"npm/@openzeppelin/contracts@5.7.0/proxy/Clones.sol", "@openzeppelin/contracts", "5.7.0"},
		{"npm/solady@0.1.26/src/utils/LibRLP.sol", "solady", "0.1.26"},
		{"project/contracts/Escrow.sol", "", ""},
		{"npm/nameless/x.sol", "", ""},
	} {
		name, version := packageOf(c.source)
		if name != c.name || version != c.version {
			t.Errorf("%s is of %q %q, want %q %q", c.source, name, version, c.name, c.version)
		}
	}
}
