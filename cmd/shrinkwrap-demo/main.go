// Command shrinkwrap-demo plays the demo: "shrinkwrap demo" runs it with its own
// command line. It is apart since it holds an Ethereum node and the daemon's,
// which make it three times as large as what buyers and publishers need.
package main

import (
	"os"

	"github.com/shrinkwrap/shrinkwrap/cmd/internal/demo/play"
)

func main() { os.Exit(play.Program().Run(os.Args)) }
