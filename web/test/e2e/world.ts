// A world for tests of the page: a chain of blocks a second whose time a test moves,
// three real nodes that release, products for sale, buyers with wallets in their pages.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { type Hex, toHex } from "viem";
import { generatePrivateKey, privateKeyToAddress } from "viem/accounts";
import { type Anvil, startAnvil } from "../anvil.ts";
import { walletOf } from "../wallets.ts";
import { type Commands, commandsIn, type CommitteeNode, found } from "./committee.ts";
import { inject, injectable, type InjectedWallet, type WalletOptions } from "./injected.ts";
import { openShop, type Shop } from "./shop.ts";
import { serve, type Site, type Visit, visit, type VisitOptions } from "./site.ts";

/** A world that was started. */
export interface World extends Commands {
  readonly chain: Anvil;
  readonly nodes: readonly CommitteeNode[];
  readonly shop: Shop;
  /** The page, at an origin that answers as node 1 beside it. */
  readonly site: Site;
  /** Makes an account that has a coin and 10 of each token, and its wallet, which is in no page yet. */
  customer(options?: Partial<WalletOptions>): Promise<Customer>;
  stop(): Promise<void>;
}

/** Somebody who buys. */
export type Customer = InjectedWallet & { readonly key: Hex; readonly address: Hex };

const chainId = 1337; // which the page calls a chain for trials

/** Starts everything. */
export async function startWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "shrinkwrap-web-"));
  const ends: (() => unknown)[] = [
    () => rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 20 }),
  ];
  const stop = async (): Promise<void> => {
    for (const end of ends.reverse()) await end();
  };
  try {
    const commands = await commandsIn(folder);
    const chain = await startAnvil(chainId);
    ends.push(chain.stop);
    const nodes = await found(commands, chain);
    const shop = await openShop(commands, chain);
    ends.push(() => Promise.all(nodes.map((node) => node.kill())));
    await Promise.all(nodes.map((node) => node.start()));
    const site = await serve(nodes[0]!.url);
    ends.push(site.close);
    await chain.call("evm_setIntervalMining", 1);
    return { ...commands, chain, nodes, shop, site, customer: (options) => customerOf(chain, shop, options), stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

async function customerOf(chain: Anvil, shop: Shop, options: Partial<WalletOptions> = {}): Promise<Customer> {
  const key = generatePrivateKey();
  const address = privateKeyToAddress(key);
  await chain.call("anvil_setBalance", address, toHex(10n ** 18n));
  await shop.mint(address, 10_000_000n);
  const wallet = injectable(walletOf(key, chain.rpc), { home: chain.chainId, ...options });
  return Object.assign(wallet, { key, address });
}

/**
 * Begins a visit with wallets in the page, in which the world's nodes and endpoint may
 * be asked, and those that are allowed beside.
 */
export async function visitWith(
  browser: Browser,
  world: World,
  wallets: InjectedWallet | readonly InjectedWallet[],
  { allowed = [], ...options }: VisitOptions = {},
): Promise<Visit> {
  const known = [...world.nodes.map(({ url }) => url), world.chain.rpc, ...allowed];
  const visited = await visit(browser, world.site, { ...options, allowed: known });
  await inject(visited.context, [wallets].flat() as InjectedWallet[]);
  return visited;
}

/** Addresses of endpoints and nodes, as the user's settings have them. */
export interface Settled {
  readonly endpoints?: readonly string[];
  readonly nodes?: readonly string[];
}

/** Keeps the user's settings of a chain, as the page does, which must be open. */
export async function settle(page: Page, chainId: number, { endpoints = [], nodes = [] }: Settled): Promise<void> {
  const text = JSON.stringify({ endpoints, nodes });
  await page.evaluate(
    ([name, value]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("shrinkwrap");
        opening.onerror = () => reject(new Error("the page has no database"));
        opening.onsuccess = () => {
          const writing = opening.result.transaction("texts", "readwrite");
          writing.objectStore("texts").put(value, name);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onabort = () => reject(new Error("nothing was kept"));
        };
      }),
    [`settings/${chainId}`, text] as const,
  );
}

/** Gives the page a code, by the path of a picture or a wrap, or as a text. */
export async function scanCode(page: Page, code: string): Promise<void> {
  if (/\.(png|svg|jpg|wrap)$/.test(code)) return page.setInputFiles("#file", code);
  await page.fill("textarea", code);
  await page.getByRole("button", { name: "Read it" }).click();
}
