package page_test

import (
	"crypto/ecdsa"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/signer/core/apitypes"

	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
)

// visitor is an account with coin of the chains here.
func visitor() *ecdsa.PrivateKey { return devchain.Key(1) }

// post posts a body as the page's script does, but for what change alters.
func (s *site) post(body string, change func(*http.Request)) (status int, answer string) {
	s.Helper()
	request, err := http.NewRequestWithContext(s.Context(), http.MethodPost, s.origin+"/demo/rpc", strings.NewReader(body))
	if err != nil {
		s.Fatal(err)
	}
	request.Header.Set("Origin", s.origin)
	request.Header.Set("Content-Type", "application/json")
	if change != nil {
		change(request)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		s.Fatal(err)
	}
	defer response.Body.Close()
	b, err := io.ReadAll(response.Body)
	if err != nil {
		s.Fatal(err)
	}
	if response.Header.Get("Access-Control-Allow-Origin") != "" {
		s.Error("other origins may read it")
	}
	return response.StatusCode, strings.TrimSpace(string(b))
}

type outcome struct {
	ID     json.RawMessage
	Result json.RawMessage
	Error  *struct {
		Code    int
		Message string
		Data    string
	}
}

func (s *site) call(method string, params ...any) (o outcome) {
	s.Helper()
	if params == nil {
		params = []any{}
	}
	body, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": 7, "method": method, "params": params})
	if err != nil {
		s.Fatal(err)
	}
	status, text := s.post(string(body), nil)
	if err := json.Unmarshal([]byte(text), &o); err != nil || status != http.StatusOK || string(o.ID) != "7" {
		s.Fatalf("%s: status %d, %v: %s", method, status, err, text)
	}
	return o
}

func (s *site) refused(o outcome, code int, words string) {
	s.Helper()
	if o.Error == nil || o.Error.Code != code || !strings.Contains(o.Error.Message, words) || o.Result != nil {
		s.Errorf("want code %d with %q, got %+v, result %s", code, words, o.Error, o.Result)
	}
}

const chainIDCall = `{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[]}`

