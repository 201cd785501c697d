package publisher

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/ethereum/go-ethereum/rlp"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/seal"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// SealFile is a product that is sealed and not bound to any terms: a folder of
// mode 0700 of
//
//	keys                 the tiers' age identities, mode 0400 (keys.go)
//	index                rlp([1, content, [CRC-32 of each section…, of the program], [price of each tier…]])
//	sections/0.age …     the sealed sections
//	sections/0.pieces …  their lists of pieces, where the wrap has one
//	program.wasm.zst     the release program, if there is one
//	cover.png …          the cover, as the wrap has it
//
// It opens the product for ever: see the package's comment.
type SealFile struct {
	Path    string
	Content *wrap.Content
	Prices  []string // decimals of a token yet to be chosen; empty where open

	keys []seal.TierKey
	sums []uint32
}

const (
	keysName    = "keys"
	indexName   = "index"
	indexKnown  = 1
	programName = "program.wasm.zst"
)

// index is what the file of that name holds.
type index struct {
	Version uint8
	Content rlp.RawValue
	Sums    []uint32
	Prices  []string
}

func (f *SealFile) file(name string) string { return filepath.Join(f.Path, name) }

func (f *SealFile) section(n int) string { return f.file(fmt.Sprintf("sections/%d.age", n)) }
func (f *SealFile) pieces(n int) string  { return f.file(fmt.Sprintf("sections/%d.pieces", n)) }

func (f *SealFile) writePieces(n int, s *wrap.Sealing) error {
	if len(s.Entries(n, nil)) == 1 {
		return nil
	}
	return home.WriteFile(f.pieces(n), s.Pieces, 0o600)
}

// finish writes what is known only when everything is sealed.
func (f *SealFile) finish(picture []byte) error {
	if err := f.Content.Check(); err != nil {
		return err
	}
	if f.Content.Cover != nil {
		if err := home.WriteFile(f.file(f.Content.Cover.Name), picture, 0o600); err != nil {
			return err
		}
	}
	b, err := f.index()
	if err != nil {
		return err
	}
	return home.WriteFile(f.file(indexName), b, 0o600)
}

func (f *SealFile) index() ([]byte, error) {
	return rlp.EncodeToBytes(index{indexKnown, f.Content.Bytes(), f.sums, f.Prices})
}

// OpenSealFile reads a seal file and checks that it is whole, but not yet its
// sealed bytes: [SealFile.Publish] does.
func OpenSealFile(path string) (*SealFile, error) {
	f := &SealFile{Path: filepath.Clean(path)}
	if _, err := os.Stat(f.file(indexName)); errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return nil, notSealFile(f.Path)
	}
	for _, read := range []func() error{f.readIndex, f.readKeys, f.checkFiles, f.checkKeys} {
		if err := read(); err != nil {
			return nil, fmt.Errorf("seal file %s: %w", f.Path, err)
		}
	}
	return f, nil
}

// notSealFile says what a path is that is no seal file.
func notSealFile(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return fmt.Errorf("seal file %w", err)
	case info.IsDir():
		return fmt.Errorf("folder %s is not a seal file", path)
	}
	return fmt.Errorf("%s is not a seal file, which is a folder", path)
}

func (f *SealFile) readIndex() error {
	b, err := os.ReadFile(f.file(indexName))
	if err != nil {
		return err
	}
	var x index
	if err := rlp.DecodeBytes(b, &x); err != nil {
		return fmt.Errorf("index is malformed: %v", err)
	}
	if x.Version != indexKnown {
		return fmt.Errorf("index has version %d, this software knows %d", x.Version, indexKnown)
	}
	if f.Content, err = wrap.ParseContent(x.Content); err != nil {
		return err
	}
	sealed, tiers := len(f.Content.Sections), len(f.Content.Tiers)
	if f.Content.Program != nil {
		sealed++
	}
	if len(x.Sums) != sealed || len(x.Prices) != tiers {
		return fmt.Errorf("index has %d sums and %d prices for %d sealed files and %d tiers", len(x.Sums), len(x.Prices), sealed, tiers)
	}
	for _, price := range x.Prices {
		if price == "" {
			continue
		}
		if err := tokens.CheckDecimal(price); err != nil {
			return err
		}
	}
	f.sums, f.Prices = x.Sums, x.Prices
	return nil
}

func (f *SealFile) readKeys() error {
	b, err := os.ReadFile(f.file(keysName))
	if err != nil {
		return err
	}
	if f.keys, err = parseKeys(b, len(f.Content.Tiers)); err != nil {
		return fmt.Errorf("file of keys: %v", err)
	}
	return nil
}

// checkFiles compares the sizes of all files with the content's.
func (f *SealFile) checkFiles() error {
	for n, s := range f.Content.Sections {
		if err := checkSize(f.section(n), s.SealedSize); err != nil {
			return err
		}
	}
	if p := f.Content.Program; p != nil {
		if err := checkSize(f.file(programName), p.SealedSize); err != nil {
			return err
		}
	}
	if c := f.Content.Cover; c != nil {
		return checkSize(f.file(c.Name), c.Size)
	}
	return nil
}

func checkSize(path string, want uint64) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() || uint64(info.Size()) != want {
		return fmt.Errorf("%s has %d bytes, sealed were %d", path, info.Size(), want)
	}
	return nil
}

// checkKeys opens the age header of one section with each tier's key: the keys
// of another seal file would make a wrap that is paid for and does not open.
func (f *SealFile) checkKeys() error {
	for k := range f.Content.Tiers {
		for n, s := range f.Content.Sections {
			if !s.Includes(k) {
				continue
			}
			if err := f.checkKey(k, n); err != nil {
				return err
			}
			break
		}
	}
	return nil
}

// checkFree refuses an output that is there, be it a dangling link.
func checkFree(path string) error {
	_, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return fmt.Errorf("%w: %q: nothing is overwritten", fs.ErrExist, path)
}

// entries returns the entries of the wrap after its header.
func (f *SealFile) entries() ([]wrap.Entry, error) {
	var entries []wrap.Entry
	for n, s := range f.Content.Sections {
		pieces, err := os.ReadFile(f.pieces(n))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		sealing := &wrap.Sealing{Sealed: s.Sealed(), CRC: f.sums[n], Pieces: pieces}
		entries = append(entries, sealing.Entries(n, func() (io.ReadCloser, error) { return os.Open(f.section(n)) })...)
	}
	if p := f.Content.Program; p != nil {
		packed := &wrap.Sealing{Sealed: p.Sealed(), CRC: f.sums[len(f.sums)-1]}
		entries = append(entries, packed.ProgramEntry(func() (io.ReadCloser, error) { return os.Open(f.file(programName)) }))
	}
	if c := f.Content.Cover; c != nil {
		picture, err := os.ReadFile(f.file(c.Name))
		if err != nil {
			return nil, err
		}
		entries = append(entries, wrap.BytesEntry(c.Name, picture))
	}
	return entries, nil
}
