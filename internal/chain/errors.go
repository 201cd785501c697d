package chain

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/gorilla/websocket"
)

// ChainIDError says that an endpoint answers for another chain.
type ChainIDError struct {
	Endpoint  string
	Want, Got uint64
}

func (e *ChainIDError) Error() string {
	return fmt.Sprintf("endpoint %s is of chain %d, not of chain %d", e.Endpoint, e.Got, e.Want)
}

// UnavailableError says that no endpoint answered a question. Errs has what
// each of them did instead.
type UnavailableError struct {
	ChainID uint64 // 0 where nobody said yet which chain it is
	Asked   string
	Errs    []error
}

func (e *UnavailableError) Error() string {
	var what []string
	for _, err := range e.Errs {
		what = append(what, err.Error())
	}
	of := ""
	if e.ChainID != 0 { // else any chain would do
		of = fmt.Sprintf(" of chain %d", e.ChainID)
	}
	return fmt.Sprintf("no endpoint%s answered %s: %s", of, e.Asked, strings.Join(what, "; "))
}

func (e *UnavailableError) Unwrap() []error { return e.Errs }

// An endpointError is what went wrong at one endpoint, without anything secret
// of its URL.
type endpointError struct {
	endpoint string
	text     string
	err      error
}

func (e *endpointError) Error() string { return "endpoint " + e.endpoint + ": " + e.text }
func (e *endpointError) Unwrap() error { return e.err }

// longestFault bounds what is repeated of an endpoint's own words, in bytes.
const longestFault = 300

// fault names the endpoint in an error and takes its URL out of it. Only errors
// that hold no URL stay reachable by errors.As.
func (e *endpoint) fault(err error) error {
	if err == nil || errors.Is(err, ethereum.NotFound) {
		return err
	}
	inner := err
	if wrapped := new(url.Error); errors.As(err, &wrapped) {
		inner = wrapped.Err
	}
	text := e.scrub(inner.Error())
	var answer rpc.Error
	var status rpc.HTTPError
	switch {
	case errors.Is(inner, context.DeadlineExceeded):
		text, inner = "did not answer in time", nil
	case errors.Is(inner, websocket.ErrReadLimit):
		text, inner = errTooLong.Error(), errTooLong
	case errors.As(inner, &answer), errors.Is(inner, errTooLong):
	case errors.As(inner, &status):
		status.Body = nil // it may repeat the url
		inner = status
	default:
		inner = nil
	}
	return &endpointError{e.name, text, inner}
}

// scrub replaces the secret parts of the endpoint's URL and cuts what is long.
func (e *endpoint) scrub(text string) string {
	if e.url != nil {
		for _, secret := range e.secrets() {
			text = strings.ReplaceAll(text, secret, "…")
		}
	}
	text = strings.ToValidUTF8(strings.Join(strings.Fields(text), " "), "?")
	if len(text) > longestFault {
		text = strings.ToValidUTF8(text[:longestFault], "") + "…"
	}
	return text
}

// secrets are the parts of the URL that must not be shown: the whole of it
// first, then what could be a key on its own.
func (e *endpoint) secrets() []string {
	parts := []string{e.url.String(), e.url.RequestURI(), e.url.RawQuery, strings.Trim(e.url.Path, "/")}
	parts = append(parts, strings.FieldsFunc(e.url.Path, func(r rune) bool { return r == '/' })...)
	for _, values := range e.url.Query() {
		parts = append(parts, values...)
	}
	if password, ok := e.url.User.Password(); ok {
		parts = append(parts, password)
	}
	if e.url.User != nil {
		parts = append(parts, e.url.User.Username())
	}
	var long []string
	for _, part := range parts {
		if len(part) >= shortestSecret {
			long = append(long, part)
		}
	}
	return long
}

// shortestSecret keeps "v3" and "/" from being taken out of every sentence.
const shortestSecret = 6

// answers are words of an endpoint that answer the question, so that no other
// endpoint would say anything else.
var answers = []string{
	"revert", "nonce too", "already known", "known transaction", "underpriced",
	"gas required exceeds", "out of gas", "intrinsic gas", "exceeds block gas limit",
	"gas limit too high", "replay-protected", "invalid opcode", "stack underflow",
	"invalid jump", "indexing is in progress",
}

// poor are words of an endpoint that refuses a transaction because its account
// has not enough coin: those of go-ethereum, Nethermind, Hardhat and Besu.
var poor = []string{"insufficient funds", "insufficientfunds", "enough funds", "exceeds account balance"}

// isPoor reports whether an account has not enough coin for a transaction.
func isPoor(err error) bool { return err != nil && containsAny(err.Error(), poor) }

// isAnswer reports whether an error is the chain's answer rather than the
// endpoint's failure.
func isAnswer(err error) bool {
	var answer rpc.Error
	if errors.Is(err, ethereum.NotFound) {
		return true
	}
	if !errors.As(err, &answer) {
		return false
	}
	return answer.ErrorCode() == codeReverted || containsAny(answer.Error(), answers) || isPoor(answer)
}

// codeReverted is the JSON-RPC code of a reverted call (execution-apis).
const codeReverted = 3

// codeLimitExceeded is the JSON-RPC code of a request beyond a limit
// (EIP-1474).
const codeLimitExceeded = -32005

// busy are words of an endpoint that is asked too often.
var busy = []string{"too many requests", "rate limit", "rate exceeded", "request limit", "capacity", "throttl"}

// isBusy reports whether an endpoint refused for being asked too often, or what
// answers for it could not reach it: the same question may be answered a moment
// later.
func isBusy(err error) bool {
	var status rpc.HTTPError
	if errors.As(err, &status) {
		switch status.StatusCode {
		case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
			return true
		}
		return false
	}
	var answer rpc.Error
	if !errors.As(err, &answer) {
		return false
	}
	code := answer.ErrorCode()
	return code == http.StatusTooManyRequests || code == codeLimitExceeded || containsAny(answer.Error(), busy)
}

func containsAny(text string, words []string) bool {
	text = strings.ToLower(text)
	for _, word := range words {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}
