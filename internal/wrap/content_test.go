package wrap_test

import (
	"bytes"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

func TestParseContent(t *testing.T) {
	h, _ := whole(t, true, 100)
	b := h.Content.Bytes()
	got, err := wrap.ParseContent(b)
	if err != nil || got.Hash() != h.Content.Hash() {
		t.Fatalf("%+v, %v", got, err)
	}
	nameless := h.Content
	nameless.Title = ""
	for name, b := range map[string][]byte{
		"nothing":     nil,
		"cut":         b[:len(b)-1],
		"followed":    append(bytes.Clone(b), 0x80),
		"no title":    nameless.Bytes(),
		"a header":    h.Bytes(),
		"an oversize": make([]byte, wrap.MaxHeaderSize+1),
	} {
		if _, err := wrap.ParseContent(b); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// What parses is written again identically.
func FuzzParseContent(f *testing.F) {
	for _, parts := range []bool{false, true} {
		h, _ := whole(f, parts, 100, 5)
		f.Add(h.Content.Bytes())
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if c, err := wrap.ParseContent(b); err == nil && !bytes.Equal(c.Bytes(), b) {
			t.Fatalf("%x is written again as %x", b, c.Bytes())
		}
	})
}
