package layout_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// wallTime are the methods and functions of package time by which a time is more
// than a distance to another one of the same process: Go measures such distances
// by the monotonic clock, which nobody puts forwards or back.
var wallTime = map[string]bool{
	"Unix": true, "UnixMilli": true, "UnixMicro": true, "UnixNano": true, "UTC": true, "Local": true, "In": true, "Date": true, "YearDay": true,
	"Format": true, "AppendFormat": true, "Round": true, "Truncate": true,
}

// A node, and what reads a chain, know no wall time: they decide by blocks and by
// how long something takes. So a clock that jumps changes no answer of theirs.
func TestNodesKnowNoWallTime(t *testing.T) {
	clocks := 0
	for _, room := range []string{"node", "internal/chain", "internal/nodeapi"} {
		err := filepath.WalkDir(filepath.Join("../..", room), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			files := token.NewFileSet()
			file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			if !importsTime(file) {
				return nil
			}
			ast.Inspect(file, func(n ast.Node) bool {
				s, ok := n.(*ast.SelectorExpr)
				if !ok {
					return true
				}
				of, named := s.X.(*ast.Ident)
				if named && of.Name == "time" && s.Sel.Name == "Now" {
					clocks++
				}
				if wallTime[s.Sel.Name] {
					t.Errorf("%s: %s is of the wall clock", files.Position(s.Pos()), s.Sel.Name)
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if clocks == 0 {
		t.Error("no clock was found: is this looking at the right places?")
	}
}

func importsTime(file *ast.File) bool {
	for _, i := range file.Imports {
		if i.Path.Value == `"time"` {
			return true
		}
	}
	return false
}
