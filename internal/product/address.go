package product

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Contracts are the addresses that all follow from the escrow's, the same on
// every chain. They are constants of a release of the software and inputs of
// its vectors.
type Contracts struct {
	Escrow   common.Address
	Router   common.Address
	Factory  common.Address
	Template common.Address
}

// ContractsOf derives router (the escrow's first creation), factory (its
// second) and template (the factory's first) from the escrow.
func ContractsOf(escrow common.Address) Contracts {
	factory := crypto.CreateAddress(escrow, 2)
	return Contracts{
		Escrow:   escrow,
		Router:   crypto.CreateAddress(escrow, 1),
		Factory:  factory,
		Template: crypto.CreateAddress(factory, 1),
	}
}

// Address returns where the factory deploys a product of these terms: CREATE2
// (EIP-1014) with salt 0.
func (c Contracts) Address(terms Terms) common.Address {
	return crypto.CreateAddress2(c.Factory, [32]byte{}, crypto.Keccak256(c.initCode(terms)))
}

// initCode returns the creation code of OpenZeppelin 5.7's clone with immutable
// arguments, n = 45 + length of terms:
//
//	61 n(2) 3d 81 60 0a 3d 39 f3                       returns the n bytes that follow
//	36 3d 3d 37 3d 3d 3d 36 3d 73 template(20)
//	5a f4 3d 82 80 3e 90 3d 91 60 2b 57 fd 5b f3       EIP-1167's proxy, 45 bytes
//	terms
func (c Contracts) initCode(terms Terms) []byte {
	args := terms.Bytes()
	n := 45 + len(args)
	code := []byte{0x61, byte(n >> 8), byte(n), 0x3d, 0x81, 0x60, 0x0a, 0x3d, 0x39, 0xf3}
	code = append(code, 0x36, 0x3d, 0x3d, 0x37, 0x3d, 0x3d, 0x3d, 0x36, 0x3d, 0x73)
	code = append(code, c.Template[:]...)
	code = append(code, 0x5a, 0xf4, 0x3d, 0x82, 0x80, 0x3e, 0x90, 0x3d, 0x91, 0x60, 0x2b, 0x57, 0xfd, 0x5b, 0xf3)
	return append(code, args...)
}
