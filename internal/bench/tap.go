package main

import (
	"bytes"
	"io"
	"net"
	"sync"
	"sync/atomic"
)

// A tap passes TCP connections on to one address and counts what goes over them:
// bytes both ways, headers and all, and requests of HTTP/1.1.
type tap struct {
	url             string
	bytes, requests atomic.Int64

	listener net.Listener
	pipes    sync.WaitGroup
	mu       sync.Mutex
	conns    []net.Conn
}

// startTap starts a tap on loopback before the address of a host and a port.
func startTap(target string) (*tap, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	t := &tap{url: "http://" + listener.Addr().String(), listener: listener}
	t.pipes.Go(func() {
		for {
			near, err := listener.Accept()
			if err != nil {
				return
			}
			far, err := net.Dial("tcp", target)
			if err != nil {
				near.Close()
				continue
			}
			t.keep(near, far)
			t.pipes.Go(func() { t.pass(far, near) })
			t.pipes.Go(func() { t.pass(near, far) })
		}
	})
	return t, nil
}

func (t *tap) keep(conns ...net.Conn) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.conns = append(t.conns, conns...)
}

// close ends all connections and waits until what went over them is counted.
func (t *tap) close() {
	t.listener.Close()
	t.mu.Lock()
	for _, c := range t.conns {
		c.Close()
	}
	t.mu.Unlock()
	t.pipes.Wait()
}

// requestLine ends the first line of every request, and of nothing that is
// said otherwise.
var requestLine = []byte(" HTTP/1.1\r\n")

func (t *tap) pass(to io.WriteCloser, from io.Reader) {
	defer to.Close()
	buf := make([]byte, 1<<16)
	for {
		n, err := from.Read(buf)
		if n > 0 {
			t.bytes.Add(int64(n))
			t.requests.Add(int64(bytes.Count(buf[:n], requestLine)))
			if _, err := to.Write(buf[:n]); err != nil {
				return
			}
		}
		if err != nil {
			return
		}
	}
}
