// What is paid, and how often: a wallet is asked once for each payment that is wanted,
// for what was agreed to, whatever was begun, sent or refunded before.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bytesToHex } from "../protocol/bytes.ts";
import { buy, prepare, requests } from "../terminal/buying.ts";
import { dispute, refund } from "../terminal/enforcing.ts";
import { Doubt, type Overruled } from "../terminal/failure.ts";
import { priceOf } from "../terminal/listing.ts";
import { Node } from "../terminal/node.ts";
import { keyOf, type Purchase, purchases, save } from "../terminal/purchase.ts";
import { keep, look } from "../terminal/sight.ts";
import { MemoryStorage } from "../terminal/storage.ts";
import { claimIn } from "../terminal/waiting.ts";
import { intent, releaseOf, saysNo, type TestTerminal, Trade } from "./trade.ts";

let trade: Trade;
before(async () => {
  trade = await Trade.start();
});
after(() => trade.stop());

const only = async (t: TestTerminal): Promise<Purchase> => (await purchases(t.storage))[0]!;
const doubts = (overrule: keyof Overruled) => (cause: unknown) => cause instanceof Doubt && cause.overrule === overrule;

test("a payment whose refund is found when it is bought again is followed by one under another key", async () => {
  const t = trade.terminal();
  const how = intent(trade.sold());
  const first = await buy(t, how);
  // Another device has the money back: here it is known that a payment was sent, and no more.
  const other = trade.terminal();
  const disputed = await dispute(other, first, claimIn(first, await look(other, first))!);
  await trade.anvil.sleep(86_401);
  await refund(other, disputed, claimIn(disputed, await look(other, disputed))!);
  assert.equal((await only(t)).step, "sent");
  const second = await buy(t, how);
  assert.deepEqual([first.attempt, second.attempt], [0, 1]);
  assert.ok(!keyOf(first).equals(keyOf(second)));
  assert.equal((await only(t)).step, "refunded");
  assert.ok((await look(t, second)).order);
  assert.equal(t.wallet.asked.length, 2);
});

test("nothing is to be paid while a payment is on its way, not even another one beside it", async () => {
  const t = trade.terminal();
  t.wallet.after = () => undefined;
  const how = intent(trade.sold());
  await trade.withoutMining(async () => {
    await buy(t, how);
    assert.equal((await prepare(t, how)).survey, undefined);
    assert.deepEqual((await requests(t, how)).calls, []);
    assert.equal((await buy(t, { ...how, again: true })).attempt, 0);
    assert.equal(t.wallet.asked.length, 1);
  });
  assert.equal((await purchases(t.storage)).length, 1);
});

test("a price is what was signed, and not more than was allowed", async () => {
  const t = trade.terminal();
  const listing = trade.sold();
  const price = priceOf(listing);
  for (const does of [prepare, buy])
    await assert.rejects(does(t, intent(listing, { maxPrice: price - 1n })), /more than the \d+ allowed/);
  const { purchase } = await prepare(t, intent(listing, { maxPrice: 2n * price }));
  assert.equal(purchase.maxPrice, String(price), "a product of a factory costs what its terms say");
  assert.deepEqual(t.wallet.asked, []);
});

test("what was begun under other terms is begun anew, and under the same ones gone on with", async () => {
  const t = trade.terminal();
  const how = intent(trade.sold());
  const { purchase } = await prepare(t, how);
  const signed = { kind: "permit", payer: purchase.refundTo, token: "0x", request: "0x", deadline: 1 } as const;
  const begun = await save(t.storage, { ...purchase, step: "approving", signed });
  assert.deepEqual((await prepare(t, how)).purchase.signed, signed);
  const voucher = Uint8Array.of(1);
  const changes = [
    [{ ...begun, data: bytesToHex(voucher) }, how],
    [{ ...begun, refundTo: `0x${"ee".repeat(20)}` }, how],
    [begun, { ...how, data: voucher }],
  ] as const;
  for (const [kept, wanted] of changes) {
    await save(t.storage, kept);
    const now = (await prepare(t, wanted)).purchase;
    assert.equal(now.signed, undefined);
    assert.equal(now.data, bytesToHex(wanted.data ?? new Uint8Array()));
    assert.equal(now.refundTo, bytesToHex(wanted.refundTo));
  }
  // What a product of its own may cost is agreed to by its buyer.
  const own = { ...how, listing: { ...trade.sold(), custom: true } };
  const price = priceOf(own.listing);
  const first = await prepareOwn(t, { ...own, maxPrice: 3n * price });
  assert.equal(first.maxPrice, String(3n * price));
  await save(t.storage, { ...first, step: "approving", signed });
  assert.equal((await prepareOwn(t, { ...own, maxPrice: 2n * price })).maxPrice, String(2n * price));
});

