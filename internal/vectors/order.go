package vectors

import (
	"bytes"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/shrinkwrap/shrinkwrap/internal/bls"
	"github.com/shrinkwrap/shrinkwrap/internal/order"
)

func (w *world) leaf() order.Leaf {
	terms := w.terms()
	return order.Leaf{
		Product: w.place.Product, Tier: w.place.Tier, Index: 5, Time: 1_767_225_600, Payer: address(0x0a), RefundTo: address(0x0b),
		Publisher: terms.Publisher, Token: terms.Token, Committee: terms.Committee, FeeBps: terms.FeeBps, Confirmations: terms.Tiers[1].Confirmations,
		GroupKey: terms.GroupKey, Amount: terms.Tiers[1].Price, ReleaseKey: w.key.B.Words(),
	}
}

// leaves are abi.encode(Leaf).
//
//	in   leaf, 512 bytes
//	out  the fields; order, account, offerHash
func leaves(b *Builder) {
	leaf := b.world.leaf()
	b.ok("ok", "the sample", leafIn(leaf.Bytes()), leafOut(leaf))
	b.ok("ok_zeros", "nothing but zeros: a release key that is no point, which the escrow takes", leafIn(order.Leaf{}.Bytes()), leafOut(order.Leaf{Amount: new(uint256.Int)}))
	most := order.Leaf{
		Product: address(255), Tier: 255, Index: 1<<32 - 1, Time: 1<<40 - 1, Payer: address(255), RefundTo: address(255), Publisher: address(255), Token: address(255),
		Committee: address(255), FeeBps: 65535, Confirmations: 255, GroupKey: filled(255), Amount: largestPrice, ReleaseKey: [3][32]byte{filled(255), filled(255), filled(255)},
	}
	b.ok("ok_largest", "every field at its largest", leafIn(most.Bytes()), leafOut(most))
	for _, f := range []struct {
		name string
		word int
		bits int
	}{
		{"product", 0, 160}, {"tier", 1, 8}, {"index", 2, 32}, {"time", 3, 40}, {"payer", 4, 160}, {"refund_to", 5, 160}, {"publisher", 6, 160}, {"token", 7, 160},
		{"committee", 8, 160}, {"fee_bps", 9, 16}, {"confirmations", 10, 8}, {"amount", 12, 96},
	} {
		encoded := leaf.Bytes()
		encoded[32*f.word+31-f.bits/8] |= 1
		b.fails(Parse, f.name+"_out_of_range", "the first bit above the field's width is set", leafIn(encoded))
	}
	b.fails(Parse, "byte_short", "511 bytes", leafIn(leaf.Bytes()[:511]))
	b.fails(Parse, "word_long", "544 bytes", leafIn(append(leaf.Bytes(), make([]byte, 32)...)))
	b.fails(Parse, "empty", "no bytes", leafIn(nil))
}

func leafIn(encoded []byte) fields { return fields{"leaf": hexed(encoded)} }

func leafOut(l order.Leaf) fields {
	hash, account, offer := l.Hash(), l.Offer().Account(), l.Offer().Hash()
	key := bytes.Join([][]byte{l.ReleaseKey[0][:], l.ReleaseKey[1][:], l.ReleaseKey[2][:]}, nil)
	return fields{
		"product": hexAddress(l.Product), "tier": l.Tier, "index": l.Index, "time": l.Time, "payer": hexAddress(l.Payer), "refundTo": hexAddress(l.RefundTo),
		"publisher": hexAddress(l.Publisher), "token": hexAddress(l.Token), "committee": hexAddress(l.Committee), "feeBps": l.FeeBps, "confirmations": l.Confirmations,
		"groupKey": hexed(l.GroupKey[:]), "amount": l.Amount.Dec(), "releaseKeyAffine": hexed(key),
		"order": hexed(hash[:]), "account": hexed(account[:]), "offerHash": hexed(offer[:]),
	}
}

// events are PaymentConfirmed as a chain logs it.
//
//	in   topics (four), data
//	out  order, account, c, z (32 bytes each, whatever the payer gave)
func events(b *Builder) {
	leaf, proof := b.world.leaf(), b.world.proof().Bytes()
	account, hash := leaf.Offer().Account(), leaf.Hash()
	topics := func() []common.Hash {
		return []common.Hash{order.ConfirmedTopic, account, common.BytesToHash(leaf.Product[:]), leaf.ReleaseKey[0]}
	}
	in := func(topics []common.Hash, data []byte) fields {
		list := []string{}
		for _, topic := range topics {
			list = append(list, hexed(topic[:]))
		}
		return fields{"topics": list, "data": hexed(data)}
	}
	data := append(leaf.Bytes(), proof[:]...)
	out := fields{"order": hexed(hash[:]), "account": hexed(account[:]), "c": hexed(proof[:32]), "z": hexed(proof[32:])}
	b.ok("ok", "the sample", in(topics(), data), out)
	ones := bytes.Repeat([]byte{0xff}, bls.ProofSize)
	b.ok("ok_no_proof", "c and z are whatever the payer gave: the event is good, the proof is not", in(topics(), append(leaf.Bytes(), ones...)), out.and(fields{"c": hexed(ones[:32]), "z": hexed(ones[32:])}))
	for i, name := range []string{"event", "account", "product", "key"} {
		changed := topics()
		changed[i][31] ^= 1
		b.fails(Parse, "other_"+name, "a topic that its data does not bear out", in(changed, data))
	}
	b.fails(Parse, "three_topics", "a topic short", in(topics()[:3], data))
	b.fails(Parse, "five_topics", "a topic long", in(append(topics(), common.Hash{}), data))
	b.fails(Parse, "no_proof", "data ends with the leaf", in(topics(), leaf.Bytes()))
	b.fails(Parse, "word_long", "a word follows", in(topics(), append(bytes.Clone(data), make([]byte, 32)...)))
	dirty := bytes.Clone(data)
	dirty[0] = 1
	b.fails(Parse, "leaf_out_of_range", "a word of the leaf is out of its field's range", in(topics(), dirty))
}
