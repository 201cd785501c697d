package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/big"
	"net"
	"net/http"
	"os"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/shrinkwrap/shrinkwrap/internal/command/commandtest"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// testOnlyRun makes the test binary the command, so that tests can start and
// kill it as a process of its own.
const testOnlyRun = "SHRINKWRAPD_TEST_ONLY_RUN"

func TestMain(m *testing.M) {
	if os.Getenv(testOnlyRun) != "" {
		limitRoom()
		os.Exit(program().Run(os.Args))
	}
	testscript.Main(m, map[string]func(){"shrinkwrapd": func() { os.Exit(program().Run(os.Args)) }})
}

// The scripts drive the real main. $RPC is a chain with the escrow, $PORT1 to
// $PORT3 are free; "fund FILE" sends a committee's operators coin, "await URL"
// waits until it answers 200, "refused URL" checks that it answers 503,
// "taken PORT" listens there.
func TestScripts(t *testing.T) {
	bed := newBed(t)
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			if err := commandtest.Silence(e); err != nil {
				return err
			}
			e.Setenv("RPC", bed.WS())
			for i := range 3 {
				e.Setenv(fmt.Sprintf("PORT%d", i+1), commandtest.FreePort(t))
			}
			return nil
		},
		Cmds: scriptCommands(bed),
	})
}

// Every command shows what it refuses, and every exit status is reached.
func TestScriptsCover(t *testing.T) {
	commandtest.Covered(t, program(), "testdata")
}

func scriptCommands(bed *testbed.Bed) map[string]func(ts *testscript.TestScript, neg bool, args []string) {
	commands := commandtest.Commands(program())
	maps.Copy(commands, map[string]func(ts *testscript.TestScript, neg bool, args []string){
		"fund": func(ts *testscript.TestScript, _ bool, args []string) { ts.Check(fund(bed, ts.MkAbs(args[0]))) },
		"refused": func(ts *testscript.TestScript, _ bool, args []string) {
			response, err := http.Get(args[0])
			ts.Check(err)
			if response.Body.Close(); response.StatusCode != http.StatusServiceUnavailable {
				ts.Fatalf("%s answers %s", args[0], response.Status)
			}
		},
		"taken": func(ts *testscript.TestScript, _ bool, args []string) {
			l, err := net.Listen("tcp", "127.0.0.1:"+args[0])
			ts.Check(err)
			ts.Defer(func() { l.Close() })
		},
		"await": func(ts *testscript.TestScript, _ bool, args []string) { ts.Check(await(args[0])) },
	})
	return commands
}

func newBed(t *testing.T) *testbed.Bed {
	t.Helper()
	bed, err := testbed.New(t.Context(), devchain.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := bed.Close(); err != nil {
			t.Error(err)
		}
	})
	return bed
}

func fund(bed *testbed.Bed, descriptor string) error {
	f, err := os.Open(descriptor)
	if err != nil {
		return err
	}
	defer f.Close()
	c, err := nodeapi.ReadCommittee(f)
	if err != nil {
		return err
	}
	for _, o := range c.Operators {
		to := common.HexToAddress(o.Address)
		if _, err := bed.Send(context.Background(), devchain.Key(0), &to, big.NewInt(params.Ether), nil); err != nil {
			return err
		}
	}
	return nil
}

// await asks until the answer is 200, for a time that only a fault exceeds.
func await(url string) error { return awaitStatus(url, http.StatusOK) }

func awaitStatus(url string, status int) error {
	var last error
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		response, err := http.Get(url)
		if err != nil {
			last = err
			continue
		}
		response.Body.Close()
		if response.StatusCode == status {
			return nil
		}
		last = errors.New(response.Status)
	}
	return fmt.Errorf("%s: %w", url, last)
}
