package main

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"math/rand/v2"
	"os"
)

// stretch is how long one kind of data goes on before the next.
const stretch = 1 << 20

// writeGoods writes a product of so many bytes, always the same: text, numbers
// that compress by half, and noise, a stretch of each in turn.
func writeGoods(path string, size int64) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	w := bufio.NewWriterSize(f, 1<<20)
	random := rand.New(rand.NewPCG(1, 2))
	text := newBabble(random)
	for kind := 0; size > 0; kind++ {
		block := make([]byte, min(stretch, size))
		switch kind % 3 {
		case 0:
			text.fill(block)
		case 1:
			numbers(block, random)
		case 2:
			noise(block, random)
		}
		if _, err := w.Write(block); err != nil {
			return err
		}
		size -= int64(len(block))
	}
	return w.Flush()
}

// babble is text of invented words, the common ones far more often than others
// as in any language.
type babble struct {
	random *rand.Rand
	words  [4096]string
	zipf   []uint16 // drawn beforehand, since drawing takes long
}

func newBabble(random *rand.Rand) *babble {
	b := &babble{random: random, zipf: make([]uint16, 1<<16)}
	for i := range b.words {
		word := make([]byte, 2+random.IntN(9), 12)
		for at := range word {
			word[at] = byte('a' + random.IntN(26))
		}
		b.words[i] = string(append(word, ' '))
	}
	zipf := rand.NewZipf(random, 1.1, 3, uint64(len(b.words)-1))
	for i := range b.zipf {
		b.zipf[i] = uint16(zipf.Uint64())
	}
	return b
}

func (b *babble) fill(block []byte) {
	for at := 0; at < len(block); {
		at += copy(block[at:], b.words[b.zipf[b.random.IntN(len(b.zipf))]])
	}
}

// numbers are measurements: what changes slowly beside what does not.
func numbers(block []byte, random *rand.Rand) {
	var record [8]byte
	for at := 0; at < len(block); {
		binary.LittleEndian.PutUint32(record[:4], uint32(at)*3)
		binary.LittleEndian.PutUint32(record[4:], uint32(random.IntN(1<<11)))
		at += copy(block[at:], record[:])
	}
}

func noise(block []byte, random *rand.Rand) {
	var seed [32]byte
	for i := range seed {
		seed[i] = byte(random.Uint32())
	}
	io.ReadFull(rand.NewChaCha8(seed), block) // it never fails
}
