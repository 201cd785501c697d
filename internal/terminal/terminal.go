// Package terminal is the buyer's side: it keeps wraps, checks them, pays for
// one of their tiers, waits for the release, and opens.
//
// # Before anything is paid
//
// [OpenWrap] reads a wrap and [Library] keeps it. [Inspect] checks offline, from
// the signed header and the software's own constants alone ([Trust]), whatever
// can be checked without asking anyone, and compares the signer with the
// publishers seen before ([Signers]).
//
// # Paying
//
// [Buyer.Buy] pays for what an [Intent] names, [Buyer.Await] waits for the
// release, [Opening.Write] opens, and [Buyer.Record] completes what is kept. All
// of them may be stopped at any point and called again. What is known of a
// [Purchase] is on disk before anything that follows it is begun ([Step]); its key
// follows from the home's seed, so that even where all that is lost, the chain
// tells that it was paid for. Nothing is paid twice: the chain is looked at before
// each payment, and a signed transaction is sent again, not another one beside it.
//
// Where no account signs here, [Purchase.Requests] is what any wallet has to do.
//
// # When no key comes
//
// Times are the chain's. A [Claim] is an order at one look at the chain, with what can
// be done about it: [Buyer.Dispute] demands the key on chain, [Buyer.Refund] has the
// money paid back when nobody gave it in time. Who waits does both by itself:
// [Buyer.Await], from half of the window on, and [Buyer.Watch], which stays until key
// or money are here. A [Move] is durable before it is sent, with the order that it is
// about: after a crash it is sent again as it is, and after a reorganisation that made
// another order another one is signed. [Buyer.FromChain] takes a release from the chain
// alone. [Buyer.Find] makes a claim of any order: anyone may dispute for anyone.
//
// # What a purchase asks
//
// From the scanned code to the opened product with its receipt and rights.json, a
// purchase that nothing gets in the way of takes five requests, of which TestWire
// counts the bytes: to the chain's endpoint (C) and to a node (N).
//
//	C  Buyer.survey     the escrow's code, the product's, its offer where that may differ
//	                    from the signed one, the account's peaks, the payer's balance,
//	                    number, fees and gas; and an earlier payment under this key
//	N  Buyer.askNodes   whether the product is served, beside the survey
//	C  Buyer.broadcast  takes the signed payment
//	N  asking.once      holds its answer back until there is a release, and its receipt
//	C  Buyer.see        the order in the logs, its state in the escrow, the head
//
// Every batch to an endpoint asks for the chain's id besides. More is asked where
// something is in the way: an endpoint that does not look far back (find), a token
// (wallet, approve), a product that is not deployed (Client.Info, wallet), a node
// without the receipt (nodeReceipt), a payment with a false proof (asking.once once
// more, with one), a block that is late (see, at the pace of Pace.Chain).
//
// # Whom it believes
//
// Nobody: which escrow is paid, and how much, follows from constants and the
// signed header; the escrow's code is compared before it is paid; a release counts
// if it verifies under the header's Q, whoever gave it. A node that lies, or an
// endpoint, costs time.
//
// An [Error] tells by its kind whose turn it is: the user's, another copy's,
// another node's, or nobody's.
package terminal
