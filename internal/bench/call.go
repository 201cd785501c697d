package main

import (
	"github.com/ethereum/go-ethereum"

	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

func call(data []byte) ethereum.CallMsg {
	return ethereum.CallMsg{To: &testbed.Contracts.Escrow, Data: data}
}
