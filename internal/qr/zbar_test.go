package qr_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

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

// writePGM writes a picture's light as it is (Netpbm's "P5").
func writePGM(t *testing.T, path string, picture image.Image) {
	t.Helper()
	grey := photo.Light(picture)
	header := fmt.Sprintf("P5\n%d %d\n255\n", grey.Rect.Dx(), grey.Rect.Dy())
	if err := os.WriteFile(path, append([]byte(header), grey.Pix...), 0o600); err != nil {
		t.Fatal(err)
	}
}
