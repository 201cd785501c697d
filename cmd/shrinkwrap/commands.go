package main

import "github.com/urfave/cli/v2"

// commands lists the commands in the order in which people meet them. Each has
// a file of its own.
func commands() []*cli.Command {
	return usable([]*cli.Command{
		initCommand,
		sealCommand,
		publishCommand,
		codeCommand,
		scanCommand,
		showCommand,
		buyCommand,
		openCommand,
		ordersCommand,
		withdrawCommand,
		chainCommand,
		demoCommand,
	})
}
