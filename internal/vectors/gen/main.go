// Command gen writes the test vectors into a folder, testdata/vectors unless
// another is given.
package main

import (
	"fmt"
	"os"

	"github.com/shrinkwrap/shrinkwrap/internal/vectors"
)

func main() {
	dir := "testdata/vectors"
	if len(os.Args) > 1 {
		dir = os.Args[1]
	}
	if err := vectors.Write(dir); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}
