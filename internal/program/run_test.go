package program_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/program"
)

// tight are limits of memory and output that a program reaches soon; time is what a
// busy machine may need to start it.
var tight = program.Limits{Memory: 4 << 16, Time: time.Minute, Output: 1000}

func within(limit time.Duration) program.Limits {
	hasty := tight
	hasty.Time = limit
	return hasty
}

func run(t testing.TB, m module, l program.Limits) (string, error) {
	t.Helper()
	var out bytes.Buffer
	err := compiled(t, m.bytes()).Run(context.Background(), invented(t, "ada"), l, strings.NewReader("section"), &out)
	return out.String(), err
}

// Whatever a program does, it is stopped, and the reason is named.
func TestStopped(t *testing.T) {
	for name, test := range map[string]struct {
		m      module
		reason error
		said   string
	}{
		"allocates":      {module{body: again(number(1), 0x40, 0, drop)}, program.ErrMemory, "more than 262144 bytes"},
		"much at once":   {module{body: code(number(1<<15), 0x40, 0, drop)}, program.ErrMemory, "more than 262144 bytes"},
		"begins large":   {module{pages: 5}, program.ErrMemory, "more than 262144 bytes"},
		"prints":         {module{imports: []imported{fdWrite}, body: again(written(0, 1, 64, 5)), data: "again"}, program.ErrOutput, "more than 1000 bytes"},
		"traps":          {module{body: code(unreachable)}, program.ErrTrap, "unreachable"},
		"reads nowhere":  {module{body: code(number(-4), load, 2, 0, drop)}, program.ErrTrap, "out of bounds"},
		"gives up":       {module{imports: []imported{procExit}, body: code(number(3), call, 0)}, program.ErrExit, "exit status 3"},
		"deletes a file": {module{imports: []imported{unlinkFile}, body: called(0, 3, 64, 4), data: "file"}, program.ErrFiles, "there are none"},
		"listens":        {module{imports: []imported{sockAccept}, body: called(0, 3, 0, 64)}, program.ErrNetwork, "there is none"},
		"swallows it":    {module{imports: []imported{unlinkFile, procExit}, body: code(called(0, 3, 64, 4), number(0), call, 1)}, program.ErrFiles, "there are none"},
	} {
		_, err := run(t, test.m, tight)
		stopped(t, name, err, test.reason, test.said)
	}
}

func stopped(t *testing.T, name string, err, reason error, said string) {
	t.Helper()
	failure := new(program.Failure)
	if !errors.As(err, &failure) || !errors.Is(err, reason) || !strings.Contains(err.Error(), said) {
		t.Errorf("%s: %v", name, err)
	}
}

// A program that does not end is stopped, with what it said until then.
func TestStoppedInTime(t *testing.T) {
	_, err := run(t, module{body: again()}, within(100*time.Millisecond))
	stopped(t, "loops", err, program.ErrTime, "more than 100ms")
	complaint := module{imports: []imported{fdWrite}, body: again(written(0, 2, 64, 6)), data: "no\x1b[2Jt"}
	_, err = run(t, complaint, within(2*time.Second))
	stopped(t, "complains", err, program.ErrTime, `it said "no[2Jno[2J`)
}

// A program that calls itself without end fills the stack that it is given.
func TestStackOverflow(t *testing.T) {
	_, err := run(t, module{body: code(call, 0)}, program.LimitsFor(0))
	if !errors.Is(err, program.ErrTrap) || !strings.Contains(err.Error(), "stack overflow") {
		t.Error(err)
	}
}

// A program that stays within its limits is not stopped at them.
func TestWithinLimits(t *testing.T) {
	for name, m := range map[string]module{
		"memory":       {body: code(number(3), 0x40, 0, drop)},
		"output":       {imports: []imported{fdWrite}, body: written(0, 1, 64, 1000)},
		"exits with 0": {imports: []imported{procExit}, body: code(number(0), call, 0)},
		"no folders":   {imports: []imported{prestatGet}, body: called(0, 3, 64)},
		"is silent":    {},
	} {
		if _, err := run(t, m, tight); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLimitsFor(t *testing.T) {
	for size, want := range map[uint64]program.Limits{
		0:           {Memory: 64 << 20, Time: 30 * time.Second, Output: 16 << 20},
		1:           {Memory: 64 << 20, Time: 34 * time.Second, Output: 16<<20 + 4},
		10 << 20:    {Memory: 64 << 20, Time: 70 * time.Second, Output: 56 << 20},
		10<<20 + 1:  {Memory: 64 << 20, Time: 74 * time.Second, Output: 56<<20 + 4},
		1<<64 - 1:   {Memory: 64 << 20, Time: 30*time.Second + 1<<30*program.TimePerMiB, Output: 1<<62 + 16<<20},
		1<<63 - 100: {Memory: 64 << 20, Time: 30*time.Second + 1<<30*program.TimePerMiB, Output: 1<<62 + 16<<20},
	} {
		if got := program.LimitsFor(size); got != want {
			t.Errorf("%d bytes: %+v", size, got)
		}
	}
}

// cat copies its input, by buffers of 4 KiB.
var cat = module{imports: []imported{fdRead, fdWrite}, body: again(
	stored(0, 4096), stored(4, 4096), called(0, 0, 0, 1, 8),
	// if nothing was read, leave
	number(8), load, 2, 0, 0x45, 0x04, nothing, 0x0f, end,
	stored(0, 4096), number(4), number(8), load, 2, 0, store, 2, 0, called(1, 1, 0, 1, 8),
)}

func TestReadsAndWrites(t *testing.T) {
	large := strings.Repeat("a section that is longer than the program's memory\n", 1<<14)
	for name, in := range map[string]io.Reader{
		"whole": strings.NewReader(large), "by halves": iotest.HalfReader(strings.NewReader(large)), "with its end": iotest.DataErrReader(strings.NewReader(large)),
	} {
		var out bytes.Buffer
		err := compiled(t, cat.bytes()).Run(context.Background(), invented(t, "ada"), program.LimitsFor(0), in, &out)
		if err != nil || out.String() != large {
			t.Errorf("%s: %d bytes, %v", name, out.Len(), err)
		}
	}
}

// What is not the program's fault is not said to be.
func TestErrorsOfOthers(t *testing.T) {
	mine := errors.New("no space left")
	stopped, stop := context.WithCancel(context.Background())
	stop()
	p := compiled(t, cat.bytes())
	c := invented(t, "ada")
	other := c
	other.Order[0] ^= 1
	for name, test := range map[string]struct {
		ctx  context.Context
		c    program.Confirmation
		in   io.Reader
		out  io.Writer
		want string
	}{
		"reading":       {context.Background(), c, iotest.ErrReader(mine), io.Discard, "reading the section: no space left"},
		"writing":       {context.Background(), c, strings.NewReader("x"), failing{mine}, "no space left"},
		"interrupted":   {stopped, c, strings.NewReader("x"), io.Discard, "context canceled"},
		"another's tag": {context.Background(), other, strings.NewReader("x"), io.Discard, "tag of order"},
	} {
		err := p.Run(test.ctx, test.c, program.LimitsFor(1), test.in, test.out)
		failure := new(program.Failure)
		if err == nil || errors.As(err, &failure) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
