package program_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/program"
)

func compiled(t testing.TB, wasm []byte) *program.Program {
	t.Helper()
	p, err := program.Compile(context.Background(), wasm)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}

func invented(t testing.TB, buyer string) program.Confirmation {
	t.Helper()
	c, err := program.Invented(buyer)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCompileRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		wasm []byte
		said string
	}{
		"nothing":          {nil, "no WebAssembly module"},
		"text":             {[]byte("#!/bin/sh\nexit\n"), "no WebAssembly module"},
		"another version":  {[]byte("\x00asm\x0d\x00\x01\x00"), "version"},
		"cut":              {module{}.bytes()[:20], "too early"},
		"too large":        {make([]byte, program.MaxSize+1), "at most 8388608"},
		"no command":       {module{start: "_initialize"}.bytes(), `no function "_start"`},
		"start returns":    {module{result: true, body: number(0)}.bytes(), `no function "_start"`},
		"hidden memory":    {module{hidden: true}.bytes(), `no memory "memory"`},
		"much memory":      {module{pages: program.MaxMemory>>16 + 1}.bytes(), "bytes of memory"},
		"large table":      {module{table: 1<<20 + 1}.bytes(), "table has 1048577 elements"},
		"type error":       {module{body: code(drop)}.bytes(), "invalid"},
		"foreign function": {module{imports: []imported{fdWrite, {"env", "abort", 4, false, 0}}}.bytes(), "imports env.abort(i32, i32, i32, i32), which is not offered"},
		"unknown function": {module{imports: []imported{{wasi, "thread_spawn", 1, true, 0}}}.bytes(), "imports wasi_snapshot_preview1.thread_spawn(i32) i32"},
		"another type":     {module{imports: []imported{{wasi, "fd_write", 3, true, 0}}}.bytes(), "fd_write(i32, i32, i32) i32"},
		"older WASI":       {module{imports: []imported{{"wasi_unstable", "fd_write", 4, true, 0}}}.bytes(), "wasi_unstable.fd_write"},
		"imported memory":  {module{foreign: 2}.bytes(), `a memory, "thing" of "env"`},
		"imported global":  {module{foreign: 3}.bytes(), `a global, "thing" of "env"`},
		"imported table":   {module{foreign: 1}.bytes(), `a table, "thing" of "env"`},
		"large function":   {module{body: bytes.Repeat([]byte{0x01}, 1<<17)}.bytes(), "functions has 131076 bytes"},
		"many variables":   {module{locals: 8193}.bytes(), "more than 8192 variables"},
		"claims exports":   {[]byte("\x00asm\x01\x00\x00\x00\x07\x06\xff\xff\xff\x7f\x00\x00"), "claims more than it has"},
		"claims a name":    {[]byte("\x00asm\x01\x00\x00\x00\x07\x06\x01\xff\xff\xff\x7f\x00"), "claims more than it has"},
		"claims results":   {[]byte("\x00asm\x01\x00\x00\x00\x01\x07\x01\x60\x00\xff\xff\xff\x7f"), "claims more than it has"},
		"claims data":      {[]byte("\x00asm\x01\x00\x00\x00\x0b\x09\x01\x00\x41\x00\x0b\xff\xff\xff\x7f"), "claims more than it has"},
		"claims elements":  {[]byte("\x00asm\x01\x00\x00\x00\x09\x09\x01\x00\x41\x00\x0b\xff\xff\xff\x7f"), "claims more than it has"},
		"many values":      {module{values: 2}.bytes(), "multi-value"},
		"growing table":    {module{table: 1, body: code(0xd0, 0x70, number(9), 0xfc, 15, 0, drop)}.bytes(), "reference-types"},
	} {
		p, err := program.Compile(context.Background(), test.wasm)
		if !errors.Is(err, program.ErrUnfit) || !strings.Contains(err.Error(), test.said) {
			t.Errorf("%s: %v", name, err)
		}
		if err == nil {
			p.Close()
		}
	}
}

func TestCompileTells(t *testing.T) {
	wasm := module{imports: []imported{fdWrite, procExit}, table: 1 << 20}.bytes()
	p := compiled(t, wasm)
	if got := strings.Join(p.Imports(), " "); got != "wasi_snapshot_preview1.fd_write wasi_snapshot_preview1.proc_exit" {
		t.Error(got)
	}
	if !bytes.Equal(p.Bytes(), wasm) {
		t.Error("the program's bytes are others")
	}
}

// Custom sections, whatever they claim, are passed by.
func TestCompileIgnoresNames(t *testing.T) {
	names := section(0, code(text("name"), 1, leb(5), []byte("\xff\xff\xff\xff\x0f")))
	compiled(t, append(module{}.bytes(), names...))
}

// Whatever is given as a program is refused or compiles, within bounds.
func FuzzCompile(f *testing.F) {
	f.Add(module{}.bytes())
	f.Add(module{imports: []imported{fdWrite, procExit}, table: 3, body: again(), data: "text"}.bytes())
	f.Add(module{foreign: 2}.bytes())
	f.Fuzz(func(t *testing.T, wasm []byte) {
		p, err := program.Compile(context.Background(), wasm)
		if err != nil {
			if !errors.Is(err, program.ErrUnfit) {
				t.Error(err)
			}
			return
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
}
