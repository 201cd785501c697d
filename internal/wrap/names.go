package wrap

import (
	"fmt"
	"path"
	"strings"
	"unicode"
)

const (
	maxPath  = 1024   // bytes of a path below the folder
	maxNodes = 20_000 // files and folders of one section
)

// A tree checks the paths of a folder one after the other: each below a folder
// that came before it, and no two of them the same on any file system.
type tree struct {
	nodes map[string]node // by folded path
}

type node struct {
	path   string
	folder bool
}

func newTree() *tree { return &tree{nodes: make(map[string]node)} }

// add takes a slash-separated path relative to the folder.
func (t *tree) add(name string, folder bool) error {
	if len(t.nodes) == maxNodes {
		return fmt.Errorf("more than %d files and folders", maxNodes)
	}
	if len(name) > maxPath {
		return fmt.Errorf("path of %d bytes, more than %d: %q…", len(name), maxPath, name[:20])
	}
	parent, base := path.Split(name)
	if err := CheckName(base); err != nil {
		return fmt.Errorf("%q: %w", name, err)
	}
	if parent = strings.TrimSuffix(parent, "/"); parent+"/"+base == name {
		if above := t.nodes[fold(parent)]; above.path != parent || !above.folder {
			return fmt.Errorf("%q: no folder %q before it", name, parent)
		}
	}
	if same, ok := t.nodes[fold(name)]; ok {
		if same.path == name {
			return fmt.Errorf("%q comes twice", name)
		}
		return fmt.Errorf("%q and %q are one name on some systems", same.path, name)
	}
	t.nodes[fold(name)] = node{name, folder}
	return nil
}

// fold maps names that differ only by case to one.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			least = min(least, f)
		}
		return least
	}, name)
}
