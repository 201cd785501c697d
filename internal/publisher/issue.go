package publisher

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// A series is one product whose content goes on appearing: who bought a tier of
// it opens that tier of every issue. All issues have the same 32 bytes as their
// series, the same tiers and the same tier keys, and are published under the
// same terms, R and E_k.

// SealIssue seals a further issue of the series that first is of, from a draft
// that [SealFile.Issue] began.
func SealIssue(ctx context.Context, path string, first *SealFile, d Draft, progress Progress) (*SealFile, error) {
	switch {
	case len(first.Content.Series) == 0:
		return nil, unfit("seal file %s is of no series: it was sealed without --series", first.Path)
	case !bytes.Equal(d.Series, first.Content.Series) || len(d.Tiers) != len(first.keys):
		return nil, unfit("an issue has the series and the tiers of the first seal file")
	}
	return sealWith(ctx, path, d, first.keys, progress)
}

// Issue returns a draft with the series and the tiers of f.
func (f *SealFile) Issue() Draft {
	d := Draft{Series: f.Content.Series}
	for k, t := range f.Content.Tiers {
		d.Tiers = append(d.Tiers, Tier{Name: t.Name, Rights: t.Rights, Price: f.Prices[k]})
	}
	return d
}

// PublishIssue writes the wrap of an issue under the terms of the first wrap of
// its series, as [SealFile.Publish] does.
func (f *SealFile) PublishIssue(ctx context.Context, path string, first *wrap.Header, hints []wrap.Hint, c product.Contracts, key *ecdsa.PrivateKey, progress Progress) (*wrap.Header, bool, error) {
	if err := f.checkIssue(first, c, crypto.PubkeyToAddress(key.PublicKey)); err != nil {
		return nil, false, err
	}
	if len(hints) == 0 {
		hints = first.Hints
	}
	h := &wrap.Header{Version: wrap.Version, Content: *f.Content, Binding: first.Binding, Hints: hints}
	return f.publish(ctx, path, h, c, key, progress)
}

// checkIssue refuses a seal file that is no issue of the first wrap's series.
func (f *SealFile) checkIssue(first *wrap.Header, c product.Contracts, signer common.Address) error {
	if err := first.Authenticate(c); err != nil {
		return unfit("first wrap of the series: %w", err)
	}
	switch {
	case len(f.Content.Series) == 0 || !bytes.Equal(first.Content.Series, f.Content.Series):
		return unfit("the seal file is not of the first wrap's series")
	case !slices.EqualFunc(first.Content.Tiers, f.Content.Tiers, func(a, b wrap.Tier) bool { return a.Name == b.Name }):
		return unfit("the seal file has other tiers than the first wrap of its series")
	case signer != first.Binding.Terms.Signer:
		return unfit("the series is signed by %s, not by %s", first.Binding.Terms.Signer, signer)
	}
	return nil
}
