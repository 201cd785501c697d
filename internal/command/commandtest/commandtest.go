// Package commandtest is what the scripts of a command are held to: that each
// refusal says what is wrong and what to do, to people and to other programs
// alike.
package commandtest

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/command"
)

// Commands are those of scripts, see [Exits], [Refuses] and [Interrupted].
func Commands(p command.Program) map[string]func(ts *testscript.TestScript, neg bool, args []string) {
	return map[string]func(ts *testscript.TestScript, neg bool, args []string){
		"exits":   Exits,
		"refuses": Refuses(p),

		"interrupted": Interrupted,
	}
}

// Exits is "exits STATUS COMMAND…": a command that must end with this status.
func Exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	if got := status(ts, args[1:]); got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

func status(ts *testscript.TestScript, args []string) int {
	err := ts.Exec(args[0], args[1:]...)
	if exit := new(exec.ExitError); errors.As(err, &exit) {
		return exit.ExitCode()
	}
	ts.Check(err)
	return 0
}

// Refuses is "refuses STATUS MESSAGE HINT COMMAND…": a command that must end with
// this status, an error that matches MESSAGE, and, unless HINT is "-", a hint that
// matches. It prints nothing else, unless it pends or found a danger. Run again
// with --json it must say the same as JSON.
func Refuses(p command.Program) func(ts *testscript.TestScript, neg bool, args []string) {
	return func(ts *testscript.TestScript, neg bool, args []string) {
		if neg || len(args) < 4 {
			ts.Fatalf("usage: refuses STATUS MESSAGE HINT COMMAND...")
		}
		name := p.App.Name
		Exits(ts, false, slices.Concat(args[:1], args[3:]))
		text, hints := spoken(ts, name)
		match(ts, args[1], text)
		if args[2] != "-" {
			match(ts, args[2], hints)
		}
		printed := ts.ReadFile("stdout")
		if !speaksJSON(p.App, strings.Join(args[3:], " ")) {
			return
		}
		Exits(ts, false, slices.Concat(args[:1], args[3:4], []string{"--json"}, args[4:]))
		var r struct {
			Error  string
			Hint   []string
			Status int
			Kind   string
		}
		lines := strings.Split(strings.TrimSuffix(ts.ReadFile("stderr"), "\n"), "\n")
		ts.Check(json.Unmarshal([]byte(lines[len(lines)-1]), &r))
		if strconv.Itoa(r.Status) != args[0] || r.Hint == nil || r.Kind != kind(p, r.Status) {
			ts.Fatalf("as JSON it says %+v", r)
		}
		match(ts, args[1], r.Error)
		if args[2] != "-" {
			match(ts, args[2], strings.Join(r.Hint, "\n"))
		}
		if shows := r.Kind == "danger" || r.Kind == "pending"; printed != "" && !shows {
			ts.Fatalf("refused, and printed %q", printed)
		}
	}
}

// speaksJSON reports whether the command of a command line has --json.
func speaksJSON(app *cli.App, text string) bool {
	c := find(app, commandOf(app, " "+text))
	return c == nil || slices.Contains(c.Flags, cli.Flag(command.JSONFlag))
}

func find(app *cli.App, path string) (found *cli.Command) {
	commands := app.Commands
	for _, name := range strings.Fields(path)[1:] {
		found = commands[slices.IndexFunc(commands, func(c *cli.Command) bool { return c.Name == name })]
		commands = found.Subcommands
	}
	return found
}

// spoken returns what a command said of its error, and its hints.
func spoken(ts *testscript.TestScript, name string) (text, hints string) {
	for line := range strings.Lines(ts.ReadFile("stderr")) {
		if after, ok := strings.CutPrefix(line, name+": error: "); ok {
			text += after
		}
		if after, ok := strings.CutPrefix(line, "hint: "); ok {
			hints += after
		}
	}
	return text, hints
}

func match(ts *testscript.TestScript, pattern, text string) {
	re, err := regexp.Compile("(?m)" + pattern)
	ts.Check(err)
	if !re.MatchString(text) {
		ts.Fatalf("%q is nowhere in %q", pattern, text)
	}
}

func kind(p command.Program, code int) string {
	i := slices.IndexFunc(p.Statuses, func(s command.Status) bool { return s.Code == code })
	if i < 0 {
		return "no kind"
	}
	return p.Statuses[i].Kind
}

// Covered fails unless the scripts of a folder have every command refuse
// something, and reach every exit status. Names of files may end in .txt or
// .txtar.
func Covered(t *testing.T, p command.Program, folder string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.txt*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts in %s: %v", folder, err)
	}
	reached, refused := map[string]bool{"0": true}, map[string]bool{}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^(refuses|exits|interrupted) (\d+) (.*)$`).FindAllStringSubmatch(string(b), -1) {
			reached[m[2]] = true
			if m[1] == "refuses" {
				refused[commandOf(p.App, m[3])] = true
			}
		}
	}
	for _, s := range p.Statuses {
		if !reached[strconv.Itoa(s.Code)] {
			t.Errorf("no script ends with exit status %d: %s", s.Code, s.Meaning)
		}
	}
	for _, path := range leaves(p.App.Name, p.App.Commands) {
		if !refused[path] {
			t.Errorf("no script shows what %q refuses", path)
		}
	}
}

// leaves returns the paths of the commands that do something.
func leaves(above string, commands []*cli.Command) (paths []string) {
	for _, c := range commands {
		path := above + " " + c.Name
		if len(c.Subcommands) == 0 && !c.Hidden {
			paths = append(paths, path)
		}
		paths = append(paths, leaves(path, c.Subcommands)...)
	}
	return paths
}

// commandOf returns the path of the command in a line of a script.
func commandOf(app *cli.App, text string) string {
	_, words, _ := strings.Cut(text, " "+app.Name+" ")
	path, commands := app.Name, app.Commands
	for _, word := range strings.Fields(words) {
		for _, c := range commands {
			if c.HasName(word) {
				path, commands = path+" "+c.Name, c.Subcommands
				break
			}
		}
	}
	return path
}
