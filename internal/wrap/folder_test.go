package wrap_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// makeFolder makes files of these contents; a path that ends in / is a folder.
func makeFolder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "product")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "/") {
			if err := os.MkdirAll(path, 0o755); err != nil {
				t.Fatal(err)
			}
		} else if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// tree returns what is below a folder, as makeFolder takes it.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(dir, path)
		if err = errors.Join(err, relErr); err != nil || rel == "." {
			return err
		}
		if d.IsDir() {
			files[filepath.ToSlash(rel)+"/"] = ""
			return nil
		}
		content, err := os.ReadFile(path)
		files[filepath.ToSlash(rel)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func sourceBytes(t testing.TB, path string) []byte {
	t.Helper()
	src, err := wrap.OpenSource(path)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(src)
	if err = errors.Join(err, src.Close()); err != nil {
		t.Fatal(err)
	}
	if uint64(len(b)) != src.Size {
		t.Errorf("source of %d bytes says %d", len(b), src.Size)
	}
	return b
}

func product() map[string]string {
	long := strings.Repeat("long/", 30)
	files := map[string]string{
		"a-b": "before a/", "a.txt": "before a/ too", "a/": "", "a/empty": "", "a/b/": "", "a/b/c": "deep", "ab": "after a/",
		"é/": "", "é/名前.txt": "text", strings.Repeat("n", 255): "as long as a name can be", ".hidden": "",
		long + "file": "a path over 100 bytes", "large": string(mixed(3<<20 + 17)), "block": string(mixed(512)),
	}
	for at := range strings.Count(long, "/") {
		files[strings.Repeat("long/", at+1)] = ""
	}
	return files
}

func TestFolderRoundTrip(t *testing.T) {
	key := newKey(t)
	for name, files := range map[string]map[string]string{"product": product(), "empty": {}, "one file": {"x": ""}} {
		t.Run(name, func(t *testing.T) {
			plain := sourceBytes(t, makeFolder(t, files))
			s, _ := seal(t, plain, key)
			out := filepath.Join(t.TempDir(), "out")
			if err := s.OpenFolder(context.Background(), out, nil, key); err != nil {
				t.Fatal(err)
			}
			got := tree(t, out)
			if len(got) != len(files) {
				t.Errorf("%d files and folders, want %d", len(got), len(files))
			}
			for name, want := range files {
				if content, ok := got[name]; !ok || content != want {
					t.Errorf("%s: there %v, %d bytes, want %d", name, ok, len(content), len(want))
				}
			}
			if again := sourceBytes(t, out); !bytes.Equal(again, plain) {
				t.Error("what was unpacked is not packed again identically")
			}
		})
	}
}

// A program in a folder is one when the folder is opened, as far as the umask of
// who opens it lets it.
func TestFolderKeepsExecutable(t *testing.T) {
	key := newKey(t)
	dir := makeFolder(t, map[string]string{"run": "#!/bin/sh", "read": "a text", "others": "not its owner's to run"})
	if err := errors.Join(os.Chmod(filepath.Join(dir, "run"), 0o700), os.Chmod(filepath.Join(dir, "others"), 0o655)); err != nil {
		t.Fatal(err)
	}
	plain := sourceBytes(t, dir)
	s, _ := seal(t, plain, key)
	out := filepath.Join(t.TempDir(), "out")
	if err := s.OpenFolder(context.Background(), out, nil, key); err != nil {
		t.Fatal(err)
	}
	umask := syscall.Umask(0)
	syscall.Umask(umask)
	for name, want := range map[string]fs.FileMode{"run": 0o755, "read": 0o644, "others": 0o644} {
		info, err := os.Stat(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		if want &^= fs.FileMode(umask); info.Mode() != want {
			t.Errorf("%s has mode %v, want %v", name, info.Mode(), want)
		}
	}
	if !bytes.Equal(sourceBytes(t, out), plain) {
		t.Error("what was unpacked is not packed again identically")
	}
}

// Neither times, owners, modes but the owner's to execute, nor the order in a
// file system show.
func TestFolderIsDeterministic(t *testing.T) {
	one, two := makeFolder(t, product()), makeFolder(t, product())
	if err := os.Chtimes(filepath.Join(two, "a/b/c"), time.Unix(7, 0), time.Unix(7, 0)); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Chmod(filepath.Join(two, "large"), 0o600), os.Chmod(filepath.Join(two, "a"), 0o700)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(sourceBytes(t, one), sourceBytes(t, two)) {
		t.Error("two tars of the same contents differ")
	}
}

func TestFolderIsTar(t *testing.T) {
	b := sourceBytes(t, makeFolder(t, product()))
	names := string(shell(t, t.TempDir(), b, "tar --quoting-style=literal -t"))
	want := slices.Collect(func(yield func(string) bool) {
		for name := range product() {
			yield(name)
		}
	})
	slices.Sort(want)
	if got := strings.Fields(names); !slices.Equal(got, want) {
		t.Errorf("tar lists %q, want %q", got, want)
	}
}

func TestSourceIsFile(t *testing.T) {
	dir := makeFolder(t, map[string]string{"file": "as it is"})
	src, err := wrap.OpenSource(filepath.Join(dir, "file"))
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	if b, err := io.ReadAll(src); err != nil || string(b) != "as it is" || src.Size != 8 || src.Folder {
		t.Errorf("%q of %d bytes, folder %v, %v", b, src.Size, src.Folder, err)
	}
}

func TestSourceRefuses(t *testing.T) {
	in := func(make func(dir string) error) func(t *testing.T) string {
		return func(t *testing.T) string {
			dir := makeFolder(t, map[string]string{"file": "x", "sub/": ""})
			if err := make(filepath.Join(dir, "sub")); err != nil {
				t.Fatal(err)
			}
			return dir
		}
	}
	file := func(names ...string) func(t *testing.T) string {
		return in(func(dir string) (err error) {
			for _, name := range names {
				err = errors.Join(err, os.WriteFile(filepath.Join(dir, name), nil, 0o644))
			}
			return err
		})
	}
	tests := map[string]struct {
		make func(t *testing.T) string
		want string
	}{
		"link to a file":   {in(func(dir string) error { return os.Symlink("../file", dir+"/link") }), "sub/link\" is a symbolic link"},
		"link to a folder": {in(func(dir string) error { return os.Symlink("..", dir+"/link") }), "symbolic link"},
		"dangling link":    {in(func(dir string) error { return os.Symlink("nowhere", dir+"/link") }), "symbolic link"},
		"named pipe":       {in(func(dir string) error { return syscall.Mkfifo(dir+"/pipe", 0o644) }), "named pipe"},
		"socket":           {in(listen), "socket"},
		"device":           {func(*testing.T) string { return os.DevNull }, "device"},
		"nothing":          {func(t *testing.T) string { return filepath.Join(t.TempDir(), "no") }, "no such file"},
		"case":             {file("Name", "name"), `"sub/Name" and "sub/name" are one name`},
		"case by folding":  {file("ſ", "S"), "are one name"},
		"backslash":        {file(`a\b`), `a\\b`},
		"control":          {file("a\nb"), `a\nb`},
		"bidirectional":    {file("a\u202eb"), "U+202E"},
		"not UTF-8":        {file("a\xffb"), "UTF-8"},
		"device's name":    {file("nul.txt"), "nul.txt"},
		"dot at the end":   {file("a."), "dot"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			src, err := wrap.OpenSource(test.make(t))
			if err == nil {
				src.Close()
			}
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
		})
	}
}

// listen leaves a socket. Its address is relative, for it must be short.
func listen(dir string) error {
	back, err := os.Getwd()
	if err != nil {
		return err
	}
	if err := os.Chdir(dir); err != nil {
		return err
	}
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: "socket", Net: "unix"})
	if err == nil {
		l.SetUnlinkOnClose(false)
		err = l.Close()
	}
	return errors.Join(err, os.Chdir(back))
}

