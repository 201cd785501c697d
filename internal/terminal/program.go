package terminal

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/program"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// A section with a release program is written in three steps, each within the
// folder that nobody sees yet:
//
//	NAME.raw   the section's own bytes, all of them verified
//	NAME       what the program makes of them
//	           NAME.raw is removed; or NAME is, if the program failed
//
// so that no unverified byte reaches the program, and nothing that was paid for
// depends on it.

// ProgramFailure is a section that its release program made no product of.
type ProgramFailure struct {
	Section string // its name
	Kept    string // the name of the file with its own bytes; those of a folder are a tar
	Err     error
}

// releaser is the wrap's program, ready to run, or why it never will be.
type releaser struct {
	confirmation program.Confirmation
	program      *program.Program
	unfit        error // the publisher's fault
}

// prepareProgram refuses a tier with a release program while there is no receipt
// to give it, before anything is written or counted.
func (o *Opening) prepareProgram(ctx context.Context) error {
	o.Failures = nil
	if o.Raw || !o.Programs() {
		return nil
	}
	confirmation, err := o.Confirmation()
	if err != nil {
		return err
	}
	o.releaser = &releaser{confirmation: confirmation}
	return o.releaser.load(ctx, o.Wrap)
}

func (o *Opening) closeProgram() {
	if o.releaser != nil && o.releaser.program != nil {
		o.releaser.program.Close() // frees memory
	}
	o.releaser = nil
}

// Confirmation returns what a release program is told, verified under this
// wrap's own header. While the receipt is not here its error is of the kind
// Pending.
func (o *Opening) Confirmation() (c program.Confirmation, err error) {
	p := o.Purchase
	_, err = p.Agreement(o.Wrap.Header)
	if errors.Is(err, ErrNoReceipt) {
		return c, failure(Pending, fmt.Errorf("%q is made by a release program, which is given the receipt: %w", p.Title, err),
			`"shrinkwrap receipt WRAP" asks the nodes for it`, `"shrinkwrap open --raw" writes the sections' own bytes now, without running the program`)
	}
	if err != nil {
		return c, err
	}
	leaf, err := order.ParseLeaf(p.Order.Leaf)
	if err != nil {
		return c, err
	}
	c = program.Confirmation{Place: p.Place(), Order: p.Order.Hash, Amount: leaf.Amount, PaidAt: leaf.Time, Buyer: o.key.B}
	if c.Receipt, err = bls.ParseG1(p.Receipt); err != nil {
		return c, err
	}
	c.Tag, err = program.Tag(o.key, c.Order)
	return c, err
}

// load reads and compiles the program. One that is damaged is another copy's to
// have; one that is unfit is kept from no section's bytes.
func (r *releaser) load(ctx context.Context, w *Wrap) error {
	signed := w.Header.Content.Program.Sealed()
	if signed.Size > program.MaxSize {
		r.unfit = fmt.Errorf("%w: it has %d bytes, at most %d are allowed", program.ErrUnfit, signed.Size, program.MaxSize)
		return nil
	}
	packed, err := w.Archive.Program(signed)
	if err != nil {
		return failure(Input, fmt.Errorf("%s: %w", w.Path, err), "another copy of the wrap may be whole")
	}
	var wasm bytes.Buffer
	if err = packed.UnpackTo(ctx, &wasm); err == nil {
		r.program, err = program.Compile(ctx, wasm.Bytes())
	}
	switch {
	case errors.Is(err, wrap.ErrMalformed), errors.Is(err, program.ErrUnfit):
		r.unfit = err
		return nil
	case err != nil:
		return failure(Input, fmt.Errorf("%s: %w", w.Path, err), "another copy of the wrap may be whole")
	}
	return nil
}

