package main

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"image/png"
	"os"
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
		main()
	}})
}

// scriptCommands are what scripts can do beside running shrinkwrap.
var scriptCommands = map[string]func(ts *testscript.TestScript, neg bool, args []string){
	"exits":   exits,
	"picture": drawPicture,
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                "testdata/script",
		Cmds:               scriptCommands,
		RequireUniqueNames: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SHRINKWRAP_HOME", env.WorkDir+"/home")
			return nil
		},
	})
}

// drawPicture FILE… writes small pictures, PNG or JPEG by their names.
func drawPicture(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		var b bytes.Buffer
		picture := image.NewGray(image.Rect(0, 0, 8, 8))
		if filepath.Ext(name) == ".png" {
			ts.Check(png.Encode(&b, picture))
		} else {
			ts.Check(jpeg.Encode(&b, picture, nil))
		}
		ts.Check(os.WriteFile(ts.MkAbs(name), b.Bytes(), 0o666))
	}
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
