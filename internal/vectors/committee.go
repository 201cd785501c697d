package vectors

import (
	"slices"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/bls/blstest"
	"github.com/shrinkwrap/shrinkwrap/internal/threshold"
)

// groupKeys are the names of committees' keys.
//
//	in   P, Q
//	out  groupKey
func groupKeys(b *Builder) {
	w := b.world
	add := func(name, comment string, P bls.G1, Q bls.G2) {
		key := threshold.GroupKey(P, Q)
		b.ok(name, comment, g1Fields("P", P).and(g2Fields("Q", Q)), fields{"groupKey": hexed(key[:])})
	}
	add("ok", "the committee of the other parts", w.group.P, w.group.Q)
	add("ok_generators", "s = 1", bls.GeneratorG1(), bls.GeneratorG2())
	good := g1Fields("P", w.group.P).and(g2Fields("Q", w.group.Q))
	b.fails(Verify, "keys_disagree", "P of another committee: what is sealed to Q is paid for and does not open", good.and(g1Fields("P", w.foreign.P)))
	outside := blstest.OutsideG2()
	b.fails(Parse, "q_outside_subgroup", "Q is on the curve and not in the subgroup", good.and(fields{"Q": hexed(outside.Compressed()), "QAffine": hexed(outside.Affine())}))
	b.fails(Parse, "p_identity", "P is the identity", good.and(fields{"P": hexed(with(make([]byte, 48), 0, 0xc0)), "PAffine": hexed(make([]byte, 96))}))
}

// committees are committees' public keys with those of their nodes.
//
//	in   threshold, P, Q, V (the nodes' keys, compressed, from node 1 on)
//	out  groupKey
func committees(b *Builder) {
	for name, size := range map[string][2]int{"1_of_1": {1, 1}, "1_of_3": {1, 3}, "2_of_3": {2, 3}, "3_of_5": {3, 5}, "5_of_5": {5, 5}, "22_of_32": {22, 32}} {
		group, _, err := threshold.InsecureDeal(size[0], size[1], Stream("committee "+name))
		if err != nil {
			panic("vectors: " + err.Error())
		}
		key := group.Key()
		b.ok("ok_"+name, "a good committee", committeeIn(group), fields{"groupKey": hexed(key[:])})
	}
	for fault, c := range map[string]struct {
		comment string
		spoil   func(g *threshold.Group)
	}{
		"p_of_another":        {"P of another committee", func(g *threshold.Group) { g.P = b.world.foreign.P }},
		"q_of_another":        {"Q of another committee", func(g *threshold.Group) { g.Q = b.world.foreign.Q }},
		"keys_of_another":     {"P and Q of another committee", func(g *threshold.Group) { g.P, g.Q = b.world.foreign.P, b.world.foreign.Q }},
		"node_of_another":     {"the key of one node is another committee's", func(g *threshold.Group) { g.V[4] = b.world.foreign.V[4] }},
		"first_of_another":    {"the key of the first node is another committee's", func(g *threshold.Group) { g.V[0] = b.world.foreign.V[0] }},
		"nodes_swapped":       {"two nodes are listed in each other's place", func(g *threshold.Group) { g.V[1], g.V[2] = g.V[2], g.V[1] }},
		"threshold_too_small": {"two nodes cannot act, as the threshold says", func(g *threshold.Group) { g.Threshold = 2 }},
		"threshold_too_large": {"three nodes act, where the threshold says four", func(g *threshold.Group) { g.Threshold = 4 }},
		"all_are_q":           {"every node knows s by itself", func(g *threshold.Group) { g.V = slices.Repeat([]bls.G2{g.Q}, 5) }},
	} {
		b.fails(Verify, fault, c.comment, committeeIn(b.world.spoilt(c.spoil)))
	}
	for fault, c := range map[string]struct {
		comment string
		spoil   func(g *threshold.Group)
	}{
		"threshold_0": {"nobody need act", func(g *threshold.Group) { g.Threshold = 0 }},
		"threshold_6": {"more than there are", func(g *threshold.Group) { g.Threshold = 6 }},
		"no_nodes":    {"nobody can act", func(g *threshold.Group) { g.V = []bls.G2{} }},
		"33_nodes":    {"at most 32 are allowed", func(g *threshold.Group) { g.V = slices.Repeat(g.V[:1], 33) }},
	} {
		b.fails(Parse, fault, c.comment, committeeIn(b.world.spoilt(c.spoil)))
	}
}

// spoilt returns the world's committee, changed.
func (w *world) spoilt(spoil func(*threshold.Group)) threshold.Group {
	group := w.group
	group.V = slices.Clone(group.V)
	spoil(&group)
	return group
}

func committeeIn(group threshold.Group) fields {
	V := []string{}
	for _, v := range group.V {
		V = append(V, hexG2(v))
	}
	return g1Fields("P", group.P).and(g2Fields("Q", group.Q)).and(fields{"threshold": group.Threshold, "V": V})
}
