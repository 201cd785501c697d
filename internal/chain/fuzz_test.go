package chain_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
)

// FuzzAnswers lets an endpoint say anything: it is an error, or a header or logs
// that were asked for.
func FuzzAnswers(f *testing.F) {
	f.Add([]byte(`[{"jsonrpc":"2.0","id":2,"result":"0x539"},{"jsonrpc":"2.0","id":3,"result":[]},{"jsonrpc":"2.0","id":4,"result":"0x7"}]`))
	f.Add([]byte(`[{"id":2,"result":"0x539"},{"id":3,"result":[{"address":"0xc001000000000000000000000000000000000000","topics":[],"data":"0x"}]},{"id":4}]`))
	f.Add([]byte(`[{"id":2,"result":"0x539"},{"id":3,"result":null},{"id":4,"error":{"code":-32005,"message":"limit exceeded","data":{}}}]`))
	f.Add([]byte(`[{"id":2,"result":"0x539"},{"id":3,"error":null,"result":{"number":"0x1","hash":"0x00"}}]`))
	f.Add([]byte(`{"error":{"code":3,"message":"execution reverted","data":"0x08c379a0"}}`))
	f.Add([]byte(`[[]]`))
	f.Fuzz(func(t *testing.T, answer []byte) {
		met := false
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			if !met {
				met = true
				w.Write([]byte(`{"jsonrpc":"2.0","id":1,"result":"0x539"}`))
				return
			}
			w.Write(answer)
		}))
		defer server.Close()
		client, err := chain.Dial(t.Context(), []string{server.URL}, chain.Options{Timeout: time.Minute, ABIs: abis(t)})
		if err != nil {
			t.Fatal(err)
		}
		defer client.Close()
		logs, err := client.FilterLogs(t.Context(), logsQuery(3, 7))
		for _, log := range logs {
			if err != nil || log.Address != logger || log.BlockNumber < 3 || log.BlockNumber > 7 || log.Removed {
				t.Errorf("log %+v beside error %v", log, err)
			}
		}
		header, err := client.Head(t.Context())
		if (header == nil) != (err != nil) {
			t.Errorf("header %v beside error %v", header, err)
		}
	})
}

// A revert is told whatever the contract returned, and a custom error keeps all
// of its bytes.
func FuzzDecodeRevert(f *testing.F) {
	f.Add(common.FromHex("0x08c379a0"))
	f.Add(common.FromHex("0x4e487b71" + strings.Repeat("0", 62) + "11"))
	for _, contract := range abis(f) {
		for _, custom := range contract.Errors {
			f.Add(custom.ID[:4])
			f.Add(append(bytes.Clone(custom.ID[:4]), bytes.Repeat([]byte{1}, 32*len(custom.Inputs))...))
		}
	}
	client := offline(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		revert := client.DecodeRevert(data)
		if revert.Text == "" || revert.Error() == "" || len(data) > 0 && !bytes.Equal(revert.Data, data) {
			t.Errorf("%x is told as %+v", data, revert)
		}
	})
}

// offline is a client whose endpoint says nothing but the chain's id.
func offline(f *testing.F) *chain.Client {
	f.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Write([]byte(`{"jsonrpc":"2.0","id":1,"result":"0x539"}`))
	}))
	f.Cleanup(server.Close)
	client, err := chain.Dial(f.Context(), []string{server.URL}, chain.Options{ABIs: abis(f)})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(client.Close)
	return client
}

// Words are in their one form, or refused.
func FuzzParseWords(f *testing.F) {
	f.Add(append([]byte{0}, crypto.Keccak256()...))
	f.Add(make([]byte, 33))
	f.Add(append([]byte{1}, make([]byte, 32)...))
	f.Add(append(append([]byte{0}, crypto.Keccak256()...), crypto.Keccak256([]byte{1})...))
	f.Fuzz(func(t *testing.T, output []byte) {
		for n := 1; n <= 2; n++ {
			words, err := chain.ParseWords(output, n)
			if (err == nil) != (len(output) == 1+32*n && output[0] == 0) {
				t.Errorf("%d of %x: %v", n, output, err)
			}
			for i, word := range words {
				if hash := chain.CodeHashOf(word); word != [32]byte(output[1+32*i:33+32*i]) || hash != word && hash != (common.Hash{}) {
					t.Errorf("%x has %s", output, word)
				}
			}
		}
	})
}

// A keystore file opens to the account that it was sealed for, or is refused: it
// decides how much memory and time its opening takes, and gets no more than any
// wallet's own file does.
func FuzzOpenKeystore(f *testing.F) {
	key := devchain.Key(3)
	sealed, err := keystore.EncryptKey(&keystore.Key{Address: devchain.Address(3), PrivateKey: key}, "", 2, 1)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(sealed)
	for _, change := range [][2]string{
		{`"n":2`, `"n":1099511627776`}, {`"n":2`, `"n":"2"`}, {`"n":2`, `"x":2`}, {`"r":8`, `"r":1073741823`}, {`"p":1`, `"p":100000000`}, {`"dklen":32`, `"dklen":16`},
		{`"n":2`, `"n":1099511627776,"N":2`}, {`"dklen":32`, `"dklen":-1`}, {`"salt"`, `"sugar"`}, {`"iv":"`, `"iv":"00`}, {`"kdf":"scrypt"`, `"kdf":"pbkdf2"`}, {`"version":3`, `"version":"1"`},
	} {
		changed := strings.Replace(string(sealed), change[0], change[1], 1)
		if changed == string(sealed) {
			f.Fatalf("%s is not in %s", change[0], sealed)
		}
		f.Add([]byte(changed))
	}
	path := filepath.Join(f.TempDir(), "key.json")
	f.Fuzz(func(t *testing.T, b []byte) {
		if expensive(b) {
			return // allowed, and too slow to try by the thousand
		}
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if signer, err := chain.OpenKeystore(path, ""); err == nil && signer.Address() != devchain.Address(3) {
			t.Errorf("%s opens to %s", b, signer.Address())
		}
	})
}

// expensive reports whether opening a file takes what wallets' own files do.
func expensive(b []byte) bool {
	var f struct {
		Crypto struct {
			KDFParams struct{ N, R, P, C float64 }
		}
	}
	if json.Unmarshal(b, &f) != nil {
		return false
	}
	k := f.Crypto.KDFParams
	cost := max(k.N, 1) * max(k.R, 1) * max(k.P, 1)
	return k.C > 1e4 && k.C <= 1e7 || cost > 1<<16 && cost <= 1<<28
}
