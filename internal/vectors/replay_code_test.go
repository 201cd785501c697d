package vectors_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"strings"

	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

type codeIn struct {
	Text string `json:"text"`
}

type codeOut struct {
	Payload  hexBytes `json:"payload"`
	Text     string   `json:"text"`
	Fragment string   `json:"fragment"`
	Wrap     hexBytes `json:"wrap"`
}

var _ = replay("code", func(in codeIn) (out codeOut, err error) {
	c, err := wrap.ParseCode(in.Text)
	if err != nil {
		return out, refused(vectors.Parse, err)
	}
	address, _, _ := strings.Cut(in.Text, "#")
	if c.Text() != in.Text && c.Link(address) != in.Text {
		return out, errors.New("code does not come back")
	}
	out = codeOut{c.Payload(), c.Text(), strings.TrimPrefix(c.Link(""), "#"), hexBytes{}}
	if c.Pointer() {
		return out, nil
	}
	out.Wrap, err = rebuilt(c)
	return out, err
})

// rebuilt returns the SHA-256 of the wrap in a code, which holds what its header
// says.
func rebuilt(c *wrap.Code) (hexBytes, error) {
	var file bytes.Buffer
	if err := c.WriteWrap(&file); err != nil {
		return nil, err
	}
	a, err := readArchive(file.Bytes())
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(file.Bytes())
	return sum[:], a.Verify(context.Background(), c.Header, nil)
}
