// The wallets of this browser: each announces itself (EIP-6963), some later than the
// page starts. What they say of themselves is a stranger's: names are text, icons
// are pictures without a script, and a wallet is asked nothing before its user chose it.

import { parseAddress } from "../../protocol/word.ts";
import { asDocument, type Document } from "../../terminal/document.ts";
import type { Provider } from "../../terminal/endpoint.ts";
import { Failure } from "../../terminal/failure.ts";
import type { Storage } from "../../terminal/storage.ts";
import { Declined, type Wallet } from "../../terminal/terminal.ts";
import { iconUrl } from "./icon.ts";

/** A wallet that may be connected. */
export interface WalletOffer {
  /** Of this visit. */
  readonly uuid: string;
  readonly name: string;
  /** The blob: address of its picture. */
  readonly icon?: string;
  /** What it is called on every visit, as "io.metamask". */
  readonly rdns: string;
  readonly provider: Provider;
}

/** The events of a provider (EIP-1193), which some have not. */
interface Evented extends Provider {
  on?(event: string, listener: (told: unknown) => void): unknown;
  removeListener?(event: string, listener: (told: unknown) => void): unknown;
}

type Listener = () => void;
/** What is read of the window. */
export type Announcing = EventTarget & { readonly ethereum?: unknown };

const longest = 60;
const chosenName = "wallet"; // in the store: the rdns of the last one that was connected

/** Wallets that were found, and the one that is connected. */
export class Wallets {
  readonly #target: Announcing;
  readonly #storage: Pick<Storage, "get" | "put">;
  readonly #offers = new Map<string, WalletOffer>();
  readonly #finds = new Set<Listener>();
  readonly #changes = new Set<Listener>();
  #connection: { readonly offer: WalletOffer; wallet: Wallet; end(): void } | undefined;
  #last: WalletOffer | undefined;

