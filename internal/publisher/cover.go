package publisher

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// pictures are the kinds of picture that a cover may be, by the bytes at an
// offset of the file.
var pictures = []struct {
	name  string
	at    int
	magic string
}{
	{"cover.png", 0, "\x89PNG\r\n\x1a\n"},
	{"cover.jpg", 0, "\xff\xd8\xff"},
	{"cover.webp", 8, "WEBP"},
	{"cover.avif", 4, "ftypavif"},
}

// readCover reads a picture and names it by its contents, not by its ending.
func readCover(path string) (cover *wrap.Cover, picture []byte, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, fmt.Errorf("cover: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	picture, err = io.ReadAll(io.LimitReader(f, wrap.MaxCoverSize+1))
	if err != nil {
		return nil, nil, fmt.Errorf("cover: %w", err)
	}
	if len(picture) > wrap.MaxCoverSize {
		return nil, nil, fmt.Errorf("cover %s has more than %d bytes", path, wrap.MaxCoverSize)
	}
	for _, p := range pictures {
		if len(picture) >= p.at && bytes.HasPrefix(picture[p.at:], []byte(p.magic)) {
			return &wrap.Cover{Name: p.name, Size: uint64(len(picture)), Digest: sha256.Sum256(picture)}, picture, nil
		}
	}
	return nil, nil, fmt.Errorf("cover %s is no PNG, JPEG, WebP or AVIF picture", path)
}
