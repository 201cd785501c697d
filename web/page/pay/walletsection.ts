// Choosing a wallet, and the account that pays.

import type { Address } from "../../protocol/word.ts";
import { addressElement } from "../address.ts";
import { button, element } from "../element.ts";
import type { WalletOffer } from "./discovery.ts";

/** What the section does. */
export interface WalletActs {
  connect(offer: WalletOffer): void;
  leave(): void;
}

/** What it shows. */
export interface WalletState {
  readonly offers: readonly WalletOffer[];
  readonly connected?: { readonly offer: WalletOffer; readonly account: Address };
  /** The uuid of the wallet that is being asked for its account. */
  readonly asking?: string;
}

/** The inside of the section for a state. */
export function walletContent(state: WalletState, acts: WalletActs): Node[] {
  const { offers, connected, asking } = state;
  if (connected) return [element("h2", {}, "Your wallet"), account(connected, acts)];
  if (offers.length === 0) return [element("h2", {}, "Your wallet"), ...none()];
  const [only] = offers;
  const single = offers.length === 1 && only !== undefined;
  return [
    element("h2", {}, single ? "Your wallet" : "Choose a wallet"),
    element("p", { class: "note" }, "It shows this page your account. Nothing is paid by that."),
    element(
      "ul",
      { class: "wallets" },
      ...offers.map((offer) =>
        element(
          "li",
          {},
          connectButton(offer, single, asking === offer.uuid, () => acts.connect(offer)),
        ),
      ),
    ),
    element("p", { role: "status", class: "note" }, asking === undefined ? "" : "Look into your wallet: it asks you."),
  ];
}

function connectButton(offer: WalletOffer, single: boolean, asking: boolean, act: () => void): HTMLButtonElement {
  const made = button("", act, { class: single ? "button main wallet" : "button wallet" });
  made.append(...walletFace(offer, `Connect ${offer.name}`));
  if (asking) made.setAttribute("aria-busy", "true");
  return made;
}

function account({ offer, account }: NonNullable<WalletState["connected"]>, acts: WalletActs): HTMLElement {
  return element(
    "div",
    { class: "paying" },
    element(
      "div",
      { class: "chosen" },
      element("p", { class: "wallet" }, ...walletFace(offer, offer.name)),
      button("Use another wallet", () => acts.leave(), { class: "plain" }),
    ),
    element("p", {}, "pays from ", addressElement(account)),
  );
}

/** A wallet's picture, which says nothing that its name does not, and words with that name. */
export function walletFace({ icon }: WalletOffer, words: string): Node[] {
  const name = element("bdi", {}, words);
  return icon === undefined ? [name] : [element("img", { src: icon, alt: "", width: "24", height: "24" }), name];
}

function none(): Node[] {
  return [
    element("p", {}, "No wallet was found in this browser."),
    element(
      "p",
      { class: "note" },
      "A wallet is a program or a browser extension that keeps your account. If you have one on a phone, pay with that below.",
    ),
  ];
}
