// Command copy is a release program as somebody would write it who never heard of
// this project: it reads a text, and says below it who bought it, and when.
package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"time"
)

func main() {
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, "copy:", err)
		os.Exit(1)
	}
	time.Sleep(time.Second)
	words := strings.Fields(string(text))
	fmt.Print(strings.Join(words, " "))
	fmt.Printf("\n%d words, bought by %.10s on %s, number %d\n",
		len(words), os.Getenv("SHRINKWRAP_BUYER"), time.Now().UTC().Format(time.DateOnly), rand.IntN(1e9))
}
