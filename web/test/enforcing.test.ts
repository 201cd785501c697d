// When a dispute and a refund are due, to the second, and what has a wallet asked for
// one: once, for an order with something to have back, and for none that was declined.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bytesToHex } from "../protocol/bytes.ts";
import { buy } from "../terminal/buying.ts";
import { type Claim, dispute, enforce, isDue, isRefundable, lastSecond, refund } from "../terminal/enforcing.ts";
import type { News } from "../terminal/news.ts";
import { type Purchase, purchases, save } from "../terminal/purchase.ts";
import { look } from "../terminal/sight.ts";
import { awaitRelease, claimIn } from "../terminal/waiting.ts";
import { eventually } from "./eventually.ts";
import { intent, releaseOf, type TestTerminal, Trade } from "./trade.ts";

let trade: Trade;
let t: TestTerminal;
let p: Purchase;
let claim: Claim;
before(async () => {
  trade = await Trade.start();
  t = trade.terminal();
  p = await buy(t, intent(trade.sold()));
  claim = claimIn(p, await look(t, p))!;
});
after(() => trade.stop());

const day = 86_400;
const at = (time: number, more: Partial<Claim["status"]> = {}): Claim => ({
  ...claim,
  head: { ...claim.head, time },
  status: { ...claim.status, ...more },
});

test("a dispute is due from half time to the last second, where there is money to have back", () => {
  const { time } = claim.order.leaf;
  const last = lastSecond(claim);
  assert.equal(last, (Math.floor(time / day) + 2) * day - 1);
  for (const [when, due] of [
    [time + day / 2 - 1, false],
    [time + day / 2, true],
    [last, true],
    [last + 1, false],
  ] as const)
    assert.equal(isDue(at(when)), due, String(when - time));
  for (const state of ["disputed", "answered", "refunded"] as const) assert.ok(!isDue(at(last, { state })));
  const free = { ...claim.order, leaf: { ...claim.order.leaf, amount: 0n } };
  assert.ok(!isDue({ ...at(last), order: free }));
});

test("a refund is due after the second in which an answer is still taken", () => {
  const deadline = 1_800_000_000;
  const refundable = (time: number, state: Claim["status"]["state"] = "disputed"): boolean =>
    isRefundable(at(time, { state, deadline }));
  assert.deepEqual([refundable(deadline), refundable(deadline + 1)], [false, true]);
  for (const state of ["none", "answered", "refunded"] as const) assert.ok(!refundable(deadline + 1, state));
});

