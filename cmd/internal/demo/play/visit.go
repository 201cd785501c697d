package play

import (
	"context"
	"errors"
	"net"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/sync/errgroup"

	"github.com/shrinkwrap/shrinkwrap/cmd/internal/demo"
	"github.com/shrinkwrap/shrinkwrap/cmd/internal/demo/page"
	"github.com/shrinkwrap/shrinkwrap/cmd/internal/exit"
	"github.com/shrinkwrap/shrinkwrap/internal/command"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// visit is what the user does himself when everything was played: on the page, or
// from another terminal.
type visit struct {
	listener net.Listener
	fragment string // of the link that carries the product
}

// newVisit takes the page's address before anything is played, so that one that is
// taken is told of at once. It returns nil where the demo ends without a visit.
func newVisit(c *cli.Context) (*visit, error) {
	if c.Bool("once") {
		if c.IsSet("page") || c.IsSet("open") {
			return nil, command.UsageError("with --once the demo ends before anybody could open the page: leave out --page and --open, or --once")
		}
		return nil, nil
	}
	l, err := page.Listen(c.String("page"))
	if taken := new(net.OpError); errors.As(err, &taken) {
		return nil, command.Fail(exit.Error, err, "without --page the demo takes a free port")
	}
	if err != nil {
		return nil, command.UsageError("--page: " + err.Error())
	}
	return &visit{listener: l}, nil
}

func (v *visit) close() {
	if v != nil {
		v.listener.Close() // again, where the page was served
	}
}

// address is the page's.
func (v *visit) address() string { return "http://" + v.listener.Addr().String() + "/" }

// link reports the page, and its link that carries the code.
func (p *play) link(w *terminal.Wrap) error {
	if p.visit == nil {
		return nil
	}
	contents, err := w.Archive.Contents(wrap.MaxPayloadSize)
	if err != nil {
		return err
	}
	code, err := wrap.NewCode(contents)
	if err != nil {
		return err
	}
	p.report.Page, p.report.Link = p.visit.address(), code.Link(p.visit.address())
	_, p.visit.fragment, _ = strings.Cut(p.report.Link, "#")
	return nil
}

// stay keeps chain, nodes and page up until the user stops the command.
func (p *play) stay(ctx context.Context) error {
	handler, err := page.Handler(page.Options{
		Address: p.visit.listener.Addr().String(), Node: p.world.Committee.Operators[0].URL, Fragment: p.visit.fragment,
		Wallet: page.NewWallet(p.world.chain.Client(), chainID, p.world.visitor.Key),
	})
	if err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return page.Serve(ctx, p.visit.listener, handler) })
	group.Go(func() error { return p.follow(ctx) })
	p.invite()
	if p.Bool("open") {
		go func() {
			if err := openBrowser(p.visit.product()); err != nil {
				say(p.Context, "no browser was opened: %v", err)
			}
		}()
	}
	if err := group.Wait(); err != nil {
		return err
	}
	say(p.Context, "\nstopping")
	return nil
}

// product is the page's address with the product scanned, short enough to be read.
func (v *visit) product() string { return strings.TrimSuffix(v.address(), "/") + page.ProductPath }

// invite says what can be tried.
func (p *play) invite() {
	wrap, key := filepath.Join(p.out, "product.wrap"), p.world.home.Path("demo", "buyer.key")
	say(p.Context, `
NOW YOU    A buyer's page is at

   %[1]s

Open it in a browser, choose the picture

   %[2]s

press Buy, and confirm in the demo wallet, whose money is worth nothing. With the product
scanned already: %[3]s

From another terminal, for example:

   %[4]s show %[5]s
   %[4]s buy %[5]s --tier sample --key %[6]s -o sample
   %[4]s orders
   %[4]s verify %[7]s
   %[4]s program marks %[8]s

Chain, nodes and page stay up until Ctrl-C. Keys stay in %[9]s
chain  %[10]s (chain id %[11]d)
`, p.visit.address(), filepath.Join(p.out, "code.png"), p.visit.product(), demo.Shrinkwrap(), wrap, key,
		filepath.Join(p.out, "opened", rights.FileName), filepath.Join(p.out, "letter", "letter.txt"),
		p.world.home.Path("demo"), p.world.chain.HTTP(), chainID)
}
