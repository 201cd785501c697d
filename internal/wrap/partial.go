package wrap

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// An output that is not complete yet has a temporary name beside its own:
//
//	.shrinkwrap-partial-  16 hex digits of SHA-256(base name)  -  random
//
// so that the last step is a rename within one file system, and what a crash
// leaves can be told from everything else. The length does not depend on the
// name's, which may be as long as a file system allows.

// partialPrefix begins the names of all partial outputs of the target.
func partialPrefix(target string) string {
	sum := sha256.Sum256([]byte(filepath.Base(target)))
	return ".shrinkwrap-partial-" + hex.EncodeToString(sum[:8]) + "-"
}

// writePartial lets write make a file or folder under a temporary name and
// gives it its own name if that succeeded, else removes it.
func writePartial(target string, write func(temp string) error) error {
	target = filepath.Clean(target)
	if err := checkFree(target); err != nil {
		return err
	}
	temp := filepath.Join(filepath.Dir(target), partialPrefix(target)+strings.ToLower(rand.Text()))
	err := write(temp)
	if err == nil {
		// Again: it may have been long.
		err = checkFree(target)
	}
	if err == nil {
		err = os.Rename(temp, target)
	}
	if err != nil {
		return errors.Join(err, os.RemoveAll(temp))
	}
	return nil
}

// checkFree refuses a target that exists, be it a dangling link.
func checkFree(target string) error {
	_, err := os.Lstat(target)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return fmt.Errorf("%w: %q: move it away or choose another name", fs.ErrExist, target)
}

// RemovePartial removes what interrupted openings of this target left beside
// it. The caller makes sure that no other opening of it is under way.
func RemovePartial(target string) error {
	dir := filepath.Dir(filepath.Clean(target))
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var failed error
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), partialPrefix(target)) {
			failed = errors.Join(failed, os.RemoveAll(filepath.Join(dir, e.Name())))
		}
	}
	return failed
}
