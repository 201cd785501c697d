package wrap

import (
	"context"
	"crypto/sha256"
	"fmt"
	"hash/crc32"
	"io"
	"sync"
)

// pieceSize is how many sealed bytes one hash of the list covers.
const pieceSize = 1 << 20

// pieceCount returns how many pieces size bytes are.
func pieceCount(size uint64) uint64 { return (size + pieceSize - 1) / pieceSize }

// pieceWriter passes bytes on to dst and, on other cores, hashes their pieces.
type pieceWriter struct {
	dst     io.Writer
	buf     []byte
	free    chan []byte // a nil element stands for a buffer not made yet
	sums    []*[sha256.Size]byte
	hashing sync.WaitGroup
	crc     uint32
	size    uint64
}

func newPieceWriter(dst io.Writer) *pieceWriter {
	w := &pieceWriter{dst: dst, free: make(chan []byte, workers()+1)}
	for range cap(w.free) {
		w.free <- nil
	}
	return w
}

func (w *pieceWriter) Write(p []byte) (int, error) {
	total := len(p)
	for len(p) > 0 {
		if w.buf == nil {
			w.buf = w.take()
		}
		n := min(len(p), pieceSize-len(w.buf))
		w.buf = append(w.buf, p[:n]...)
		p = p[n:]
		if len(w.buf) < pieceSize {
			continue
		}
		if err := w.flush(); err != nil {
			return 0, err
		}
	}
	return total, nil
}

func (w *pieceWriter) take() []byte {
	if buf := <-w.free; buf != nil {
		return buf[:0]
	}
	return make([]byte, 0, pieceSize)
}

// flush ends a piece.
func (w *pieceWriter) flush() error {
	piece, sum := w.buf, new([sha256.Size]byte)
	w.buf = nil
	w.sums = append(w.sums, sum)
	w.size += uint64(len(piece))
	w.crc = crc32.Update(w.crc, crc32.IEEETable, piece)
	_, err := w.dst.Write(piece)
	w.hashing.Go(func() {
		*sum = sha256.Sum256(piece)
		w.free <- piece
	})
	return err
}

// finish ends the last piece and sums up. size is the plaintext's.
func (w *pieceWriter) finish(size uint64) (*Sealing, error) {
	if len(w.buf) > 0 {
		if err := w.flush(); err != nil {
			return nil, err
		}
	}
	w.hashing.Wait()
	list := make([]byte, 0, len(w.sums)*sha256.Size)
	for _, sum := range w.sums {
		list = append(list, sum[:]...)
	}
	return &Sealing{
		Sealed: Sealed{Size: size, SealedSize: w.size, Digest: sha256.Sum256(list)},
		CRC:    w.crc,
		Pieces: list,
	}, nil
}

// piece is a stretch of sealed bytes and its hash.
type piece struct {
	index int
	data  []byte
	sum   [sha256.Size]byte
}

// pieceReader reads the pieces of a section in order, on several cores, and
// checks each against a list before it gives any of it away. It reads every
// byte once, so that the bytes checked are the bytes given.
type pieceReader struct {
	section *Section
	list    []byte // nil while the list is being made
	pool    *buffers
	ahead   *inOrder[piece]
	current piece
	unread  []byte
	err     error // what ended reading, for whoever lost it in another layer
}

// newPieceReader starts reading s. The caller must call close.
func newPieceReader(ctx context.Context, s *Section, list []byte) *pieceReader {
	ahead := ahead()
	r := &pieceReader{section: s, list: list, pool: newBuffers(int(min(pieceSize, s.SealedSize)), ahead+2)}
	var index int
	count := int(pieceCount(s.SealedSize))
	next := func() (int, error) {
		if index == count {
			return 0, io.EOF
		}
		index++
		return index - 1, ctx.Err()
	}
	r.ahead = startInOrder(ahead, next, r.load)
	return r
}

func (r *pieceReader) close() { r.ahead.close() }

