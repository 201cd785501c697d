package vectors

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/program"
	"github.com/shrinkwrap/shrinkwrap/internal/program/shipped"
	"github.com/shrinkwrap/shrinkwrap/internal/release"
)

// confirmation is what release programs are told of one order of the world.
func (w *world) confirmation(order byte) program.Confirmation {
	c := program.Confirmation{Place: w.place, Order: filled(order), Amount: uint256.NewInt(2e15), PaidAt: 1_772_357_400, Buyer: w.key.B}
	c.Receipt = w.multiplied(release.ReceiptPoint(c.OrderPlace()))
	c.Tag = must(program.Tag(w.key, c.Order))
	return c
}

func confirmationIn(c program.Confirmation) fields {
	return placeFields(c.Place).and(g1Fields("releaseKey", c.Buyer)).and(g1Fields("receipt", c.Receipt)).and(fields{
		"order": hexed(c.Order[:]), "amount": c.Amount.Dec(), "paidAt": c.PaidAt, "tag": tagOf(c.Tag),
	})
}

func tagOf(s bls.Signature) string {
	b := s.Bytes()
	return hexed(b[:])
}

// randoms are the random numbers of a program, from their beginning.
//
//	in   receipt, size
//	out  bytes
func randoms(b *Builder) {
	for fault, size := range map[string]int{"1_byte": 1, "block": 32, "block_and_a_byte": 33, "1000_bytes": 1000} {
		c := b.world.confirmation(0x11)
		b.ok("ok_"+fault, "blocks of 32 bytes, one after another", g1Fields("receipt", c.Receipt).and(fields{"size": size}), fields{"bytes": hexed(next(program.Random(c.Receipt), size))})
	}
	other := b.world.confirmation(0x12)
	b.ok("ok_other_receipt", "another order's are others", g1Fields("receipt", other.Receipt).and(fields{"size": 32}), fields{"bytes": hexed(next(program.Random(other.Receipt), 32))})
}

// tags are the buyer's signatures of an order, as they are made.
//
//	in   b, chainId, escrow, product, tier, order
//	out  releaseKey, tag (c ‖ z)
func tags(b *Builder) {
	w := b.world
	secret := w.secretOf(w.place, 0).Bytes()
	for fault, order := range map[string]byte{"order": 0x11, "other_order": 0x12} {
		c := w.confirmation(order)
		b.ok("ok_"+fault, "the same each time: no random numbers", placeFields(c.Place).and(fields{"b": hexed(secret[:]), "order": hexed(c.Order[:])}),
			g1Fields("releaseKey", c.Buyer).and(fields{"tag": tagOf(c.Tag)}))
	}
}

// environments are confirmations as a program sees them. A tag that is not the
// buyer's own is verify.
//
//	in   chainId, escrow, product, tier, order, amount, paidAt, releaseKey, receipt, tag
//	out  environment [NAME=value], in its order
func environments(b *Builder) {
	c, other := b.world.confirmation(0x11), b.world.confirmation(0x12)
	add := func(fault, comment string, change func(*program.Confirmation)) {
		c := c
		change(&c)
		var lines []string
		for _, v := range c.Environment() {
			lines = append(lines, v.Name+"="+v.Value)
		}
		b.ok("ok_"+fault, comment, confirmationIn(c), fields{"environment": lines})
	}
	add("order", "digits in lower case", func(*program.Confirmation) {})
	add("free", "an amount of 0", func(c *program.Confirmation) { c.Amount = new(uint256.Int) })
	add("most", "the largest amount and time", func(c *program.Confirmation) {
		c.Amount, c.PaidAt = new(uint256.Int).SetAllOne(), 253402300799
	})
	b.fails(Verify, "other_tag", "the tag of another order", confirmationIn(c).and(fields{"tag": tagOf(other.Tag)}))
	b.fails(Verify, "other_order", "another order with the tag of this one", confirmationIn(c).and(fields{"order": hexed(other.Order[:])}))
}

