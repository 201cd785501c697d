package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/shrinkwrap/shrinkwrap/cmd/internal/demo/play"
	"github.com/shrinkwrap/shrinkwrap/internal/command/commandtest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"shrinkwrap": func() {
			testOnlyScrypt.n, testOnlyScrypt.p = keystore.LightScryptN, keystore.LightScryptP
			testOnlyNow = scriptClock
			limitRoom()
			main()
		},
		"shrinkwrap-demo": func() { os.Exit(play.Program().Run(os.Args)) },
	})
}

// scriptCommands are what scripts can do beside running shrinkwrap.
var scriptCommands = map[string]func(ts *testscript.TestScript, neg bool, args []string){
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
	maps.Copy(scriptCommands, commandtest.Commands(commandProgram()))
	testscript.Run(t, testscript.Params{
		Dir:                "testdata/script",
		Cmds:               scriptCommands,
		RequireUniqueNames: true,
		Setup: func(env *testscript.Env) error {
			sample, err := filepath.Abs("../internal/demo/play/sample")
			if err != nil {
				return err
			}
			docs, err := filepath.Abs("../../docs")
			if err != nil {
				return err
			}
			if err := commandtest.Silence(env); err != nil {
				return err
			}
			env.Setenv("SAMPLE", sample)
			env.Setenv("DOCS", docs)
			env.Setenv("PROGRAMS", filepath.SplitList(env.Getenv("PATH"))[0])
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

// Every command shows what it refuses, and every exit status is reached.
func TestScriptsCover(t *testing.T) {
	commandtest.Covered(t, commandProgram(), "testdata/script")
}

// The README tells scripts every exit status and its kind.
func TestReadmeHasStatuses(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range commandProgram().Statuses {
		if want := fmt.Sprintf(" %d `%s`", s.Code, s.Kind); !strings.Contains(string(readme), want) {
			t.Errorf("README.md has no %q: %s", want, s.Meaning)
		}
	}
}
