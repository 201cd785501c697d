package main

import (
	"context"
	"encoding/json"

	"github.com/ethereum/go-ethereum/common"
	_ "github.com/ethereum/go-ethereum/eth/tracers/native" // the tracer that tells storage before and after

	"github.com/shrinkwrap/shrinkwrap/internal/order"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// storageDiff is what the prestate tracer answers in its diff mode: the slots
// that changed, before and after. A slot that was zero is not in Pre.
type storageDiff struct {
	Pre, Post map[common.Address]struct {
		Storage map[common.Hash]common.Hash `json:"storage"`
	}
}

// newSlots returns how many of the escrow's slots an order's transaction wrote
// for the first time.
func (m *market) newSlots(ctx context.Context, o order.Confirmed) (int, error) {
	var raw json.RawMessage
	err := m.Client().Client().CallContext(ctx, &raw, "debug_traceTransaction", o.Tx, map[string]any{
		"tracer": "prestateTracer", "tracerConfig": map[string]any{"diffMode": true},
	})
	if err != nil {
		return 0, err
	}
	var diff storageDiff
	if err := json.Unmarshal(raw, &diff); err != nil {
		return 0, err
	}
	before, n := diff.Pre[testbed.Contracts.Escrow].Storage, 0
	for slot := range diff.Post[testbed.Contracts.Escrow].Storage {
		if before[slot] == (common.Hash{}) {
			n++
		}
	}
	return n, nil
}