/** Begins to buy from a contract of its own, which is not there. */
async function prepareOwn(t: TestTerminal, how: Parameters<typeof prepare>[1]): Promise<Purchase> {
  await assert.rejects(prepare(t, how), /there is no product contract/);
  const { product } = how.listing.place;
  return (await purchases(t.storage)).find((p) => p.product === bytesToHex(product))!;
}

test("a wallet of another chain is asked to switch, and otherwise for nothing", async () => {
  const t = trade.terminal();
  const asked: string[] = [];
  const provider = {
    request: async ({ method, params }: { method: string; params?: readonly unknown[] }) => {
      asked.push(method);
      return method === "eth_chainId" ? "0x1" : t.wallet.provider.request({ method, params: params ?? [] });
    },
  };
  const wallet = { ...t.wallet, provider };
  await assert.rejects(buy({ ...t, wallet }, intent(trade.sold())), /the wallet is on chain 1, the product is sold on/);
  assert.deepEqual(asked, ["eth_chainId", "wallet_switchEthereumChain", "eth_chainId"]);
});

test("a product that stands and that no node can be heard to serve is paid where its user says so", async () => {
  const listing = trade.sold();
  await buy(trade.terminal(), intent(listing)); // it stands now
  const nodes = [new Node("http://127.0.0.1:9")];
  const t = trade.terminal({ nodes });
  await assert.rejects(buy(t, intent(listing, { maybePaid: true })), doubts("unserved"));
  assert.deepEqual(t.wallet.asked, []);
  assert.ok((await buy(t, intent(listing, { unserved: true }))).payment?.hash);
});

test("a payment is found from its first look on, however long ago that was", async () => {
  const t = trade.terminal();
  const p = await buy(t, intent(trade.sold()));
  await trade.mine(400);
  assert.equal((await look(t, p)).order?.block, p.since + 1);
});

test("what was released stays so, whether its order is seen, or taken back by the chain", async () => {
  const t = trade.terminal();
  const p = await buy(t, intent(trade.sold()));
  const sight = await look(t, p);
  for (const step of ["released", "opened"] as const) {
    const had = { ...p, step, release: releaseOf(p) };
    const seen = await keep(t, had, sight);
    assert.deepEqual([seen.step, seen.order?.hash], [step, bytesToHex(sight.order!.order)]);
    const lost = await keep(t, seen, { head: sight.head });
    assert.deepEqual([lost.step, lost.order, lost.release], [step, undefined, had.release]);
  }
  const seen = await keep(t, p, sight);
  assert.equal((await keep(t, seen, { head: sight.head })).step, "sent");
});

test("a wallet that was asked may still pay: it is asked again where it said no, or its user says so", async () => {
  const t = trade.terminal();
  const how = intent(trade.sold());
  t.wallet.before = saysNo;
  await assert.rejects(buy(t, how), /User rejected/);
  t.wallet.before = () => {
    throw new Error("the page was closed");
  };
  await assert.rejects(buy(t, how), /page was closed/);
  t.wallet.before = () => undefined;
  for (const overruled of [{}, { unserved: true }])
    await assert.rejects(buy(t, { ...how, ...overruled }), doubts("maybePaid"));
  assert.equal(t.wallet.asked.length, 2);
  // The same, where it did pay: its order is found.
  const paid = trade.terminal({ storage: new MemoryStorage() });
  const { after } = paid.wallet;
  paid.wallet.after = async (hash) => {
    await after(hash);
    throw new Error("the page was closed");
  };
  await assert.rejects(buy(paid, how), /page was closed/);
  assert.ok((await buy(paid, how)).order);
  assert.equal(paid.wallet.asked.length, 1);
  assert.ok((await buy(t, { ...how, maybePaid: true })).payment?.hash);
});

test("a payment that no endpoint shows any more is waited for, and paid anew where its user says so", async () => {
  const t = trade.terminal();
  const { after } = t.wallet;
  t.wallet.after = () => undefined;
  const how = intent(trade.sold());
  await trade.withoutMining(async () => {
    const { payment: unheard } = await buy(t, how);
    const { payment } = await buy(t, how);
    assert.deepEqual([unheard?.nonce, typeof payment?.nonce], [undefined, "number"]);
    await trade.anvil.call("anvil_dropTransaction", payment!.hash);
    for (const kept of [unheard!, payment!]) {
      await save(t.storage, { ...(await only(t)), payment: kept });
      assert.equal((await buy(t, how)).payment?.hash, payment!.hash);
    }
    assert.equal(t.wallet.asked.length, 1);
  });
  t.wallet.after = after;
  const anew = await buy(t, { ...how, maybePaid: true });
  assert.equal(t.wallet.asked.length, 2);
  assert.ok((await look(t, anew)).order);
});
