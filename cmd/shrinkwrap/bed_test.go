package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/shrinkwrap/shrinkwrap/cmd/internal/demo/play"
	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/qr"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// nodeURLs are where the nodes of scripts' committees would be.
var nodeURLs = []string{"https://node1.example", "https://node2.example", "https://node3.example"}

// writeKey N FILE writes the private key of account N of the scripts' chain.
func writeKey(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	ts.Check(crypto.SaveECDSA(ts.MkAbs(args[1]), devchain.Key(n)))
}

// writeCommittee FILE writes the descriptor of a committee that stands nowhere.
func writeCommittee(ts *testscript.TestScript, _ bool, args []string) {
	group, _, err := threshold.InsecureDeal(2, len(nodeURLs), rand.NewChaCha8([32]byte{1}))
	ts.Check(err)
	operators := []common.Address{{1}, {2}, {3}}
	saveCommittee(ts, args[0], nodeapi.NewCommittee(testbed.ChainID, common.Address{9}, 250, group, operators, nodeURLs))
}

func saveCommittee(ts *testscript.TestScript, path string, committee nodeapi.Committee) {
	b, err := json.Marshal(committee)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(path), b, 0o666))
}

// drawPicture FILE… writes small pictures, PNG or JPEG by their names.
func drawPicture(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		savePicture(ts, name, image.NewGray(image.Rect(0, 0, 8, 8)))
	}
}

// convert FROM TO draws a picture again, in the format of its new name.
func convert(ts *testscript.TestScript, _ bool, args []string) {
	picture, _, err := image.Decode(bytes.NewReader([]byte(ts.ReadFile(args[0]))))
	ts.Check(err)
	savePicture(ts, args[1], picture)
}

// plainCode TO TEXT draws a code of some text.
func plainCode(ts *testscript.TestScript, _ bool, args []string) {
	code, err := qr.New(args[1], qr.Options{})
	ts.Check(err)
	var b bytes.Buffer
	ts.Check(code.PNG(&b, 4))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o666))
}

// shelf TO FROM… draws pictures side by side.
func shelf(ts *testscript.TestScript, _ bool, args []string) {
	var all []image.Image
	size := image.Point{}
	for _, name := range args[1:] {
		picture, _, err := image.Decode(bytes.NewReader([]byte(ts.ReadFile(name))))
		ts.Check(err)
		all = append(all, picture)
		size = image.Pt(size.X+picture.Bounds().Dx(), max(size.Y, picture.Bounds().Dy()))
	}
	to := image.NewGray(image.Rectangle{Max: size})
	draw.Draw(to, to.Rect, image.White, image.Point{}, draw.Src)
	at := image.Point{}
	for _, picture := range all {
		draw.Draw(to, picture.Bounds().Add(at), picture, image.Point{}, draw.Src)
		at.X += picture.Bounds().Dx()
	}
	savePicture(ts, args[0], to)
}

func savePicture(ts *testscript.TestScript, name string, picture image.Image) {
	var b bytes.Buffer
	if filepath.Ext(name) == ".png" {
		ts.Check(png.Encode(&b, picture))
	} else {
		ts.Check(jpeg.Encode(&b, picture, nil))
	}
	ts.Check(os.WriteFile(ts.MkAbs(name), b.Bytes(), 0o666))
}

// bed is the chain of one script.
type bed struct {
	*testbed.Bed
	t      *testing.T
	town   *play.World // see the command of that name
	last   common.Hash // order that chain buy made
	bought uint32
}

func (b *bed) close() (err error) {
	if b.Bed != nil {
		err = b.Bed.Close()
	}
	if b.town != nil {
		err = errors.Join(err, b.town.Close())
	}
	return err
}

