package main

import (
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/shrinkwrap/shrinkwrap/internal/manual"
)

// commands lists the commands in the order in which people meet them. Each has
// a file of its own.
func commands() []*cli.Command {
	return slices.Concat([]*cli.Command{
		initCommand,
		sealCommand,
		publishCommand,
		codeCommand,
		scanCommand,
		showCommand,
		buyCommand,
		openCommand,
		receiptCommand,
		verifyCommand,
		ordersCommand,
		disputeCommand,
		refundCommand,
		programCommand,
		salesCommand,
		withdrawCommand,
		chainCommand,
		demoCommand,
	}, manual.Commands("shrinkwrap", completeValues, usageError))
}
