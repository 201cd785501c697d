// Command shrinkwrapd is a node of a Shrinkwrap committee: it watches an escrow,
// and releases the keys of what was paid for together with its peers.
//
//	stdout  what was asked for, and nothing else; "run" writes its log there,
//	        one JSON object a line, unless the configuration names a file
//	stderr  progress, "shrinkwrapd: error: …" and then "hint: …"; JSON with --json
//	exit    see exit.go
//
// Its state is one folder, see [node.Home]; the commented config.toml in it is
// the operator's manual. It serves HTTP on one address, without TLS: metrics for
// Prometheus are at /metrics, /healthz and /readyz are for whoever supervises it.
package main

import (
	"os"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/command"
	"github.com/shrinkwrap/shrinkwrap/internal/manual"
	"github.com/shrinkwrap/shrinkwrap/node"
)

// version is set by the linker when a release is built.
var version = "development"

func main() { os.Exit(program().Run(os.Args)) }

func program() command.Program {
	return command.Program{App: newApp(), Statuses: statuses, Explain: explain, Stopped: "stopped"}
}

var homeFlag = &cli.StringFlag{Name: "home", Usage: "the node's `FOLDER`", EnvVars: []string{node.HomeVariable}, DefaultText: "~/.shrinkwrapd"}

func newApp() *cli.App {
	return &cli.App{
		Name:        "shrinkwrapd",
		Usage:       "watch payments and release the keys of what was paid for",
		Version:     version,
		Description: description + command.StatusHelp(statuses) + command.JSONHelp(statuses, jsonExample),
		Flags:       []cli.Flag{homeFlag},
		Commands:    append([]*cli.Command{initCommand, runCommand, committeeCommand}, manual.Commands("shrinkwrapd", completeValues, usageError)...),
	}
}

// homeOf returns the node's folder.
func homeOf(c *cli.Context) (node.Home, error) {
	if dir := c.String(homeFlag.Name); dir != "" {
		return node.Home{Dir: dir}, nil
	}
	return node.DefaultHome()
}

// completeValues offers nothing of its own: files are what is named here.
func completeValues(*cli.Command, string, []string) []manual.Candidate { return nil }

const description = `A committee of nodes holds one key together. Each watches the chain for payments
to the escrow and gives its share of what was paid for; any t of n shares are a
release, fewer tell nothing. One node is one folder.

To try a whole committee on a chain of your own, with keys that one process deals
(never for products that are sold):

   $ shrinkwrapd --home trial init --insecure-dealer --nodes 3 --threshold 2 \
        --urls http://127.0.0.1:8481,http://127.0.0.1:8482,http://127.0.0.1:8483 \
        --chain-id 1337 --rpc ws://127.0.0.1:8545
   trial/node1  operator 0x8a3c…
   trial/node2  operator 0x5f10…
   trial/node3  operator 0xd7e2…

Give each operator some coin for gas, then:

   $ shrinkwrapd --home trial/node1 committee create
   0x1c9fd50df7a4f066884b58a05d91e4b55005876a
   $ for i in 1 2 3; do shrinkwrapd --home trial/node$i committee confirm; done
   $ shrinkwrapd --home trial/node1 committee show > committee.json
   $ shrinkwrapd --home trial/node1 run
   shrinkwrapd: node 1 of 3 serves at http://127.0.0.1:8481

"shrinkwrap publish" takes that committee.json.

EXIT STATUS:
`

const jsonExample = `{"error":"the committee is not active: …","hint":["…"],"status":6,"kind":"not-active"}`
