// Package play plays the demo: it is a publisher, a committee, a chain and a buyer
// in one process.
package play

import (
	"embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/cmd/internal/demo"
	"github.com/shrinkwrap/shrinkwrap/cmd/internal/exit"
	"github.com/shrinkwrap/shrinkwrap/internal/command"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
)

//go:embed sample
var sample embed.FS

// Program is the demo as a program. It takes the command line of shrinkwrap.
func Program() command.Program {
	return command.Program{
		App: &cli.App{
			Name:     "shrinkwrap",
			Usage:    "play the whole path on a chain of its own",
			Commands: []*cli.Command{demo.Command(run)},
		},
		Statuses: exit.Statuses, Explain: exit.Explain, Stopped: "stopped",
	}
}

func run(c *cli.Context) (err error) {
	if err := command.NoArguments(c); err != nil {
		return err
	}
	rules, err := devchain.ParseRules(c.String("rules"))
	if err != nil {
		return command.UsageError(err.Error())
	}
	v, err := newVisit(c)
	if err != nil {
		return err
	}
	defer v.close()
	h, err := home.Open()
	if err != nil {
		return err
	}
	out, err := folder(c.Path("out"))
	if err != nil {
		return err
	}
	say(c, `A publisher seals a tale into a code. A buyer finds the code and pays for it. A committee of %d
nodes, none of which can open anything alone, sees the payment and gives the key. Nothing is
asked of anybody else. This command plays all of them, with money that is worth nothing.
`, nodeCount)
	say(c, "starting a chain (%s) and a committee of %d nodes, any %d of which release keys …", rules, nodeCount, threshold)
	w, err := NewWorld(c.Context, h, devchain.Options{Rules: rules, Period: time.Second})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	p := &play{Context: c, world: w, out: out, report: newReport(w, rules.String()), visit: v}
	if err := p.run(); err != nil {
		return err
	}
	if v == nil {
		return nil
	}
	return p.stay(c.Context)
}

// folder returns the folder that the demo writes to: the one that was asked
// for, or a new one that says when it was made.
func folder(name string) (string, error) {
	if name == "" {
		name = "demo-" + time.Now().Format("2006-01-02-150405")
	}
	entries, err := os.ReadDir(name)
	if err == nil && len(entries) > 0 {
		return "", command.Fail(exit.Exists, fmt.Errorf("folder %s is not empty", name), "name another one with --out, or remove it")
	}
	if errors.Is(err, syscall.ENOTDIR) {
		return "", command.Fail(exit.Exists, fmt.Errorf("%s is in the way: no folder", name), "name another one with --out")
	}
	if err := os.MkdirAll(name, 0o755); err != nil {
		return "", fmt.Errorf("making the demo's folder: %w", err)
	}
	return filepath.Abs(name)
}

// say prints a line of progress to stderr.
func say(c *cli.Context, format string, args ...any) {
	fmt.Fprintf(c.App.ErrWriter, format+"\n", args...)
}
