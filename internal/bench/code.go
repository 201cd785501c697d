package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sort"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/klauspost/compress/zstd"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/product"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/qr"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// The bars of what a code spends beside the product.
const (
	mostHeader = 640  // bytes
	leastText  = 3800 // characters of testdata/english.txt
)

// textPlaces is how many beginnings the text is tried at.
const textPlaces = 9

// press makes codes of products of one tier, one section and one hint.
type press struct {
	dir       string
	committee nodeapi.Committee
	key       *ecdsa.PrivateKey
	printed   int
}

func codeRows(ctx context.Context, o options) (rows []Row, err error) {
	p, err := newPress()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(p.dir)) }()
	text, err := os.ReadFile(filepath.Join(root(), "testdata", "english.txt"))
	if err != nil {
		return nil, err
	}
	contents, err := p.contents(ctx, text[:2000])
	if err != nil {
		return nil, err
	}
	o.tell("how much text fits one QR code")
	fits, floor, err := p.mostText(ctx, text)
	if err != nil {
		return nil, err
	}
	return []Row{
		row("code/header-1-tier", float64(len(contents[0])), mostHeader, "bytes", "title of 30 characters, one section, one hint; the bar (tlock's overhead, with no price, terms or signature: 290 to 355)"),
		row("code/text-in-one-qr", float64(fits), float64(floor), "characters",
			fmt.Sprintf("of testdata/english.txt, median of %d places; the same text compressed and nothing else (the bar: %d)", textPlaces, leastText)),
	}, nil
}

// root is the source tree's.
func root() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..")
}

func newPress() (*press, error) {
	group, _, err := threshold.InsecureDeal(stageThreshold, stageNodes, rand.Reader)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "shrinkwrap-bench-*")
	if err != nil {
		return nil, err
	}
	operators, urls := make([]common.Address, stageNodes), make([]string, stageNodes)
	for i := range operators {
		operators[i], urls[i] = devchain.Address(i+1), fmt.Sprintf("https://node%d.example.org", i+1)
	}
	var address common.Address
	rand.Read(address[:])
	return &press{dir: dir, committee: nodeapi.NewCommittee(testbed.ChainID, address, 250, group, operators, urls), key: devchain.Key(2)}, nil
}

// contents are the entries of a wrap of the text: header and section.
func (p *press) contents(ctx context.Context, text []byte) (contents [][]byte, err error) {
	p.printed++
	name := filepath.Join(p.dir, fmt.Sprint(p.printed))
	if err := os.Mkdir(name, 0o700); err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(name)) }()
	if err := os.WriteFile(filepath.Join(name, "text.txt"), text, 0o600); err != nil {
		return nil, err
	}
	draft := publisher.Draft{Title: title, Language: "en", Tiers: []publisher.Tier{{Name: "text", Price: "0.002"}}}
	if err := draft.Add(filepath.Join(name, "text.txt"), false); err != nil {
		return nil, err
	}
	sealed, err := publisher.Seal(ctx, filepath.Join(name, "text.seal"), draft, nil)
	if err != nil {
		return nil, err
	}
	listing := publisher.Listing{
		Committee: p.committee, Payee: crypto.PubkeyToAddress(p.key.PublicKey),
		Tiers: []product.TierTerms{{Price: uint256.NewInt(2e15), Confirmations: 12}},
		Hints: []wrap.Hint{{Kind: "node", URL: p.committee.URLs()[0]}},
	}
	path := filepath.Join(name, "text.wrap")
	if _, _, err := sealed.Publish(ctx, path, listing, testbed.Contracts, p.key, nil); err != nil {
		return nil, err
	}
	w, err := terminal.OpenWrap(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	return w.Archive.Contents(wrap.MaxPayloadSize)
}

// mostText returns how many characters fit one QR code, ours and where the text
// is compressed alone, the medians of several places in the text.
func (p *press) mostText(ctx context.Context, text []byte) (ours, floor int, err error) {
	zip, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression))
	if err != nil {
		return 0, 0, err
	}
	defer zip.Close()
	var all, alone []int
	for place := range textPlaces {
		from := text[place*len(text)/textPlaces:]
		all = append(all, longest(len(from), func(n int) bool {
			contents, contentsErr := p.contents(ctx, from[:n])
			if contentsErr != nil {
				err = contentsErr
				return false
			}
			code, codeErr := wrap.NewCode(contents)
			if codeErr != nil {
				err = codeErr
				return false
			}
			return code.Fits()
		}))
		alone = append(alone, longest(len(from), func(n int) bool {
			return len(qr.EncodeBase45(zip.EncodeAll(from[:n], nil))) <= qr.MaxAlphanumeric
		}))
		if err != nil {
			return 0, 0, err
		}
	}
	return median(all), median(alone), nil
}

// longest returns the most characters that fit, among lengths that a code comes
// near.
func longest(most int, fits func(n int) bool) int {
	const low, high = 1000, 9000
	return low - 1 + sort.Search(min(most, high)-low, func(i int) bool { return !fits(low + i) })
}
