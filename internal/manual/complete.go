package manual

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// Candidate is a word that a shell offers, and what it means.
type Candidate struct{ Word, Meaning string }

// Values returns what could stand for a flag's value, or for an argument where
// the flag is empty. before are the words of the command line up to there.
type Values func(command *cli.Command, flag string, before []string) []Candidate

// Complete returns what can be at the end of a command line. Its last word is
// the one to complete, and may be empty. Nothing is returned where a file is
// named: shells know files best.
func Complete(app *cli.App, words []string, values Values) []Candidate {
	if len(words) == 0 {
		return nil
	}
	before, word := words[:len(words)-1], words[len(words)-1]
	at, ok := locate(app, before)
	if !ok {
		return nil
	}
	return slices.DeleteFunc(at.candidates(before, word, values), func(c Candidate) bool { return !strings.HasPrefix(c.Word, word) })
}

// place is where in a program's commands a command line stands.
type place struct {
	command  *cli.Command // nil for the program itself
	commands []*cli.Command
	flags    []cli.Flag
}

// locate follows the words to a command; ok is false where one names none.
func locate(app *cli.App, before []string) (at place, ok bool) {
	at = place{nil, app.Commands, app.Flags}
	for i := 0; i < len(before); i++ {
		if strings.HasPrefix(before[i], "-") {
			if at.wantsValue(before[i]) {
				i++
			}
			continue
		}
		n := slices.IndexFunc(at.commands, func(c *cli.Command) bool { return c.HasName(before[i]) })
		if n < 0 {
			return at, len(at.commands) == 0 || at.takesArguments() // else it is a slip
		}
		c := at.commands[n]
		at = place{c, c.Subcommands, c.Flags}
	}
	return at, true
}

// takesArguments reports whether the command does something of its own beside
// those below it.
func (at place) takesArguments() bool {
	return at.command != nil && strings.TrimSpace(at.command.ArgsUsage) != ""
}

func (at place) wantsValue(word string) bool {
	for _, f := range at.flags {
		d, ok := f.(cli.DocGenerationFlag)
		if ok && d.TakesValue() && slices.Contains(f.Names(), strings.TrimLeft(word, "-")) {
			return true
		}
	}
	return false
}

func (at place) candidates(before []string, word string, values Values) []Candidate {
	if n := len(before); n > 0 && strings.HasPrefix(before[n-1], "-") && at.wantsValue(before[n-1]) {
		return values(at.command, strings.TrimLeft(before[n-1], "-"), before)
	}
	if strings.HasPrefix(word, "-") {
		return at.optionWords()
	}
	if len(at.commands) > 0 {
		return commandWords(at.commands)
	}
	// An empty word: the files of the folder are likelier than anything kept.
	if at.command == nil || word == "" {
		return nil
	}
	return values(at.command, "", before)
}

func (at place) optionWords() (words []Candidate) {
	for _, o := range options(at.flags) {
		words = append(words, Candidate{o.Names[0], o.Usage})
	}
	return words
}

func commandWords(commands []*cli.Command) (words []Candidate) {
	for _, c := range visible(commands) {
		words = append(words, Candidate{c.Name, c.Usage})
	}
	return words
}
