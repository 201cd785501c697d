package chain

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
)

// Bounds on what opening a keystore file may cost, far beyond what any wallet
// writes: geth's own take 256 MiB for a second.
const (
	maxKeystore       = 1 << 20 // bytes of a file
	maxScryptMemory   = 1 << 30 // 128·N·r
	maxScryptRounds   = 1 << 28 // N·r·p
	maxPBKDF2Rounds   = 10_000_000
	maxKeystoreKey    = 1 << 10 // dklen
	leastKeystoreKey  = 32      // 16 for AES, 16 for the MAC
	keystoreIVDigits  = 32      // an AES block in hex
	scryptBlockFactor = 128
)

// keystoreFile is what decides on the cost of opening a file of the Web3 secret
// storage format, in the types that the keystore package reads it into: so both
// see the same where a name is there twice, or in another case.
type keystoreFile struct {
	Crypto struct {
		CipherParams struct {
			IV string `json:"iv"`
		} `json:"cipherparams"`
		KDF       string         `json:"kdf"`
		KDFParams map[string]any `json:"kdfparams"`
	} `json:"crypto"`
}

// number returns a parameter that is a whole number, or 0.
func (f *keystoreFile) number(name string) uint64 {
	n, ok := f.Crypto.KDFParams[name].(float64)
	if !ok || n < 0 || n > 1<<53 || n != math.Trunc(n) {
		return 0
	}
	return uint64(n)
}

func (f *keystoreFile) text(name string) bool {
	_, ok := f.Crypto.KDFParams[name].(string)
	return ok
}

// checkKeystore refuses a file that the keystore package would panic over, or
// spend without bounds on: it trusts what the file says.
func checkKeystore(b []byte) error {
	if len(b) > maxKeystore {
		return fmt.Errorf("it has %d bytes, at most %d are allowed", len(b), maxKeystore)
	}
	var f keystoreFile
	if err := json.Unmarshal(b, &f); err != nil {
		return fmt.Errorf("it is no keystore file: %v", err)
	}
	length := f.number("dklen")
	switch {
	case f.Crypto.KDF == "":
		return errors.New("it is no keystore file: it names no key derivation")
	case !f.text("salt"), length < leastKeystoreKey, length > maxKeystoreKey, len(f.Crypto.CipherParams.IV) != keystoreIVDigits:
		return errors.New("it is malformed: salt, dklen or iv is missing or has another size")
	case f.Crypto.KDF == "scrypt":
		return checkScrypt(f.number("n"), f.number("r"), f.number("p"))
	case f.Crypto.KDF == "pbkdf2" && (!f.text("prf") || f.number("c") < 1 || f.number("c") > maxPBKDF2Rounds):
		return fmt.Errorf("its key derivation is malformed or takes more than %d rounds", maxPBKDF2Rounds)
	}
	return nil
}

// checkScrypt bounds memory and time (RFC 7914, sections 2 and 6).
func checkScrypt(n, r, p uint64) error {
	const most = maxScryptMemory / scryptBlockFactor
	if n < 2 || r < 1 || p < 1 {
		return errors.New("its key derivation is malformed: n, r or p is missing")
	}
	if n > most || r > most/n || p > maxScryptRounds/(n*r) {
		return fmt.Errorf("its key derivation asks for more than %d MiB or %d rounds: n %d, r %d, p %d", maxScryptMemory>>20, maxScryptRounds, n, r, p)
	}
	return nil
}
