package wrap

import (
	"errors"
	"fmt"
	"math"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// Bounds of a header's parts.
const (
	MaxSections        = 1024
	MaxTitleSize       = 256  // bytes
	MaxDescriptionSize = 4096 // bytes
	maxShortText       = 128  // names of tiers, media types, languages, codes of rights
	maxListed          = 64   // rights of a tier, arguments of a right, extensions, hints
	maxURLSize         = 2048
	maxExtensionSize   = 16 << 10
)

// checkForm checks everything that a header says by itself, without any
// cryptography.
func (h *Header) checkForm() error {
	if err := h.Content.check(); err != nil {
		return err
	}
	if err := h.Binding.checkForm(); err != nil {
		return err
	}
	if tiers, terms := len(h.Content.Tiers), len(h.Binding.Terms.Tiers); tiers != terms {
		return fmt.Errorf("content has %d tiers, terms have %d", tiers, terms)
	}
	return checkHints(h.Hints)
}

// check checks a content by itself.
func (c *Content) check() error {
	if n := len(c.Series); n != 0 && n != 32 {
		return fmt.Errorf("series has %d bytes, want none or 32", n)
	}
	for _, check := range []func() error{c.checkTexts, c.checkTiers, c.checkSections, c.checkProgram, c.checkCover, c.checkExtensions} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

func (c *Content) checkTexts() error {
	if err := checkShown("title", c.Title, 1, MaxTitleSize); err != nil {
		return err
	}
	if err := checkShown("description", c.Description, 0, MaxDescriptionSize); err != nil {
		return err
	}
	return checkShown("language", c.Language, 0, maxShortText)
}

func (c *Content) checkTiers() error {
	if len(c.Tiers) < 1 || len(c.Tiers) > product.MaxTiers {
		return fmt.Errorf("content has %d tiers, from 1 to %d are allowed", len(c.Tiers), product.MaxTiers)
	}
	for k, tier := range c.Tiers {
		if err := checkShown(fmt.Sprintf("name of tier %d", k), tier.Name, 1, maxShortText); err != nil {
			return err
		}
		if err := checkRights(k, tier.Rights); err != nil {
			return err
		}
	}
	return nil
}

func checkRights(k int, rights []Right) error {
	if len(rights) > maxListed {
		return fmt.Errorf("tier %d has %d rights, at most %d are allowed", k, len(rights), maxListed)
	}
	for _, right := range rights {
		if len(right) < 1 || len(right) > maxListed {
			return fmt.Errorf("a right of tier %d has %d parts, from 1 to %d are allowed", k, len(right), maxListed)
		}
		for _, part := range right {
			if err := checkShown(fmt.Sprintf("right of tier %d", k), part, 1, maxShortText); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *Content) checkSections() error {
	if len(c.Sections) < 1 || len(c.Sections) > MaxSections {
		return fmt.Errorf("content has %d sections, from 1 to %d are allowed", len(c.Sections), MaxSections)
	}
	seen := make(map[string]bool, len(c.Sections))
	for n, s := range c.Sections {
		if err := c.checkSection(s); err != nil {
			return fmt.Errorf("section %d: %w", n, err)
		}
		if seen[fold(s.Name)] {
			return fmt.Errorf("section %d: another section is named %q (file systems may not tell them apart)", n, s.Name)
		}
		seen[fold(s.Name)] = true
	}
	return nil
}

func (c *Content) checkSection(s SectionHeader) error {
	if err := CheckName(s.Name); err != nil {
		return err
	}
	if err := checkShown("media type", s.Media, 1, maxShortText); err != nil {
		return err
	}
	switch {
	case s.Tiers == 0:
		return errors.New("no tier includes it")
	case highestTier(s.Tiers) >= len(c.Tiers):
		return fmt.Errorf("tier %d includes it, there are %d", highestTier(s.Tiers), len(c.Tiers))
	case s.Size > math.MaxInt64 || s.SealedSize > math.MaxInt64:
		return errors.New("a size is not below 2^63")
	case s.SealedSize == 0:
		return errors.New("its sealed size is 0")
	case s.Program && c.Program == nil:
		return errors.New("it wants a release program, there is none")
	}
	return nil
}

func (c *Content) checkProgram() error {
	if p := c.Program; p != nil && (p.Size == 0 || p.SealedSize == 0 || p.Size > math.MaxInt64 || p.SealedSize > math.MaxInt64) {
		return fmt.Errorf("release program has sizes %d and %d", p.Size, p.SealedSize)
	}
	return nil
}

// MaxCoverSize bounds the clear picture, in bytes.
const MaxCoverSize = 16 << 20

func (c *Content) checkCover() error {
	if c.Cover == nil {
		return nil
	}
	switch c.Cover.Name {
	case "cover.png", "cover.jpg", "cover.webp", "cover.avif":
	default:
		return fmt.Errorf("cover %q is none of cover.png, cover.jpg, cover.webp, cover.avif", c.Cover.Name)
	}
	if c.Cover.Size == 0 || c.Cover.Size > MaxCoverSize {
		return fmt.Errorf("cover has %d bytes, from 1 to %d are allowed", c.Cover.Size, MaxCoverSize)
	}
	return nil
}

func (c *Content) checkExtensions() error {
	if len(c.Extensions) > maxListed {
		return fmt.Errorf("%d extensions, at most %d are allowed", len(c.Extensions), maxListed)
	}
	seen := make(map[string]bool)
	for _, x := range c.Extensions {
		if err := checkShown("extension's key", x.Key, 1, maxShortText); err != nil {
			return err
		}
		if seen[x.Key] {
			return fmt.Errorf("two extensions %q", x.Key)
		}
		seen[x.Key] = true
		if len(x.Value) > maxExtensionSize {
			return fmt.Errorf("extension %q has %d bytes, at most %d are allowed", x.Key, len(x.Value), maxExtensionSize)
		}
	}
	return nil
}

func checkHints(hints []Hint) error {
	if len(hints) > maxListed {
		return fmt.Errorf("%d hints, at most %d are allowed", len(hints), maxListed)
	}
	for _, hint := range hints {
		if err := checkShown("kind of a hint", hint.Kind, 1, maxShortText); err != nil {
			return err
		}
		if err := checkShown("address of a hint", hint.URL, 1, maxURLSize); err != nil {
			return err
		}
	}
	return nil
}

func checkShown(what, text string, least, most int) error {
	if len(text) < least || len(text) > most {
		return fmt.Errorf("%s has %d bytes, from %d to %d are allowed", what, len(text), least, most)
	}
	if err := CheckText(text); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}
