// Copies of purchases that are older, newer, or made by somebody who means harm: what is
// here goes forward, or stays as it is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesToHex } from "../protocol/bytes.ts";
import { lastPurchase } from "../page/goods.ts";
import { groupKey } from "../protocol/committee.ts";
import { termsBytes } from "../protocol/terms.ts";
import { compressG1, compressG2, g, h } from "../protocol/point.ts";
import { blindedPoint } from "../protocol/release.ts";
import { toAddress } from "../protocol/word.ts";
import { exportAll, importAll } from "../terminal/backup.ts";
import {
  current,
  keyOf,
  listingOf,
  nameOf,
  newPurchase,
  parsePurchase,
  type Purchase,
  purchases,
  save,
  secretOf,
} from "../terminal/purchase.ts";
import { MemoryStorage } from "../terminal/storage.ts";
import { madeUp, secret } from "./listings.ts";

const listing = madeUp({});
const price = 1_000_000n;
const terms = { maxPrice: price, refundTo: toAddress(new Uint8Array(20).fill(7)), data: new Uint8Array() };
const hash = `0x${"ab".repeat(32)}`;
const from = `0x${"0c".repeat(20)}`;

const begun = (storage: MemoryStorage, attempt = 0): Promise<Purchase> => newPurchase(storage, listing, terms, attempt);
const releaseOf = (p: Purchase): string =>
  bytesToHex(compressG1(blindedPoint(listingOf(p).place, keyOf(p)).multiply(secret)));

/** A file with other purchases in the place of its own. */
async function fileWith(storage: MemoryStorage, change: (p: Purchase) => unknown): Promise<string> {
  const file = JSON.parse(await exportAll(storage)) as { purchases: Purchase[] };
  return JSON.stringify({ ...file, purchases: file.purchases.map(change) });
}

const sent = (p: Purchase): Purchase => ({ ...p, step: "sent", payment: { from, hash } });

test("an older copy takes no payment's record away", async () => {
  const storage = new MemoryStorage();
  const p = await begun(storage);
  const old = await exportAll(storage);
  await save(storage, sent(p));
  assert.equal(await importAll(storage, old), 0);
  const unanswered = await fileWith(storage, (one) => ({ ...one, payment: { from } }));
  assert.equal(await importAll(storage, unanswered), 0);
  assert.deepEqual(await purchases(storage), [sent(p)]);
});

test("a copy that has come further keeps the payment that was asked for here, and the key that was had here", async () => {
  const storage = new MemoryStorage();
  const p = await begun(storage);
  const elsewhere = await fileWith(storage, (one) => ({ ...one, step: "seen" }));
  await save(storage, sent(p));
  assert.equal(await importAll(storage, elsewhere), 1);
  assert.deepEqual((await purchases(storage))[0]?.payment, { from, hash });
  const refunded = await fileWith(storage, (one) => ({ ...one, step: "refunded" }));
  const release = releaseOf(p);
  await save(storage, { ...sent(p), step: "opened", release, source: "a node" });
  assert.equal(await importAll(storage, refunded), 1);
  const [now] = await purchases(storage);
  assert.deepEqual([now?.step, now?.release, now?.source], ["refunded", release, "a node"]);
});

test("a copy is taken in whole, or not at all, whatever ends the page in between", async () => {
  const storage = new MemoryStorage();
  await begun(storage);
  await save(storage, { ...(await begun(storage, 1)), step: "approving" });
  const file = await exportAll(storage);
  class Dying extends MemoryStorage {
    writes = 0;
    override put(): Promise<void> {
      this.writes++;
      return Promise.reject(new Error("dead"));
    }
    override add(): Promise<string> {
      this.writes++;
      return Promise.reject(new Error("dead"));
    }
  }
  const fresh = new Dying();
  assert.equal(await importAll(fresh, file), 2);
  assert.equal(fresh.writes, 0, "it is one change");
  assert.equal((await purchases(fresh)).length, 2);
});

test("what a buyer does in another tab is not written over by a copy that was read before", async () => {
  const storage = new MemoryStorage();
  const p = await begun(storage);
  await save(storage, { ...p, step: "approving" });
  const file = await exportAll(storage);
  await save(storage, p);
  const importing = importAll(storage, file);
  const paying = save(storage, sent(p));
  await Promise.all([importing, paying]);
  assert.equal((await purchases(storage))[0]?.payment?.hash, hash);
});

