// Package seeds hands the vectors' inputs to fuzz targets: good ones and each
// that is refused, so that fuzzing begins at every edge that the vectors name.
package seeds

import (
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Of returns a field of the inputs of a part's cases: bytes where the field is
// in hex with 0x, else the text. It fails where there are none.
func Of(f testing.TB, part, field string) [][]byte {
	f.Helper()
	_, self, _, _ := runtime.Caller(0)
	paths, err := filepath.Glob(filepath.Join(filepath.Dir(self), "../../../testdata/vectors", part+"_*.json"))
	if err != nil {
		f.Fatal(err)
	}
	var all [][]byte
	for _, path := range paths {
		if b, ok := read(f, path, part, field); ok {
			all = append(all, b)
		}
	}
	if len(all) == 0 {
		f.Fatalf("no vector of part %s has a field %s", part, field)
	}
	return all
}

// Add adds them to a target that takes bytes.
func Add(f *testing.F, part, field string) {
	f.Helper()
	for _, b := range Of(f, part, field) {
		f.Add(b)
	}
}

func read(f testing.TB, path, part, field string) ([]byte, bool) {
	f.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	var v struct {
		Part string         `json:"part"`
		In   map[string]any `json:"in"`
	}
	if err := json.Unmarshal(b, &v); err != nil {
		f.Fatalf("%s: %v", path, err)
	}
	text, ok := v.In[field].(string)
	if v.Part != part || !ok {
		return nil, false // a part whose name begins alike
	}
	digits, isHex := strings.CutPrefix(text, "0x")
	if !isHex {
		return []byte(text), true
	}
	value, err := hex.DecodeString(digits)
	if err != nil {
		f.Fatalf("%s: %v", path, err)
	}
	return value, true
}
