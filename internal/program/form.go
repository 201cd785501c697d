package program

import (
	"encoding/binary"
	"errors"
	"slices"
)

// What the compiler does not tell of a module is read here: a module is 8 bytes
// of preamble and then sections, id(1) ‖ size(LEB128) ‖ body. Of these,
//
//	2   imports    vec(module name ‖ name ‖ kind(1) ‖ description)
//	4   tables     vec(kind of reference(1) ‖ limits)   limits = flags(1) ‖ least [‖ most]
//	10  functions  vec(size ‖ locals ‖ instructions)    locals = vec(count ‖ type(1))
//
// The rest, and whether all of it is valid, is the compiler's to say.

// maxTable bounds the elements of a module's table, each of which takes some
// bytes when it starts.
const maxTable = 1 << 20

// maxFunction bounds the bytes of a function, and maxLocals its variables. Each
// instruction puts a value of 8 bytes on the stack at most and has 2 bytes if it
// does, and calls are 2000 deep at most, so that these bound the stack: to 1 GiB
// and 128 MiB. Compilers stay far below.
const (
	maxFunction = 128 << 10
	maxLocals   = 8192
)

const (
	customSection = 0
	importSection = 2
	tableSection  = 4
	codeSection   = 10

	functionImport = 0
)

var kinds = map[byte]string{1: "a table", 2: "a memory", 3: "a global", 4: "a tag"}

// checkForm refuses imports that are no functions, tables and functions that are
// too large, and vectors that claim more than there is. It returns the module
// without custom sections.
func checkForm(wasm []byte) (bare []byte, err error) {
	if len(wasm) < 8 || string(wasm[:4]) != "\x00asm" {
		return nil, unfit("it is no WebAssembly module")
	}
	bare = slices.Clone(wasm[:8])
	r := reader{b: wasm[8:]}
	for len(r.b) > 0 && r.err == nil {
		whole := r.b
		id, body := r.byte(), reader{b: r.take(r.number())}
		if id != customSection {
			bare = append(bare, whole[:len(whole)-len(r.b)]...)
		}
		counted := body
		switch id {
		case importSection:
			if err := body.checkImports(); err != nil {
				return nil, err
			}
		case tableSection:
			if err := body.checkTables(); err != nil {
				return nil, err
			}
		case codeSection:
			if err := body.checkFunctions(); err != nil {
				return nil, err
			}
		}
		if err := counted.checkCounts(id); err != nil {
			return nil, err
		}
		r.err = errors.Join(r.err, body.err, counted.err)
	}
	if r.err != nil {
		return nil, unfit("%v", r.err)
	}
	return bare, nil
}

func (r *reader) checkImports() error {
	for n := r.number(); n > 0 && r.err == nil; n-- {
		module, name, kind := r.take(r.number()), r.take(r.number()), r.byte()
		if kind != functionImport && r.err == nil {
			return unfit("it imports %s, %q of %q: only functions are offered", kinds[kind], name, module)
		}
		r.number() // the function's type
	}
	return nil
}

func (r *reader) checkTables() error {
	for n := r.number(); n > 0 && r.err == nil; n-- {
		r.byte()
		flags, least := r.byte(), r.number()
		if flags&1 == 1 {
			r.number()
		}
		if least > maxTable {
			return unfit("its table has %d elements, at most %d are allowed", least, maxTable)
		}
	}
	return nil
}

func (r *reader) checkFunctions() error {
	for n := r.number(); n > 0 && r.err == nil; n-- {
		body := reader{b: r.take(r.number())}
		if size := len(body.b); size > maxFunction {
			return unfit("one of its functions has %d bytes, at most %d are allowed", size, maxFunction)
		}
		var locals uint64
		for groups := body.number(); groups > 0 && body.err == nil && locals <= maxLocals; groups-- {
			locals += min(body.number(), maxLocals+1)
			body.byte()
		}
		if locals > maxLocals {
			return unfit("one of its functions has more than %d variables", maxLocals)
		}
		r.err = errors.Join(r.err, body.err)
	}
	return nil
}

// reader reads one thing after another and keeps the first error.
type reader struct {
	b   []byte
	err error
}

var (
	errShort      = errors.New("module ends too early, or claims more than it has")
	errExpression = errors.New("a constant expression is no single instruction")
)

func (r *reader) take(n uint64) []byte {
	if n > uint64(len(r.b)) {
		r.b, r.err = nil, errShort
		return nil
	}
	taken := r.b[:n]
	r.b = r.b[n:]
	return taken
}

func (r *reader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) number() uint64 {
	n, size := binary.Uvarint(r.b)
	if size <= 0 {
		r.b, r.err = nil, errShort
		return 0
	}
	r.b = r.b[size:]
	return n
}
