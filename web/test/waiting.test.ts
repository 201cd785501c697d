// What is heard while a purchase is waited for, and what waits beside it: nodes that
// are dead or lie, a wallet whose user is away, blocks that are taken back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ascii, bytesToHex } from "../protocol/bytes.ts";
import { keccak } from "../protocol/hashing.ts";
import { compressG1 } from "../protocol/point.ts";
import { blindedPoint } from "../protocol/release.ts";
import { toAddress } from "../protocol/word.ts";
import { buy } from "../terminal/buying.ts";
import { dataOf } from "../terminal/calldata.ts";
import { Chain } from "../terminal/chain.ts";
import { refundCall } from "../terminal/dispute.ts";
import { httpEndpoint } from "../terminal/endpoint.ts";
import type { MoveNews, News, NodeNews } from "../terminal/news.ts";
import { Node } from "../terminal/node.ts";
import { findOrder, refundOf } from "../terminal/orders.ts";
import { keyOf, listingOf, orderIn, type Purchase, purchases, save } from "../terminal/purchase.ts";
import { keep, look } from "../terminal/sight.ts";
import { MemoryStorage } from "../terminal/storage.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { awaitRelease } from "../terminal/waiting.ts";
import { type Anvil, richKey, startAnvil } from "./anvil.ts";
import { codeHashes } from "./demo.ts";
import { eventually } from "./eventually.ts";
import { madeUp, secret } from "./listings.ts";
import { sayingNode, serve, type Server } from "./servers.ts";
import { type TestWallet, walletOf } from "./wallets.ts";

let anvil: Anvil;
let idle: Server; // a node that never releases
const dead = "http://127.0.0.1:9";
const refundTo = toAddress(new Uint8Array(20).fill(0xb7));
const confirmations = { had: 1, needed: 2, finalised: false };

