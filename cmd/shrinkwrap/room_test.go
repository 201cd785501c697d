package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

func init() {
	scriptCommands["killedat"] = killedAt
	scriptCommands["busy"] = busy
}

// testOnlyRoom is how many bytes a file can have that a command writes: a disk
// that is full, where no test needs to be root.
const testOnlyRoom = "SHRINKWRAP_TEST_ONLY_ROOM"

func limitRoom() {
	limitSize(testOnlyRoom, func() { signal.Ignore(syscall.SIGXFSZ) }) // so that it is an error, as on a full disk
}

func limitSize(variable string, before func()) {
	text, ok := os.LookupEnv(variable)
	if !ok || text == "" {
		return
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		panic(err)
	}
	before()
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: n, Max: n}); err != nil {
		panic(err)
	}
}

// busy OUTPUT makes an output until the script ends.
func busy(ts *testscript.TestScript, _ bool, args []string) {
	u, err := home.Begin(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Defer(func() { ts.Check(u.End()) })
}

// killedAt STEP COMMAND… starts a command and kills it, as a power cut
// does, as soon as its purchase has come to a step. It fails where the purchase
// never comes to it.
func killedAt(ts *testscript.TestScript, _ bool, args []string) {
	path, err := exec.LookPath(args[1])
	if err != nil {
		path = filepath.Join(filepath.SplitList(ts.Getenv("PATH"))[0], args[1])
	}
	c := exec.Command(path, args[2:]...)
	c.Dir = ts.MkAbs(".")
	for _, name := range []string{"PATH", "HOME", "TMPDIR", "SHRINKWRAP_HOME"} {
		c.Env = append(c.Env, name+"="+ts.Getenv(name))
	}
	ts.Check(c.Start())
	ended := make(chan struct{})
	go func() { c.Wait(); close(ended) }() // with any status
	pattern := filepath.Join(ts.Getenv("SHRINKWRAP_HOME"), "orders", "*", "*", "purchase.json")
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline) && !come(pattern, terminal.Step(args[0])); time.Sleep(time.Millisecond) {
		select {
		case <-ended:
			ts.Fatalf("ended with %v before it came to %s", c.ProcessState, args[0])
		default:
		}
	}
	c.Process.Kill() // it may have ended
	<-ended
	if !come(pattern, terminal.Step(args[0])) {
		ts.Fatalf("did not come to %s", args[0])
	}
}

// steps are those of a purchase that is never refunded.
var steps = []terminal.Step{terminal.Prepared, terminal.Approving, terminal.Sent, terminal.Seen, terminal.Confirmed, terminal.Released, terminal.Opened}

// come reports whether the newest purchase has come to a step.
func come(pattern string, step terminal.Step) bool {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		return false
	}
	b, err := os.ReadFile(files[len(files)-1])
	var p struct {
		Step terminal.Step `json:"step"`
	}
	return err == nil && json.Unmarshal(b, &p) == nil && slices.Index(steps, p.Step) >= slices.Index(steps, step)
}
