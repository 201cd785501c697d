package publisher

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"

	"filippo.io/age"

	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/program"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/seal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Progress is told how much of a long step is done, in bytes. It may be nil.
type Progress func(done, total uint64)

// Of returns what is told the part of total that is done.
func (p Progress) Of(total uint64) func(done uint64) { return p.from(0, total) }

func (p Progress) from(before, total uint64) func(uint64) {
	return func(done uint64) {
		if p != nil {
			p(before+done, total)
		}
	}
}

// Seal seals a draft into a new seal file at path. Whatever is wrong with the
// draft is found before anything is sealed; a path that exists is refused with
// fs.ErrExist. Until the seal file is whole it is [home.Unfinished].
func Seal(ctx context.Context, path string, d Draft, progress Progress) (*SealFile, error) {
	keys, err := newKeys(len(d.Tiers), rand.Reader)
	if err != nil {
		return nil, err
	}
	return sealWith(ctx, path, d, keys, progress)
}

func sealWith(ctx context.Context, path string, d Draft, keys []seal.TierKey, progress Progress) (f *SealFile, err error) {
	path = filepath.Clean(path)
	if err := checkFree(path); err != nil {
		return nil, err
	}
	content, picture, err := d.content()
	if err != nil {
		return nil, err
	}
	unfinished, err := home.Begin(path)
	if err != nil {
		return nil, fmt.Errorf("making the seal file: %w", err)
	}
	defer func() { err = errors.Join(err, unfinished.End()) }()
	if err := os.Mkdir(unfinished.Path, 0o700); err != nil {
		return nil, err
	}
	f = &SealFile{Path: unfinished.Path, Content: content, Prices: d.prices(), keys: keys}
	if err := home.WriteSecret(f.file(keysName), encodeKeys(keys)); err != nil {
		return nil, err
	}
	if err := f.sealParts(ctx, d.Parts, progress); err != nil {
		return nil, err
	}
	if err := f.packProgram(ctx, d.Program); err != nil {
		return nil, err
	}
	if err := f.finish(picture); err != nil {
		return nil, err
	}
	if err := checkFree(path); err != nil { // again: sealing may have been long
		return nil, err
	}
	if err := os.Rename(unfinished.Path, path); err != nil {
		return nil, err
	}
	f.Path = path
	return f, nil
}

// Check returns an error for a draft that Seal would refuse, without sealing
// anything.
func (d *Draft) Check() error {
	_, _, err := d.content()
	return err
}

// content returns everything of the content but what sealing gives, checked as
// it would be at its longest.
func (d *Draft) content() (*wrap.Content, []byte, error) {
	if err := d.check(); err != nil {
		return nil, nil, err
	}
	c := &wrap.Content{Series: d.Series, Title: d.Title, Description: d.Description, Language: d.Language}
	for _, t := range d.Tiers {
		c.Tiers = append(c.Tiers, wrap.Tier{Name: t.Name, Rights: t.Rights})
	}
	for _, p := range d.Parts {
		s, err := p.header()
		if err != nil {
			return nil, nil, err
		}
		c.Sections = append(c.Sections, s)
	}
	if d.Program != nil {
		size := uint64(len(d.Program.Bytes()))
		c.Program = &wrap.Program{Size: size, SealedSize: math.MaxInt64}
	}
	var picture []byte
	if d.Cover != "" {
		var err error
		if c.Cover, picture, err = readCover(d.Cover); err != nil {
			return nil, nil, err
		}
	}
	if err := errors.Join(c.Check(), rights.CheckSections(c.Sections)); err != nil {
		return nil, nil, err
	}
	if n := len(c.Bytes()); n > wrap.MaxHeaderSize-bindingRoom {
		return nil, nil, fmt.Errorf("names and texts take %d bytes of the header, at most %d are allowed: seal a folder instead of its files", n, wrap.MaxHeaderSize-bindingRoom)
	}
	return c, picture, nil
}

// bindingRoom is kept for what publishing adds to a header.
const bindingRoom = 64 << 10

// header describes a part with sizes that no section exceeds.
func (p Part) header() (wrap.SectionHeader, error) {
	src, err := wrap.OpenSource(p.Path)
	if err != nil {
		return wrap.SectionHeader{}, err
	}
	name, err := p.name()
	if err == nil {
		err = src.Close()
	}
	return wrap.SectionHeader{
		Name:       name,
		Media:      mediaOf(p.Path, src.Folder),
		Tiers:      p.Tiers,
		Size:       src.Size,
		SealedSize: math.MaxInt64,
		Program:    p.Program,
	}, err
}

func (d *Draft) prices() []string {
	prices := make([]string, len(d.Tiers))
	for k, t := range d.Tiers {
		prices[k] = t.Price
	}
	return prices
}

// sealParts seals one part after the other; each uses all cores.
func (f *SealFile) sealParts(ctx context.Context, parts []Part, progress Progress) error {
	if err := os.Mkdir(f.file("sections"), 0o700); err != nil {
		return err
	}
	var done, total uint64
	for _, s := range f.Content.Sections {
		total += s.Size
	}
	for n, p := range parts {
		sealing, err := f.sealPart(ctx, n, p.Path, progress.from(done, total))
		if err != nil {
			return fmt.Errorf("%s: %w", p.Path, err)
		}
		s := &f.Content.Sections[n]
		done += s.Size
		s.Size, s.SealedSize, s.Digest = sealing.Size, sealing.SealedSize, sealing.Digest
		f.sums = append(f.sums, sealing.CRC)
		if err := f.writePieces(n, sealing); err != nil {
			return err
		}
	}
	return nil
}

func (f *SealFile) sealPart(ctx context.Context, n int, path string, progress func(uint64)) (_ *wrap.Sealing, err error) {
	src, err := wrap.OpenSource(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, src.Close()) }()
	dst, err := os.OpenFile(f.section(n), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, dst.Close()) }()
	return wrap.Seal(ctx, dst, io.Reader(src), progress, f.recipients(n)...)
}

// packProgram compresses the release program, after all sections.
func (f *SealFile) packProgram(ctx context.Context, p *program.Program) (err error) {
	if p == nil {
		return nil
	}
	dst, err := os.OpenFile(f.file(programName), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, dst.Close()) }()
	packed, err := wrap.PackProgram(ctx, dst, bytes.NewReader(p.Bytes()))
	if err != nil {
		return err
	}
	f.Content.Program = &wrap.Program{Size: packed.Size, SealedSize: packed.SealedSize, Digest: packed.Digest}
	f.sums = append(f.sums, packed.CRC)
	return nil
}

// recipients are those of all tiers that include section n.
func (f *SealFile) recipients(n int) (recipients []age.Recipient) {
	for _, k := range f.Content.Sections[n].Recipients() {
		recipients = append(recipients, f.keys[k].Recipient())
	}
	return recipients
}
