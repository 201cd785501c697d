package home

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// Unfinished is where an output is made, a file or a folder, until it is whole
// and renamed. For the output NAME there are, beside it,
//
//	.NAME.tmp    what is made
//	.NAME.lock   the lock of the process that makes it
//
// A process that is killed leaves both, and no lock: the next one that makes the
// same output removes them.
type Unfinished struct {
	Path string // .NAME.tmp; nothing is there at first

	lock *flock.Flock
}

// ErrBusy says that another process makes the output.
var ErrBusy = errors.New("another process is making it")

// Begin locks an output, or returns an error that is ErrBusy, and removes what an
// earlier process left of it.
func Begin(output string) (*Unfinished, error) {
	dir, name := filepath.Split(filepath.Clean(output))
	u := &Unfinished{Path: filepath.Join(dir, "."+name+".tmp")}
	lock := filepath.Join(dir, "."+name+".lock")
	for u.lock == nil {
		var err error
		if u.lock, err = tryLock(lock); err != nil {
			return nil, fmt.Errorf("%s: %w", output, err)
		}
	}
	if err := os.RemoveAll(u.Path); err != nil {
		return nil, errors.Join(err, u.End())
	}
	return u, nil
}

// Await is Begin, but waits for another process, until ctx ends.
func Await(ctx context.Context, output string) (*Unfinished, error) {
	for {
		u, err := Begin(output)
		if !errors.Is(err, ErrBusy) {
			return u, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// tryLock returns nil if the file was removed while it was locked: somebody who
// comes now would lock another file of the same name.
func tryLock(path string) (*flock.Flock, error) {
	l := flock.New(path)
	locked, err := l.TryLock()
	if err != nil {
		return nil, err
	}
	if !locked {
		return nil, errors.Join(ErrBusy, l.Close())
	}
	mine, err := l.Stat()
	if err != nil {
		return nil, errors.Join(err, l.Close())
	}
	there, err := os.Lstat(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, errors.Join(err, l.Close())
	}
	if err != nil || !os.SameFile(mine, there) {
		return nil, l.Close()
	}
	return l, nil
}

// End removes what was not renamed, and the lock: its file first, while nobody
// else can have it.
func (u *Unfinished) End() error {
	return errors.Join(os.RemoveAll(u.Path), os.Remove(u.lock.Path()), u.lock.Close())
}
