package wrap_test

import (
	"context"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"filippo.io/age"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

const benchSize = 256 << 20

// bench is a folder with a product, its key, and both sealed.
type bench struct {
	dir string
	key *age.X25519Identity
}

func (b bench) path(name string) string { return filepath.Join(b.dir, name) }

// newBench makes a product of text, numbers and noise, a third each.
func newBench(b *testing.B) bench {
	b.Helper()
	key := newKey(b)
	bench := bench{b.TempDir(), key}
	random := rand.New(rand.NewPCG(1, 2))
	var words [4096][]byte
	for i := range words {
		words[i] = make([]byte, 2+random.IntN(9))
		for at := range words[i] {
			words[i][at] = byte('a' + random.IntN(26))
		}
	}
	zipf := rand.NewZipf(random, 1.1, 3, uint64(len(words)-1))
	product := make([]byte, 0, benchSize+64)
	for len(product) < benchSize {
		switch start := len(product); start >> 20 % 3 {
		case 0:
			product = append(append(product, words[zipf.Uint64()]...), ' ')
		case 1:
			product = le.AppendUint32(product, uint32(start)*3)
			product = le.AppendUint32(product, uint32(random.IntN(1<<11)))
		case 2:
			product = le.AppendUint64(product, random.Uint64())
		}
	}
	for name, content := range map[string][]byte{"product": product[:benchSize], "key": []byte(key.String() + "\n")} {
		if err := os.WriteFile(bench.path(name), content, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return bench
}

func (b bench) seal(tb testing.TB) *wrap.Sealing {
	tb.Helper()
	src, err := wrap.OpenSource(b.path("product"))
	if err != nil {
		tb.Fatal(err)
	}
	defer src.Close()
	dst, err := os.Create(b.path("sealed"))
	if err != nil {
		tb.Fatal(err)
	}
	defer dst.Close()
	sealing, err := wrap.Seal(context.Background(), dst, src, nil, b.key.Recipient())
	if err != nil {
		tb.Fatal(err)
	}
	return sealing
}

func (b bench) open(tb testing.TB, sealing *wrap.Sealing) {
	tb.Helper()
	src, err := os.Open(b.path("sealed"))
	if err != nil {
		tb.Fatal(err)
	}
	defer src.Close()
	s := &wrap.Section{Name: "sections/0.age", Source: src, Pieces: sealing.Pieces, Sealed: sealing.Sealed}
	if err := s.OpenFile(context.Background(), b.path("opened"), nil, b.key); err != nil {
		tb.Fatal(err)
	}
	if err := os.Remove(b.path("opened")); err != nil {
		tb.Fatal(err)
	}
}

// pipe runs the pipe of stock tools that does the same, file to file.
func (b bench) pipe(tb testing.TB, command string) {
	tb.Helper()
	cmd := exec.Command("bash", "-c", "set -o pipefail; "+command)
	cmd.Dir = b.dir
	if output, err := cmd.CombinedOutput(); err != nil {
		tb.Fatalf("%s: %v: %s", command, err, output)
	}
}

func BenchmarkSeal(b *testing.B) {
	bench := newBench(b)
	b.Run("ours", func(b *testing.B) {
		b.SetBytes(benchSize)
		for b.Loop() {
			sealing := bench.seal(b)
			b.ReportMetric(float64(sealing.SealedSize), "sealed-B")
		}
	})
	b.Run("pipe", func(b *testing.B) {
		b.SetBytes(benchSize)
		for b.Loop() {
			bench.pipe(b, "zstd -3 -q -c product | age -r "+bench.key.Recipient().String()+" > piped")
		}
		if info, err := os.Stat(bench.path("piped")); err == nil {
			b.ReportMetric(float64(info.Size()), "sealed-B")
		}
	})
}

func BenchmarkOpen(b *testing.B) {
	bench := newBench(b)
	sealing := bench.seal(b)
	b.Run("ours", func(b *testing.B) {
		b.SetBytes(benchSize)
		for b.Loop() {
			bench.open(b, sealing)
		}
	})
	b.Run("pipe", func(b *testing.B) {
		b.SetBytes(benchSize)
		for b.Loop() {
			bench.pipe(b, "age -d -i key sealed | zstd -d -q > opened && rm opened")
		}
	})
}

// BenchmarkOpenSmall opens a section of 1 kB, where only what is fixed counts.
func BenchmarkOpenSmall(b *testing.B) {
	key := newKey(b)
	s, _ := seal(b, mixed(1000), key)
	for b.Loop() {
		if err := s.OpenTo(context.Background(), io.Discard, nil, key); err != nil {
			b.Fatal(err)
		}
	}
}
