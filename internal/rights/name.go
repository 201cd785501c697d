package rights

import (
	"fmt"
	"strings"

	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

// Reserved reports whether a file of this name would be in the agreement's way,
// also on file systems that do not tell cases apart.
func Reserved(name string) bool { return strings.EqualFold(name, FileName) }

// CheckSections returns an error for sections that no publisher should seal.
func CheckSections(sections []wrap.SectionHeader) error {
	for _, s := range sections {
		if Reserved(s.Name) {
			return fmt.Errorf("section %q has the name of the agreement that terminals write beside what they open: rename the file", s.Name)
		}
	}
	return nil
}
