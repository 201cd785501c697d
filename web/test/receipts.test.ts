// Receipts beside releases: one counts where it verifies for the order that the chain
// shows, and a release is worth no less without.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bytesToHex } from "../protocol/bytes.ts";
import { receiptPoint } from "../protocol/place.ts";
import { compressG1 } from "../protocol/point.ts";
import { buy } from "../terminal/buying.ts";
import { Node } from "../terminal/node.ts";
import { orderIn, type Purchase } from "../terminal/purchase.ts";
import { spotPayment } from "../terminal/spotting.ts";
import { awaitRelease, getReceipt } from "../terminal/waiting.ts";
import { secret } from "./listings.ts";
import { sayingNode } from "./servers.ts";
import { intent, releaseOf, type TestTerminal, Trade } from "./trade.ts";

let trade: Trade;
before(async () => {
  trade = await Trade.start();
});
after(() => trade.stop());

async function bought(t: TestTerminal): Promise<Purchase> {
  return spotPayment(t, await buy(t, intent(trade.sold())));
}

function receiptOf(p: Purchase, by = secret): string {
  const { order } = orderIn(p)!;
  const { chainId, escrow } = { chainId: p.chainId, escrow: trade.anvil.escrow };
  return bytesToHex(compressG1(receiptPoint({ chainId, escrow, order }).multiply(by)));
}

/** Works with nodes that release, and say more. */
async function saying<T>(p: Purchase, more: readonly object[], work: (nodes: Node[]) => Promise<T>): Promise<T> {
  const released = { state: "released", confirmations: { had: 1, needed: 1 }, release: releaseOf(p) };
  const servers = await Promise.all(more.map((one) => sayingNode({ ...released, ...one })));
  try {
    return await work(servers.map(({ url }) => new Node(url)));
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

test("a receipt beside a release is kept where it verifies for the order on chain, and for no other", async () => {
  const t = trade.terminal();
  const [p, other] = [await bought(t), await bought(trade.terminal())];
  const order = p.order!.hash;
  const cases = [
    [{ order, receipt: receiptOf(p) }, receiptOf(p)],
    [{ order, receipt: receiptOf(p, 2n * secret) }, undefined],
    [{ order, receipt: receiptOf(other) }, undefined],
    [{ order: other.order!.hash, receipt: receiptOf(other) }, undefined],
    [{ order, receipt: "0x00" }, undefined],
    [{ receipt: receiptOf(p) }, undefined],
  ] as const;
  for (const [said, kept] of cases) {
    const got = await saying(p, [said], (nodes) => awaitRelease({ ...t, nodes }, p, { stay: false }));
    assert.deepEqual([got.step, got.release, got.receipt], ["released", releaseOf(p), kept]);
  }
});

test("a receipt that is asked for is taken from the first node whose own verifies", async () => {
  const t = trade.terminal();
  const p = await bought(t);
  const [good, bad] = [{ receipt: receiptOf(p) }, { receipt: receiptOf(p, 2n * secret) }];
  await saying(p, [bad, {}, good], async (nodes) => {
    assert.equal((await getReceipt({ ...t, nodes }, p)).receipt, good.receipt);
    await assert.rejects(getReceipt({ ...t, nodes: nodes.slice(0, 2) }, p), /no node gave the receipt: .*has none now/);
  });
});
