package wrap_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"filippo.io/age"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

func newKey(t testing.TB) *age.X25519Identity {
	t.Helper()
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// sign returns the section that a publisher makes of any sealed bytes, with the
// sums computed independently of the package.
func sign(sealed []byte, size int) *wrap.Section {
	var list []byte
	for piece := range slices.Chunk(sealed, 1<<20) {
		sum := sha256.Sum256(piece)
		list = append(list, sum[:]...)
	}
	return &wrap.Section{
		Name: "sections/0.age", Source: bytes.NewReader(sealed), Pieces: list,
		Sealed: wrap.Sealed{Size: uint64(size), SealedSize: uint64(len(sealed)), Digest: sha256.Sum256(list)},
	}
}

// seal seals plain and checks what Seal says of it.
func seal(t testing.TB, plain []byte, keys ...*age.X25519Identity) (*wrap.Section, []byte) {
	t.Helper()
	var tiers []age.Recipient
	for _, key := range keys {
		tiers = append(tiers, key.Recipient())
	}
	var sealed bytes.Buffer
	var done uint64
	sealing, err := wrap.Seal(context.Background(), &sealed, bytes.NewReader(plain), func(n uint64) { done = n }, tiers...)
	if err != nil {
		t.Fatal(err)
	}
	want := sign(sealed.Bytes(), len(plain))
	if sealing.Sealed != want.Sealed || !bytes.Equal(sealing.Pieces, want.Pieces) || sealing.CRC != crc32.ChecksumIEEE(sealed.Bytes()) {
		t.Fatalf("sealing is %+v, want %+v", sealing, want)
	}
	if done != uint64(len(plain)) {
		t.Errorf("progress ended at %d of %d", done, len(plain))
	}
	return want, sealed.Bytes()
}

func openTo(s *wrap.Section, keys ...age.Identity) ([]byte, error) {
	var plain bytes.Buffer
	err := s.OpenTo(context.Background(), &plain, nil, keys...)
	return plain.Bytes(), err
}

func checkOpens(t *testing.T, s *wrap.Section, want []byte, key age.Identity) {
	t.Helper()
	if got, err := openTo(s, key); err != nil || !bytes.Equal(got, want) {
		t.Errorf("opened to %d bytes, want %d: %v", len(got), len(want), err)
	}
	if err := examine(s, key); err != nil {
		t.Errorf("examined with %v", err)
	}
	path := filepath.Join(t.TempDir(), "product")
	var done uint64
	if err := s.OpenFile(context.Background(), path, func(n uint64) { done = n }, key); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
		t.Errorf("file has %d bytes, want %d: %v", len(got), len(want), err)
	}
	if done != uint64(len(want)) {
		t.Errorf("progress ended at %d of %d", done, len(want))
	}
}

func TestSectionRoundTrip(t *testing.T) {
	gold, silver := newKey(t), newKey(t)
	sizes := []int{0, 1, 2}
	for _, edge := range []int{64 << 10 /* age's chunk */, 128 << 10 /* zstd's block */, 1 << 20 /* piece */, 4 << 20 /* frame */, 12 << 20} {
		sizes = append(sizes, edge-1, edge, edge+1)
	}
	for _, size := range sizes {
		for name, plain := range map[string][]byte{"noise": pattern(size), "zeros": make([]byte, size)} {
			t.Run(fmt.Sprintf("%s/%d", name, size), func(t *testing.T) {
				s, _ := seal(t, plain, gold, silver)
				checkOpens(t, s, plain, gold)
				checkOpens(t, s, plain, silver)
				s.Pieces = nil // found by reading twice
				checkOpens(t, s, plain, gold)
			})
		}
	}
}

