package terminal

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
)

// Library keeps wraps in the home, as library/ID.wrap with ID in 64 hexadecimal
// digits.
type Library struct{ Home home.Home }

const wrapSuffix = ".wrap"

// Path returns where the library keeps the wrap of an id.
func (l Library) Path(id common.Hash) string {
	return l.Home.Path("library", hex.EncodeToString(id[:])+wrapSuffix)
}

// Put copies a wrap into the library and returns its path there. It reads every
// sealed byte: a torn or damaged copy is refused with a [wrap.DamagedError], so
// that what is in the library was whole once.
func (l Library) Put(ctx context.Context, w *Wrap) (path string, err error) {
	path = l.Path(w.Header.ID())
	if w.is(path) {
		return path, nil
	}
	if err := w.Verify(ctx, nil); err != nil {
		return "", err
	}
	if _, err := l.Home.Folder("library"); err != nil {
		return "", err
	}
	if err := l.copy(ctx, path, w); err != nil {
		return "", fmt.Errorf("keeping the wrap: %w", err)
	}
	return path, nil
}

// copy waits for another process that keeps the same wrap.
func (l Library) copy(ctx context.Context, path string, w *Wrap) (err error) {
	unfinished, err := home.Await(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unfinished.End()) }()
	f, err := os.OpenFile(unfinished.Path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	// A crash before the rename leaves a file that no id finds.
	_, err = io.Copy(f, io.NewSectionReader(w.file, 0, w.size))
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(unfinished.Path, path)
}

// IDs returns the ids of all wraps, in order.
func (l Library) IDs() ([]common.Hash, error) {
	entries, err := os.ReadDir(l.Home.Path("library"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("reading the library: %v", err)
	}
	var ids []common.Hash
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), wrapSuffix)
		b, err := hex.DecodeString(name)
		if ok && err == nil && len(b) == common.HashLength {
			ids = append(ids, common.Hash(b))
		}
	}
	slices.SortFunc(ids, common.Hash.Cmp)
	return ids, nil
}

// leastPrefix is how many digits of an id name a wrap at least.
const leastPrefix = 4

// Find returns the path of a wrap that is named by a path, or by an id or its
// first digits, with or without 0x.
func (l Library) Find(name string) (string, error) {
	if _, err := os.Stat(name); err == nil {
		return name, nil
	}
	prefix := strings.ToLower(strings.TrimPrefix(name, "0x"))
	if len(prefix) < leastPrefix || strings.Trim(prefix, "0123456789abcdef") != "" {
		return "", failure(Input, fmt.Errorf("no file %q", name), "a wrap is named by its path, or by the first digits of its id if it was scanned before")
	}
	ids, err := l.IDs()
	if err != nil {
		return "", err
	}
	ids = slices.DeleteFunc(ids, func(id common.Hash) bool { return !strings.HasPrefix(hex.EncodeToString(id[:]), prefix) })
	switch len(ids) {
	case 0:
		return "", failure(Input, fmt.Errorf("no file %q, and no wrap in the library whose id begins so", name), `"shrinkwrap scan" keeps a wrap in the library`)
	case 1:
		return l.Path(ids[0]), nil
	}
	return "", failure(Input, fmt.Errorf("%d wraps in the library have an id that begins with %s", len(ids), prefix), "give more digits")
}
