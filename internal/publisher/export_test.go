package publisher

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
