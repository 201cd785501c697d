package layout_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// largestPicture is in bytes: whoever reads the docs loads all of them.
const largestPicture = 250_000

var (
	shown = regexp.MustCompile(`!\[([^\]]*)\]\(([^)]+)\)`)
	taken = regexp.MustCompile(`name: "(page-[a-z]+)"`)
)

// What documents show is there, has words for who cannot see it, and is small.
func TestPicturesAreThere(t *testing.T) {
	for picture, words := range picturesShown(t) {
		info, err := os.Stat(picture)
		if err != nil {
			t.Errorf("a document shows a picture that is missing: %v", err)
			continue
		}
		if info.Size() > largestPicture {
			t.Errorf("%s has %d bytes, more than %d", picture, info.Size(), largestPicture)
		}
		if words == "" {
			t.Errorf("%s is shown without words", picture)
		}
	}
}

// Every picture that is taken of the page is shown, and every one that is kept is taken.
func TestPicturesOfThePageAreShown(t *testing.T) {
	source, err := os.ReadFile("../../web/test/e2e/pictureviews.ts")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, found := range taken.FindAllSubmatch(source, -1) {
		names = append(names, filepath.Join("../../docs", string(found[1])+".png"))
	}
	if len(names) < 5 {
		t.Fatalf("only %d pictures were found in pictureviews.ts", len(names))
	}
	all := picturesShown(t)
	for _, name := range names {
		if _, ok := all[name]; !ok {
			t.Errorf("%s is taken, and no document shows it", name)
		}
	}
	kept, err := filepath.Glob("../../docs/page-*.png")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range kept {
		if !slices.Contains(names, name) {
			t.Errorf("%s is kept, and pictureviews.ts does not take it", name)
		}
	}
}

// picturesShown returns what README and docs show, each with its words.
func picturesShown(t *testing.T) map[string]string {
	t.Helper()
	documents, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, document := range append(documents, "../../README.md") {
		text, err := os.ReadFile(document)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range shown.FindAllSubmatch(text, -1) {
			all[filepath.Join(filepath.Dir(document), string(found[2]))] = string(found[1])
		}
	}
	if len(all) == 0 {
		t.Fatal("no document shows a picture")
	}
	return all
}
