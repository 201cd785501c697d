// Several purchases of one tier: buying another one beside what is there, and the way
// between them.

import { said } from "../terminal/failure.ts";
import { priceOf } from "../terminal/listing.ts";
import { priceText } from "../terminal/money.ts";
import { placeName, type Purchase, purchases, reached } from "../terminal/purchase.ts";
import type { Storage } from "../terminal/storage.ts";
import { nextAttempt } from "./attempts.ts";
import { button, element } from "./element.ts";
import type { Goods } from "./goods.ts";
import { isPaid } from "./purchased.ts";

/** What the parts need. */
export interface CopiesOptions {
  readonly goods: Goods;
  readonly storage: Storage;
  /** Shows another one. */
  onShow(purchase: Purchase): void;
}

/** What leads to the other ones, above the one that is shown; nothing where there is no other. */
export async function otherCopies(options: CopiesOptions, shown: Purchase | undefined): Promise<HTMLElement[]> {
  if (shown === undefined) return [];
  const all = await purchases(options.storage, placeName(shown));
  const paid = all.filter(isPaid);
  if (!isPaid(shown) && shown.step !== "refunded") return paid.length === 0 ? [] : [paysAgain(options, paid.at(-1)!)];
  if (paid.length < 2) return [];
  const buttons = paid.map((one, i) => {
    const current = one.attempt === shown.attempt;
    const made = button(`Copy ${i + 1}`, () => options.onShow(one), { class: "button" });
    if (current) made.setAttribute("aria-current", "true");
    made.disabled = current;
    return made;
  });
  return [element("nav", { class: "acts copies", "aria-label": "What you bought of this" }, ...buttons)];
}

function paysAgain({ onShow }: CopiesOptions, last: Purchase): HTMLElement {
  return element(
    "section",
    { class: "card copies" },
    element(
      "p",
      {},
      "You have bought this already. Paying here pays once more, for another copy with a key of its own.",
    ),
    element(
      "p",
      { class: "acts" },
      button("← Show what you have", () => onShow(last), { class: "button" }),
    ),
  );
}

/** Buying another one, folded, below what was released. */
export function anotherOne({ goods, storage, onShow }: CopiesOptions, shown: Purchase | undefined): HTMLElement[] {
  if (!shown || !reached(shown, "released")) return [];
  const { listing } = goods;
  const price = priceOf(listing);
  const isFree = price === 0n;
  const told = element("p", { class: "note", role: "status" });
  const begin = async (): Promise<void> => {
    try {
      onShow(await nextAttempt(storage, shown));
    } catch (cause) {
      told.textContent = said(cause);
    }
  };
  const cost = isFree
    ? "It is free again, but for gas"
    : `You pay again: ${priceText(listing.place.chainId, listing.terms.token, price)}`;
  const made = element(
    "details",
    { class: "another" },
    element("summary", {}, isFree ? "Get another one" : "Buy another one"),
    element(
      "p",
      {},
      `You have this, and it stays yours. Another one is for somebody else, or where a limited use is over: it has a key and a receipt of its own. ${cost}.`,
    ),
    element("p", { class: "acts" }, button(isFree ? "Get another one" : "Buy another one", begin, { class: "button" })),
    told,
  );
  return [made];
}
