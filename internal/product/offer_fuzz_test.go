package product_test

import (
	"testing"

	"github.com/shrinkwrap/shrinkwrap/internal/product"
)

// Whatever a contract answers is an offer with a price, or an error.
func FuzzParseOffer(f *testing.F) {
	f.Add(make([]byte, 7*32))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		if o, err := product.ParseOffer(b); err == nil && (o.Price == nil || len(b) < 7*32) {
			t.Errorf("%x is read as %+v", b, o)
		}
	})
}
