package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"
)

// The least that is sold, and how often what is short is done.
const (
	smallSize   = 1000
	smallRounds = 21
)

// trade is one product on a stage: sealed, published, bought, and beside it what
// the pipe of stock tools makes of the same bytes with the same key.
type trade struct {
	*stage
	name string // of the product's file; .seal and .wrap after it
	size int64
}

// rateRow compares how fast so many bytes are done, in MB/s, 10⁶ bytes each.
func (t *trade) rateRow(name string, ours, reference used, note string) Row {
	rate := func(u used) float64 { return float64(t.size) / 1e6 / u.wall.Seconds() }
	note = fmt.Sprintf("%s, same minute; processor time %.1f s against %.1f s", note, ours.cpu.Seconds(), reference.cpu.Seconds())
	return row(name, rate(ours), rate(reference), "MB/s", note)
}

// measureSeal seals by the command and by the pipe in turn, and leaves one of
// each.
func (t *trade) measureSeal(ctx context.Context, rounds int) ([]Row, error) {
	_, recipient, err := pipe(t.dir, "age-keygen -o pipe.key 2>/dev/null && age-keygen -y pipe.key").run(ctx)
	if err != nil {
		return nil, err
	}
	line := "zstd -3 -q -c " + t.name + " | age -r " + strings.TrimSpace(recipient) + " > piped"
	seal := t.shrinkwrap("publisher", "seal", "-o", "timed.seal", "--title", title, "--tier", "text:0", t.name)
	medians, err := interleave(ctx, rounds,
		t.fresh("timed.seal", seal), t.fresh("piped", pipe(t.dir, line)))
	if err != nil {
		return nil, err
	}
	ours, piped, err := sizes(t.path("timed.seal/sections/0.age"), t.path("piped"))
	if err != nil {
		return nil, err
	}
	note := fmt.Sprintf("zstd -3 | age; %.4f of its size", ours/piped)
	return []Row{t.rateRow("terminal/seal-1gib", medians[0], medians[1], note)}, nil
}

// measureOpen opens by the command and by the pipe in turn.
func (t *trade) measureOpen(ctx context.Context, rounds int) ([]Row, error) {
	if err := t.sell(ctx); err != nil {
		return nil, err
	}
	line := "age -d -i tier.key " + t.name + ".seal/sections/0.age | zstd -d -q > unpiped"
	medians, err := interleave(ctx, rounds,
		t.fresh("opened", t.shrinkwrap("buyer", "open", t.name+".wrap", "-o", "opened")), t.fresh("unpiped", pipe(t.dir, line)))
	if err != nil {
		return nil, err
	}
	if _, _, err := pipe(t.dir, "cmp opened/"+t.name+" unpiped").run(ctx); err != nil {
		return nil, err
	}
	const most = 256 // MB, whatever the size
	return []Row{
		t.rateRow("terminal/open-1gib", medians[0], medians[1], "age -d | zstd -d"),
		row("terminal/open-rss", float64(medians[0].rss)/1e6, most, "MB", "most resident while it opened; the bar"),
	}, nil
}

// sell publishes and buys the product, and writes its tier's key as age takes
// it.
func (t *trade) sell(ctx context.Context) error {
	if err := t.publish(ctx, t.name, t.name); err != nil {
		return err
	}
	if err := t.buy(ctx, "buyer", t.name+".wrap"); err != nil {
		return err
	}
	_, key, err := t.shrinkwrap("buyer", "open", t.name+".wrap", "--print-identity").run(ctx)
	if err != nil {
		return err
	}
	return os.WriteFile(t.path("tier.key"), []byte(key), 0o600)
}

// measureSmall opens a product of 1 kB, the process's start included.
func (t *trade) measureSmall(ctx context.Context) ([]Row, error) {
	if err := t.sell(ctx); err != nil {
		return nil, err
	}
	age := command{dir: t.dir, name: "age", args: []string{"-d", "-i", "tier.key", "-o", "unpiped", t.name + ".seal/sections/0.age"}}
	medians, err := interleave(ctx, smallRounds,
		t.fresh("opened", t.shrinkwrap("buyer", "open", t.name+".wrap", "-o", "opened")), t.fresh("unpiped", age))
	if err != nil {
		return nil, err
	}
	ours, theirs := medians[0], medians[1]
	note := fmt.Sprintf("age -d, which neither verifies a payment nor inflates; processor time %.1f ms against %.1f ms", milliseconds(ours.cpu), milliseconds(theirs.cpu))
	return []Row{row("terminal/open-1kib", milliseconds(ours.wall), milliseconds(theirs.wall), "ms", note)}, nil
}

// fresh runs a command that makes a name, which is taken away before.
func (t *trade) fresh(name string, c command) step {
	return func(ctx context.Context) (used, error) {
		if err := os.RemoveAll(t.path(name)); err != nil {
			return used{}, err
		}
		u, _, err := c.run(ctx)
		return u, err
	}
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func sizes(a, b string) (float64, float64, error) {
	first, err := os.Stat(a)
	if err != nil {
		return 0, 0, err
	}
	second, err := os.Stat(b)
	if err != nil {
		return 0, 0, err
	}
	return float64(first.Size()), float64(second.Size()), nil
}
