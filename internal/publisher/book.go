package publisher

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/gofrs/flock"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
)

// A Book is what was read of an account's sales, in the home:
//
//	sales/CHAIN-ACCOUNT/
//	  cursor.json   how far the chain was read, and how much of the files counts
//	  sales         the orders in the order of their log, see saleSize
//	  fates         what became of them, see fateSize
//	  spare         releases of orders that a reorganisation took away
//	  answers.json  transactions that were signed, see Journal
//	  refunds.json
//	  lock          of the process that writes
//
// What is behind the counts of the cursor does not count: a crash between
// writing to a file and to the cursor leaves bytes there, which the next reading
// writes over. Only releases are written in place.
type Book struct {
	Account Account
	ChainID uint64

	dir    string
	unlock func() error // nil: another process writes
	files  struct{ sales, fates, spare *os.File }

	mu     sync.Mutex
	cursor cursor
	fates  map[uint32]Fate        // of the sales that have one
	places map[common.Hash]uint32 // of those, by their orders
	spare  map[common.Hash][bls.G1Size]byte
}

// cursor says how far the chain was read.
type cursor struct {
	Version   int            `json:"version"`
	ChainID   uint64         `json:"chainId"`
	Publisher common.Address `json:"publisher"`
	Token     common.Address `json:"token"`
	Committee common.Address `json:"committee"`
	FeeBps    uint16         `json:"feeBps"`
	Marks     []mark         `json:"marks"` // the newest last
}

// mark is a block up to which the chain was read, and what the files had then.
type mark struct {
	Number uint64      `json:"number"`
	Hash   common.Hash `json:"hash"`
	Time   uint64      `json:"time"`
	Sales  uint32      `json:"sales"`
	Fates  uint32      `json:"fates"`
}

const bookVersion = 1

// NewBook opens the book of an account on a chain, or begins it. Where another
// process writes in it, it can be read as that one leaves it: see [Book.Writes].
func NewBook(h home.Home, chainID uint64, a Account) (b *Book, err error) {
	name := fmt.Sprintf("%d-%x", chainID, a.ID())
	dir, err := h.Folder("sales", name)
	if err != nil {
		return nil, err
	}
	b = &Book{Account: a, ChainID: chainID, dir: dir}
	lock := flock.New(filepath.Join(dir, "lock"))
	locked, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("locking %s: %v", lock.Path(), err)
	}
	if locked {
		b.unlock = lock.Unlock
	}
	if err := errors.Join(b.openFiles(), b.load()); err != nil {
		return nil, fmt.Errorf("the book of sales in %s: %w", dir, errors.Join(err, b.Close()))
	}
	return b, nil
}

// Writes reports whether this process is the one that writes.
func (b *Book) Writes() bool { return b.unlock != nil }

// Close gives the book back.
func (b *Book) Close() (err error) {
	for _, f := range []*os.File{b.files.sales, b.files.fates, b.files.spare} {
		if f != nil {
			err = errors.Join(err, f.Close())
		}
	}
	if b.unlock != nil {
		err = errors.Join(err, b.unlock())
	}
	return err
}

func (b *Book) openFiles() (err error) {
	for name, file := range map[string]**os.File{"sales": &b.files.sales, "fates": &b.files.fates, "spare": &b.files.spare} {
		if *file, err = os.OpenFile(filepath.Join(b.dir, name), os.O_RDWR|os.O_CREATE, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// load reads the cursor and what is kept in memory: what became of sales that
// were disputed or refunded, of which there are few.
func (b *Book) load() error {
	text, err := os.ReadFile(filepath.Join(b.dir, "cursor.json"))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		b.cursor = cursor{Version: bookVersion, ChainID: b.ChainID, Publisher: b.Account.Publisher, Token: b.Account.Token, Committee: b.Account.Committee, FeeBps: b.Account.FeeBps}
	case err != nil:
		return err
	default:
		if b.cursor, err = parseCursor(text); err != nil {
			return err
		}
	}
	if b.cursor.ChainID != b.ChainID || b.cursor.account() != b.Account {
		return errors.New("it is of another account")
	}
	if err := b.loadSpare(); err != nil {
		return err
	}
	return b.loadFates()
}

// parseCursor refuses a cursor that no run has written.
func parseCursor(text []byte) (c cursor, err error) {
	if err := json.Unmarshal(text, &c); err != nil {
		return c, fmt.Errorf("cursor.json cannot be read: %v", err)
	}
	if c.Version != bookVersion {
		return c, fmt.Errorf("cursor.json has version %d, this software knows %d", c.Version, bookVersion)
	}
	for i, m := range c.Marks {
		if i > 0 && (m.Number <= c.Marks[i-1].Number || m.Sales < c.Marks[i-1].Sales || m.Fates < c.Marks[i-1].Fates) {
			return c, fmt.Errorf("cursor.json goes back at block %d", m.Number)
		}
	}
	return c, nil
}

func (c cursor) account() Account { return Account{c.Publisher, c.Token, c.Committee, c.FeeBps} }

func (c cursor) last() mark {
	if len(c.Marks) == 0 {
		return mark{}
	}
	return c.Marks[len(c.Marks)-1]
}

// save makes the cursor durable. A crash before it leaves the old one, and what
// was read since is read again.
func (b *Book) save(c cursor) error {
	text, err := json.Marshal(c)
	if err != nil {
		return err
	}
	if err := home.WriteFile(filepath.Join(b.dir, "cursor.json"), text, 0o600); err != nil {
		return err
	}
	b.cursor = c
	return nil
}

// thin keeps the marks to which a reorganisation may go back: the newest ones,
// and of older ones ever fewer.
func thin(marks []mark) []mark {
	const all = 64
	if len(marks) <= all {
		return marks
	}
	newest := marks[len(marks)-1].Number
	var kept []mark
	for i, m := range slices.Backward(marks) {
		recent := len(marks)-i <= all
		if recent || newest-m.Number >= 2*(newest-kept[len(kept)-1].Number) {
			kept = append(kept, m)
		}
	}
	slices.Reverse(kept)
	return kept
}

// Len returns how many sales were read.
func (b *Book) Len() uint32 {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.cursor.last().Sales
}

// View returns how far the chain was read; the zero View where it was not.
func (b *Book) View() View {
	b.mu.Lock()
	defer b.mu.Unlock()
	m := b.cursor.last()
	return View{Number: m.Number, Time: m.Time}
}

// At returns the sale at a place of the account's log.
func (b *Book) At(index uint32) (Sale, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.at(index)
}

func (b *Book) at(index uint32) (Sale, error) {
	if n := b.cursor.last().Sales; index >= n {
		return Sale{}, fmt.Errorf("there is no sale %d of %d", index, n)
	}
	record := make([]byte, saleSize)
	if _, err := b.files.sales.ReadAt(record, int64(index)*saleSize); err != nil {
		return Sale{}, fmt.Errorf("reading sale %d: %w", index, err)
	}
	s, err := parseSale(record, b.Account, index)
	if err != nil {
		return Sale{}, fmt.Errorf("sale %d in %s: %v", index, b.files.sales.Name(), err)
	}
	s.Fate = b.fates[index]
	return s, nil
}
