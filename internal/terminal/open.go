package terminal

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"filippo.io/age"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Opening is what a purchase and a release open of a wrap.
type Opening struct {
	Wrap     *Wrap
	Purchase *Purchase
	Identity *age.X25519Identity // of the tier: who has it opens the tier, for ever

	// Progress may be nil. It is given a section, and how many of its bytes are
	// written.
	Progress func(s wrap.SectionHeader, done uint64)
	Now      func() time.Time

	// Raw has sections that a release program makes a product of written as they
	// are, without running it.
	Raw bool

	// Failures are the sections of the last Write whose program failed, Frauds those
	// that do not hold what was signed.
	Failures []ProgramFailure
	Frauds   []Fraud

	key       release.Key
	opener    bls.G1 // D_k, secret as the tier's key is
	releaser  *releaser
	agreement *rights.Agreement // nil until it was asked for, and there was one
}

// NewOpening derives the tier's key from a purchase that was released. The
// release is verified again under this wrap's own Q: another wrap of the same
// product may be bound to another committee.
func NewOpening(h home.Home, w *Wrap, p *Purchase) (*Opening, error) {
	key, err := deriveKey(h, p)
	if err != nil {
		return nil, err
	}
	opener, err := openTier(w.Header, p, key)
	if err != nil {
		return nil, err
	}
	tierKey, err := w.Header.Binding.Seal().Open(int(p.Tier), opener)
	if err != nil {
		return nil, err
	}
	return &Opening{Wrap: w, Purchase: p, Identity: tierKey.Identity(), Now: time.Now, key: key, opener: opener}, nil
}

// openTier returns D_k.
func openTier(h *wrap.Header, p *Purchase, key release.Key) (bls.G1, error) {
	U, err := bls.ParseG1(p.Release)
	if err != nil {
		return bls.G1{}, fmt.Errorf("release of %q: %v", p.Title, err)
	}
	P, Q := h.Binding.Group()
	if err := release.Verify(p.Place(), key.B, Q, U); err != nil {
		return bls.G1{}, failure(Danger, fmt.Errorf("what was bought does not open this wrap: %w", err))
	}
	D, err := key.Open(U, P)
	if err != nil {
		return bls.G1{}, failure(Danger, err)
	}
	return D, nil
}

// Write writes the sections of the tier into a new folder, which appears when
// all of them are whole: until then it has a temporary name beside it. It is
// refused when the tier's rights are over, and an opening of a tier whose rights
// are limited is counted before its first byte is written. Where a release
// program fails, its section's own bytes are there instead, everything else as
// well, and the error is one of the kind Unreleased. Where a section is not what
// its publisher signed, a proof of that is there instead, everything else as well,
// and the error is one of the kind Defrauded.
func (o *Opening) Write(ctx context.Context, dir string) error {
	dir = filepath.Clean(dir)
	if err := checkFree(dir); err != nil {
		return err
	}
	o.Frauds = nil
	if err := o.prepareProgram(ctx); err != nil {
		return err
	}
	defer o.closeProgram()
	if err := o.count(dir); err != nil {
		return err
	}
	if err := o.write(ctx, dir); err != nil {
		o.Failures, o.Frauds = nil, nil // nothing of them is left
		return errors.Join(err, o.uncount())
	}
	return errors.Join(o.settleUse(), o.record(dir), o.defrauded(dir), o.unreleased(dir))
}

func (o *Opening) write(ctx context.Context, dir string) error {
	// One process at a time opens a purchase (see Purchases.lock), so that a
	// folder of this name is what an earlier one left when it was stopped.
	temporary := o.temporary(dir)
	if err := os.RemoveAll(temporary); err != nil {
		return err
	}
	if err := os.Mkdir(temporary, 0o777); err != nil {
		return failure(Input, err)
	}
	err := o.writeSections(ctx, temporary)
	if err == nil {
		err = o.writeAgreement(temporary)
	}
	if err == nil {
		err = testOnlyAfterStep("written")
	}
	if err == nil {
		err = checkFree(dir) // again: it may have been long
	}
	if err == nil {
		err = os.Rename(temporary, dir)
	}
	if err != nil {
		return errors.Join(err, os.RemoveAll(temporary))
	}
	return o.syncParent(dir)
}

func checkFree(dir string) error {
	_, err := os.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = fmt.Errorf("%s is in the way", dir)
	}
	return failure(Exists, err, "name another folder with -o, or move that one away")
}

// temporary is the name of the folder until it is whole: the same for the same
// purchase and folder.
func (o *Opening) temporary(dir string) string {
	sum := sha256.Sum256([]byte(filepath.Base(dir) + "\x00" + o.Purchase.path()))
	return filepath.Join(filepath.Dir(dir), fmt.Sprintf(".shrinkwrap-opening-%x", sum[:8]))
}

// Sections returns the sections of the tier, by their numbers in the wrap.
func (o *Opening) Sections() (numbers []int) {
	for n, s := range o.Wrap.Header.Content.Sections {
		if s.Includes(int(o.Purchase.Tier)) {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// Programs reports whether a section of the tier has a release program, which
// runs on the receipt.
func (o *Opening) Programs() bool {
	return slices.ContainsFunc(o.Sections(), func(n int) bool { return o.Wrap.Header.Content.Sections[n].Program })
}

func (o *Opening) writeSections(ctx context.Context, dir string) error {
	for _, n := range o.Sections() {
		err := o.writeSection(ctx, n, dir)
		if isFraud(err) {
			err = o.accuse(ctx, n, dir, err)
		}
		if err != nil {
			return o.blame(n, err)
		}
	}
	return nil
}

func (o *Opening) writeSection(ctx context.Context, n int, dir string) error {
	header := o.Wrap.Header.Content.Sections[n]
	section, err := o.Wrap.Section(n)
	if err != nil {
		return err
	}
	progress := func(done uint64) {
		if o.Progress != nil {
			o.Progress(header, done)
		}
	}
	path := filepath.Join(dir, header.Name)
	if header.Program {
		return o.writeProduct(ctx, n, section, dir, progress)
	}
	if header.Media == wrap.MediaFolder {
		return section.OpenFolder(ctx, path, progress, o.Identity)
	}
	return section.OpenFile(ctx, path, progress, o.Identity)
}

// blame says of a copy that was damaged on its way that another one may be whole.
func (o *Opening) blame(n int, err error) error {
	name := o.Wrap.Header.Content.Sections[n].Name
	if damaged := new(wrap.DamagedError); errors.As(err, &damaged) {
		return failure(Input, fmt.Errorf("%s: %q cannot be opened: %w", o.Wrap.Path, name, err), "nothing was written; another copy of the wrap may be whole, and opens with the same purchase")
	}
	return err
}

// record writes down where the product is.
func (o *Opening) record(dir string) error {
	p := o.Purchase
	if abs, err := filepath.Abs(dir); err == nil && !slices.Contains(p.Folders, abs) {
		p.Folders = append(p.Folders, abs)
	}
	o.counted()
	// A crash before this: the product is there, and known as released.
	return p.reach(Opened)
}
