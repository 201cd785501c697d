package terminal

import (
	"fmt"

	"github.com/gofrs/flock"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
)

// lock waits for a lock file in the home and returns what gives it back. The
// lock ends with the process, however that ends.
func lock(h home.Home, elements ...string) (unlock func() error, err error) {
	if _, err := h.Folder(elements[:len(elements)-1]...); err != nil {
		return nil, err
	}
	l := flock.New(h.Path(elements...))
	if err := l.Lock(); err != nil {
		return nil, fmt.Errorf("locking %s: %v", l.Path(), err)
	}
	return l.Unlock, nil
}
