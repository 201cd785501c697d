package node

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/shrinkwrap/shrinkwrap/node/store/sqlite"
)

// Load reads what a node's folder holds, and refuses what does not fit together:
// a key share that is none of the committee's, a store of another committee or
// one that another process has open. The caller closes the store where it makes no
// service of it.
func Load(h Home, log *slog.Logger, software string) (Config, Deps, error) {
	c, err := ReadConfig(h.Path("config.toml"))
	if err != nil {
		return c, Deps{}, err
	}
	d := Deps{Log: log, Software: software}
	if d.Committees, err = h.committees(c); err != nil {
		return c, d, err
	}
	group, err := sameGroup(c, d.Committees)
	if err != nil {
		return c, d, err
	}
	if d.Key, err = h.KeyShare(group); err != nil {
		return c, d, err
	}
	if d.Signers, err = h.answerSigners(c); err != nil {
		return c, d, err
	}
	identity, err := c.identity(group, d.Key.Index)
	if err != nil {
		return c, d, err
	}
	d.Store, err = sqlite.Open(h.Path("node.db"), identity)
	return c, d, err
}

// Open makes a service from a node's folder, over the endpoints of its
// configuration.
func Open(h Home, log *slog.Logger, software string) (*Service, error) {
	c, d, err := Load(h, log, software)
	if err != nil {
		return nil, err
	}
	s, err := New(c, d)
	if err != nil {
		return nil, errors.Join(err, d.Store.Close())
	}
	return s, nil
}

// NewLog returns the log that a configuration asks for, and what to close at the
// end.
func NewLog(h Home, c LogConfig, stdout io.Writer) (*slog.Logger, io.Closer, error) {
	var level slog.Level
	if err := level.UnmarshalText([]byte(c.Level)); err != nil {
		return nil, nil, fmt.Errorf("log level %q is none of debug, info, warn, error", c.Level)
	}
	out, closer := stdout, io.Closer(io.NopCloser(nil))
	if c.File != "" {
		f, err := os.OpenFile(filepath.Clean(h.Path(c.File)), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
		if err != nil {
			return nil, nil, fmt.Errorf("opening the log: %v", err)
		}
		out, closer = f, f
	}
	return slog.New(slog.NewJSONHandler(out, &slog.HandlerOptions{Level: level})), closer, nil
}
