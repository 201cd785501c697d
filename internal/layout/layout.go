// Package layout holds the source tree to its floors: see layout_test.go and
// docs/architecture.md. It has no code of its own.
package layout
