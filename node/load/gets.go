package load

import (
	"fmt"
	"io"
	"net/http"
	"runtime"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
)

// clientsPerCore is how many clients ask at the same time.
const clientsPerCore = 4

// Gets asks for url n times, by several clients that keep their connections, and
// returns how many answers came in a second.
func Gets(url string, n int) (rate float64, err error) {
	clients := clientsPerCore * runtime.GOMAXPROCS(0)
	transport := &http.Transport{MaxIdleConnsPerHost: clients}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport}
	var asked atomic.Int64
	var work errgroup.Group
	began := time.Now()
	for range clients {
		work.Go(func() error {
			for asked.Add(1) <= int64(n) {
				if err := get(client, url); err != nil {
					return err
				}
			}
			return nil
		})
	}
	err = work.Wait()
	return float64(n) / time.Since(began).Seconds(), err
}

func get(client *http.Client, url string) error {
	r, err := client.Get(url)
	if err != nil {
		return err
	}
	defer r.Body.Close()
	if r.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: status %s", url, r.Status)
	}
	_, err = io.Copy(io.Discard, r.Body)
	return err
}

// Bare answers every request with the same JSON, and does nothing else.
func Bare(body []byte) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Write(body)
	})
}
