//go:build unix

package play

import (
	"os/exec"
	"syscall"
)

// apart keeps the terminal's Ctrl-C, which ends the demo, from a command.
func apart(c *exec.Cmd) { c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }
