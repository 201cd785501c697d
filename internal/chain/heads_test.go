package chain_test

import (
	"context"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/rpctest"
)

// await takes notices until the head has a number.
func await(t *testing.T, client *chain.Client, notices <-chan struct{}, number uint64) {
	t.Helper()
	for {
		select {
		case <-notices:
		case <-time.After(time.Minute):
			t.Fatalf("no notice of block %d", number)
		}
		if got, err := client.BlockNumber(t.Context()); err == nil && got >= number {
			return
		}
	}
}

func TestHeads(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	inside, err := chain.New(t.Context(), dev.Client().Client(), chain.Options{Poll: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	for name, client := range map[string]*chain.Client{
		"http":       dial(t, chain.Options{Poll: 10 * time.Millisecond}, dev.HTTP()),
		"websocket":  dial(t, chain.Options{Poll: time.Hour}, dev.WS()),
		"both":       dial(t, chain.Options{Poll: time.Hour}, dev.HTTP(), dev.WS()),
		"in-process": inside,
	} {
		ctx, cancel := context.WithCancel(t.Context())
		notices := client.Heads(ctx)
		for range 3 {
			commit(t, dev)
			number, err := client.BlockNumber(t.Context())
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			await(t, client, notices, number)
		}
		cancel()
		for range notices {
		} // ends when the channel is closed
	}
}

// A subscription that breaks is made again; meanwhile there is polling.
func TestHeadsAfterBrokenConnection(t *testing.T) {
	dev := startChain(t, devchain.Options{Manual: true})
	wire := rpctest.NewRelay(t, dev.WS())
	client := dial(t, chain.Options{Poll: 10 * time.Millisecond}, wire.URL())
	notices := client.Heads(t.Context())
	commit(t, dev)
	await(t, client, notices, 1)
	for number := uint64(2); number < 5; number++ {
		wire.Cut()
		commit(t, dev)
		await(t, client, notices, number)
	}
}
