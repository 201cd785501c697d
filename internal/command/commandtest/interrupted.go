package commandtest

import (
	"bytes"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// silent is who is asked and never answers: $SILENT is its URL in scripts.
type silent struct{ asked chan struct{} }

// Silence starts one for a script.
func Silence(env *testscript.Env) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	s := &silent{make(chan struct{}, 64)}
	var mu sync.Mutex
	var held []net.Conn
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			mu.Lock()
			held = append(held, c)
			mu.Unlock()
			s.asked <- struct{}{}
		}
	}()
	env.Setenv("SILENT", "http://"+l.Addr().String())
	env.Values[silent{}] = s
	env.Defer(func() {
		l.Close()
		mu.Lock()
		defer mu.Unlock()
		for _, c := range held {
			c.Close()
		}
	})
	return nil
}

// longWait is longer than anything takes that is not stuck.
const longWait = time.Minute

// Interrupted is "interrupted STATUS WHEN COMMAND…": a command that gets a SIGINT
// as soon as its stderr matches WHEN, or, where that is "asked", as soon as it
// asks $SILENT, and must end with this status.
func Interrupted(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: interrupted STATUS WHEN COMMAND...")
	}
	c := exec.Command(filepath.Join(filepath.SplitList(ts.Getenv("PATH"))[0], args[2]), args[3:]...)
	c.Dir = ts.MkAbs(".")
	for _, name := range []string{"PATH", "HOME", "TMPDIR", "SHRINKWRAP_HOME", "SHRINKWRAPD_HOME"} {
		c.Env = append(c.Env, name+"="+ts.Getenv(name))
	}
	said := &watched{pattern: regexp.MustCompile(args[1]), matched: make(chan struct{})}
	c.Stderr = said
	when := said.matched
	if args[1] == "asked" {
		when = ts.Value(silent{}).(*silent).asked
	}
	ts.Check(c.Start())
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	select {
	case <-when:
		ts.Check(c.Process.Signal(os.Interrupt))
	case err := <-ended:
		ts.Fatalf("it ended before it was interrupted: %v\n%s", err, said)
	case <-time.After(longWait):
		c.Process.Kill()
		ts.Fatalf("nothing matched %q in: %s", args[1], said)
	}
	select {
	case err := <-ended:
		exit := new(exec.ExitError)
		if !errors.As(err, &exit) || strconv.Itoa(exit.ExitCode()) != args[0] {
			ts.Fatalf("it ended with %v, want exit status %s:\n%s", err, args[0], said)
		}
	case <-time.After(longWait):
		c.Process.Kill()
		ts.Fatalf("it did not end: %s", said)
	}
}

// watched keeps what is written, and tells when it matches.
type watched struct {
	pattern *regexp.Regexp
	matched chan struct{}

	mu   sync.Mutex
	text bytes.Buffer
	told bool
}

func (w *watched) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.text.Write(p)
	if !w.told && w.pattern.Match(w.text.Bytes()) {
		w.told = true
		close(w.matched)
	}
	return len(p), nil
}

func (w *watched) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.String()
}
