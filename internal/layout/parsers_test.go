package layout_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// parserName matches what reads bytes that others wrote.
var parserName = regexp.MustCompile(`^(Parse|Read|Decode|Unmarshal|Open)([A-Z]|$)`)

// tried are parsers that a fuzz target of the same package reaches by another
// function, and that function.
var tried = map[string]string{
	"internal/rights.fixed.UnmarshalJSON":  "Parse",
	"internal/wrap.CompressedG1.DecodeRLP": "ParseHeader",
	"internal/wrap.CompressedG2.DecodeRLP": "ParseHeader",
	"internal/wrap.OpenArchive":            "openBytes",
	"internal/wrap.Section.OpenFolder":     "unpack",
	"internal/wrap.Section.OpenFile":       "openTo", // what both do is open
	"internal/wrap.Section.OpenTo":         "openTo",
	"internal/wrap.ShortTerms.DecodeRLP":   "ParseHeader",
	"node.Duration.UnmarshalText":          "ParseConfig",
	"node.ReadConfig":                      "ParseConfig",
}

// noParsers are functions whose names only look like one's, and why.
var noParsers = map[string]string{
	"internal/home.Open":         "names a folder",
	"internal/wrap.OpenSource":   "opens what the publisher seals, which is not read yet",
	"internal/release.Key.Open":  "unblinds a point that was checked",
	"internal/seal.Binding.Open": "takes the mask off 32 bytes, any of which are a key",
	"node.Open":                  "opens a folder, by Load",
	"node/store/sqlite.Open":     "opens a database: SQLite is fuzzed elsewhere",
}

// Every parser has a fuzz target in its own package that calls it.
func TestParsersAreFuzzed(t *testing.T) {
	found, exceptions := 0, len(tried)+len(noParsers)
	for _, room := range []string{"internal", "node"} {
		err := filepath.WalkDir(filepath.Join("../..", room), func(path string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() || d.Name() == "testdata" {
				return err
			}
			name, err := filepath.Rel("../..", path)
			if err != nil {
				return err
			}
			parsers, excepted, err := checkParsers(t, filepath.ToSlash(name), path)
			found, exceptions = found+parsers, exceptions-excepted
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found < 30 {
		t.Errorf("only %d parsers were looked at", found)
	}
	if exceptions != 0 {
		t.Errorf("%d exceptions are of functions that are not there", exceptions)
	}
}

// checkParsers looks at one package, and returns how many parsers it has and how
// many exceptions were made of them.
func checkParsers(t *testing.T, pkg, dir string) (found, excepted int, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return 0, 0, err
	}
	parsers, fuzzed := map[string]string{}, map[string]bool{}
	for _, file := range files {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			return 0, 0, err
		}
		for _, decl := range tree.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if strings.HasSuffix(file, "_test.go") {
				calls(f, fuzzed)
			} else if name := pkg + "." + receiver(f) + f.Name.Name; f.Name.IsExported() && parserName.MatchString(f.Name.Name) && !isReader(f) {
				parsers[name] = f.Name.Name
			}
		}
	}
	for name, function := range parsers {
		if _, ok := noParsers[name]; ok {
			excepted++
			continue
		}
		found++
		if other, ok := tried[name]; ok {
			function = other
			excepted++
		}
		if !fuzzed[function] {
			t.Errorf("%s has no fuzz target in its package that calls %s", name, function)
		}
	}
	return found, excepted, nil
}

// calls adds the names of all that a fuzz target calls.
func calls(f *ast.FuncDecl, fuzzed map[string]bool) {
	if !strings.HasPrefix(f.Name.Name, "Fuzz") {
		return
	}
	ast.Inspect(f.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		switch function := call.Fun.(type) {
		case *ast.SelectorExpr:
			fuzzed[function.Sel.Name] = true
		case *ast.Ident:
			fuzzed[function.Name] = true
		}
		return true
	})
}

// receiver returns the type of a method and a point.
func receiver(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return ""
	}
	of := f.Recv.List[0].Type
	if pointer, ok := of.(*ast.StarExpr); ok {
		of = pointer.X
	}
	if generic, ok := of.(*ast.IndexExpr); ok {
		of = generic.X
	}
	if name, ok := of.(*ast.Ident); ok {
		return name.Name + "."
	}
	return ""
}

// isReader reports whether a method is io.Reader's.
func isReader(f *ast.FuncDecl) bool { return f.Recv != nil && f.Name.Name == "Read" }
