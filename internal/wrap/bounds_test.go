package wrap_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/alloctest"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

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
		if got := alloctest.Bytes(func() { _, err = openTo(s, key) }); got > 48<<20 {
			t.Errorf("%s: %d MiB allocated for %d MiB of header", name, got>>20, len(sealed)>>20)
		}
		if !errors.Is(err, wrap.ErrMalformed) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A header may have its greatest size and not a byte more; and as many lists as
// fit into it are read into a few times that size.
func TestLargestHeader(t *testing.T) {
	sized := func(n int) []byte {
		return sampleHeader(t, func(h *wrap.Header) {
			h.Content.Extensions = nil
			for i := range 16 {
				value := make([]byte, 16<<10) // the most that one may have
				if i == 15 {
					value = value[:n]
				}
				h.Content.Extensions = append(h.Content.Extensions, wrap.Extension{Key: fmt.Sprintf("com.example.padding%c", 'a'+i), Value: value})
			}
		}).Bytes()
	}
	const near = 8 << 10
	rest := wrap.MaxHeaderSize - len(sized(near))
	if b := sized(near + rest); len(b) != wrap.MaxHeaderSize {
		t.Fatalf("header has %d bytes", len(b))
	} else if _, err := wrap.ParseHeader(b); err != nil {
		t.Errorf("the largest header: %v", err)
	}
	if _, err := wrap.ParseHeader(sized(near + rest + 1)); err == nil || !strings.Contains(err.Error(), "at most 262144") {
		t.Errorf("a byte more: %v", err)
	}
	filled := func(again string) []byte {
		tiers := asList(bytes.Repeat([]byte(again), (wrap.MaxHeaderSize-100)/len(again)))
		content := asList(append([]byte("\x80\x80\x80\x80"), tiers...)) // behind series, title, description, language
		return asList(append([]byte{wrap.Version}, content...))
	}
	for name, again := range map[string]string{"tiers": "\xc2\x80\xc0", "rights": "\xc6\x80\xc4\xc0\xc0\xc0\xc0", "nothing": "\xc0", "lists in lists": "\xc3\xc2\xc1\xc0"} {
		b := filled(again)
		var err error
		got := alloctest.Bytes(func() { _, err = wrap.ParseHeader(b) })
		if err == nil || !strings.Contains(err.Error(), "header is malformed") || got > 128*wrap.MaxHeaderSize {
			t.Errorf("%s: %d KiB are allocated for %d: %v", name, got>>10, len(b)>>10, err)
		}
	}
}

// asList puts items that are encoded into an RLP list of more than 55 bytes.
func asList(items []byte) []byte {
	return append([]byte{0xfa, byte(len(items) >> 16), byte(len(items) >> 8), byte(len(items))}, items...)
}

// sparse is a file of so many zero bytes and an end.
type sparse struct {
	size int64
	end  []byte
	read int
}

func (s *sparse) ReadAt(p []byte, off int64) (int, error) {
	clear(p)
	s.read += len(p)
	for i := range p {
		if at := off + int64(i) - (s.size - int64(len(s.end))); at >= 0 && at < int64(len(s.end)) {
			p[i] = s.end[at]
		}
	}
	return len(p), nil
}

// What a ZIP's end says of counts, sizes and places makes nobody read or allocate
// more than the directory of the largest wrap, however large the file.
func TestZIPOfHugeSizes(t *testing.T) {
	end := func(count uint16, size, offset uint32) []byte {
		b := le.AppendUint16(le.AppendUint16([]byte("PK\x05\x06\x00\x00\x00\x00"), count), count)
		return append(le.AppendUint32(le.AppendUint32(b, size), offset), 0, 0)
	}
	end64 := func(count, size, offset uint64) []byte {
		b := append([]byte("PK\x06\x06"), make([]byte, 20)...)
		for _, n := range []uint64{count, count, size, offset} {
			b = le.AppendUint64(b, n)
		}
		return append(append(b, make([]byte, 20)...), end(0xffff, 0xffffffff, 0xffffffff)...)
	}
	const size = 1 << 50
	central := append([]byte("PK\x01\x02"), make([]byte, 42)...)
	directory := bytes.Repeat(central, 4000)
	whole := append(bytes.Clone(directory), end64(4000, uint64(len(directory)), uint64(size-len(directory)-98))...)
	for name, tail := range map[string][]byte{
		"at 0":            end(0xffff, 0xffffffff, 0),
		"zip64 at 0":      end64(1<<63, 1<<63, 0),
		"zip64 at no end": end64(1<<63, 1<<63, 1<<64-1),
		"many entries":    whole,
	} {
		source := &sparse{size: size, end: tail}
		var err error
		got := alloctest.Bytes(func() { _, err = wrap.OpenArchive(source, size) })
		if err == nil || source.read > 1<<20 || got > 4<<20 {
			t.Errorf("%s: %d KiB are read, %d KiB allocated: %v", name, source.read>>10, got>>10, err)
		}
	}
}
