package program_test

import (
	"bytes"
	"encoding/binary"
)

// module is a small WebAssembly module, written by hand.
type module struct {
	imports []imported // functions 0, 1 …
	body    []byte     // of the function after them, which is exported as _start
	data    string     // at address 64
	pages   uint64     // of memory; 0 is 1
	table   uint64     // elements; 0 is no table
	start   string     // another name for _start
	result  bool       // _start returns an i32
	hidden  bool       // the memory is not exported
	foreign byte       // a further import of this kind, if not 0
	locals  uint64     // variables of the function
	values  int        // results of a type that nothing uses
}

type imported struct {
	module, name string
	params       int // all i32
	result       bool
	long         int // the parameter that is an i64, from 1; 0 if none is
}

const wasi = "wasi_snapshot_preview1"

var (
	fdWrite    = imported{wasi, "fd_write", 4, true, 0}
	fdRead     = imported{wasi, "fd_read", 4, true, 0}
	procExit   = imported{wasi, "proc_exit", 1, false, 0}
	environGet = imported{wasi, "environ_get", 2, true, 0}
	argsGet    = imported{wasi, "args_get", 2, true, 0}
	randomGet  = imported{wasi, "random_get", 2, true, 0}
	sockAccept = imported{wasi, "sock_accept", 3, true, 0}
	unlinkFile = imported{wasi, "path_unlink_file", 3, true, 0}
	clockGet   = imported{wasi, "clock_time_get", 3, true, 2}
	prestatGet = imported{wasi, "fd_prestat_get", 2, true, 0}
)

// Instructions.
const (
	unreachable = 0x00
	loop        = 0x03
	end         = 0x0b
	br          = 0x0c
	call        = 0x10
	drop        = 0x1a
	i32const    = 0x41
	load        = 0x28
	store       = 0x36
	nothing     = 0x40 // a block's type
)

func leb(n uint64) []byte { return binary.AppendUvarint(nil, n) }

// signed writes a constant.
func signed(n int64) (b []byte) {
	for {
		low := byte(n & 0x7f)
		n >>= 7
		if n == 0 && low&0x40 == 0 || n == -1 && low&0x40 != 0 {
			return append(b, low)
		}
		b = append(b, low|0x80)
	}
}

func code(parts ...any) (b []byte) {
	for _, p := range parts {
		switch p := p.(type) {
		case int:
			b = append(b, byte(p))
		case []byte:
			b = append(b, p...)
		}
	}
	return b
}

func number(n int64) []byte { return code(i32const, signed(n)) }

// again repeats instructions for ever.
func again(body ...any) []byte { return code(loop, nothing, code(body...), br, 0, end) }

// called calls function f with constants, and drops what it returns.
func called(f int, args ...int64) (b []byte) {
	for _, a := range args {
		b = append(b, number(a)...)
	}
	return append(b, call, byte(f), drop)
}

// stored stores a constant at an address.
func stored(at, value int64) []byte { return code(number(at), number(value), store, 2, 0) }

// written writes size bytes at an address to a descriptor, by function f.
func written(f int, fd, at, size int64) []byte {
	return code(stored(0, at), stored(4, size), called(f, fd, 0, 1, 8))
}

func vector(items ...[]byte) []byte { return code(leb(uint64(len(items))), code(anys(items)...)) }

func anys(items [][]byte) (all []any) {
	for _, i := range items {
		all = append(all, i)
	}
	return all
}

func text(s string) []byte { return code(leb(uint64(len(s))), []byte(s)) }

func section(id int, body []byte) []byte { return code(id, leb(uint64(len(body))), body) }

func signature(f imported) []byte {
	var p, r [][]byte
	for i := range f.params {
		p = append(p, []byte{0x7f})
		if f.long == i+1 {
			p[i][0] = 0x7e
		}
	}
	if f.result {
		r = append(r, []byte{0x7f})
	}
	return code(0x60, vector(p...), vector(r...))
}

func (m module) bytes() []byte {
	types := [][]byte{signature(imported{result: m.result})}
	var imports [][]byte
	for i, f := range m.imports {
		types = append(types, signature(f))
		imports = append(imports, code(text(f.module), text(f.name), 0, leb(uint64(i+1))))
	}
	if m.foreign != 0 {
		imports = append(imports, code(text("env"), text("thing"), int(m.foreign), 0x7f, 0))
	}
	name, pages := m.start, max(m.pages, 1)
	if name == "" {
		name = "_start"
	}
	exports := [][]byte{code(text(name), 0, leb(uint64(len(m.imports))))}
	if !m.hidden {
		exports = append(exports, code(text("memory"), 2, 0))
	}
	if m.values > 0 {
		types = append(types, code(0x60, 0, leb(uint64(m.values)), bytes.Repeat([]byte{0x7f}, m.values)))
	}
	body := code(1, leb(m.locals), 0x7f, m.body, end)
	b := code([]byte("\x00asm\x01\x00\x00\x00"), section(1, vector(types...)), section(2, vector(imports...)), section(3, vector([]byte{0})))
	if m.table > 0 {
		b = append(b, section(4, vector(code(0x70, 0, leb(m.table))))...)
	}
	return code(b, section(5, vector(code(0, leb(pages)))), section(7, vector(exports...)),
		section(10, vector(code(leb(uint64(len(body))), body))), section(11, vector(code(0, number(64), end, text(m.data)))))
}
