package command

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// line is a command line as the frame reads it.
type line struct {
	args []string // for package cli
	path []string // the program's name and those of its commands
	json bool     // whether --json is among the flags
}

// help is a hint at the help of the command.
func (l line) help() string {
	if len(l.path) > 1 {
		return fmt.Sprintf("%q shows how it is used", strings.Join(l.path, " ")+" --help")
	}
	return fmt.Sprintf("%q lists the commands", strings.Join(l.path, " ")+" --help")
}

// readLine finds the command, and moves all flags before the arguments, so that
// both may stand in any order: "code tale.wrap -o tale.png", "run --home node1".
// What follows "--" are arguments.
func readLine(app *cli.App, args []string) line {
	r := &lineReader{app: app, commands: app.Commands, line: line{args: args, path: []string{app.Name}}}
	for tail := args[min(1, len(args)):]; len(tail) > 0; {
		if r.raw {
			return r.line
		}
		if tail[0] == "--" {
			r.rest = append(r.rest, tail[1:]...)
			break
		}
		n := r.take(tail)
		tail = tail[n:]
	}
	switch {
	case r.cut:
		r.args = slices.Concat(args[:1], r.global)
	case len(r.path) > 1:
		r.args = slices.Concat(args[:1], r.global, r.path[1:], r.behind())
	case len(r.rest) > 0: // no command, whatever its flags
		r.args = slices.Concat(args[:1], r.rest)
	}
	return r.line
}

// lineReader sorts the words of a command line.
type lineReader struct {
	line
	app      *cli.App
	commands []*cli.Command // one of which may come next
	flags    []cli.Flag     // of the command
	global   []string       // flags of the program, and their values
	cut      bool           // the last of them lacks its value
	local    []string       // flags of the command, and their values
	open     string         // a flag at the end whose value is missing
	rest     []string       // arguments
	raw      bool           // the command reads its words itself
	chooses  bool           // the command does nothing but to lead to others
}

// take takes the next words and returns how many.
func (r *lineReader) take(words []string) int {
	name, isFlag := flagName(words[0])
	if !isFlag {
		r.takeWord(words[0])
		return 1
	}
	r.json = r.json || name == jsonName || name == jsonName+"=true"
	if !known(r.flags, name) && known(r.app.Flags, name) {
		n := min(flagLength(r.app.Flags, name), len(words))
		r.global, r.cut = append(r.global, words[:n]...), n < flagLength(r.app.Flags, name)
		return n
	}
	n := flagLength(r.flags, name)
	if n > len(words) {
		r.open = words[0]
		return 1
	}
	r.local = append(r.local, words[:n]...)
	return n
}

// takeWord takes a command's name or an argument.
func (r *lineReader) takeWord(word string) {
	i := slices.IndexFunc(r.commands, func(c *cli.Command) bool { return c.HasName(word) })
	if i < 0 || len(r.rest) > 0 {
		r.rest = append(r.rest, word)
		return
	}
	r.path = append(r.path, r.commands[i].Name)
	r.raw = r.commands[i].SkipFlagParsing
	r.chooses = len(r.commands[i].Subcommands) > 0 && r.commands[i].Action == nil
	r.flags, r.commands = r.commands[i].Flags, r.commands[i].Subcommands
}

// behind returns what follows the command's name. What a missing value could be
// taken from must not follow its flag, and a command that is not there is no
// matter of flags.
func (r *lineReader) behind() []string {
	switch {
	case r.open != "":
		return append(r.local, r.open)
	case r.chooses && len(r.rest) > 0:
		return r.rest
	case r.chooses:
		return r.local
	}
	return slices.Concat(r.local, []string{"--"}, r.rest)
}

// flagLength returns how many words a flag and its value are. There may be fewer.
func flagLength(flags []cli.Flag, name string) int {
	i := slices.IndexFunc(flags, func(f cli.Flag) bool { return slices.Contains(f.Names(), name) })
	if i < 0 {
		return 1 // unknown, or with its value behind an equals sign
	}
	if _, isBool := flags[i].(*cli.BoolFlag); isBool {
		return 1
	}
	return 2
}

// flagName returns the name of a word that is a flag, with what stands behind it
// after an equals sign.
func flagName(word string) (string, bool) {
	name, isFlag := strings.CutPrefix(word, "-")
	return strings.TrimPrefix(name, "-"), isFlag && name != ""
}

// known reports whether a flag is one of these, with or without a value.
func known(flags []cli.Flag, name string) bool {
	name, _, _ = strings.Cut(name, "=")
	return slices.ContainsFunc(flags, func(f cli.Flag) bool { return slices.Contains(f.Names(), name) })
}

// How package flag words a slip, and how we do.
var slips = []struct {
	pattern *regexp.Regexp
	words   string // of the flag and the value
}{
	{regexp.MustCompile(`^flag provided but not defined: -(?<flag>.*)(?<value>)$`), "there is no flag %[1]s"},
	{regexp.MustCompile(`^flag needs an argument: -(?<flag>.*)(?<value>)$`), "the flag %[1]s needs a value"},
	{regexp.MustCompile(`^invalid value "(?<value>.*)" for flag -(?<flag>\S*): (?:parse error|value out of range)$`), "%[1]s: %[2]q is no number that it takes"},
	{regexp.MustCompile(`^invalid boolean value "(?<value>.*)" for -(?<flag>\S*): .*$`), "%[1]s: %[2]q is neither true nor false"},
}

func slip(text string) string {
	for _, s := range slips {
		if m := s.pattern.FindStringSubmatch(text); m != nil {
			flag := dashed(m[s.pattern.SubexpIndex("flag")])
			return fmt.Sprintf(s.words+"%.0[2]s", flag, m[s.pattern.SubexpIndex("value")])
		}
	}
	return text
}

func dashed(name string) string { return strings.Repeat("-", min(len(name), 2)) + name }
