package program

import (
	"context"
	"maps"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
	"github.com/tetratelabs/wazero/sys"
)

// offer makes all functions of WASI preview 1 importable, since compilers import
// more of them than programs call. Those that name a path or use a socket stop
// the program that calls one. The others find stdin, stdout and stderr, and no
// other descriptor.
func offer(ctx context.Context, r wazero.Runtime) (map[string]api.FunctionDefinition, error) {
	builder := r.NewHostModuleBuilder(wasi_snapshot_preview1.ModuleName)
	exporter := wasi_snapshot_preview1.NewFunctionExporter()
	exporter.ExportFunctions(builder)
	all, err := builder.Compile(ctx)
	if err != nil {
		return nil, err
	}
	functions := maps.Clone(all.ExportedFunctions())
	if err := all.Close(ctx); err != nil {
		return nil, err
	}
	for name, f := range functions {
		if reason := refusal(name); reason != nil {
			stop := api.GoFunc(func(ctx context.Context, _ []uint64) { stopRun(ctx, reason) })
			builder.NewFunctionBuilder().WithGoFunction(stop, f.ParamTypes(), f.ResultTypes()).Export(name)
		}
	}
	if _, err := builder.Instantiate(ctx); err != nil {
		return nil, err
	}
	offered := map[string]api.FunctionDefinition{}
	for name, f := range functions {
		offered[wasi_snapshot_preview1.ModuleName+"."+name] = f
	}
	return offered, nil
}

func refusal(name string) error {
	switch {
	case strings.HasPrefix(name, "path_"):
		return ErrFiles
	case strings.HasPrefix(name, "sock_"):
		return ErrNetwork
	}
	return nil
}

type runKey struct{}

// stopRun ends the run that a host function was called in, from within it.
func stopRun(ctx context.Context, reason error) {
	ctx.Value(runKey{}).(*run).stop(reason)
	panic(sys.NewExitError(1)) // as wazero's own proc_exit leaves the program
}
