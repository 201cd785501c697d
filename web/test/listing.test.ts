// Which orders are a tier's own, and which listings sell the same: by every member of
// what was signed, and by the committee's keys.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesToHex } from "../protocol/bytes.ts";
import { releaseKey } from "../protocol/key.ts";
import type { Leaf } from "../protocol/leaf.ts";
import { affineG1, compressG1, compressG2, g, h } from "../protocol/point.ts";
import { type Address, toAddress, toHash } from "../protocol/word.ts";
import { shapeOf } from "../page/wait/committee.ts";
import { checkListing, hasKeysOf, isSame, type Listing, offerOfListing, owns, underKey } from "../terminal/listing.ts";
import { Node } from "../terminal/node.ts";
import { newPurchase } from "../terminal/purchase.ts";
import { MemoryStorage } from "../terminal/storage.ts";
import { madeUp } from "./listings.ts";
import { sayingNode } from "./servers.ts";

const address = (byte: number): Address => toAddress(new Uint8Array(20).fill(byte));
const listing = madeUp({});
const { B } = releaseKey(new Uint8Array(32).fill(7), listing.place, 0);
const own: Leaf = {
  ...{ product: listing.place.product, tier: 0, index: 3, time: 1_800_000_000, payer: address(9) },
  ...{ refundTo: address(10), amount: 1_000_000n, releaseKey: affineG1(B) },
  ...offerOfListing(listing),
};

test("an order is one's own where product, tier, key and every member of the offer are", () => {
  assert.ok(owns(listing, B, own));
  const others: Partial<Leaf>[] = [
    { publisher: address(0xee) },
    { token: address(0xee) },
    { committee: address(0xee) },
    { groupKey: toHash(new Uint8Array(32).fill(0xee)) },
    { feeBps: 251 },
    { confirmations: 2 },
  ];
  for (const changed of others) {
    assert.ok(!owns(listing, B, { ...own, ...changed }), Object.keys(changed).join());
    assert.ok(underKey(listing, B, { ...own, ...changed }));
  }
  const elsewhere: Partial<Leaf>[] = [{ product: address(0xee) }, { tier: 1 }, { releaseKey: affineG1(B.double()) }];
  for (const changed of elsewhere)
    for (const is of [owns, underKey]) assert.ok(!is(listing, B, { ...own, ...changed }), Object.keys(changed).join());
  // Who pays, and what, is not agreed to in the header.
  assert.ok(owns(listing, B, { ...own, payer: address(1), refundTo: address(2), amount: 1n, index: 0, time: 0 }));
});

const otherKeys = { P: g.multiply(3n), Q: h.multiply(3n) };

test("keys that are not the terms' are neither listed nor bought under", async () => {
  const wrong: Listing[] = [
    { ...listing, P: otherKeys.P },
    { ...listing, Q: otherKeys.Q },
    { ...listing, ...otherKeys },
  ];
  for (const custom of [false, true])
    for (const one of wrong) {
      assert.throws(() => checkListing({ ...one, custom }), /P and Q are not the terms' group key/);
      const storage = new MemoryStorage();
      const terms = { maxPrice: 1_000_000n, refundTo: address(7), data: new Uint8Array() };
      await assert.rejects(newPurchase(storage, { ...one, custom }, terms, 0), /not the terms' group key/);
      assert.deepEqual(await storage.names(""), []);
    }
  const lost = { ...listing, place: { ...listing.place, product: address(0xee) } };
  assert.throws(() => checkListing(lost), /address does not follow from its terms/);
  checkListing({ ...lost, custom: true });
});

test("listings are the same where place, terms and both keys are", () => {
  assert.ok(isSame(listing, madeUp({})));
  const { place, terms } = listing;
  const others: Listing[] = [
    { ...listing, P: otherKeys.P },
    { ...listing, Q: otherKeys.Q },
    { ...listing, custom: true },
    { ...listing, place: { ...place, chainId: 2 } },
    { ...listing, place: { ...place, tier: 1 } },
    { ...listing, place: { ...place, escrow: address(0xee) } },
    { ...listing, place: { ...place, product: address(0xee) } },
    { ...listing, terms: { ...terms, feeBps: 251 } },
  ];
  for (const [i, other] of others.entries()) assert.ok(!isSame(listing, other), String(i));
  assert.ok(hasKeysOf(listing, { ...others[7]!, title: "Another" }));
  assert.ok(!hasKeysOf(listing, others[0]!));
  assert.ok(!hasKeysOf(listing, others[1]!));
});

test("how many nodes make a key is believed to nodes of the committee alone", async () => {
  const { P, Q, terms } = listing;
  const committee = { P: bytesToHex(compressG1(P)), Q: bytesToHex(compressG2(Q)), threshold: 1, operators: [] };
  const saying = (groupKey: string) => sayingNode({ node: 1, chains: [], committee: { ...committee, groupKey } });
  const [good, bad] = await Promise.all([bytesToHex(terms.groupKey), `0x${"ee".repeat(32)}`].map(saying));
  const { signal } = new AbortController();
  try {
    assert.equal(await shapeOf([new Node(bad!.url)], terms.groupKey, signal), undefined);
    const both = [bad!, good!].map(({ url }) => new Node(url));
    assert.deepEqual(await shapeOf(both, terms.groupKey, signal), { threshold: 1, size: 0 });
  } finally {
    await Promise.all([good!.close(), bad!.close()]);
  }
});
