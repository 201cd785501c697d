// Package alloctest measures what tests bound: memory that strangers' input makes
// this process allocate.
package alloctest

import "runtime"

// Bytes returns how many bytes are allocated while f runs, whether they are kept
// or not, by everything else in this process too: a test's own server, for
// instance.
func Bytes(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