// load reads and hashes one piece.
func (r *pieceReader) load(index int) (piece, error) {
	off := int64(index) * pieceSize
	length := min(pieceSize, int64(r.section.SealedSize)-off)
	data := r.pool.get()[:length]
	n, err := r.section.Source.ReadAt(data, off)
	if n == len(data) {
		return piece{index, data, sha256.Sum256(data)}, nil
	}
	if err == nil || err == io.EOF {
		return piece{}, r.section.damaged(index, "it ends early")
	}
	return piece{}, fmt.Errorf("read %s: %w", r.section.Name, err)
}

// next makes the following piece the current one.
func (r *pieceReader) next() error {
	if r.err != nil {
		return r.err
	}
	if r.current.data != nil {
		r.pool.put(r.current.data)
	}
	r.current, r.err = r.ahead.next()
	if r.err == nil && r.list != nil {
		at := r.current.index * sha256.Size
		if [sha256.Size]byte(r.list[at:]) != r.current.sum {
			r.err = r.section.damaged(r.current.index, "its SHA-256 is not the signed one")
		}
	}
	return r.err
}

func (r *pieceReader) Read(p []byte) (int, error) {
	if len(r.unread) == 0 {
		if err := r.next(); err != nil {
			return 0, err
		}
		r.unread = r.current.data
	}
	n := copy(p, r.unread)
	r.unread = r.unread[n:]
	return n, nil
}

// list returns the hashes of all pieces, which match the signed digest: those
// that came with the section or else those of its bytes.
func (s *Section) list(ctx context.Context) ([]byte, error) {
	if err := s.checkSize(); err != nil {
		return nil, err
	}
	if s.Pieces == nil {
		return s.hash(ctx, nil)
	}
	if uint64(len(s.Pieces)) != pieceCount(s.SealedSize)*sha256.Size || sha256.Sum256(s.Pieces) != s.Digest {
		return nil, s.damaged(-1, "its list of pieces does not match the signed digest")
	}
	return s.Pieces, nil
}

// checkSize refuses sealed sizes that no section has and a source that goes on
// past the signed size. One that ends before it is met when it is read. A signed
// size of the plaintext may be any: what does not reach it is the signer's fault.
func (s *Section) checkSize() error {
	if s.SealedSize == 0 || s.SealedSize > maxSize {
		return fmt.Errorf("%s: sealed size %d: out of range", s.Name, s.SealedSize)
	}
	var past [1]byte
	switch n, err := s.Source.ReadAt(past[:], int64(s.SealedSize)); {
	case n > 0:
		return s.damaged(-1, fmt.Sprintf("it goes on past its signed %d bytes", s.SealedSize))
	case err != nil && err != io.EOF:
		return fmt.Errorf("read %s: %w", s.Name, err)
	}
	return nil
}

// hash makes the list by reading all sealed bytes.
func (s *Section) hash(ctx context.Context, progress func(done uint64)) ([]byte, error) {
	r := newPieceReader(ctx, s, nil)
	defer r.close()
	var list []byte
	err := r.each(func(p piece) { list = append(list, p.sum[:]...) }, progress)
	if err != nil {
		return nil, err
	}
	if sha256.Sum256(list) == s.Digest {
		return list, nil
	}
	only := -1
	if pieceCount(s.SealedSize) == 1 {
		only = 0
	}
	return nil, s.damaged(only, "its SHA-256 is not the signed one")
}

// each reads all pieces.
func (r *pieceReader) each(use func(piece), progress func(done uint64)) error {
	var done uint64
	for {
		err := r.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		use(r.current)
		done += uint64(len(r.current.data))
		report(progress, done)
	}
}

// Verify reads all sealed bytes and checks them against the signed digest.
// progress may be nil; it is given the number of sealed bytes read so far.
func (s *Section) Verify(ctx context.Context, progress func(done uint64)) error {
	if s.Pieces == nil {
		if err := s.checkSize(); err != nil {
			return err
		}
		_, err := s.hash(ctx, progress)
		return err
	}
	list, err := s.list(ctx)
	if err != nil {
		return err
	}
	r := newPieceReader(ctx, s, list)
	defer r.close()
	return r.each(func(piece) {}, progress)
}

func (s *Section) damaged(index int, cause string) error {
	return &DamagedError{Entry: s.Name, Piece: index, Count: int(pieceCount(s.SealedSize)), Cause: cause}
}

func report(progress func(done uint64), done uint64) {
	if progress != nil {
		progress(done)
	}
}
