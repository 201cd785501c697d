package wrap_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"filippo.io/age"
	"github.com/klauspost/compress/zstd"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// repeat gives size bytes, the same ones again and again.
type repeat struct {
	of   []byte
	at   int
	left int
}

func (r *repeat) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), r.left)], r.of[r.at:])
	r.at, r.left = (r.at+n)%len(r.of), r.left-n
	return n, nil
}

// peak is the most heap in use, in bytes, that look saw.
type peak uint64

func (p *peak) look(uint64) {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	*p = max(*p, peak(stats.HeapInuse))
}

// Memory does not grow with the section, nor without end with the cores.
func TestMemoryIsBounded(t *testing.T) {
	const size = 64 << 20
	key := newKey(t)
	content := append(mixed(5<<20), pattern(3<<20)...)
	f, err := os.Create(filepath.Join(t.TempDir(), "sealed"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cores, most := range map[int]peak{2: 128 << 20, 64: 192 << 20} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		if _, err := f.Seek(0, io.SeekStart); err != nil {
			t.Fatal(err)
		}
		var heap peak
		runtime.GC()
		sealing, err := wrap.Seal(context.Background(), f, &repeat{of: content, left: size}, heap.look, key.Recipient())
		if err != nil {
			t.Fatal(err)
		}
		heap.check(t, "sealing", cores, most)
		source := io.NewSectionReader(f, 0, int64(sealing.SealedSize))
		s := &wrap.Section{Name: "sections/0.age", Source: source, Pieces: sealing.Pieces, Sealed: sealing.Sealed}
		checkOpensWithin(t, s, key, cores, most)
		// Frames that are streamed, with the largest window and with the smallest
		// blocks.
		stream := ageOf(t, append(rle(size>>17, 0, 8<<20), zstdStream(t, content, zstd.WithWindowSize(8<<20))...), key)
		checkOpensWithin(t, sign(stream, size+len(content)), key, cores, most)
		checkOpensWithin(t, sign(ageOf(t, emptyBlocks(16<<20/3), key), 1), key, cores, most)
	}
}

func checkOpensWithin(t *testing.T, s *wrap.Section, key age.Identity, cores int, most peak) {
	t.Helper()
	var heap peak
	runtime.GC()
	if err := s.OpenTo(context.Background(), io.Discard, heap.look, key); err != nil {
		t.Fatal(err)
	}
	heap.check(t, "opening", cores, most)
}

func (p peak) check(t *testing.T, what string, cores int, most peak) {
	t.Helper()
	t.Logf("%d cores, %s: %d MiB", cores, what, p>>20)
	if p == 0 || p > most {
		t.Errorf("heap of %d MiB in use while %s on %d cores, at most %d MiB", p>>20, what, cores, most>>20)
	}
}
