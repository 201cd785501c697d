// Buying on a real chain, from real nodes: the Go demo's.

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createPublicClient, createWalletClient, http, parseAbi, toHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { word } from "../protocol/abi.ts";
import { ascii, bytesToHex, hexToBytes } from "../protocol/bytes.ts";
import { paymentTopic } from "../protocol/event.ts";
import { readHeader } from "../protocol/header.ts";
import { keccak } from "../protocol/hashing.ts";
import { pairingsAgree } from "../protocol/pairing.ts";
import { tierPoint } from "../protocol/place.ts";
import { g, h } from "../protocol/point.ts";
import { releaseKey } from "../protocol/key.ts";
import { verifyProof } from "../protocol/proof.ts";
import { parseResponse } from "../protocol/schnorr.ts";
import { parseAddress } from "../protocol/word.ts";
import type { Terms } from "../protocol/terms.ts";
import { exportAll, importAll, readCopy } from "../terminal/backup.ts";
import { buy, type Intent, prepare, requests } from "../terminal/buying.ts";
import { dataOf, linkOf } from "../terminal/calldata.ts";
import { Chain } from "../terminal/chain.ts";
import { httpEndpoint } from "../terminal/endpoint.ts";
import { Failure } from "../terminal/failure.ts";
import { checkListing, type Listing, listingOfHeader } from "../terminal/listing.ts";
import { Node } from "../terminal/node.ts";
import { buyCall } from "../terminal/payment.ts";
import { findOrder } from "../terminal/orders.ts";
import { keyOf, type Purchase, purchases, reached } from "../terminal/purchase.ts";
import { MemoryStorage, type Storage } from "../terminal/storage.ts";
import { send, type Terminal } from "../terminal/terminal.ts";
import { awaitRelease, getReceipt, opened, tierSecretOf } from "../terminal/waiting.ts";
import { binding, codeHashes, type Demo, startDemo } from "./demo.ts";
import { eventually } from "./eventually.ts";
import { listingOf } from "./listings.ts";
import { freePorts } from "./ports.ts";
import { forgingEndpoint, type RpcCall, type RpcReply, sayingNode, serve } from "./servers.ts";
import { type TestWallet, walletOf } from "./wallets.ts";

let demo: Demo;
let wallet: TestWallet;

before(async () => {
  demo = await startDemo();
  wallet = walletOf(demo.key, demo.rpc);
});
after(() => demo.stop());

function listed(tier: number, terms: Terms = demo.terms): Listing {
  return listingOf(terms, demo.escrow, demo.chainId, tier, demo.keys.P, demo.keys.Q);
}

function terminal(changed: Partial<Terminal> = {}): Terminal & { readonly told: string[] } {
  const told: string[] = [];
  return {
    storage: new MemoryStorage(),
    chain: new Chain(demo.chainId, [httpEndpoint(demo.rpc)]),
    nodes: demo.nodes.map((url) => new Node(url)),
    wallet,
    escrow: demo.escrow,
    codeHashes: codeHashes(),
    pace: { wait: 5, stagger: 200, patience: 3000, chain: 300, search: 20_000 },
    tell: (source, words) => void told.push(`${source}: ${words}`),
    told,
    ...changed,
  };
}

const intent = (listing: Listing, more: Partial<Intent> = {}): Intent => ({
  listing,
  refundTo: wallet.address,
  ...more,
});

// D_k opens the tier: e(D_k, h) = e(id_k, Q).
async function checkOpens(t: Terminal, p: Purchase, listing: Listing): Promise<void> {
  assert.ok(pairingsAgree(await tierSecretOf(t, p), h, tierPoint(listing.place), listing.Q));
}

async function buyAndAwait(t: Terminal, how: Intent): Promise<Purchase> {
  return awaitRelease(t, await buy(t, how), { stay: false });
}

