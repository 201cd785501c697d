package publisher_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/dispute"
	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/testbed"
)

// wantBook checks that the book has these sales, in their order.
func (s *stall) wantBook(b *publisher.Book, want ...purchase) {
	s.Helper()
	if n := b.Len(); int(n) != len(want) {
		s.Fatalf("the book has %d sales, want %d", n, len(want))
	}
	for i, p := range want {
		sale, err := b.At(uint32(i))
		s.must(err)
		if sale.Order != p.Order || sale.Tx != p.Tx || sale.Block != p.Block || sale.Leaf.Hash() != p.Order {
			s.Errorf("sale %d is %+v, want %+v", i, sale, p.Confirmed)
		}
	}
}

func (s *stall) follow(b *publisher.Book) publisher.News {
	s.Helper()
	news, err := s.market.Follow(s.Context(), b, nil)
	s.must(err)
	return news
}

// What was read is kept, and the next run reads what is new alone; another
// account's orders and disputes are none of the book's.
func TestFollow(t *testing.T) {
	s := newStall(t)
	first, second := s.sell(1), s.sell(0)
	b := s.book()
	s.follow(b)
	s.wantBook(b, first, second)
	s.must(b.Close())

	mine := s.terms
	s.terms.Publisher = address(5)
	_, _, err := s.bed.Deploy(t.Context(), s.terms)
	s.must(err)
	foreign := s.sell(1)
	s.dispute(foreign)
	s.terms = mine
	third := s.sell(2)
	s.dispute(first)

	b = s.book()
	s.wire.Count("eth_getLogs")
	news := s.follow(b)
	if asked := s.wire.Count("eth_getLogs"); asked != 2 {
		t.Errorf("%d queries for logs, want 2", asked)
	}
	if news.First != 2 || len(news.Events) != 1 || news.Events[0].State != dispute.Disputed || news.Events[0].Sale.Order != first.Order || news.Dropped != 0 {
		t.Errorf("news are %+v", news)
	}
	s.wantBook(b, first, second, third)
	s.follow(b)
	if asked := s.wire.Count("eth_getLogs"); asked != 0 {
		t.Errorf("nothing is new, and %d queries were made", asked)
	}
	counts := b.Count(dispute.WindowsOf(testbed.ChainID), news.Time)
	if len(counts) != 1 || counts[publisher.SaleDisputed] != 1 {
		t.Errorf("counts are %v", counts)
	}
	found, err := b.Find(common.Bytes2Hex(third.Order[:4]))
	if err != nil || len(found) != 1 || found[0].Order != third.Order {
		t.Errorf("found %+v, %v", found, err)
	}
}

// A reorganisation takes away what it drops and no more, also across a gap in
// reading; the dispute goes with its block.
func TestFollowAcrossForks(t *testing.T) {
	s := newStall(t)
	first := s.sell(1)
	b := s.book()
	s.follow(b)
	root := s.head()
	s.sell(1)
	s.follow(b)
	s.dispute(first)
	if news := s.follow(b); len(news.Events) != 1 {
		t.Errorf("news are %+v", news)
	}
	s.rewind(root, 1)
	other := s.sell(2)
	s.commit(4)
	news := s.follow(b)
	if news.Dropped != 1 || news.First != 1 || len(news.Events) != 0 {
		t.Errorf("news are %+v", news)
	}
	s.wantBook(b, first, other)
	sale, err := b.At(0)
	s.must(err)
	if sale.Fate.State != dispute.None {
		t.Errorf("the dispute is still there: %+v", sale.Fate)
	}
	// A shorter chain than was read.
	s.rewind(root, 0)
	if news := s.follow(b); news.Dropped != 1 || news.Number > root+1 {
		t.Errorf("news are %+v", news)
	}
	s.wantBook(b, first)
}

// Bytes that a crash left behind the counts are written over; a damaged sale is
// told of, and not taken for another.
func TestBookAfterACrash(t *testing.T) {
	s := newStall(t)
	first := s.sell(1)
	b := s.book()
	s.follow(b)
	s.must(b.Close())
	path := s.bookFile("sales")
	whole, err := os.ReadFile(path)
	s.must(err)
	s.must(os.WriteFile(path, append(whole, "half a sale"...), 0o600))
	s.must(os.WriteFile(s.bookFile("fates"), []byte("half an event"), 0o600))
	s.must(os.WriteFile(s.bookFile("spare"), []byte("half a release"), 0o600))
	second := s.sell(1)
	s.dispute(first)
	b = s.book()
	s.follow(b)
	s.wantBook(b, first, second)
	if f, err := b.At(0); err != nil || f.Fate.State != dispute.Disputed {
		t.Errorf("sale is %+v, %v", f, err)
	}
	s.must(b.Close())

	text, err := os.ReadFile(path)
	s.must(err)
	text[100] ^= 1
	s.must(os.WriteFile(path, text, 0o600))
	if b, err := publisher.NewBook(s.home, testbed.ChainID, s.account); err == nil {
		_, err = b.At(0)
		s.must(b.Close())
		if err == nil || !strings.Contains(err.Error(), "another name than its leaf") {
			t.Errorf("a damaged sale: %v", err)
		}
	} else if !strings.Contains(err.Error(), "another name than its leaf") {
		t.Errorf("a damaged book: %v", err)
	}
	s.must(os.WriteFile(s.bookFile("cursor.json"), []byte(`{"version": 9}`), 0o600))
	if _, err := publisher.NewBook(s.home, testbed.ChainID, s.account); err == nil || !strings.Contains(err.Error(), "version 9, this software knows 1") {
		t.Errorf("a book of another version: %v", err)
	}
}

func (s *stall) bookFile(name string) string {
	s.Helper()
	found, err := filepath.Glob(s.home.Path("sales", "*", name))
	if err != nil || len(found) != 1 {
		s.Fatalf("found %v, %v", found, err)
	}
	return found[0]
}
