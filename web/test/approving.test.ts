// Paying in a token by approval: of exactly the price, for whoever takes it, once, and
// seen on the chain before the payment is asked for.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bytesToHex } from "../protocol/bytes.ts";
import { contractsOf } from "../protocol/contracts.ts";
import type { Address } from "../protocol/word.ts";
import { buy, requests } from "../terminal/buying.ts";
import { dataOf } from "../terminal/calldata.ts";
import { priceOf } from "../terminal/listing.ts";
import { approveCall } from "../terminal/payment.ts";
import { look } from "../terminal/sight.ts";
import { holdings } from "../terminal/token.ts";
import { intent, otherKey, saysNo, type TestTerminal, Trade, transactionIn } from "./trade.ts";

let trade: Trade;
let token: Address;
before(async () => {
  trade = await Trade.start();
  token = await trade.token();
});
after(() => trade.stop());

/** Notes what a wallet is asked to send. */
function noting(t: TestTerminal): Readonly<Record<string, string>>[] {
  const sent: Readonly<Record<string, string>>[] = [];
  t.wallet.before = (asked) => void sent.push({ ...transactionIn(asked) });
  return sent;
}

test("who puts the product on the chain may take the price, and once it stands the escrow alone", async () => {
  const listing = trade.sold({ token });
  const { router } = contractsOf(trade.anvil.escrow);
  for (const spender of [router, trade.anvil.escrow]) {
    const t = trade.terminal();
    const { calls } = await requests(t, intent(listing));
    const sent = noting(t);
    const p = await buy(t, intent(listing));
    const approval = approveCall(listing, spender, priceOf(listing));
    assert.deepEqual(
      [sent.length, sent[0]?.["to"], sent[0]?.["data"]],
      [2, bytesToHex(token), bytesToHex(dataOf(approval))],
    );
    assert.equal(sent[1]?.["to"], bytesToHex(spender));
    assert.deepEqual(
      calls.map(({ to }) => bytesToHex(to)),
      [bytesToHex(token), bytesToHex(spender)],
    );
    assert.ok((await look(t, p)).order);
    const left = await holdings(t.chain, token, t.wallet.address, spender);
    assert.equal(left.allowed, 0n, "nothing is left to take");
  }
});

test("what was allowed before is not asked for again", async () => {
  const t = trade.terminal();
  const how = intent(trade.sold({ token }));
  let asked = 0;
  t.wallet.before = () => {
    if (++asked === 2) saysNo();
  };
  await assert.rejects(buy(t, how), /User rejected/);
  const sent = noting(t);
  assert.ok((await look(t, await buy(t, how))).order);
  assert.equal(sent.length, 1, "the payment alone");
});

test("an account that holds too little is asked for nothing", async () => {
  const t = trade.terminal({ wallet: trade.wallet(otherKey) });
  await assert.rejects(buy(t, intent(trade.sold({ token }))), /not enough money: \d+ base units of .* is missing/);
  assert.deepEqual(t.wallet.asked, []);
});

test("the payment is asked for once the approval is seen, and not before", async () => {
  const t = trade.terminal();
  const { after } = t.wallet;
  t.wallet.after = () => undefined;
  const sent = noting(t);
  await trade.anvil.call("evm_setAutomine", false);
  const stop = new AbortController();
  try {
    const buying = buy(t, intent(trade.sold({ token })), stop.signal);
    buying.catch(() => undefined);
    while (sent.length === 0) await new Promise((resolve) => setImmediate(resolve));
    for (let n = 0; n < 5; n++) await holdings(t.chain, token, t.wallet.address, trade.anvil.escrow);
    assert.equal(sent.length, 1);
    t.wallet.after = after;
    await trade.anvil.call("evm_setAutomine", true);
    await trade.anvil.call("evm_mine");
    assert.ok((await look(t, await buying)).order);
    assert.equal(sent.length, 2);
  } finally {
    stop.abort(new Error("the test is over"));
    await trade.anvil.call("evm_setAutomine", true);
  }
});
