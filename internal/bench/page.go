package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/shrinkwrap/shrinkwrap/web"
)

// The bars of the buyers' page.
const (
	mostScript = 200_000 // bytes, compressed, before the camera opens
	mostOpen   = 500     // ms, to open 1 MB
	mostOwn    = 256     // MB, while 100 MB are opened
)

// hundredMB is what the row is named for.
const hundredMB = 100_000_000

// page is what web/test/e2e/bench.ts prints: what the committed page took in
// Chromium. Small and large products are of several kinds of bytes.
type page struct {
	Scripts []string // fetched before the camera opens
	Small   map[string]struct {
		Opened    []float64 // ms from asking for it, of a worker that was there for a second, until the bytes can be shown
		Begun     []float64 // ms of it until it had verified the release and the receipt
		AtOnce    []float64 // ms where it is asked for when the worker starts
		Processor float64   // ms of the processor's time for each, of the worker's start too
	}
	Large map[string]struct {
		Opened            float64 // ms
		Renderer, Browser held
	}
}

// held is what a process had resident, in bytes.
type held struct {
	Before, Peak float64 // pages of files included, which processes share
	Own          float64 // the most without these
}

// pageRows measures the page that is committed.
func pageRows(ctx context.Context, o options) ([]Row, error) {
	o.tell("the page in Chromium")
	p, err := measurePage(ctx, min(o.size, hundredMB), max(o.rounds, 1))
	if err != nil {
		return nil, err
	}
	script, err := p.script()
	if err != nil {
		return nil, err
	}
	return []Row{script, p.open(), p.memory()}, nil
}

func measurePage(ctx context.Context, size int64, rounds int) (p page, err error) {
	out, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}", "github.com/shrinkwrap/shrinkwrap").Output()
	if err != nil {
		return p, fmt.Errorf("finding the sources: %w", err)
	}
	root := strings.TrimSpace(string(out))
	node := filepath.Join(root, "node_modules", ".bin", "node")
	if _, err := os.Stat(node); err != nil {
		return p, fmt.Errorf("%w (make test installs it)", err)
	}
	script := filepath.Join(root, "web", "test", "e2e", "bench.ts")
	measure := command{dir: root, name: node, args: []string{script, strconv.FormatInt(size, 10), strconv.Itoa(rounds)}}
	_, printed, err := measure.run(ctx)
	if err != nil {
		return p, err
	}
	return p, json.Unmarshal([]byte(printed), &p)
}

// script weighs what a buyer loads before he scans. What only paying and opening
// need comes later.
func (p page) script() (Row, error) {
	total := 0
	for _, name := range p.Scripts {
		script, err := fs.ReadFile(web.Files(), name)
		if err != nil {
			return Row{}, fmt.Errorf("the page that is built in: %w", err)
		}
		n, err := gzipped(script)
		if err != nil {
			return Row{}, err
		}
		total += n
	}
	note := fmt.Sprintf("%d files that Chromium fetched until the camera ran, each by gzip -9; the bar", len(p.Scripts))
	return row("web/script-bytes", float64(total), mostScript, "bytes", note), nil
}

// open tells of the kind of bytes that takes longest.
func (p page) open() Row {
	var slowest, begun, atOnce, processor float64
	for _, s := range p.Small {
		if took := median(slices.Clone(s.Opened)); took > slowest {
			slowest, begun, atOnce, processor = took, median(slices.Clone(s.Begun)), median(slices.Clone(s.AtOnce)), s.Processor
		}
	}
	note := fmt.Sprintf("a second after the button is shown; %.0f until release and receipt are verified, and %.0f to hash, decrypt and inflate the bytes; %.0f when pressed at once; %.0f of the processor's time; the bar",
		begun, slowest-begun, atOnce, processor)
	return row("web/open-1mb", slowest, mostOpen, "ms", note)
}

// memory tells of the kind of bytes that takes most of it.
func (p page) memory() Row {
	var most, with held
	var took float64
	for _, l := range p.Large {
		took = max(took, l.Opened)
		if l.Renderer.Own > most.Own {
			most, with = l.Renderer, l.Browser
		}
	}
	note := fmt.Sprintf("most that the page's process had resident of its own; %.0f with the browser's program, %.0f before; the browser keeps what was opened, and grew by %.0f; opened in %.1f s at most; the bar",
		most.Peak/1e6, most.Before/1e6, (with.Peak-with.Before)/1e6, took/1e3)
	return row("web/open-100mb-rss", most.Own/1e6, mostOwn, "MB", note)
}

func gzipped(script []byte) (int, error) {
	var small bytes.Buffer
	z, err := gzip.NewWriterLevel(&small, gzip.BestCompression)
	if err != nil {
		return 0, err
	}
	_, err = z.Write(script)
	err = errors.Join(err, z.Close())
	return small.Len(), err
}
