package main

import (
	"errors"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/node"
)

var runCommand = &cli.Command{
	Name:  "run",
	Usage: "serve until stopped",
	Description: `Reads the folder, checks that key, committee, store and chain belong together,
and serves. It says so on stderr; its log goes to stdout, one JSON object a line,
or to the file that config.toml names. SIGINT or SIGTERM stops it cleanly; killed,
it goes on at the next start where it was. A chain that cannot be reached is
waited for.

   $ shrinkwrapd run
   shrinkwrapd: node 2 of 3 serves at http://127.0.0.1:8480
   {"time":"2026-11-02T09:12:44.1Z","level":"INFO","msg":"reading begins","chain":1,"block":25012345}
   ^C
   shrinkwrapd: stopped`,
	Flags: []cli.Flag{jsonFlag},
	Action: func(c *cli.Context) error {
		if err := noArguments(c); err != nil {
			return err
		}
		h, err := homeOf(c)
		if err != nil {
			return err
		}
		config, err := node.ReadConfig(h.Path("config.toml"))
		if err != nil {
			return configError(err)
		}
		log, file, err := node.NewLog(h, config.Log, c.App.Writer)
		if err != nil {
			return configError(err)
		}
		service, err := node.Open(h, log, "shrinkwrapd/"+version)
		if err != nil {
			err = configError(err)
		} else {
			err = serve(c, service)
		}
		return errors.Join(err, file.Close())
	},
}

func serve(c *cli.Context, service *node.Service) error {
	if err := service.Start(); err != nil {
		return err
	}
	info, err := service.Answers().Info(c.Context)
	if err == nil {
		say(c, "node %d of %d serves at %s", info.Node, len(info.Committee.Operators), service.URL())
	}
	ended := make(chan error, 1)
	go func() { ended <- service.Wait() }()
	select {
	case err = <-ended:
	case <-c.Context.Done():
		if err = service.Stop(); err == nil {
			say(c, "stopped")
		}
	}
	return err
}

// configError gives an error of a file in the folder its exit status.
func configError(err error) error {
	f := explained(err)
	if f.Status == exitError && len(f.Hints) == 0 { // a full disk is no slip in a file
		return fail(exitConfig, err, "the comments in config.toml say what each key takes")
	}
	return f
}
