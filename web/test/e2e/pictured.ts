// What the pictures of the page show: a product, a chain, a wallet and nodes that are
// the same each time, so that a picture changes only when the page does.

import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { bytesToHex, hexToBytes } from "../../protocol/bytes.ts";
import { readHeader } from "../../protocol/header.ts";
import { compressG1, compressG2 } from "../../protocol/point.ts";
import { toAddress } from "../../protocol/word.ts";
import { buy as pay } from "../../terminal/buying.ts";
import { Chain } from "../../terminal/chain.ts";
import { escrowAddress } from "../../terminal/constants.ts";
import { httpEndpoint } from "../../terminal/endpoint.ts";
import { listingOfHeader } from "../../terminal/listing.ts";
import { purchases } from "../../terminal/purchase.ts";
import { MemoryStorage } from "../../terminal/storage.ts";
import { pace } from "../../terminal/terminal.ts";
import type { Anvil } from "../anvil.ts";
import { codeHashes } from "../demo.ts";
import type { Product } from "../sealedwrap.ts";
import { walletOf } from "../wallets.ts";
import type { Bought } from "./bought.ts";
import { injectable, type InjectedWallet } from "./injected.ts";

/** When the pictures are taken: later than any chain that is started for them. */
export const now = new Date("2030-01-15T08:00:00Z");

const sample = new URL("../../../cmd/internal/demo/play/sample/", import.meta.url);
const part = (name: string) => ({ name, bytes: Uint8Array.from(readFileSync(new URL(name, sample))) });

/** The tale that is sold. */
export const tale: Product = {
  title: "The Lamplighter's Key",
  names: ["text"],
  price: 2n * 10n ** 15n,
  sections: [part("sample.txt"), part("tale.txt")],
  rights: [[["display"], ["print", "count=3"]]],
};

/** Lets everything that is drawn by lot here be the same each time: for products whose keys everybody may know. */
export function drawAlike(): void {
  let state = 1;
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24;
  crypto.getRandomValues = <T extends ArrayBufferView | null>(array: T): T => {
    if (array)
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength).forEach((_, i, all) => (all[i] = next()));
    return array;
  };
}

const key = `0x${"4c".repeat(32)}` as const;

/** A wallet with a coin. */
export async function walletOn(chain: Anvil): Promise<InjectedWallet> {
  const keys = walletOf(key, chain.rpc);
  await chain.call("anvil_setBalance", bytesToHex(keys.address), "0xde0b6b3a7640000");
  return injectable(keys, { home: chain.chainId, name: "Demo wallet" });
}

/** Makes a block at the time of the pictures; each later one comes 12 seconds after the one before. */
export async function beginAt(chain: Anvil): Promise<void> {
  await chain.call("evm_setNextBlockTimestamp", Math.floor(now.getTime() / 1000));
  await mine(chain);
  await chain.call("anvil_setBlockTimestampInterval", 12);
}

/** Makes a block at the least base fee. */
export async function mine(chain: Anvil): Promise<void> {
  await chain.call("anvil_setNextBlockBaseFeePerGas", "0x3b9aca00");
  await chain.call("evm_mine");
}

/** Pays for what was sealed, on the chain, and returns it as not released yet. */
export async function paidOn(
  chain: Anvil,
  sealed: Bought,
  { keys }: InjectedWallet,
  header: Uint8Array,
): Promise<Bought> {
  const storage = new MemoryStorage();
  await storage.put("seed", bytesToHex(sealed.seed));
  const escrow = toAddress(hexToBytes(escrowAddress));
  const terminal = {
    storage,
    chain: new Chain(chain.chainId, [httpEndpoint(chain.rpc)]),
    nodes: [],
    wallet: keys,
    escrow,
    codeHashes: codeHashes(),
    pace,
    tell: () => undefined,
  };
  await pay(terminal, { listing: listingOfHeader(readHeader(header), escrow, 0), refundTo: keys.address });
  return { ...sealed, purchase: (await purchases(storage))[0]! };
}

/** Names under which the page finds three nodes. */
export const nodes = ["harbour", "quay", "fore"].map((name) => `https://${name}.lamps.example`);

/** Answers for the nodes: the payment is confirmed, and two of them make their shares. */
export async function answerAsNodes(page: Page, wrapHeader: Uint8Array): Promise<void> {
  const { terms, P, Q } = readHeader(wrapHeader).binding;
  const committee = {
    groupKey: bytesToHex(terms.groupKey),
    P: bytesToHex(compressG1(P)),
    Q: bytesToHex(compressG2(Q)),
    threshold: 2,
    operators: nodes.map((url, i) => ({ node: i + 1, url })),
  };
  const headers = { "access-control-allow-origin": "*" };
  const told = new Set<string>();
  await page.route(/lamps\.example/, async (route) => {
    const url = new URL(route.request().url());
    if (url.pathname === "/v1/info") return route.fulfill({ headers, json: { node: 1, chains: [], committee } });
    if (told.has(url.host) || url.host.startsWith("fore")) return; // it holds its answer back until there is news
    told.add(url.host);
    await route.fulfill({ headers, json: { state: "confirmed", confirmations: { had: 1, needed: 1 } } });
  });
}
