// Endpoints that lie, whoever copies a payment, a second device with the same seed, and
// copies that were changed: what they can have a buyer pay, and what they cannot.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { privateKeyToAccount } from "viem/accounts";
import { bytesToHex } from "../protocol/bytes.ts";
import { compressG1 } from "../protocol/point.ts";
import { blindedPoint } from "../protocol/release.ts";
import { parseAddress, toAddress } from "../protocol/word.ts";
import { exportAll, importAll } from "../terminal/backup.ts";
import { buy, type Intent, payingCall, prepare } from "../terminal/buying.ts";
import { Chain } from "../terminal/chain.ts";
import { httpEndpoint } from "../terminal/endpoint.ts";
import { dispute, refund } from "../terminal/enforcing.ts";
import { feesNow } from "../terminal/fees.ts";
import type { Listing } from "../terminal/listing.ts";
import { keyOf, newPurchase, orderIn, parsePurchase, type Purchase, purchases, save } from "../terminal/purchase.ts";
import { carryOn } from "../terminal/resuming.ts";
import { fateOf, keep, look } from "../terminal/sight.ts";
import { spotPayment } from "../terminal/spotting.ts";
import { MemoryStorage } from "../terminal/storage.ts";
import { send, type Terminal } from "../terminal/terminal.ts";
import { awaitRelease, claimIn, getReceipt } from "../terminal/waiting.ts";
import { type Anvil, richKey, startAnvil } from "./anvil.ts";
import { codeHashes } from "./demo.ts";
import { eventually } from "./eventually.ts";
import { madeUp, secret } from "./listings.ts";
import { forgingEndpoint, type RpcCall, type RpcReply } from "./servers.ts";
import { type TestWallet, walletOf } from "./wallets.ts";

const otherKey = "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d"; // Anvil's second account
const refundTo = toAddress(new Uint8Array(20).fill(0xb7));
const strangers = toAddress(new Uint8Array(20).fill(0xee));

let anvil: Anvil;
before(async () => {
  anvil = await startAnvil();
});
after(() => anvil.stop());

const mined = (hash: string): Promise<void> =>
  eventually(async () => (await anvil.call("eth_getTransactionReceipt", hash)) !== null);

function walletFor(key: `0x${string}` = richKey): TestWallet {
  const made = walletOf(key, anvil.rpc);
  made.after = mined;
  return made;
}

function terminal(changed: Partial<Terminal> = {}): Terminal {
  return {
    storage: new MemoryStorage(),
    chain: new Chain(anvil.chainId, [httpEndpoint(anvil.rpc)]),
    nodes: [],
    wallet: walletFor(),
    escrow: anvil.escrow,
    codeHashes: codeHashes(),
    pace: { wait: 1, stagger: 20, patience: 200, chain: 50, search: 10_000 },
    tell: () => undefined,
    ...changed,
  };
}

let price = 10n ** 16n;
function sold(): Listing {
  price += 1n; // a product of its own
  return madeUp({ chainId: anvil.chainId, escrow: anvil.escrow, price });
}

const intent = (listing: Listing, more: Partial<Intent> = {}): Intent => ({ listing, refundTo, ...more });

/** Works with an endpoint that forges, asked before an honest one, and alone. */
async function lying(
  forge: (call: RpcCall, reply: RpcReply) => unknown,
  work: (both: Chain, alone: Chain) => Promise<void>,
): Promise<void> {
  const server = await forgingEndpoint(anvil.rpc, forge);
  try {
    const liar = httpEndpoint(server.url);
    await work(new Chain(anvil.chainId, [liar, httpEndpoint(anvil.rpc)]), new Chain(anvil.chainId, [liar]));
  } finally {
    await server.close();
  }
}

const answering =
  (method: string, result: unknown) =>
  (call: RpcCall, reply: RpcReply): unknown =>
    call.method === method ? { id: reply.id, result } : reply;

