package fraud

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// document is a proof of fraud as a file. Its bytes are those of JavaScript's
// JSON.stringify(document, null, 2) and a line feed.
//
//	type       urn:shrinkwrap:fraud:1
//	warning    what whoever has the file can do
//	publisher  did:pkh:eip155:CHAIN:SIGNER     CAIP-10, the header's signer
//	wrap       urn:shrinkwrap:wrap:ID          keccak of the unsigned header
//	title      the header's
//	section    its number, from 0
//	name       the section's
//	fraud      key, encryption, content or folder
//	tier       k
//	header     without hints
//	escrow     for which it was signed
//	opener     D_k = s·id_k, compressed
//
// Title, name, publisher and wrap follow from the header: a document in which
// they do not is refused by its form.
type document struct {
	Type      string         `json:"type"`
	Warning   string         `json:"warning"`
	Publisher string         `json:"publisher"`
	Wrap      string         `json:"wrap"`
	Title     string         `json:"title"`
	Section   int            `json:"section"`
	Name      string         `json:"name"`
	Fraud     Kind           `json:"fraud"`
	Tier      uint8          `json:"tier"`
	Header    hexutil.Bytes  `json:"header"`
	Escrow    common.Address `json:"escrow"`
	Opener    hexutil.Bytes  `json:"opener"`
}

const (
	documentType = "urn:shrinkwrap:fraud:1"
	warning      = "The opener in this file is the key of the tier: who has the file opens all that the tier includes, in every issue of a series."
)

// Claims reports whether a file says that it is a proof of fraud, of any version.
func Claims(b []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(b, " \t\r\n"), []byte("{")) && bytes.Contains(b[:min(len(b), 100)], []byte(`"urn:shrinkwrap:fraud:`))
}

func (d document) encode() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(d); err != nil {
		panic("fraud: internal error: " + err.Error()) // only types that JSON lacks fail
	}
	return b.Bytes()
}

// document returns what a proof says.
func (p *Proof) document() document {
	opener, id, signer := p.Opener.Bytes(), p.Header.ID(), p.Signer()
	return document{
		Type:      documentType,
		Warning:   warning,
		Publisher: fmt.Sprintf("did:pkh:eip155:%d:%#x", p.Header.Binding.ChainID, signer[:]),
		Wrap:      fmt.Sprintf("urn:shrinkwrap:wrap:%#x", id[:]),
		Title:     p.Header.Content.Title,
		Section:   p.Section,
		Name:      p.Signed().Name,
		Fraud:     p.Kind,
		Tier:      p.Tier,
		Header:    p.Header.Bytes(),
		Escrow:    p.Escrow,
		Opener:    opener[:],
	}
}

// proof reads what a document is about, not yet what it says of that.
func (d document) proof() (*Proof, error) {
	if d.Type != documentType {
		return nil, fmt.Errorf("proof of fraud is of type %.60q, this software knows %q", d.Type, documentType)
	}
	p := &Proof{Escrow: d.Escrow, Tier: d.Tier, Section: d.Section, Kind: d.Fraud}
	var err error
	if p.Header, err = wrap.ParseHeader(d.Header); err != nil {
		return nil, fmt.Errorf("proof's header: %w", err)
	}
	if p.Opener, err = bls.ParseG1(d.Opener); err != nil {
		return nil, fmt.Errorf("proof's opener: %w", err)
	}
	return p, p.checkForm()
}
