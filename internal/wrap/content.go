package wrap

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/rlp"
)

// ParseContent reads a content that has no header yet, as strictly as
// [ParseHeader] does.
func ParseContent(b []byte) (*Content, error) {
	if len(b) > MaxHeaderSize {
		return nil, fmt.Errorf("content has %d bytes, at most %d are allowed", len(b), MaxHeaderSize)
	}
	c := new(Content)
	if err := rlp.DecodeBytes(b, c); err != nil {
		return nil, fmt.Errorf("content is malformed: %v", err)
	}
	if err := c.Check(); err != nil {
		return nil, err
	}
	if !bytes.Equal(c.Bytes(), b) {
		return nil, errors.New("content is not in its one form")
	}
	return c, nil
}

// Check returns an error for a content that no header may have.
func (c *Content) Check() error { return c.check() }

// Bytes returns rlp(content).
func (c *Content) Bytes() []byte { return encode(c) }
