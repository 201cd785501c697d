package node

import (
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/nodeapi"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
	"github.com/shrinkwrap/shrinkwrap/node/peer"
	"github.com/shrinkwrap/shrinkwrap/node/release"
)

func peersOf(c nodeapi.Committee, self int) map[int]peer.Peer {
	client := nodeapi.NewHTTP(true) // operators may reach each other in a network of their own
	peers := make(map[int]peer.Peer)
	for i, url := range c.URLs() {
		if i+1 != self {
			peers[i+1] = nodeapi.Client{URL: url, HTTP: client}
		}
	}
	return peers
}

// sameGroup returns the group that all chains' committees have.
func sameGroup(c Config, committees map[uint64]nodeapi.Committee) (threshold.Group, error) {
	first, err := committees[c.Chains[0].ID].Group()
	if err != nil {
		return threshold.Group{}, fmt.Errorf("committee on chain %d: %v", c.Chains[0].ID, err)
	}
	for _, chain := range c.Chains {
		group, err := committees[chain.ID].Group()
		switch {
		case err != nil:
			return threshold.Group{}, fmt.Errorf("committee on chain %d: %v", chain.ID, err)
		case committees[chain.ID].ChainID != chain.ID:
			return threshold.Group{}, fmt.Errorf("committee's descriptor for chain %d is one for chain %d", chain.ID, committees[chain.ID].ChainID)
		case !sameKeys(group, first):
			return threshold.Group{}, fmt.Errorf("committee on chain %d has other keys than that on chain %d", chain.ID, c.Chains[0].ID)
		}
	}
	return first, nil
}

func sameKeys(a, b threshold.Group) bool {
	return a.Threshold == b.Threshold && a.Key() == b.Key() && slices.EqualFunc(a.V, b.V, bls.G2.Equal)
}

// rules returns what is served on each chain.
func (s *Service) rules(group threshold.Group) ([]release.Rules, error) {
	var all []release.Rules
	for i, c := range s.config.Chains {
		committee := s.deps.Committees[c.ID]
		address, err := nodeapi.ParseAddress(committee.Address)
		if err != nil {
			return nil, err
		}
		if address == (common.Address{}) {
			return nil, fmt.Errorf("committee's descriptor for chain %d has no address yet: deploy its contract, or name the one that was deployed", c.ID)
		}
		r := release.Rules{
			Chain: s.links[i].chain, GroupKey: group.Key(), Committee: address, FeeBps: committee.FeeBps, Q: group.Q,
			Confirmations: c.Confirmations, Declined: make(map[common.Address]string),
		}
		for _, d := range c.Declined {
			r.Declined[common.HexToAddress(d.Product)] = d.Reason
		}
		all = append(all, r)
	}
	return all, nil
}
