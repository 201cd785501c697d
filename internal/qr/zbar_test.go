package qr_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/qr"
	"github.com/shrinkwrap/shrinkwrap/internal/qr/photo"
)

// zbarReads returns what an independent reader (Debian's zbar-tools) reads in
// the pictures of a folder, by their paths.
func zbarReads(t *testing.T, folder string) map[string]string {
	t.Helper()
	zbarimg, err := exec.LookPath("zbarimg")
	if err != nil {
		t.Fatal("zbarimg is missing: install the package zbar-tools")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.pgm"))
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(zbarimg, append([]string{"--quiet", "--xml", "-Sdisable", "-Sqrcode.enable", "-Stest-inverted"}, files...)...)
	out, err := command.Output()
	if exit := new(exec.ExitError); err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 4) { // 4: there are pictures without a code
		t.Fatalf("zbarimg: %v", err)
	}
	var result struct {
		Sources []struct {
			File string   `xml:"href,attr"`
			Data []string `xml:"index>symbol>data"`
		} `xml:"source"`
	}
	if err := xml.Unmarshal(out, &result); err != nil {
		t.Fatalf("zbarimg's answer: %v", err)
	}
	read := map[string]string{}
	for _, s := range result.Sources {
		if len(s.Data) > 0 {
			read[s.File] = s.Data[0]
		}
	}
	return read
}

// zbar reads every version and level that we write.
func TestZbarReadsWhatWeWrite(t *testing.T) {
	folder := t.TempDir()
	want := map[string]string{}
	add := func(text string, o qr.Options) {
		path := filepath.Join(folder, fmt.Sprintf("%03d.pgm", len(want)))
		want[path] = text
		writePGM(t, path, imageOf(t, newCode(t, text, o), 3))
	}
	for version := qr.MinVersion; version <= qr.MaxVersion; version++ {
		for _, level := range levels {
			add(alphanumeric(qr.AlphanumericCapacity(version, level)), qr.Options{MinLevel: level, MinVersion: version})
		}
	}
	add("01234567", qr.Options{})
	add("ethereum:0x5f@1337/buy?value=2e18", qr.Options{})
	add("https://w.example/#"+strings.Repeat("ABC234", 500), qr.Options{})
	got := zbarReads(t, folder)
	for path, text := range want {
		if got[path] != text {
			t.Errorf("%s: zbarimg read %q, want %q", filepath.Base(path), got[path], text)
		}
	}
}

// writePGM writes a picture's light as it is (Netpbm's "P5").
func writePGM(t *testing.T, path string, picture image.Image) {
	t.Helper()
	grey := photo.Light(picture)
	header := fmt.Sprintf("P5\n%d %d\n255\n", grey.Rect.Dx(), grey.Rect.Dy())
	if err := os.WriteFile(path, append([]byte(header), grey.Pix...), 0o600); err != nil {
		t.Fatal(err)
	}
}
