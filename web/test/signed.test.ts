// Payments that were signed, by the chain's time: what is too near its end is signed
// anew, what may still pay is waited for, and what is over for certain is forgotten.

import assert from "node:assert/strict";
import { after, before, mock, test } from "node:test";
import { bytesToHex } from "../protocol/bytes.ts";
import { type Address, toAddress, toHash } from "../protocol/word.ts";
import { buy, type Intent } from "../terminal/buying.ts";
import type { Head } from "../terminal/chain.ts";
import { Doubt } from "../terminal/failure.ts";
import { type Purchase, purchases, type Signed } from "../terminal/purchase.ts";
import { isSigned, lifetime } from "../terminal/signed.ts";
import { look } from "../terminal/sight.ts";
import { intent, saysNo, type TestTerminal, Trade, transactionIn } from "./trade.ts";

let trade: Trade;
let token: Address;
before(async () => {
  trade = await Trade.start();
  token = await trade.token();
});
after(() => trade.stop());

const payer = toAddress(new Uint8Array(20).fill(7));
const deadline = 1_800_000_000;
const signed: Signed = { kind: "permit", payer: bytesToHex(payer), token: "0x", request: "0x", deadline };
const at = (time: number): Head => ({ number: 1, hash: toHash(new Uint8Array(32)), time, baseFee: 0n });

test("what was signed pays for that payer, in that way, while more than two minutes are left", () => {
  const p = { signed } as Purchase;
  assert.ok(isSigned(p, "permit", payer, at(deadline - 121)));
  for (const time of [deadline - 120, deadline, deadline + 1]) assert.ok(!isSigned(p, "permit", payer, at(time)));
  assert.ok(!isSigned(p, "authorization", payer, at(deadline - 121)));
  assert.ok(!isSigned(p, "permit", toAddress(new Uint8Array(20).fill(8)), at(deadline - 121)));
  assert.ok(!isSigned({} as Purchase, "permit", payer, at(0)));
});

const signatures = (t: TestTerminal): number => t.wallet.asked.filter((one) => one === "eth_signTypedData_v4").length;
const transactions = (t: TestTerminal): number => t.wallet.asked.length - signatures(t);
const only = async (t: TestTerminal): Promise<Purchase> => (await purchases(t.storage))[0]!;

/** Begins to pay; the wallet signs, and says no to sending, or the page ends before it answers. */
async function begun(t: TestTerminal, how: Intent, ends: () => never): Promise<Signed> {
  t.wallet.before = ({ method }) => {
    if (method === "eth_sendTransaction") ends();
  };
  await assert.rejects(buy(t, how), /User rejected|page was closed/);
  t.wallet.before = () => undefined;
  return (await only(t)).signed!;
}

const closes = (): never => {
  throw new Error("the page was closed");
};

test("a payment is signed for twenty minutes, and signed anew where two are left", async () => {
  for (const [left, again] of [
    [130, 0],
    [120, 1],
  ] as const) {
    const t = trade.terminal();
    const how = intent(trade.sold({ token }), { by: "authorization" });
    const { deadline } = await begun(t, how, saysNo);
    assert.equal((await only(t)).step, "approving");
    assert.equal(deadline, (await t.chain.head()).time + lifetime);
    assert.equal(lifetime, 20 * 60);
    await trade.mineAt(deadline - left);
    await buy(t, how);
    assert.equal(signatures(t), 1 + again, `${left} s before its end`);
  }
});

/** Lets this computer's clock show a time. */
const atClock = (time: number): void => mock.timers.setTime(1000 * time);
before(() => mock.timers.enable({ apis: ["Date"], now: Date.now() }));
after(() => mock.timers.reset());

test("what was signed and perhaps sent is sent again until its deadline, then waited for, and forgotten ten minutes later", async () => {
  const t = trade.terminal();
  const how = intent(trade.sold({ token }), { by: "permit" });
  const { deadline } = await begun(t, how, closes);
  assert.equal((await only(t)).step, "sent");
  assert.equal(signatures(t), 2);
  for (const late of [1, 600]) {
    await trade.mineAt(deadline + late);
    for (const maybePaid of [false, true])
      await assert.rejects(buy(t, { ...how, maybePaid }), /what was signed is over, and might still have been mined/);
  }
  assert.deepEqual([signatures(t), transactions(t)], [2, 1]);
  await trade.mineAt(deadline + 601);
  atClock(deadline + 601);
  const paid = await buy(t, how);
  assert.ok(t.told.includes("chain: the payment was not sent before its deadline"));
  assert.deepEqual([signatures(t), transactions(t)], [4, 2]);
  assert.ok(paid.signed!.deadline > deadline);

  const other = trade.terminal();
  const next = intent(trade.sold({ token }), { by: "permit" });
  const until = await begun(other, next, closes);
  await trade.mineAt(until.deadline - 60);
  other.wallet.before = saysNo;
  const kept = await buy(other, next);
  assert.deepEqual([kept.step, kept.signed, kept.payment?.hash], ["sent", until, undefined], "a no forgets nothing");
  other.wallet.before = () => undefined;
  const sent = await buy(other, next);
  assert.ok(sent.payment?.hash);
  assert.deepEqual([signatures(other), transactions(other)], [2, 3], "nothing is signed anew");
});

test("what was signed is not signed beside while this computer's clock says that it may still pay, unless its user says so", async () => {
  const t = trade.terminal();
  const how = intent(trade.sold({ token }), { by: "authorization" });
  const { deadline } = await begun(t, how, closes);
  await trade.mineAt(deadline + 1000);
  atClock(deadline + 600);
  const isDoubt = (cause: unknown): boolean => cause instanceof Doubt && cause.overrule === "maybePaid";
  await assert.rejects(buy(t, how), isDoubt);
  assert.deepEqual([signatures(t), transactions(t)], [1, 1]);
  assert.ok((await buy(t, { ...how, maybePaid: true })).payment?.hash);
  assert.deepEqual([signatures(t), transactions(t)], [2, 2]);
});

test("a payment by signature that failed is sent again as it was signed: everybody saw that, and it buys once", async () => {
  const t = trade.terminal();
  const how = intent(trade.sold({ token }), { by: "authorization" });
  t.wallet.before = (asked) => {
    if (asked.method === "eth_sendTransaction") Object.assign(transactionIn(asked), { gas: "0x11170" }); // too little
  };
  const { signed: first } = await buy(t, how);
  t.wallet.before = () => undefined;
  await trade.mine(12);
  const paid = await buy(t, how);
  assert.ok(t.told.includes("chain: the payment failed on chain: nothing was taken but gas"));
  assert.deepEqual(paid.signed, first);
  assert.deepEqual([signatures(t), transactions(t)], [1, 2]);
  assert.ok((await look(t, paid)).order);
});
