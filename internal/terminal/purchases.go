package terminal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

const (
	purchaseFile = "purchase.json"
	headerFile   = "header"
	lockFile     = "lock"
)

// Purchases keeps purchases in the home, under orders/PLACE/ATTEMPT with PLACE =
// chain-escrow-product-tier.
type Purchases struct {
	Home home.Home

	seen *wrap.Header // need not be parsed and checked again, may be nil
}

func placeName(p product.Place) string {
	return fmt.Sprintf("%d-%x-%x-%d", p.ChainID, p.Escrow[:], p.Product[:], p.Tier)
}

var errBusy = errors.New("another process is buying or opening this tier now")

// lock keeps other processes from working at a place at the same time: two that
// both find nothing on chain would both pay.
func (ps Purchases) lock(p product.Place) (unlock func() error, err error) {
	unlock, err = tryLock(ps.Home, "orders", placeName(p), lockFile)
	if errors.Is(err, errLocked) {
		return nil, failure(Refused, errBusy, "let it end first: it may be \"shrinkwrap orders --watch\"")
	}
	return unlock, err
}

// Lock keeps other processes from working at the purchase's place, until Close.
func (p *Purchase) Lock() (err error) {
	orders := filepath.Dir(filepath.Dir(p.dir))
	p.unlock, err = Purchases{Home: home.Home{Dir: filepath.Dir(orders)}}.lock(p.Place())
	return err
}

// Of returns all purchases of a wrap's tiers, by tier and attempt.
func (ps Purchases) Of(h *wrap.Header, c product.Contracts) ([]*Purchase, error) {
	ps.seen = h
	var all []*Purchase
	for k := range h.Content.Tiers {
		attempts, err := ps.At(h.Place(c, k))
		if err != nil {
			return nil, err
		}
		all = append(all, attempts...)
	}
	return all, nil
}

// create makes a new purchase durable.
func (ps Purchases) create(p *Purchase, h *wrap.Header) error {
	dir, err := ps.Home.Folder("orders", placeName(p.Place()), strconv.FormatUint(uint64(p.Attempt), 10))
	if err != nil {
		return err
	}
	p.dir, p.header = dir, h
	// A crash between the two leaves a header without a purchase: the next run
	// writes both again.
	if err := home.WriteFile(filepath.Join(dir, headerFile), h.Bytes(), 0o600); err != nil {
		return err
	}
	return p.reach(Prepared)
}

// At returns all attempts to buy a place, the newest last.
func (ps Purchases) At(p product.Place) ([]*Purchase, error) {
	return ps.attempts(placeName(p))
}

// All returns all purchases, by place and attempt.
func (ps Purchases) All() ([]*Purchase, error) {
	places, err := os.ReadDir(ps.Home.Path("orders"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("reading the purchases: %v", err)
	}
	var all []*Purchase
	for _, place := range places {
		attempts, err := ps.attempts(place.Name())
		if err != nil {
			return nil, err
		}
		all = append(all, attempts...)
	}
	return all, nil
}

func (ps Purchases) attempts(place string) ([]*Purchase, error) {
	entries, err := os.ReadDir(ps.Home.Path("orders", place))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("reading the purchases: %v", err)
	}
	var attempts []*Purchase
	for _, entry := range entries {
		if !entry.IsDir() {
			continue
		}
		p, err := ps.read(ps.Home.Path("orders", place, entry.Name()))
		if errors.Is(err, fs.ErrNotExist) {
			continue // it was being made
		}
		if err != nil {
			return nil, err
		}
		if p.path() != filepath.Join(place, entry.Name()) {
			return nil, fmt.Errorf("%s is the purchase of another place than its folder's: move it away", p.dir)
		}
		attempts = append(attempts, p)
	}
	slices.SortFunc(attempts, func(a, b *Purchase) int { return int(int64(a.Attempt) - int64(b.Attempt)) })
	return attempts, nil
}

func (p *Purchase) path() string {
	return filepath.Join(placeName(p.Place()), strconv.FormatUint(uint64(p.Attempt), 10))
}

func (ps Purchases) read(dir string) (*Purchase, error) {
	b, err := os.ReadFile(filepath.Join(dir, purchaseFile))
	if err != nil {
		return nil, fmt.Errorf("reading a purchase: %w", err)
	}
	p := &Purchase{dir: dir}
	d := json.NewDecoder(strings.NewReader(string(b)))
	d.DisallowUnknownFields()
	if err := d.Decode(p); err != nil {
		return nil, fmt.Errorf("%s cannot be read: %v", filepath.Join(dir, purchaseFile), err)
	}
	if p.Version != purchaseVersion || p.Price == nil {
		return nil, fmt.Errorf("%s has version %d, this software knows %d", filepath.Join(dir, purchaseFile), p.Version, purchaseVersion)
	}
	if p.B, err = bls.ParseG1(p.ReleaseKey); err != nil {
		return nil, fmt.Errorf("%s: %v", filepath.Join(dir, purchaseFile), err)
	}
	h, err := os.ReadFile(filepath.Join(dir, headerFile))
	if err != nil {
		return nil, fmt.Errorf("reading a purchase: %v", err)
	}
	if p.header, err = ps.parse(h); err != nil {
		return nil, fmt.Errorf("%s: %v", filepath.Join(dir, headerFile), err)
	}
	if err := p.check(); err != nil {
		return nil, fmt.Errorf("%s: %v", filepath.Join(dir, purchaseFile), err)
	}
	return p, nil
}

func (ps Purchases) parse(header []byte) (*wrap.Header, error) {
	if ps.seen != nil && bytes.Equal(header, ps.seen.Bytes()) {
		return ps.seen, nil
	}
	return wrap.ParseHeader(header)
}

// check refuses what no run has written: everything else relies on it.
func (p *Purchase) check() error {
	switch {
	case p.header.ID() != p.Wrap:
		return fmt.Errorf("it is the purchase of wrap %s, the header beside it is that of %s", p.Wrap, p.header.ID())
	case int(p.Tier) >= len(p.header.Content.Tiers):
		return fmt.Errorf("tier %d is none of the wrap's %d", p.Tier, len(p.header.Content.Tiers))
	case p.Step != Refunded && !slices.Contains(steps, p.Step):
		return fmt.Errorf("unknown step %q", p.Step)
	case p.Step == Sent && p.Payment == nil, p.Step == Approving && p.Approval == nil:
		return fmt.Errorf("step %q has no transaction", p.Step)
	case p.Step == Refunded && p.Order == nil:
		return fmt.Errorf("step %q has no order", p.Step)
	}
	for _, t := range []*Transaction{p.Approval, p.Payment} {
		if err := t.check(); err != nil {
			return err
		}
	}
	if err := p.moves.check(); err != nil {
		return err
	}
	if p.Disputed != nil && p.Disputed.Bond == nil {
		return errors.New("a dispute has no bond")
	}
	if p.Order != nil {
		if _, err := order.ParseLeaf(p.Order.Leaf); err != nil {
			return err
		}
	}
	return nil
}
