package weburl_test

import (
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/weburl"
)

func TestCheck(t *testing.T) {
	for _, address := range []string{"http://a", "http://a:", "https://a:443/path", "http://127.0.0.1:65535", "http://[::1]:1", "http://[::1]"} {
		if u, err := weburl.Check(address, "http", "https"); err != nil || u.String() != address {
			t.Errorf("%s: %v, %v", address, u, err)
		}
	}
	for address, want := range map[string]string{
		"":                                       "is no http or https address",
		"a.example":                              "is no http or https address",
		"http://":                                "is no http or https address",
		"http:///key":                            "is no http or https address",
		"ws://a":                                 "is no http or https address",
		"http://user:key@a:346783":               "has port 346783: the highest is 65535",
		"http://a:65536/key":                     "has port 65536:",
		"https://[::1]:70000?key":                "has port 70000:",
		"http://a:99999999999999999999":          "has port 99999999999999999999:",
		"http://a:" + strings.Repeat("9", 1<<20): "has port 99999999999999999999:",
		"http://key\x7f":                         "is no http or https address",
		"http://a:key":                           "is no http or https address",
	} {
		_, err := weburl.Check(address, "http", "https")
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "key") {
			t.Errorf("%.40s: %v", address, err)
		}
	}
	if _, err := weburl.Check("ftp://a", "http", "https", "ws", "wss"); err == nil || err.Error() != "is no http, https, ws or wss address" {
		t.Errorf("ftp: %v", err)
	}
}

func TestCheckPort(t *testing.T) {
	for port, good := range map[string]bool{"": true, "0": true, "8480": true, "65535": true, "http": true, "65536": false, "346783": false, "18446744073709551617": false} {
		if err := weburl.CheckPort(port); (err == nil) != good {
			t.Errorf("port %q: %v", port, err)
		}
	}
}