  constructor(target: Announcing, storage: Pick<Storage, "get" | "put">) {
    this.#target = target;
    this.#storage = storage;
    target.addEventListener("eip6963:announceProvider", (event) => this.#announced((event as CustomEvent).detail));
    target.dispatchEvent(new Event("eip6963:requestProvider"));
  }

  /** The wallets that are here; window.ethereum where none announced itself. */
  discovered(): readonly WalletOffer[] {
    if (this.#offers.size > 0) return [...this.#offers.values()];
    const { ethereum } = this.#target;
    if (!isProvider(ethereum)) return [];
    if (this.#last?.provider !== ethereum)
      this.#last = { uuid: "window.ethereum", name: "The wallet of this browser", rdns: "", provider: ethereum };
    return [this.#last];
  }

  /** Calls a listener at each wallet that announces itself from now on. Returns what ends that. */
  onDiscovered(listener: Listener): () => void {
    this.#finds.add(listener);
    return () => this.#finds.delete(listener);
  }

  /** The wallet that is connected, with the account that it has now. */
  connected(): Wallet | undefined {
    return this.#connection?.wallet;
  }

  /** What the connected wallet called itself. */
  connectedOffer(): WalletOffer | undefined {
    return this.#connection?.offer;
  }

  /** Calls a listener when a wallet was connected or left, or has another account or chain. */
  onChanged(listener: Listener): () => void {
    this.#changes.add(listener);
    return () => this.#changes.delete(listener);
  }

  /** Asks a wallet for its account. @throws Declined where it, or its user, does not */
  async connect(offer: WalletOffer): Promise<Wallet> {
    const accounts = await offer.provider.request({ method: "eth_requestAccounts" }).catch((cause: unknown) => {
      throw refusalTo(cause);
    });
    const [address] = accountsIn(accounts);
    if (address === undefined) throw new Declined("connect", "it gave no account");
    // Forgotten, it is chosen again on the next visit: no more.
    await this.#storage.put(chosenName, offer.rdns).catch(() => undefined);
    return this.#enter(offer, address);
  }

  /** Connects the wallet that was chosen on an earlier visit, if it is here and still lets us: it asks its user nothing. */
  async reconnect(): Promise<Wallet | undefined> {
    if (this.connected()) return this.connected();
    const chosen = await this.#storage.get(chosenName).catch(() => undefined);
    const offer = this.discovered().find(({ rdns }) => rdns === chosen);
    if (offer === undefined) return undefined;
    const accounts = await offer.provider.request({ method: "eth_accounts" }).catch(() => []);
    const [address] = accountsIn(accounts);
    if (this.connected()) return this.connected();
    return address === undefined ? undefined : this.#enter(offer, address);
  }

  /** Leaves the connected wallet, to choose another. */
  leave(): void {
    this.#connection?.end();
    this.#connection = undefined;
    this.#tell(this.#changes);
  }

  #announced(detail: unknown): void {
    const offer = readOffer(detail);
    if (offer === undefined || this.#offers.has(offer.uuid)) return;
    this.#offers.set(offer.uuid, offer);
    this.#tell(this.#finds);
  }

  #enter(offer: WalletOffer, address: string): Wallet {
    this.#connection?.end();
    const provider = offer.provider as Evented;
    const connection = { offer, wallet: { provider, address: parseAddress(address) }, end: () => undefined as void };
    const heard: Record<string, (told: unknown) => void> = {
      accountsChanged: (told) => {
        const [now] = accountsIn(told);
        if (now === undefined) return this.leave();
        connection.wallet = { provider, address: parseAddress(now) };
        this.#tell(this.#changes);
      },
      chainChanged: () => this.#tell(this.#changes),
      disconnect: () => this.leave(),
    };
    // Some providers forget no listener: one that was left is not heard.
    const listeners = Object.entries(heard).map(([event, listener]) => {
      const mine = (told: unknown): void => (this.#connection === connection ? listener(told) : undefined);
      provider.on?.(event, mine);
      return [event, mine] as const;
    });
    connection.end = () => listeners.forEach(([event, listener]) => provider.removeListener?.(event, listener));
    this.#connection = connection;
    this.#tell(this.#changes);
    return connection.wallet;
  }

  #tell(listeners: ReadonlySet<Listener>): void {
    for (const listener of [...listeners]) listener();
  }
}

/** Reads what a wallet announced; undefined for what is no announcement. */
function readOffer(detail: unknown): WalletOffer | undefined {
  try {
    const { info, provider } = asDocument("announcement", detail) as { info?: unknown; provider?: unknown };
    const { uuid, name, icon, rdns } = asDocument("info", info);
    if (typeof uuid !== "string" || typeof name !== "string" || !isProvider(provider)) return undefined;
    const shown = name.replace(/[\p{C}\s]+/gu, " ").trim();
    const picture = typeof icon === "string" ? iconUrl(icon) : undefined;
    return {
      uuid,
      name: shown === "" ? "A wallet without a name" : Array.from(shown).slice(0, longest).join(""),
      rdns: typeof rdns === "string" ? rdns.slice(0, 253) : "",
      provider,
      ...(picture !== undefined && { icon: picture }),
    };
  } catch {
    return undefined;
  }
}

function isProvider(value: unknown): value is Provider {
  return typeof value === "object" && value !== null && typeof (value as Document)["request"] === "function";
}

// Only what is an address counts, in either case.
function accountsIn(told: unknown): string[] {
  if (!Array.isArray(told)) return [];
  return told
    .filter((one): one is string => typeof one === "string" && /^0x[0-9a-fA-F]{40}$/.test(one))
    .map((one) => one.toLowerCase());
}

function refusalTo(cause: unknown): Failure {
  const declined = new Declined("connect", cause);
  if ((cause as { code?: unknown } | null)?.code !== -32002) return declined;
  return new Failure("pending", "the wallet was asked before, and waits for you", ["open it, and answer there"], cause);
}
