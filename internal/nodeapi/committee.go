package nodeapi

import (
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/internal/weburl"
)

// Committee describes a committee to publishers and to other nodes: the
// descriptor that `shrinkwrapd committee show` writes and `shrinkwrap publish`
// takes. It holds nothing secret.
type Committee struct {
	ChainID   uint64     `json:"chainId"`
	Address   string     `json:"address"`
	GroupKey  string     `json:"groupKey"`
	P         string     `json:"P"`
	Q         string     `json:"Q"`
	Threshold int        `json:"threshold"`
	FeeBps    uint16     `json:"feeBps"`
	Operators []Operator `json:"operators"`
}

// Operator is one member of a committee. Operators are listed by their numbers,
// from 1 to n.
type Operator struct {
	Node    int    `json:"node"`
	Address string `json:"address"` // pulls the operator's part of the fees
	URL     string `json:"url"`
	Key     string `json:"key"` // V_i, compressed
}

// NewCommittee describes a group. Addresses and URLs are the operators', in the
// order of their numbers.
func NewCommittee(chainID uint64, address common.Address, feeBps uint16, group threshold.Group, operators []common.Address, urls []string) Committee {
	key, P, Q := group.Key(), group.P.Bytes(), group.Q.Bytes()
	c := Committee{
		ChainID:   chainID,
		Address:   Address(address),
		GroupKey:  hexutil.Encode(key[:]),
		P:         hexutil.Encode(P[:]),
		Q:         hexutil.Encode(Q[:]),
		Threshold: group.Threshold,
		FeeBps:    feeBps,
	}
	for i, V := range group.V {
		key := V.Bytes()
		c.Operators = append(c.Operators, Operator{Node: i + 1, Address: Address(operators[i]), URL: urls[i], Key: hexutil.Encode(key[:])})
	}
	return c
}

// ReadCommittee reads a descriptor and checks all of it.
func ReadCommittee(r io.Reader) (Committee, error) {
	var c Committee
	b, err := io.ReadAll(io.LimitReader(r, MaxBody))
	if err == nil {
		err = decodeExactly(b, &c)
	}
	if err != nil {
		return Committee{}, fmt.Errorf("committee descriptor: %v", err)
	}
	if err := c.Check(); err != nil {
		return Committee{}, err
	}
	return c, nil
}

// Check returns an error unless the descriptor is whole and agrees with itself.
func (c Committee) Check() error {
	if c.ChainID < 1 || c.ChainID > product.MaxChainID {
		return fmt.Errorf("committee descriptor: chain id %d is out of range", c.ChainID)
	}
	if _, err := ParseAddress(c.Address); err != nil {
		return fmt.Errorf("committee descriptor: %v", err)
	}
	if c.FeeBps > product.MaxFeeBps {
		return fmt.Errorf("committee descriptor: fee of %d basis points, at most %d are allowed", c.FeeBps, product.MaxFeeBps)
	}
	for i, o := range c.Operators {
		if err := o.check(i + 1); err != nil {
			return fmt.Errorf("committee descriptor: %v", err)
		}
	}
	group, err := c.Group()
	if err != nil {
		return fmt.Errorf("committee descriptor: %v", err)
	}
	key := group.Key()
	if want := hexutil.Encode(key[:]); c.GroupKey != want {
		return fmt.Errorf("committee descriptor: group key %s is not that of its P and Q, %s", c.GroupKey, want)
	}
	return nil
}

func (o Operator) check(node int) error {
	if o.Node != node {
		return fmt.Errorf("operator %d is listed in place %d", o.Node, node)
	}
	if _, err := ParseAddress(o.Address); err != nil {
		return fmt.Errorf("operator %d: %v", node, err)
	}
	u, err := weburl.Check(o.URL, "http", "https")
	if err != nil {
		return fmt.Errorf("operator %d: %q %v", node, o.URL, err)
	}
	if u.User != nil || u.RawQuery != "" || u.ForceQuery || u.Fragment != "" {
		return fmt.Errorf("operator %d: address of %s has a user, a query or a fragment, to which no path can be added", node, u.Host)
	}
	return nil
}

// Group returns the committee's public keys, checked.
func (c Committee) Group() (threshold.Group, error) {
	g := threshold.Group{Threshold: c.Threshold}
	var err error
	if g.P, err = ParseG1(c.P); err != nil {
		return g, fmt.Errorf("P: %v", err)
	}
	if g.Q, err = ParseG2(c.Q); err != nil {
		return g, fmt.Errorf("Q: %v", err)
	}
	for _, o := range c.Operators {
		V, err := ParseG2(o.Key)
		if err != nil {
			return g, fmt.Errorf("key of operator %d: %v", o.Node, err)
		}
		g.V = append(g.V, V)
	}
	return g, g.Check()
}

// URLs returns the addresses of the committee's nodes.
func (c Committee) URLs() []string {
	urls := make([]string, len(c.Operators))
	for i, o := range c.Operators {
		urls[i] = o.URL
	}
	return urls
}

// Address writes an address in lower case with 0x.
func Address(a common.Address) string { return hexutil.Encode(a[:]) }

// ParseAddress reads an address of 40 digits with 0x, in any case.
func ParseAddress(s string) (common.Address, error) {
	if len(s) != 42 || s[:2] != "0x" || !common.IsHexAddress(s) {
		return common.Address{}, fmt.Errorf("%q is no address (0x and 40 hexadecimal digits)", s)
	}
	return common.HexToAddress(s), nil
}

// ParseG1 reads a compressed point in hex with 0x.
func ParseG1(s string) (bls.G1, error) {
	b, err := hexutil.Decode(s)
	if err != nil {
		return bls.G1{}, fmt.Errorf("%q is no point in hex: %v", s, err)
	}
	return bls.ParseG1(b)
}

// ParseG2 reads a compressed point in hex with 0x.
func ParseG2(s string) (bls.G2, error) {
	b, err := hexutil.Decode(s)
	if err != nil {
		return bls.G2{}, fmt.Errorf("%q is no point in hex: %v", s, err)
	}
	return bls.ParseG2(b)
}
