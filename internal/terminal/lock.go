package terminal

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/gofrs/flock"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
)

// lock waits for a lock file in the home and returns what gives it back. The
// lock ends with the process, however that ends.
func lock(h home.Home, elements ...string) (unlock func() error, err error) {
	l, err := lockFileAt(h, elements...)
	if err != nil {
		return nil, err
	}
	if err := l.Lock(); err != nil {
		return nil, fmt.Errorf("locking %s: %v", l.Path(), err)
	}
	return l.Unlock, nil
}

// awaitLock is lock, but ends with ctx.
func awaitLock(ctx context.Context, h home.Home, elements ...string) (unlock func() error, err error) {
	l, err := lockFileAt(h, elements...)
	if err != nil {
		return nil, err
	}
	if _, err := l.TryLockContext(ctx, lockPoll); err != nil {
		return nil, fmt.Errorf("locking %s: %w", l.Path(), err)
	}
	return l.Unlock, nil
}

const lockPoll = 50 * time.Millisecond

var errLocked = errors.New("another process has the lock")

// tryLock is lock, but for a lock that somebody else has, which is errLocked.
func tryLock(h home.Home, elements ...string) (unlock func() error, err error) {
	l, err := lockFileAt(h, elements...)
	if err != nil {
		return nil, err
	}
	locked, err := l.TryLock()
	if err == nil && !locked {
		return nil, errLocked
	}
	if err != nil {
		return nil, fmt.Errorf("locking %s: %v", l.Path(), err)
	}
	return l.Unlock, nil
}

func lockFileAt(h home.Home, elements ...string) (*flock.Flock, error) {
	if _, err := h.Folder(elements[:len(elements)-1]...); err != nil {
		return nil, err
	}
	return flock.New(h.Path(elements...)), nil
}