// chain COMMAND… is a script's chain, whose endpoint is then in $RPC:
//
//	chain start [bare]               starts it, with the escrow on it unless it is bare
//	chain committee SEED NODES FILE  deploys a committee that so many nodes confirm
//	chain endless                    names in $ENDLESS an endpoint that knows no finalised block
//	chain adjust DURATION            moves its clock on
//	chain midday                     moves its clock into the middle of an epoch
//	chain buy WRAP TIER              pays for a tier
//	chain last VARIABLE              names the last order in a variable
//	chain answer SEED                answers every dispute, as the committee of that seed
//	chain dispute WRAP               disputes the newest order of a product
//	chain commit NUMBER              makes empty blocks
func (b *bed) chain(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: chain COMMAND...")
	}
	ctx := context.Background()
	switch args[0] {
	case "start":
		ts.Check(b.start(ctx, len(args) > 1))
		ts.Setenv("RPC", b.HTTP())
	case "committee":
		seed, err := strconv.ParseUint(args[1], 10, 8)
		ts.Check(err)
		confirm, err := strconv.Atoi(args[2])
		ts.Check(err)
		committee, _, err := b.Committee(ctx, byte(seed), 2, 250, nodeURLs, confirm)
		ts.Check(err)
		saveCommittee(ts, args[3], committee)
	case "endless":
		without := rpctest.NewProxy(b.t, b.HTTP())
		without.Set(rpctest.WithoutFinality)
		ts.Setenv("ENDLESS", without.URL)
	case "adjust":
		by, err := time.ParseDuration(args[1])
		ts.Check(err)
		ts.Check(b.AdjustTime(by))
	case "midday":
		head, err := b.Client().HeaderByNumber(ctx, nil)
		ts.Check(err)
		const day = 24 * 60 * 60
		ts.Check(b.AdjustTime(time.Duration(day-head.Time%day+day/2) * time.Second))
	case "buy":
		tier, err := strconv.ParseUint(args[2], 10, 8)
		ts.Check(err)
		ts.Check(b.buy(ctx, ts.MkAbs(args[1]), uint8(tier)))
	case "dispute":
		ts.Check(b.dispute(ctx, ts.MkAbs(args[1])))
	case "commit":
		blocks, err := strconv.Atoi(args[1])
		ts.Check(err)
		for range blocks {
			_, err := b.Commit()
			ts.Check(err)
		}
	case "last":
		ts.Setenv(args[1], b.last.Hex())
	case "answer":
		seed, err := strconv.ParseUint(args[1], 10, 8)
		ts.Check(err)
		ts.Check(b.answer(ctx, byte(seed)))
	default:
		ts.Fatalf("no chain command %q", args[0])
	}
}

func (b *bed) start(ctx context.Context, bare bool) (err error) {
	if !bare {
		b.Bed, err = testbed.New(ctx, devchain.Options{})
		return err
	}
	chain, err := devchain.New(devchain.Options{})
	if err == nil {
		b.Bed = &testbed.Bed{Chain: chain}
	}
	return err
}

func (b *bed) buy(ctx context.Context, path string, tier uint8) error {
	w, err := terminal.OpenWrap(path)
	if err != nil {
		return err
	}
	defer w.Close() // only read
	key, err := release.NewKey(make([]byte, release.SeedSize), w.Header.Place(testbed.Contracts, int(tier)), b.bought)
	if err != nil {
		return err
	}
	b.bought++
	c, _, err := b.Buy(ctx, devchain.Key(3), w.Header.Terms(), key)
	if err != nil {
		return fmt.Errorf("buying: %w", err)
	}
	b.last = c.Order
	return nil
}

func (b *bed) dispute(ctx context.Context, path string) error {
	w, err := terminal.OpenWrap(path)
	if err != nil {
		return err
	}
	defer w.Close() // only read
	account, product := w.Header.Terms().Offer(0).Account(), w.Header.Address(testbed.Contracts)
	logs, err := b.Client().FilterLogs(ctx, ethereum.FilterQuery{
		Addresses: []common.Address{testbed.Contracts.Escrow}, Topics: [][]common.Hash{{order.ConfirmedTopic}, {account}, {common.BytesToHash(product[:])}},
	})
	if err != nil || len(logs) == 0 {
		return errors.Join(err, errors.New("nothing was bought"))
	}
	paid, err := order.ParseConfirmed(logs[len(logs)-1])
	if err != nil {
		return err
	}
	proof, err := paid.Proof()
	if err != nil {
		return err
	}
	client, err := chain.Dial(ctx, []string{b.HTTP()}, chain.Options{})
	if err != nil {
		return err
	}
	defer client.Close()
	way, err := dispute.Prover{Client: client, Escrow: testbed.Contracts.Escrow}.Prove(ctx, paid.Leaf, dispute.Known{})
	if err != nil {
		return err
	}
	_, err = b.Send(ctx, devchain.Key(3), &testbed.Contracts.Escrow, big.NewInt(params.Ether), dispute.Call(paid.Leaf, way, proof))
	return err
}

// swap FROM TO FILE writes the descriptor TO with the address of FROM.
func swap(ts *testscript.TestScript, _ bool, args []string) {
	var from, to nodeapi.Committee
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &from))
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &to))
	to.Address = from.Address
	saveCommittee(ts, args[2], to)
}
