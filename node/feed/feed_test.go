package feed_test

import (
	"errors"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/node/feed"
)

// Events reach every subscriber in order; one that lags is closed and holds up
// nobody.
func TestSlowSubscriberIsClosed(t *testing.T) {
	f := feed.New(2)
	quick, stop, err := f.Subscribe()
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	slow, stopSlow, err := f.Subscribe()
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := f.Subscribe(); !errors.Is(err, feed.ErrFull) {
		t.Fatalf("a third subscriber: %v", err)
	}
	const events = 1000
	for n := range uint64(events) {
		f.Publish(nodeapi.Event{Type: feed.Confirmed, Block: n})
		if got := <-quick; got.Block != n {
			t.Fatalf("event %d came as number %d", got.Block, n)
		}
	}
	n := 0
	for range slow { // ends because it was closed
		n++
	}
	if n == 0 || n >= events {
		t.Errorf("the slow one got %d events", n)
	}
	stopSlow() // after the feed closed it: no harm
}

// A change between looking and waiting is not missed.
func TestChanged(t *testing.T) {
	f := feed.New(1)
	changed := f.Changed()
	select {
	case <-changed:
		t.Fatal("changed before anything happened")
	default:
	}
	f.Publish()
	<-changed
	if f.Changed() == changed {
		t.Error("the next change would be missed")
	}
}
