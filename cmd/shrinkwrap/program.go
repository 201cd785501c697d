package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/command"
	"github.com/shrinkwrap/shrinkwrap/internal/program"
	"github.com/shrinkwrap/shrinkwrap/internal/program/shipped"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

var programCommand = &cli.Command{
	Name:  "program",
	Usage: "try and check release programs",
	Description: `A release program makes the product out of a section when its buyer opens it: each
buyer gets a copy of his own. It is a WASI preview 1 command, from any compiler
that makes one: the section on stdin, the product on stdout, and the payment in
the environment, as

` + environmentHelp + `
It has 64 MiB of memory, 30 seconds and 4 more for each MiB, and may write 16 MiB
and 4 times the section's size. There are no files, no network and no threads;
the clock stands at the payment, and random numbers follow from the receipt, so
that the same order gives the same product on every machine. Programs compiled
from Go (GOOS=wasip1 GOARCH=wasm), Rust, C or AssemblyScript do.`,
	Subcommands: []*cli.Command{programRunCommand, programCheckCommand, programListCommand, programMarksCommand},
}

const environmentHelp = `   SHRINKWRAP_PRODUCT  the product's address, 0x and 40 digits
   SHRINKWRAP_ORDER    the order, 0x and 64 digits
   SHRINKWRAP_TIER     the tier's number, from 0
   SHRINKWRAP_AMOUNT   what was paid, in base units
   SHRINKWRAP_PAID_AT  when, in Unix seconds
   SHRINKWRAP_BUYER    the order's release key, 0x and 96 digits
   SHRINKWRAP_RECEIPT  the receipt, 0x and 96 digits
   SHRINKWRAP_TAG      the buyer's signature of the order, 0x and 128 digits
`

var programRunCommand = &cli.Command{
	Name:      "run",
	Usage:     "run a program as an opening does",
	ArgsUsage: "PROGRAM",
	Description: `Reads a section from stdin and writes the product to stdout. The payment is
invented: the same for the same --buyer, another for another. --purchase takes a
real one instead, of a wrap that was bought here.

   $ shrinkwrap program run watermark --buyer ada < tale.txt > ada.txt
   $ shrinkwrap program run watermark --buyer bob < tale.txt > bob.txt
   $ cmp ada.txt bob.txt
   ada.txt bob.txt differ: byte 26, line 1
   $ shrinkwrap program run mine.wasm --purchase tale.wrap --tier text < tale.txt`,
	Flags: []cli.Flag{
		&cli.StringFlag{Name: "buyer", Value: "somebody", Usage: "invent a payment by this `NAME`"},
		&cli.StringFlag{Name: "purchase", Usage: "take the payment of this `WRAP` or code, which was bought here"},
		&cli.StringFlag{Name: "tier", Usage: "the tier's `NAME` or number; needed where several were bought"},
	},
	Action: runProgram,
}

var programCheckCommand = &cli.Command{
	Name:      "check",
	Usage:     "say whether a program can be sealed",
	ArgsUsage: "PROGRAM",
	Description: `Compiles a program and looks at what it imports, as seal does.

   $ shrinkwrap program check watermark
   size    1038 bytes, 659 in a wrap
   import  wasi_snapshot_preview1.fd_write
   import  wasi_snapshot_preview1.fd_read
   import  wasi_snapshot_preview1.environ_get`,
	Flags:  []cli.Flag{jsonFlag},
	Action: checkProgram,
}

var programListCommand = &cli.Command{
	Name:   "list",
	Usage:  "list the programs that come with the software",
	Flags:  []cli.Flag{jsonFlag},
	Action: listPrograms,
}

var programMarksCommand = &cli.Command{
	Name:      "marks",
	Usage:     "find the tags that the program watermark hid in a text",
	ArgsUsage: "FILE",
	Description: `Prints each tag once: the signature, under the order's release key, that nobody but
its buyer can make. A text without marks is an error.

   $ shrinkwrap program marks leaked.txt
   0x5d0c6c…`,
	Flags:  []cli.Flag{jsonFlag},
	Action: findMarks,
}

// readProgram returns the module that a name is for: a file's, or that of a
// program that comes with the software.
func readProgram(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if errors.Is(err, fs.ErrNotExist) {
		if wasm, ok := shipped.Find(name); ok {
			return wasm, nil
		}
	}
	if err != nil {
		return nil, fail(exitInput, err, `"shrinkwrap program list" lists those that come with the software`)
	}
	if info.Size() > program.MaxSize {
		return nil, fail(exitInput, fmt.Errorf("%s: %w: it has %d bytes, at most %d are allowed", name, program.ErrUnfit, info.Size(), program.MaxSize))
	}
	wasm, err := os.ReadFile(name)
	if err != nil {
		return nil, fail(exitInput, err)
	}
	return wasm, nil
}

func compileProgram(c *cli.Context, name string) (*program.Program, error) {
	wasm, err := readProgram(name)
	if err != nil {
		return nil, err
	}
	p, err := program.Compile(c.Context, wasm)
	if errors.Is(err, program.ErrUnfit) {
		return nil, fail(exitInput, fmt.Errorf("%s: %w", name, err), `"shrinkwrap program --help" says what a program may use`)
	}
	return p, err
}

