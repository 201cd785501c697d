// What gas a wallet is asked to offer: an endpoint's estimate, and room for what other
// purchases change before the transaction is in a block.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { buy } from "../terminal/buying.ts";
import { dispute } from "../terminal/enforcing.ts";
import { look } from "../terminal/sight.ts";
import { claimIn } from "../terminal/waiting.ts";
import { intent, saysNo, Trade, transactionIn } from "./trade.ts";

let trade: Trade;
before(async () => {
  trade = await Trade.start();
});
after(() => trade.stop());

const estimating = () =>
  trade.liar(({ method }, reply) => (method === "eth_estimateGas" ? { result: "0x30d40" } : reply)); // 200,000
const withRoom = 200_000 + 50_000 + 10_000;

test("a payment, an approval and a dispute are given room above the gas that an endpoint estimates", async () => {
  const t = trade.terminal({ chain: trade.chain(estimating()) });
  const asked: number[] = [];
  t.wallet.before = (one) => {
    asked.push(Number(transactionIn(one)["gas"]));
    saysNo();
  };
  await assert.rejects(buy(t, intent(trade.sold())), /User rejected/);
  await assert.rejects(buy(t, intent(trade.sold({ token: await trade.token() }))), /User rejected/);
  const paying = trade.terminal({ storage: t.storage });
  const p = await buy(paying, intent(trade.sold()));
  await assert.rejects(dispute(t, p, claimIn(p, await look(t, p))!), /User rejected/);
  assert.deepEqual(asked, [withRoom, withRoom, withRoom]);
});
