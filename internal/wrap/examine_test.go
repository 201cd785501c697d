package wrap_test

import (
	"bytes"
	"context"
	"errors"
	"runtime"
	"slices"
	"testing"

	"filippo.io/age"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

func examine(s *wrap.Section, key age.Identity) error {
	return s.Examine(context.Background(), false, nil, key)
}

// torn is an age file of more than one chunk whose last one does not decrypt.
func torn(t *testing.T, payload []byte, key *age.X25519Identity) []byte {
	t.Helper()
	sealed := ageOf(t, append(payload, make([]byte, 200_000)...), key)
	sealed[len(sealed)-1] ^= 1
	return sealed
}

// Where several things are wrong, the first of them is told, however far from it
// the others are met.
func TestExamineTellsTheFirst(t *testing.T) {
	key, other := newKey(t), newKey(t)
	packed, noTar := zstdOf(t, mixed(1000)), zstdOf(t, bytes.Repeat([]byte("no tar"), 1000))
	damaged := sign(torn(t, []byte("no frame"), key), 1000)
	damaged.Digest[5] ^= 1
	for name, test := range map[string]struct {
		section *wrap.Section
		folder  bool
		want    error
	}{
		"whole":                          {sign(ageOf(t, packed, key), 1000), false, nil},
		"folder":                         {sign(ageOf(t, zstdOf(t, tarEnd), key), 1024), true, nil},
		"other key, no frames":           {sign(ageOf(t, []byte("no frame"), other), 1000), false, wrap.ErrWrongKey},
		"other key, torn":                {sign(torn(t, packed, other), 1000), false, wrap.ErrWrongKey},
		"no frames, torn":                {sign(torn(t, []byte("no frame"), key), 1000), false, wrap.ErrUndecryptable},
		"too much, torn":                 {sign(torn(t, packed, key), 999), false, wrap.ErrUndecryptable},
		"no tar, torn":                   {sign(torn(t, noTar, key), 6000), true, wrap.ErrUndecryptable},
		"no age file":                    {sign(packed, 1000), false, wrap.ErrUndecryptable},
		"no frames":                      {sign(ageOf(t, []byte("no frame"), key), 1000), false, wrap.ErrMalformed},
		"too much":                       {sign(ageOf(t, packed, key), 999), false, wrap.ErrOversize},
		"too little":                     {sign(ageOf(t, packed, key), 1001), false, wrap.ErrMalformed},
		"no tar, too much":               {sign(ageOf(t, noTar, key), 5999), true, wrap.ErrOversize},
		"no tar, too little":             {sign(ageOf(t, noTar, key), 6001), true, wrap.ErrMalformed},
		"no tar, bytes after the frames": {sign(ageOf(t, append(bytes.Clone(noTar), 0), key), 6000), true, wrap.ErrMalformed},
		"no tar":                         {sign(ageOf(t, noTar, key), 6000), true, wrap.ErrBadFolder},
		"no tar, but a file":             {sign(ageOf(t, noTar, key), 6000), false, nil},
	} {
		t.Run(name, func(t *testing.T) {
			err := test.section.Examine(context.Background(), test.folder, nil, key)
			if !errors.Is(err, test.want) {
				t.Errorf("examined with %v, want %v", err, test.want)
			}
			if test.want == wrap.ErrMalformed && errors.Is(err, wrap.ErrUndecryptable) {
				t.Errorf("it decrypts, and was examined with %v", err)
			}
		})
	}
	if err := damaged.Examine(context.Background(), false, nil, other); !errors.As(err, new(*wrap.DamagedError)) {
		t.Errorf("other bytes than were signed, for another key, torn: %v", err)
	}
}

// A bomb is put out at its signed size: whatever it says of itself, looking at it
// takes no more than the signed size in time, and a few buffers in memory.
func TestExamineBombs(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	key := newKey(t)
	for name, packed := range map[string][]byte{
		"frames": bytes.Repeat(rle(32, 4<<20, 0), 2048),
		"stream": rle(65536, 0, 8<<20),
		"tar":    slices.Concat(zstdOf(t, header("x", "", nil)), rle(65536, 0, 8<<20)),
	} {
		t.Run(name, func(t *testing.T) {
			var heap peak
			var most uint64
			s := sign(ageOf(t, packed, key), 10_000_000)
			runtime.GC() // what tests before this one left is not the examination's
			err := s.Examine(context.Background(), name == "tar", func(done uint64) { most = done; heap.look(done) }, key)
			if !errors.Is(err, wrap.ErrOversize) || most > 10_000_000 {
				t.Errorf("it inflated to %d bytes, %v", most, err)
			}
			heap.check(t, "examining", 2, 128<<20)
		})
	}
}

// Who examines may stop, and errors of where the bytes come from accuse nobody.
func TestExaminePassesErrorsOn(t *testing.T) {
	key := newKey(t)
	s := sign(ageOf(t, zstdOf(t, mixed(3<<20)), key), 3<<20)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := s.Examine(ctx, false, nil, key); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	s.Source = brokenAt{s.Source, 100}
	if err := examine(s, key); !errors.Is(err, errBroken) {
		t.Errorf("broken: %v", err)
	}
}
