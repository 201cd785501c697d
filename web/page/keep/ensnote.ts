// An address's name beside it, where one is found.

import type { Address } from "../../protocol/word.ts";
import { type Endpoint, httpEndpoint, providerEndpoint } from "../../terminal/endpoint.ts";
import type { Storage } from "../../terminal/storage.ts";
import { element } from "../element.ts";
import { connected } from "../pay/wallets.ts";
import { primaryName } from "./ens.ts";
import { settingsOf } from "./settings.ts";

/** An element that is empty until a name was found. */
export function ensNote(storage: Storage, address: Address, signal: AbortSignal): HTMLElement {
  const note = element("span", { class: "ens" });
  const look = async (): Promise<void> => {
    const name = navigator.onLine ? await primaryName(await asked(storage), address, signal) : undefined;
    if (name !== undefined)
      note.append(element("strong", {}, name), " ", element("span", { class: "note" }, "is its name at ENS"));
  };
  look().catch(() => undefined); // the address stands there all the same
  return note;
}

/** The user's own endpoints of chain 1, and the connected wallet, which is asked where it is on chain 1. */
async function asked(storage: Storage): Promise<Endpoint[]> {
  const { endpoints } = await settingsOf(storage, 1);
  const wallet = connected();
  return [...endpoints.map((url) => httpEndpoint(url)), ...(wallet ? [providerEndpoint(wallet.provider)] : [])];
}
