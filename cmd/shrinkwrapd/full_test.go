package main

import (
	"os"
	"os/signal"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
)

// testOnlyFull starts a node on a disk that is full.
const testOnlyFull = "SHRINKWRAPD_TEST_ONLY_FULL"

// limitRoom lets a process meet a limit on the size of files as an error, as it
// meets a full disk.
func limitRoom() {
	signal.Ignore(syscall.SIGXFSZ)
	if os.Getenv(testOnlyFull) == "" {
		return
	}
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Max: unix.RLIM_INFINITY}); err != nil {
		panic(err)
	}
}

// room sets how many bytes a file of node i can have, while it runs.
func (d *daemons) room(i int, n uint64) {
	d.t.Helper()
	limit := unix.Rlimit{Cur: n, Max: unix.RLIM_INFINITY}
	d.must(unix.Prlimit(d.procs[i].Process.Pid, unix.RLIMIT_FSIZE, &limit, nil))
}

// On a full disk a node goes on answering from what it has and says that it is
// not ready. Orders that it cannot write down it does not serve; it reads them
// once there is room, without being started again.
func TestDiskIsFull(t *testing.T) {
	d := newDaemons(t, 1)
	for i := range d.procs {
		d.start(i)
		d.must(await(d.c.Operators[i].URL + "/readyz"))
	}
	before, err := d.buy()
	d.must(err)
	for i := range d.procs {
		d.released(i, before.key)
	}
	for i := range d.procs {
		d.room(i, 0)
	}
	later, err := d.buy()
	d.must(err)
	for i := range d.procs {
		d.must(awaitStatus(d.c.Operators[i].URL+"/readyz", 503))
		d.must(await(d.c.Operators[i].URL + "/healthz"))
		d.released(i, before.key)
		r, err := nodeapi.Client{URL: d.c.Operators[i].URL}.Release(t.Context(), nodeapi.ReleaseQuery{GroupKey: d.group.Key(), Place: later.key.Place, B: later.key.B})
		if err != nil || r.State != nodeapi.StateUnknown {
			t.Errorf("node %d serves what it could not write down: %+v, %v", i+1, r, err)
		}
	}
	for i := range d.procs {
		d.room(i, unix.RLIM_INFINITY)
	}
	for i := range d.procs {
		d.released(i, later.key)
		d.must(await(d.c.Operators[i].URL + "/readyz"))
	}
	d.checkStores([]sale{before, later})
}

// Started on a full disk, a node says so and changes nothing; it starts once
// there is room.
func TestStartOnAFullDisk(t *testing.T) {
	d := newDaemons(t, 1)
	for i := range d.procs {
		d.start(i)
		d.must(await(d.c.Operators[i].URL + "/readyz"))
	}
	s, err := d.buy()
	d.must(err)
	for i := range d.procs {
		d.released(i, s.key)
	}
	for i := range d.procs {
		d.kill(i)
	}
	t.Setenv(testOnlyFull, "1")
	for i := range d.procs {
		status, said := start(t, d.homes[i])
		if status != exitError || !strings.Contains(said, "the disk may be full") || !strings.Contains(said, "\nhint: make room and start again") {
			t.Errorf("node %d: status %d: %s", i+1, status, said)
		}
	}
	t.Setenv(testOnlyFull, "")
	for i := range d.procs {
		d.start(i)
	}
	for i := range d.procs {
		d.released(i, s.key)
	}
	d.checkStores([]sale{s})
}
