// An address's name beside it, where one is found.

import type { Address } from "../../protocol/word.ts";
import { type Endpoint, httpEndpoint, type Provider, providerEndpoint } from "../../terminal/endpoint.ts";
import type { Storage } from "../../terminal/storage.ts";
import { element } from "../element.ts";
import { primaryName } from "./ens.ts";
import { settingsOf } from "./settings.ts";

/** What the name is looked up with. */
export interface NameOptions {
  readonly storage: Storage;
  /** The connected wallet's, which is asked where it is on chain 1. */
  readonly provider: Provider | undefined;
  readonly signal: AbortSignal;
}

/** An element that is empty until a name was found. */
export function ensNote(address: Address, options: NameOptions): HTMLElement {
  const note = element("span", { class: "ens" });
  const look = async (): Promise<void> => {
    const name = navigator.onLine ? await primaryName(await asked(options), address, options.signal) : undefined;
    if (name !== undefined)
      note.append(element("strong", {}, name), " ", element("span", { class: "note" }, "is its name at ENS"));
  };
  look().catch(() => undefined); // the address stands there all the same
  return note;
}

/** The user's own endpoints of chain 1, and the wallet. */
async function asked({ storage, provider }: NameOptions): Promise<Endpoint[]> {
  const { endpoints } = await settingsOf(storage, 1);
  return [...endpoints.map((url) => httpEndpoint(url)), ...(provider ? [providerEndpoint(provider)] : [])];
}
