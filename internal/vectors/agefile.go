package vectors

import (
	"bytes"
	"crypto/ecdh"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"slices"

	"golang.org/x/crypto/chacha20poly1305"

	"github.com/shrinkwrap/shrinkwrap/internal/seal"
)

// An ageFile is an age file (age-encryption.org/v1) whose random bytes come from
// streams: the library draws its own. It also writes what no honest library
// does, another payload under the same header.
//
//	header   "age-encryption.org/v1\n", a stanza for each recipient, "--- " HMAC
//	stanza   "-> X25519 " ephemeral share "\n" wrapped file key "\n"
//	payload  nonce(16), one chunk of ChaCha20-Poly1305
type ageFile struct{ key, header []byte }

func newAgeFile(label string, keys ...seal.TierKey) ageFile {
	return ageFileAmong(label, "", "", keys...)
}

// ageFileAmong has other stanzas before and after those of its recipients.
func ageFileAmong(label, before, after string, keys ...seal.TierKey) ageFile {
	f := ageFile{take(label+": file key", 16), []byte("age-encryption.org/v1\n" + before)}
	random := Stream(label + ": ephemeral keys")
	for _, key := range keys {
		f.header = append(f.header, f.stanza(key, must(ecdh.X25519().NewPrivateKey(next(random, 32))))...)
	}
	f.header = append(f.header, after+"---"...)
	mac := hmac.New(sha256.New, expand(f.key, nil, "header"))
	mac.Write(f.header) // never fails
	f.header = append(f.header, " "+unpadded(mac.Sum(nil))+"\n"...)
	return f
}

// stanza wraps the file key for one recipient.
func (f ageFile) stanza(key seal.TierKey, ephemeral *ecdh.PrivateKey) string {
	secret := key.Bytes()
	recipient := must(ecdh.X25519().NewPrivateKey(secret[:])).PublicKey()
	share := ephemeral.PublicKey().Bytes()
	wrapping := expand(must(ephemeral.ECDH(recipient)), slices.Concat(share, recipient.Bytes()), "age-encryption.org/v1/X25519")
	body := must(chacha20poly1305.New(wrapping)).Seal(nil, make([]byte, chacha20poly1305.NonceSize), f.key, nil)
	return "-> X25519 " + unpadded(share) + "\n" + unpadded(body) + "\n"
}

// sealed returns the file of a payload of at most 64 KiB, which is one chunk.
func (f ageFile) sealed(label string, payload []byte) []byte {
	nonce := take(label+": nonce", 16)
	last := make([]byte, chacha20poly1305.NonceSize)
	last[len(last)-1] = 1 // chunk 0, the last
	stream := must(chacha20poly1305.New(expand(f.key, nonce, "payload")))
	return stream.Seal(slices.Concat(f.header, nonce), last, payload, nil)
}

func expand(secret, salt []byte, info string) []byte {
	return must(hkdf.Key(sha256.New, secret, salt, info, 32))
}

func unpadded(b []byte) string { return base64.RawStdEncoding.EncodeToString(b) }

// rawFrame returns a zstd frame (RFC 8878) of one block that is not compressed,
// of fewer than 256 bytes. Its header says its size and nothing else.
func rawFrame(plain []byte) []byte {
	return append([]byte{0x28, 0xb5, 0x2f, 0xfd, 0x20, byte(len(plain))}, rawBlock(plain)...)
}

// windowFrame is rawFrame with a window descriptor in the place of the size.
func windowFrame(descriptor byte, plain []byte) []byte {
	return append([]byte{0x28, 0xb5, 0x2f, 0xfd, 0, descriptor}, rawBlock(plain)...)
}

// rawBlock returns a frame's last block: Last_Block(1) Block_Type(2) Size(21).
func rawBlock(plain []byte) []byte {
	header := len(plain)<<3 | 1
	return append([]byte{byte(header), byte(header >> 8), byte(header >> 16)}, bytes.Clone(plain)...)
}
