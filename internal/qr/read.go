package qr

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // a format that Read takes
	_ "image/png"  // a format that Read takes
	"io"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
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

// Read returns the text of the QR code in a PNG or JPEG picture. Its size is
// checked before its pixels are decoded.
func Read(r io.Reader) (string, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxPictureBytes+1))
	if err != nil {
		return "", fmt.Errorf("read picture: %w", err)
	}
	if len(data) > MaxPictureBytes {
		return "", fmt.Errorf("picture is longer than %d bytes", MaxPictureBytes)
	}
	size, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return "", fmt.Errorf("not a png or jpeg picture: %v", err)
	}
	if size.Width < 1 || size.Height < 1 || size.Width > MaxPicturePixels/size.Height {
		return "", fmt.Errorf("picture has %dx%d pixels, want 1 to %d", size.Width, size.Height, MaxPicturePixels)
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return "", fmt.Errorf("broken %s picture: %v", format, err)
	}
	return ReadImage(picture)
}

// ReadImage returns the text of the QR code in a picture: drawn exactly or
// photographed, dark on light or light on dark.
func ReadImage(picture image.Image) (string, error) {
	light := gozxing.NewLuminanceSourceFromImage(picture)
	for _, source := range []gozxing.LuminanceSource{light, light.Invert()} {
		for _, try := range attempts {
			if text, ok := try.decode(source); ok {
				return text, nil
			}
		}
	}
	return "", &NotFoundError{picture.Bounds().Dx(), picture.Bounds().Dy()}
}

// An attempt is one way to look at a picture.
type attempt struct {
	binarizer func(gozxing.LuminanceSource) gozxing.Binarizer
	hint      gozxing.DecodeHintType
}

// attempts starts with the exact drawing, which costs least, and ends with the
// most patient search.
var attempts = []attempt{
	{gozxing.NewGlobalHistgramBinarizer, gozxing.DecodeHintType_PURE_BARCODE},
	{gozxing.NewHybridBinarizer, gozxing.DecodeHintType_OTHER},
	{gozxing.NewHybridBinarizer, gozxing.DecodeHintType_TRY_HARDER},
	{gozxing.NewGlobalHistgramBinarizer, gozxing.DecodeHintType_TRY_HARDER},
}

// decode makes one attempt. A panic of the decoder on a picture made to break
// it is a picture without a code.
func (a attempt) decode(source gozxing.LuminanceSource) (text string, ok bool) {
	defer func() {
		if recover() != nil {
			text, ok = "", false
		}
	}()
	bitmap, err := gozxing.NewBinaryBitmap(a.binarizer(source))
	if err != nil {
		return "", false
	}
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{a.hint: true})
	if err != nil {
		return "", false
	}
	return result.GetText(), true
}
