// The wallets of this browser and the chain of a product.

import type { Provider } from "../../terminal/endpoint.ts";
import type { Storage } from "../../terminal/storage.ts";
import { chainText } from "../chain.ts";
import { settingsOf } from "../keep/settings.ts";
import { chainOf, switchChain } from "./switching.ts";
import { discovered } from "./wallets.ts";

/** The wallets of this browser that are on a chain, which may be asked about it. */
export async function providersOn(chainId: number): Promise<Provider[]> {
  const all = discovered().map(({ provider }) => provider);
  const on = await Promise.all(all.map((provider) => chainOf(provider).catch(() => undefined)));
  return all.filter((_, i) => on[i] === BigInt(chainId));
}

/** Has a wallet go to a chain, with the user's own endpoint of it. @throws as {@link switchChain} */
export async function switchFor(storage: Storage, provider: Provider, chainId: number): Promise<void> {
  const { endpoints } = await settingsOf(storage, chainId);
  await switchChain(provider, chainId, chainText(chainId), endpoints);
}
