package main

import (
	"encoding/json"
	"io"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// figures are the rows of the groups that are not gas, with their units.
var figures = map[string]string{
	"code/header-1-tier":    "bytes",
	"code/text-in-one-qr":   "characters",
	"node/backlog":          "orders/s",
	"node/get-rate":         "1/s",
	"node/shares-per-core":  "1/s",
	"terminal/open-1gib":    "MB/s",
	"terminal/open-1kib":    "ms",
	"terminal/open-rss":     "MB",
	"terminal/paid-to-disk": "ms",
	"terminal/requests":     "requests",
	"terminal/seal-1gib":    "MB/s",
	"terminal/wire-bytes":   "bytes",
	"web/open-100mb-rss":    "MB",
	"web/open-1mb":          "ms",
	"web/script-bytes":      "bytes",
}

// Each group, on little of everything, writes rows of its names and units into
// one file; and what is counted, not timed, stays within its bar.
func TestRows(t *testing.T) {
	out := filepath.Join(t.TempDir(), "build", "bench.json")
	o := options{size: 1 << 20, rounds: 1, orders: 20, gets: 100, log: io.Discard, table: io.Discard}
	for _, group := range []string{"code", "node", "terminal", "web"} {
		if err := run(group, out, o); err != nil {
			t.Fatal(err)
		}
	}
	rows := readRows(t, out)
	for _, r := range rows {
		if unit, ok := figures[r.Name]; !ok || r.Unit != unit {
			t.Errorf("%s in %q, want one of the known rows, in %q", r.Name, r.Unit, unit)
		}
		if r.Reference <= 0 || r.Ours <= 0 || math.Abs(r.Ratio-r.Ours/r.Reference) > 1e-9 || r.Note == "" {
			t.Errorf("%s: %v beside %v, ratio %v, note %q", r.Name, r.Ours, r.Reference, r.Ratio, r.Note)
		}
	}
	if len(rows) != len(figures) {
		t.Errorf("%d rows, want %d", len(rows), len(figures))
	}
	t.Logf("a purchase took %.0f bytes in %.0f requests", rows["terminal/wire-bytes"].Ours, rows["terminal/requests"].Ours)
	for name, most := range map[string]float64{
		"terminal/wire-bytes": 8192, "terminal/requests": 6, "code/header-1-tier": 640, "web/script-bytes": 200_000,
	} {
		if got := rows[name].Ours; got > most {
			t.Errorf("%s: %v, at most %v are allowed", name, got, most)
		}
	}
	if got := rows["code/text-in-one-qr"].Ours; got < 3800 {
		t.Errorf("%v characters fit one QR code, want 3,800", got)
	}
}

func readRows(t *testing.T, path string) map[string]Row {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var fields []map[string]any
	var list []Row
	if err := json.Unmarshal(b, &fields); err != nil {
		t.Fatal(err)
	}
	for _, f := range fields {
		for _, name := range []string{"name", "ours", "reference", "unit", "ratio", "note"} {
			if f[name] == nil || len(f) != 6 {
				t.Errorf("row %v has no %s, or more than the six fields", f, name)
			}
		}
	}
	if err := json.Unmarshal(b, &list); err != nil {
		t.Fatal(err)
	}
	rows := make(map[string]Row)
	for _, r := range list {
		if _, twice := rows[r.Name]; twice {
			t.Errorf("%s is there twice", r.Name)
		}
		rows[r.Name] = r
	}
	return rows
}

// A group that is measured again replaces its own rows and keeps the others'.
func TestRowsAreMerged(t *testing.T) {
	out := filepath.Join(t.TempDir(), "bench.json")
	first, second := row("a", 1, 2, "ms", "first"), row("b", 3, 0, "ms", "no reference")
	for _, rows := range [][]Row{{first, second}, {row("a", 4, 2, "ms", "again")}} {
		if err := write(rows, out); err != nil {
			t.Fatal(err)
		}
	}
	rows := readRows(t, out)
	if len(rows) != 2 || rows["a"].Ratio != 2 || rows["a"].Note != "again" || rows["b"] != second {
		t.Errorf("file holds %v", rows)
	}
	if err := run("nothing", out, options{log: io.Discard, table: io.Discard}); err == nil {
		t.Error("a group that there is not was run")
	}
}