test("what is too late, too early or done has no wallet asked", async () => {
  const late = at(lastSecond(claim) + 1);
  await assert.rejects(dispute(t, p, late), /too late: the money is the publisher's/);
  for (const state of ["disputed", "answered", "refunded"] as const)
    await assert.rejects(dispute(t, p, at(claim.head.time, { state })), new RegExp(`the order was ${state} before`));
  const deadline = claim.head.time;
  await assert.rejects(refund(t, p, at(deadline, { state: "disputed", deadline })), /too early/);
  for (const state of ["none", "answered", "refunded"] as const)
    await assert.rejects(refund(t, p, at(deadline + 1, { state, deadline })), /not disputed|answered|refunded/);
  const elsewhere = { ...t.wallet, provider: { request: () => Promise.resolve("0x1") } };
  await assert.rejects(dispute({ ...t, wallet: elsewhere }, p, claim), /the wallet is on chain 1/);
  assert.equal(t.wallet.asked.length, 1);
});

test("while a wallet's user is away it is asked once, however often the chain is looked at", async () => {
  const away = trade.terminal();
  const bought = await buy(away, intent(trade.sold()));
  await trade.anvil.sleep(day / 2 + 1);
  let answer: () => void = () => undefined;
  away.wallet.before = () => new Promise<void>((resolve) => (answer = resolve));
  const [stop, heard]: [AbortController, News[]] = [new AbortController(), []];
  const over = awaitRelease(away, bought, { stay: true, watch: (news) => void heard.push(news) }, stop.signal);
  over.catch(() => undefined);
  await eventually(async () => away.wallet.asked.length > 1);
  const looks = (): number => heard.filter(({ of }) => of === "chain").length;
  const before = looks();
  await eventually(async () => looks() > before + 4);
  assert.equal(away.wallet.asked.length, 2, "the payment, and one dispute");
  stop.abort(new Error("the page was closed"));
  answer();
  await assert.rejects(over, /page was closed/);
});

test("a dispute that was refused in this wait or declined is not made by itself; one declined for another order is", async () => {
  const other = trade.terminal();
  const bought = await buy(other, intent(trade.sold()));
  await trade.anvil.sleep(day / 2 + 1);
  const due = claimIn(bought, await look(other, bought))!;
  const { from } = bought.payment!;
  const here = { ...bought, dispute: { order: bytesToHex(due.order.order), from, declined: true } as const };
  assert.equal(await enforce(other, bought, due, { refused: new Set(["dispute"]) }), bought, "refused in this wait");
  assert.equal(await enforce(other, here, due, { refused: new Set() }), here, "declined for this order");
  assert.equal(other.wallet.asked.length, 1);
  const declined = { order: `0x${"ee".repeat(32)}`, from, declined: true } as const;
  const moved = await enforce(other, { ...bought, dispute: declined }, due, { refused: new Set() });
  assert.ok(moved.dispute?.hash);
  assert.equal((await look(other, bought)).status?.state, "disputed");
  // It is on its way, or done: by itself it is not asked for beside that.
  const again = await enforce(other, moved, due, { refused: new Set() });
  assert.equal(again, moved);
  assert.equal(other.wallet.asked.length, 2);
});

test("a dispute that is on its way is not asked for beside itself", async () => {
  const sent = trade.terminal();
  const bought = await buy(sent, intent(trade.sold()));
  await trade.anvil.sleep(day / 2 + 1);
  const due = claimIn(bought, await look(sent, bought))!;
  sent.wallet.after = () => undefined;
  let kept: Purchase["dispute"];
  sent.wallet.before = async () => void (kept = (await purchases(sent.storage))[0]?.dispute);
  await trade.withoutMining(async () => {
    const moved = await enforce(sent, bought, due, { refused: new Set() });
    const { hash: _, ...asked } = moved.dispute!;
    assert.deepEqual(kept, asked, "it is written down before the wallet is asked");
    assert.equal(await enforce(sent, moved, due, { refused: new Set() }), moved);
    assert.equal(await dispute(sent, moved, due), moved);
    assert.equal(sent.wallet.asked.length, 2);
  });
});

test("a move is neither written down nor asked for where a release came while it was tried", async () => {
  const own = trade.terminal();
  const bought = await buy(own, intent(trade.sold()));
  const due = claimIn(bought, await look(own, bought))!;
  const released = await save(own.storage, { ...bought, step: "released", release: releaseOf(bought) });
  const over = new AbortController();
  const chain = trade.chain(
    trade.liar(({ method }, reply) => {
      if (method === "eth_estimateGas") over.abort(new Error("the key came"));
      return reply;
    }),
  );
  await assert.rejects(dispute({ ...own, chain }, bought, due, over.signal), /the key came/);
  assert.deepEqual(await purchases(own.storage), [released]);
  assert.equal(own.wallet.asked.length, 1);
});

test("an order whose payer proved nothing is disputed by a proof of one's own", async () => {
  const own = trade.terminal();
  const bought = await buy(own, intent(trade.sold()));
  const { order, ...rest } = claimIn(bought, await look(own, bought))!;
  const false64 = new Uint8Array(64).fill(1);
  assert.ok((await dispute(own, bought, { ...rest, order: { ...order, proof: false64 } })).dispute?.hash);
  await eventually(async () => (await look(own, bought)).status?.state === "disputed");
});

test("what was paid in a token is disputed by itself however dear gas is: its worth is not known", async () => {
  const own = trade.terminal();
  const bought = await buy(own, intent(trade.sold({ token: await trade.token() })));
  await trade.anvil.sleep(day / 2 + 1);
  const due = claimIn(bought, await look(own, bought))!;
  const dear = { ...due, head: { ...due.head, baseFee: 1000n * 10n ** 9n } };
  assert.ok((await enforce(own, bought, dear, { refused: new Set() })).dispute?.hash);
});
