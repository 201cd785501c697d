package publisher

import "github.com/shrinkwrap/shrinkwrap/internal/dispute"

// Index returns the index as it would be written again.
func (f *SealFile) Index() ([]byte, error) { return f.index() }

// Keys returns the file of keys as it would be written again.
func (f *SealFile) Keys() []byte { return encodeKeys(f.keys) }

// What reads the files of a book, for fuzz targets.
var (
	ParseSale = parseSale
	ParseFate = func(b []byte) ([]byte, error) {
		e, err := parseFate(b)
		if err != nil {
			return nil, err
		}
		return e.bytes(), nil
	}
	ParseCursor  = func(b []byte) error { _, err := parseCursor(b); return err }
	ParseJournal = func(b []byte) error { _, err := parseJournal(b); return err }
)

// Bytes is a sale as its file has it.
func (s Sale) Bytes() []byte { return s.bytes() }

// Thin is what is kept of blocks to which a reorganisation may go back.
func Thin(numbers []uint64) (kept []uint64) {
	var marks []mark
	for _, n := range numbers {
		marks = append(marks, mark{Number: n})
	}
	for _, m := range thin(marks) {
		kept = append(kept, m.Number)
	}
	return kept
}

// Fill puts n sales into an empty book, all with a release, as if they had been
// read.
func (b *Book) Fill(n uint32, sale func(index uint32) Sale) error {
	var records []byte
	for index := range n {
		s := sale(index)
		s.Order, s.release[0] = s.Leaf.Hash(), 1
		records = append(records, s.bytes()...)
		if len(records) > 1<<20 || index == n-1 {
			if _, err := b.files.sales.WriteAt(records, int64(index+1)*saleSize-int64(len(records))); err != nil {
				return err
			}
			records = records[:0]
		}
	}
	c := b.cursor
	c.Marks = []mark{{Number: uint64(n), Time: sale(n - 1).Leaf.Time, Sales: n}}
	return b.save(c)
}

// Missing returns how many pending sales lack a release.
func (b *Book) Missing(v View) (int, error) {
	found, err := b.missing(dispute.WindowsOf(b.ChainID), v, b.Len(), 1<<30)
	return len(found), err
}