// Nobody but the page's own script reaches the wallet: no page of another site, and
// none whose name was pointed at this computer.
func TestOnlyTheOwnPageMayAsk(t *testing.T) {
	s := start(t)
	if status, text := s.post(chainIDCall, nil); status != http.StatusOK || text != `{"id":1,"jsonrpc":"2.0","result":"0x539"}` {
		t.Fatalf("the own page: %d %s", status, text)
	}
	_, port, _ := strings.Cut(strings.TrimPrefix(s.origin, "http://"), ":")
	local := func(r *http.Request) {
		r.Host = "localhost:" + port
		r.Header.Set("Origin", "http://localhost:"+port)
	}
	if status, _ := s.post(chainIDCall, local); status != http.StatusOK {
		t.Errorf("by the name localhost: %d", status)
	}
	for name, c := range map[string]struct {
		change func(*http.Request)
		status int
	}{
		"another site":      {func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") }, http.StatusForbidden},
		"another port":      {func(r *http.Request) { r.Header.Set("Origin", "http://127.0.0.1:1") }, http.StatusForbidden},
		"a sandboxed frame": {func(r *http.Request) { r.Header.Set("Origin", "null") }, http.StatusForbidden},
		"no origin":         {func(r *http.Request) { r.Header.Del("Origin") }, http.StatusForbidden},
		"two origins":       {func(r *http.Request) { r.Header.Add("Origin", s.origin) }, http.StatusForbidden},
		"by https":          {func(r *http.Request) { r.Header.Set("Origin", "https"+s.origin[4:]) }, http.StatusForbidden},
		"DNS rebinding": {func(r *http.Request) {
			r.Host = "evil.example:" + port
			r.Header.Set("Origin", "http://evil.example:"+port)
		}, http.StatusForbidden},
		"another host":           {func(r *http.Request) { r.Host = "evil.example" }, http.StatusForbidden},
		"another name's origin":  {func(r *http.Request) { r.Header.Set("Origin", "http://localhost:"+port) }, http.StatusForbidden},
		"what forms can send":    {func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") }, http.StatusUnsupportedMediaType},
		"no media type":          {func(r *http.Request) { r.Header.Del("Content-Type") }, http.StatusUnsupportedMediaType},
		"another method of HTTP": {func(r *http.Request) { r.Method = http.MethodPut }, http.StatusMethodNotAllowed},
	} {
		if status, text := s.post(chainIDCall, c.change); status != c.status || strings.Contains(text, "0x539") {
			t.Errorf("%s: status %d, want %d: %s", name, status, c.status, text)
		}
	}
}

func TestBodiesAndBatches(t *testing.T) {
	s := start(t)
	if status, _ := s.post(strings.Repeat(" ", 1<<20+1), nil); status != http.StatusRequestEntityTooLarge {
		t.Errorf("a body that is too large: status %d", status)
	}
	if _, text := s.post("["+chainIDCall+`,{"jsonrpc":"2.0","id":"b","method":"eth_mine","params":[]},7]`, nil); text !=
		`[{"id":1,"jsonrpc":"2.0","result":"0x539"},{"error":{"code":-32601,"message":"the demo's wallet knows no \"eth_mine\""},"id":"b","jsonrpc":"2.0"},`+
			`{"error":{"code":-32600,"message":"the call is not one of JSON-RPC 2.0 with an id and a list of parameters"},"id":null,"jsonrpc":"2.0"}]` {
		t.Errorf("the batch's answer is %s", text)
	}
	full := "[" + strings.Repeat(chainIDCall+",", 99) + chainIDCall
	if _, text := s.post(full+"]", nil); strings.Count(text, "0x539") != 100 {
		t.Errorf("a batch of 100: %s", text)
	}
	for body, code := range map[string]int{
		full + "," + chainIDCall + "]": -32600, "[]": -32600, "[": -32700, "": -32700, "{": -32700, "{}": -32600, "null": -32600, `"x"`: -32600,
		`{"jsonrpc":"1.0","id":1,"method":"eth_chainId","params":[]}`:          -32600,
		`{"jsonrpc":"2.0","method":"eth_chainId","params":[]}`:                 -32600,
		`{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":{"a":1}}`:     -32600,
		`{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[]} trailing`: -32700,
	} {
		if _, text := s.post(body, nil); !strings.HasPrefix(text, fmt.Sprintf(`{"error":{"code":%d,`, code)) {
			t.Errorf("%.60s: want %d, got %s", body, code, text)
		}
	}
}

// Only what a wallet is asked is answered: nothing that changes the chain, and
// nothing of the keys.
func TestMethods(t *testing.T) {
	s := start(t)
	for _, method := range []string{
		"eth_sendRawTransaction", "eth_sign", "personal_sign", "eth_signTransaction", "debug_setHead", "admin_peers", "txpool_content", "shrinkwrap_info", "rpc_modules", "eth_subscribe", "",
	} {
		s.refused(s.call(method), -32601, "knows no")
	}
	for _, method := range []string{"eth_accounts", "eth_requestAccounts"} {
		if o := s.call(method); string(o.Result) != strings.ToLower(`["`+devchain.Address(1).Hex()+`"]`) {
			t.Errorf("%s: %s", method, o.Result)
		}
	}
	if o := s.call("eth_getBalance", devchain.Address(1), "latest"); len(o.Result) < 10 {
		t.Errorf("the balance is %s", o.Result)
	}
	s.refused(s.call("eth_getBalance", "0x12"), -32602, "")
	s.refused(s.call("eth_call", map[string]any{"to": common.Address{}, "from": devchain.Address(77), "value": "0x1"}, "latest"), -32000, "insufficient funds")
	if o := s.call("wallet_switchEthereumChain", map[string]any{"chainId": "0x539"}); o.Error != nil || string(o.Result) != "" && string(o.Result) != "null" {
		t.Errorf("its own chain: %+v", o)
	}
	s.refused(s.call("wallet_switchEthereumChain", map[string]any{"chainId": "0x1"}), 4902, "chain 1337 alone")
	s.refused(s.call("wallet_switchEthereumChain", map[string]any{}), 4902, "chain 1337 alone")
	s.refused(s.call("wallet_switchEthereumChain"), -32602, "parameter 1 is missing")
}

// A transaction is signed by the visitor's key and mined; those of other accounts,
// and what cannot be understood whole, are refused.
func TestSendTransaction(t *testing.T) {
	s := start(t)
	to := common.Address{0xaa}
	with := func(change map[string]any) map[string]any {
		tx := map[string]any{"from": strings.ToLower(devchain.Address(1).Hex()), "to": to, "value": "0x7"}
		for k, v := range change {
			tx[k] = v
		}
		return tx
	}
	for i, tx := range []map[string]any{
		with(nil),
		with(map[string]any{"gas": "0x5300", "data": "0x", "maxFeePerGas": "0x77359400", "maxPriorityFeePerGas": "0x3b9aca00", "chainId": "0x539"}),
		with(map[string]any{"maxFeePerGas": "0x77359400"}),
	} {
		var hash common.Hash
		o := s.call("eth_sendTransaction", tx)
		if o.Error != nil {
			t.Fatalf("transaction %d: %+v", i, o.Error)
		}
		if err := json.Unmarshal(o.Result, &hash); err != nil {
			t.Fatal(err)
		}
		await(t, func() bool {
			receipt, err := s.chain.Client().TransactionReceipt(t.Context(), hash)
			return err == nil && receipt.Status == 1
		})
	}
	balance, err := s.chain.Client().BalanceAt(t.Context(), to, nil)
	if err != nil || balance.Int64() != 21 {
		t.Errorf("it received %v, %v", balance, err)
	}
	for _, c := range []struct {
		tx    map[string]any
		code  int
		words string
	}{
		{with(map[string]any{"from": devchain.Address(0)}), 4100, "alone"},
		{with(map[string]any{"from": nil}), 4100, "alone"},
		{with(map[string]any{"to": nil}), -32602, "makes no contracts"},
		{with(map[string]any{"chainId": "0x1"}), 4902, "chain 1337"},
		{with(map[string]any{"nonce": "0x0"}), -32602, "unknown field"},
		{with(map[string]any{"value": "7"}), -32602, "malformed"},
		{with(map[string]any{"value": "0xffffffffffffffffffffffff"}), -32000, "insufficient funds"},
	} {
		s.refused(s.call("eth_sendTransaction", c.tx), c.code, c.words)
	}
	s.refused(s.call("eth_sendTransaction"), -32602, "missing")
	nonce, err := s.chain.Client().PendingNonceAt(t.Context(), devchain.Address(1))
	if err != nil || nonce != 3 {
		t.Errorf("%d transactions were made, %v", nonce, err)
	}
}

func await(t *testing.T, done func() bool) {
	t.Helper()
	for limit := time.Now().Add(time.Minute); !done(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(limit) {
			t.Fatal("it does not come")
		}
	}
}

func typed(chainID any) map[string]any {
	return map[string]any{
		"types": map[string]any{
			"EIP712Domain": []any{map[string]string{"name": "name", "type": "string"}, map[string]string{"name": "chainId", "type": "uint256"}},
			"Note":         []any{map[string]string{"name": "text", "type": "string"}, map[string]string{"name": "amount", "type": "uint256"}},
		},
		"primaryType": "Note", "domain": map[string]any{"name": "Demo", "chainId": chainID}, "message": map[string]any{"text": "hello", "amount": "123456789012345678901234567890"},
	}
}

// Typed data are signed for the visitor's address and the demo's chain alone.
func TestSignTypedData(t *testing.T) {
	s := start(t)
	data := typed("1337")
	text, err := json.Marshal(data)
	if err != nil {
		t.Fatal(err)
	}
	parsed := apitypes.TypedData{}
	if err := json.Unmarshal(text, &parsed); err != nil {
		t.Fatal(err)
	}
	digest, _, err := apitypes.TypedDataAndHash(parsed)
	if err != nil || (*big.Int)(parsed.Domain.ChainId).Int64() != 1337 {
		t.Fatal(err)
	}
	for _, form := range []any{string(text), data} {
		var signature hexutil.Bytes
		o := s.call("eth_signTypedData_v4", devchain.Address(1), form)
		if err := json.Unmarshal(o.Result, &signature); err != nil || len(signature) != 65 || signature[64] < 27 {
			t.Fatalf("signature %s, %v: %+v", o.Result, err, o.Error)
		}
		signature[64] -= 27
		key, err := crypto.SigToPub(digest, signature)
		if err != nil || crypto.PubkeyToAddress(*key) != devchain.Address(1) {
			t.Errorf("signed by another key, %v", err)
		}
	}
	broken := typed("1337")
	broken["message"] = map[string]any{"text": 5}
	s.refused(s.call("eth_signTypedData_v4", devchain.Address(0), data), 4100, "alone")
	s.refused(s.call("eth_signTypedData_v4", devchain.Address(1), typed("1")), 4902, "chain 1337 alone")
	s.refused(s.call("eth_signTypedData_v4", devchain.Address(1), map[string]any{}), 4902, "chain 1337 alone")
	s.refused(s.call("eth_signTypedData_v4", devchain.Address(1), broken), -32602, "cannot be signed")
	s.refused(s.call("eth_signTypedData_v4", devchain.Address(1), "no JSON"), -32602, "malformed")
	s.refused(s.call("eth_signTypedData_v4", devchain.Address(1)), -32602, "parameter 2 is missing")
	s.refused(s.call("eth_signTypedData_v4"), -32602, "parameter 1 is missing")
}
