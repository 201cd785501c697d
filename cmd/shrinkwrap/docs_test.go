package main_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/command/commandtest"
)

// The guides are true: what they tell people to type is typed here, in one shell
// from the first line to the last, and prints what they say it prints.
func TestGuides(t *testing.T) {
	// What people have who follow a guide: the walk begins with nothing.
	for name, before := range map[string]string{"walk": "", "publishers": publishersHave, "buyers": buyersHave} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			playGuide(t, filepath.Join("../../docs", name+".md"), before)
		})
	}
}

const (
	demoRuns = `
export SHRINKWRAP_HOME=$PWD/.shrinkwrap
shrinkwrap demo --out demo > demo.log 2>&1 &
until grep -q 'until Ctrl-C' demo.log; do sleep 0.1; done`

	publishersHave = demoRuns + `
cp $SHRINKWRAP_HOME/demo/publisher.key $SHRINKWRAP_HOME/demo/committee/node1/committee.json .
echo not to be guessed > password
export SHRINKWRAP_PASSWORD_FILE=$PWD/password
echo News from the harbour. > front.txt
seq 1000 > paper.txt
mkdir photographs
cp paper.txt photographs/1.txt`

	buyersHave = demoRuns + `
cp $SHRINKWRAP_HOME/demo/buyer.key demo.key
rm -r $SHRINKWRAP_HOME/orders`
)

// step is a command of a guide, and what follows it there. A line of "…" stands
// for any lines, "…" within a line for any text, two spaces for two or more.
type step struct {
	line    int
	command string
	output  []string
}

// steps reads the blocks that are marked as console: "$ " begins a command.
func steps(t *testing.T, guide string) (steps []step) {
	t.Helper()
	inside, number := false, 0
	for line := range strings.Lines(guide) {
		number++
		line = strings.TrimRight(line, "\n")
		last := len(steps) - 1
		command, isCommand := strings.CutPrefix(line, "$ ")
		switch {
		case strings.HasPrefix(line, "```"):
			inside = !inside && line == "```console"
		case !inside:
		case isCommand:
			steps = append(steps, step{line: number, command: command})
		case last < 0:
			t.Fatalf("line %d: output before any command", number)
		case steps[last].output == nil && unfinished(steps[last].command):
			steps[last].command += "\n" + line
		default:
			steps[last].output = append(steps[last].output, line)
		}
	}
	if len(steps) == 0 {
		t.Fatal("it has no commands")
	}
	return steps
}

// unfinished tells whether a shell would wait for the next line.
func unfinished(command string) bool {
	return strings.HasSuffix(command, `\`) || exec.Command("bash", "-n", "-c", command).Run() != nil
}

func playGuide(t *testing.T, path, before string) {
	guide, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	// A guide's ports are those of a machine that has nothing else to do.
	ports := map[string]string{}
	text := regexp.MustCompile(`\b8[0-9]{3}\b`).ReplaceAllStringFunc(string(guide), func(port string) string {
		if ports[port] == "" {
			ports[port] = commandtest.FreePort(t)
		}
		return ports[port]
	})
	sh := openShell(t, build(t))
	if printed, status := sh.run(before); status != "0" {
		t.Fatalf("before it begins: exit status %s\n%s", status, printed)
	}
	for _, s := range steps(t, text) {
		printed, status := sh.run(s.command)
		t.Logf("%s:%d: $ %s\n%s", path, s.line, s.command, printed)
		if status != "0" && !strings.Contains(s.command, "||") {
			t.Fatalf("%s:%d: exit status %s", path, s.line, status)
		}
		if !printsAs(printed, s.output) {
			t.Fatalf("%s:%d: it does not print what the guide says:\n%s", path, s.line, strings.Join(s.output, "\n"))
		}
	}
}

var spaces = regexp.MustCompile(" {2,}")

func printsAs(printed string, output []string) bool {
	var pattern strings.Builder
	for _, line := range output {
		if strings.TrimSpace(line) == "…" {
			pattern.WriteString(`(?:.*\n)*?`)
			continue
		}
		parts := strings.Split(line, "…")
		for i := range parts {
			parts[i] = regexp.QuoteMeta(strings.TrimRight(parts[i], " "))
		}
		pattern.WriteString(spaces.ReplaceAllString(strings.Join(parts, ".*"), " {2,}") + " *\n")
	}
	return regexp.MustCompile(`^` + pattern.String() + `$`).MatchString(printed)
}

// shell is a bash that ends with the test, and with it what it started.
type shell struct {
	t   *testing.T
	in  io.WriteCloser
	out *bufio.Reader
}

func openShell(t *testing.T, bin string) *shell {
	t.Helper()
	modules, err := filepath.Abs("../../node_modules/.bin")
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command("bash")
	c.Dir = t.TempDir()
	c.Env = append(os.Environ(), "PATH="+bin+":"+modules+":"+os.Getenv("PATH"), "HOME="+c.Dir, "SHRINKWRAP_HOME=", "TZ=UTC")
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	c.Stdout, c.Stderr = w, w
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	// A guide that waits for ever fails.
	limit := time.AfterFunc(3*time.Minute, func() { syscall.Kill(-c.Process.Pid, syscall.SIGKILL) })
	t.Cleanup(func() {
		limit.Stop()
		syscall.Kill(-c.Process.Pid, syscall.SIGKILL)
		c.Wait()
		r.Close()
	})
	// Where the test itself is killed, the shell's input ends, and it what it started.
	if _, err := fmt.Fprintln(in, `trap 'jobs -p | xargs -r kill' EXIT`); err != nil {
		t.Fatal(err)
	}
	return &shell{t, in, bufio.NewReader(r)}
}

// A shell that has lost its test tells what runs behind it to end.
func TestShellEndsWithItsTest(t *testing.T) {
	sh := openShell(t, t.TempDir())
	sh.run(`(trap 'echo told; exit' TERM; echo ready > ready; while :; do sleep 0.05; done) &
until test -e ready; do sleep 0.05; done`)
	if err := sh.in.Close(); err != nil {
		t.Fatal(err)
	}
	if said, err := io.ReadAll(sh.out); err != nil || !strings.Contains(string(said), "told\n") {
		t.Errorf("it said %q, %v", said, err)
	}
}

const marker = "\x01end "

// run types a command, and returns what it printed and its exit status.
func (sh *shell) run(command string) (printed, status string) {
	sh.t.Helper()
	if _, err := fmt.Fprintf(sh.in, "%s\necho $'\\x01end '$?\n", command); err != nil {
		sh.t.Fatal(err)
	}
	var b strings.Builder
	for {
		line, err := sh.out.ReadString('\n')
		if before, status, ok := strings.Cut(line, marker); ok {
			b.WriteString(before)
			return b.String(), strings.TrimSpace(status)
		}
		if err != nil {
			sh.t.Fatalf("$ %s: the shell ended: %v\n%s", command, err, b.String()+line)
		}
		b.WriteString(line)
	}
}
