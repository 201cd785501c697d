package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// flagsFirst moves the flags of a command line before its arguments, so that
// both may stand in any order: "code tale.wrap -o tale.png". What follows "--"
// are arguments.
func flagsFirst(commands []*cli.Command, args []string) []string {
	at := min(1, len(args)) // the program's name
	var flags []cli.Flag
	for at < len(args) {
		i := slices.IndexFunc(commands, func(c *cli.Command) bool { return c.HasName(args[at]) })
		if i < 0 {
			break
		}
		flags, commands = commands[i].Flags, commands[i].Subcommands
		at++
	}
	if flags == nil {
		return args
	}
	var first, rest []string
	for tail := args[at:]; len(tail) > 0; {
		n := flagLength(flags, tail)
		switch {
		case tail[0] == "--":
			n = len(tail)
			rest = append(rest, tail[1:]...)
		case n == 0:
			n = 1
			rest = append(rest, tail[0])
		default:
			first = append(first, tail[:n]...)
		}
		tail = tail[n:]
	}
	return slices.Concat(args[:at], first, []string{"--"}, rest)
}

// flagLength returns how many of the words at the beginning of args are a flag
// and its value.
func flagLength(flags []cli.Flag, args []string) int {
	name, isFlag := strings.CutPrefix(args[0], "-")
	if !isFlag || name == "" {
		return 0
	}
	name = strings.TrimPrefix(name, "-")
	i := slices.IndexFunc(flags, func(f cli.Flag) bool { return slices.Contains(f.Names(), name) })
	if i < 0 {
		return 1 // unknown, or with its value behind an equals sign
	}
	if _, isBool := flags[i].(*cli.BoolFlag); isBool {
		return 1
	}
	return min(2, len(args))
}

// usable gives each command what all of them share.
func usable(commands []*cli.Command) []*cli.Command {
	for _, c := range commands {
		c.HideHelpCommand = true
		c.OnUsageError = func(_ *cli.Context, err error, _ bool) error { return usageError(err.Error()) }
		usable(c.Subcommands)
	}
	return commands
}
