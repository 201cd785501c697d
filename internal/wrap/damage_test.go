package wrap_test

import (
	"bytes"
	"context"
	"crypto/hkdf"
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"filippo.io/age"
	"golang.org/x/crypto/chacha20poly1305"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// checkHidden opens a section every way, wants err from each and no plaintext.
func checkHidden(t *testing.T, s *wrap.Section, key age.Identity, check func(err error) bool) {
	t.Helper()
	if got, err := openTo(s, key); !check(err) || len(got) > 0 {
		t.Errorf("opened to %d bytes, error %v", len(got), err)
	}
	checkNoFile(t, s, key, check)
}

// checkNoFile wants that nothing is left in the folder, under any name.
func checkNoFile(t *testing.T, s *wrap.Section, key age.Identity, check func(err error) bool) {
	t.Helper()
	dir := t.TempDir()
	err := s.OpenFile(context.Background(), filepath.Join(dir, "product"), nil, key)
	if !check(err) {
		t.Errorf("OpenFile: error %v", err)
	}
	err = s.OpenFolder(context.Background(), filepath.Join(dir, "folder"), nil, key)
	if !check(err) && !errors.Is(err, wrap.ErrBadFolder) {
		t.Errorf("OpenFolder: error %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// in checks that an error is damage in a piece.
func in(piece int) func(error) bool {
	return func(err error) bool {
		var damaged *wrap.DamagedError
		return errors.As(err, &damaged) && damaged.Piece == piece && damaged.Entry == "sections/0.age"
	}
}

func is(target error) func(error) bool {
	return func(err error) bool { return errors.Is(err, target) }
}

func TestDamage(t *testing.T) {
	key := newKey(t)
	signed, sealed := seal(t, pattern(2<<20+70_000), key) // three pieces
	with := func(sealed []byte) *wrap.Section {
		s := *signed
		s.Source = bytes.NewReader(sealed)
		return &s
	}
	for _, at := range []int{0, 1<<20 - 1, 1 << 20, 2<<20 - 1, 2 << 20, len(sealed) - 1} {
		flipped := bytes.Clone(sealed)
		flipped[at] ^= 1
		s := with(flipped)
		checkHidden(t, s, key, in(at>>20))
		if err := s.Verify(context.Background(), nil); !in(at >> 20)(err) {
			t.Errorf("byte %d flipped: Verify: %v", at, err)
		}
		s.Pieces = nil // then nothing tells where it is
		checkHidden(t, s, key, in(-1))
	}
	for _, size := range []int{0, 1, 1<<20 - 1, 1 << 20, 2 << 20, len(sealed) - 1} {
		checkHidden(t, with(sealed[:size]), key, in(size>>20))
	}
	checkHidden(t, with(append(bytes.Clone(sealed), 0)), key, in(-1))
	checkHidden(t, with(append(bytes.Clone(sealed), sealed...)), key, in(-1))
	for name, list := range map[string][]byte{
		"empty": {}, "short": signed.Pieces[:64], "long": append(bytes.Clone(signed.Pieces), signed.Pieces[:32]...),
		"flipped": append([]byte{signed.Pieces[0] ^ 1}, signed.Pieces[1:]...),
	} {
		s := *signed
		s.Pieces = list
		t.Run("list/"+name, func(t *testing.T) { checkHidden(t, &s, key, in(-1)) })
	}
}

// A section of one piece knows which piece it is.
func TestDamageOfOnlyPiece(t *testing.T) {
	key := newKey(t)
	s, sealed := seal(t, pattern(100), key)
	for at := range sealed {
		flipped := bytes.Clone(sealed)
		flipped[at] ^= 1
		s.Source, s.Pieces = bytes.NewReader(flipped), nil
		if got, err := openTo(s, key); !in(0)(err) || len(got) > 0 {
			t.Fatalf("byte %d flipped: opened to %d bytes, error %v", at, len(got), err)
		}
	}
}

// Any recipient of an age file learns its file key, and can put another payload
// under the same header, which all other recipients' age accepts. Only the
// signed digest tells.
func TestForgedPayload(t *testing.T) {
	gold, silver := newKey(t), newKey(t)
	signed, sealed := seal(t, []byte("the true product"), gold, silver)
	forged := forge(t, sealed, silver, zstdOf(t, []byte("a false product!")))
	r, err := age.Decrypt(bytes.NewReader(forged), gold)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadAll(r); err != nil {
		t.Fatalf("the forgery does not work, so that this test shows nothing: %v", err)
	}
	s := *signed
	s.Source = bytes.NewReader(forged)
	checkHidden(t, &s, gold, func(err error) bool { return in(0)(err) || in(-1)(err) })
	s.Pieces = sign(forged, 16).Pieces
	checkHidden(t, &s, gold, in(-1))
	s = *sign(forged, 16) // nor does it work because the forger cannot sign
	if got, err := openTo(&s, gold); err != nil || string(got) != "a false product!" {
		t.Errorf("a signed forgery opens to %q, %v", got, err)
	}
}

// forge replaces the payload of an age file by what one of its recipients likes.
func forge(t *testing.T, sealed []byte, recipient *age.X25519Identity, payload []byte) []byte {
	t.Helper()
	header, err := age.ExtractHeader(bytes.NewReader(sealed))
	if err != nil {
		t.Fatal(err)
	}
	fileKey, err := age.DecryptHeader(header, recipient)
	if err != nil {
		t.Fatal(err)
	}
	nonce := pattern(16)
	streamKey, err := hkdf.Key(sha256.New, fileKey, nonce, "payload", chacha20poly1305.KeySize)
	if err != nil {
		t.Fatal(err)
	}
	aead, err := chacha20poly1305.New(streamKey)
	if err != nil {
		t.Fatal(err)
	}
	last := make([]byte, chacha20poly1305.NonceSize)
	last[len(last)-1] = 1 // the flag of the last chunk, here the first
	return aead.Seal(slices.Concat(header, nonce), last, payload, nil)
}

func TestWrongKey(t *testing.T) {
	s, _ := seal(t, pattern(100), newKey(t), newKey(t))
	checkHidden(t, s, newKey(t), is(wrap.ErrWrongKey))
	if _, err := openTo(s); !errors.Is(err, wrap.ErrWrongKey) {
		t.Errorf("no key at all: error %v", err)
	}
}

func TestSealNeedsTier(t *testing.T) {
	if _, err := wrap.Seal(context.Background(), io.Discard, bytes.NewReader(nil), nil); err == nil {
		t.Error("sealed to nobody")
	}
}

// Errors of where bytes come from and go to are nobody's fraud.
func TestSectionPassesErrorsOn(t *testing.T) {
	key := newKey(t)
	plain := pattern(5 << 20)
	s, sealed := seal(t, plain, key)
	for _, room := range []int{0, 1 << 20, len(plain) - 1} {
		err := s.OpenTo(context.Background(), &fullWriter{room: room}, nil, key)
		if !errors.Is(err, errFull) || errors.Is(err, wrap.ErrMalformed) {
			t.Errorf("open with room for %d bytes: %v", room, err)
		}
	}
	for _, room := range []int{0, 100, 1 << 20, len(sealed) - 1} {
		_, err := wrap.Seal(context.Background(), &fullWriter{room: room}, bytes.NewReader(plain), nil, key.Recipient())
		if !errors.Is(err, errFull) {
			t.Errorf("seal with room for %d bytes: %v", room, err)
		}
	}
	s.Source = brokenAt{s.Source, 3 << 20}
	checkHidden(t, s, key, func(err error) bool { return errors.Is(err, errBroken) && !errors.Is(err, wrap.ErrMalformed) })
	_, err := wrap.Seal(context.Background(), io.Discard, io.MultiReader(bytes.NewReader(plain), brokenReader{}), nil, key.Recipient())
	if !errors.Is(err, errBroken) {
		t.Errorf("seal from a broken source: %v", err)
	}
}

var errBroken = errors.New("disk is broken")

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errBroken }

// brokenAt cannot be read from some offset on.
type brokenAt struct {
	io.ReaderAt
	from int64
}

func (r brokenAt) ReadAt(p []byte, off int64) (int, error) {
	if off+int64(len(p)) > r.from {
		return 0, errBroken
	}
	return r.ReaderAt.ReadAt(p, off)
}

func TestCancel(t *testing.T) {
	key := newKey(t)
	plain := make([]byte, 64<<20)
	s, _ := seal(t, plain, key)
	ctx, cancel := context.WithCancel(context.Background())
	_, err := wrap.Seal(ctx, io.Discard, bytes.NewReader(plain), func(uint64) { cancel() }, key.Recipient())
	if !errors.Is(err, context.Canceled) {
		t.Errorf("seal: %v", err)
	}
	checkCancel := func(err error) bool { return errors.Is(err, context.Canceled) }
	if err := s.Verify(ctx, nil); !checkCancel(err) {
		t.Errorf("verify: %v", err)
	}
	dir := t.TempDir()
	if err := s.OpenFile(ctx, filepath.Join(dir, "product"), nil, key); !checkCancel(err) {
		t.Errorf("open: %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
