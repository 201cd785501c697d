// An order that nobody releases: its dispute, the answer on chain, the refund. Time
// goes by on Anvil, with the contracts that stand on every chain.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bytesToHex } from "../protocol/bytes.ts";
import { contractsOf } from "../protocol/contracts.ts";
import { affineG1, affineG2 } from "../protocol/point.ts";
import { blindedPoint } from "../protocol/release.ts";
import { parseHash, toAddress } from "../protocol/word.ts";
import { buy, type Intent } from "../terminal/buying.ts";
import { type Argument, type Call, dataOf, leafArgument, pointArgument } from "../terminal/calldata.ts";
import { Chain } from "../terminal/chain.ts";
import { claimCall } from "../terminal/dispute.ts";
import { httpEndpoint } from "../terminal/endpoint.ts";
import { dispute, next, refund, span } from "../terminal/enforcing.ts";
import { Node } from "../terminal/node.ts";
import { answerTo, askClaims, nothingKnown, provePath } from "../terminal/orders.ts";
import { keyOf, listingOf, orderIn, type Purchase, purchases } from "../terminal/purchase.ts";
import { look } from "../terminal/sight.ts";
import { MemoryStorage } from "../terminal/storage.ts";
import { send, type Terminal } from "../terminal/terminal.ts";
import { awaitRelease, claimIn } from "../terminal/waiting.ts";
import { type Anvil, richKey, startAnvil } from "./anvil.ts";
import { codeHashes } from "./demo.ts";
import { pause } from "../terminal/pause.ts";
import { eventually } from "./eventually.ts";
import { madeUp, secret } from "./listings.ts";
import { forgingEndpoint, type RpcCall, type RpcReply, sayingNode, type Server } from "./servers.ts";
import { type TestWallet, walletOf } from "./wallets.ts";

let anvil: Anvil;
let idle: Server; // a node that never releases
let wallet: TestWallet;
const halfDay = 43_200;
const price = 10n ** 16n;

before(async () => {
  anvil = await startAnvil();
  idle = await sayingNode({ state: "seen", confirmations: { had: 1, needed: 2 } });
  wallet = richWallet();
});
after(async () => {
  await idle.close();
  await anvil.stop();
});

// Anvil answers before the block is made.
function richWallet(): TestWallet {
  const made = walletOf(richKey, anvil.rpc);
  made.after = (hash) => eventually(async () => (await anvil.call("eth_getTransactionReceipt", hash)) !== null);
  return made;
}

function terminal(changed: Partial<Terminal> = {}): Terminal & { readonly told: string[] } {
  const told: string[] = [];
  return {
    storage: new MemoryStorage(),
    chain: new Chain(anvil.chainId, [httpEndpoint(anvil.rpc)]),
    nodes: [],
    wallet,
    escrow: anvil.escrow,
    codeHashes: codeHashes(),
    pace: { wait: 1, stagger: 50, patience: 200, chain: 50, search: 10_000 },
    tell: (source, words) => void told.push(`${source}: ${words}`),
    told,
    ...changed,
  };
}

const refundTo = toAddress(new Uint8Array(20).fill(0xb7));
const listing = () => madeUp({ chainId: anvil.chainId, escrow: anvil.escrow, price });
const intent = (): Intent => ({ listing: listing(), refundTo });

async function claimOn(t: Terminal, p: Purchase) {
  const claim = claimIn(p, await look(t, p));
  assert.ok(claim);
  return claim;
}

// Stops waiting once something was said, and what follows it is kept.
async function waitUntil(
  t: ReturnType<typeof terminal>,
  p: Purchase,
  said: RegExp,
  isKept: (now: Purchase) => boolean = () => true,
): Promise<void> {
  const stop = new AbortController();
  const seen = async (): Promise<void> => {
    await pause(100);
    await eventually(async () => isKept((await purchases(t.storage)).at(-1)!));
    stop.abort(new Error("seen"));
  };
  let isSaid = false;
  const told = {
    ...t,
    tell: (source: string, words: string) => {
      t.tell(source, words);
      if (isSaid || !said.test(`${source}: ${words}`)) return;
      isSaid = true;
      void seen();
    },
  };
  await assert.rejects(awaitRelease(told, p, { stay: true }, stop.signal), /seen/);
}

