package wrap

import (
	"io"
	"runtime"
)

// workers is how many goroutines work on one section at a time. Each holds a
// few MiB, so that the bound on them is the bound on memory.
func workers() int { return min(runtime.GOMAXPROCS(0), 8) }

// ahead is how many results may wait for those before them: two more than there
// are workers, so that none is idle while what comes first is still being made
// or written.
func ahead() int { return workers() + 2 }

// An inOrder runs jobs at the same time and hands their results out in the
// order in which the jobs came.
type inOrder[R any] struct {
	queue chan chan outcome[R]
	stop  chan struct{}
}

type outcome[R any] struct {
	result R
	err    error
}

// startInOrder calls next on one goroutine of its own until it returns io.EOF or
// another error, and work on a goroutine for each job. No more than ahead+2 jobs
// exist at a time: one that next just made, ahead of them queued, and the one
// whose result the caller holds. The caller must call close.
func startInOrder[J, R any](ahead int, next func() (J, error), work func(J) (R, error)) *inOrder[R] {
	o := &inOrder[R]{queue: make(chan chan outcome[R], ahead), stop: make(chan struct{})}
	go func() {
		defer close(o.queue)
		for {
			job, err := next()
			if err == io.EOF {
				return
			}
			slot := make(chan outcome[R], 1)
			select {
			case o.queue <- slot:
			case <-o.stop:
				return
			}
			if err != nil {
				slot <- outcome[R]{err: err}
				return
			}
			go func() {
				result, err := work(job)
				slot <- outcome[R]{result, err}
			}()
		}
	}()
	return o
}

// next returns the result of the oldest job that was not returned yet, the
// error that it or its making met, or io.EOF after the last.
func (o *inOrder[R]) next() (R, error) {
	slot, ok := <-o.queue
	if !ok {
		var none R
		return none, io.EOF
	}
	done := <-slot
	return done.result, done.err
}

// close makes no more jobs and returns when no goroutine is left.
func (o *inOrder[R]) close() {
	close(o.stop)
	for slot := range o.queue {
		<-slot
	}
}

// buffers keeps byte slices of one capacity for another use. It never holds
// more than were in use at a time.
type buffers struct {
	size int
	free chan []byte
}

func newBuffers(size, count int) *buffers {
	return &buffers{size: size, free: make(chan []byte, count)}
}

// get returns an empty slice.
func (b *buffers) get() []byte {
	select {
	case buf := <-b.free:
		return buf[:0]
	default:
		return make([]byte, 0, b.size)
	}
}

func (b *buffers) put(buf []byte) {
	select {
	case b.free <- buf:
	default:
	}
}