// The escrow keeps no list of keys: it takes an order as often as it is paid. What
// keeps a second device from paying is its look at the chain, which the first one's
// payment has to have reached.
test("two devices of one seed that pay at once pay twice; one that looks after the other finds its order", async () => {
  const listing = sold();
  const first = terminal();
  await newPurchase(first.storage, listing, { maxPrice: price, refundTo, data: new Uint8Array() }, 0);
  const file = await exportAll(first.storage);
  const second = terminal({ wallet: walletFor(otherKey) });
  const third = terminal();
  for (const { storage } of [second, third]) await importAll(storage, file);
  await anvil.call("evm_setAutomine", false);
  try {
    const wallets = [first, second].map(({ wallet }) => wallet as TestWallet);
    for (const wallet of wallets) wallet.after = () => undefined;
    await Promise.all([buy(first, intent(listing)), buy(second, intent(listing))]);
  } finally {
    await anvil.call("evm_mine");
    await anvil.call("evm_setAutomine", true);
  }
  const seen = await Promise.all([first, second].map(async (t) => spotPayment(t, (await purchases(t.storage))[0]!)));
  assert.equal(seen[0]!.releaseKey, seen[1]!.releaseKey);
  assert.notEqual(seen[0]!.order?.hash, seen[1]!.order?.hash, "each waits for its own order");
  for (const [i, t] of [first, second].entries())
    assert.equal(bytesToHex(orderIn(seen[i]!)!.leaf.payer), bytesToHex(t.wallet!.address));
  const late = await buy(third, intent(listing));
  assert.equal((third.wallet as TestWallet).asked.length, 0);
  assert.ok(late.order, "it takes one of the two for its own");
});

test("a copier who pays for one's key before oneself gets no order of his disputed in one's place", async () => {
  const listing = sold();
  const mine = terminal();
  const { purchase } = await prepare(mine, intent(listing));
  const call = await payingCall(mine, { ...purchase, refundTo: bytesToHex(strangers) }, false);
  await send(walletFor(otherKey), call, 2_000_000n); // the same key, and the money back to himself
  const own = await payingCall(mine, purchase, true);
  await send(mine.wallet!, own, 2_000_000n);
  // The page was closed before the wallet answered: no transaction is known.
  const { order } = await look(mine, { ...purchase, step: "sent", payment: { from: bytesToHex(refundTo) } });
  assert.equal(bytesToHex(order!.leaf.refundTo), bytesToHex(refundTo));
  const fresh = await prepare(mine, intent(listing));
  assert.equal(bytesToHex(orderIn(fresh.purchase)!.leaf.refundTo), bytesToHex(refundTo));
});

test("an endpoint that says that the money went back has nothing paid again, where another knows better", async () => {
  const listing = sold();
  const t = terminal();
  const p = await buy(t, intent(listing));
  const word = (n: number | string): string => BigInt(n).toString(16).padStart(64, "0");
  const back = `0x${word(3)}${word(1)}${word(1)}${word(1)}`;
  const forge = (call: RpcCall, reply: RpcReply): unknown => {
    const length = (reply.result as string | undefined)?.length;
    return call.method === "eth_call" && length === 2 + 4 * 64 ? { id: reply.id, result: back } : reply;
  };
  await lying(forge, async (both, alone) => {
    const kept = await keep({ ...t, chain: both }, p, await look({ ...t, chain: both }, p));
    assert.equal(kept.step, "confirmed");
    const asked = (t.wallet as TestWallet).asked.length;
    assert.equal((await buy({ ...t, chain: both }, intent(listing))).attempt, 0);
    assert.equal((t.wallet as TestWallet).asked.length, asked);
    // Alone it is believed: whoever has one endpoint trusts it with that.
    assert.equal((await look({ ...t, chain: alone }, p)).status?.state, "refunded");
  });
});