// products are what programs make of sections. A program that fails makes none:
// verify.
//
//	in   module, section, and a confirmation
//	out  product
func products(b *Builder) {
	c := b.world.confirmation(0x11)
	in := func(module []byte, section string, c program.Confirmation) fields {
		return confirmationIn(c).and(fields{"module": hexed(module), "section": hexed([]byte(section))})
	}
	ok := func(fault, comment string, module []byte, section string, c program.Confirmation) {
		b.ok("ok_"+fault, comment, in(module, section, c), fields{"product": hexed(made(module, section, c))})
	}
	fails := func(fault, comment string, m command) {
		b.fails(Verify, fault, comment, in(m.bytes(), "A tale.\n", c))
	}
	for _, s := range shipped.All() {
		module, _ := shipped.Find(s.Name)
		ok(s.Name, s.Does, module, "A tale\n\nOnce & never.\n\nThe <end>.\n", c)
		ok(s.Name+"_other_order", "another order, another copy", module, "A tale\n\nOnce & never.\n\nThe <end>.\n", b.world.confirmation(0x12))
		ok(s.Name+"_nothing", "of a section without bytes", module, "", c)
		ok(s.Name+"_long", "longer than the program's buffers", module, strings.Repeat("🙂\n", 8000)+"\nThe end.", c)
	}
	write := func(n int64) []byte { return slices.Concat(stores(0, 64), stores(4, n), calls(0, 1, 0, 1, 8)) }
	ok("environment", "what environ_get gives: each variable ends in a zero byte", command{imports: []function{fdWrite, environGet}, body: append(calls(1, 16384, 64), write(900)...)}.bytes(), "", c)
	ok("arguments", "what args_get gives", command{imports: []function{fdWrite, argsGet}, body: append(calls(1, 16384, 64), write(16)...)}.bytes(), "", c)
	ok("random", "random_get of 7, 32 and 61 bytes", command{imports: []function{fdWrite, randomGet}, body: slices.Concat(calls(1, 64, 7), calls(1, 71, 32), calls(1, 103, 61), write(100))}.bytes(), "", c)
	ok("silent", "a program that writes nothing", command{}.bytes(), "A tale.\n", c)
	ok("exit_0", "proc_exit with 0 after writing", command{imports: []function{fdWrite, procExit}, body: slices.Concat(write(5), constant(0), []byte{0x10, 1})}.bytes(), "", c)
	ok("memory_64_mib", "memory.grow up to the bound", command{body: slices.Concat(constant(1023), []byte{0x40, 0, 0x1a})}.bytes(), "", c)
	fails("unreachable", "it breaks down", command{body: []byte{0}})
	fails("exit_3", "proc_exit with 3 after writing", command{imports: []function{fdWrite, procExit}, body: slices.Concat(write(5), constant(3), []byte{0x10, 1})})
	fails("memory", "memory.grow by a page more than the bound", command{body: slices.Concat(constant(1024), []byte{0x40, 0, 0x1a})})
	fails("file", "a file is named, and the error ignored", command{imports: []function{unlinkFile}, body: calls(0, 3, 64, 4)})
	fails("socket", "a socket is used, and the error ignored", command{imports: []function{sockAccept}, body: calls(0, 3, 0, 64)})
	fails("output", "it writes without end", command{pages: 256, imports: []function{fdWrite}, body: slices.Concat([]byte{0x03, 0x40}, write(1<<23), []byte{0x0c, 0, 0x0b})})
}

// made runs a program.
func made(module []byte, section string, c program.Confirmation) []byte {
	p := must(program.Compile(context.Background(), module))
	var out bytes.Buffer
	if err := p.Run(context.Background(), c, program.LimitsFor(uint64(len(section))), strings.NewReader(section), &out); err != nil {
		panic("vectors: " + err.Error())
	}
	if err := p.Close(); err != nil {
		panic("vectors: " + err.Error())
	}
	return out.Bytes()
}

// constant is i32.const.
func constant(n int64) []byte {
	b := []byte{0x41}
	for ; n >= 64; n >>= 7 {
		b = append(b, byte(n&0x7f)|0x80)
	}
	return append(b, byte(n))
}

// calls calls an import with constants, and drops what it returns.
func calls(f byte, args ...int64) (b []byte) {
	for _, n := range args {
		b = append(b, constant(n)...)
	}
	return append(b, 0x10, f, 0x1a)
}

// stores stores a constant, an i32, at an address.
func stores(at, n int64) []byte {
	return slices.Concat(constant(at), constant(n), []byte{0x36, 2, 0})
}
