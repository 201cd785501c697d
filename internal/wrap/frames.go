package wrap

import (
	"context"
	"io"

	"github.com/klauspost/compress/zstd"
)

// frameSize is how much plaintext one zstd frame holds, the last one less.
// Frames are independent, so that packing and opening use all cores; that costs
// about 1 % of size, since level 3 looks for matches no more than 2 MiB back.
const frameSize = 4 << 20

// frame is one zstd frame and what is in it.
type frame struct {
	packed []byte // nil if there is nothing to inflate
	plain  []byte
}

// A framer cuts plaintext into frames and compresses them on all cores. The
// same plaintext gives the same bytes, whatever the number of cores: each frame
// is made from its plaintext alone.
type framer struct {
	src    io.Reader
	zip    *zstd.Encoder
	plain  *buffers
	packed *buffers
	ahead  *inOrder[frame]
	made   bool // a frame, so that the end may come
}

// newFramer starts compressing src. The caller must call close.
func newFramer(ctx context.Context, src io.Reader, level zstd.EncoderLevel) (*framer, error) {
	zip, err := zstd.NewWriter(nil,
		zstd.WithEncoderLevel(level),
		zstd.WithWindowSize(frameSize),
		zstd.WithSingleSegment(true),
		zstd.WithZeroFrames(true),
		zstd.WithEncoderCRC(false), // age authenticates the frames, the digest covers them
		zstd.WithLowerEncoderMem(true),
		zstd.WithEncoderConcurrency(workers()))
	if err != nil {
		return nil, err
	}
	ahead := ahead()
	f := &framer{src: src, zip: zip, plain: newBuffers(frameSize, ahead+2),
		packed: newBuffers(zip.MaxEncodedSize(frameSize), ahead+2)}
	next := func() (frame, error) {
		if err := ctx.Err(); err != nil {
			return frame{}, err
		}
		return f.cut()
	}
	f.ahead = startInOrder(ahead, next, f.pack)
	return f, nil
}

func (f *framer) close() { f.ahead.close() }

// cut reads the plaintext of the next frame. An empty source is one empty
// frame, since a zstd stream of no frames at all counts as cut off.
func (f *framer) cut() (frame, error) {
	plain := f.plain.get()[:frameSize]
	n, err := io.ReadFull(f.src, plain)
	if err == io.EOF && f.made {
		return frame{}, io.EOF
	}
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return frame{}, err
	}
	f.made = true
	return frame{plain: plain[:n]}, nil
}

func (f *framer) pack(r frame) (frame, error) {
	r.packed = f.zip.EncodeAll(r.plain, f.packed.get())
	return r, nil
}

// copyTo writes the frames to dst and returns the size of the plaintext.
func (f *framer) copyTo(dst io.Writer, progress func(done uint64)) (size uint64, err error) {
	for {
		r, err := f.ahead.next()
		if err == io.EOF {
			return size, nil
		}
		if err != nil {
			return size, err
		}
		if _, err := dst.Write(r.packed); err != nil {
			return size, err
		}
		size += uint64(len(r.plain))
		f.plain.put(r.plain)
		f.packed.put(r.packed)
		report(progress, size)
	}
}
