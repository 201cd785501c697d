package publisher

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"filippo.io/age"
	"github.com/btcsuite/btcd/btcutil/bech32"

	"github.com/shrinkwrap/shrinkwrap/internal/seal"
)

// A file of keys holds the tiers' age identities, one a line in the order of the
// tiers, after a comment. age itself takes it:
//
//	age -d -i tale.seal/keys tale.seal/sections/0.age | zstd -d
const keysComment = "# Opens every section of this product for ever. Keep it secret.\n"

func newKeys(tiers int, random io.Reader) ([]seal.TierKey, error) {
	keys := make([]seal.TierKey, tiers)
	for k := range keys {
		var err error
		if keys[k], err = seal.NewTierKey(random); err != nil {
			return nil, err
		}
	}
	return keys, nil
}

func encodeKeys(keys []seal.TierKey) []byte {
	b := bytes.NewBufferString(keysComment)
	for _, key := range keys {
		b.WriteString(key.Identity().String() + "\n")
	}
	return b.Bytes()
}

// parseKeys reads a file of keys. Its errors say nothing of what is in it.
func parseKeys(b []byte, tiers int) ([]seal.TierKey, error) {
	identities, err := age.ParseIdentities(bytes.NewReader(b))
	if err != nil {
		return nil, errors.New("it holds something else than age identities")
	}
	if len(identities) != tiers {
		return nil, fmt.Errorf("it holds %d keys, the product has %d tiers", len(identities), tiers)
	}
	keys := make([]seal.TierKey, tiers)
	for k, identity := range identities {
		native, ok := identity.(*age.X25519Identity)
		if !ok {
			return nil, fmt.Errorf("key of tier %d is no native age identity", k)
		}
		if keys[k], err = parseKey(native.String()); err != nil {
			return nil, fmt.Errorf("key of tier %d: %v", k, err)
		}
	}
	return keys, nil
}

func parseKey(identity string) (seal.TierKey, error) {
	_, words, err := bech32.Decode(strings.ToLower(identity))
	if err != nil {
		return seal.TierKey{}, errors.New("it is not in Bech32")
	}
	secret, err := bech32.ConvertBits(words, 5, 8, false)
	if err != nil {
		return seal.TierKey{}, errors.New("it is not in Bech32")
	}
	return seal.ParseTierKey(secret)
}

// checkKey opens the age header of section n with the key of tier k.
func (f *SealFile) checkKey(k, n int) (err error) {
	sealed, err := os.Open(f.section(n))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, sealed.Close()) }()
	if _, err := age.Decrypt(sealed, f.keys[k].Identity()); err != nil {
		return fmt.Errorf("key of tier %q does not open section %q: is it another seal file's?", f.Content.Tiers[k].Name, f.Content.Sections[n].Name)
	}
	return nil
}
