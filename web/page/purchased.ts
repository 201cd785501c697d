// What was bought of a product on this device, and how far that has come, in words.

import { bytesToHex } from "../protocol/bytes.ts";
import { productOf } from "../protocol/headersignature.ts";
import { type Purchase, reached, type Step } from "../terminal/purchase.ts";
import { deployment } from "./deployment.ts";
import { element } from "./element.ts";
import type { Scanned } from "./scan/scanned.ts";

const words: Readonly<Record<Step, string>> = {
  prepared: "not paid yet",
  approving: "not paid yet",
  sent: "payment on its way",
  seen: "payment on its way",
  confirmed: "waiting for the key",
  released: "bought",
  opened: "opened",
  refunded: "money back",
};

/** How far a purchase has come. */
export function stateText({ step }: Purchase): string {
  return words[step];
}

/** How far it has come, as a badge. */
export function stateBadge(purchase: Purchase): HTMLElement {
  const look = reached(purchase, "released") ? "ok" : isPaid(purchase) ? "going" : "";
  return element("span", { class: `badge ${look}` }, stateText(purchase));
}

/** Whether money is, or may be, in it: paid, and not back. */
export function isPaid(purchase: Purchase): boolean {
  return reached(purchase, "sent");
}

/** Of two attempts in their order the one that counts: the later, unless it alone was not paid for. */
export function shownOf(before: Purchase | undefined, next: Purchase): Purchase {
  return before && isPaid(before) && !isPaid(next) && next.step !== "refunded" ? before : next;
}

/** The purchase of each tier that counts of a product, of all purchases in their order. */
export function purchasesOf({ header }: Scanned, all: readonly Purchase[]): Purchase[] {
  const product = bytesToHex(productOf(header, deployment));
  const escrow = bytesToHex(deployment.escrow);
  const shown = new Map<number, Purchase>();
  for (const purchase of all) {
    if (purchase.product !== product || purchase.escrow !== escrow) continue;
    if (purchase.chainId !== header.binding.chainId || !header.content.tiers[purchase.tier]) continue;
    shown.set(purchase.tier, shownOf(shown.get(purchase.tier), purchase));
  }
  return [...shown.values()].sort((a, b) => a.tier - b.tier);
}
