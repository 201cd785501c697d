// The terminal that a purchase is made and waited for with.

import { parseHash } from "../protocol/word.ts";
import { Chain } from "../terminal/chain.ts";
import { escrowCodeHashes } from "../terminal/constants.ts";
import { httpEndpoint, type Provider, providerEndpoint } from "../terminal/endpoint.ts";
import type { Storage } from "../terminal/storage.ts";
import { paceOf, type Terminal, type Wallet } from "../terminal/terminal.ts";
import { deployment } from "./deployment.ts";
import type { Goods } from "./goods.ts";
import { settingsOf } from "./keep/settings.ts";
import { nodesFor } from "./nodes.ts";

/** What a terminal is made with, beside the goods. */
export interface TerminalOptions {
  readonly wallet?: Wallet | undefined;
  /** Wallets that are asked about the chain, whether they are connected or not. */
  readonly providers?: readonly Provider[];
  readonly tell: Terminal["tell"];
  readonly signal?: AbortSignal;
}

/**
 * Makes a terminal. The user's own endpoints are asked about the chain before a wallet is.
 * @throws Failure "input" where there is nobody to ask about the chain
 */
export async function terminalFor(storage: Storage, goods: Goods, options: TerminalOptions): Promise<Terminal> {
  const { chainId } = goods.listing.place;
  const settings = await settingsOf(storage, chainId);
  const providers = [...(options.wallet ? [options.wallet.provider] : []), ...(options.providers ?? [])];
  const endpoints = [
    ...settings.endpoints.map((url) => httpEndpoint(url)),
    ...[...new Set(providers)].map((provider) => providerEndpoint(provider)),
  ];
  return {
    storage,
    chain: new Chain(chainId, endpoints),
    nodes: await nodesFor(goods.scanned.header, settings, options.signal),
    ...(options.wallet && { wallet: options.wallet }),
    escrow: deployment.escrow,
    codeHashes: escrowCodeHashes.map((hash) => parseHash(hash)),
    pace: paceOf(chainId),
    tell: options.tell,
  };
}
