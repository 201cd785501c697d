package chain

import (
	"context"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
)

// Bounds on what comes before an answer: the headers of one, and all that a
// WebSocket's endpoint sends to open it, TLS included.
const (
	maxHeaders   = 64 << 10
	maxHandshake = 256 << 10
)

// dialer is the rpc package's own, with a bound on the handshake: the WebSocket
// library reads headers without one.
func dialer() websocket.Dialer {
	return websocket.Dialer{
		ReadBufferSize: 1024, WriteBufferSize: 1024, Proxy: http.ProxyFromEnvironment,
		NetDialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			conn, err := new(net.Dialer).DialContext(ctx, network, address)
			if err != nil {
				return nil, err
			}
			g := &greeting{Conn: conn}
			g.left.Store(maxHandshake)
			return g, nil
		},
	}
}

// greeting is a connection that reads so much and no more, until the handshake's
// deadline is taken off it, which is when the handshake is over. From then on
// messages have a bound of their own.
type greeting struct {
	net.Conn
	left atomic.Int64
	over atomic.Bool
}

func (g *greeting) SetDeadline(t time.Time) error {
	if t.IsZero() {
		g.over.Store(true)
	}
	return g.Conn.SetDeadline(t)
}

func (g *greeting) Read(p []byte) (int, error) {
	if g.over.Load() {
		return g.Conn.Read(p)
	}
	n, err := g.Conn.Read(p)
	if g.left.Add(int64(-n)) < 0 {
		return 0, errTooLong
	}
	return n, err
}