// A folder that changes while it is read is not sealed half old, half new.
func TestFolderChanges(t *testing.T) {
	for name, change := range map[string]func(path string) error{
		"grows":    func(path string) error { return os.WriteFile(path, []byte("longer"), 0o644) },
		"shrinks":  func(path string) error { return os.Truncate(path, 1) },
		"vanishes": os.Remove,
		"becomes a link": func(path string) error {
			return errors.Join(os.Rename(path, path+"2"), os.Symlink(path+"2", path))
		},
	} {
		dir := makeFolder(t, map[string]string{"a": string(mixed(1 << 20)), "file": "four"})
		src, err := wrap.OpenSource(dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := change(filepath.Join(dir, "file")); err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, src); err == nil {
			t.Errorf("%s: no error", name)
		}
		if err := src.Close(); err != nil {
			t.Errorf("%s: close: %v", name, err)
		}
	}
}

func TestSourceClosedEarly(t *testing.T) {
	dir := makeFolder(t, product())
	before := runtime.NumGoroutine()
	for range 20 {
		src, err := wrap.OpenSource(dir)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.CopyN(io.Discard, src, 1000); err != nil {
			t.Fatal(err)
		}
		if err := src.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if after := runtime.NumGoroutine(); after > before+5 {
		t.Errorf("%d goroutines before, %d after", before, after)
	}
}