test("an endpoint that says that a payment failed, or was replaced, has it not paid anew where another shows it", async () => {
  const listing = sold();
  const t = terminal();
  (t.wallet as TestWallet).after = () => undefined;
  await anvil.call("anvil_mine", "0x20");
  await anvil.call("evm_setAutomine", false);
  try {
    const p = await buy(t, intent(listing));
    const hash = p.payment!.hash!;
    const failed = answering("eth_getTransactionReceipt", { status: "0x0", blockNumber: "0x0" });
    await lying(failed, async (both, alone) => {
      const sent = { ...p.payment!, hash };
      assert.equal((await fateOf({ ...t, chain: both }, sent)).fate, "pending");
      assert.equal((await fateOf({ ...t, chain: alone }, sent)).fate, "reverted");
      const kept = await carryOn({ ...t, chain: both }, p, { maybePaid: true });
      assert.equal(kept.payment?.hash, hash, "not even where its user would pay anyway");
    });
    const replaced = (call: RpcCall, reply: RpcReply): unknown => {
      if (call.method === "eth_getTransactionByHash") return { id: reply.id, result: { nonce: "0x0" } };
      return call.method === "eth_getTransactionCount" ? { id: reply.id, result: "0x99" } : reply;
    };
    await lying(replaced, async (both, alone) => {
      const sent = { ...p.payment!, hash };
      assert.equal((await fateOf({ ...t, chain: both }, sent)).fate, "pending");
      assert.equal((await fateOf({ ...t, chain: alone }, sent)).fate, "replaced");
    });
  } finally {
    await anvil.call("evm_mine");
    await anvil.call("evm_setAutomine", true);
  }
});

test("the escrow's code is shown by every endpoint that answers, not by the first alone", async () => {
  const t = terminal();
  for (const code of ["0x", "0x6001"]) {
    await lying(answering("eth_getCode", code), async (both) => {
      const turned = new Chain(anvil.chainId, [...both.endpoints].reverse());
      for (const chain of [both, turned])
        await assert.rejects(buy({ ...t, chain }, intent(sold())), /there is no escrow|not the known one/);
    });
  }
  const dead = httpEndpoint("http://127.0.0.1:9");
  const beside = new Chain(anvil.chainId, [dead, ...t.chain.endpoints]);
  assert.equal((await buy({ ...t, chain: beside }, intent(sold()))).step, "sent");
});

test("no endpoint has a tip offered beyond what any chain asks for", async () => {
  const t = terminal();
  await lying(answering("eth_maxPriorityFeePerGas", "0xffffffffffffffffff"), async (_, alone) => {
    const fees = await feesNow({ ...t, chain: alone }, await t.chain.head());
    assert.equal(fees.tip, 50n * 10n ** 9n);
  });
  const honest = await feesNow(t, await t.chain.head());
  assert.ok(honest.tip < 50n * 10n ** 9n);
});

test("a purchase of another escrow, or another chain, is neither waited for nor disputed nor looked for", async () => {
  const t = terminal();
  const own = await buy(t, intent(sold()));
  const sight = await look(t, own);
  const claim = claimIn(own, sight)!;
  const elsewhere = madeUp({ chainId: anvil.chainId, escrow: strangers });
  const terms = { maxPrice: 1_000_000n, refundTo, data: new Uint8Array() };
  const other = await newPurchase(new MemoryStorage(), elsewhere, terms, 0);
  const far = await newPurchase(new MemoryStorage(), madeUp({ chainId: 5, escrow: anvil.escrow }), terms, 0);
  for (const [p, why] of [
    [other, /nobody vouches for/],
    [far, /is sold on chain 5/],
  ] as const) {
    const paid: Purchase = { ...p, step: "sent", payment: { from: bytesToHex(refundTo) } };
    await assert.rejects(awaitRelease(t, paid, { stay: false }), why);
    await assert.rejects(getReceipt(t, paid), why);
    await assert.rejects(spotPayment(t, paid), why);
    await assert.rejects(dispute(t, paid, claim), why);
    const disputed = { ...claim, status: { ...claim.status, state: "disputed" as const } };
    await assert.rejects(refund(t, paid, disputed), why);
  }
});