// addProgram reads --program FILE[=SECTION,...]. A file may have all of it as its
// name.
func addProgram(c *cli.Context, d *publisher.Draft) error {
	name := c.String("program")
	if name == "" {
		return nil
	}
	var sections []string
	if _, err := os.Stat(name); err != nil {
		if path, names, ok := strings.Cut(name, "="); ok {
			name, sections = path, strings.Split(names, ",")
		}
	}
	p, err := compileProgram(c, name)
	if err != nil {
		return err
	}
	if err := d.Release(p, sections...); err != nil {
		return errors.Join(usageError(err.Error()), p.Close())
	}
	return nil
}

func oneProgram(c *cli.Context) (*program.Program, error) {
	if c.NArg() != 1 {
		return nil, usageError("name one program, a file or one that comes with the software", `"shrinkwrap program list" lists those`)
	}
	return compileProgram(c, c.Args().First())
}

func runProgram(c *cli.Context) (err error) {
	if c.IsSet("purchase") && c.IsSet("buyer") {
		return usageError("--purchase is a real payment, --buyer invents one: give one of them")
	}
	p, err := oneProgram(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	confirmation, err := program.Invented(c.String("buyer"))
	if c.IsSet("purchase") {
		confirmation, err = purchased(c, c.String("purchase"))
	}
	if err != nil {
		return err
	}
	in := &counted{r: os.Stdin}
	out := bufio.NewWriter(c.App.Writer)
	err = p.Run(c.Context, confirmation, program.LimitsFor(sizeOf(os.Stdin)), in, out)
	if failed := new(program.Failure); errors.As(err, &failed) {
		return fail(exitUnreleased, err, fmt.Sprintf("it had read %d bytes of the section; what it wrote is no product", in.n))
	}
	return errors.Join(err, out.Flush())
}

// sizeOf returns a file's size, by which a program's limits are set: 0 where
// nobody knows how much will come.
func sizeOf(f *os.File) uint64 {
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		return uint64(info.Size())
	}
	return 0
}

type counted struct {
	r io.Reader
	n uint64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += uint64(n)
	return n, err
}

// purchased returns the confirmation of a purchase, as open gives it.
func purchased(c *cli.Context, name string) (confirmation program.Confirmation, err error) {
	d, err := openDesk()
	if err != nil {
		return confirmation, err
	}
	g, err := d.goodsOf(c.Context, name)
	if err != nil {
		return confirmation, err
	}
	defer func() { err = errors.Join(err, g.Close()) }()
	if g.wrap == nil {
		return confirmation, fail(exitInput, errors.New("this code holds the header alone"), `"shrinkwrap scan --fetch" has the wrap fetched`)
	}
	p, err := d.bought(c, g.header)
	if err != nil {
		return confirmation, err
	}
	opening, err := terminal.NewOpening(d.home, g.wrap, p)
	if err != nil {
		return confirmation, err
	}
	return opening.Confirmation()
}

// programView is what check prints.
type programView struct {
	Program string   `json:"program"`
	Size    uint64   `json:"size"`
	Packed  uint64   `json:"packed"` // in a wrap
	Imports []string `json:"imports"`
}

func (v programView) print(w io.Writer) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "size\t%d bytes, %d in a wrap\n", v.Size, v.Packed)
	for _, name := range v.Imports {
		fmt.Fprintf(table, "import\t%s\n", name)
	}
	table.Flush()
}

func checkProgram(c *cli.Context) (err error) {
	p, err := oneProgram(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	packed, err := wrap.PackProgram(c.Context, io.Discard, bytes.NewReader(p.Bytes()))
	if err != nil {
		return err
	}
	v := programView{c.Args().First(), packed.Size, packed.SealedSize, append([]string{}, p.Imports()...)}
	return show(c, v, v.print)
}

func listPrograms(c *cli.Context) error {
	if err := command.NoArguments(c); err != nil {
		return err
	}
	type view struct {
		Name string `json:"name"`
		Does string `json:"does"`
	}
	views := []view{}
	for _, s := range shipped.All() {
		views = append(views, view(s))
	}
	return show(c, views, func(w io.Writer) {
		table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		for _, v := range views {
			fmt.Fprintf(table, "%s\t%s\n", v.Name, v.Does)
		}
		table.Flush()
	})
}

func findMarks(c *cli.Context) error {
	if c.NArg() != 1 {
		return usageError("name one file")
	}
	text, err := os.ReadFile(c.Args().First())
	if err != nil {
		return fail(exitInput, err)
	}
	found := map[string]bool{}
	tags := []string{}
	for _, tag := range shipped.Marks(string(text)) {
		b := tag.Bytes()
		if s := fmt.Sprintf("%#x", b[:]); !found[s] {
			found[s] = true
			tags = append(tags, s)
		}
	}
	if len(tags) == 0 {
		return fail(exitInput, fmt.Errorf("%s: no mark is in it", c.Args().First()), "only the program watermark makes such marks, and rewriting a text loses them")
	}
	return show(c, tags, func(w io.Writer) { fmt.Fprintln(w, strings.Join(tags, "\n")) })
}
