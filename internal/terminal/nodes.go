package terminal

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/weburl"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// strangers connects to public addresses alone, see nodeapi.NewHTTP.
var strangers, own = nodeapi.NewHTTP(false), nodeapi.NewHTTP(true)

// Nodes returns the nodes to ask about a wrap, each once: those that the user
// named, those that the configuration names for the chain, and those that the
// wrap hints at. A hint is not signed and comes from a stranger: it is followed
// by https and to public addresses only, and a false answer of a node costs time
// and never more.
func Nodes(named []string, chain home.Chain, h *wrap.Header) ([]nodeapi.Client, error) {
	var nodes []nodeapi.Client
	seen := make(map[string]bool)
	add := func(address string, client *http.Client) {
		if address = strings.TrimSuffix(address, "/"); !seen[address] {
			seen[address] = true
			nodes = append(nodes, nodeapi.Client{URL: address, HTTP: client})
		}
	}
	for _, address := range append(append([]string{}, named...), chain.Nodes...) {
		if err := checkNode(address); err != nil {
			return nil, err
		}
		add(address, own)
	}
	for _, hint := range h.Hints {
		if hint.Kind == nodeHint && strings.HasPrefix(hint.URL, "https://") && checkNode(hint.URL) == nil {
			add(hint.URL, strangers)
		}
	}
	return nodes, nil
}

const nodeHint = "node"

func checkNode(address string) error {
	u, err := weburl.Check(address, "http", "https")
	if err != nil {
		return fmt.Errorf("node %q %v", address, err)
	}
	if u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return fmt.Errorf("address of node %s has a user, a query or a fragment", u.Host)
	}
	return nil
}

// host names a node to people.
func host(c nodeapi.Client) string {
	if u, err := url.Parse(c.URL); err == nil && u.Host != "" {
		return u.Host
	}
	return c.URL
}

// said returns what went wrong at a node without naming it again. Parts of it
// may be a stranger's words: they are cut short, and quoted where they could
// play with the screen.
func said(err error) string {
	text := err.Error()
	if unreachable := new(nodeapi.UnreachableError); errors.As(err, &unreachable) {
		text = unreachable.Err.Error()
	}
	if len(text) > mostSaid {
		text = strings.ToValidUTF8(text[:mostSaid], "") + "…"
	}
	if wrap.CheckText(text) != nil {
		text = strconv.Quote(text)
	}
	return text
}

const mostSaid = 300 // bytes