test("an order is disputed at half time by itself, refunded after the deadline, and bought again under another key", async () => {
  const t = terminal({ nodes: [new Node(idle.url)] });
  const p = await buy(t, intent());
  await waitUntil(t, p, /^next: if no key comes, a dispute is due in (11 h 5\d min|12 h)/);
  const sent = wallet.asked.length;
  await anvil.sleep(halfDay - 600);
  await waitUntil(t, p, /^next: if no key comes, a dispute is due in ([5-9]|10) min/);
  assert.equal(wallet.asked.length, sent, "not before half time");
  await anvil.sleep(700);
  const isDisputed = ({ disputed, dispute: sent }: Purchase): boolean =>
    disputed !== undefined && sent?.hash !== undefined;
  await waitUntil(t, p, /^next: the committee may answer for (23 h 5\d min|1 d 0 h)/, isDisputed);
  assert.equal(wallet.asked.length, sent + 1);
  const [disputed] = await purchases(t.storage);
  assert.ok(disputed);
  assert.equal(disputed.disputed?.by, bytesToHex(wallet.address));
  await assert.rejects(refund(t, disputed, await claimOn(t, disputed)), /too early: the committee may answer/);
  await anvil.sleep(86_401);
  // Another page goes on from what was kept, and has the money paid back by itself.
  const later = terminal({ storage: t.storage });
  const back = await awaitRelease(later, disputed, { stay: true });
  assert.equal(back.step, "refunded");
  const balance = await anvil.call("eth_getBalance", bytesToHex(refundTo), "latest");
  assert.equal(BigInt(balance as string), price);
  const again = await buy(terminal({ storage: t.storage }), intent());
  assert.equal(again.attempt, 1);
  assert.notEqual(again.releaseKey, p.releaseKey);
  assert.equal((await purchases(t.storage)).length, 2);
});

function answerCall(p: Purchase, U: Uint8Array): Call {
  const { place, P, Q } = listingOf(p);
  const six: Argument = { type: "bytes32[6]", words: affineG2(Q), dynamic: false, text: "" };
  const args = [leafArgument(orderIn(p)!.leaf), pointArgument(affineG1(P)), six, pointArgument(U)];
  return { chainId: place.chainId, to: place.escrow, value: 0n, name: "answer", args };
}

test("an answer to the dispute is the release, and a forged one is none", async () => {
  const t = terminal();
  const p = await buy(t, {
    ...intent(),
    listing: madeUp({ chainId: anvil.chainId, escrow: anvil.escrow, price: 2n * price }),
  });
  const seen = await look(t, p).then((sight) => claimIn(p, sight)!);
  const asked = await dispute(t, p, seen); // the user does not wait for half time
  await assert.rejects(dispute(t, asked, await claimOn(t, asked)), /was disputed before/);
  const kept = (await purchases(t.storage))[0]!;
  const { place } = listingOf(kept);
  const U = blindedPoint(place, keyOf(kept)).multiply(secret);
  const { order } = await claimOn(t, kept);
  const withOrder = await awaitOrder(t, kept);
  await send(wallet, answerCall(withOrder, affineG1(U)), 1_000_000n);
  const forge = (call: RpcCall, reply: RpcReply) => {
    const [query] = call.params as [{ topics: string[] }];
    if (call.method !== "eth_getLogs" || query.topics[1] !== bytesToHex(order.order)) return reply;
    const logs = reply.result as { data: string }[];
    return { ...reply, result: logs.map((log) => ({ ...log, data: bytesToHex(affineG1(U.double())) })) };
  };
  const server = await forgingEndpoint(anvil.rpc, forge);
  try {
    const chain = new Chain(anvil.chainId, [httpEndpoint(server.url)]);
    const { number } = await chain.head();
    assert.equal(await answerTo(chain, listingOf(kept), keyOf(kept), order, number), undefined);
  } finally {
    await server.close();
  }
  const released = await awaitRelease(t, withOrder, { stay: true });
  assert.equal(released.source, "chain");
  assert.equal(released.step, "released");
  await assert.rejects(dispute(t, released, await claimOn(t, released)), /was released: there is nothing to dispute/);
});

async function awaitOrder(t: Terminal, p: Purchase): Promise<Purchase> {
  await assert.rejects(awaitRelease(t, p, { stay: false }), /not released yet/);
  return (await purchases(t.storage))[0]!;
}

test("paths are made from the peaks before the payment, or from all of the log, whatever was bought since", async () => {
  const t = terminal();
  const made = madeUp({ chainId: anvil.chainId, escrow: anvil.escrow, price: 3n * price });
  const bought: Purchase[] = [];
  for (let n = 0; n < 6; n++) {
    const each = terminal();
    const p = await buy(each, { ...intent(), listing: made });
    bought.push(p);
    const claim = await claimOn(each, p);
    const known = { count: p.peaks!.count, peaks: claimPeaks(p), block: p.since };
    for (const from of [known, nothingKnown, { count: claim.order.leaf.index + 9, peaks: [], block: 1 }])
      await provePath(t.chain, anvil.escrow, claim.order.leaf, from);
  }
  for (const p of bought) {
    const { order } = await claimOn(t, p);
    const path = await provePath(t.chain, anvil.escrow, order.leaf, {
      count: p.peaks!.count,
      peaks: claimPeaks(p),
      block: p.since,
    });
    assert.ok(path.length <= 5);
  }
});

