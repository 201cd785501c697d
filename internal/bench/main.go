// Command bench prints what Shrinkwrap costs beside a peer or a floor that is
// measured in the same run, and writes the same rows as JSON.
//
//	go run ./internal/bench -group gas -out build/bench.json
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
)

// Row is one figure. Ratio is ours / reference: for gas, bytes, memory and time
// less is better, for rates more.
type Row struct {
	Name      string  `json:"name"`
	Ours      float64 `json:"ours"`
	Reference float64 `json:"reference"`
	Unit      string  `json:"unit"`
	Ratio     float64 `json:"ratio"`
	Note      string  `json:"note"`
}

func row(name string, ours, reference float64, unit, note string) Row {
	ratio := 0.0
	if reference != 0 {
		ratio = ours / reference
	}
	return Row{name, ours, reference, unit, ratio, note}
}

// groups are run in the order of their names.
var groups = map[string]func(context.Context, options) ([]Row, error){
	"code":     codeRows,
	"gas":      func(ctx context.Context, _ options) ([]Row, error) { return gasRows(ctx) },
	"node":     nodeRows,
	"terminal": terminalRows,
	"web":      pageRows,
}

// options say how much is measured. The names of rows tell of the full sizes.
type options struct {
	size   int64     // bytes of a large product
	rounds int       // of sealing and opening it
	orders int       // of a backlog
	gets   int       // requests for a release
	log    io.Writer // progress
	table  io.Writer
}

// fullSize is what the rows are named for.
const fullSize = 1 << 30

func (o options) tell(what string) { fmt.Fprintln(o.log, "  "+what) }

func main() {
	o := options{log: os.Stderr, table: os.Stdout}
	flag.Int64Var(&o.size, "size", fullSize, "bytes of the large product that is sealed and opened")
	flag.IntVar(&o.rounds, "rounds", 3, "how often it is sealed and opened, beside the pipe")
	flag.IntVar(&o.orders, "orders", 5_000, "orders of a node's backlog")
	flag.IntVar(&o.gets, "gets", 20_000, "requests for a release")
	group := flag.String("group", "all", "which group: all, "+strings.Join(slices.Sorted(maps.Keys(groups)), ", "))
	out := flag.String("out", "", "where to write the rows as JSON")
	flag.Parse()
	if err := run(*group, *out, o); err != nil {
		fmt.Fprintln(os.Stderr, "bench: error:", err)
		os.Exit(1)
	}
}

func run(group, out string, o options) error {
	names := slices.Sorted(maps.Keys(groups))
	if group != "all" {
		if groups[group] == nil {
			return fmt.Errorf("no group %q: there are %s", group, strings.Join(names, ", "))
		}
		names = []string{group}
	}
	var rows []Row
	for _, name := range names {
		fmt.Fprintf(o.log, "measuring %s\n", name)
		more, err := groups[name](context.Background(), o)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		rows = append(rows, more...)
	}
	print(o.table, rows)
	return write(rows, out)
}

func print(table io.Writer, rows []Row) {
	w := tabwriter.NewWriter(table, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "ours\treference\tratio\tunit\t  what")
	for _, r := range rows {
		fmt.Fprintf(w, "%s\t%s\t%.3f\t%s\t  %s (%s)\n", figure(r.Ours), figure(r.Reference), r.Ratio, r.Unit, r.Name, r.Note)
	}
	w.Flush()
}

// figure has the digits that mean something.
func figure(v float64) string {
	if v < 100 {
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	return strconv.FormatFloat(v, 'f', 0, 64)
}

// write replaces the rows of the same names in the file and keeps the others,
// so that groups can be run apart.
func write(rows []Row, out string) error {
	if out == "" {
		return nil
	}
	var kept []Row
	if b, err := os.ReadFile(out); err == nil {
		if err := json.Unmarshal(b, &kept); err != nil {
			return fmt.Errorf("%s holds no rows: %w", out, err)
		}
	}
	for _, r := range rows {
		kept = slices.DeleteFunc(kept, func(k Row) bool { return k.Name == r.Name })
	}
	kept = append(kept, rows...)
	slices.SortFunc(kept, func(a, b Row) int { return strings.Compare(a.Name, b.Name) })
	b, err := json.MarshalIndent(kept, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	return os.WriteFile(out, append(b, '\n'), 0o644)
}
