package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// parseCodes reads the codes that an argument is or names, at least one, and
// says what the others are: a shop window has other codes, too.
func parseCodes(ctx context.Context, argument string) (codes []*wrap.Code, others []error, err error) {
	texts, err := readCodes(ctx, argument)
	if err != nil {
		return nil, nil, err
	}
	for _, text := range texts {
		code, err := wrap.ParseCode(text)
		if err != nil {
			others = append(others, fail(exitInput, err, codeHints(text)...))
			continue
		}
		codes = append(codes, code)
	}
	if len(codes) == 0 {
		return nil, nil, others[0]
	}
	return codes, others, nil
}

// pickView is one of several codes.
type pickView struct {
	Pick int `json:"pick"` // its number, from the top of the picture
	scanView
}

// picksView is what scan prints of a picture with several codes.
type picksView struct {
	Codes []pickView `json:"codes"`
}

// scanOne scans the code that --pick names, or lists all.
func (d *desk) scanOne(c *cli.Context, codes []*wrap.Code) error {
	views, err := d.pickViews(codes)
	if err != nil {
		return err
	}
	pick, matches := c.String("pick"), []int{}
	for i, v := range views {
		if pick == v.Title || pick == strconv.Itoa(v.Pick) {
			matches = append(matches, i)
		}
	}
	if len(matches) == 1 {
		return d.scanCode(c, codes[matches[0]])
	}
	if err := show(c, picksView{views}, func(w io.Writer) { printPicks(w, views) }); err != nil {
		return err
	}
	hint := "--pick N takes one, and so does --pick TITLE: compare the publisher where titles are alike"
	switch {
	case pick == "":
		return usageError(fmt.Sprintf("%s holds the codes of %d wraps", c.Args().First(), len(codes)), hint)
	case len(matches) == 0:
		return usageError(fmt.Sprintf("none of the codes is %q", pick), hint)
	}
	return usageError(fmt.Sprintf("%d of the codes are %q", len(matches), pick), hint)
}

func (d *desk) pickViews(codes []*wrap.Code) (views []pickView, err error) {
	for i, code := range codes {
		r, err := d.inspect(code.Header)
		if err != nil {
			return nil, err
		}
		size, err := code.Header.WrapSize()
		if err != nil {
			return nil, fail(exitInput, err)
		}
		views = append(views, pickView{i + 1, scanView{wrapView: describe(code.Header, r), Pointer: code.Pointer(), Size: size}})
	}
	return views, nil
}

func printPicks(w io.Writer, views []pickView) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, v := range views {
		known := "(new publisher)"
		if v.Known {
			known = "(known)"
		}
		danger := ""
		for _, check := range v.Checks {
			if check.Verdict == "danger" {
				danger = "danger: " + check.Name
			}
		}
		row(table, strconv.Itoa(v.Pick), v.Title, v.Publisher, known, danger)
	}
	table.Flush()
}
