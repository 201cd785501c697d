// The wallets of this window.

import type { Wallet } from "../../terminal/terminal.ts";
import { storage } from "../keep/storage.ts";
import { type WalletOffer, Wallets } from "./discovery.ts";

export type { WalletOffer } from "./discovery.ts";

const wallets = new Wallets(window as Window & { readonly ethereum?: unknown }, storage);

/** The wallets that are here now. */
export function discovered(): readonly WalletOffer[] {
  return wallets.discovered();
}

/** Calls a listener at each wallet that announces itself later. Returns what ends that. */
export function onDiscovered(listener: () => void): () => void {
  return wallets.onDiscovered(listener);
}

/** Asks a wallet for its account, and remembers it. @throws Failure where it gives none */
export function connect(offer: WalletOffer): Promise<Wallet> {
  return wallets.connect(offer);
}

/** The wallet that is connected in this visit. */
export function connected(): Wallet | undefined {
  return wallets.connected();
}

/** What the connected wallet is called. */
export function connectedOffer(): WalletOffer | undefined {
  return wallets.connectedOffer();
}

/** Calls a listener when a wallet was connected or left, or has another account or chain. Returns what ends that. */
export function onWalletChanged(listener: () => void): () => void {
  return wallets.onChanged(listener);
}

/** Connects the wallet of an earlier visit without asking its user, where it is here and lets us. */
export function reconnect(): Promise<Wallet | undefined> {
  return wallets.reconnect();
}

/** Leaves the connected wallet. */
export function leaveWallet(): void {
  wallets.leave();
}
