package qr_test

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing/qrcode/decoder"

	"github.com/shrinkwrap/shrinkwrap/internal/qr"
)

var levels = []qr.Level{qr.L, qr.M, qr.Q, qr.H}

// alphanumeric is a text of n characters that no narrower mode could carry.
func alphanumeric(n int) string {
	const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
	random := rand.New(rand.NewPCG(uint64(n), 9285))
	text := []byte("W")
	for len(text) < n {
		text = append(text, alphabet[random.IntN(len(alphabet))])
	}
	return string(text[:n])
}

func TestCapacities(t *testing.T) {
	// ISO/IEC 18004, table 7.
	for _, c := range []struct {
		version, want int
		level         qr.Level
	}{
		{1, 25, qr.L}, {1, 20, qr.M}, {1, 16, qr.Q}, {1, 10, qr.H},
		{9, 335, qr.L}, {10, 395, qr.L}, {20, 1249, qr.L}, {26, 1990, qr.L}, {27, 2132, qr.L},
		{40, qr.MaxAlphanumeric, qr.L}, {40, 3391, qr.M}, {40, 2420, qr.Q}, {40, 1852, qr.H},
	} {
		if got := qr.AlphanumericCapacity(c.version, c.level); got != c.want {
			t.Errorf("version %d-%v holds %d characters, want %d", c.version, c.level, got, c.want)
		}
	}
}

// The encoder's table of codewords against the decoder's, which are two
// libraries.
func TestCapacitiesAgree(t *testing.T) {
	decoderLevels := []decoder.ErrorCorrectionLevel{
		decoder.ErrorCorrectionLevel_L, decoder.ErrorCorrectionLevel_M, decoder.ErrorCorrectionLevel_Q, decoder.ErrorCorrectionLevel_H,
	}
	for number := qr.MinVersion; number <= qr.MaxVersion; number++ {
		version, err := decoder.Version_GetVersionForNumber(number)
		if err != nil {
			t.Fatal(err)
		}
		for i, level := range levels {
			words := version.GetTotalCodewords() - version.GetECBlocksForLevel(decoderLevels[i]).GetTotalECCodewords()
			bits := words*8 - 4 - decoder.Mode_ALPHANUMERIC.GetCharacterCountBits(version)
			want := bits / 11 * 2
			if bits%11 >= 6 {
				want++
			}
			if got := qr.AlphanumericCapacity(number, level); got != want {
				t.Errorf("version %d-%v holds %d characters, want %d", number, level, got, want)
			}
		}
	}
}

// At each capacity the smallest version is kept and the strongest level that
// keeps it chosen; one character more moves on.
func TestChoice(t *testing.T) {
	for version := qr.MinVersion; version <= qr.MaxVersion; version++ {
		for _, level := range levels {
			n := qr.AlphanumericCapacity(version, level)
			for _, length := range []int{n, n + 1} {
				checkChoice(t, length)
			}
		}
	}
}

func checkChoice(t *testing.T, length int) {
	t.Helper()
	code, err := qr.New(alphanumeric(length), qr.Options{})
	if length > qr.MaxAlphanumeric {
		var tooLong *qr.TooLongError
		if !errors.As(err, &tooLong) {
			t.Errorf("%d characters: got %v, want a TooLongError", length, err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if qr.AlphanumericCapacity(code.Version, code.Level) < length {
		t.Errorf("%d characters in version %d-%v", length, code.Version, code.Level)
	}
	if code.Version > 1 && qr.AlphanumericCapacity(code.Version-1, qr.L) >= length {
		t.Errorf("%d characters in version %d, but the one before holds them", length, code.Version)
	}
	if code.Level < qr.H && qr.AlphanumericCapacity(code.Version, code.Level+1) >= length {
		t.Errorf("%d characters in version %d at level %v, but a stronger one holds them", length, code.Version, code.Level)
	}
	if code.Size != 4*code.Version+17 {
		t.Errorf("version %d has %d modules a side", code.Version, code.Size)
	}
}

func TestOptions(t *testing.T) {
	code, err := qr.New("A", qr.Options{MinVersion: 7})
	if err != nil || code.Version != 7 || code.Level != qr.H {
		t.Errorf("least version 7: got %+v, %v", code, err)
	}
	code, err = qr.New(alphanumeric(21), qr.Options{MinLevel: qr.M})
	if err != nil || code.Version != 2 || code.Level != qr.Q {
		t.Errorf("least level M: got %+v, %v", code, err)
	}
	var tooLong *qr.TooLongError
	if _, err := qr.New(alphanumeric(26), qr.Options{MaxVersion: 1}); !errors.As(err, &tooLong) || tooLong.Version != 1 {
		t.Errorf("most version 1: got %v", err)
	}
	for _, o := range []qr.Options{
		{MinVersion: -1}, {MaxVersion: 41}, {MinVersion: 41}, {MinVersion: 3, MaxVersion: 2}, {MinLevel: -1}, {MinLevel: 4},
	} {
		if _, err := qr.New("A", o); err == nil {
			t.Errorf("options %+v are accepted", o)
		}
	}
	for _, text := range []string{"", "a\n", "\x1f", "\x7f", "é"} {
		if _, err := qr.New(text, qr.Options{}); err == nil {
			t.Errorf("text %q is accepted", text)
		}
	}
}

// A lower-case head costs bytes for itself alone.
func TestMixedSegments(t *testing.T) {
	head := "https://w.example/#"
	text := head + strings.Repeat("ABC234", 500)
	code, err := qr.New(text, qr.Options{})
	if err != nil {
		t.Fatal(err)
	}
	// 4+16+19·8 bits of head and 4+13+1500·11 of tail are 2,087 bytes; version
	// 33-L has 2,071, version 34-L 2,191.
	if code.Version != 34 || code.Level != qr.L {
		t.Errorf("%d characters take version %d-%v, want 34-L", len(text), code.Version, code.Level)
	}
	if _, err := qr.New(strings.ToLower(text), qr.Options{}); err == nil {
		t.Error("3,000 lower-case characters fit one code")
	}
	if got := read(t, code, 4); got != text {
		t.Errorf("read %q", got)
	}
}
