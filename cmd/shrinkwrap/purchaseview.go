package main

import (
	"fmt"
	"io"
	"math/big"
	"sync"
	"text/tabwriter"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/shrinkwrap/shrinkwrap/internal/chain"
	"github.com/shrinkwrap/shrinkwrap/internal/terminal"
	"github.com/shrinkwrap/shrinkwrap/internal/tokens"
)

// purchaseView is a purchase as it is shown.
type purchaseView struct {
	Wrap        string        `json:"wrap"`
	Title       string        `json:"title"`
	Tier        uint8         `json:"tier"`
	Name        string        `json:"tierName"`
	Attempt     uint32        `json:"attempt"`
	ChainID     uint64        `json:"chainId"`
	Product     string        `json:"product"`
	Price       string        `json:"price"` // in base units
	Shown       string        `json:"shown"` // for people
	Token       string        `json:"token"`
	RefundTo    string        `json:"refundTo"`
	Created     int64         `json:"created"` // Unix seconds
	State       terminal.Step `json:"state"`
	Transaction string        `json:"transaction,omitempty"`
	Order       string        `json:"order,omitempty"`
	Release     string        `json:"release,omitempty"`
	Source      string        `json:"source,omitempty"` // of the release
	Receipt     string        `json:"receipt,omitempty"`
	Folders     []string      `json:"folders,omitempty"` // where it was opened
	Requests    []requestView `json:"requests,omitempty"`
	Opened      *openView     `json:"opened,omitempty"` // by this run
	Chain       *chainView    `json:"chain,omitempty"`  // what the chain says now

	// As the chain said when it was last looked at, in Unix seconds of its time.
	DisputableUntil uint64 `json:"disputableUntil,omitempty"` // of what is not released
	DisputedBy      string `json:"disputedBy,omitempty"`
	Deadline        uint64 `json:"deadline,omitempty"` // of the dispute's answer
	Bond            string `json:"bond,omitempty"`     // wei
	Dispute         string `json:"disputeTransaction,omitempty"`
	Refund          string `json:"refundTransaction,omitempty"`
}

// requestView is what a wallet has to do.
type requestView struct {
	ChainID uint64 `json:"chainId"`
	To      string `json:"to"`
	Value   string `json:"value"` // wei
	Data    string `json:"data"`
	Link    string `json:"link"` // EIP-681
}

func viewPurchase(p *terminal.Purchase) purchaseView {
	v := purchaseView{
		Wrap: p.Wrap.Hex(), Title: p.Title, Tier: p.Tier, Name: p.Name, Attempt: p.Attempt, ChainID: p.ChainID, Product: p.Product.Hex(),
		Price: p.Amount().Dec(), Shown: tokens.Of(p.ChainID, p.Token).Format(p.Amount()), Token: p.Token.Hex(), RefundTo: p.RefundTo.Hex(), Created: p.Created,
		State: p.Step, Source: p.Source, Folders: p.Folders,
	}
	if p.Amount().IsZero() {
		v.Shown = "free"
	}
	switch {
	case p.Order != nil:
		v.Transaction, v.Order = p.Order.Transaction.Hex(), p.Order.Hash.Hex()
	case p.Payment != nil:
		v.Transaction = p.Payment.Versions[len(p.Payment.Versions)-1].Hash.Hex()
	}
	if len(p.Release) > 0 {
		v.Release = hexutil.Encode(p.Release)
	}
	v.Dispute, v.Refund = lastHash(p.Dispute), lastHash(p.Refund)
	if d := p.Disputed; d != nil {
		v.DisputedBy, v.Deadline, v.Bond = d.By.Hex(), d.Deadline, d.Bond.Dec()
	} else if len(p.Release) == 0 && p.Step != terminal.Refunded {
		v.DisputableUntil = p.DisputableUntil()
	}
	if len(p.Receipt) > 0 {
		v.Receipt = hexutil.Encode(p.Receipt)
	}
	return v
}

func viewRequests(requests []terminal.PaymentRequest) (views []requestView) {
	for _, r := range requests {
		views = append(views, requestView{r.ChainID, r.To.Hex(), r.Value.Dec(), hexutil.Encode(r.Data), r.Link()})
	}
	return views
}

func (v purchaseView) print(w io.Writer) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	defer table.Flush()
	fmt.Fprintf(table, "bought\t%s, tier %s, for %s\n", v.Title, v.Name, v.Shown)
	fmt.Fprintf(table, "state\t%s\n", stateText(v.State))
	if v.Transaction != "" {
		fmt.Fprintf(table, "paid in\t%s\n", v.Transaction)
	}
	if v.Source != "" {
		fmt.Fprintf(table, "released by\t%s\n", v.Source)
	}
	for i, r := range v.Requests {
		fmt.Fprintf(table, "payment %d of %d\t%s\n", i+1, len(v.Requests), r.Link)
	}
}

// stateText puts a step into words for people.
func stateText(s terminal.Step) string {
	switch s {
	case terminal.Prepared:
		return "not paid yet"
	case terminal.Approving:
		return "approval sent, not paid yet"
	case terminal.Sent:
		return "payment sent, not seen on the chain yet"
	case terminal.Seen:
		return "paid, not deep enough yet"
	case terminal.Confirmed:
		return "paid and confirmed, not released yet"
	case terminal.Released:
		return "released, not opened yet"
	case terminal.Refunded:
		return "refunded"
	}
	return string(s)
}

// askingSigner asks for the account's password only when something is signed.
type askingSigner struct {
	address common.Address
	open    func() (account, error)
	mu      sync.Mutex
}

func newAskingSigner(address common.Address, open func() (account, error)) *askingSigner {
	return &askingSigner{address: address, open: open}
}

func (s *askingSigner) Address() common.Address { return s.address }

// unlock asks for the password now, if one is needed.
func (s *askingSigner) unlock() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, err := s.open()
	if err == nil {
		s.open = func() (account, error) { return a, nil }
	}
	return err
}

func (s *askingSigner) SignTx(tx *types.Transaction, chainID *big.Int) (*types.Transaction, error) {
	if err := s.unlock(); err != nil {
		return nil, err
	}
	a, err := s.open()
	if err != nil {
		return nil, err
	}
	return chain.NewKeySigner(a.Key()).SignTx(tx, chainID)
}

func day(unix int64) string { return time.Unix(unix, 0).Format("2006-01-02") }
