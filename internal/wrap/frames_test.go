package wrap_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"testing"

	"filippo.io/age"
	"github.com/klauspost/compress/zstd"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// zstdOf compresses with the library alone.
func zstdOf(t testing.TB, plain []byte, options ...zstd.EOption) []byte {
	t.Helper()
	w, err := zstd.NewWriter(nil, options...)
	if err != nil {
		t.Fatal(err)
	}
	return w.EncodeAll(plain, nil)
}

// zstdStream compresses to a frame that does not say how much is in it.
func zstdStream(t testing.TB, plain []byte, options ...zstd.EOption) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := zstd.NewWriter(&b, options...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.ReadFrom(bytes.NewReader(plain)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// ageOf encrypts with the library alone.
func ageOf(t testing.TB, payload []byte, key *age.X25519Identity) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := age.Encrypt(&b, key.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(payload); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// rle returns a frame of blocks that repeat one byte: 4 bytes for 128 KiB each.
// If it has a size it says so, else it names a window of so many bytes.
func rle(blocks int, size, window uint64) []byte {
	b := []byte{0x28, 0xb5, 0x2f, 0xfd}
	if window > 0 {
		var exponent byte
		for window > 1<<(10+exponent) {
			exponent++
		}
		b = append(b, 0x00, exponent<<3)
	} else {
		b = binary.LittleEndian.AppendUint64(append(b, 0xe0), size)
	}
	for i := range blocks {
		header := uint32(128<<10)<<3 | 1<<1
		if i == blocks-1 {
			header |= 1
		}
		b = append(b, byte(header), byte(header>>8), byte(header>>16), 0xaa)
	}
	return b
}

// emptyBlocks returns a frame of one byte behind so many blocks of none.
func emptyBlocks(count int) []byte {
	b := []byte{0x28, 0xb5, 0x2f, 0xfd, 0x20, 1}
	b = append(b, make([]byte, 3*count)...)
	return append(b, 1<<3|1, 0, 0, 'x')
}

func skippable(n int) []byte {
	b := append([]byte{0x53, 0x2a, 0x4d, 0x18}, make([]byte, 4)...)
	binary.LittleEndian.PutUint32(b[4:], uint32(n))
	return append(b, make([]byte, n)...)
}

// mixed is plaintext that is neither noise nor empty.
func mixed(n int) []byte {
	random := rand.New(rand.NewPCG(1, uint64(n)))
	words := bytes.Fields([]byte("a wrap travels freely and offline by any carrier; nobody can open it before it was paid for"))
	var b []byte
	for len(b) < n {
		b = append(append(b, words[random.IntN(len(words))]...), ' ')
	}
	return b[:n]
}

// Any concatenation of frames opens, whoever made them.
func TestForeignFrames(t *testing.T) {
	key := newKey(t)
	small, large := mixed(300_000), mixed(9<<20)
	window := zstd.WithWindowSize(8 << 20)
	ones := [][]byte{}
	for range 1000 {
		ones = append(ones, zstdOf(t, []byte("1")))
	}
	tests := map[string]struct{ packed, plain []byte }{
		"one large stream":    {zstdStream(t, large, window), large},
		"without checksum":    {zstdOf(t, small, zstd.WithEncoderCRC(false)), small},
		"best":                {zstdStream(t, large, zstd.WithEncoderLevel(zstd.SpeedBestCompression), window), large},
		"large with its size": {zstdOf(t, large, window), large},
		"size 4 MiB":          {zstdOf(t, large[:4<<20]), large[:4<<20]},
		"size over 4 MiB":     {zstdOf(t, large[:4<<20+1]), large[:4<<20+1]},
		"single 8 MiB":        {zstdOf(t, large[:8<<20], window, zstd.WithSingleSegment(true)), large[:8<<20]},
		"streams and frames": {slices.Concat(zstdOf(t, small), zstdStream(t, large, window), zstdOf(t, small), zstdStream(t, small)),
			slices.Concat(small, large, small, small)},
		"a thousand frames": {bytes.Join(ones, nil), bytes.Repeat([]byte("1"), 1000)},
		"empty frames":      {slices.Concat(zstdOf(t, nil, zstd.WithZeroFrames(true)), zstdOf(t, small), zstdOf(t, nil, zstd.WithZeroFrames(true))), small},
		"skippable frames":  {slices.Concat(skippable(0), zstdOf(t, small), skippable(2<<20), zstdStream(t, small), skippable(7)), slices.Concat(small, small)},
		"repeated byte":     {rle(8, 1<<20, 0), bytes.Repeat([]byte{0xaa}, 1<<20)},
		"repeated, stream":  {rle(100, 0, 8<<20), bytes.Repeat([]byte{0xaa}, 100*128<<10)},
		"empty blocks":      {emptyBlocks(10), []byte("x")},
		"5 MB of empty":     {emptyBlocks(5_000_000 / 3), []byte("x")},
		"8 MiB for a byte":  {[]byte{0x28, 0xb5, 0x2f, 0xfd, 0x80, 13 << 3, 1, 0, 0, 0, 1<<3 | 1, 0, 0, 'x'}, []byte("x")}, // its size, and a larger window than it has use for
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			checkOpens(t, sign(ageOf(t, test.packed, key), len(test.plain)), test.plain, key)
		})
	}
}

// What the signed bytes hold is not what was signed: fraud, and told as such.
func TestMalformed(t *testing.T) {
	key := newKey(t)
	plain := mixed(300_000)
	packed := zstdOf(t, plain)
	lies := bytes.Clone(packed)
	lies[6]++ // a byte of the content size
	wrongSum := bytes.Clone(packed)
	wrongSum[len(wrongSum)-1] ^= 1
	reserved := rle(3, 384<<10, 0)
	reserved[13] |= 3 << 1
	dictionary := append([]byte{0x28, 0xb5, 0x2f, 0xfd, 0x21, 7, 1}, 1<<3|1, 0, 0, 'x')
	tests := map[string][]byte{
		"not zstd":         plain,
		"nothing":          {},
		"only skippable":   skippable(10),
		"cut skippable":    slices.Concat(packed, skippable(10)[:12]),
		"bytes after":      append(bytes.Clone(packed), 0),
		"magic after":      append(bytes.Clone(packed), 0x28, 0xb5, 0x2f, 0xfd),
		"size lies":        lies,
		"checksum":         wrongSum,
		"reserved block":   reserved,
		"dictionary":       dictionary,
		"window":           zstdStream(t, mixed(20<<20), zstd.WithWindowSize(16<<20)),
		"window in header": rle(1, 0, 16<<20),
		"single segment":   rle(65, 65*128<<10, 0),
		"exabytes":         rle(1, 1<<60, 0),
		"gzip":             {0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0},
	}
	for name, packed := range tests {
		t.Run(name, func(t *testing.T) { checkMalformed(t, sign(ageOf(t, packed, key), len(plain)), key) })
	}
	for _, stream := range [][]byte{packed, zstdStream(t, plain)} {
		for cut := 0; cut < len(stream); cut += 1 + len(stream)/40 {
			checkMalformed(t, sign(ageOf(t, stream[:cut], key), len(plain)), key)
		}
	}
	sealed := ageOf(t, packed, key)
	for cut := range sealed {
		if cut%1009 > 0 && (cut > 300 || cut%7 > 0) || cut == len(sealed)-1 {
			continue
		}
		checkMalformed(t, sign(sealed[:cut+1], len(plain)), key)
	}
	sealed[len(sealed)-1] ^= 1
	checkMalformed(t, sign(sealed, len(plain)), key)
	checkMalformed(t, sign(append(ageOf(t, packed, key), 0), len(plain)), key)
}

func checkMalformed(t *testing.T, s *wrap.Section, key age.Identity) {
	t.Helper()
	if _, err := openTo(s, key); !errors.Is(err, wrap.ErrMalformed) || errors.Is(err, wrap.ErrOversize) {
		t.Errorf("error %v", err)
	}
	if err := examine(s, key); !errors.Is(err, wrap.ErrMalformed) {
		t.Errorf("examined with %v", err)
	}
	checkNoFile(t, s, key, is(wrap.ErrMalformed))
}

// The signed size is a hard stop, to the byte.
func TestSignedSize(t *testing.T) {
	key := newKey(t)
	for _, size := range []int{1, 100, 4<<20 - 1, 4 << 20, 4<<20 + 1, 9 << 20} {
		plain := mixed(size)
		for name, packed := range map[string][]byte{"frame": zstdOf(t, plain), "stream": zstdStream(t, plain)} {
			sealed := ageOf(t, packed, key)
			t.Run(fmt.Sprintf("%s/%d", name, size), func(t *testing.T) {
				checkOpens(t, sign(sealed, size), plain, key)
				checkMalformed(t, sign(sealed, size+1), key)
				less := sign(sealed, size-1)
				if got, err := openTo(less, key); !errors.Is(err, wrap.ErrOversize) || len(got) > size-1 {
					t.Errorf("signed %d: opened to %d bytes, error %v", size-1, len(got), err)
				}
				checkNoFile(t, less, key, is(wrap.ErrOversize))
			})
		}
	}
}

// A bomb is stopped at its signed size, whether its frames say what they are or
// not; each of these would inflate to 8 GiB.
func TestBombs(t *testing.T) {
	key := newKey(t)
	for name, packed := range map[string][]byte{
		"frames": bytes.Repeat(rle(32, 4<<20, 0), 2048),
		"stream": rle(65536, 0, 8<<20),
	} {
		t.Run(name, func(t *testing.T) {
			s := sign(ageOf(t, packed, key), 10_000_000)
			if got, err := openTo(s, key); !errors.Is(err, wrap.ErrOversize) || len(got) > 10_000_000 {
				t.Errorf("opened to %d bytes, error %v", len(got), err)
			}
			checkNoFile(t, s, key, is(wrap.ErrOversize))
		})
	}
}

func TestSizesOutOfRange(t *testing.T) {
	key := newKey(t)
	for _, change := range []func(s *wrap.Sealed){
		func(s *wrap.Sealed) { s.SealedSize = 0 },
		func(s *wrap.Sealed) { s.SealedSize = 1 << 63 },
	} {
		s, _ := seal(t, []byte("x"), key)
		change(&s.Sealed)
		if _, err := openTo(s, key); err == nil {
			t.Errorf("%+v opened", s.Sealed)
		}
	}
}

// A size that nothing can have was signed all the same: what does not reach it is
// no less a fraud.
func TestSignedSizeOutOfReach(t *testing.T) {
	key := newKey(t)
	for _, size := range []uint64{1 << 62, 1<<62 + 1, 1<<63 - 1} {
		s, _ := seal(t, []byte("x"), key)
		s.Size = size
		checkMalformed(t, s, key)
	}
}

// What opens is what the library alone makes of it, and nothing else opens.
func FuzzFrames(f *testing.F) {
	for _, b := range [][]byte{
		zstdOf(f, mixed(1000)), zstdStream(f, mixed(1000)), slices.Concat(zstdOf(f, mixed(9)), skippable(3), zstdStream(f, nil), rle(2, 256<<10, 0)),
		rle(2, 0, 8<<20), emptyBlocks(3), {},
	} {
		f.Add(b)
	}
	key := newKey(f)
	f.Fuzz(func(t *testing.T, packed []byte) {
		d, err := zstd.NewReader(bytes.NewReader(packed), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(8<<20))
		if err != nil {
			t.Fatal(err)
		}
		defer d.Close()
		want, wantErr := io.ReadAll(io.LimitReader(d, 32<<20))
		if len(want) == 32<<20 {
			return
		}
		got, err := openTo(sign(ageOf(t, packed, key), len(want)), key)
		if err == nil && (wantErr != nil || !bytes.Equal(got, want)) {
			t.Fatalf("opened to %d bytes; the library: %d bytes, %v", len(got), len(want), wantErr)
		}
		if err != nil && !errors.Is(err, wrap.ErrMalformed) {
			t.Fatalf("error %v", err)
		}
	})
}
