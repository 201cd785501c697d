package wrap

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

const (
	maxWindow   = 8 << 20   // of a frame that is opened
	maxFrame    = frameSize // plaintext of a frame that is inflated whole; others are streamed
	streamChunk = 1 << 20
	blockHeader = 3 // bytes, RFC 8878 section 3.1.1.2
	checksum    = 4
)

// An unframer inflates any concatenation of zstd frames, on all cores. Frames
// that say that they are small, as a framer's do, are inflated side by side;
// others one after the other, a chunk at a time. So no frame, whatever it says,
// makes it hold more than its buffers.
type unframer struct {
	src    *bufio.Reader // compressed
	unzip  *zstd.Decoder // for whole frames
	stream *zstd.Decoder // for a frame that is streamed; nil before the first
	inside bool          // of a streamed frame
	found  bool          // a frame, so that the end may come
	packed *buffers
	plain  *buffers
	ahead  *inOrder[frame]
}

// newUnframer starts inflating src, which has at most packed bytes and should
// give plain bytes. The caller must call close.
func newUnframer(src io.Reader, packed, plain uint64) (*unframer, error) {
	ahead := ahead()
	unzip, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(workers()),
		zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderMaxMemory(maxFrame))
	if err != nil {
		return nil, err
	}
	u := &unframer{src: bufio.NewReaderSize(src, 1<<17), unzip: unzip,
		packed: newBuffers(int(min(maxFrame+maxFrame>>8, packed)), ahead+2),
		plain:  newBuffers(int(min(maxFrame, plain+1)), ahead+2)}
	u.ahead = startInOrder(ahead, u.next, u.unpack)
	return u, nil
}

func (u *unframer) close() {
	u.ahead.close()
	u.unzip.Close()
	if u.stream != nil {
		u.stream.Close()
	}
}

// next reads the next frame, or inflates the next chunk of one that is streamed.
func (u *unframer) next() (frame, error) {
	for {
		if u.inside {
			if chunk, err := u.chunk(); err != io.EOF {
				return chunk, err
			}
			u.inside = false
		}
		header, err := u.header()
		if err != nil {
			return frame{}, err
		}
		if header.Skippable {
			if _, err := u.src.Discard(header.HeaderSize + int(header.SkippableSize)); err != nil {
				return frame{}, cutOff(err)
			}
			continue
		}
		u.found = true
		if whole, ok, err := u.whole(header); ok || err != nil {
			return whole, err
		}
	}
}

// header reads a frame's header, which stays unread, and refuses one that asks
// for more than the format of sections allows.
func (u *unframer) header() (zstd.Header, error) {
	var header zstd.Header
	start, err := u.src.Peek(zstd.HeaderMaxSize)
	if err != nil && err != io.EOF {
		return header, err
	}
	if len(start) == 0 && u.found {
		return header, io.EOF
	}
	if err := header.Decode(start); err != nil {
		return header, fmt.Errorf("zstd frame header: %w", cutOff(err))
	}
	window := header.WindowSize
	if header.SingleSegment {
		window = header.FrameContentSize
	}
	if window > maxWindow {
		return header, fmt.Errorf("zstd window of %d bytes, more than %d", window, maxWindow)
	}
	if header.DictionaryID != 0 {
		return header, fmt.Errorf("zstd dictionary %d, where none is allowed", header.DictionaryID)
	}
	return header, nil
}

// whole reads a frame that can be inflated in one go. It starts streaming any
// other, and returns false.
func (u *unframer) whole(header zstd.Header) (frame, bool, error) {
	body := &frameReader{src: u.src, pass: header.HeaderSize, checksum: header.HasCheckSum}
	// The decoder for whole frames takes no window beyond its memory, also where
	// the frame has no use for it.
	if !header.HasFCS || max(header.FrameContentSize, header.WindowSize) > maxFrame {
		return frame{}, false, u.startStream(body)
	}
	buf := u.packed.get()
	buf = buf[:cap(buf)]
	n, err := io.ReadFull(body, buf)
	switch err {
	case io.EOF, io.ErrUnexpectedEOF:
		return frame{packed: buf[:n]}, true, nil
	case nil:
		// A frame that is larger than what is in it is no use, but it is legal.
		return frame{}, false, u.startStream(io.MultiReader(bytes.NewReader(buf), body))
	}
	return frame{}, false, err
}

func (u *unframer) startStream(body io.Reader) error {
	u.inside = true
	if u.stream != nil {
		return u.stream.Reset(body)
	}
	var err error
	u.stream, err = zstd.NewReader(body, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
	return err
}

// chunk inflates some of the streamed frame; io.EOF is the end of the frame.
func (u *unframer) chunk() (frame, error) {
	plain := u.plain.get()
	plain = plain[:min(streamChunk, cap(plain))]
	n, err := io.ReadFull(u.stream, plain)
	if n > 0 {
		return frame{plain: plain[:n]}, nil // err comes back with the next chunk
	}
	u.plain.put(plain)
	return frame{}, err
}

func (u *unframer) unpack(r frame) (frame, error) {
	if r.packed == nil {
		return r, nil
	}
	plain, err := u.unzip.DecodeAll(r.packed, u.plain.get())
	u.packed.put(r.packed)
	if err != nil {
		return frame{}, fmt.Errorf("zstd frame: %w", cutOff(err))
	}
	return frame{plain: plain}, nil
}

// frameReader reads one frame and nothing past it. It understands only where
// the frame's blocks end; the decoder judges what is in them.
type frameReader struct {
	src      *bufio.Reader
	pass     int // bytes to pass on before the next block header
	checksum bool
	last     bool // the block that is being passed on is the frame's last
	err      error
}

func (r *frameReader) Read(p []byte) (int, error) {
	if r.pass == 0 && r.err == nil {
		r.err = r.block()
	}
	if r.err != nil {
		return 0, r.err
	}
	n, err := r.src.Read(p[:min(len(p), r.pass)])
	r.pass -= n
	if err != nil {
		r.err = cutOff(err)
	}
	return n, r.err
}

// block finds the end of the next block, or of the frame.
//
//	Block_Header  24 bits, little-endian: Last_Block(1) Block_Type(2) Block_Size(21)
//	              type 1 (RLE) is followed by one byte, whatever its size says
func (r *frameReader) block() error {
	if r.last && !r.checksum {
		return io.EOF
	}
	if r.last {
		r.pass, r.checksum = checksum, false
		return nil
	}
	b, err := r.src.Peek(blockHeader)
	if err != nil {
		return cutOff(err)
	}
	header := int(b[0]) | int(b[1])<<8 | int(b[2])<<16
	size := header >> 3
	if header>>1&3 == 1 {
		size = 1
	}
	r.pass, r.last = blockHeader+size, header&1 == 1
	return nil
}

var errCutOff = errors.New("zstd stream is cut off")

// cutOff tells a stream that ends too early from one that is at its end.
func cutOff(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errCutOff
	}
	return err
}
