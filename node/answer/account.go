package answer

import (
	"context"
	"math/big"
	"time"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
)

const (
	// answerGas is what one answer alone takes, with room.
	answerGas = 200_000
	// enough is how many answers an account should hold the coin for.
	enough = 100
)

// holding is how an account does.
type holding int

const (
	unseen holding = iota
	plenty
	low
	empty // not enough for one answer
)

// lookAtAccount tells of an account that holds little, at most once a poll.
func (a *Answerer) lookAtAccount(ctx context.Context, client *chain.Client) {
	if a.holds != unseen && time.Since(a.looked) < a.Poll {
		return
	}
	a.looked = time.Now()
	balance, err := client.BalanceAt(ctx, a.Signer.Address(), nil)
	if err != nil {
		a.warn(ctx, "balance", err, "balance of the account for answers cannot be read")
		return
	}
	fees, err := client.SuggestFees(ctx)
	if err != nil {
		a.warn(ctx, "balance", err, "fees cannot be read")
		return
	}
	a.warn(ctx, "balance", nil, "")
	now := new(big.Int).Add(fees.Cap, fees.Tip) // twice base fee and tip
	each := now.Rsh(now, 1).Mul(now, big.NewInt(answerGas))
	wei, _ := balance.Float64()
	a.Metrics.balance.WithLabelValues(a.label()).Set(wei)
	a.note(a.judge(balance, each), balance, each)
}

// judge says how an account does where one answer costs so much.
func (a *Answerer) judge(balance, each *big.Int) holding {
	least := a.MinBalance
	if least == nil {
		least = new(big.Int).Mul(each, big.NewInt(enough))
	}
	switch {
	case balance.Sign() == 0 || balance.Cmp(each) < 0:
		return empty
	case balance.Cmp(least) < 0:
		return low
	}
	return plenty
}

// note tells of a change, and again of a trouble that lasts.
func (a *Answerer) note(now holding, balance, each *big.Int) {
	before, gauge := a.holds, 0.0
	if now >= low {
		gauge = 1
	}
	a.holds = now
	a.low.Store(now >= low)
	a.Metrics.low.WithLabelValues(a.label()).Set(gauge)
	if now == before && (now == plenty || time.Since(a.told) < again) {
		return
	}
	a.told = time.Now()
	answers := new(big.Int)
	if each.Sign() > 0 {
		answers.Div(balance, each)
	}
	about := []any{"chain", a.chain(), "account", a.Signer.Address(), "balanceGwei", gwei(balance), "answers", answers}
	switch {
	case now == empty:
		a.Log.Error("account for answers is empty: disputes are not answered until it gets coin", about...)
	case now == low:
		a.Log.Warn("account for answers is low: send it coin", about...)
	case before >= low:
		a.Log.Info("account for answers has coin again", about...)
	}
}
