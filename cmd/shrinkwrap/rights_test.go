package main

import (
	"context"
	"os"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/shrinkwrap/shrinkwrap/cmd/internal/demo/play"
	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/devchain"
	"github.com/shrinkwrap/shrinkwrap/internal/home"
	"github.com/shrinkwrap/shrinkwrap/internal/rights"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
)

func init() {
	scriptCommands["town"] = town
	scriptCommands["forge"] = forge
}

// town FILE starts a chain and a committee whose nodes run, as the demo does, and
// writes the committee's descriptor. $SHRINKWRAP_HOME knows how to reach them,
// and holds demo/publisher.key and demo/buyer.key with coin. What follows it ends
// it: town stop.
func town(ts *testscript.TestScript, _ bool, args []string) {
	if args[0] == "stop" {
		ts.Check(ts.Value(bedKey{}).(*bed).town.Close())
		ts.Value(bedKey{}).(*bed).town = nil
		return
	}
	w, err := play.NewWorld(context.Background(), home.Home{Dir: ts.Getenv(home.Variable)}, devchain.Options{})
	ts.Check(err)
	ts.Value(bedKey{}).(*bed).town = w
	saveCommittee(ts, args[0], w.Committee)
}

// forge FROM TO writes an agreement whose receipt is the release of the purchase.
func forge(ts *testscript.TestScript, _ bool, args []string) {
	a, err := rights.Parse([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	all, err := terminal.Purchases{Home: home.Home{Dir: ts.Getenv(home.Variable)}}.All()
	ts.Check(err)
	for _, p := range all {
		if p.Order == nil || p.Order.Hash != a.Order().Order {
			continue
		}
		U, err := bls.ParseG1(p.Release)
		ts.Check(err)
		forged, err := rights.Issue(a.Header, a.Escrow, a.Leaf, U)
		ts.Check(err)
		ts.Check(os.WriteFile(ts.MkAbs(args[1]), forged.Bytes(), 0o666))
		return
	}
	ts.Fatalf("the order of %s was not bought here", args[0])
}

// scriptClock is the clock of commands in scripts, set apart by $CLOCK.
func scriptClock() time.Time {
	by, _ := time.ParseDuration(os.Getenv("CLOCK")) // or not at all
	return time.Now().Add(by)
}
