package layout_test

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/shrinkwrap/shrinkwrap/"

// floors are the source tree's, from the top down. A package imports packages
// of its own floor and of those below. The longest prefix counts.
var floors = []map[string]bool{
	{"cmd": true, "internal/bench": true, "internal/vectors/gen": true, "web/gen": true},
	{"node": true, "internal/terminal": true, "internal/publisher": true, "internal/testbed": true, "internal/vectors": true},
	{"internal/wrap": true, "internal/product": true, "internal/order": true, "internal/release": true, "internal/seal": true, "internal/rights": true, "internal/fraud": true,
		"internal/nodeapi": true, "internal/dispute": true, "internal/program": true, "internal/chain": true, "internal/home": true, "internal/tokens": true, "internal/label": true, "internal/command": true},
	{"internal/bls": true, "internal/threshold": true, "internal/qr": true, "internal/devchain": true, "internal/rpctest": true, "internal/soltest": true, "internal/manual": true, "internal/alloctest": true, "internal/weburl": true, "internal/layout": true, "web": true},
	{"bindings": true},
}

// Imports run one way: down.
func TestImportsRunDown(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, module+"...").Output()
	if err != nil {
		t.Fatal(err)
	}
	packages := 0
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		from, ok := strings.CutPrefix(fields[0], module)
		if !ok {
			continue
		}
		packages++
		for _, path := range fields[1:] {
			if to, ok := strings.CutPrefix(path, module); ok {
				check(t, from, to)
			}
		}
	}
	if packages < 20 {
		t.Errorf("only %d packages were looked at", packages)
	}
}

// check holds one import to the floors. A command may import everything, wherever
// it lies.
func check(t *testing.T, from, to string) {
	if floor(t, from) > floor(t, to) {
		t.Errorf("%s imports %s, which is above it", from, to)
	}
	if floor(t, from) > 0 && strings.HasPrefix(from, "internal/") && (to == "node" || strings.HasPrefix(to, "node/")) {
		t.Errorf("%s imports %s: what both need belongs into a room below", from, to)
	}
}

func floor(t *testing.T, path string) int {
	for prefix := path; ; {
		for n, rooms := range floors {
			if rooms[prefix] {
				return n
			}
		}
		cut := strings.LastIndex(prefix, "/")
		if cut < 0 {
			t.Errorf("package %s stands on no floor: add it in layout_test.go", path)
			return 0
		}
		prefix = prefix[:cut]
	}
}

// What buyers and publishers run holds no node, neither ours nor go-ethereum's:
// with its packages the program is more than twice as large, and takes twice as long
// to start. "shrinkwrap demo" is a program of its own for that.
func TestNoNodeInTheTerminal(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", module+"cmd/shrinkwrap").Output()
	if err != nil {
		t.Fatal(err)
	}
	const geth = "github.com/ethereum/go-ethereum/"
	packages := strings.Fields(string(out))
	if !slices.Contains(packages, module+"internal/terminal") || !slices.Contains(packages, geth+"rpc") {
		t.Fatal("the list lacks what is there")
	}
	for _, path := range packages {
		for _, heavy := range []string{
			module + "node", module + "internal/devchain", module + "internal/testbed",
			geth + "node", geth + "eth", geth + "core/vm", geth + "core/state", geth + "p2p/discover", geth + "ethdb/pebble",
		} {
			if path == heavy || strings.HasPrefix(path, heavy+"/") {
				t.Errorf("cmd/shrinkwrap holds %s", path)
			}
		}
	}
}

// What "make build" builds has no Markdown processor in it, which package cli
// would set up at every start to write manual pages that are not ours.
func TestMakeLeavesOutMarkdown(t *testing.T) {
	makefile, err := os.ReadFile("../../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	_, flags, ok := strings.Cut(string(makefile), "\nexport GOFLAGS += ")
	if !ok {
		t.Fatal("the Makefile exports no GOFLAGS")
	}
	flags, _, _ = strings.Cut(flags, "\n")
	list := exec.Command("go", "list", "-deps", flags, module+"cmd/shrinkwrap")
	list.Env = append(os.Environ(), "GOFLAGS=")
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	if packages := strings.Fields(string(out)); !slices.Contains(packages, "github.com/urfave/cli/v2") || slices.Contains(packages, "github.com/russross/blackfriday/v2") {
		t.Errorf("it is there with %s", flags)
	}
}
