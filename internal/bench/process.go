package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"
)

// used is what a child process and all that it waited for used.
type used struct {
	wall time.Duration
	cpu  time.Duration // of all cores, user and system
	rss  uint64        // bytes, the most that the child itself had resident; 0 where /proc does not tell
}

// A command is run as often as one likes.
type command struct {
	dir  string
	env  []string // beside the process's own
	name string
	args []string
}

// pipe is a line of the shell, which fails where any part of it does.
func pipe(dir, line string) command {
	return command{dir: dir, name: "bash", args: []string{"-c", "set -o pipefail; " + line}}
}

// run runs the command and returns what it used and printed.
func (c command) run(ctx context.Context) (u used, stdout string, err error) {
	cmd := exec.CommandContext(ctx, c.name, c.args...)
	cmd.Dir, cmd.Env = c.dir, append(os.Environ(), c.env...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return u, "", err
	}
	watched, ended := make(chan uint64), make(chan struct{})
	go func() { watched <- highWater(cmd.Process.Pid, ended) }()
	err = cmd.Wait()
	u.wall = time.Since(began)
	close(ended)
	u.rss = <-watched
	u.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	if err != nil {
		return u, "", fmt.Errorf("%s %s: %w: %s", c.name, strings.Join(c.args, " "), err, strings.TrimSpace(errs.String()))
	}
	return u, out.String(), nil
}

// highWater looks every few milliseconds at the most that a process ever had
// resident, until it ended. The kernel's account of a child that was waited for
// will not do: it counts what its parent had when the child was born.
func highWater(pid int, ended <-chan struct{}) (most uint64) {
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-ended:
			return most
		case <-tick.C:
			most = max(most, residentPeak(pid))
		}
	}
}

func residentPeak(pid int) uint64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	kilobytes, _ := strconv.ParseUint(fields[0], 10, 64)
	return kilobytes << 10
}

// A step runs something once and says what it used.
type step func(ctx context.Context) (used, error)

// interleave runs steps in turn, so that whatever else the machine does meets
// all of them, and returns the median of each over the rounds.
func interleave(ctx context.Context, rounds int, steps ...step) ([]used, error) {
	all := make([][]used, len(steps))
	for range rounds {
		for i, s := range steps {
			u, err := s(ctx)
			if err != nil {
				return nil, err
			}
			all[i] = append(all[i], u)
		}
	}
	medians := make([]used, len(steps))
	for i, runs := range all {
		medians[i] = used{
			wall: medianOf(runs, func(u used) time.Duration { return u.wall }),
			cpu:  medianOf(runs, func(u used) time.Duration { return u.cpu }),
			rss:  medianOf(runs, func(u used) uint64 { return u.rss }),
		}
	}
	return medians, nil
}

func medianOf[T ~int64 | ~uint64](runs []used, of func(used) T) T {
	var values []T
	for _, u := range runs {
		values = append(values, of(u))
	}
	return median(values)
}

func median[T ~int | ~int64 | ~uint64 | ~float64](values []T) T {
	slices.Sort(values)
	return values[len(values)/2]
}