before(async () => {
  anvil = await startAnvil();
  idle = await sayingNode({ state: "seen", confirmations });
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

function terminal(changed: Partial<Terminal> = {}): Terminal {
  return {
    storage: new MemoryStorage(),
    chain: new Chain(anvil.chainId, [httpEndpoint(anvil.rpc)]),
    nodes: [],
    wallet: richWallet(),
    escrow: anvil.escrow,
    codeHashes: codeHashes(),
    pace: { wait: 1, stagger: 20, patience: 200, chain: 50, search: 10_000 },
    tell: () => undefined,
    ...changed,
  };
}

let price = 10n ** 16n;
async function bought(t: Terminal): Promise<Purchase> {
  price += 1n; // a product of its own
  return buy(t, { listing: madeUp({ chainId: anvil.chainId, escrow: anvil.escrow, price }), refundTo });
}

/** A node that releases a purchase. */
const releasing = (p: Purchase): Promise<Server> =>
  sayingNode({ state: "released", confirmations, release: releaseOf(p) });
const releaseOf = (p: Purchase, by = secret): string =>
  bytesToHex(compressG1(blindedPoint(listingOf(p).place, keyOf(p)).multiply(by)));

/** Waits in the background until it is ended, and remembers what it heard. */
function waiting(t: Terminal, p: Purchase, wanted?: "dispute" | "refund") {
  const stop = new AbortController();
  const heard: News[] = [];
  const over = awaitRelease(t, p, { stay: true, wanted, watch: (news) => void heard.push(news) }, stop.signal);
  over.catch(() => undefined);
  const hears = (wanted: (news: News) => boolean): Promise<void> => eventually(async () => heard.some(wanted));
  const end = async (): Promise<void> => {
    stop.abort(new Error("the page was closed"));
    await assert.rejects(over, /page was closed/);
  };
  return { heard, over, hears, end };
}

const ofNode = (news: readonly News[], url: string): NodeNews[] =>
  news.flatMap((one) => (one.of === "node" && one.node.host === new Node(url).host ? [one.node] : []));
const ofMove = (news: readonly News[]): MoveNews[] => news.flatMap((one) => (one.of === "move" ? [one.move] : []));

test("what each node says is heard as data, and the chain's word beside it", async () => {
  const t = terminal();
  const p = await bought(t);
  const liar = await sayingNode({ state: "released", confirmations, release: releaseOf(p, 2n * secret) });
  const unwilling = await sayingNode({ state: "declined", confirmations, reason: "not ours" });
  try {
    const nodes = [dead, liar.url, unwilling.url, idle.url].map((url) => new Node(url));
    const pace = { ...t.pace, patience: 1000 }; // longer than one question to the dead one ever takes
    const { heard, hears, end } = waiting({ ...t, nodes, pace }, p);
    await hears((news) => news.of === "node" && news.node.says === "order");
    await hears((news) => news.of === "chain" && news.sight.order !== undefined);
    for (const url of [liar.url, unwilling.url, dead])
      await hears(
        (news) => news.of === "node" && news.node.host === new Node(url).host && news.node.says === "dropped",
      );
    await end();
    assert.deepEqual(
      ofNode(heard, liar.url).map(({ says }) => says),
      ["asked", "dropped"],
    );
    const says = (url: string, wanted: NodeNews["says"]) => ofNode(heard, url).find((one) => one.says === wanted);
    const lied = says(liar.url, "dropped");
    assert.ok(lied?.says === "dropped" && lied.failure.kind === "danger" && /false/.test(lied.failure.message));
    const declined = says(unwilling.url, "dropped");
    assert.ok(declined?.says === "dropped" && /declines.*not ours/.test(declined.failure.message));
    assert.ok(says(dead, "silent"), "asked again before it is given up");
    const told = says(idle.url, "order");
    assert.ok(told?.says === "order");
    assert.deepEqual(told.answer.confirmations, confirmations);
    const seen = heard.find((news) => news.of === "chain");
    assert.ok(seen?.of === "chain" && seen.purchase.order?.hash === bytesToHex(seen.sight.order!.order));
    assert.equal(seen.purchase.step, "confirmed");
  } finally {
    await Promise.all([liar.close(), unwilling.close()]);
  }
});

test("a dead node of several is latency alone; of the one that releases it is said that it verified", async () => {
  const t = terminal();
  const p = await bought(t);
  const good = await releasing(p);
  try {
    const { heard, over } = waiting({ ...t, nodes: [new Node(dead), new Node(good.url)] }, p);
    assert.equal((await over).source, new Node(good.url).host);
    assert.deepEqual(
      ofNode(heard, good.url).map(({ says }) => says),
      ["asked", "released"],
    );
  } finally {
    await good.close();
  }
});

test("once no node is left, that is said, and they are asked again", async () => {
  const t = terminal({ nodes: [new Node(dead)] });
  const { heard, hears, end } = waiting(t, await bought(t));
  await hears((news) => news.of === "nodes" && news.failure.kind === "unreachable");
  await eventually(async () => ofNode(heard, dead).filter(({ says }) => says === "asked").length > 1);
  await end();
});

test("an endpoint that cannot be asked is said to be blind, and the nodes are asked all the same", async () => {
  const t = terminal();
  const p = await bought(t);
  const good = await releasing(p);
  const blind = { ...t, chain: new Chain(anvil.chainId, [httpEndpoint(dead)]) };
  try {
    const alone = waiting(blind, p);
    await alone.hears((news) => news.of === "blind");
    await alone.end();
    assert.equal((await waiting({ ...blind, nodes: [new Node(good.url)] }, p).over).step, "released");
  } finally {
    await good.close();
  }
});

test("a release comes while the wallet's user is away, and what the wallet says later undoes nothing", async () => {
  const wallet = richWallet();
  const t = terminal({ wallet });
  const p = await bought(t);
  await anvil.sleep(43_201);
  let answer: () => void = () => undefined;
  wallet.before = () => new Promise<void>((resolve) => (answer = resolve));
  let says: object = { state: "seen", confirmations };
  const node = await serve((_, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(says));
  });
  try {
    const { over, heard } = waiting({ ...t, nodes: [new Node(node.url)] }, p);
    await eventually(async () => wallet.asked.length === 2); // the payment, and the dispute that is not answered
    says = { state: "released", confirmations, release: releaseOf(p) };
    const released = await over;
    assert.equal(released.step, "released");
    answer();
    await eventually(async () => (await disputes(p)) === 1);
    assert.equal((await purchases(t.storage))[0]?.release, released.release);
    assert.deepEqual(
      ofMove(heard).map((move) => [move.state, "costs" in move]),
      [
        ["asked", false],
        ["asked", true], // with what it costs, once that is known
      ],
    );
  } finally {
    await node.close();
  }
});

async function disputes(p: Purchase): Promise<number> {
  const topics = [bytesToHex(keccak(ascii("Disputed(bytes32,address,uint256,uint256,uint256)"))), null];
  const query = { address: p.escrow, fromBlock: "0x0", topics };
  const logs = (await anvil.call("eth_getLogs", query)) as { topics: string[] }[];
  const [order] = await ordersOf(p);
  return logs.filter((log) => log.topics[1] === order).length;
}

async function ordersOf(p: Purchase): Promise<string[]> {
  const chain = new Chain(anvil.chainId, [httpEndpoint(anvil.rpc)]);
  const { number } = await chain.head();
  const found = await findOrder(chain, { listing: listingOf(p), B: keyOf(p), since: 0 }, number);
  return found ? [bytesToHex(found.order)] : [];
}

test("a dispute that was declined is not asked for again by a page that goes on, and the wait goes on", async () => {
  const wallet = richWallet();
  const t = terminal({ wallet });
  const p = await bought(t);
  await anvil.sleep(43_201);
  wallet.before = () => {
    throw Object.assign(new Error("User rejected the request."), { code: 4001 });
  };
  const first = waiting(t, p);
  await first.hears((news) => news.of === "move" && news.move.state === "failed");
  await eventually(async () => (await purchases(t.storage))[0]?.dispute?.declined === true);
  await first.end();
  const later = waiting(t, (await purchases(t.storage))[0]!);
  await later.hears((news) => news.of === "chain" && news.sight.order !== undefined);
  await eventually(async () => later.heard.filter(({ of }) => of === "chain").length > 2);
  await later.end();
  assert.deepEqual(ofMove(later.heard), []);
  assert.equal(wallet.asked.length, 2); // the payment, and one dispute
});

test("a dispute that the user wants is asked for at once, though it was declined before and is not due", async () => {
  const wallet = richWallet();
  const t = terminal({ wallet });
  const p = await bought(t);
  const seen = await keep(t, p, await look(t, p));
  const before = { order: seen.order!.hash, from: bytesToHex(wallet.address), declined: true } as const;
  const { heard, hears, end } = waiting(t, await save(t.storage, { ...seen, dispute: before }), "dispute");
  await hears((news) => news.of === "chain" && news.sight.status?.state === "disputed");
  await hears((news) => news.of === "move" && news.move.state === "sent"); // the wallet may answer after the chain
  await end();
  assert.deepEqual(
    ofMove(heard).map(({ state }) => state),
    ["asked", "asked", "sent"], // the second time with what it costs
  );
  assert.equal(wallet.asked.length, 2, "it is asked for once");
  const early = waiting(t, (await purchases(t.storage))[0]!, "refund");
  await early.hears((news) => news.of === "move" && news.move.state === "failed");
  await early.end();
  const [, failed] = ofMove(early.heard);
  assert.ok(failed?.state === "failed" && /too early/.test(failed.failure.message));
  await anvil.sleep(86_401);
  const back = await waiting(t, (await purchases(t.storage))[0]!).over;
  const { number } = await t.chain.head();
  const found = await refundOf(t.chain, anvil.escrow, orderIn(back)!, number);
  assert.ok(found);
  assert.deepEqual(found.by, wallet.address);
  const { input } = (await anvil.call("eth_getTransactionByHash", bytesToHex(found.transaction))) as { input: string };
  assert.equal(input, bytesToHex(dataOf(refundCall(listingOf(back).place, orderIn(back)!.leaf))));
});

test("a reorganisation that takes the payment away is heard, and waited for again", async () => {
  const t = terminal({ nodes: [new Node(idle.url)] });
  const before = await anvil.call("evm_snapshot");
  const p = await bought(t);
  const { heard, hears, end } = waiting(t, p);
  await hears((news) => news.of === "chain" && news.purchase.order !== undefined);
  await anvil.call("evm_revert", before);
  await eventually(async () => {
    const last = heard.findLast((news) => news.of === "chain");
    return last?.of === "chain" && last.sight.order === undefined && last.purchase.step === "sent";
  });
  await end();
  assert.equal((await purchases(t.storage))[0]?.order, undefined);
  assert.ok((await purchases(t.storage))[0]?.payment, "it may still come: it is not paid anew");
});
