package tokens

import (
	"errors"
	"fmt"
	"strings"

	"github.com/holiman/uint256"
)

// Parse reads a decimal amount, such as "0.002", into base units. It refuses
// signs, exponents and more digits after the point than the token has.
func (t Token) Parse(s string) (*uint256.Int, error) {
	if err := CheckDecimal(s); err != nil {
		return nil, err
	}
	whole, fraction, _ := strings.Cut(s, ".")
	if len(fraction) > t.Decimals {
		return nil, fmt.Errorf("amount %q has %d digits after the point, %s has %d", s, len(fraction), t.Name(), t.Decimals)
	}
	digits := strings.TrimLeft(whole+fraction+strings.Repeat("0", t.Decimals-len(fraction)), "0")
	if digits == "" {
		return new(uint256.Int), nil
	}
	n, err := uint256.FromDecimal(digits)
	if err != nil {
		return nil, fmt.Errorf("amount %q does not fit 256 bits", s)
	}
	return n, nil
}

// maxDigits is more than 2^256 has with any number of decimals.
const maxDigits = 100

// CheckDecimal refuses what is no decimal amount of any token: digits, and
// perhaps a point and more digits.
func CheckDecimal(s string) error {
	whole, fraction, point := strings.Cut(s, ".")
	if whole == "" || point && fraction == "" || len(s) > maxDigits || strings.Trim(whole+fraction, "0123456789") != "" {
		return fmt.Errorf("amount %.40q is not a decimal number like 0.002", s)
	}
	if len(whole) > 1 && whole[0] == '0' {
		return errors.New("amount begins with a zero that means nothing")
	}
	return nil
}

// Decimal returns an amount of base units as a decimal, without zeros at its
// end.
func (t Token) Decimal(amount *uint256.Int) string {
	digits := amount.Dec()
	if missing := t.Decimals + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	point := len(digits) - t.Decimals
	fraction := strings.TrimRight(digits[point:], "0")
	if fraction == "" {
		return digits[:point]
	}
	return digits[:point] + "." + fraction
}

// Format returns an amount for people: "0.002 ETH".
func (t Token) Format(amount *uint256.Int) string { return t.Decimal(amount) + " " + t.Name() }
