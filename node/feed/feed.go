// Package feed tells whoever waits inside a node that something happened.
//
// It promises little, so that nobody waits for a slow reader: a subscriber that
// does not keep up is closed, and [Feed.Changed] says only that it is worth
// looking at the store again. What counts is in the store.
package feed

import (
	"errors"
	"sync"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// Types of events, as [nodeapi.Event] has them.
const (
	Confirmed  = "confirmed"
	Released   = "released"
	RolledBack = "rolled back"
	Disputed   = "disputed"
	Answered   = "answered"
	Refunded   = "refunded"
)

// ErrFull is returned when as many subscribers listen as the feed allows.
var ErrFull = errors.New("too many listen to events already")

// buffer is how many events a subscriber may lag behind.
const buffer = 256

// Feed passes events on. Make one by [New].
type Feed struct {
	mu      sync.Mutex
	most    int
	readers map[chan nodeapi.Event]struct{}
	changed chan struct{}
}

// New returns a feed for at most so many subscribers.
func New(most int) *Feed {
	return &Feed{most: most, readers: make(map[chan nodeapi.Event]struct{}), changed: make(chan struct{})}
}

// Publish passes events on, in order, and wakes whoever waits for a change. It
// never blocks. With no events it only wakes.
func (f *Feed) Publish(events ...nodeapi.Event) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, event := range events {
		for reader := range f.readers {
			select {
			case reader <- event:
			default:
				f.drop(reader)
			}
		}
	}
	close(f.changed)
	f.changed = make(chan struct{})
}

// Changed returns a channel that is closed at the next Publish. Take it before
// looking, then wait for it: no change is missed in between.
func (f *Feed) Changed() <-chan struct{} {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.changed
}

// Subscribe returns a channel of events from now on, which is closed when the
// reader lags too far, and a function that ends the subscription.
func (f *Feed) Subscribe() (<-chan nodeapi.Event, func(), error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.readers) >= f.most {
		return nil, nil, ErrFull
	}
	reader := make(chan nodeapi.Event, buffer)
	f.readers[reader] = struct{}{}
	return reader, func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		f.drop(reader)
	}, nil
}

// drop closes a reader once, whoever asks for it first.
func (f *Feed) drop(reader chan nodeapi.Event) {
	if _, ok := f.readers[reader]; ok {
		delete(f.readers, reader)
		close(reader)
	}
}
