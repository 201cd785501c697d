// Wallets in a page as extensions put them there (EIP-1193, EIP-6963). The page has a
// provider that hands on; keys, and what a test does to a wallet, are on this side.

import type { BrowserContext } from "playwright-core";
import { toHex } from "viem";
import type { Asked, TestWallet } from "../wallets.ts";

/** How a wallet presents itself (EIP-6963). */
export interface Presented {
  readonly uuid: string;
  readonly name: string;
  /** A data: URI. */
  readonly icon: string;
  readonly rdns: string;
}

/** A wallet of a page. */
export interface InjectedWallet extends Presented {
  /** The keys: what was sent and signed (`asked`), and the hooks before and after. */
  readonly keys: TestWallet;
  /** Every method that it was asked, in order. */
  readonly methods: string[];
  /** The chain that it is on, chains that it knows, and whether it was connected to the page. */
  chainId: number;
  readonly known: Set<number>;
  connected: boolean;
  /** The chain of its keys' endpoint; on another one it answers nothing of a chain. */
  readonly home: number;
  /** Where it was injected. */
  readonly contexts: BrowserContext[];
  /** Called before any request is worked on: what it throws is the answer, `{ code: 4001 }` for instance. */
  before: (asked: Asked) => void | Promise<void>;
  /** Fires an event of its provider in the page. */
  emit(event: "accountsChanged" | "chainChanged" | "disconnect", argument: unknown): Promise<void>;
  /** Goes to another chain, and says so. */
  switchTo(chainId: number): Promise<void>;
}

/** What may differ of a wallet. */
export interface WalletOptions extends Partial<Presented> {
  /** The chain that its keys' endpoint is of. */
  readonly home: number;
  /** Where it is at first, if not there. */
  readonly chainId?: number;
  /** Whether it must be told of the home chain before it goes there. */
  readonly unaware?: boolean;
}

const icon = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3" fill="teal"/></svg>')}`;

let made = 0;

/** Makes a wallet for pages. It is in none before `inject`. */
export function injectable(keys: TestWallet, options: WalletOptions): InjectedWallet {
  const { home, unaware = false, chainId = home } = options;
  const contexts: BrowserContext[] = [];
  const number = ++made;
  const wallet: InjectedWallet = {
    uuid: `350670db-19fa-4704-a166-${String(number).padStart(12, "0")}`,
    name: "Test Wallet",
    icon,
    rdns: "example.wallet",
    ...presentedOf(options),
    keys,
    methods: [],
    chainId,
    known: new Set(unaware ? [1, chainId] : [1, chainId, home]),
    connected: false,
    before: () => undefined,
    home,
    contexts,
    async emit(event, argument) {
      for (const page of contexts.flatMap((context) => context.pages()))
        await page.evaluate(
          ([uuid, type, value]) =>
            dispatchEvent(new CustomEvent(`wallet ${uuid as string}`, { detail: [type, value] })),
          [wallet.uuid, event, argument] as const,
        );
    },
    async switchTo(to) {
      wallet.chainId = to;
      await wallet.emit("chainChanged", toHex(to));
    },
  };
  return wallet;
}

function presentedOf({ uuid, name, icon, rdns }: WalletOptions): Partial<Presented> {
  return Object.fromEntries(Object.entries({ uuid, name, icon, rdns }).filter(([, value]) => value !== undefined));
}

type Answer = { readonly result: unknown } | { readonly error: { code: number; message: string; data?: unknown } };

/** Puts wallets into all that pages of a context load from now on. */
export async function inject(context: BrowserContext, wallets: readonly InjectedWallet[]): Promise<void> {
  for (const { contexts } of wallets) contexts.push(context);
  await context.exposeFunction("askWallet", async (uuid: string, asked: Asked): Promise<Answer> => {
    const wallet = wallets.find((one) => one.uuid === uuid)!;
    wallet.methods.push(asked.method);
    try {
      await wallet.before(asked);
      return { result: (await work(wallet, asked)) ?? null };
    } catch (cause) {
      const { code = -32603, message, data } = cause as { code?: number; message: string; data?: unknown };
      return { error: { code, message, data } };
    }
  });
  await context.addInitScript(
    announce,
    wallets.map(({ uuid, name, icon, rdns }) => ({ uuid, name, icon, rdns })),
  );
}

const fault = (code: number, message: string): Error => Object.assign(new Error(message), { code });

async function work(wallet: InjectedWallet, asked: Asked): Promise<unknown> {
  const accounts = [`0x${Buffer.from(wallet.keys.address).toString("hex")}`];
  switch (asked.method) {
    case "eth_requestAccounts":
      wallet.connected = true;
      return accounts;
    case "eth_accounts":
      return wallet.connected ? accounts : [];
    case "eth_chainId":
      return toHex(wallet.chainId);
    case "wallet_switchEthereumChain":
      return goTo(wallet, numberIn(asked));
    case "wallet_addEthereumChain":
      wallet.known.add(numberIn(asked));
      return goTo(wallet, numberIn(asked));
    case "eth_sendTransaction":
    case "eth_signTypedData_v4":
      if (!wallet.connected) throw fault(4100, "The requested account has not been authorized by the user.");
  }
  if (wallet.chainId !== wallet.home) throw fault(-32603, `the wallet is on chain ${wallet.chainId}`);
  return wallet.keys.provider.request(asked);
}

function numberIn({ params }: Asked): number {
  return Number((params as [{ chainId: string }])[0].chainId);
}

async function goTo(wallet: InjectedWallet, chainId: number): Promise<null> {
  if (!wallet.known.has(chainId)) throw fault(4902, `Unrecognized chain ID ${toHex(chainId)}.`);
  if (chainId !== wallet.chainId) await wallet.switchTo(chainId);
  return null;
}

/** Runs in the page, before its own scripts. */
function announce(wallets: Presented[]): void {
  const ask = (globalThis as unknown as Record<"askWallet", (uuid: string, asked: unknown) => Promise<Answer>>)
    .askWallet;
  const details = wallets.map((info) => {
    const listeners = new Map<string, Set<(argument: unknown) => void>>();
    addEventListener(`wallet ${info.uuid}`, (event) => {
      const [type, argument] = (event as CustomEvent<[string, unknown]>).detail;
      for (const listener of listeners.get(type) ?? []) listener(argument);
    });
    const provider = {
      async request(asked: unknown) {
        const answer = await ask(info.uuid, JSON.parse(JSON.stringify(asked)));
        if ("result" in answer) return answer.result;
        const { code, message, data } = answer.error;
        throw Object.assign(new Error(message), { code, data });
      },
      on(type: string, listener: (argument: unknown) => void) {
        listeners.set(type, (listeners.get(type) ?? new Set()).add(listener));
        return provider;
      },
      removeListener(type: string, listener: (argument: unknown) => void) {
        listeners.get(type)?.delete(listener);
        return provider;
      },
    };
    return Object.freeze({ info: Object.freeze(info), provider });
  });
  const tell = (): void => {
    for (const detail of details) dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  };
  addEventListener("eip6963:requestProvider", tell);
  tell();
}
