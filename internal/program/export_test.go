package program

import (
	"testing"

	"github.com/tetratelabs/wazero"
)

// Engines are those that wazero has, the first the one that it chooses here.
var Engines = map[string]func() wazero.RuntimeConfig{
	"chosen":      wazero.NewRuntimeConfig,
	"interpreter": wazero.NewRuntimeConfigInterpreter,
}

// UseEngine compiles with another engine until the test ends.
func UseEngine(t testing.TB, engine func() wazero.RuntimeConfig) {
	before := testOnlyEngine
	testOnlyEngine = engine
	t.Cleanup(func() { testOnlyEngine = before })
}
