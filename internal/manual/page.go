package manual

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/urfave/cli/v2"
)

// Page is a manual page of section 1, in the man(7) macros of roff.
type Page struct {
	Name string // of the file, such as "shrinkwrap-buy.1"
	Text string
}

// Pages returns a page for the program, and one for each command that it shows.
// They are the same bytes each time.
func Pages(app *cli.App) []Page {
	top := subject{name: app.Name, usage: app.Usage, description: app.Description, flags: app.Flags, commands: visible(app.Commands)}
	pages := []Page{top.page(others(app, app.Name))}
	return append(pages, below(app, app.Name, app.Commands)...)
}

func below(app *cli.App, parent string, commands []*cli.Command) (pages []Page) {
	for _, c := range visible(commands) {
		s := subject{parent + " " + c.Name, c.Usage, c.ArgsUsage, c.Description, c.Flags, visible(c.Subcommands)}
		pages = append(pages, s.page(others(app, s.name)))
		pages = append(pages, below(app, s.name, c.Subcommands)...)
	}
	return pages
}

// others returns the names of the pages that one refers to.
func others(app *cli.App, name string) (names []string) {
	if name != app.Name {
		names = append(names, app.Name)
	}
	for _, c := range visible(app.Commands) {
		if other := app.Name + " " + c.Name; other != name {
			names = append(names, other)
		}
	}
	return names
}

// subject is what a page is about.
type subject struct {
	name        string // as typed: "shrinkwrap buy"
	usage       string
	arguments   string
	description string
	flags       []cli.Flag
	commands    []*cli.Command
}

func fileName(name string) string { return strings.ReplaceAll(name, " ", "-") }

func (s subject) page(others []string) Page {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH %s 1 \"\" Shrinkwrap \"User Commands\"\n", strings.ToUpper(roff(fileName(s.name))))
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", roff(fileName(s.name)), roff(s.usage))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n.B %s\n%s\n", roff(s.name), roff(s.synopsis()))
	b.WriteString(".SH DESCRIPTION\n")
	prose(&b, s.description)
	s.list(&b)
	b.WriteString(".SH OPTIONS\n")
	for _, o := range options(s.flags) {
		fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(o.Typed()), roff(o.Usage))
	}
	refer(&b, others)
	return Page{fileName(s.name) + ".1", b.String()}
}

func (s subject) synopsis() string {
	if len(s.commands) > 0 {
		return "COMMAND [OPTION]..."
	}
	return strings.TrimSpace("[OPTION]... " + s.arguments)
}

func (s subject) list(b *strings.Builder) {
	if len(s.commands) == 0 {
		return
	}
	b.WriteString(".SH COMMANDS\n")
	for _, c := range s.commands {
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(c.Name), roff(c.Usage))
	}
}

func refer(b *strings.Builder, others []string) {
	b.WriteString(".SH SEE ALSO\n")
	for i, name := range others {
		comma := ","
		if i == len(others)-1 {
			comma = ""
		}
		fmt.Fprintf(b, ".BR %s (1)%s\n", roff(fileName(name)), comma)
	}
}

// heading is a line of a description that opens a section.
var heading = regexp.MustCompile(`^([A-Z][A-Z ]+):$`)

// prose writes a description: paragraphs between empty lines, indented lines as
// they stand, "EXIT STATUS:" as a heading.
func prose(b *strings.Builder, text string) {
	verbatim := false
	for line := range strings.Lines(text + "\n") {
		line = strings.TrimRight(line, "\n")
		indented := strings.HasPrefix(line, "   ")
		if indented != verbatim && line != "" {
			b.WriteString(map[bool]string{true: ".EX\n", false: ".EE\n"}[indented])
			verbatim = indented
		}
		switch title := heading.FindStringSubmatch(line); {
		case title != nil:
			fmt.Fprintf(b, ".SH %s\n", title[1])
		case line == "" && !verbatim:
			b.WriteString(".PP\n")
		default:
			b.WriteString(roff(line) + "\n")
		}
	}
	if verbatim {
		b.WriteString(".EE\n")
	}
}

// roff escapes a line, so that none of it is a command of roff's and every
// hyphen can be copied as it was typed.
func roff(line string) string {
	line = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", "\\(ga", "^", `\(ha`, "~", `\(ti`).Replace(line)
	if strings.HasPrefix(line, ".") {
		return `\&` + line
	}
	return line
}
