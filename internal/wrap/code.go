package wrap

import (
	"encoding/base32"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ethereum/go-ethereum/rlp"

	"github.com/shrinkwrap/shrinkwrap/internal/qr"
)

// A code carries a wrap without its ZIP frame, which follows from the entries:
//
//	payload   rlp([header, entry bytes … in ZIP order])
//	pointer   rlp([header])                                the wrap is elsewhere
//	QR text   "WRAP1:" ‖ base45(payload)                   RFC 9285, alphanumeric
//	link      address ‖ "#" ‖ base32(payload)              RFC 4648, upper case, no padding
//
// A list of one item is a pointer, since every wrap has a section. Who made a
// link's address decides which page opens, and nothing else: it is not read.

// MaxPayloadSize bounds the payload of any code, in bytes: a link or a text may
// be longer than what one QR code holds.
const MaxPayloadSize = 1 << 20

const codePrefix = "WRAP1:"

var fragmentEncoding = base32.StdEncoding.WithPadding(base32.NoPadding)

// Code is what a code carries: the entries of a wrap from the header on, or the
// header alone.
type Code struct {
	Header   *Header
	contents [][]byte
}

// NewCode returns the code of a wrap's entries from the header on (see
// [Archive.Contents]), or of its header alone. The entries must be those that
// the header tells of.
func NewCode(contents [][]byte) (*Code, error) {
	if len(contents) == 0 {
		return nil, errors.New("code has no header")
	}
	h, err := ParseHeader(contents[0])
	if err != nil {
		return nil, err
	}
	c := &Code{Header: h, contents: contents}
	if c.Pointer() {
		return c, nil
	}
	return c, c.checkEntries()
}

// checkEntries compares the number and the sizes of the entries with the
// header's. Their digests are for [Archive.Verify].
func (c *Code) checkEntries() error {
	sizes := c.Header.entrySizes()
	if len(c.contents)-1 != len(sizes) {
		return fmt.Errorf("code has %d entries after its header, which tells of %d", len(c.contents)-1, len(sizes))
	}
	for i, content := range c.contents[1:] {
		if uint64(len(content)) != sizes[i] {
			return fmt.Errorf("entry %d of the code has %d bytes, its header tells of %d", i+1, len(content), sizes[i])
		}
	}
	return nil
}

// Pointer reports whether the code holds the header alone.
func (c *Code) Pointer() bool { return len(c.contents) == 1 }

// Payload returns the code's bytes, for a code of another kind than text.
func (c *Code) Payload() []byte { return encode(c.contents) }

// Text returns what a QR code holds.
func (c *Code) Text() string { return codePrefix + qr.EncodeBase45(c.Payload()) }

// Link returns an address with the payload in its fragment, which browsers send
// to nobody.
func (c *Code) Link(address string) string {
	return address + "#" + fragmentEncoding.EncodeToString(c.Payload())
}

// Fits reports whether the text fits one QR code.
func (c *Code) Fits() bool { return len(c.Text()) <= qr.MaxAlphanumeric }

// WriteWrap writes the wrap that the code was made of, byte for byte. A pointer
// has none.
func (c *Code) WriteWrap(w io.Writer) error {
	if c.Pointer() {
		return errors.New("code holds the header of a wrap alone")
	}
	return c.Header.Layout().Rebuild(w, c.contents)
}

// ParsePayload reads the bytes of a code. It checks form alone: whether the
// header is true, and the entries those that it signs, is still to be checked
// ([Header.Check], [Header.Authenticate], [Archive.Verify]).
func ParsePayload(b []byte) (*Code, error) {
	if len(b) > MaxPayloadSize {
		return nil, fmt.Errorf("code has %d bytes, at most %d are allowed", len(b), MaxPayloadSize)
	}
	var contents [][]byte
	if err := rlp.DecodeBytes(b, &contents); err != nil {
		return nil, fmt.Errorf("code is malformed: %v", err)
	}
	return NewCode(contents)
}

// ParseCode reads the text of a QR code or a link. Of something else it says
// what that looks like.
func ParseCode(text string) (*Code, error) {
	// base32, the longer of the two, has eight characters for five bytes.
	if len(text) > 2*MaxPayloadSize {
		return nil, fmt.Errorf("code has %d characters, at most %d are allowed", len(text), 2*MaxPayloadSize)
	}
	if encoded, ok := strings.CutPrefix(text, codePrefix); ok {
		payload, err := qr.DecodeBase45(encoded)
		if err != nil {
			return nil, fmt.Errorf("code is torn: %v", err)
		}
		return ParsePayload(payload)
	}
	if address, fragment, ok := strings.Cut(text, "#"); ok && isWeb(address) && len(fragment) >= minFragment {
		return parseFragment(address, fragment)
	}
	return nil, fmt.Errorf("not a Shrinkwrap code but %s", describe(text))
}

// minFragment is less than any payload has in base32. A shorter fragment is a
// place on a page.
const minFragment = 480

func parseFragment(address, fragment string) (*Code, error) {
	payload, err := fragmentEncoding.DecodeString(fragment)
	if err != nil || fragmentEncoding.EncodeToString(payload) != fragment {
		return nil, fmt.Errorf("%s carries no code, or one that is torn", describe(address))
	}
	return ParsePayload(payload)
}
