package main

import (
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
)

// progressOf returns what shows the progress of a long step in bytes, with rate
// and time left, on stderr if that is a terminal.
func progressOf(c *cli.Context, what string) publisher.Progress { return progressBar(c, what, true) }

// blocksOf is progressOf for a step in blocks of a chain.
func blocksOf(c *cli.Context, what string) publisher.Progress { return progressBar(c, what, false) }

func progressBar(c *cli.Context, what string, inBytes bool) publisher.Progress {
	if !term.IsTerminal(int(os.Stderr.Fd())) {
		return nil
	}
	var bar *progressbar.ProgressBar
	return func(done, total uint64) {
		if bar == nil {
			bar = progressbar.NewOptions64(int64(total),
				progressbar.OptionSetWriter(c.App.ErrWriter),
				progressbar.OptionSetDescription(what),
				progressbar.OptionShowBytes(inBytes),
				progressbar.OptionThrottle(100*time.Millisecond),
				progressbar.OptionClearOnFinish())
		}
		bar.Set64(int64(done)) // it fails only where the terminal does
	}
}
