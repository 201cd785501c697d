package wrap_test

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// A section is found by its number and opened by what was signed about it.
func TestArchiveSection(t *testing.T) {
	key := newKey(t)
	s, sealed := seal(t, []byte("the product"), key)
	a, err := openBytes(write(t, []wrap.Entry{wrap.HeaderEntry(nil), wrap.BytesEntry("sections/0.age", sealed)}))
	if err != nil {
		t.Fatal(err)
	}
	opened, err := a.Section(0, s.Sealed)
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := opened.OpenTo(context.Background(), &got, nil, key); err != nil || got.String() != "the product" {
		t.Errorf("opened to %q, %v", got.String(), err)
	}
	for _, size := range []uint64{s.SealedSize - 1, s.SealedSize + 1, 2 << 20} {
		signed := s.Sealed
		signed.SealedSize = size
		var damaged *wrap.DamagedError
		if _, err := a.Section(0, signed); !errors.As(err, &damaged) || damaged.Entry != "sections/0.age" {
			t.Errorf("signed %d bytes: %v", size, err)
		}
	}
	if _, err := a.Section(1, s.Sealed); err == nil {
		t.Error("a section that is not there")
	}
	if _, err := a.Program(s.Sealed); err == nil {
		t.Error("a program that is not there")
	}
}