// writeProduct writes section n, which a release program makes the product of.
func (o *Opening) writeProduct(ctx context.Context, n int, section *wrap.Section, dir string, progress func(uint64)) error {
	header, kept := o.Wrap.Header.Content.Sections[n], o.rawName(n)
	raw, path := filepath.Join(dir, kept), filepath.Join(dir, header.Name)
	if err := section.OpenFile(ctx, raw, progress, o.Identity); err != nil || o.Raw {
		return err
	}
	err := o.releaser.unfit
	if err == nil {
		err = o.releaser.run(ctx, header, raw, path)
	}
	if err == nil {
		return os.Remove(raw)
	}
	if failed := new(program.Failure); !errors.As(err, &failed) && !errors.Is(err, wrap.ErrBadFolder) && o.releaser.unfit == nil {
		return err // of the disk, or of a user who lost patience
	}
	o.Failures = append(o.Failures, ProgramFailure{header.Name, kept, err})
	return os.RemoveAll(path)
}

// run runs the program on the file raw. What it makes of a folder's tar is the
// tar of a folder.
func (r *releaser) run(ctx context.Context, s wrap.SectionHeader, raw, path string) (err error) {
	in, err := os.Open(raw)
	if err != nil {
		return err
	}
	defer in.Close() // only read
	run := func(w io.Writer) error {
		return r.program.Run(ctx, r.confirmation, program.LimitsFor(s.Size), bufio.NewReaderSize(in, 1<<16), w)
	}
	if s.Media == wrap.MediaFolder {
		return runIntoFolder(path, run)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	out := bufio.NewWriterSize(f, 1<<16)
	if err := run(out); err != nil {
		return err
	}
	return out.Flush()
}

func runIntoFolder(path string, run func(io.Writer) error) error {
	r, w := io.Pipe()
	made := make(chan error, 1)
	go func() {
		err := wrap.WriteFolder(path, r)
		r.CloseWithError(err)
		made <- err
	}()
	err := run(w)
	w.CloseWithError(err)
	if folder := <-made; err == nil && folder != nil {
		return fmt.Errorf("release program failed: what it makes is no folder: %w", folder)
	}
	return err
}

// rawName is the name of the file with the section's own bytes, which no other
// section has.
func (o *Opening) rawName(n int) string {
	name := o.Wrap.Header.Content.Sections[n].Name + ".raw"
	if len(name) > 255 {
		name = fmt.Sprintf("section-%d.raw", n)
	}
	taken := func() bool {
		return slices.ContainsFunc(o.Wrap.Header.Content.Sections, func(s wrap.SectionHeader) bool { return strings.EqualFold(s.Name, name) })
	}
	for i := 1; taken(); i++ {
		name = fmt.Sprintf("section-%d-%d.raw", n, i)
	}
	return name
}

// Files returns the names of what Write wrote of the sections: of a fraud, the
// proof and what was kept.
func (o *Opening) Files() (names []string) {
	for _, n := range o.Sections() {
		s := o.Wrap.Header.Content.Sections[n]
		if at := slices.IndexFunc(o.Frauds, func(f Fraud) bool { return f.Proof.Section == n }); at >= 0 {
			if o.Frauds[at].Kept != "" {
				names = append(names, o.Frauds[at].Kept)
			}
			names = append(names, o.Frauds[at].File)
			continue
		}
		kept := slices.ContainsFunc(o.Failures, func(f ProgramFailure) bool { return f.Section == s.Name })
		if kept || o.Raw && s.Program {
			names = append(names, o.rawName(n))
		} else {
			names = append(names, s.Name)
		}
	}
	return names
}

// unreleased is the error of an opening in which a program failed.
func (o *Opening) unreleased(dir string) error {
	if len(o.Failures) == 0 {
		return nil
	}
	var said, kept []string
	for _, f := range o.Failures {
		said = append(said, fmt.Sprintf("%q: %v", f.Section, f.Err))
		kept = append(kept, filepath.Join(dir, f.Kept))
	}
	return failure(Unreleased, errors.New(strings.Join(said, "; ")),
		"everything else of the tier is open; kept is what the program was given: "+strings.Join(kept, ", "),
		"the program is the publisher's: ask for another issue, or try again with a newer version of this software")
}
