package wrap

import (
	"context"
	"fmt"
	"io"

	"filippo.io/age"
	"github.com/klauspost/compress/zstd"
)

// Seal reads one section's plaintext from src and writes its sealed bytes to
// dst. progress may be nil; it is given the number of plaintext bytes sealed so
// far, from the calling goroutine. Seal returns when nothing of it runs any
// more; if ctx ends it returns its error. After an error dst holds a useless
// beginning, which does not decrypt to its end.
func Seal(ctx context.Context, dst io.Writer, src io.Reader, progress func(done uint64), tiers ...age.Recipient) (*Sealing, error) {
	encrypt := func(dst io.Writer) (io.WriteCloser, error) { return age.Encrypt(dst, tiers...) }
	sealing, err := seal(ctx, dst, src, zstd.SpeedDefault, progress, encrypt)
	if err != nil {
		return nil, fmt.Errorf("seal section: %w", err)
	}
	return sealing, nil
}

// seal is src → frames → encrypt → pieces → dst.
func seal(ctx context.Context, dst io.Writer, src io.Reader, level zstd.EncoderLevel, progress func(done uint64), encrypt func(io.Writer) (io.WriteCloser, error)) (*Sealing, error) {
	pieces := newPieceWriter(dst)
	defer pieces.hashing.Wait()
	encrypted, err := encrypt(pieces)
	if err != nil {
		return nil, err
	}
	frames, err := newFramer(ctx, src, level)
	if err != nil {
		return nil, err
	}
	defer frames.close()
	size, err := frames.copyTo(encrypted, progress)
	if err != nil {
		return nil, err
	}
	if err := encrypted.Close(); err != nil {
		return nil, err
	}
	return pieces.finish(size)
}
