package layout_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/bindings"
)

// The threat model's section on windows and bond says what the contracts and
// testdata/gas.json say, to two digits. Where a figure changes, the test prints
// the line that the document should have.
func TestFiguresOfTheBond(t *testing.T) {
	text := section(readThreatModel(t), "## Windows and bond")
	gas, floors, unit := gasFigures(t), bondFloors(t), answerUnit(t)
	want := []string{fmt.Sprintf("| | floor %s | floor %s |", plain(floors[0]), plain(floors[1]))}
	both := func(name string, figure func(floor float64) string) {
		want = append(want, fmt.Sprintf("| %s | %s | %s |", name, figure(floors[0]), figure(floors[1])))
	}
	gwei := func(x float64) string { return plain(x*1e9) + " gwei" }
	both("the floor counts up to a base fee of", func(floor float64) string { return gwei(floor / (2 * unit)) })
	both("it pays the gas of an answer up to a gas price of, Osaka", func(floor float64) string { return gwei(floor / gas["gas/answer/osaka"]) })
	both("the same, Amsterdam", func(floor float64) string { return gwei(floor / gas["gas/answer/amsterdam"]) })
	both("above the floor the base fee may rise until the answer, Osaka", func(float64) string { return plain(2*unit/gas["gas/answer/osaka"]) + " times" })
	both("the same, Amsterdam", func(float64) string { return plain(2*unit/gas["gas/answer/amsterdam"]) + " times" })

	answer, other := callSizes()
	want = append(want,
		fmt.Sprintf("| what data costs the answer's %s bytes is paid by the floor up to a first layer's base fee of | – | %s |", thousands(answer), gwei(floors[1]/(40*answer))),
		fmt.Sprintf("The data of both calls is about %s bytes where an account has a thousand orders: %s gas of the first layer at most, %s at 1 gwei there.",
			thousands(other), thousands(40*other), plain(40*other*1e-9)))

	osaka, amsterdam := gas["gas/dispute/osaka"]+gas["gas/refund/osaka"], gas["gas/dispute/amsterdam"]+gas["gas/refund/amsterdam"]
	want = append(want, fmt.Sprintf("| gas price | Osaka: %s gas | Amsterdam: %s gas |", thousands(osaka), thousands(amsterdam)))
	for _, price := range []float64{0.01, 0.1, 1, 10, 50} {
		want = append(want, fmt.Sprintf("| %s gwei | %s | %s |", plain(price), plain(osaka*price*1e-9), plain(amsterdam*price*1e-9)))
	}
	for _, line := range want {
		if !strings.Contains(text, line) {
			t.Errorf("the section has not\n%s", line)
		}
	}
}

func gasFigures(t *testing.T) (gas map[string]float64) {
	t.Helper()
	b, err := os.ReadFile("../../testdata/gas.json")
	if err == nil {
		err = json.Unmarshal(b, &gas)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"answer", "dispute", "refund"} {
		for _, rules := range []string{"osaka", "amsterdam"} {
			if gas["gas/"+name+"/"+rules] < 21_000 {
				t.Fatalf("gas.json has no figure of %s under %s", name, rules)
			}
		}
	}
	return gas
}

// bondFloors returns the floors of first layers and of other chains, in coin.
func bondFloors(t *testing.T) [2]float64 {
	t.Helper()
	m := submatch(t, "../../contracts/abstracts/Ledger.sol", `\(1 days, 1 days, ([0-9.]+) ether\) : \(3 days, 2 days, ([0-9.]+) ether\)`)
	return [2]float64{number(t, m[1]), number(t, m[2])}
}

// answerUnit returns the gas that a bond counts for an answer.
func answerUnit(t *testing.T) float64 {
	t.Helper()
	return number(t, submatch(t, "../../contracts/abstracts/Disputes.sol", `ANSWER_GAS = ([0-9_]+);`)[1])
}

func submatch(t *testing.T, file, pattern string) []string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(pattern).FindStringSubmatch(string(b))
	if m == nil {
		t.Fatalf("%s has nothing like %s", file, pattern)
	}
	return m
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(strings.ReplaceAll(s, "_", ""), 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// callSizes returns the bytes of the transaction of an answer, and of those of a
// dispute and its refund together for one of a thousand orders of an account. A
// transaction has about 110 bytes beside its call.
func callSizes() (answer, disputeAndRefund float64) {
	const around = 110
	escrow, leaf, one := bindings.NewEscrow(), bindings.Leaf{Time: new(big.Int), Amount: new(big.Int)}, big.NewInt(1)
	answered := len(escrow.PackAnswer(leaf, [3][32]byte{}, [6][32]byte{}, [3][32]byte{}))
	disputed := len(escrow.PackDispute(leaf, make([][32]byte, 10), one, one))
	return float64(answered + around), float64(disputed + len(escrow.PackRefund(leaf)) + 2*around)
}

// plain writes two digits, without an exponent.
func plain(x float64) string {
	digits := 1 - int(math.Floor(math.Log10(x)))
	scale := math.Pow10(digits)
	return strconv.FormatFloat(math.Round(x*scale)/scale, 'f', -1, 64)
}

func thousands(x float64) string {
	s := strconv.FormatFloat(x, 'f', 0, 64)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
