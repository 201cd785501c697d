package main

import (
	"errors"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
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

Disputes of orders that were paid to this committee it answers by itself, from the
account of [chain.answer]. Watch for "account for answers is low" in its log, or
for the metric shrinkwrap_answer_account_low.

   $ shrinkwrapd run
   shrinkwrapd: node 2 of 3 serves at http://127.0.0.1:8480
   shrinkwrapd: disputes on chain 1 are answered from 0x8a3c57f6d1c9f1c8a0ab1a8d1ee1b2a34a02d1f5
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
		sayAnswering(c, info)
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

// sayAnswering says who answers disputes on each chain.
func sayAnswering(c *cli.Context, info nodeapi.Info) {
	for _, chain := range info.Chains {
		if chain.Answering == nil {
			say(c, "disputes on chain %d are NOT answered: publishers lose what is released to buyers who dispute, unless another node or they answer; [chain.answer] in config.toml names an account", chain.ChainID)
			continue
		}
		say(c, "disputes on chain %d are answered from %s", chain.ChainID, chain.Answering.Account)
	}
}

// configError gives an error of a file in the folder its exit status.
func configError(err error) error {
	f := explained(err)
	if f.Status == exitError && len(f.Hints) == 0 { // a full disk is no slip in a file
		return fail(exitConfig, err, "the comments in config.toml say what each key takes")
	}
	return f
}
