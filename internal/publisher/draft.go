package publisher

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/program"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Draft is a product before it is sealed.
type Draft struct {
	Title       string
	Description string
	Language    string // BCP 47, or empty
	Series      []byte // 32 bytes that all issues of a series share, or empty
	Tiers       []Tier // in ascending order: each is worth more than those before
	Parts       []Part
	Cover       string // path of a picture that anyone may see, or empty

	// Program makes the product of the parts that say so; nil if none does.
	Program *program.Program
}

// Tier is a degree of payment before there are terms.
type Tier struct {
	Name   string
	Rights []wrap.Right
	// Price is what publishing asks unless it is told otherwise, a decimal of
	// whatever token is chosen then. Empty: publishing has to be told.
	Price string
}

// free reports whether the tier costs nothing. One whose price is open does.
func (t Tier) free() bool { return t.Price != "" && strings.Trim(t.Price, "0.") == "" }

// Part is a file or folder of a product and the tiers that include it.
type Part struct {
	Path    string
	Tiers   uint64 // bit k: tier k
	Program bool   // the release program makes the product of it
}

// name is that of the section that the part becomes.
func (p Part) name() (string, error) {
	whole, err := filepath.Abs(p.Path) // "." has a name, too
	return filepath.Base(whole), err
}

// Release has a program make the product of the parts of these names, or of all
// parts that were added where none is named.
func (d *Draft) Release(p *program.Program, names ...string) error {
	d.Program = p
	left := slices.Clone(names)
	for i := range d.Parts {
		name, err := d.Parts[i].name()
		if err != nil {
			return err
		}
		d.Parts[i].Program = len(names) == 0 || slices.Contains(names, name)
		left = slices.DeleteFunc(left, func(s string) bool { return s == name })
	}
	if len(left) > 0 {
		return fmt.Errorf("the release program is for %q, and nothing that is sealed has this name", left[0])
	}
	return nil
}

// Add adds a part that is written as "PATH" or as "PATH=TIER,TIER…":
//
//   - without a tier, every tier that is not free includes it; where all are
//     free, all do;
//   - with a tier, that tier and all that come after it;
//   - if exact, the tiers that are named and no others.
func (d *Draft) Add(part string, exact bool) error {
	path, names, ok := d.cutTiers(part)
	if !ok {
		d.Parts = append(d.Parts, Part{Path: part, Tiers: d.paid()})
		return nil
	}
	if path == "" {
		return fmt.Errorf("%q names tiers and no file", part)
	}
	if len(names) > 1 && !exact {
		return fmt.Errorf("%q names %d tiers, where the lowest is enough: those after it include the file too, unless tiers are exact", part, len(names))
	}
	var bitmap uint64
	for _, name := range names {
		k := d.tier(name)
		if k < 0 {
			return fmt.Errorf("%q: there is no tier %q", part, name)
		}
		bitmap |= 1 << k
		if !exact {
			bitmap |= d.all() &^ (1<<k - 1)
		}
	}
	d.Parts = append(d.Parts, Part{Path: path, Tiers: bitmap})
	return nil
}

// cutTiers cuts a part at its last equals sign, unless a file has all of it as
// its name and what follows the sign is no tier.
func (d *Draft) cutTiers(part string) (path string, tiers []string, ok bool) {
	at := strings.LastIndexByte(part, '=')
	if at < 0 {
		return part, nil, false
	}
	path, tiers = part[:at], strings.Split(part[at+1:], ",")
	if _, err := os.Lstat(part); err == nil && d.tier(tiers[0]) < 0 {
		return part, nil, false
	}
	return path, tiers, true
}

// Grant adds a right that is written as "TIER=CODE,ARGUMENT…" to a tier.
func (d *Draft) Grant(right string) error {
	name, parts, ok := strings.Cut(right, "=")
	k := d.tier(name)
	switch {
	case !ok || parts == "":
		return fmt.Errorf("right %q is not written as TIER=CODE,ARGUMENT…", right)
	case k < 0:
		return fmt.Errorf("right %q: there is no tier %q", right, name)
	}
	d.Tiers[k].Rights = append(d.Tiers[k].Rights, strings.Split(parts, ","))
	return nil
}

// ParseTier reads a tier that is written as "NAME" or as "NAME:PRICE".
func ParseTier(s string) (Tier, error) {
	at := strings.LastIndexByte(s, ':')
	if at < 0 {
		return Tier{Name: s}, nil
	}
	t := Tier{Name: s[:at], Price: s[at+1:]}
	return t, tokens.CheckDecimal(t.Price)
}

func (d *Draft) tier(name string) int {
	return slices.IndexFunc(d.Tiers, func(t Tier) bool { return t.Name == name })
}

func (d *Draft) all() uint64 { return 1<<len(d.Tiers) - 1 }

func (d *Draft) paid() (bitmap uint64) {
	for k, t := range d.Tiers {
		if !t.free() {
			bitmap |= 1 << k
		}
	}
	if bitmap == 0 {
		return d.all()
	}
	return bitmap
}

// check refuses what no content's own rules do.
func (d *Draft) check() error {
	if len(d.Tiers) < 1 || len(d.Tiers) > product.MaxTiers {
		return fmt.Errorf("%d tiers, from 1 to %d are allowed", len(d.Tiers), product.MaxTiers)
	}
	if len(d.Parts) == 0 {
		return errors.New("nothing to seal: name files or folders")
	}
	if d.Program != nil && !slices.ContainsFunc(d.Parts, func(p Part) bool { return p.Program }) {
		return errors.New("the release program is for no part")
	}
	for k, t := range d.Tiers {
		if err := rights.Check(t.Rights, time.Now()); err != nil {
			return fmt.Errorf("tier %q: %w", t.Name, err)
		}
		if d.tier(t.Name) != k {
			return fmt.Errorf("two tiers are named %q", t.Name)
		}
		if t.Name == "" || strings.ContainsAny(t.Name, "=,") {
			return fmt.Errorf("tier's name %q is empty, or has a comma or an equals sign", t.Name)
		}
		if !slices.ContainsFunc(d.Parts, func(p Part) bool { return p.Tiers>>k&1 == 1 }) {
			return fmt.Errorf("nothing is in tier %q", t.Name)
		}
	}
	if d.Language != "" {
		if _, err := language.Parse(d.Language); err != nil {
			return fmt.Errorf("language %q is no BCP 47 tag such as \"en\" or \"pt-BR\": %v", d.Language, err)
		}
	}
	return nil
}
