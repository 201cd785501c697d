package main

import (
	"context"
	"errors"
)

// terminalRows measures what a publisher and a buyer wait for, by the command as
// it is built.
func terminalRows(ctx context.Context, o options) (rows []Row, err error) {
	s, err := openStage(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	o.tell("buying through taps")
	plain, programmed, err := s.measureNetwork(ctx)
	if err != nil {
		return nil, err
	}
	rows = networkRows(plain, programmed)
	for _, measure := range []struct {
		what string
		do   func() ([]Row, error)
	}{
		{"opening 1 kB", func() ([]Row, error) { return s.small(ctx) }},
		{"paid to disk", func() ([]Row, error) { return s.measurePaid(ctx, min(o.size, 1e6)) }},
		{"sealing, beside the pipe", func() ([]Row, error) { return s.large(ctx, o, (*trade).measureSeal) }},
		{"opening, beside the pipe", func() ([]Row, error) { return s.large(ctx, o, (*trade).measureOpen) }},
	} {
		o.tell(measure.what)
		more, err := measure.do()
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
	}
	return rows, nil
}

func (s *stage) small(ctx context.Context) ([]Row, error) {
	t := &trade{stage: s, name: "note.txt", size: smallSize}
	if err := writeGoods(s.path(t.name), t.size); err != nil {
		return nil, err
	}
	return t.measureSmall(ctx)
}

func (s *stage) large(ctx context.Context, o options, measure func(*trade, context.Context, int) ([]Row, error)) ([]Row, error) {
	t := &trade{stage: s, name: "film", size: o.size}
	if err := writeGoods(s.path(t.name), t.size); err != nil {
		return nil, err
	}
	return measure(t, ctx, o.rounds)
}
