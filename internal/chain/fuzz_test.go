package chain_test

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
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
		client, err := chain.Dial(t.Context(), []string{server.URL}, chain.Options{Timeout: time.Second, ABIs: abis(t)})
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
