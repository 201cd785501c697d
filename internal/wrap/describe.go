package wrap

import (
	"fmt"
	"net/url"
	"strings"
)

// looks are what people meet as codes, by how their text begins, in lower case.
var looks = []struct{ prefix, name string }{
	{"wrap", "one of another version, which a newer software may read"},
	{"ur:", "a part of an animated code"},
	{"ethereum:", "a payment request for an Ethereum wallet"},
	{"bitcoin:", "a payment request for a Bitcoin wallet"},
	{"lightning:", "a payment request for a Lightning wallet"},
	{"lnbc", "a payment request for a Lightning wallet"},
	{"wc:", "a connection request for a wallet"},
	{"wifi:", "the name and password of a wireless network"},
	{"begin:vcard", "somebody's address card"},
	{"mecard:", "somebody's address card"},
	{"begin:vevent", "an event for a calendar"},
	{"begin:vcalendar", "an event for a calendar"},
	{"mailto:", "a mail address"},
	{"tel:", "a telephone number"},
	{"smsto:", "a text message"},
	{"geo:", "a place on a map"},
	{"otpauth:", "the secret of a login's second factor"},
	{"age-secret-key-", "an age identity, which is a secret"},
	{"age1", "an age recipient"},
	{"0x", "an Ethereum address or another number in hexadecimal"},
}

// describe says what a text that is no code looks like. It prints nothing of it
// but a web address's host: the rest may be a secret.
func describe(text string) string {
	if text == "" {
		return "an empty text"
	}
	if isWeb(text) {
		if u, err := url.Parse(text); err == nil && u.Hostname() != "" {
			return fmt.Sprintf("a link to %q", u.Hostname())
		}
		return "a broken link"
	}
	lower := strings.ToLower(text[:min(len(text), 32)])
	for _, look := range looks {
		if strings.HasPrefix(lower, look.prefix) {
			return look.name
		}
	}
	return fmt.Sprintf("a text of %d bytes", len(text))
}

func isWeb(text string) bool {
	scheme, _, ok := strings.Cut(text, "://")
	return ok && (strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "http"))
}
