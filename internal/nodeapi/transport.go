package nodeapi

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"syscall"
	"time"
)

// newTransport returns a transport that checks the address it connects to, after
// names were resolved: a name that resolves into a private range gets no
// further.
func newTransport(private bool) *http.Transport {
	dialer := &net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}
	if !private {
		dialer.Control = func(_, address string, _ syscall.RawConn) error { return checkPublic(address) }
	}
	return &http.Transport{
		DialContext:            dialer.DialContext,
		ForceAttemptHTTP2:      true,
		DisableCompression:     true, // answers are some hundred bytes of points and hashes
		MaxIdleConnsPerHost:    16,
		IdleConnTimeout:        90 * time.Second,
		TLSHandshakeTimeout:    10 * time.Second,
		MaxResponseHeaderBytes: 64 << 10,
	}
}

func checkPublic(address string) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("address %q cannot be read", address)
	}
	ip := at.Addr().Unmap().WithZone("") // a prefix contains no address with a zone
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || isSpecial(ip) {
		return fmt.Errorf("address %s is not public", ip)
	}
	return nil
}

// special are the blocks of IANA's special-purpose registries (RFC 6890) that
// netip takes for global, and those IPv6 blocks that carry an IPv4 address,
// which may be a private one.
var special = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),     // this network, RFC 791
	netip.MustParsePrefix("100.64.0.0/10"), // shared by carriers, RFC 6598
	netip.MustParsePrefix("192.0.0.0/24"),  // protocol assignments, RFC 6890
	netip.MustParsePrefix("198.18.0.0/15"), // benchmarks, RFC 2544
	netip.MustParsePrefix("240.0.0.0/4"),   // reserved, RFC 1112
	netip.MustParsePrefix("::/96"),         // IPv4-compatible, RFC 4291
	netip.MustParsePrefix("64:ff9b::/96"),  // IPv4 by NAT64, RFC 6052
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("100::/64"),  // discarded, RFC 6666
	netip.MustParsePrefix("2001::/32"), // IPv4 by Teredo, RFC 4380
	netip.MustParsePrefix("2002::/16"), // IPv4 by 6to4, RFC 3056
	netip.MustParsePrefix("fec0::/10"), // site-local, RFC 3879
}

func isSpecial(ip netip.Addr) bool {
	return slices.ContainsFunc(special, func(p netip.Prefix) bool { return p.Contains(ip) })
}
