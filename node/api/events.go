package api

import (
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// heartbeat keeps proxies from closing a stream on which nothing happens.
const heartbeat = 15 * time.Second

// events answers GET /v1/events with server-sent events (HTML, section 9.2).
// They begin with the present and promise nothing about the past: a reader that
// was cut off asks for what it is interested in. One that reads too slowly is
// cut off.
func (s *Server) events(w http.ResponseWriter, r *http.Request) error {
	if _, err := values(r.URL.RawQuery); err != nil {
		return malformed(err.Error())
	}
	events, stop, err := s.Answers.Feed.Subscribe()
	if err != nil {
		return &nodeapi.Problem{Type: "/problems/busy", Title: err.Error(), Status: http.StatusServiceUnavailable}
	}
	defer stop()
	w.Header().Set("Content-Type", "text/event-stream")
	w.WriteHeader(http.StatusOK)
	if r.Method == http.MethodHead {
		return nil
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for message := ": begins\n\n"; ; {
		if !push(w, message) {
			return nil
		}
		select {
		case event, open := <-events:
			if !open {
				return nil
			}
			if message, err = encodeEvent(event); err != nil {
				return err
			}
		case <-beat.C:
			message = ": still here\n\n"
		case <-s.closing.Done():
			return nil
		case <-r.Context().Done():
			return nil
		}
	}
}

func encodeEvent(event nodeapi.Event) (string, error) {
	data, err := encode(event) // ends in a line feed
	return fmt.Sprintf("event: %s\ndata: %s\n", event.Type, data), err
}

// push writes a message within its time, and reports whether that went well.
func push(w http.ResponseWriter, message string) bool {
	deadline(w)
	if _, err := io.WriteString(w, message); err != nil {
		return false
	}
	return http.NewResponseController(w).Flush() == nil
}
