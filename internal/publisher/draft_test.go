package publisher_test

import (
	"context"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/publisher"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
	"github.com/shrinkwrap/shrinkwrap/internal/wrap"
)

func tiers(names ...string) (tiers []publisher.Tier) {
	for _, name := range names {
		t, err := publisher.ParseTier(name)
		if err != nil {
			panic(err)
		}
		tiers = append(tiers, t)
	}
	return tiers
}

func TestWhichTiersIncludeAFile(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a=b", nil, 0o666); err != nil {
		t.Fatal(err)
	}
	paid, free, open := tiers("sample:0", "text:0.5", "print:2"), tiers("a:0", "b:0.00"), tiers("a", "b")
	for _, test := range []struct {
		tiers []publisher.Tier
		part  string
		exact bool
		want  uint64 // bit k: tier k; 0: refused
		path  string
	}{
		{paid, "f", false, 0b110, "f"},
		{paid, "f", true, 0b110, "f"},
		{free, "f", false, 0b11, "f"},
		{open, "f", false, 0b11, "f"},
		{paid, "f=sample", false, 0b111, "f"},
		{paid, "f=text", false, 0b110, "f"},
		{paid, "f=print", false, 0b100, "f"},
		{paid, "f=text", true, 0b010, "f"},
		{paid, "f=sample,print", true, 0b101, "f"},
		{paid, "f=sample,print", false, 0, ""},
		{paid, "x=1/f=text", false, 0b110, "x=1/f"},
		{paid, "a=b", false, 0b110, "a=b"},
		{paid, "a=b=text", false, 0b110, "a=b"},
		{open, "a=b", false, 0b10, "a"},
		{paid, "f=", false, 0, ""},
		{paid, "f=nothing", false, 0, ""},
		{paid, "f=text,nothing", true, 0, ""},
		{paid, "=text", false, 0, ""},
	} {
		d := publisher.Draft{Tiers: test.tiers}
		err := d.Add(test.part, test.exact)
		if test.want == 0 {
			if err == nil {
				t.Errorf("%q: accepted as %+v", test.part, d.Parts)
			}
			continue
		}
		if err != nil || d.Parts[0].Tiers != test.want || d.Parts[0].Path != test.path {
			t.Errorf("%q, exact %v: %+v, %v, want %b", test.part, test.exact, d.Parts, err, test.want)
		}
	}
}

func TestParseTier(t *testing.T) {
	for s, want := range map[string]publisher.Tier{
		"text":        {Name: "text"},
		"text:0":      {Name: "text", Price: "0"},
		"a:b:0.25":    {Name: "a:b", Price: "0.25"},
		"Großdruck:1": {Name: "Großdruck", Price: "1"},
	} {
		if got, err := publisher.ParseTier(s); err != nil || got.Name != want.Name || got.Price != want.Price {
			t.Errorf("%q: %+v, %v", s, got, err)
		}
	}
	for _, s := range []string{"text:", "text:free", "text:-1", "text:1,5", "text:.5"} {
		if got, err := publisher.ParseTier(s); err == nil {
			t.Errorf("%q: %+v", s, got)
		}
	}
}

func TestGrant(t *testing.T) {
	d := publisher.Draft{Tiers: tiers("text", "print")}
	for _, right := range []string{"text=display", "print=print,count=3,elapsedTime=P30D"} {
		if err := d.Grant(right); err != nil {
			t.Error(err)
		}
	}
	if got := strings.Join(d.Tiers[1].Rights[0], " "); got != "print count=3 elapsedTime=P30D" {
		t.Errorf("right is %q", got)
	}
	for _, right := range []string{"", "text", "text=", "nothing=display", "=display"} {
		if err := d.Grant(right); err == nil {
			t.Errorf("%q: accepted", right)
		}
	}
}

