package wrap_test

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"github.com/shrinkwrap/shrinkwrap/internal/vectors/seeds"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// tarEnd is what a tar ends in.
var tarEnd = make([]byte, 1024)

// header is an entry as OpenSource makes it, changed by change.
func header(name string, content string, change func(h *tar.Header)) []byte {
	h := &tar.Header{Typeflag: tar.TypeReg, Name: name, Mode: 0o644, ModTime: time.Unix(0, 0)}
	if strings.HasSuffix(name, "/") {
		h.Typeflag, h.Mode, content = tar.TypeDir, 0o755, ""
	}
	h.Size = int64(len(content))
	if change != nil {
		change(h)
	}
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	if err := w.WriteHeader(h); err != nil {
		panic(err)
	}
	if _, err := w.Write([]byte(content)); err != nil {
		panic(err)
	}
	if err := w.Flush(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func entry(name string) []byte { return header(name, "x", nil) }

// patch changes bytes of a header that the library would not write, and mends
// its checksum.
func patch(block []byte, at int, with string) []byte {
	block = bytes.Clone(block)
	h := block[len(block)-1024:][:512] // before its one block of content
	copy(h[at:], with)
	copy(h[148:], "        ")
	sum := 0
	for _, b := range h {
		sum += int(b)
	}
	copy(h[148:], []byte{'0' + byte(sum>>15&7), '0' + byte(sum>>12&7), '0' + byte(sum>>9&7),
		'0' + byte(sum>>6&7), '0' + byte(sum>>3&7), '0' + byte(sum&7), 0, ' '})
	return block
}

// pax returns a header with records of its own before an entry.
func pax(typeflag byte, records ...string) []byte {
	var all string
	for _, r := range records {
		all += r + "\n"
	}
	block := patch(header("PaxHeaders.0/x", all, nil), 156, string(typeflag))
	return block
}

func unpack(t testing.TB, key *age.X25519Identity, dir string, b []byte) error {
	t.Helper()
	s := sign(ageOf(t, zstdOf(t, b), key), len(b))
	err := s.OpenFolder(context.Background(), filepath.Join(dir, "out"), nil, key)
	// Who only looks at it comes to the same.
	if examined := s.Examine(context.Background(), true, nil, key); errors.Is(examined, wrap.ErrBadFolder) != errors.Is(err, wrap.ErrBadFolder) {
		t.Errorf("opens with %v, examined with %v", err, examined)
	}
	return err
}

// Each of these would write outside the folder, overwrite, or be something else
// on another system, if it were only read as tar reads it.
func TestTarAttacks(t *testing.T) {
	join := func(parts ...[]byte) []byte { return append(slices.Concat(parts...), tarEnd...) }
	typed := func(flag byte, link string) []byte {
		return join(header("x", "", func(h *tar.Header) { h.Typeflag, h.Linkname = flag, link }))
	}
	with := func(change func(h *tar.Header)) []byte { return join(header("x", "x", change)) }
	long := strings.Repeat("n", 256)
	sparseMap := "1\n0\n1\n" + strings.Repeat("\x00", 512-6) + "x"
	deep := strings.Repeat("d/", 513)
	tests := map[string]struct {
		tar  []byte
		want string
	}{
		"parent":             {join(entry("../x")), `no folder ".." before it`},
		"parent below":       {join(entry("a/"), entry("a/../../x")), `no folder "a/../.."`},
		"parent last":        {join(entry("a/"), entry("a/..")), `name ".."`},
		"absolute":           {join(entry("/x")), `no folder ""`},
		"dot":                {join(entry("./x")), `no folder "."`},
		"dot alone":          {join(entry("./")), `name "."`},
		"root":               {join(entry("/")), `name ""`},
		"two slashes":        {join(entry("a/"), entry("a//x")), `no folder "a/"`},
		"backslash":          {join(entry(`..\x`)), `some system reserves`},
		"drive":              {join(entry("C:x")), `some system reserves`},
		"stream":             {join(entry("x:y")), `some system reserves`},
		"device":             {join(entry("aux.txt")), `on Windows`},
		"space at the end":   {join(entry("x ")), `a dot or a space`},
		"control":            {join(entry("a\rb")), `U+000D`},
		"bidirectional":      {join(entry("a\u2067b")), `U+2067`},
		"not UTF-8":          {join(patch(entry("abc"), 1, "\xff")), `format`},
		"NUL in a record":    {join(pax('x', "12 path=a\x00b"), entry("x")), `invalid tar header`},
		"name of 256 bytes":  {join(entry(long)), `256 bytes`},
		"path over 1024":     {join(entry(deep)), `1025 bytes`},
		"same name":          {join(entry("x"), entry("x")), `comes after`},
		"same name, folded":  {join(entry("X"), entry("x")), `are one name`},
		"folder and file":    {join(entry("X/"), entry("x")), `are one name`},
		"file as a folder":   {join(entry("x"), entry("x/y")), `no folder "x"`},
		"folder not there":   {join(entry("a/x")), `no folder "a"`},
		"folder folded":      {join(entry("A/"), entry("a/x")), `no folder "a"`},
		"order":              {join(entry("b"), entry("a")), `comes after`},
		"symbolic link":      {typed(tar.TypeSymlink, "/etc/passwd"), `type '2'`},
		"hard link":          {typed(tar.TypeLink, "/etc/passwd"), `type '1'`},
		"character device":   {typed(tar.TypeChar, ""), `type '3'`},
		"block device":       {typed(tar.TypeBlock, ""), `type '4'`},
		"named pipe":         {typed(tar.TypeFifo, ""), `type '6'`},
		"contiguous file":    {join(patch(entry("x"), 156, "7")), `type '7'`},
		"unknown type":       {join(patch(entry("x"), 156, "Z")), `type 'Z'`},
		"GNU sparse":         {join(patch(entry("x"), 156, "S")), `invalid tar header`},
		"GNU long name":      {join(patch(header("././@LongLink", "../x", nil), 156, "L"), entry("x")), `format`},
		"GNU format":         {with(func(h *tar.Header) { h.Format = tar.FormatGNU }), `format GNU`},
		"V7 format":          {join(patch(entry("x"), 257, "\x00\x00\x00\x00\x00\x00\x00\x00")), `format`},
		"link's name":        {join(patch(entry("x"), 157, "/etc/passwd")), `or a link`},
		"pax sparse":         {join(pax('x', "22 GNU.sparse.major=1", "22 GNU.sparse.minor=0", "21 GNU.sparse.name=y", "25 GNU.sparse.realsize=1"), header("x", sparseMap, nil)), `pax record "GNU.sparse`},
		"pax global":         {join(pax('g', "11 path=ab"), entry("x")), `type 'g'`},
		"pax path":           {join(pax('x', "13 path=../x"), entry("x")), `no folder ".."`},
		"pax link":           {join(pax('x', "15 linkpath=/x"), entry("x")), `or a link`},
		"pax attribute":      {with(func(h *tar.Header) { h.PAXRecords = map[string]string{"SCHILY.xattr.user.a": "b"} }), `pax record`},
		"pax unknown":        {with(func(h *tar.Header) { h.PAXRecords = map[string]string{"WRAP.x": "b"} }), `pax record`},
		"pax at the end":     {join(entry("x"), pax('x', "11 path=ab")), `does not end`},
		"owner":              {with(func(h *tar.Header) { h.Uid = 1000 }), `an owner`},
		"group":              {with(func(h *tar.Header) { h.Gname = "staff" }), `an owner`},
		"time":               {with(func(h *tar.Header) { h.ModTime = time.Unix(1, 0) }), `a time`},
		"set-uid":            {with(func(h *tar.Header) { h.Mode = 0o4644 }), `mode 4644`},
		"executable for one": {with(func(h *tar.Header) { h.Mode = 0o744 }), `mode 0744`},
		"written by anybody": {with(func(h *tar.Header) { h.Mode = 0o777 }), `mode 0777`},
		"folder like a file": {join(header("x/", "", func(h *tar.Header) { h.Mode = 0o644 })), `mode 0644`},
		"mode of a folder":   {join(header("x/", "", func(h *tar.Header) { h.Mode = 0o777 })), `mode 0777`},
		"file with a slash":  {join(patch(entry("xy"), 1, "/")), `not the name of what it is`},
		"no end":             {entry("x"), `does not end`},
		"half an end":        {append(entry("x"), make([]byte, 512)...), `does not end`},
		"bytes after":        {append(join(entry("x")), 0), `does not end`},
		"blocks after":       {join(join(entry("x")), entry("y")), `does not end`},
		"end in the middle":  {slices.Concat(entry("x"), make([]byte, 512), entry("y"), tarEnd), `invalid tar header`},
		"padding":            {append(entry("x")[:1023], append([]byte{1}, tarEnd...)...), `does not end`},
		"cut in a file":      {entry("x")[:512], `unexpected EOF`},
		"cut in a header":    {entry("x")[:511], `unexpected EOF`},
		"nothing":            {nil, `does not end`},
		"no tar":             {mixed(2048), `invalid tar header`},
		"size of more bytes": {join(patch(entry("x"), 124, "00000777777")), `unexpected EOF`},
		"negative size":      {join(patch(entry("x"), 124, "-0000000001")), `invalid tar header`},
	}
	key := newKey(t)
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			err := unpack(t, key, dir, test.tar)
			if !errors.Is(err, wrap.ErrBadFolder) || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
			if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
		})
	}
	if err := unpack(t, key, t.TempDir(), join(entry("a/"), entry("a/x"), entry("b"))); err != nil {
		t.Errorf("a good one: %v", err)
	}
}