const claimPeaks = (p: Purchase) => p.peaks!.peaks.map((peak) => parseHash(peak));

test("a price below the gas of the way back is not disputed by itself", async () => {
  const t = terminal();
  const p = await buy(t, {
    ...intent(),
    listing: madeUp({ chainId: anvil.chainId, escrow: anvil.escrow, price: 1000n }),
  });
  await anvil.sleep(halfDay + 1);
  const sent = wallet.asked.length;
  await waitUntil(t, p, /^dispute: not disputed by itself: that costs about/);
  assert.equal(wallet.asked.length, sent);
});

test("a dispute that the wallet declines is not asked for again, and can be had by hand", async () => {
  const mine = richWallet();
  const t = terminal({ wallet: mine });
  const p = await buy(t, {
    ...intent(),
    listing: madeUp({ chainId: anvil.chainId, escrow: anvil.escrow, price: 5n * price }),
  });
  await anvil.sleep(halfDay + 1);
  mine.before = () => {
    throw Object.assign(new Error("User rejected the request."), { code: 4001 });
  };
  await waitUntil(t, p, /^dispute: the wallet did not send the transaction/);
  assert.equal(mine.asked.length, 2); // the payment, and one dispute
  mine.before = () => undefined;
  const by = await dispute(t, (await purchases(t.storage))[0]!, await claimOn(t, p));
  assert.ok(by.dispute?.hash);
  assert.match(next(await claimOn(t, by)), /the committee may answer for/);
});

test("money that a refund cannot deliver is claimed for another address", async () => {
  const t = terminal();
  const { factory: owner } = contractsOf(anvil.escrow); // which takes no coin
  const coin = toAddress(new Uint8Array(20));
  const made = madeUp({ chainId: anvil.chainId, escrow: anvil.escrow, price: 7n * price });
  const p = await buy(t, { listing: made, refundTo: owner });
  const disputed = await dispute(t, p, await claimOn(t, p));
  await anvil.sleep(86_401);
  await refund(t, disputed, await claimOn(t, disputed));
  assert.equal(await t.chain.one(askClaims(anvil.escrow, coin, owner)), 7n * price);
  const to = toAddress(new Uint8Array(20).fill(0xb9));
  const from = bytesToHex(owner);
  await anvil.call("anvil_impersonateAccount", from);
  await anvil.call("anvil_setBalance", from, "0xde0b6b3a7640000");
  const call = { from, to: bytesToHex(anvil.escrow), data: bytesToHex(dataOf(claimCall(made.place, coin, to))) };
  const hash = await anvil.call("eth_sendTransaction", call);
  await eventually(async () => (await anvil.call("eth_getTransactionReceipt", hash)) !== null);
  assert.equal(BigInt((await anvil.call("eth_getBalance", bytesToHex(to), "latest")) as string), 7n * price);
  assert.equal(await t.chain.one(askClaims(anvil.escrow, coin, owner)), 0n);
});

test("a payment that failed is paid anew once no reorganisation can bring it back", async () => {
  const mine = richWallet();
  const t = terminal({ wallet: mine });
  const how = { ...intent(), listing: madeUp({ chainId: anvil.chainId, escrow: anvil.escrow, price: 9n * price }) };
  mine.before = ({ params }) => void Object.assign((params as [object])[0], { gas: "0xea60" }); // too little
  const p = await buy(t, how);
  assert.equal(p.step, "sent");
  mine.before = () => undefined;
  await assert.rejects(awaitRelease(t, p, { stay: true }), /failed on chain: nothing was taken but gas/);
  await assert.rejects(buy(t, how), /failed on chain: nothing was taken but gas/);
  await anvil.call("anvil_mine", "0xc");
  await assert.rejects(awaitRelease(t, p, { stay: true }), /took nothing, and never will/);
  assert.equal((await purchases(t.storage))[0]?.step, "prepared");
  const paid = await buy(t, how);
  assert.equal((await claimOn(t, paid)).order.leaf.amount, 9n * price);
  assert.equal(paid.attempt, 0);
});

test("spans are told in their two largest units", () => {
  assert.deepEqual([0, 59, 60, 3600, 90_000].map(span), ["0 s", "59 s", "1 min", "1 h 0 min", "1 d 1 h"]);
});
