package qr_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/qr"
)

// An independent reader (Debian's zbar-tools) reads every version and level
// that we write.
func TestZbarReadsWhatWeWrite(t *testing.T) {
	zbarimg, err := exec.LookPath("zbarimg")
	if err != nil {
		t.Fatal("zbarimg is missing: install the package zbar-tools")
	}
	folder := t.TempDir()
	var files, want []string
	add := func(text string, o qr.Options) {
		files = append(files, filepath.Join(folder, fmt.Sprintf("%03d.png", len(files))))
		want = append(want, text)
		if err := os.WriteFile(files[len(files)-1], pngOf(t, newCode(t, text, o), 4), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for version := qr.MinVersion; version <= qr.MaxVersion; version++ {
		for _, level := range levels {
			add(alphanumeric(qr.AlphanumericCapacity(version, level)), qr.Options{MinLevel: level, MinVersion: version})
		}
	}
	add("01234567", qr.Options{})
	add("ethereum:0x5f@1337/buy?value=2e18", qr.Options{})
	add("https://w.example/#"+strings.Repeat("ABC234", 500), qr.Options{})

	args := append([]string{"--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"}, files...)
	out, err := exec.Command(zbarimg, args...).Output()
	if err != nil {
		t.Fatalf("zbarimg: %v", err)
	}
	got := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	if len(got) != len(want) {
		t.Fatalf("zbarimg read %d codes, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%s: zbarimg read %q, want %q", filepath.Base(files[i]), got[i], want[i])
		}
	}
}
