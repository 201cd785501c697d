package qr

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // a format that Read takes
	_ "image/png"  // a format that Read takes
	"io"
	"slices"

	"github.com/shrinkwrap/shrinkwrap/internal/qr/photo"
)

// Bounds of a picture that Read takes: a phone's camera stays within both.
const (
	MaxPictureBytes  = 32 << 20
	MaxPicturePixels = 25_000_000
)

// NotFoundError says that a picture was read and holds no QR code that can be
// decoded.
type NotFoundError struct{ Width, Height int }

func (e *NotFoundError) Error() string {
	return fmt.Sprintf("no qr code found in picture (%dx%d)", e.Width, e.Height)
}

// Read returns the text of one QR code in a PNG or JPEG picture. Its size is
// checked before its pixels are decoded.
func Read(r io.Reader) (string, error) {
	picture, err := decodePicture(r)
	if err != nil {
		return "", err
	}
	return ReadImage(picture)
}

// ReadAll returns the texts of all QR codes in a PNG or JPEG picture, each once,
// from top to bottom. Its size is checked before its pixels are decoded.
func ReadAll(r io.Reader) ([]string, error) {
	picture, err := decodePicture(r)
	if err != nil {
		return nil, err
	}
	return ReadAllImage(picture)
}

// ReadImage returns the text of one QR code in a picture: drawn exactly or
// photographed, dark on light or light on dark.
func ReadImage(picture image.Image) (string, error) {
	texts, err := readImage(picture, func(photo.Symbol) bool { return false })
	if err != nil {
		return "", err
	}
	return texts[0], nil
}

// ReadAllImage returns the texts of all QR codes in a picture, each once, from
// top to bottom.
func ReadAllImage(picture image.Image) ([]string, error) {
	return readImage(picture, func(photo.Symbol) bool { return true })
}

func readImage(picture image.Image, more func(photo.Symbol) bool) (texts []string, err error) {
	found, _ := photo.Read(photo.Light(picture), more)
	for _, symbol := range found {
		if !slices.Contains(texts, symbol.Text) {
			texts = append(texts, symbol.Text)
		}
	}
	if texts == nil {
		return nil, &NotFoundError{picture.Bounds().Dx(), picture.Bounds().Dy()}
	}
	return texts, nil
}

func decodePicture(r io.Reader) (image.Image, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxPictureBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read picture: %w", err)
	}
	if len(data) > MaxPictureBytes {
		return nil, fmt.Errorf("picture is longer than %d bytes", MaxPictureBytes)
	}
	size, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("not a png or jpeg picture: %v", err)
	}
	if size.Width < 1 || size.Height < 1 || size.Width > MaxPicturePixels/size.Height {
		return nil, fmt.Errorf("picture has %dx%d pixels, want 1 to %d", size.Width, size.Height, MaxPicturePixels)
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("broken %s picture: %v", format, err)
	}
	return picture, nil
}