test("a payment that may come is gone on with before any later attempt that a file has", async () => {
  const storage = new MemoryStorage();
  const p = await begun(storage);
  const other = new MemoryStorage();
  await importAll(other, await exportAll(storage));
  await begun(other, 5);
  await save(storage, sent(p));
  assert.equal(await importAll(storage, await exportAll(other)), 1);
  const attempts = await purchases(storage);
  assert.deepEqual(
    attempts.map(({ attempt }) => attempt),
    [0, 5],
  );
  assert.equal(current(attempts)?.attempt, 0);
  assert.equal(current([])?.attempt, undefined);
  assert.equal(current([{ ...p, step: "refunded" }, attempts[1]!])?.attempt, 5);
  assert.equal(current([{ ...sent(p), step: "released", release: releaseOf(p) }, attempts[1]!])?.attempt, 5);
});

test("a file whose purchases are none, or not of its seed, is refused whole", async () => {
  const storage = new MemoryStorage();
  const p = await begun(storage);
  const changes: Record<string, (p: Purchase) => unknown> = {
    "another key": (one) => ({ ...one, releaseKey: bytesToHex(compressG1(g)) }),
    "another attempt": (one) => ({ ...one, attempt: 1 }),
    "an attempt beyond all": (one) => ({ ...one, attempt: 2 ** 40 }),
    "a fraction of an attempt": (one) => ({ ...one, attempt: 0.5 }),
    "a chain by its name": (one) => ({ ...one, chainId: "1" }),
    "a chain that leads elsewhere": (one) => ({ ...one, chainId: "../seed" }),
    "a tier by its name": (one) => ({ ...one, tier: "0" }),
    "a tier that there is not": (one) => ({ ...one, tier: 9 }),
    "a title that is none": (one) => ({ ...one, title: { toString: "x" } }),
    "a higher price": (one) => ({ ...one, maxPrice: "999999999" }),
    "a price that is none": (one) => ({ ...one, maxPrice: "0x10" }),
    "a time that is none": (one) => ({ ...one, created: null }),
    "a payment that is none": (one) => ({ ...one, step: "sent", payment: "x" }),
    "a payment of nobody": (one) => ({ ...one, step: "sent", payment: { from: 7 } }),
    "a hash that is none": (one) => ({ ...one, step: "sent", payment: { from, hash: "0x12" } }),
    "a nonce that is none": (one) => ({ ...one, step: "sent", payment: { from, hash, nonce: "0" } }),
    "a release that is none": (one) => ({ ...one, step: "released", release: "0x00" }),
    "released without a release": (one) => ({ ...one, step: "released" }),
    "a dispute that is none": (one) => ({ ...one, disputed: { by: from, deadline: 1, bond: "much" } }),
    "a signature that is none": (one) => ({ ...one, signed: { kind: "vow", payer: from, token: "0x", deadline: 1 } }),
    "a dispute of nobody": (one) => ({ ...one, disputed: { by: "0x", deadline: 1, bond: "1" } }),
    "a dispute without an end": (one) => ({ ...one, disputed: { by: from, deadline: "1", bond: "1" } }),
    "a signature of nobody": (one) => ({ ...one, signed: { kind: "permit", payer: "0x", token: "0x", deadline: 1 } }),
    "a signature without an end": (one) => ({ ...one, signed: { kind: "permit", payer: from, token: "0x" } }),
    "a signature that is no bytes": (one) => ({
      ...one,
      signed: { kind: "permit", payer: from, token: "0xg", deadline: 1 },
    }),
    "the keys of another committee": (one) => ({ ...one, P: bytesToHex(compressG1(g)) }),
    "an order whose leaf is none": (one) => ({
      ...one,
      step: "seen",
      order: { hash, leaf: "0x", proof: "0x", block: 1, blockHash: hash, transaction: hash },
    }),
    "an order that is none": (one) => ({ ...one, step: "seen", order: { hash } }),
    "another version": (one) => ({ ...one, version: 2 }),
    "a step that there is not": (one) => ({ ...one, step: "constructor" }),
    "an escrow that did not make the product": (one) => ({ ...one, escrow: from }),
    "no object": () => [1],
  };
  for (const [name, change] of Object.entries(changes)) {
    const fresh = new MemoryStorage();
    await assert.rejects(importAll(fresh, await fileWith(storage, change)), /holds no purchases/, name);
    assert.deepEqual(await fresh.names(""), [], name);
  }
  assert.deepEqual(await purchases(storage), [p]);
});

