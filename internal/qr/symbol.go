package qr

import (
	"math"
	"strings"

	"github.com/makiuchi-d/gozxing/qrcode/encoder"
	"rsc.io/qr/coding"
)

const alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

// masks is the number of mask patterns that a symbol can have.
const masks = 8

// segments splits text into the modes that need the fewest bits in a symbol of
// version v: all of it in one mode, or a head in bytes and an alphanumeric
// tail.
func segments(text string, v coding.Version) []coding.Encoding {
	best := []coding.Encoding{coding.String(text)}
	tail := strings.LastIndexFunc(text, func(r rune) bool { return !strings.ContainsRune(alphanumeric, r) }) + 1
	try := func(s ...coding.Encoding) {
		if length(s, v) < length(best, v) {
			best = s
		}
	}
	switch {
	case coding.Num(text).Check() == nil:
		try(coding.Num(text))
	case tail == 0:
		try(coding.Alpha(text))
	default:
		try(coding.String(text[:tail]), coding.Alpha(text[tail:]))
	}
	return best
}

// length is the number of bits that the segments take in a symbol of version v.
func length(segments []coding.Encoding, v coding.Version) int {
	bits := 0
	for _, s := range segments {
		bits += s.Bits(v)
	}
	return bits
}

// draw places the segments under each of the masks and keeps the symbol that is
// easiest to scan.
func draw(segments []coding.Encoding, v coding.Version, l coding.Level) (*coding.Code, error) {
	var best *coding.Code
	least := math.MaxInt
	for m := range coding.Mask(masks) {
		plan, err := coding.NewPlan(v, l, m)
		if err != nil {
			return nil, err
		}
		symbol, err := plan.Encode(segments...)
		if err != nil {
			return nil, err
		}
		if p := penalty(symbol); p < least {
			best, least = symbol, p
		}
	}
	return best, nil
}

// penalty is the sum of ISO/IEC 18004's four rules (section 7.8.3): runs,
// blocks, false finder patterns, imbalance.
func penalty(symbol *coding.Code) int {
	m := encoder.NewByteMatrix(symbol.Size, symbol.Size)
	for y := range symbol.Size {
		for x := range symbol.Size {
			m.SetBool(x, y, symbol.Black(x, y))
		}
	}
	return encoder.MaskUtil_applyMaskPenaltyRule1(m) + encoder.MaskUtil_applyMaskPenaltyRule2(m) +
		encoder.MaskUtil_applyMaskPenaltyRule3(m) + encoder.MaskUtil_applyMaskPenaltyRule4(m)
}
