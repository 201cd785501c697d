package nodeapi_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

func TestPublicAddresses(t *testing.T) {
	for _, address := range []string{
		"8.8.8.8:443", "1.1.1.1:80", "99.255.255.255:1", "100.63.255.255:1", "100.128.0.0:1", "172.15.255.255:1", "172.32.0.0:1", "192.167.255.255:1", "192.169.0.0:1",
		"198.17.255.255:1", "198.20.0.0:1", "223.255.255.255:1", "[2606:4700::1111]:443", "[2a00::1]:1", "[::ffff:8.8.8.8]:1",
	} {
		if err := nodeapi.CheckPublic(address); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
	for _, address := range []string{
		"127.0.0.1:80", "127.255.255.255:80", "10.0.0.1:80", "10.255.255.255:80", "172.16.0.1:80", "172.31.255.255:80", "192.168.0.1:80", "192.168.255.255:80",
		"169.254.169.254:80", "100.64.0.1:80", "100.127.255.255:80", "0.0.0.0:80", "0.1.2.3:80", "192.0.0.1:80", "198.18.0.1:80", "198.19.255.255:80",
		"224.0.0.1:80", "239.1.1.1:80", "240.0.0.1:80", "255.255.255.255:80",
		"[::1]:80", "[::]:80", "[fe80::1]:80", "[fe80::1%eth0]:80", "[fc00::1]:80", "[fdff::1]:80", "[fec0::1]:80", "[ff02::1]:80",
		"[::ffff:127.0.0.1]:80", "[::ffff:10.0.0.1]:80", "[::ffff:169.254.169.254]:80", "[::ffff:10.0.0.1%eth0]:80", "[::127.0.0.1]:80",
		"[64:ff9b::10.0.0.1]:80", "[64:ff9b::a00:1%eth0]:80", "[64:ff9b:1::1]:80", "[2002:7f00:1::1]:80", "[2001::1]:80", "[100::1]:80",
		"10.0.0.1", "localhost:80", "", "[::1]",
	} {
		if nodeapi.CheckPublic(address) == nil {
			t.Errorf("%s is taken for public", address)
		}
	}
}

// The address is checked when it is connected to, so that a name that resolves
// to a private one, or a server at one, gets no request.
func TestPublicClientReachesNoPrivateAddress(t *testing.T) {
	asked := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked++
		w.Header().Set("Content-Type", "application/json")
		w.Write([]byte(`{"software": "x"}`))
	}))
	defer server.Close()
	port := server.URL[strings.LastIndex(server.URL, ":"):]
	for _, url := range []string{server.URL, "http://localhost" + port, "http://[::ffff:127.0.0.1]" + port, "http://10.0.0.1:9", "http://169.254.169.254"} {
		_, err := nodeapi.Client{URL: url, HTTP: nodeapi.NewHTTP(false)}.Info(context.Background())
		if err == nil || !strings.Contains(err.Error(), "is not public") {
			t.Errorf("%s: %v", url, err)
		}
	}
	if asked != 0 {
		t.Errorf("the server was asked %d times", asked)
	}
	if info, err := (nodeapi.Client{URL: server.URL, HTTP: nodeapi.NewHTTP(true)}).Info(context.Background()); err != nil || info.Software != "x" {
		t.Errorf("a client of private addresses: %+v, %v", info, err)
	}
}
