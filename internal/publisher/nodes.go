package publisher

import (
	"context"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/bindings"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/weburl"
)

// strangers connects to public addresses alone, see nodeapi.NewHTTP.
var strangers = nodeapi.NewHTTP(false)

// WithCommittee adds to some nodes those that a committee's contract tells of.
// Anyone may be its operator: they are reached by https, and at public addresses
// only. A committee that is no contract, or does not say, adds none.
func (m Market) WithCommittee(ctx context.Context, committee common.Address, nodes []nodeapi.Client) []nodeapi.Client {
	c := bindings.NewCommittee()
	operators, err := ask(ctx, m.Client, committee, c.PackOperators(), c.UnpackOperators)
	if err != nil || len(operators) > mostOperators {
		return nodes
	}
	for _, o := range operators {
		url, err := ask(ctx, m.Client, committee, c.PackUrl(o), c.UnpackUrl)
		url = strings.TrimSuffix(url, "/")
		known := slices.ContainsFunc(nodes, func(n nodeapi.Client) bool { return n.URL == url })
		if u, bad := weburl.Check(url, "https"); err == nil && bad == nil && !known && u.User == nil && u.RawQuery == "" && u.Fragment == "" {
			nodes = append(nodes, nodeapi.Client{URL: url, HTTP: strangers})
		}
	}
	return nodes
}

// mostOperators is above what any committee has.
const mostOperators = 256