test("a signed header lists its tiers", () => {
  const header = readHeader(demo.header);
  for (const [tier, tierName] of ["sample", "text", "letter"].entries()) {
    const listing = listingOfHeader(header, demo.escrow, tier);
    checkListing(listing);
    assert.deepEqual(listing.place, listed(tier).place);
    assert.deepEqual([listing.title, listing.tierName], ["The Lamplighter's Key", tierName]);
    assert.deepEqual(listing.terms, demo.terms);
  }
  assert.throws(() => listingOfHeader(header, demo.escrow, 3), /tier 3 is none of 3/);
  const listing = listingOfHeader(header, demo.escrow, 0);
  assert.throws(() => checkListing({ ...listing, P: g }), /not the terms' group key/);
  const elsewhere = { ...listing.place, product: demo.escrow };
  assert.throws(() => checkListing({ ...listing, place: elsewhere }), /does not follow from its terms/);
});

test("each tier is bought in coin, released and opened", async () => {
  for (const tier of [0, 1, 2]) {
    const t = terminal();
    const listing = listed(tier);
    const p = await buyAndAwait(t, intent(listing));
    assert.equal(p.step, "released");
    await checkOpens(t, p, listing);
    const proven = await getReceipt(t, p);
    assert.match(proven.receipt ?? "", /^0x[0-9a-f]{96}$/);
    assert.equal((await opened(t, proven)).step, "opened");
    assert.equal((await purchases(t.storage)).length, 1);
    const sent = wallet.asked.length;
    assert.equal((await buy(t, intent(listing))).step, "opened");
    assert.equal(wallet.asked.length, sent, "nothing is paid twice");
  }
});

test("calldata and link are those of the Go terminal for the same key", async () => {
  const home = "second";
  mkdirSync(join(demo.folder, home));
  copyFileSync(join(demo.home, "config.toml"), join(demo.folder, home, "config.toml"));
  const wrap = join(demo.folder, "out", "product.wrap");
  const refundTo = parseAddress(`0x${"00".repeat(19)}aa`);
  const line = ["buy", wrap, "--tier", "text", "--wallet", "--no-wait", "--json", "--refund-to", bytesToHex(refundTo)];
  const printed = JSON.parse(demo.run(home, ...line)) as { requests: { data: string; link: string; value: string }[] };
  const [request] = printed.requests;
  assert.ok(request);
  const listing = listed(1);
  const seed = new Uint8Array(readFileSync(join(demo.folder, home, "seed")));
  const { B } = releaseKey(seed, listing.place, 0);
  const words = hexToBytes(request.data).slice(4);
  const proof = parseResponse(words.slice(5 * 32, 7 * 32)); // c and z, which are of the Go terminal's random
  verifyProof(listing.place, B, proof);
  const call = buyCall(listing, B, proof, { maxPrice: 2n * 10n ** 15n, refundTo, data: new Uint8Array() });
  assert.equal(bytesToHex(dataOf(call)), request.data);
  assert.equal(linkOf(call), request.link);
  assert.equal(String(call.value), request.value);
});

// A store whose process dies after some write: that one is durable, and nothing after it.
function dying(texts: Storage, after: number): Storage {
  let left = after;
  return {
    get: (name) => texts.get(name),
    names: (prefix) => texts.names(prefix),
    add: (name, text) => texts.add(name, text),
    change: (names, work) => texts.change(names, work),
    alone: (_, work) => work(),
    async put(name, text) {
      if (left < 0) throw new Error("dead");
      await texts.put(name, text);
      if (left-- === 0) throw new Error("dead");
    },
  };
}

async function ordersOf(listing: Listing): Promise<number> {
  const chain = new Chain(demo.chainId, [httpEndpoint(demo.rpc)]);
  const { number: to } = await chain.head();
  const topics = [paymentTopic, undefined, word(listing.place.product)];
  return (await chain.logs({ address: demo.escrow, topics, from: 0, to })).length;
}

async function finish(texts: Storage, listing: Listing): Promise<Purchase> {
  const t = terminal({ storage: texts });
  const p = await buyAndAwait(t, intent(listing));
  await checkOpens(t, p, listing);
  return p;
}

test("each write may be the last one before a crash, whatever the wallet had done", async () => {
  const listing = listed(0);
  for (const wrote of [0, 1, 2, 3, 4]) {
    const texts = new MemoryStorage();
    const orders = await ordersOf(listing);
    await buyAndAwait(terminal({ storage: dying(texts, wrote) }), intent(listing)).catch(() => undefined);
    const p = await finishOrPayAnyway(texts, listing);
    assert.equal(p.step, "released");
    assert.equal(await ordersOf(listing), orders + 1, `after write ${wrote}`);
  }
});

// Write 2 is the one before the wallet is asked: it was not, which the user knows.
async function finishOrPayAnyway(texts: Storage, listing: Listing): Promise<Purchase> {
  const [kept] = await purchases(texts);
  if (kept?.step !== "sent" || kept.payment?.hash !== undefined) return finish(texts, listing);
  for (const overruled of [{}, { unserved: true }])
    await assert.rejects(buy(terminal({ storage: texts }), intent(listing, overruled)), /may still do it/);
  await buy(terminal({ storage: texts }), intent(listing, { maybePaid: true }));
  return finish(texts, listing);
}

test("a page that ends between the wallet's payment and its answer finds the order", async () => {
  const texts = new MemoryStorage();
  const mine = walletOf(demo.key, demo.rpc);
  mine.after = () => {
    throw new Error("the page was closed");
  };
  const listing = listed(0);
  const orders = await ordersOf(listing);
  await assert.rejects(buy(terminal({ storage: texts, wallet: mine }), intent(listing)), /page was closed/);
  const [kept] = await purchases(texts);
  assert.equal(kept?.step, "sent");
  assert.equal(kept?.payment?.hash, undefined);
  await eventually(async () => (await ordersOf(listing)) === orders + 1);
  await finish(texts, listing);
  assert.equal(await ordersOf(listing), orders + 1);
});

test("a wallet that says no was not asked for anything that could still come", async () => {
  const t = terminal({ wallet: walletOf(demo.key, demo.rpc) });
  (t.wallet as TestWallet).before = () => {
    throw Object.assign(new Error("User rejected the request."), { code: 4001 });
  };
  await assert.rejects(buy(t, intent(listed(1))), /did not send the transaction: User rejected/);
  const [kept] = await purchases(t.storage);
  assert.equal(kept?.step, "prepared");
  assert.equal(kept?.payment, undefined);
});

test("what any wallet has to do is found on chain, once it did", async () => {
  const t = terminal();
  const listing = listed(1);
  const { calls, purchase } = await requests(t, intent(listing));
  assert.deepEqual(
    calls.map(({ name }) => name),
    ["buy"],
  );
  assert.equal(purchase.step, "prepared");
  await send(wallet, calls[0]!, 300_000n);
  const p = await awaitRelease(t, purchase, { stay: true });
  await checkOpens(t, p, listing);
  const sent = wallet.asked.length;
  assert.equal((await buy(t, intent(listing))).step, "released");
  assert.equal(wallet.asked.length, sent);
});

test("seed and purchases move to another computer as one file", async () => {
  const t = terminal();
  const listing = listed(1);
  const p = await buyAndAwait(t, intent(listing));
  const file = await exportAll(t.storage);
  const other = terminal();
  assert.equal(await importAll(other.storage, file), 1);
  assert.deepEqual(await purchases(other.storage), [p]);
  await checkOpens(other, p, listing);
  assert.equal(await importAll(other.storage, file), 0);
  const third = terminal();
  await buy(third, intent(listed(0)));
  await assert.rejects(importAll(third.storage, file), /another seed/);
  await assert.rejects(importAll(third.storage, "{}"), /holds no purchases/);
  // A computer that has the seed alone finds the order on the chain, and pays nothing.
  const fresh = terminal();
  await importAll(fresh.storage, JSON.stringify({ ...(JSON.parse(file) as object), purchases: [] }));
  const sent = wallet.asked.length;
  assert.equal((await buyAndAwait(fresh, intent(listing))).order?.hash, p.order?.hash);
  assert.equal(wallet.asked.length, sent);
});

test("a purchase that was paid for and no more is waited for on another computer", async () => {
  const t = terminal();
  const listing = listed(1);
  const paid = await buy(t, intent(listing));
  assert.ok(!reached(paid, "released"));
  const other = terminal();
  assert.equal(await importAll(other.storage, await exportAll(t.storage)), 1);
  const [moved] = await purchases(other.storage);
  const sent = wallet.asked.length;
  await checkOpens(other, await awaitRelease(other, moved!, { stay: true }), listing);
  assert.equal(wallet.asked.length, sent, "nothing is paid twice");
});

test("a copy carries the codes of what was bought, and copies without any are read", async () => {
  const t = terminal();
  await buy(t, intent(listed(1)));
  const codes = [Uint8Array.of(1, 2, 3), new Uint8Array(300).fill(7)];
  const file = await exportAll(t.storage, codes);
  assert.deepEqual(readCopy(file).products, codes);
  const { products: _, ...former } = JSON.parse(file) as Record<string, unknown>;
  assert.deepEqual(readCopy(JSON.stringify(former)).products, []);
  assert.equal(await importAll(terminal().storage, JSON.stringify(former)), 1);
  for (const products of [{}, ["0x0"], [7]]) {
    const fresh = terminal();
    await assert.rejects(importAll(fresh.storage, JSON.stringify({ ...former, products })), /holds no purchases/);
    assert.deepEqual(await fresh.storage.names(""), [], "a part of it was taken in");
  }
});

test("nodes that are dead or lie cost time alone", async () => {
  const t = terminal();
  const listing = listed(1);
  const p = await buyAndAwait(t, intent(listing));
  const { release: other } = await buyAndAwait(terminal(), intent(listing)); // of another key
  const confirmations = { had: 0, needed: 0 };
  const servers = await Promise.all([
    sayingNode({ state: "released", confirmations, release: other }),
    sayingNode({ state: "released", confirmations, release: `0x${"c0".padEnd(96, "0")}` }),
    sayingNode({ state: "released", confirmations }),
    sayingNode({ state: "declined", confirmations, reason: "no" }),
    sayingNode(`{"state":"${"x".repeat(200_000)}"}`),
    serve((_, response) => void response.writeHead(302, { location: demo.nodes[0]! }).end()),
    serve((_, response) => void response.writeHead(200, { "content-type": "text/html" }).end("<p>")),
  ]);
  try {
    const bad = [...servers.map(({ url }) => new Node(url)), new Node("http://127.0.0.1:9")];
    const again = { ...p, step: "seen" as const };
    const { release: _, ...unreleased } = again;
    const impatient = { wait: 1, stagger: 10, patience: 300, chain: 100_000, search: 20_000 };
    const alone = terminal({ storage: t.storage, nodes: bad, pace: impatient });
    await assert.rejects(awaitRelease(alone, unreleased, { stay: false }), (cause: unknown) => {
      assert.ok(cause instanceof Failure);
      for (const why of [/gave a false release/, /gives no release/, /declines/, /larger than/, /is this a node/])
        assert.match(cause.message, why);
      return true;
    });
    const beside = terminal({ storage: t.storage, nodes: [...bad, new Node(demo.nodes[2]!)], pace: impatient });
    const got = await awaitRelease(beside, unreleased, { stay: false });
    assert.equal(got.release, p.release);
    assert.equal(got.source, new Node(demo.nodes[2]!).host);
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
});

// Buys through an endpoint that forges, and says what came of it.
async function through(forge: (call: RpcCall, reply: RpcReply) => unknown, work: (url: string) => Promise<void>) {
  const server = await forgingEndpoint(demo.rpc, forge);
  try {
    await work(server.url);
  } finally {
    await server.close();
  }
}

const over = (url: string, more: Partial<Terminal> = {}): Terminal =>
  terminal({ chain: new Chain(demo.chainId, [httpEndpoint(url)]), ...more });

test("whoever overrules one doubt is asked about the other all the same", async () => {
  const [port] = await freePorts(1);
  const nodes = [new Node(`http://127.0.0.1:${port}`)];
  for (const overruled of [{}, { maybePaid: true }])
    await assert.rejects(prepare(terminal({ nodes }), intent(listed(0), overruled)), /no node of the committee can be/);
  assert.ok((await prepare(terminal({ nodes }), intent(listed(0), { unserved: true }))).survey);
});

test("an endpoint of another chain, or with another escrow, has nothing paid", async () => {
  const sent = wallet.asked.length;
  const replace = (method: string, result: unknown) => (call: RpcCall, reply: RpcReply) =>
    call.method === method ? { ...reply, result } : reply;
  await through(replace("eth_chainId", "0x1"), async (url) => {
    await assert.rejects(buy(over(url), intent(listed(1))), /is of chain 1, not 1337/);
  });
  await through(replace("eth_getCode", "0x6001"), async (url) => {
    await assert.rejects(buy(over(url), intent(listed(1))), /not the known one: do not pay/);
  });
  await through(replace("eth_getCode", "0x"), async (url) => {
    await assert.rejects(buy(over(url), intent(listed(1))), /there is no escrow/);
  });
  await through(replace("eth_getLogs", { logs: [] }), async (url) => {
    await assert.rejects(buy(over(url, { nodes: [] }), intent(listed(1))), /answer is malformed/);
  });
  assert.equal(wallet.asked.length, sent);
});

test("an endpoint that hides a payment does not have it paid twice", async () => {
  const t = terminal();
  const listing = listed(1);
  const p = await buyAndAwait(t, intent(listing));
  const hidden = (call: RpcCall, reply: RpcReply) => (call.method === "eth_getLogs" ? { ...reply, result: [] } : reply);
  const file = JSON.stringify({ ...(JSON.parse(await exportAll(t.storage)) as object), purchases: [] });
  const sent = wallet.asked.length;
  await through(hidden, async (url) => {
    const alone = over(url);
    await importAll(alone.storage, file); // another computer with the same seed
    await assert.rejects(buy(alone, intent(listing)), /may be paid already: node .* saw a payment/);
    const both = terminal({ chain: new Chain(demo.chainId, [httpEndpoint(url), httpEndpoint(demo.rpc)]) });
    await importAll(both.storage, file);
    assert.equal((await buy(both, intent(listing))).order?.hash, p.order?.hash);
  });
  assert.equal(wallet.asked.length, sent);
});

test("logs that an endpoint makes up are no payment of one's own", async () => {
  const sold = terminal();
  const listing = listed(1);
  await buyAndAwait(sold, intent(listing));
  const chain = new Chain(demo.chainId, [httpEndpoint(demo.rpc)]);
  const { number } = await chain.head();
  const question = {
    address: bytesToHex(demo.escrow),
    topics: [bytesToHex(paymentTopic)],
    fromBlock: "0x0",
    toBlock: `0x${number.toString(16)}`,
  };
  const [reply] = await httpEndpoint(demo.rpc).ask([{ method: "eth_getLogs", params: [question] }]);
  const others = (reply as { result: unknown[] }).result;
  const forge = (call: RpcCall, honest: RpcReply) =>
    call.method === "eth_getLogs" ? { ...honest, result: others } : honest;
  await through(forge, async (url) => {
    // What was not asked for is refused whole; nothing is paid on such an endpoint's word alone.
    await assert.rejects(buy(over(url, { nodes: [] }), intent(listing)), /not one that was asked for/);
  });
});

test("an endpoint that refuses gives way to the next, and ends no wait", async () => {
  const busy = (call: RpcCall) => ({ id: call.id, error: { code: -32005, message: "rate limit exceeded" } });
  await through(busy, async (url) => {
    const both = new Chain(demo.chainId, [httpEndpoint(url), httpEndpoint(demo.rpc)]);
    assert.ok((await both.head()).number > 0);
    const t = terminal({ chain: both });
    const { release, ...unreleased } = await buyAndAwait(t, intent(listed(1)));
    const unheard = { ...unreleased, step: "seen" as const };
    const stop = new AbortController();
    const tell = (_: string, words: string): void =>
      void (words.includes("rate limit exceeded") && stop.abort(new Error("told")));
    const alone = over(url, { storage: t.storage, tell });
    await assert.rejects(awaitRelease({ ...alone, nodes: [] }, unheard, { stay: true }, stop.signal), /told/);
    const got = await awaitRelease(alone, unheard, { stay: false });
    assert.equal(got.release, release);
  });
});

test("a range that an endpoint finds too large is asked for in halves", async () => {
  const p = await buyAndAwait(terminal(), intent(listed(1)));
  let asked = 0;
  const narrow = (call: RpcCall, reply: RpcReply) => {
    const [query] = call.params as [{ fromBlock: string; toBlock: string }];
    if (call.method !== "eth_getLogs" || Number(query.toBlock) - Number(query.fromBlock) < 8) return reply;
    asked++;
    return { id: call.id, error: { code: -32005, message: "query exceeds max block range 8" } };
  };
  await through(narrow, async (url) => {
    const chain = new Chain(demo.chainId, [httpEndpoint(url)]);
    const { number } = await chain.head();
    const wanted = { listing: listed(1), B: keyOf(p), since: 0 };
    const found = await findOrder(chain, wanted, number);
    assert.equal(bytesToHex(found!.order), p.order?.hash);
    assert.ok(asked > 0);
  });
});

async function deployToken(): Promise<Listing["terms"]["token"]> {
  const account = privateKeyToAccount(demo.key);
  const publicClient = createPublicClient({ transport: http(demo.rpc) });
  const client = createWalletClient({ account, transport: http(demo.rpc) });
  const abi = parseAbi(["function mint(address to, uint256 amount)"]);
  const hash = await client.deployContract({ chain: null, abi, bytecode: toHex(binding("signedtoken.go")) });
  const { contractAddress } = await publicClient.waitForTransactionReceipt({ hash, pollingInterval: 200 });
  assert.ok(contractAddress);
  const minted = await client.writeContract({
    chain: null,
    abi,
    address: contractAddress,
    functionName: "mint",
    args: [account.address, 10n ** 20n],
  });
  await publicClient.waitForTransactionReceipt({ hash: minted, pollingInterval: 200 });
  return parseAddress(contractAddress.toLowerCase());
}

test("a token pays by approval, by permit and by authorization, for a product that is deployed with it", async () => {
  const token = await deployToken();
  for (const by of ["approval", "permit", "authorization"] as const) {
    const contentHash = keccak(ascii(by));
    const listing = listed(1, { ...demo.terms, token, contentHash }); // of its own address, on no chain yet
    const t = terminal();
    const asked = wallet.asked.length;
    const p = await buyAndAwait(t, intent(listing, { by }));
    await checkOpens(t, p, listing);
    const counts = { approval: 2, permit: 3, authorization: 2 };
    assert.equal(wallet.asked.length - asked, counts[by], by);
    const again = terminal();
    await checkOpens(again, await buyAndAwait(again, intent(listing, { by })), listing); // it stands now
  }
});

test("what was signed is sent again after a crash, and buys once", async () => {
  const token = await deployToken();
  for (const by of ["permit", "authorization"] as const) {
    const listing = listed(1, { ...demo.terms, token, contentHash: keccak(ascii(`${by} twice`)) });
    const texts = new MemoryStorage();
    const mine = walletOf(demo.key, demo.rpc);
    mine.before = ({ method }) => {
      if (method === "eth_sendTransaction") throw new Error("the page was closed");
    };
    await assert.rejects(buy(terminal({ storage: texts, wallet: mine }), intent(listing, { by })), /page was closed/);
    const [kept] = await purchases(texts);
    assert.equal(kept?.step, "sent");
    assert.equal(kept?.signed?.kind, by);
    const t = terminal({ storage: texts });
    const signatures = wallet.asked.filter((method) => method === "eth_signTypedData_v4").length;
    const p = await buyAndAwait(t, intent(listing, { by }));
    await checkOpens(t, p, listing);
    assert.equal(wallet.asked.filter((method) => method === "eth_signTypedData_v4").length, signatures);
    assert.equal(await ordersOf(listing), 1);
  }
});
