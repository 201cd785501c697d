package wrap_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"runtime"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// allocated returns how many bytes are allocated while f runs, whether they are
// kept or not.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// recipients begins an age file of so many recipients.
func recipients(n int) []byte {
	b := []byte("age-encryption.org/v1\n")
	key := base64.RawStdEncoding.EncodeToString(bytes.Repeat([]byte{9}, 32))
	for range n {
		b = fmt.Appendf(b, "-> X25519 %s\n%s\n", key, key)
	}
	return fmt.Appendf(b, "--- %s\n", key)
}

// An age header is read no further than the recipients of a section can make it,
// whoever signed it.
func TestManyRecipients(t *testing.T) {
	key := newKey(t)
	endless := append([]byte("age-encryption.org/v1\n-> X25519 "), bytes.Repeat([]byte("x"), 16<<20)...)
	for name, sealed := range map[string][]byte{"recipients": recipients(150_000), "a line": endless, "lines": bytes.Repeat([]byte("age-encryption.org/v1\n"), 1<<20)} {
		s := sign(sealed, 100)
		var err error
		if got := allocated(func() { _, err = openTo(s, key) }); got > 48<<20 {
			t.Errorf("%s: %d MiB allocated for %d MiB of header", name, got>>20, len(sealed)>>20)
		} else {
			t.Log(name, got>>10, err)
		}
		if !errors.Is(err, wrap.ErrMalformed) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
