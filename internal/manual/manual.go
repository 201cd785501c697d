// Package manual says what commands do, in every form in which people ask: the
// lines of a help text, manual pages, and what a shell offers behind the Tab key.
// All are made from the commands themselves, so that none can say something else.
package manual

import (
	"strings"

	"github.com/urfave/cli/v2"
)

// Option is a flag as people read it.
type Option struct {
	Names []string // as typed, "--output" before "-o"
	Value string   // the name of its value, or empty for a switch
	Usage string   // what it is for, with its default and its variables
}

// OptionOf reads a flag. A word between backquotes in its usage names its value.
func OptionOf(f cli.Flag) (Option, bool) {
	d, ok := f.(cli.DocGenerationFlag)
	if !ok {
		return Option{}, false
	}
	o := Option{Usage: d.GetUsage()}
	if d.TakesValue() {
		o.Value = "VALUE"
	}
	if parts := strings.SplitN(o.Usage, "`", 3); len(parts) == 3 {
		o.Value, o.Usage = parts[1], strings.Join(parts, "")
	}
	for _, name := range d.Names() {
		o.Names = append(o.Names, strings.Repeat("-", min(len(name), 2))+name)
	}
	if text := d.GetDefaultText(); d.TakesValue() && text != "" && text != `""` {
		o.Usage += " (default: " + text + ")"
	}
	if variables := d.GetEnvVars(); len(variables) > 0 {
		o.Usage += " [$" + strings.Join(variables, ", $") + "]"
	}
	return o, true
}

// Typed returns the names as they are typed: "--output FILE, -o FILE".
func (o Option) Typed() string {
	typed := make([]string, len(o.Names))
	for i, name := range o.Names {
		typed[i] = strings.TrimSpace(name + " " + o.Value)
	}
	return strings.Join(typed, ", ")
}

// Style has help texts written as this package writes: each flag as
// "--output FILE, -o FILE", and no headings above the flags. (A package of
// go-ethereum's sets another form for all who link it.)
func Style() {
	cli.FlagStringer = flagString
	for _, f := range []cli.Flag{cli.HelpFlag, cli.VersionFlag} {
		if b, ok := f.(*cli.BoolFlag); ok {
			b.Category = ""
		}
	}
}

func flagString(f cli.Flag) string {
	o, ok := OptionOf(f)
	if !ok {
		return ""
	}
	return o.Typed() + "\t" + o.Usage
}

// options returns the visible flags, the help flag last.
func options(flags []cli.Flag) []Option {
	var all []Option
	for _, f := range flags {
		if v, ok := f.(cli.VisibleFlag); ok && !v.IsVisible() || f == cli.HelpFlag {
			continue
		}
		if o, ok := OptionOf(f); ok {
			all = append(all, o)
		}
	}
	help, _ := OptionOf(cli.HelpFlag)
	return append(all, help)
}

// visible returns the commands that a help text lists.
func visible(commands []*cli.Command) []*cli.Command {
	var shown []*cli.Command
	for _, c := range commands {
		if !c.Hidden {
			shown = append(shown, c)
		}
	}
	return shown
}
