package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/shrinkwrap/shrinkwrap/internal/qr"
)

// onTerminal opens one with so many columns (pty(7)) and makes it stdout.
func onTerminal(t *testing.T, columns uint16) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	number, err := unix.IoctlGetInt(int(master.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.IoctlSetPointerInt(int(master.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	slave, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.IoctlSetWinsize(int(slave.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: columns}); err != nil {
		t.Fatal(err)
	}
	stdout := os.Stdout
	os.Stdout = slave
	t.Cleanup(func() {
		os.Stdout = stdout
		slave.Close()
		master.Close()
	})
}

// A code is drawn where its lines fit, and refused where they would wrap.
func TestTerminalWidth(t *testing.T) {
	symbol, err := qr.New("WRAP1:BB8", qr.Options{MinVersion: 5})
	if err != nil {
		t.Fatal(err)
	}
	const modules = 37 + 8
	for _, c := range []struct {
		locale  string
		columns uint16
		fits    bool
	}{
		{"C.UTF-8", modules, true}, {"C.UTF-8", modules - 1, false},
		{"C", 2 * modules, true}, {"C", 2*modules - 1, false},
		{"C", 0, true}, // not known
	} {
		t.Run(fmt.Sprint(c.locale, c.columns), func(t *testing.T) {
			t.Setenv("LC_ALL", c.locale)
			onTerminal(t, c.columns)
			var out bytes.Buffer
			err := drawInTerminal(&out, symbol)
			switch {
			case c.fits && (err != nil || out.Len() == 0):
				t.Errorf("is not drawn: %v", err)
			case !c.fits && (err == nil || out.Len() > 0):
				t.Errorf("%d bytes are drawn, %v, want a refusal", out.Len(), err)
			case !c.fits && !strings.Contains(err.Error(), fmt.Sprintf("this terminal has %d", c.columns)):
				t.Errorf("refused by %q", err)
			}
		})
	}
}
