package program

import (
	"errors"
	"fmt"
	"time"
)

// What a program may take. A section's size counts because a program may have to
// read all of it.
const (
	MaxMemory    = 64 << 20         // bytes of its linear memory
	BaseTime     = 30 * time.Second // for any section,
	TimePerMiB   = 4 * time.Second  // and for each MiB of it that was begun
	BaseOutput   = 16 << 20         // bytes, for any section,
	OutputFactor = 4                // and for each byte of it
	maxSaid      = 1024             // bytes of stderr that a failure repeats; the rest is dropped
)

// Limits stop a program.
type Limits struct {
	Memory uint64 // bytes, at most MaxMemory
	Time   time.Duration
	Output uint64 // bytes
}

// LimitsFor returns the limits for a section of that many bytes.
func LimitsFor(size uint64) Limits {
	size = min(size, 1<<60)
	return Limits{
		Memory: MaxMemory,
		Time:   BaseTime + time.Duration((min(size, 1<<50)+1<<20-1)>>20)*TimePerMiB,
		Output: BaseOutput + OutputFactor*size,
	}
}

// Why a program was stopped, or ended as it should not.
var (
	ErrMemory  = errors.New("it wants too much memory")
	ErrTime    = errors.New("it takes too long")
	ErrOutput  = errors.New("it writes too much")
	ErrFiles   = errors.New("it wants files, and there are none")
	ErrNetwork = errors.New("it wants a network, and there is none")
	ErrExit    = errors.New("it gave up")
	ErrTrap    = errors.New("it broke down")
)

// Failure says how a program failed. What it wrote before is no product.
type Failure struct {
	Reason error  // is one of the errors above
	Said   string // how what it wrote to stderr begins, made safe to print
}

func (f *Failure) Error() string {
	text := "release program failed: " + f.Reason.Error()
	if f.Said != "" {
		text += fmt.Sprintf("; it said %q", f.Said)
	}
	return text
}

func (f *Failure) Unwrap() error { return f.Reason }
