// Package weburl checks the addresses at which endpoints and nodes are reached.
package weburl

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// maxPort is the highest port of TCP (RFC 9293, section 3.1).
const maxPort = 1<<16 - 1

// Check returns an address that begins with one of the schemes and that can be
// connected to. Its errors go on a sentence that begins with the address, of which
// they repeat nothing but the port: the rest may hold a key.
func Check(address string, schemes ...string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || !slices.Contains(schemes, u.Scheme) {
		last := len(schemes) - 1
		return nil, errors.New("is no " + strings.Join(schemes[:last], ", ") + " or " + schemes[last] + " address")
	}
	return u, CheckPort(u.Port())
}

// CheckPort returns an error for a number that no port has, which url.Parse and
// net.SplitHostPort let pass. None, and a service's name, are well.
func CheckPort(port string) error {
	if port == "" || strings.Trim(port, "0123456789") != "" {
		return nil
	}
	if n, err := strconv.ParseUint(port, 10, 64); err != nil || n > maxPort {
		return fmt.Errorf("has port %.20s: the highest is %d", port, maxPort)
	}
	return nil
}