test("a payment that is on its way is not asked for again, and is written down before the wallet is asked", async () => {
  const listing = sold();
  const t = terminal();
  const wallet = t.wallet as TestWallet;
  let kept: Purchase | undefined;
  wallet.before = async () => {
    kept = (await purchases(t.storage))[0];
  };
  wallet.after = () => undefined;
  await anvil.call("evm_setAutomine", false);
  try {
    const p = await buy(t, intent(listing));
    assert.deepEqual([kept?.step, kept?.payment], ["sent", { from: bytesToHex(wallet.address) }]);
    assert.deepEqual(await buy(t, intent(listing)), { ...p, payment: { ...p.payment!, nonce: await nonceOf(p) } });
    assert.equal(wallet.asked.length, 1);
  } finally {
    await anvil.call("evm_mine");
    await anvil.call("evm_setAutomine", true);
  }
});

async function nonceOf(p: Purchase): Promise<number> {
  const { nonce } = (await anvil.call("eth_getTransactionByHash", p.payment!.hash)) as { nonce: string };
  return Number(nonce);
}

test("nothing is bought for nobody, nor with a seed that is not the one of what was begun", async () => {
  const t = terminal();
  const listing = sold();
  const nobody = toAddress(new Uint8Array(20));
  await assert.rejects(buy(t, intent(listing, { refundTo: nobody })), /nobody is named/);
  await prepare(t, intent(listing));
  await t.storage.put("seed", `0x${"11".repeat(32)}`);
  await assert.rejects(buy(t, intent(listing)), /not the one that/);
  await t.storage.put("seed", "0x1111");
  await assert.rejects(buy(t, intent(listing)), /seed that was kept is damaged/);
  assert.equal((t.wallet as TestWallet).asked.length, 0);
});

test("what was bought is bought again beside it, under another key; what was begun under other terms is begun anew", async () => {
  const t = terminal();
  const listing = sold();
  const { purchase } = await prepare(t, intent(listing));
  const release = bytesToHex(compressG1(blindedPoint(listing.place, keyOf(purchase)).multiply(secret)));
  const had = await save(t.storage, { ...purchase, step: "opened", release });
  const again = await buy(t, intent(listing, { again: true }));
  assert.equal(again.attempt, 1);
  assert.deepEqual((await purchases(t.storage))[0], had);
  // The one whose payment may come goes on, whatever later attempt there is.
  await newPurchase(t.storage, listing, { maxPrice: price, refundTo, data: new Uint8Array() }, 7);
  const sent = (t.wallet as TestWallet).asked.length;
  assert.equal((await buy(t, intent(listing))).attempt, 1);
  assert.equal((t.wallet as TestWallet).asked.length, sent);
  const other = terminal();
  const next = sold();
  const { purchase: begun } = await prepare(other, intent(next));
  const from = bytesToHex(other.wallet!.address);
  await save(other.storage, { ...begun, custom: true, step: "approving", approval: { from } });
  assert.equal((await prepare(other, intent(next))).purchase.custom, false);
});

test("a copy that was changed names neither price nor who gets the money back, where one pays anyway", async () => {
  const listing = sold();
  const t = terminal();
  const { purchase } = await prepare(t, intent(listing));
  const from = bytesToHex(parseAddress(privateKeyToAccount(richKey).address.toLowerCase()));
  await save(t.storage, { ...purchase, step: "sent", payment: { from }, refundTo: bytesToHex(strangers) });
  const paid = await buy(t, intent(listing, { maybePaid: true }));
  const seen = await spotPayment(t, paid);
  assert.equal(bytesToHex(orderIn(seen)!.leaf.refundTo), bytesToHex(refundTo));
  const text = JSON.stringify({ ...purchase, maxPrice: String(2n * price) });
  assert.throws(() => parsePurchase(text), /its terms say/);
});