// Whatever is wrong with a draft is found before anything is sealed.
func TestSealRefusesDrafts(t *testing.T) {
	d := newDesk(t)
	before := d.names()
	for name, change := range map[string]func(*publisher.Draft){
		"no title":      func(x *publisher.Draft) { x.Title = "" },
		"long title":    func(x *publisher.Draft) { x.Title = strings.Repeat("t", wrap.MaxTitleSize+1) },
		"control":       func(x *publisher.Draft) { x.Description = "a\u202eb" },
		"language":      func(x *publisher.Draft) { x.Language = "no such language" },
		"series":        func(x *publisher.Draft) { x.Series = []byte{1} },
		"no tier":       func(x *publisher.Draft) { x.Tiers = nil },
		"65 tiers":      func(x *publisher.Draft) { x.Tiers = make([]publisher.Tier, 65) },
		"no parts":      func(x *publisher.Draft) { x.Parts = nil },
		"empty tier":    func(x *publisher.Draft) { x.Tiers = append(x.Tiers, tiers("more")...) },
		"tier twice":    func(x *publisher.Draft) { x.Tiers[1].Name = "sample" },
		"tier's name":   func(x *publisher.Draft) { x.Tiers[0].Name = "a,b" },
		"name twice":    func(x *publisher.Draft) { x.Parts = append(x.Parts, x.Parts[0]) },
		"cover":         func(x *publisher.Draft) { x.Cover = d.path("tale.txt") },
		"missing cover": func(x *publisher.Draft) { x.Cover = d.path("nothing") },
		"device":        func(x *publisher.Draft) { x.Parts[0].Path = os.DevNull },
		"right":         func(x *publisher.Draft) { x.Tiers[0].Rights = []wrap.Right{{"print", ""}} },
	} {
		draft := d.draft()
		change(&draft)
		if _, err := publisher.Seal(context.Background(), d.path("x.seal"), draft, nil); err == nil {
			t.Errorf("%s: sealed", name)
		}
	}
	if after := d.names(); after != before {
		t.Errorf("left behind: %s", after)
	}
}

func TestTierTerms(t *testing.T) {
	d := newDesk(t)
	f := d.seal("tale.seal")
	if f.Tier("text") != 1 || f.Tier("nothing") != -1 {
		t.Error("tiers are not found by their names")
	}
	coin, raw := tokens.Of(1337, common.Address{}), tokens.Token{Address: common.Address{1}}
	got, err := f.TierTerms(coin, []publisher.Setting{{}, {Supply: 7, Confirmations: 12}})
	if err != nil || !got[0].Price.IsZero() || got[1].Price.Dec() != "2000000000000000" || got[1].Supply != 7 || got[1].Confirmations != 12 {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := f.TierTerms(raw, make([]publisher.Setting, 2)); err == nil {
		t.Error("a fraction of a base unit was accepted")
	}
	draft := d.draft()
	draft.Tiers[1].Price = ""
	open, err := publisher.Seal(context.Background(), d.path("open.seal"), draft, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := open.TierTerms(coin, make([]publisher.Setting, 2)); err == nil {
		t.Error("a tier without a price was accepted")
	}
}

// Progress ends at all of it.
func TestProgress(t *testing.T) {
	d := newDesk(t)
	large := make([]byte, 5<<20) // does not compress, so that the wrap has a list of its pieces
	rand.NewChaCha8([32]byte{9}).Read(large)
	d.write("large.bin", string(large))
	draft := d.draft()
	if err := draft.Add(d.path("large.bin"), false); err != nil {
		t.Fatal(err)
	}
	var done, total uint64
	watch := func(a, b uint64) {
		if a < done || a > b {
			t.Errorf("%d of %d after %d", a, b, done)
		}
		done, total = a, b
	}
	f, err := publisher.Seal(context.Background(), d.path("tale.seal"), draft, watch)
	if err != nil {
		t.Fatal(err)
	}
	if done != total || total < 5<<20 {
		t.Errorf("sealing ended at %d of %d", done, total)
	}
	done = 0
	if _, _, err := f.Publish(context.Background(), d.path("tale.wrap"), d.listing(f), contracts, d.key, watch); err != nil {
		t.Fatal(err)
	}
	if done != total || total < 10<<20 {
		t.Errorf("publishing ended at %d of %d", done, total)
	}
	if a, _ := d.archive("tale.wrap"); len(a.Layout().Sections) != 4 {
		t.Errorf("layout is %+v", a.Layout())
	}
}
