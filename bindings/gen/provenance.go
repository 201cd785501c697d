package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

// config decides the compiler's settings. It is a program, so that only its
// bytes can be compared.
const config = "hardhat.config.js"

// provenance is what the bindings were made from. It is committed beside this
// command, so that a stale binding is found with Go alone.
type provenance struct {
	Compiler string            `json:"compiler"`
	Packages map[string]string `json:"packages"` // npm's, of which sources were compiled
	Sources  map[string]string `json:"sources"`  // SHA-256 by path in the module
}

// buildInfo is what is read of Hardhat's record of one run of the compiler.
type buildInfo struct {
	SolcVersion string `json:"solcVersion"`
	Input       struct {
		Sources map[string]struct {
			Content string `json:"content"`
		} `json:"sources"`
	} `json:"input"`
}

func newProvenance() (*provenance, error) {
	raw, err := os.ReadFile(config)
	if err != nil {
		return nil, err
	}
	return &provenance{
		Packages: make(map[string]string),
		Sources:  map[string]string{config: digest(raw)},
	}, nil
}

// add notes what an artifact was made from. It refuses one whose sources have
// changed since: a binding must not claim to be made from what it was not.
func (p *provenance) add(artifacts string, a artifact) error {
	dir := filepath.Join(filepath.Dir(artifacts), "build-info")
	raw, err := os.ReadFile(filepath.Join(dir, a.BuildInfo+".json"))
	if err != nil {
		return err
	}
	var info buildInfo
	if err := json.Unmarshal(raw, &info); err != nil {
		return fmt.Errorf("build info %s: %v", a.BuildInfo, err)
	}
	p.Compiler = info.SolcVersion
	return p.noteSource(info, a.Source)
}

// imports finds what a source imports.
var imports = regexp.MustCompile(`(?m)^import [^"]*"([^"]+)";`)

// noteSource takes a source of ours, project/contracts/Escrow.sol for example,
// and all that it imports. A run of the compiler has other sources too, with
// which the contract has nothing to do.
func (p *provenance) noteSource(info buildInfo, name string) error {
	file := strings.TrimPrefix(name, "project/")
	now, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if string(now) != info.Input.Sources[name].Content {
		return fmt.Errorf("%s has changed since it was compiled: run npx hardhat build", file)
	}
	p.Sources[file] = digest(now)
	for _, found := range imports.FindAllSubmatch(now, -1) {
		imported := string(found[1])
		if strings.HasPrefix(imported, ".") {
			err = p.noteSource(info, path.Join(path.Dir(name), imported))
		} else {
			err = p.notePackage(info, imported)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *provenance) notePackage(info buildInfo, imported string) error {
	for source := range info.Input.Sources {
		name, version := packageOf(source)
		if name != "" && strings.HasPrefix(imported, name+"/") {
			p.Packages[name] = version
			return nil
		}
	}
	return fmt.Errorf("%s is of a package that was not compiled", imported)
}

// packageOf takes a package and its version from the compiler's name for a
// source; none if it is of no package:
//
//	npm/@openzeppelin/contracts@5.7.0/proxy/Clones.sol
func packageOf(source string) (name, version string) {
	pinned, ok := strings.CutPrefix(source, "npm/")
	at := strings.LastIndex(pinned, "@")
	if !ok || at <= 0 {
		return "", ""
	}
	version, _, _ = strings.Cut(pinned[at+1:], "/")
	return pinned[:at], version
}

func (p *provenance) encode() []byte {
	raw, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		panic("gen: internal error: " + err.Error())
	}
	return append(raw, '\n')
}

func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
