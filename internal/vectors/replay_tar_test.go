package vectors_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"filippo.io/age"

	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// A tar is read as the section that it is: sealed, then opened as a folder. What
// comes out is packed again.
var _ = replay("tar", func(in struct {
	Tar hexBytes `json:"tar"`
}) (out zipOut, err error) {
	dir, err := os.MkdirTemp("", "vectors")
	if err != nil {
		return out, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	path := filepath.Join(dir, "folder")
	if err := openFolder(path, in.Tar); err != nil {
		left, readErr := os.ReadDir(dir)
		if len(left) > 0 || readErr != nil || !errors.Is(err, wrap.ErrBadFolder) {
			return out, errors.Join(errors.New("refused otherwise, or left something"), err, readErr)
		}
		return out, refused(vectors.Parse, err)
	}
	if out.Entries, err = listed(path); err != nil {
		return out, err
	}
	again, err := wrap.OpenSource(path)
	if err != nil {
		return out, err
	}
	packed, err := io.ReadAll(again)
	if err = errors.Join(err, again.Close()); err == nil && !bytes.Equal(packed, in.Tar) {
		err = errors.New("folder is packed again as another tar")
	}
	return out, err
})

func openFolder(path string, tar []byte) error {
	key, err := age.GenerateX25519Identity()
	if err != nil {
		return err
	}
	var sealed bytes.Buffer
	sealing, err := wrap.Seal(context.Background(), &sealed, bytes.NewReader(tar), nil, key.Recipient())
	if err != nil {
		return err
	}
	s := wrap.Section{Name: "sections/0.age", Source: bytes.NewReader(sealed.Bytes()), Sealed: sealing.Sealed}
	return s.OpenFolder(context.Background(), path, nil, key)
}

// listed returns the files and folders below a folder, in the order of their
// names' bytes.
func listed(dir string) ([]namedBytes, error) {
	list := []namedBytes{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			list = append(list, namedBytes{filepath.ToSlash(rel) + "/", hexBytes{}})
			return nil
		}
		content, err := os.ReadFile(path)
		list = append(list, namedBytes{filepath.ToSlash(rel), content})
		return err
	})
	slices.SortFunc(list, func(a, b namedBytes) int { return strings.Compare(a.Name, b.Name) })
	return list, err
}
