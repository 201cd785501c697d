package home

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// IsFull reports whether an error says that there is no room to write: on the
// disk, in a quota, or below a limit on the size of files.
func IsFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

// WriteFile replaces a file whole: it writes a new one beside it, makes it
// durable, and renames it. A crash leaves the old file or the new one, and at
// worst a file whose name ends in ".tmp", which nobody reads.
func WriteFile(path string, data []byte, mode fs.FileMode) error {
	temporary, err := writeBeside(path, data, mode)
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := os.Rename(temporary, path); err != nil {
		return errors.Join(fmt.Errorf("writing %s: %w", path, err), os.Remove(temporary))
	}
	return SyncFolder(filepath.Dir(path))
}

// WriteSecret writes a file of mode 0400 that must not exist yet, else it
// returns an error that is fs.ErrExist: a secret is never overwritten.
func WriteSecret(path string, data []byte) error { return WriteNew(path, data, 0o400) }

// WriteNew writes a file whole that must not exist yet, else it returns an error
// that is fs.ErrExist.
func WriteNew(path string, data []byte, mode fs.FileMode) (err error) {
	temporary, err := writeBeside(path, data, mode)
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	defer func() { err = errors.Join(err, os.Remove(temporary)) }()
	// A link fails where the name is taken, which a rename would not.
	if err := os.Link(temporary, path); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return SyncFolder(filepath.Dir(path))
}

func writeBeside(path string, data []byte, mode fs.FileMode) (name string, err error) {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.tmp")
	if err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	return f.Name(), err
}

// SyncFolder makes the names in a folder durable, not only the bytes behind them.
func SyncFolder(dir string) (err error) {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
