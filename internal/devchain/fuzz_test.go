package devchain_test

import (
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
)

// A fork has one name.
func FuzzParseRules(f *testing.F) {
	f.Add("osaka")
	f.Add("amsterdam")
	f.Add("Osaka")
	f.Fuzz(func(t *testing.T, name string) {
		if rules, err := devchain.ParseRules(name); err == nil && rules.String() != name {
			t.Errorf("%q is %s", name, rules)
		}
	})
}
