package program_test

import (
	"bytes"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io"
	"strings"
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/program"
)

// A program sees the environment as it is specified, and one word of a command
// line.
func TestEnvironment(t *testing.T) {
	c := invented(t, "ada")
	buyer, receipt, tag := c.Buyer.Bytes(), c.Receipt.Bytes(), c.Tag.Bytes()
	want := strings.Join([]string{
		"SHRINKWRAP_PRODUCT=0xb000000000000000000000000000000000000000",
		"SHRINKWRAP_ORDER=0x" + hex.EncodeToString(c.Order[:]),
		"SHRINKWRAP_TIER=1",
		"SHRINKWRAP_AMOUNT=2000000000000000",
		"SHRINKWRAP_PAID_AT=1767225600",
		"SHRINKWRAP_BUYER=0x" + hex.EncodeToString(buyer[:]),
		"SHRINKWRAP_RECEIPT=0x" + hex.EncodeToString(receipt[:]),
		"SHRINKWRAP_TAG=0x" + hex.EncodeToString(tag[:]),
		"", "",
	}, "\x00")
	size := int64(len(want) - 1)
	m := module{imports: []imported{fdWrite, environGet}, body: code(called(1, 64, 4096), written(0, 1, 4096, size+1))}
	if got, err := run(t, m, tight); err != nil || got != want {
		t.Errorf("environment is %q, %v", got, err)
	}
	m = module{imports: []imported{fdWrite, argsGet}, body: code(called(1, 64, 4096), written(0, 1, 4096, 16))}
	if got, err := run(t, m, tight); err != nil || got != "release-program\x00" {
		t.Errorf("command line is %q, %v", got, err)
	}
}

// The tag is the buyer's own word for the order, the same each time.
func TestTag(t *testing.T) {
	c, again, other := invented(t, "ada"), invented(t, "ada"), invented(t, "bob")
	if err := c.Tag.Verify(c.Buyer, bls.PurposeTag, c.OrderPlace().Bytes()); err != nil {
		t.Error(err)
	}
	if c.Tag != again.Tag || c.Tag == other.Tag {
		t.Error("the tag is another one each time, or the same for others")
	}
	if err := other.Tag.Verify(c.Buyer, bls.PurposeTag, c.OrderPlace().Bytes()); err == nil {
		t.Error("another's tag is taken")
	}
}

// Random numbers are those of the receipt, however they are asked for.
func TestRandom(t *testing.T) {
	c := invented(t, "ada")
	sigma := c.Receipt.Bytes()
	var want []byte
	for i := range uint64(8) {
		block, err := hkdf.Key(sha256.New, sigma[:], nil, string(binary.BigEndian.AppendUint64([]byte("SHRINKWRAP-V1-PROGRAM-RANDOM"), i)), 32)
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, block...)
	}
	m := module{imports: []imported{fdWrite, randomGet}, body: code(called(1, 64, 7), called(1, 71, 32), called(1, 103, 217), written(0, 1, 64, 256))}
	for range 2 {
		if got, err := run(t, m, tight); err != nil || got != string(want) {
			t.Errorf("random numbers are %x, %v", got, err)
		}
	}
	got := make([]byte, 256)
	if _, err := io.ReadFull(program.Random(c.Receipt), got); err != nil || !bytes.Equal(got, want) {
		t.Errorf("stream begins %x, %v", got, err)
	}
	if _, err := io.ReadFull(program.Random(invented(t, "bob").Receipt), got); err != nil || bytes.Equal(got, want) {
		t.Error("two orders have the same random numbers")
	}
}

// The only time is that of the payment. The monotonic clock counts its readings.
func TestClock(t *testing.T) {
	want := binary.LittleEndian.AppendUint64(nil, 1_767_225_600_000_000_000)
	m := module{imports: []imported{fdWrite, clockGet}, body: code(
		number(0), 0x42, 0, number(64), call, 1, drop, // wall clock, i64.const 0
		number(1), 0x42, 0, number(72), call, 1, drop, // monotonic clock
		number(1), 0x42, 0, number(80), call, 1, drop,
		written(0, 1, 64, 24),
	)}
	want = binary.LittleEndian.AppendUint64(want, 1_000_000)
	want = binary.LittleEndian.AppendUint64(want, 2_000_000)
	if got, err := run(t, m, tight); err != nil || got != string(want) {
		t.Errorf("clocks say %x, %v", got, err)
	}
}
