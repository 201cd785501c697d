//go:build !unix

package play

import "os/exec"

// apart does nothing: what a terminal's Ctrl-C ends is another matter here.
func apart(*exec.Cmd) {}
