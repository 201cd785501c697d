package vectors

import (
	"encoding/binary"
	"slices"

	"github.com/shrinkwrap/shrinkwrap/internal/program"
)

// modules are WebAssembly modules, as a terminal looks at one before it runs it.
//
//	in   module
//	out  imports [MODULE.NAME], in the module's order
func modules(b *Builder) {
	ok := func(fault, comment string, m command, imports ...string) {
		b.ok(fault, comment, fields{"module": hexed(m.bytes())}, fields{"imports": append([]string{}, imports...)})
	}
	bad := func(fault, comment string, module []byte) {
		b.fails(Parse, fault, comment, fields{"module": hexed(module)})
	}
	const wasi = wasiName + "."
	ok("ok_least", "a memory, and _start that does nothing", command{})
	ok("ok_imports", "functions of WASI preview 1, used or not", command{imports: []function{fdWrite, procExit}}, wasi+"fd_write", wasi+"proc_exit")
	ok("ok_refused_when_called", "naming a file is refused when it is done, not before", command{imports: []function{unlinkFile}}, wasi+"path_unlink_file")
	ok("ok_memory_1024_pages", "64 MiB", command{pages: program.MaxMemory >> 16})
	bad("empty", "no bytes", nil)
	bad("text", "no module", []byte("#!/bin/sh\n"))
	bad("component", "a component, version 13, is no module", []byte("\x00asm\x0d\x00\x01\x00"))
	bad("preamble", "a module with nothing in it", []byte("\x00asm\x01\x00\x00\x00"))
	bad("cut", "the first 20 bytes", command{}.bytes()[:20])
	bad("no_start", "a library: it exports _initialize", command{start: "_initialize"}.bytes())
	bad("start_returns", "_start has a result", command{returns: true, body: []byte{0x41, 0}}.bytes())
	bad("memory_hidden", "no memory is exported", command{hidden: true}.bytes())
	bad("memory_1025_pages", "more than 64 MiB from its beginning", command{pages: program.MaxMemory>>16 + 1}.bytes())
	bad("invalid", "nothing to drop", command{body: []byte{0x1a}}.bytes())
	foreign := func(module, name string, params int) []byte {
		return command{imports: []function{{module, name, params, true}}}.bytes()
	}
	bad("import_env", "a function of somebody's own", foreign("env", "abort", 4))
	bad("import_unknown", "no function of WASI preview 1", foreign(wasiName, "thread_spawn", 1))
	bad("import_other_type", "fd_write takes four", foreign(wasiName, "fd_write", 3))
	bad("import_older_wasi", "another module's", foreign("wasi_unstable", "fd_write", 4))
	bad("import_memory", "only functions are offered", command{foreign: 2}.bytes())
	bad("import_global", "only functions are offered", command{foreign: 3}.bytes())
	bad("locals_8193", "too many variables", command{locals: 8193}.bytes())
	ok("ok_locals_8192", "as many as there may be", command{locals: 8192})
}

const wasiName = "wasi_snapshot_preview1"

// function is an import. It takes so many i32, and returns one if it returns.
type function struct {
	module, name string
	params       int
	returns      bool
}

var (
	fdWrite    = function{wasiName, "fd_write", 4, true}
	environGet = function{wasiName, "environ_get", 2, true}
	argsGet    = function{wasiName, "args_get", 2, true}
	randomGet  = function{wasiName, "random_get", 2, true}
	procExit   = function{wasiName, "proc_exit", 1, false}
	unlinkFile = function{wasiName, "path_unlink_file", 3, true}
	sockAccept = function{wasiName, "sock_accept", 3, true}
)

// command is a module of one function, _start, beside its imports: section by
// section as its bytes are.
type command struct {
	imports []function
	body    []byte // of _start, without its end
	pages   uint64 // of memory; 0 is 1
	locals  uint64
	start   string // another name for _start
	returns bool   // _start returns an i32
	hidden  bool   // the memory is not exported
	foreign byte   // a further import of this kind, if not 0
}

func (c command) bytes() []byte {
	types, imports := [][]byte{function{returns: c.returns}.signature()}, [][]byte{}
	for i, f := range c.imports {
		types = append(types, f.signature())
		imports = append(imports, slices.Concat(sized(f.module), sized(f.name), []byte{0}, leb(uint64(i+1))))
	}
	if c.foreign != 0 {
		imports = append(imports, slices.Concat(sized("env"), sized("thing"), []byte{c.foreign, 0x7f, 0}))
	}
	name := "_start"
	if c.start != "" {
		name = c.start
	}
	exports := [][]byte{slices.Concat(sized(name), []byte{0}, leb(uint64(len(c.imports))))}
	if !c.hidden {
		exports = append(exports, append(sized("memory"), 2, 0))
	}
	body := slices.Concat([]byte{1}, leb(c.locals), []byte{0x7f}, c.body, []byte{0x0b})
	return slices.Concat([]byte("\x00asm\x01\x00\x00\x00"),
		moduleSection(1, types...), moduleSection(2, imports...), moduleSection(3, []byte{0}),
		moduleSection(5, append([]byte{0}, leb(max(c.pages, 1))...)), moduleSection(7, exports...), moduleSection(10, []byte(sized(string(body)))))
}

func (f function) signature() []byte {
	s := append([]byte{0x60}, leb(uint64(f.params))...)
	s = append(s, slices.Repeat([]byte{0x7f}, f.params)...)
	if f.returns {
		return append(s, 1, 0x7f)
	}
	return append(s, 0)
}

func leb(n uint64) []byte { return binary.AppendUvarint(nil, n) }

func sized(s string) []byte { return append(leb(uint64(len(s))), s...) }

func moduleSection(id byte, items ...[]byte) []byte {
	body := append(leb(uint64(len(items))), slices.Concat(items...)...)
	return slices.Concat([]byte{id}, leb(uint64(len(body))), body)
}
