package chain

import (
	"errors"
	"net/http"
	"slices"

	"github.com/ethereum/go-ethereum/rpc"
)

// IsOversized reports whether an endpoint refused a request, or the transaction in
// it, for its size: a smaller one may be taken.
func IsOversized(err error) bool {
	var down *UnavailableError
	if errors.As(err, &down) {
		return slices.ContainsFunc(down.Errs, IsOversized)
	}
	var status rpc.HTTPError
	if errors.As(err, &status) && status.StatusCode == http.StatusRequestEntityTooLarge {
		return true
	}
	var answer rpc.Error
	return errors.As(err, &answer) && containsAny(answer.Error(), []string{"request is too large", "request too large", "content length too large", "oversized data"})
}
