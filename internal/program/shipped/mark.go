package shipped

import "github.com/shrinkwrap/shrinkwrap/internal/bls"

// Marks returns the tags that the program watermark hid in a text, in the order
// in which they stand there, each as often as it is whole. A mark is 64 of
// Unicode's 256 variation selectors in a row, one for each byte. Selectors that
// others put into texts, one after a character at most, are no mark.
func Marks(text string) (tags []bls.Signature) {
	var mark []byte
	for _, c := range text + "." {
		if b, ok := selected(c); ok {
			mark = append(mark, b)
			continue
		}
		if tag, err := bls.ParseSignature(mark); err == nil {
			tags = append(tags, tag)
		}
		mark = mark[:0]
	}
	return tags
}

// selected returns the byte of a variation selector.
func selected(c rune) (byte, bool) {
	switch {
	case c >= 0xfe00 && c <= 0xfe0f:
		return byte(c - 0xfe00), true
	case c >= 0xe0100 && c <= 0xe01ef:
		return byte(c - 0xe0100 + 16), true
	}
	return 0, false
}
