// Connecting a wallet where one is needed.

import { said } from "../../terminal/failure.ts";
import { button, element } from "../element.ts";
import { walletFace } from "../pay/walletsection.ts";
import { connect, discovered, onDiscovered, type WalletOffer } from "../pay/wallets.ts";

/** Buttons for the wallets of this browser, and what ends their watching. */
export function walletRow(): { readonly node: HTMLElement; leave(): void } {
  const told = element("span", { role: "status", class: "note" });
  const row = element("span", { class: "acts" });
  const node = element("div", { class: "connecting" }, row, told);
  const show = (): void => {
    const offers = discovered();
    row.replaceChildren(...offers.map((offer) => offerButton(offer, told)));
    told.textContent = offers.length > 0 ? "" : "No wallet was found in this browser.";
  };
  show();
  return { node, leave: onDiscovered(show) };
}

function offerButton(offer: WalletOffer, told: HTMLElement): HTMLElement {
  const take = (): Promise<unknown> =>
    connect(offer).catch((cause: unknown) => {
      told.textContent = said(cause);
    });
  const made = button("", take, { class: "button wallet" });
  made.append(...walletFace(offer, `Connect ${offer.name}`));
  return made;
}
