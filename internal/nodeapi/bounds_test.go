package nodeapi_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/alloctest"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// withoutEnd writes the same again and again, until nobody reads it.
func withoutEnd(media, head, again string) http.HandlerFunc {
	chunk := []byte(strings.Repeat(again, 1+(32<<10)/len(again)))
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", media)
		_, err := io.WriteString(w, head)
		for err == nil && r.Context().Err() == nil {
			_, err = w.Write(chunk)
		}
	}
}

// An answer without end is left after its first bytes, whatever it says, and costs
// little.
func TestEndlessAnswers(t *testing.T) {
	const json = "application/json"
	for name, handler := range map[string]http.HandlerFunc{
		"a string":        withoutEnd(json, `{"software": "`, "x"),
		"spaces":          withoutEnd(json, "", " "),
		"lists in lists":  withoutEnd(json, `{"chains": `, "["),
		"objects":         withoutEnd(json, "", `{"a":`),
		"empty objects":   withoutEnd(json, `{"chains": [{}`, ",{}"),
		"names":           withoutEnd(json, `{"a": 1`, `,"a":1`),
		"a problem":       withoutEnd(nodeapi.ProblemMedia, `{"title": "`, "x"),
		"many a problem":  withoutEnd(nodeapi.ProblemMedia, `{"a": [1`, ",1"),
		"of another kind": withoutEnd("text/html", "", "<p>"),
	} {
		client, _ := serve(t, handler)
		ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
		var err error
		got := alloctest.Bytes(func() { _, err = client.Info(ctx) })
		cancel()
		unreachable := new(nodeapi.UnreachableError)
		if !errors.As(err, &unreachable) || !strings.Contains(err.Error(), "larger than 131072 bytes") {
			t.Errorf("%s: %v", name, err)
		}
		if got > 4<<20 {
			t.Errorf("%s: %d MiB were allocated", name, got>>20)
		}
	}
}

// What fits into an answer costs little, however it nests and repeats itself.
func TestCostlyAnswers(t *testing.T) {
	fill := func(head, again, tail string) string {
		return head + strings.Repeat(again, (nodeapi.MaxBody-len(head)-len(tail))/len(again)) + tail
	}
	for name, c := range map[string]struct{ body, err string }{
		"lists in lists":   {fill(`{"a": `, "[", ""), "exceeded max depth"},
		"objects":          {fill("", `{"a":`, ""), "exceeded max depth"},
		"nested and whole": {`{"a": ` + strings.Repeat("[", 1<<15) + strings.Repeat("]", 1<<15) + "}", "exceeded max depth"},
		"empty chains":     {fill(`{"chains": [{}`, ",{}", "]}"), ""},
		"a number":         {fill(`{"node": 1`, "0", "}"), "number"},
		"a name":           {fill(`{"`, "a", `": 1}`), ""},
		"escapes":          {fill(`{"software": "`, `\u0000`, `"}`), ""},
	} {
		client, _ := serve(t, answer(200, "application/json", c.body))
		var err error
		got := alloctest.Bytes(func() { _, err = client.Info(t.Context()) })
		if (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: %.200v", name, err)
		}
		if err != nil && len(err.Error()) > 500 {
			t.Errorf("%s: an error of %d bytes", name, len(err.Error()))
		}
		if got > 24<<20 {
			t.Errorf("%s: %d MiB were allocated", name, got>>20)
		}
	}
}

// A descriptor is as bounded as an answer, from whatever reader it comes.
func TestEndlessDescriptor(t *testing.T) {
	for name, again := range map[string]string{"spaces": " ", "lists": "[", "objects": `{"P":`} {
		source := &endless{again: []byte(strings.Repeat(again, 1000))}
		var err error
		got := alloctest.Bytes(func() { _, err = nodeapi.ReadCommittee(source) })
		if err == nil || source.read > 2*nodeapi.MaxBody || got > 4<<20 {
			t.Errorf("%s: %d bytes were read, %d MiB allocated: %v", name, source.read, got>>20, err)
		}
	}
}

type endless struct {
	again []byte
	read  int
}

func (e *endless) Read(p []byte) (int, error) {
	n := copy(p, e.again)
	e.read += n
	return n, nil
}

// A node that says a byte now and then holds a client for its time and no
// longer; the time is of the whole answer.
func TestDrippingAnswer(t *testing.T) {
	if got, want := nodeapi.NewHTTP(true).Timeout, nodeapi.MaxWait+15*time.Second; got != want {
		t.Errorf("a client waits %v, want %v", got, want)
	}
	for name, drip := range map[string]func(w http.ResponseWriter){
		"body": func(w http.ResponseWriter) {
			w.Header().Set("Content-Type", "application/json")
			fmt.Fprint(w, " ")
			w.(http.Flusher).Flush()
		},
		"headers": func(http.ResponseWriter) {},
	} {
		client, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				drip(w)
				time.Sleep(time.Millisecond)
			}
		})
		client.HTTP = nodeapi.NewHTTP(true)
		client.HTTP.Timeout = 200 * time.Millisecond
		ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
		_, err := client.Info(ctx)
		if err == nil || ctx.Err() != nil {
			t.Errorf("%s: %v, and the test's own time: %v", name, err, ctx.Err())
		}
		cancel()
	}
}

// Headers of an answer are bounded too.
func TestEndlessHeaders(t *testing.T) {
	client, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		conn, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		defer conn.Close()
		_, err = io.WriteString(conn, "HTTP/1.1 200 OK\r\n")
		chunk := bytes.Repeat([]byte("X-Header: again\r\n"), 1000)
		for err == nil {
			_, err = conn.Write(chunk)
		}
	})
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	var err error
	if got := alloctest.Bytes(func() { _, err = client.Info(ctx) }); err == nil || ctx.Err() != nil || got > 4<<20 {
		t.Errorf("%d KiB were allocated: %v", got>>10, err)
	}
}
