package play

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/program"
	"github.com/shrinkwrap/shrinkwrap/internal/program/shipped"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/qr"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// What the demo buys: first the middle tier, then the one with a release program.
const (
	middleTier = 1
	letterTier = 2
)

// play is one run of the demo: each step is what a command does.
type play struct {
	*cli.Context
	world  *World
	out    string
	report *report
	trust  terminal.Trust
	sealed *publisher.SealFile
	header *wrap.Header
	visit  *visit // of the page; nil where there is none
}

func (p *play) run() error {
	config, err := p.world.home.Config()
	if err != nil {
		return err
	}
	p.trust = terminal.TrustIn(config, chainID)
	for _, step := range []struct {
		name string
		do   func(context.Context) error
	}{
		{"seal", p.seal}, {"publish", p.publish}, {"code", p.drawCode}, {"scan", p.scan}, {"buy", p.buy}, {"letter", p.buyLetter},
	} {
		start := time.Now()
		if err := step.do(p.Context.Context); err != nil {
			return fmt.Errorf("%s: %w", step.name, err)
		}
		p.report.took(step.name, start)
	}
	return p.finish()
}

// seal seals the tale: no network, no price, no chain.
func (p *play) seal(ctx context.Context) error {
	dir, err := os.MkdirTemp(p.world.home.Path("demo"), "sample-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := copySample(dir); err != nil {
		return err
	}
	draft := publisher.Draft{
		Title: "The Lamplighter's Key", Language: "en",
		Description: "A tale of forty lamps and three keys.",
		Tiers: []publisher.Tier{
			{Name: "sample", Price: "0"},
			{Name: "text", Price: "0.002", Rights: []wrap.Right{{"display"}}},
			{Name: "letter", Price: "0.005", Rights: []wrap.Right{{"display"}, {"print", "count=3"}}},
		},
	}
	for _, part := range []string{"sample.txt=sample", "tale.txt=text", "letter.txt=letter"} {
		if err := draft.Add(filepath.Join(dir, part), false); err != nil {
			return err
		}
	}
	watermark, _ := shipped.Find("watermark")
	mark, err := program.Compile(ctx, watermark)
	if err != nil {
		return err
	}
	defer mark.Close() // frees memory
	if err := draft.Release(mark, "letter.txt"); err != nil {
		return err
	}
	path := p.world.home.Path("demo", "product.seal")
	if err := os.RemoveAll(path); err != nil { // an earlier demo's
		return err
	}
	if p.sealed, err = publisher.Seal(ctx, path, draft, nil); err != nil {
		return err
	}
	say(p.Context, "\nPUBLISHER  seals a tale in three tiers: each file is compressed and encrypted for the tiers that have it")
	for _, s := range p.sealed.Content.Sections {
		say(p.Context, "           %-12s %5d bytes sealed as %5d, for %s", s.Name, s.Size, s.SealedSize, tierNames(p.sealed.Content, s))
	}
	say(p.Context, "           letter.txt goes with a release program of %d bytes, which marks each buyer's copy", p.sealed.Content.Program.Size)
	return nil
}

func copySample(dir string) error {
	files, err := fs.Sub(sample, "sample")
	if err != nil {
		return err
	}
	return os.CopyFS(dir, files)
}

// publish fixes the terms, writes the wrap and deploys the product.
func (p *play) publish(ctx context.Context) error {
	coin := tokens.Of(chainID, common.Address{})
	settings := []publisher.Setting{{Confirmations: 1}, {Confirmations: 2}, {Confirmations: 2}}
	tiers, err := p.sealed.TierTerms(coin, settings)
	if err != nil {
		return err
	}
	listing := publisher.Listing{Committee: p.world.Committee, Payee: p.world.publisher.Address, Tiers: tiers}
	path := filepath.Join(p.out, "product.wrap")
	if p.header, _, err = p.sealed.Publish(ctx, path, listing, p.trust.Contracts, p.world.publisher.Key(), nil); err != nil {
		return err
	}
	market := publisher.Market{Client: p.world.client, Contracts: p.trust.Contracts, CodeHashes: p.trust.CodeHashes}
	if err := market.Check(ctx, listing); err != nil {
		return err
	}
	tx, err := market.Deploy(ctx, chain.NewKeySigner(p.world.publisher.Key()), p.header.Terms())
	if err != nil {
		return err
	}
	if err := p.report.deployed(ctx, p.world.client, tx, p.header, p.trust.Contracts); err != nil {
		return err
	}
	say(p.Context, "           fixes the terms, signs, and deploys the product contract %s (%d gas)", p.report.Addresses.Product, p.report.Gas.Deploy)
	for k, tier := range tiers {
		say(p.Context, "           tier %-8s %s", p.header.Content.Tiers[k].Name, coin.Format(tier.Price))
	}
	return nil
}

// drawCode makes the code: a picture for print, and the terminal's.
func (p *play) drawCode(context.Context) (err error) {
	w, err := terminal.OpenWrap(filepath.Join(p.out, "product.wrap"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	code, err := w.Code(false, "")
	if err != nil {
		return err
	}
	var picture bytes.Buffer
	if err := code.Symbol.PNG(&picture, 6); err != nil {
		return err
	}
	path := filepath.Join(p.out, "code.png")
	if err := home.WriteFile(path, picture.Bytes(), 0o644); err != nil {
		return err
	}
	what := "all of the product"
	if code.Pointer {
		what = "the product's header"
	}
	if err := p.link(w); err != nil {
		return err
	}
	say(p.Context, "           prints the code, which holds %s and which anyone may copy: %s", what, path)
	return p.drawInTerminal(w, code.Symbol)
}

// drawInTerminal draws the code where stderr is a terminal wide enough for it,
// or else for that of the header alone: a line that wraps would spoil it.
func (p *play) drawInTerminal(w *terminal.Wrap, symbol *qr.Code) error {
	width, _, err := term.GetSize(int(os.Stderr.Fd()))
	if err != nil {
		return nil // no terminal: the picture has it
	}
	fits := func(s *qr.Code) bool { return s.Size+2*qr.QuietZone <= width }
	if !fits(symbol) {
		header, err := wrap.NewCode([][]byte{w.Header.Bytes()})
		if err != nil {
			return err
		}
		if symbol, err = qr.New(header.Text(), qr.Options{}); err != nil {
			return err
		}
		say(p.Context, "           too large for this terminal; its header alone, from which one knows what to pay:")
	}
	if !fits(symbol) {
		say(p.Context, "           needs %d columns, and here are %d", symbol.Size+2*qr.QuietZone, width)
		return nil
	}
	return symbol.Terminal(p.Context.App.ErrWriter)
}

// scan reads the picture as a buyer's terminal does, without any network.
func (p *play) scan(ctx context.Context) (err error) {
	picture, err := os.Open(filepath.Join(p.out, "code.png"))
	if err != nil {
		return err
	}
	defer picture.Close()
	text, err := qr.Read(picture)
	if err != nil {
		return err
	}
	code, err := wrap.ParseCode(text)
	if err != nil {
		return err
	}
	signers := terminal.Signers{Home: p.world.home}
	report, err := terminal.Inspect(code.Header, p.trust, signers)
	if err != nil {
		return err
	}
	if err := report.Danger(); err != nil {
		return err
	}
	say(p.Context, "\nBUYER      scans the code, offline, and checks what it says before any money moves")
	for _, check := range report.Checks {
		say(p.Context, "           %-6s %s: %s", check.Verdict, check.Name, check.Text)
	}
	return signers.Remember(report.Signer, terminal.Signer{FirstSeen: time.Now(), Title: code.Header.Content.Title, Wrap: report.ID})
}
