// Package publisher is the publisher's side: it seals a product, publishes it
// under terms, and takes in what was earned.
//
// [Seal] needs no network. It seals the files and folders of a [Draft] into a
// seal file, which holds the sealed sections and the keys of the tiers.
// [SealFile.Publish] fixes a [Listing], the terms of sale: it computes the
// product's address, hides the tier keys under the committee's key there, signs,
// and writes the wrap. One seal file may be published many times, at other
// prices, on other chains, under other committees, without sealing again.
//
// A [Book] is what was read of an account's sales. A [Watch] keeps their releases
// and answers disputes that the committee leaves unanswered; [Market.Refund] pays
// a buyer back.
//
// # Keys
//
// A seal file opens every section of the product for ever, whatever is published
// later: its file of keys is made with mode 0400 in a folder of mode 0700, and
// nothing takes back what it opens. Whoever publishes no more may keep it
// offline. Each wrap made of it is as safe as the committee that it names, and
// all of them as the weakest.
//
// # Crashes
//
// Seal files and wraps appear under their names whole or not at all, and nothing
// is overwritten. Publishing again with the same terms finds the wrap that is
// there and goes on where it stopped.
package publisher
