package node

import (
	"crypto/rand"
	"fmt"
	"net/url"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/internal/weburl"
)

// dealt is the transcript of keys that no ceremony made.
var dealt = crypto.Keccak256Hash([]byte("SHRINKWRAP-V1-INSECURE-DEALER"))

// DealOptions say what committee [Deal] makes.
type DealOptions struct {
	Threshold int
	URLs      []string // one for each node, where it can be reached
	FeeBps    uint16
	Chain     ChainConfig // of every node
}

// Deal makes the folders of a whole committee, dir/node1 … dir/nodeN, with key
// shares that this process dealt: it has known the committee's secret for a
// moment. It is for trials and tests, never for products that are sold.
//
// Each node listens where its URL says and gets an operator's account.
// The committee's address follows from all that; its contract is still to be
// deployed and its keys to be confirmed: see DeployCommittee, ConfirmCommittee.
func Deal(dir string, o DealOptions) ([]Home, nodeapi.Committee, error) {
	if err := o.Check(); err != nil {
		return nil, nodeapi.Committee{}, err
	}
	group, shares, err := threshold.InsecureDeal(o.Threshold, len(o.URLs), rand.Reader)
	if err != nil {
		return nil, nodeapi.Committee{}, err
	}
	homes := make([]Home, len(shares))
	operators := make([]common.Address, len(shares))
	for i := range shares {
		homes[i] = Home{fmt.Sprintf("%s/node%d", dir, i+1)}
		if operators[i], err = homes[i].initForTrial(o, i); err != nil {
			return nil, nodeapi.Committee{}, err
		}
	}
	c, err := o.describe(group, operators)
	if err != nil {
		return nil, nodeapi.Committee{}, err
	}
	for i, share := range shares {
		if err := homes[i].Install(share, c, dealt); err != nil {
			return nil, nodeapi.Committee{}, err
		}
	}
	return homes, c, nil
}

// Check returns an error for options that Deal would refuse, before it makes
// anything.
func (o DealOptions) Check() error {
	if err := threshold.CheckSizes(o.Threshold, len(o.URLs)); err != nil {
		return err
	}
	for i, address := range o.URLs {
		u, err := weburl.Check(address, "http", "https")
		if err != nil {
			return fmt.Errorf("node %d at %q %v", i+1, address, err)
		}
		if u.Port() == "" {
			return fmt.Errorf("node %d at %q: a trial's node is reached directly, as at http://127.0.0.1:8481", i+1, address)
		}
		if slices.Contains(o.URLs[:i], address) {
			return fmt.Errorf("two nodes at %s", address)
		}
	}
	return nil
}

// describe returns the committee's descriptor, with the address that follows from
// it.
func (o DealOptions) describe(group threshold.Group, operators []common.Address) (nodeapi.Committee, error) {
	escrow, _, err := o.Chain.escrow()
	if err != nil {
		return nodeapi.Committee{}, err
	}
	c := nodeapi.NewCommittee(o.Chain.ID, common.Address{}, o.FeeBps, group, operators, o.URLs)
	if err := c.Check(); err != nil {
		return nodeapi.Committee{}, err
	}
	d, err := CommitteeDeployment(escrow, c)
	if err != nil {
		return nodeapi.Committee{}, err
	}
	c.Address = nodeapi.Address(d.Address())
	return c, nil
}

func (h Home) initForTrial(o DealOptions, i int) (common.Address, error) {
	u, err := url.Parse(o.URLs[i])
	if err != nil {
		return common.Address{}, err
	}
	c := DefaultConfig()
	c.Listen, c.Chains = u.Host, []ChainConfig{o.Chain}
	if err := h.Init(c); err != nil {
		return common.Address{}, err
	}
	return h.NewAccount()
}
