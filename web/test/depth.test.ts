// How deep a block must be before its word counts: a payment's confirmations, and the
// failure of one, or another transaction of its number, that lets it be paid anew.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bytesToHex } from "../protocol/bytes.ts";
import { progress } from "../terminal/asking.ts";
import { buy } from "../terminal/buying.ts";
import { keep, look, settledDepth } from "../terminal/sight.ts";
import type { Purchase } from "../terminal/purchase.ts";
import { intent, refundTo, Trade, transactionIn, type TestTerminal } from "./trade.ts";

let trade: Trade;
before(async () => {
  trade = await Trade.start();
  await trade.mine(2 * settledDepth); // no count is asked for before the chain's beginning
});
after(() => trade.stop());

const now = async (t: TestTerminal, p: Purchase): Promise<string> => (await keep(t, p, await look(t, p))).step;

test("a payment is confirmed with as many blocks as its offer asks for, its own among them", async () => {
  for (const [confirmations, more] of [
    [0, 0],
    [1, 0],
    [2, 1],
    [7, 6],
  ] as const) {
    const t = trade.terminal();
    const p = await buy(t, intent(trade.sold({ confirmations })));
    if (more > 0) {
      await trade.mine(more - 1);
      assert.equal(await now(t, p), "seen", `${confirmations} with one too few`);
      await trade.mine(1);
    }
    assert.equal(await now(t, p), "confirmed", String(confirmations));
  }
});

test("no number of blocks is finality: of that a node tells", async () => {
  const t = trade.terminal();
  const p = await buy(t, intent(trade.sold({ confirmations: 255 })));
  await trade.mine(300);
  assert.equal(await now(t, p), "seen");
  const at = { had: 301, needed: 255, deadline: 0 };
  const words = (finalised: boolean): string =>
    progress({ state: "seen", confirmations: { ...at, finalised }, deadline: 0 });
  assert.equal(words(true), "seen, 301 confirmations, waiting for its block to be finalised");
  assert.equal(words(false), "seen, 301 of 255 confirmations");
});

test("a payment whose number another transaction took is paid anew once that one is 12 blocks deep, and not before", async () => {
  const t = trade.terminal();
  t.wallet.after = () => undefined;
  const how = intent(trade.sold());
  await trade.withoutMining(async () => {
    await buy(t, how);
    const { payment } = await buy(t, how); // it is on its way, and its number is written down
    assert.ok(payment?.nonce !== undefined);
    await trade.anvil.call("anvil_dropTransaction", payment.hash);
    const nonce = `0x${payment.nonce.toString(16)}`;
    const other = { from: payment.from, to: bytesToHex(refundTo), value: "0x1", nonce };
    await trade.anvil.call("eth_sendTransaction", other);
  }); // in a block now
  for (const more of [0, settledDepth - 1]) {
    await trade.mine(more);
    await assert.rejects(buy(t, how), /another transaction of the account has the number/);
  }
  assert.equal(t.wallet.asked.length, 1);
  await trade.mine(1);
  t.wallet.after = trade.wallet().after;
  const paid = await buy(t, how);
  assert.ok(t.told.includes("chain: the payment was replaced by another transaction of the account"));
  assert.equal(t.wallet.asked.length, 2);
  assert.equal(await now(t, paid), "confirmed");
});

test("a payment that failed is paid anew once that is 12 blocks deep, and not before", async () => {
  const t = trade.terminal();
  const how = intent(trade.sold());
  t.wallet.before = (asked) => void Object.assign(transactionIn(asked), { gas: "0xea60" }); // too little
  await buy(t, how);
  t.wallet.before = () => undefined;
  for (const more of [0, settledDepth - 1]) {
    if (more > 0) await trade.mine(more);
    await assert.rejects(buy(t, how), /failed on chain: nothing was taken but gas/);
  }
  await trade.mine(1);
  assert.equal(await now(t, await buy(t, how)), "confirmed");
});