// The list is an entry exactly where there is more than one piece.
func TestPiecesFromOneMiBOn(t *testing.T) {
	key := newKey(t)
	noise := pattern(1 << 20)
	_, sealed := seal(t, noise, key)
	plain := len(noise) - (len(sealed) - 1<<20) // makes one piece, up to the last chunk's overhead
	for ; ; plain++ {
		if _, sealed := seal(t, noise[:plain], key); len(sealed) >= 1<<20-1 {
			break
		}
	}
	for want := 1<<20 - 1; want <= 1<<20+1; want++ {
		var sealed bytes.Buffer
		sealing, err := wrap.Seal(context.Background(), &sealed, bytes.NewReader(noise[:plain]), nil, key.Recipient())
		if err != nil {
			t.Fatal(err)
		}
		if sealed.Len() != want {
			t.Fatalf("sealed size %d, want %d", sealed.Len(), want)
		}
		entries := 1
		if want > 1<<20 {
			entries = 2
		}
		b := wrapOf(t, sealed.Bytes(), sealing)
		a, err := openBytes(b)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(a.Entries()) - 1; got != entries {
			t.Errorf("%d sealed bytes have %d entries, want %d", want, got, entries)
		}
		s, err := a.Section(0, sealing.Sealed)
		if err != nil {
			t.Fatal(err)
		}
		checkOpens(t, s, noise[:plain], key)
		plain++
	}
}

func wrapOf(t *testing.T, sealed []byte, sealing *wrap.Sealing) []byte {
	t.Helper()
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(sealed)), nil }
	return write(t, append([]wrap.Entry{wrap.HeaderEntry(nil)}, sealing.Entries(0, open)...))
}

// The same plaintext gives the same compressed bytes on any number of cores.
func TestCompressionIsDeterministic(t *testing.T) {
	plain := slices.Concat(pattern(3<<20), make([]byte, 1<<20), pattern(3<<20), pattern(5))
	pack := func(cores int) ([]byte, wrap.Sealing) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		var packed bytes.Buffer
		sealing, err := wrap.PackProgram(context.Background(), &packed, bytes.NewReader(plain))
		if err != nil {
			t.Fatal(err)
		}
		return packed.Bytes(), *sealing
	}
	one, sealing := pack(1)
	for _, cores := range []int{1, 2, 5, 16} {
		if again, _ := pack(cores); !bytes.Equal(again, one) {
			t.Errorf("%d cores make other bytes", cores)
		}
	}
	a, err := openBytes(write(t, []wrap.Entry{
		wrap.HeaderEntry(nil), wrap.BytesEntry("sections/0.age", nil),
		sealing.ProgramEntry(func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(one)), nil }),
	}))
	if err != nil {
		t.Fatal(err)
	}
	program, err := a.Program(sealing.Sealed)
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := program.UnpackTo(context.Background(), &got); err != nil || !bytes.Equal(got.Bytes(), plain) {
		t.Errorf("program unpacks to %d bytes, want %d: %v", got.Len(), len(plain), err)
	}
}

// A bought section can be opened without this software, and one that was made
// without it can be opened with it.
func TestStockTools(t *testing.T) {
	for _, tool := range []string{"age", "zstd", "tar"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%v: install the Debian packages age and zstd", err)
		}
	}
	dir := t.TempDir()
	key := newKey(t)
	plain := slices.Concat(pattern(3<<20), make([]byte, 5<<20), pattern(1))
	if err := os.WriteFile(filepath.Join(dir, "key"), []byte(key.String()+"\n"), 0o400); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"product": plain, "empty": nil} {
		_, sealed := seal(t, content, key)
		got := shell(t, dir, sealed, "age -d -i key | zstd -d -q")
		if !bytes.Equal(got, content) {
			t.Errorf("age and zstd make %d bytes of %s, want %d", len(got), name, len(content))
		}
		// One frame that does not say its size, and one that does.
		for _, zstd := range []string{"zstd -3 -q", "zstd -19 -q --stream-size=" + fmt.Sprint(len(content))} {
			sealed = shell(t, dir, content, zstd+" | age -r "+key.Recipient().String())
			checkOpens(t, sign(sealed, len(content)), content, key)
		}
	}
}

// shell gives input to a pipe of commands and returns its output.
func shell(t *testing.T, dir string, input []byte, pipe string) []byte {
	t.Helper()
	cmd := exec.Command("bash", "-c", "set -o pipefail; "+pipe)
	cmd.Dir, cmd.Stdin = dir, bytes.NewReader(input)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	output, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v: %s", pipe, err, stderr.String())
	}
	return output
}
