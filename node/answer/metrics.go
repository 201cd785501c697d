package answer

import "github.com/prometheus/client_golang/prometheus"

// Metrics count the answerers' work, by chain.
type Metrics struct {
	open, balance, low *prometheus.GaugeVec
	gas, spent         *prometheus.CounterVec
	transactions       *prometheus.CounterVec
}

// NewMetrics registers the answerers' metrics, which all of a node's chains share.
func NewMetrics(r prometheus.Registerer) *Metrics {
	gauge := func(name, help string) *prometheus.GaugeVec {
		return prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: name, Help: help}, []string{"chain"})
	}
	counter := func(name, help string, labels ...string) *prometheus.CounterVec {
		return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, append([]string{"chain"}, labels...))
	}
	m := &Metrics{
		open:         gauge("disputes_open", "Disputes of this committee's orders that no answer on chain ends yet."),
		balance:      gauge("answer_account_balance_wei", "What the account holds that pays the gas of answers."),
		low:          gauge("answer_account_low", "1: the account's coin lasts for few answers or none."),
		gas:          counter("answer_gas_total", "Gas of answers that were mined."),
		spent:        counter("answer_wei_total", "What the gas of answers cost."),
		transactions: counter("answer_transactions_total", "Transactions with answers, by what became of them: sent (every version), mined, failed, refused.", "outcome"),
	}
	r.MustRegister(m.open, m.balance, m.low, m.gas, m.spent, m.transactions)
	return m
}