// A folder has so many files at most, however small they are.
func TestTooManyFiles(t *testing.T) {
	t.Parallel()
	var b []byte
	for i := range 20_001 {
		b = append(b, header(fmt.Sprintf("%05d", i), "", nil)...)
	}
	dir := t.TempDir()
	err := unpack(t, newKey(t), dir, append(b, tarEnd...))
	if !errors.Is(err, wrap.ErrBadFolder) || !strings.Contains(err.Error(), "more than 20000") {
		t.Errorf("error %v", err)
	}
}

// What unpacks is packed to a tar that unpacks to the same, from then on
// identically.
func FuzzFolder(f *testing.F) {
	seeds.Add(f, "tar", "tar")
	f.Add(sourceBytes(f, makeFolder(f, map[string]string{"a/": "", "a/x": "text", "b": ""})))
	f.Add(append(pax('x', "13 path=../x"), append(entry("x"), tarEnd...)...))
	f.Add(append(pax('x', "11 path=ab"), append(entry("x"), tarEnd...)...))
	f.Add(tarEnd)
	key := newKey(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		dir := t.TempDir()
		err := unpack(t, key, dir, b)
		left, readErr := os.ReadDir(dir)
		if readErr != nil {
			t.Fatal(readErr)
		}
		if err != nil {
			if len(left) > 0 {
				t.Fatalf("left behind: %v", left)
			}
			return
		}
		if len(left) != 1 || left[0].Name() != "out" {
			t.Fatalf("there is %v", left)
		}
		packed := sourceBytes(t, filepath.Join(dir, "out"))
		again := t.TempDir()
		if err := unpack(t, key, again, packed); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(sourceBytes(t, filepath.Join(again, "out")), packed) {
			t.Fatal("packed again differently")
		}
	})
}
