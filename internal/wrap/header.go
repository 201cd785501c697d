package wrap

import (
	"bytes"
	"fmt"
	"math/bits"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// Version is the version of the header's format.
const Version = 1

// MaxHeaderSize bounds a header, in bytes.
const MaxHeaderSize = 256 << 10

// Header is everything that a terminal reads before it pays:
//
//	rlp([1, content, binding, signature(64), hints])
//
// The signature covers everything but the hints.
type Header struct {
	Version   uint8
	Content   Content
	Binding   Binding
	Signature [64]byte
	Hints     []Hint
}

// Content describes the product and its sealed sections; it is fixed before any
// terms are.
//
//	[series(0|32), title, description, language, tiers, sections, program, cover, extensions]
type Content struct {
	Series      []byte // empty, or 32 bytes that name a series of issues
	Title       string
	Description string
	Language    string // BCP 47
	Tiers       []Tier
	Sections    []SectionHeader
	Program     *Program `rlp:"nilList"`
	Cover       *Cover   `rlp:"nilList"`
	Extensions  []Extension
}

// Tier is what a degree of payment buys: [name, rights]. Price and supply are
// in the binding's terms.
type Tier struct {
	Name   string
	Rights []Right
}

// Right is [code, args…]: a code such as "display" or "print" (ODRL's actions),
// then constraints such as "count=3". An unknown one is kept, shown, ignored.
type Right []string

// MediaFolder is the media type of a section that is a tar of a folder.
const MediaFolder = "inode/directory"

// SectionHeader is what a header says of one sealed file or folder:
// [name, media, tierBitmap, size, sealedSize, digest, program 0|1].
type SectionHeader struct {
	Name       string
	Media      string
	Tiers      uint64 // bit k: tier k includes the section
	Size       uint64 // of the file or tar, a hard stop
	SealedSize uint64 // of sections/N.age, exact
	Digest     common.Hash
	Program    bool // the release program makes the product of it
}

// Includes reports whether tier k includes the section.
func (s SectionHeader) Includes(k int) bool { return s.Tiers>>k&1 == 1 }

// Program is the entry program.wasm.zst: [size, sealedSize, digest], with the
// digest over the entry's own bytes.
type Program struct {
	Size       uint64
	SealedSize uint64
	Digest     common.Hash
}

// Cover is a clear picture, the entry of its name: [name, size, sha256].
type Cover struct {
	Name   string // cover.png, .jpg, .webp or .avif
	Size   uint64
	Digest common.Hash
}

// Extension is [key, value], kept and shown, ignored where unknown.
type Extension struct {
	Key   string
	Value []byte
}

// Hint is [kind, url]: where a node ("node") or the wrap ("wrap") may be found.
// Hints are not signed and may cost time, never more.
type Hint struct {
	Kind string
	URL  string
}

// ParseHeader reads a header strictly: what it accepts, Bytes writes again. It
// checks form alone; Check and Authenticate say whether the header is true.
func ParseHeader(b []byte) (*Header, error) {
	if len(b) > MaxHeaderSize {
		return nil, fmt.Errorf("header has %d bytes, at most %d are allowed", len(b), MaxHeaderSize)
	}
	if err := checkVersion(b); err != nil {
		return nil, err
	}
	h := new(Header)
	if err := rlp.DecodeBytes(b, h); err != nil {
		return nil, fmt.Errorf("header is malformed: %v", err)
	}
	if err := h.checkForm(); err != nil {
		return nil, err
	}
	if !bytes.Equal(h.Bytes(), b) {
		return nil, fmt.Errorf("header is not in its one form")
	}
	return h, nil
}

// checkVersion reads the version alone, so that a header of a later version is
// refused by its version and not by its form.
func checkVersion(b []byte) error {
	list, _, err := rlp.SplitList(b)
	if err != nil {
		return fmt.Errorf("header is malformed: %v", err)
	}
	version, _, err := rlp.SplitUint64(list)
	if err != nil {
		return fmt.Errorf("header's version is malformed: %v", err)
	}
	if version != Version {
		return fmt.Errorf("header has version %d, this software knows %d: a newer one may open it", version, Version)
	}
	return nil
}

// Bytes returns the header's one encoding.
func (h *Header) Bytes() []byte { return encode(h) }

// Unsigned returns rlp([1, content, binding]), what the signature covers.
func (h *Header) Unsigned() []byte {
	return encode([]any{h.Version, &h.Content, &h.Binding})
}

// ID returns keccak(rlp([1, content, binding])), the wrap's name.
func (h *Header) ID() common.Hash { return crypto.Keccak256Hash(h.Unsigned()) }

const seriesTag = "SHRINKWRAP-V1-SERIES"

// Hash returns the content hash that the terms name: keccak(rlp(content)), or
// for an issue of a series keccak("SHRINKWRAP-V1-SERIES" ‖ series).
func (c *Content) Hash() common.Hash {
	if len(c.Series) > 0 {
		return crypto.Keccak256Hash([]byte(seriesTag), c.Series)
	}
	return crypto.Keccak256Hash(encode(c))
}

// Recipients returns the tiers that include section s, in order.
func (s SectionHeader) Recipients() (tiers []int) {
	for k := range product.MaxTiers {
		if s.Includes(k) {
			tiers = append(tiers, k)
		}
	}
	return tiers
}

// highestTier returns the number of the highest tier of a bitmap, −1 for none.
func highestTier(bitmap uint64) int { return bits.Len64(bitmap) - 1 }

func encode(v any) []byte {
	b, err := rlp.EncodeToBytes(v)
	if err != nil {
		panic("wrap: internal error: " + err.Error()) // only types that RLP lacks fail
	}
	return b
}
