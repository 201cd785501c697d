// What the page says of a wait: confirmations and finality, who is asked, times.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesToHex } from "../protocol/bytes.ts";
import { leafBytes, orderOf } from "../protocol/leaf.ts";
import { affineG1 } from "../protocol/point.ts";
import { toAddress, toHash } from "../protocol/word.ts";
import { factsOf, dueOf } from "../page/wait/enforceterms.ts";
import { sourcesOf, summaryOf } from "../page/wait/sources.ts";
import { stepsOf } from "../page/wait/steps.ts";
import { about, left } from "../page/times.ts";
import { beginning, blockTime, claimOf, heard, type WaitState } from "../page/wait/waitstate.ts";
import type { Status } from "../terminal/dispute.ts";
import { Failure } from "../terminal/failure.ts";
import type { NodeNews } from "../terminal/news.ts";
import { keyOf, newPurchase, orderIn, type Purchase } from "../terminal/purchase.ts";
import { keep } from "../terminal/sight.ts";
import { MemoryStorage } from "../terminal/storage.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { madeUp } from "./listings.ts";

const paidAt = 1_800_000_000;
const hash = toHash(new Uint8Array(32).fill(3));
const none: Status = { state: "none", by: toAddress(new Uint8Array(20)), deadline: 0, bond: 0n };
const refundTo = toAddress(new Uint8Array(20).fill(0xb7));

/** A wait whose payment is in block 100, looked at from later blocks of 12 seconds. */
async function looked(confirmations: number, later: number, status = none): Promise<WaitState> {
  const storage = new MemoryStorage();
  const listing = madeUp({ chainId: 1, confirmations });
  const made = await newPurchase(storage, listing, { maxPrice: 1_000_000n, refundTo, data: new Uint8Array() }, 0);
  const p: Purchase = { ...made, step: "sent", payment: { from: bytesToHex(refundTo), hash: bytesToHex(hash) } };
  const { publisher, token, committee, feeBps, groupKey } = listing.terms;
  const leaf = {
    ...{ product: listing.place.product, tier: 0, index: 0, time: paidAt, payer: refundTo, refundTo, publisher },
    ...{ token, committee, feeBps, confirmations, groupKey, amount: 1_000_000n, releaseKey: affineG1(keyOf(p)) },
  };
  assert.equal(leafBytes(leaf).length % 32, 0);
  const order = {
    order: orderOf(leaf),
    leaf,
    proof: new Uint8Array(64),
    block: 100,
    blockHash: hash,
    transaction: hash,
  };
  const head = { number: 100 + later, hash, time: paidAt + 12 * later, baseFee: 10n ** 9n };
  const sight = { head, order, status };
  const purchase = await keep({ storage } as unknown as Terminal, p, sight);
  return heard(beginning(p), { of: "chain", sight, purchase }, 0);
}

const node = (state: WaitState, host: string, news: object): WaitState =>
  heard(state, { of: "node", node: { host, ...news } as NodeNews }, 0);
const detail = (state: WaitState, n: number): string => `${stepsOf(state)[n]!.mark}: ${stepsOf(state)[n]!.detail}`;

test("confirmations are counted, with the time that the chain's own blocks tell", async () => {
  assert.equal(detail(await looked(12, 0), 2), "now: 1 of 12 confirmations");
  const state = await looked(12, 3);
  assert.equal(blockTime(state), 12);
  assert.equal(detail(state, 2), "now: 4 of 12 confirmations, about 100 s more");
  assert.equal(detail(await looked(12, 11), 2), "done: Deep enough to stay");
  assert.equal(detail(await looked(12, 11), 3).slice(0, 4), "now:");
});

test("finality is waited for until a node says that it is there", async () => {
  const state = await looked(255, 40);
  assert.match(detail(state, 2), /^now: 41 confirmations; the key comes when the block is final, .*quarter of an hour/);
  const confirmations = { had: 80, needed: 0, finalised: true };
  const confirmed = node(state, "a", { says: "order", answer: { state: "confirmed", confirmations, deadline: 0 } });
  assert.equal(detail(confirmed, 2), "done: Its block is final");
});

test("each node is named with what it said last, and silence is calm while others are asked", async () => {
  const confirmations = { had: 1, needed: 2, finalised: false };
  const unreachable = new Failure("unreachable", "node c: timed out");
  let state = node(await looked(2, 0), "a", { says: "order", answer: { state: "seen", confirmations, deadline: 0 } });
  assert.equal(
    summaryOf(state, { threshold: 2, size: 3 }),
    "Any 2 of the committee's 3 nodes make the key; each of these can hand it over.",
  );
  state = node(state, "b", { says: "dropped", failure: new Failure("danger", "node b: gave a false release") });
  state = node(state, "c", { says: "silent", failure: unreachable });
  assert.deepEqual(
    sourcesOf(state).map(({ name, words, tone }) => `${name}: ${words.split(":")[0]} (${tone})`),
    [
      "Node a: 1 of 2 confirmations (good)",
      "Node b: gave a false key (false)",
      "Node c: does not answer; it is asked again (silent)",
      "The chain: at block 100, the payment is in block 100 (good)",
    ],
  );
  assert.equal(summaryOf(state, undefined), "2 nodes are of no help now: the others are asked.");
  state = node(state, "a", { says: "silent", failure: unreachable });
  assert.equal(summaryOf(state, undefined), "");
});

test("a payment that the chain took back is lost until it is seen again", async () => {
  const state = await looked(12, 3);
  const { order: _, ...unpaid } = state.purchase;
  const head = state.sight!.head;
  const lost = heard(state, { of: "chain", sight: { head }, purchase: { ...unpaid, step: "sent" } }, 0);
  assert.equal(lost.lost, true);
  assert.match(detail(lost, 1), /^now: The chain took its last blocks back/);
  const still = heard(lost, { of: "chain", sight: { head }, purchase: lost.purchase }, 0);
  assert.equal(still.lost, true);
  assert.equal(heard(still, { of: "chain", sight: state.sight!, purchase: state.purchase }, 0).lost, false);
});

test("what is due follows the chain's time", async () => {
  const claim = claimOf(await looked(1, 1))!;
  assert.ok(orderIn((await looked(1, 1)).purchase));
  const day = 86_400;
  const until = (Math.floor(paidAt / day) + 2) * day - 1;
  assert.deepEqual(
    [paidAt + 60, until, until + 1].map((now) => dueOf(claim, now)),
    ["demand", "demand", "late"],
  );
  const facts = Object.fromEntries(factsOf(claim, paidAt + 60));
  assert.match(facts["Without you"]!, /\(in 11 h 59 min\)/);
  assert.match(
    facts["Bond"]!,
    /^0\.0012 ETH: what the escrow does not ask for comes back at once, the rest with the money; if/,
  );
  assert.match(facts["Money goes back to"]!, /^0xb7/i);
  const disputed = claimOf(
    await looked(1, 1, { ...none, state: "disputed", deadline: paidAt + day, bond: 10n ** 14n }),
  )!;
  assert.deepEqual(
    [paidAt + day, paidAt + day + 1].map((now) => dueOf(disputed, now)),
    ["wait", "refund"],
  );
});

test("times are told as people tell them", () => {
  assert.deepEqual([4, 96, 300, 10_000].map(about), ["some seconds", "about 100 s", "about 5 min", "about 3 h"]);
  assert.deepEqual([-5, 59, 61, 3600, 90_000].map(left), ["0 s", "59 s", "1 min 1 s", "1 h 0 min", "1 d 1 h"]);
});
