// Package program runs release programs. A wrap may carry one: a WASI preview 1
// command that is given a section's bytes on stdin and the confirmation of the
// payment in its environment, and writes the product on stdout.
//
//	section (verified, decrypted) → stdin ┐
//	confirmation → environment            ├ program → stdout → product
//	receipt σ → random numbers            ┘
//
// It is a stranger's code. There is nothing else that it can reach: no files, no
// network, no threads, no clock but the time of the payment, no chance but what
// follows from the order's receipt. The same order gives the same product, on
// every machine. [Limits] bound its memory, time and output.
//
// A [Failure] is the program's own fault. Every other error is one of who runs
// it: of the disk, or of a user who lost patience.
package program

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

// MaxSize bounds a program, not compressed: getting it ready takes up to 3 s and
// 1.2 GiB for the worst that fits, and a tenth of that for what compilers make.
const MaxSize = 8 << 20

// Program is a release program that was checked and compiled, and can be run
// any number of times.
type Program struct {
	wasm    []byte
	runtime wazero.Runtime
	module  wazero.CompiledModule
	least   uint64 // bytes of memory that it begins with
}

// ErrUnfit is returned for bytes that are no release program.
var ErrUnfit = errors.New("no release program")

func unfit(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrUnfit, fmt.Sprintf(format, args...))
}

// Compile checks a program and makes it ready to be interpreted. It refuses with
// ErrUnfit what is no WebAssembly module, is no command, imports what is not
// offered, or begins beyond the limits. The caller closes the program.
//
// It is interpreted, not compiled to machine code, for three reasons: no byte of
// a stranger's becomes an instruction of this machine; what it does, and how deep
// it may call itself, is the same on each; and the time that this takes grows
// with the module's size alone, where wazero's compiler is kept busy for minutes
// by 40 kB that have many loops and variables, and listens to no deadline.
func Compile(ctx context.Context, wasm []byte) (*Program, error) {
	if len(wasm) > MaxSize {
		return nil, unfit("it has %d bytes, at most %d are allowed", len(wasm), MaxSize)
	}
	bare, err := checkForm(wasm)
	if err != nil {
		return nil, err
	}
	config := wazero.NewRuntimeConfigInterpreter().WithCoreFeatures(features).WithCloseOnContextDone(true)
	p := &Program{wasm: slices.Clone(wasm), runtime: wazero.NewRuntimeWithConfig(ctx, config)}
	if err := p.compile(ctx, bare); err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}

func (p *Program) compile(ctx context.Context, bare []byte) (err error) {
	if p.module, err = p.runtime.CompileModule(ctx, bare); err != nil {
		return unfit("%v", err)
	}
	offered, err := offer(ctx, p.runtime)
	if err != nil {
		return err
	}
	return p.check(offered)
}

// features are WebAssembly 2.0 without reference types, with which a program
// could make tables grow that no limit counts, and without multiple values, of
// which a short function could put any number on the stack.
const features = api.CoreFeaturesV2 &^ api.CoreFeatureReferenceTypes &^ api.CoreFeatureMultiValue

// Close frees the compiled program.
func (p *Program) Close() error { return p.runtime.Close(context.Background()) }

// Bytes returns the module.
func (p *Program) Bytes() []byte { return p.wasm }

// Imports returns the functions that the program imports, as MODULE.NAME.
func (p *Program) Imports() (names []string) {
	for _, f := range p.module.ImportedFunctions() {
		names = append(names, importName(f))
	}
	return names
}

func importName(f api.FunctionDefinition) string {
	module, name, _ := f.Import()
	return module + "." + name
}

func (p *Program) check(offered map[string]api.FunctionDefinition) error {
	var foreign []string
	for _, f := range p.module.ImportedFunctions() {
		if o := offered[importName(f)]; o == nil || !sameType(f, o) {
			foreign = append(foreign, importName(f)+signature(f))
		}
	}
	if len(foreign) > 0 {
		return unfit("it imports %s, which is not offered: WASI preview 1 is all that there is", strings.Join(foreign, ", "))
	}
	start := p.module.ExportedFunctions()["_start"]
	if start == nil || signature(start) != "()" {
		return unfit(`it is no WASI command: it exports no function "_start" without parameters and results`)
	}
	memory := p.module.ExportedMemories()["memory"]
	if memory == nil {
		return unfit(`it exports no memory "memory"`)
	}
	if p.least = uint64(memory.Min()) * pageSize; p.least > MaxMemory {
		return unfit("it begins with %d bytes of memory, at most %d are allowed", p.least, MaxMemory)
	}
	return nil
}

const pageSize = 1 << 16

func sameType(f, g api.FunctionDefinition) bool {
	return slices.Equal(f.ParamTypes(), g.ParamTypes()) && slices.Equal(f.ResultTypes(), g.ResultTypes())
}

// signature writes a function's type as "(i32, i64) i32".
func signature(f api.FunctionDefinition) string {
	names := func(types []api.ValueType) string {
		var s []string
		for _, t := range types {
			s = append(s, api.ValueTypeName(t))
		}
		return strings.Join(s, ", ")
	}
	return strings.TrimSpace("(" + names(f.ParamTypes()) + ") " + names(f.ResultTypes()))
}
