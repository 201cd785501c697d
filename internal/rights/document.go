package rights

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// document is rights.json, an agreement of the ODRL Information Model 2.2
// (https://www.w3.org/TR/odrl-model/) in JSON-LD. Its bytes are those of
// JavaScript's JSON.stringify(document, null, 2) and a line feed.
//
//	assigner  did:pkh:eip155:CHAIN:SIGNER              CAIP-10, the header's signer
//	assignee  urn:shrinkwrap:key:B                     whoever signs under B
//	uid       urn:shrinkwrap:order:CHAIN:ESCROW:ORDER
//	target    urn:shrinkwrap:wrap:ID:tier:K
//
// Everything above the proof follows from the proof.
type document struct {
	Context    fixed[contextText] `json:"@context"`
	Type       fixed[typeText]    `json:"@type"`
	UID        string             `json:"uid"`
	Title      string             `json:"dct:title"`
	Issued     literal            `json:"dct:issued"`
	Assigner   string             `json:"assigner"`
	Assignee   string             `json:"assignee"`
	Target     string             `json:"target"`
	Permission []permission       `json:"permission"`

	Header  hexutil.Bytes  `json:"shrinkwrap:header"`
	Escrow  common.Address `json:"shrinkwrap:escrow"`
	Leaf    hexutil.Bytes  `json:"shrinkwrap:leaf"`
	Receipt hexutil.Bytes  `json:"shrinkwrap:receipt"`
}

// fixed is a member that is the same in every document. Whatever is read in its
// place does not come back, so that Parse refuses it.
type fixed[T interface{ text() string }] struct{}

func (fixed[T]) MarshalJSON() ([]byte, error) {
	var t T
	return []byte(t.text()), nil
}

func (*fixed[T]) UnmarshalJSON([]byte) error { return nil }

type (
	contextText struct{}
	typeText    struct{}
)

func (contextText) text() string {
	return `["http://www.w3.org/ns/odrl.jsonld", {"shrinkwrap": "urn:shrinkwrap:"}]`
}

func (typeText) text() string { return `"Agreement"` }

type permission struct {
	Action     string       `json:"action"`
	Constraint []constraint `json:"constraint,omitempty"`
}

type constraint struct {
	Left     string  `json:"leftOperand"`
	Operator string  `json:"operator"`
	Right    literal `json:"rightOperand"`
}

type literal struct {
	Value string `json:"@value"`
	Type  string `json:"@type"`
}

func (d document) encode() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(d); err != nil {
		panic("rights: internal error: " + err.Error()) // only types that JSON lacks fail
	}
	return b.Bytes()
}

// document returns what the agreement's proof says, in words of ODRL.
func (a *Agreement) document() document {
	B, err := a.Leaf.Key()
	if err != nil {
		panic("rights: internal error: " + err.Error()) // see checkForm
	}
	key, receipt, id, at := B.Bytes(), a.Receipt.Bytes(), a.Header.ID(), a.Order()
	return document{
		UID:        fmt.Sprintf("urn:shrinkwrap:order:%d:%#x:%#x", at.ChainID, at.Escrow[:], at.Order[:]),
		Title:      a.Header.Content.Title,
		Issued:     literal{a.Paid().Format(timeForm), "xsd:dateTime"},
		Assigner:   fmt.Sprintf("did:pkh:eip155:%d:%#x", at.ChainID, a.Header.Binding.Terms.Signer[:]),
		Assignee:   fmt.Sprintf("urn:shrinkwrap:key:%#x", key[:]),
		Target:     fmt.Sprintf("urn:shrinkwrap:wrap:%#x:tier:%d", id[:], a.Leaf.Tier),
		Permission: permissions(a.Tier().Rights),
		Header:     a.Header.Bytes(),
		Escrow:     a.Escrow,
		Leaf:       a.Leaf.Bytes(),
		Receipt:    receipt[:],
	}
}

// permissions writes a tier's rights in ODRL. An agreement has at least one
// permission: a tier that declares no right permits to use what it opens.
func permissions(rights []wrap.Right) []permission {
	if len(rights) == 0 {
		return []permission{{Action: "use"}}
	}
	var all []permission
	for _, right := range rights {
		p := permission{Action: right[0]}
		if !slices.Contains(Actions, p.Action) {
			p.Action = "urn:shrinkwrap:right:" + escape(p.Action)
		}
		understood := Right{Known: p.Action == right[0]}
		for _, argument := range right[1:] {
			p.Constraint = append(p.Constraint, understood.constraint(argument))
		}
		all = append(all, p)
	}
	return all
}

// constraint writes an argument in ODRL and takes it in. What is not understood
// is a constraint of ours, which no other software takes for satisfied.
func (r *Right) constraint(argument string) constraint {
	if !r.Known || r.take(argument) != nil {
		return constraint{"urn:shrinkwrap:argument", "eq", literal{argument, "xsd:string"}}
	}
	name, value, _ := strings.Cut(argument, "=")
	switch name {
	case count:
		return constraint{name, "lteq", literal{value, "xsd:integer"}}
	case dateTime:
		return constraint{name, "lt", literal{value, "xsd:dateTime"}}
	}
	return constraint{name, "lt", literal{value, "xsd:duration"}}
}

// escape writes a text as part of a URI: every byte but RFC 3986's unreserved
// characters as %XX.
func escape(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
