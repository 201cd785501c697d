package manual

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed completion
var scripts embed.FS

// Shells are those that Script has a script for.
var Shells = []string{"bash", "zsh", "fish"}

// Script returns what a shell has to read to complete a program's command line.
// It calls "PROGRAM complete WORD...", which prints candidates, one a line, each
// with what it means behind a tab.
func Script(shell, program string) (string, error) {
	text, err := scripts.ReadFile("completion/" + shell)
	if err != nil {
		return "", fmt.Errorf("no completion for the shell %q", shell)
	}
	return named(string(text), program), nil
}

// named puts the program's name into a text.
func named(text, program string) string { return strings.ReplaceAll(text, "PROGRAM", program) }
