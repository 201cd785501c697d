package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

func init() {
	scriptCommands["onchain"] = onChain
	scriptCommands["appears"] = appears
	scriptCommands["nobody"] = nobody
	scriptCommands["trap"] = trap
	scriptCommands["killed"] = killed
}

// onChain ID FROM TO writes the descriptor FROM for a committee on another chain.
func onChain(ts *testscript.TestScript, _ bool, args []string) {
	var committee nodeapi.Committee
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &committee))
	id, err := strconv.ParseUint(args[0], 10, 64)
	ts.Check(err)
	committee.ChainID = id
	saveCommittee(ts, args[2], committee)
}

// nobody FROM TO writes the descriptor FROM with the zero address.
func nobody(ts *testscript.TestScript, _ bool, args []string) {
	var committee nodeapi.Committee
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &committee))
	committee.Address = nodeapi.Address(common.Address{})
	saveCommittee(ts, args[1], committee)
}

// trap FILE writes a WASI command whose _start is the instruction unreachable.
func trap(ts *testscript.TestScript, _ bool, args []string) {
	const module = "\x00asm\x01\x00\x00\x00" +
		"\x01\x04\x01\x60\x00\x00" + "\x03\x02\x01\x00" + "\x05\x03\x01\x00\x01" +
		"\x07\x13\x02\x06memory\x02\x00\x06_start\x00\x00" + "\x0a\x05\x01\x03\x00\x00\x0b"
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(module), 0o666))
}

// appears FILE waits until a file is there.
func appears(ts *testscript.TestScript, _ bool, args []string) {
	for deadline := time.Now().Add(2 * time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
			return
		}
	}
	ts.Fatalf("%s did not appear", args[0])
}

// killed DURATION COMMAND… starts a command and kills it after so long, as a
// power cut does. It may have ended before.
func killed(ts *testscript.TestScript, _ bool, args []string) {
	after, err := time.ParseDuration(args[0])
	ts.Check(err)
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
	time.Sleep(after)
	c.Process.Kill() // it may have ended
	c.Wait()         // with any status
}
