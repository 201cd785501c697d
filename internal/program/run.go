package program

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/sys"
)

// argument is all of the command line.
const argument = "release-program"

// Run runs the program: it reads the section's bytes from in, and writes the
// product to out. The caller hands it verified bytes only. After an error, a
// [Failure] above all, what was written to out is no product.
func (p *Program) Run(ctx context.Context, c Confirmation, l Limits, in io.Reader, out io.Writer) error {
	if err := c.check(); err != nil {
		return err
	}
	if p.least > l.Memory {
		return &Failure{Reason: fmt.Errorf("%w: more than %d bytes", ErrMemory, l.Memory)}
	}
	inside, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	inside, free := context.WithTimeoutCause(inside, l.Time, fmt.Errorf("%w: more than %s", ErrTime, l.Time))
	defer free()
	r := &run{stop: stop, in: in, out: out, limits: l}
	inside = context.WithValue(inside, runKey{}, r)
	inside = experimental.WithMemoryAllocator(inside, experimental.MemoryAllocatorFunc(r.allocate))
	module, err := p.runtime.InstantiateModule(inside, p.module, r.config(c))
	if module != nil {
		err = errors.Join(err, module.Close(ctx))
	}
	return r.judge(ctx, context.Cause(inside), err)
}

// run is one run of a program.
type run struct {
	stop    context.CancelCauseFunc
	in      io.Reader
	out     io.Writer
	limits  Limits
	written uint64
	said    []byte
	ticks   int64 // how often the monotonic clock was read
	failed  error // of in or out: not the program's fault
}

func (r *run) config(c Confirmation) wazero.ModuleConfig {
	config := wazero.NewModuleConfig().WithName("").WithArgs(argument).
		WithStdin(readFunc(r.read)).WithStdout(writeFunc(r.write)).WithStderr(writeFunc(r.say)).
		WithRandSource(Random(c.Receipt)).
		WithWalltime(func() (int64, int32) { return int64(c.PaidAt), 0 }, sys.ClockResolution(1)).
		WithNanotime(r.tick, sys.ClockResolution(1))
	for _, v := range c.Environment() {
		config = config.WithEnv(v.Name, v.Value)
	}
	return config
}

// tick is the monotonic clock: 1 ms, 2 ms … A clock that stands at 0 stops programs
// compiled from Go, and one that stands still those that wait for it.
func (r *run) tick() int64 {
	r.ticks++
	return r.ticks * int64(time.Millisecond)
}

// judge says how a run ended. Whoever waits for the product comes first, then
// the machine, then the program.
func (r *run) judge(ctx context.Context, stopped, err error) error {
	exit := new(sys.ExitError)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case r.failed != nil:
		return r.failed
	case stopped != nil:
		return r.failure(stopped)
	case err == nil:
		return nil
	case errors.As(err, &exit):
		return r.failure(fmt.Errorf("%w: exit status %d", ErrExit, exit.ExitCode()))
	}
	cause, _, _ := strings.Cut(err.Error(), "\n") // a trace follows
	return r.failure(fmt.Errorf("%w: %s", ErrTrap, cause))
}

func (r *run) failure(reason error) error { return &Failure{reason, printable(r.said)} }

// printable drops what could play tricks on a terminal.
func printable(b []byte) string {
	keep := func(c rune) rune {
		if c == '\n' || c == '\t' {
			return ' '
		}
		if !unicode.IsPrint(c) || c == unicode.ReplacementChar {
			return -1
		}
		return c
	}
	return strings.TrimSpace(strings.Map(keep, string(b)))
}

type readFunc func([]byte) (int, error)
type writeFunc func([]byte) (int, error)

func (f readFunc) Read(p []byte) (int, error)   { return f(p) }
func (f writeFunc) Write(p []byte) (int, error) { return f(p) }

func (r *run) read(p []byte) (int, error) {
	n, err := r.in.Read(p)
	if err != nil && err != io.EOF {
		r.fail(fmt.Errorf("reading the section: %w", err))
	}
	return n, err
}

func (r *run) write(p []byte) (int, error) {
	if uint64(len(p)) > r.limits.Output-r.written {
		err := fmt.Errorf("%w: more than %d bytes", ErrOutput, r.limits.Output)
		r.stop(err)
		return 0, err
	}
	n, err := r.out.Write(p)
	r.written += uint64(n)
	if err != nil {
		r.fail(err)
	}
	return n, err
}

// fail ends the run by an error that is not the program's.
func (r *run) fail(err error) {
	r.failed = err
	r.stop(err)
}

// say keeps the beginning of what the program says.
func (r *run) say(p []byte) (int, error) {
	r.said = append(r.said, p[:min(len(p), maxSaid-len(r.said))]...)
	return len(p), nil
}

// allocate makes the linear memory.
func (r *run) allocate(capacity, _ uint64) experimental.LinearMemory {
	return &memory{run: r, bytes: make([]byte, 0, capacity)}
}

type memory struct {
	run   *run
	bytes []byte
}

// Reallocate stops a program that asks for too much. WebAssembly lets memory.grow
// fail instead, which programs handle in ways of their own, if at all.
func (m *memory) Reallocate(size uint64) []byte {
	if size > m.run.limits.Memory {
		m.run.stop(fmt.Errorf("%w: more than %d bytes", ErrMemory, m.run.limits.Memory))
		panic(sys.NewExitError(1))
	}
	if size > uint64(cap(m.bytes)) {
		grown := make([]byte, len(m.bytes), min(2*size, max(size, m.run.limits.Memory)))
		copy(grown, m.bytes)
		m.bytes = grown
	}
	m.bytes = m.bytes[:size]
	return m.bytes
}

func (m *memory) Free() { m.bytes = nil }
