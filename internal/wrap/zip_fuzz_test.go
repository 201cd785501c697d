package wrap_test

import (
	"bytes"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/vectors/seeds"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// What opens is written again identically, from its entries and from their
// bytes alone.
func FuzzArchive(f *testing.F) {
	seeds.Add(f, "zip", "zip")
	f.Add(raw(0, nil).bytes())
	f.Add(write(f, entries()[:2]))
	f.Add(write(f, []wrap.Entry{
		wrap.HeaderEntry(nil),
		wrap.BytesEntry("sections/0.age", nil),
		wrap.BytesEntry("sections/1.age", pattern(40)),
		wrap.BytesEntry("program.wasm.zst", pattern(9)),
	}))
	for _, z := range []rawZip{both(8, 8), raw(3, func(e *rawEntry) { e.hidden = true }), raw(1, func(e *rawEntry) { e.after = []byte{0} })} {
		f.Add(z.bytes())
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := openBytes(b)
		if err != nil {
			return
		}
		var again bytes.Buffer
		err = wrap.WriteArchive(&again, a.Entries())
		if (err == nil) != (a.CheckCRC() == nil) {
			t.Fatalf("written again with %v, CRCs %v", err, a.CheckCRC())
		}
		if err != nil {
			return
		}
		if !bytes.Equal(again.Bytes(), b) {
			t.Fatal("written again differently")
		}
		contents, err := a.Contents(len(b))
		if err != nil {
			t.Fatal(err)
		}
		again.Reset()
		if err := a.Layout().Rebuild(&again, contents); err != nil || !bytes.Equal(again.Bytes(), b) {
			t.Fatalf("rebuilt differently: %v", err)
		}
	})
}
