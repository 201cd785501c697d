package play

import (
	"fmt"
	"os/exec"
	"runtime"
)

// browsers are the commands that open an address, by operating system.
var browsers = map[string][]string{
	"darwin":  {"open"},
	"windows": {"rundll32", "url.dll,FileProtocolHandler"},
}

// openBrowser opens an address in the browser that the user has chosen for
// everything. It waits for the command, which may be the browser itself: that is
// the user's, and is not ended with the demo.
func openBrowser(address string) error {
	line := browsers[runtime.GOOS]
	if line == nil {
		line = []string{"xdg-open"}
	}
	c := exec.Command(line[0], append(line[1:], address)...)
	apart(c)
	if err := c.Run(); err != nil {
		return fmt.Errorf("%s: %w", line[0], err)
	}
	return nil
}