test("a file of another kind, version or seed is refused whole, and so is one of another seed than what is here", async () => {
  const storage = new MemoryStorage();
  await begun(storage);
  const file = JSON.parse(await exportAll(storage)) as object;
  for (const changed of [
    { kind: "x" },
    { version: 2 },
    { seed: `0x${"ab".repeat(31)}` },
    { seed: "0x", purchases: [] },
  ])
    await assert.rejects(importAll(new MemoryStorage(), JSON.stringify({ ...file, ...changed })), /holds no purchases/);
  const other = new MemoryStorage();
  await begun(other);
  await assert.rejects(importAll(storage, await exportAll(other)), /made with another seed/);
  assert.equal((await purchases(storage)).length, 1);
});

test("a purchase that is begun while a file is taken in has the seed that is there then", async () => {
  const [storage, other] = [new MemoryStorage(), new MemoryStorage()];
  await begun(other);
  const file = await exportAll(other);
  const [, taken] = await Promise.allSettled([begun(storage, 3), importAll(storage, file)]);
  assert.equal(taken.status, "rejected", "the purchase was first");
  for (const p of await purchases(storage)) await secretOf(storage, p);
});

test("what was refunded here stays so, and a payment, a signature and a receipt are kept where a file has none", async () => {
  const storage = new MemoryStorage();
  const p = await begun(storage);
  const further = await fileWith(storage, (one) => ({ ...one, step: "opened", release: releaseOf(one) }));
  await save(storage, { ...p, step: "refunded" });
  assert.equal(await importAll(storage, further), 0);
  const signed = { kind: "permit", payer: from, token: "0x12", deadline: 7 } as const;
  const receipt = bytesToHex(compressG1(g));
  await save(storage, { ...sent(p), signed, receipt });
  assert.equal(await importAll(storage, further), 1);
  const [now] = await purchases(storage);
  assert.deepEqual([now?.payment, now?.signed, now?.receipt], [{ from, hash }, signed, receipt]);
  const theirs = { from, hash: `0x${"cd".repeat(32)}` };
  await save(storage, sent(p));
  const paid = { ...p, step: "seen", payment: theirs };
  assert.equal(await importAll(storage, await fileWith(storage, () => paid)), 1);
  assert.deepEqual((await purchases(storage))[0]?.payment, theirs, "the payment of what came further");
});

test("attempts are in the order of their numbers", async () => {
  const storage = new MemoryStorage();
  for (const attempt of [10, 9, 100]) await begun(storage, attempt);
  const all = await purchases(storage);
  assert.deepEqual(
    all.map(({ attempt }) => attempt),
    [9, 10, 100],
  );
  assert.equal(current(all)?.attempt, 100);
});

test("names that objects are born with are data like any other", async () => {
  const storage = new MemoryStorage();
  await begun(storage);
  const file = await exportAll(storage);
  const poisoned = file.replace('"kind"', '"__proto__": {"polluted": true}, "constructor": 7, "kind"');
  const deep = poisoned.replace(
    '"version": 1,\n      "title"',
    '"__proto__": {"step": "opened"}, "version": 1,\n "title"',
  );
  assert.notEqual(deep, poisoned);
  const fresh = new MemoryStorage();
  assert.equal(await importAll(fresh, deep), 1);
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  assert.equal((await purchases(fresh))[0]?.step, "prepared");
});

test("a purchase under the keys of another committee is not gone on with", async () => {
  const storage = new MemoryStorage();
  const goods = { listing, tier: 0, scanned: undefined as never };
  const p = await save(storage, sent(await begun(storage)));
  assert.deepEqual(await lastPurchase(storage, goods), p);
  const [P, Q] = [g.multiply(3n), h.multiply(3n)];
  const other: Purchase = {
    ...p,
    custom: true, // so that no address tells
    terms: bytesToHex(termsBytes({ ...listing.terms, groupKey: groupKey(P, Q) })),
    P: bytesToHex(compressG1(P)),
    Q: bytesToHex(compressG2(Q)),
  };
  await save(storage, other);
  await assert.rejects(lastPurchase(storage, goods), /keys of another committee/);
  await save(storage, { ...other, step: "prepared" }); // nothing was paid: it is begun anew
  assert.equal((await lastPurchase(storage, goods))?.step, "prepared");
});

test("a purchase of another escrow is kept by its own name, where nobody looks who pays this one", async () => {
  const storage = new MemoryStorage();
  const elsewhere = madeUp({ escrow: toAddress(new Uint8Array(20).fill(0xee)) });
  const p = await newPurchase(storage, elsewhere, terms, 0);
  const fresh = new MemoryStorage();
  assert.equal(await importAll(fresh, await exportAll(storage)), 1);
  assert.match(nameOf(p), new RegExp(`/0x${"ee".repeat(20)}/`));
  assert.deepEqual(parsePurchase((await fresh.get(nameOf(p)))!), p);
});
