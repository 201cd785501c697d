package manual

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"
)

// Commands returns the commands by which a program explains itself: completion,
// manual, and the one that completion scripts call. usage makes an error of a
// wrong command line.
func Commands(program string, values Values, usage func(message string, hints ...string) error) []*cli.Command {
	return []*cli.Command{completionCommand(program, usage), pagesCommand(program, usage), completeCommand(values)}
}

func completionCommand(program string, usage func(string, ...string) error) *cli.Command {
	return &cli.Command{
		Name:            "completion",
		HideHelpCommand: true,
		Usage:           "print a script that completes the command line in a shell",
		ArgsUsage:       strings.Join(Shells, " | "),
		Description: named(`Prints what a shell has to read, so that the Tab key completes commands, flags and
what is kept on this computer.

   $ source <(PROGRAM completion bash)                      # in ~/.bashrc
   $ PROGRAM completion zsh > ~/.zfunc/_PROGRAM             # a folder of $fpath
   $ PROGRAM completion fish > ~/.config/fish/completions/PROGRAM.fish`, program),
		Action: func(c *cli.Context) error {
			text, err := Script(c.Args().First(), c.App.Name)
			if err != nil || c.NArg() != 1 {
				return usage("name one shell: " + strings.Join(Shells, ", "))
			}
			_, err = fmt.Fprint(c.App.Writer, text)
			return err
		},
	}
}

func pagesCommand(program string, usage func(string, ...string) error) *cli.Command {
	return &cli.Command{
		Name:            "manual",
		HideHelpCommand: true,
		Usage:           "write the manual pages into a folder",
		ArgsUsage:       "FOLDER",
		Description: named(`Writes a manual page for each command into a folder, which is made if it is not
there. "make install" puts them where man looks for them.

   $ PROGRAM manual ~/.local/share/man/man1
   $ man PROGRAM`, program),
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return usage("name one folder for the pages")
			}
			return write(c.Args().First(), Pages(c.App))
		},
	}
}

func write(dir string, pages []Page) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for _, p := range pages {
		if err := os.WriteFile(filepath.Join(dir, p.Name), []byte(p.Text), 0o666); err != nil {
			return err
		}
	}
	return nil
}

func completeCommand(values Values) *cli.Command {
	return &cli.Command{
		Name:            "complete",
		HideHelpCommand: true,
		Hidden:          true,
		SkipFlagParsing: true,
		Action: func(c *cli.Context) error {
			for _, candidate := range Complete(c.App, c.Args().Slice(), values) {
				meaning, _, _ := strings.Cut(candidate.Meaning, "\n")
				fmt.Fprintf(c.App.Writer, "%s\t%s\n", candidate.Word, meaning)
			}
			return nil
		},
	}
}
