package main

import (
	"errors"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"shrinkwrap": func() {
		testOnlyScrypt.n, testOnlyScrypt.p = keystore.LightScryptN, keystore.LightScryptP
		testOnlyNow = scriptClock
		limitRoom()
		main()
	}})
}

// scriptCommands are what scripts can do beside running shrinkwrap.
var scriptCommands = map[string]func(ts *testscript.TestScript, neg bool, args []string){
	"exits":      exits,
	"picture":    drawPicture,
	"convert":    convert,
	"shelf":      shelf,
	"plaincode":  plainCode,
	"key":        writeKey,
	"committee":  writeCommittee,
	"swap":       swap,
	"tamper":     tamper,
	"rawcode":    rawCode,
	"rawpointer": rawPointer,
	"cut":        cut,
	"large":      large,
	"byid":       byID,
	"chain": func(ts *testscript.TestScript, neg bool, args []string) {
		ts.Value(bedKey{}).(*bed).chain(ts, neg, args)
	},
}

type bedKey struct{}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                "testdata/script",
		Cmds:               scriptCommands,
		RequireUniqueNames: true,
		Setup: func(env *testscript.Env) error {
			sample, err := filepath.Abs("sample")
			if err != nil {
				return err
			}
			env.Setenv("SAMPLE", sample)
			env.Setenv("SHRINKWRAP_HOME", env.WorkDir+"/home")
			b := &bed{t: t}
			env.Values[bedKey{}] = b
			env.Defer(func() {
				if err := b.close(); err != nil {
					t.Error(err)
				}
			})
			return nil
		},
	})
}

// exits STATUS COMMAND… runs a command that must end with this exit status.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit := new(exec.ExitError)
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}
