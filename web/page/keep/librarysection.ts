// The products that were scanned on this device, and how far each purchase has come.

import { legible, type Purchase } from "../../terminal/purchase.ts";
import type { Storage } from "../../terminal/storage.ts";
import { addressElement } from "../address.ts";
import { element } from "../element.ts";
import { idOf, type Scanned } from "../scan/scanned.ts";
import { all } from "./library.ts";
import { isPaid, purchasesOf, stateBadge } from "../purchased.ts";

/** A product, and the last purchase of each of its tiers. */
interface Entry {
  readonly scanned: Scanned & { readonly at: Date };
  readonly bought: readonly Purchase[];
}

/** Lists the library, what was bought first; nothing where it is empty. */
export async function librarySection(storage: Storage): Promise<HTMLElement> {
  const section = element("section", { class: "library", "aria-labelledby": "library" });
  const [products, kept] = await Promise.all([all(), legible(storage)]).catch(() => [undefined, undefined] as const);
  if (!products) section.append(element("p", { class: "note" }, unkept));
  if (!products) return section;
  const { purchases: every, illegible } = kept;
  const entries = products.map((scanned): Entry => ({ scanned, bought: purchasesOf(scanned, every) }));
  const ordered = [...entries.filter(isBought), ...entries.filter((entry) => !isBought(entry))];
  const items = [...ordered.map(entryElement), ...strays(entries, every).map(strayElement)];
  if (illegible.length > 0)
    section.append(element("p", { class: "note", role: "alert" }, unreadText(illegible.length)));
  if (items.length === 0) return section;
  section.append(element("h2", { id: "library" }, "Your library"), element("ul", {}, ...items));
  return section;
}

const unkept =
  "This browser keeps no library here, as private windows do: products are shown, and forgotten, and nothing can be bought. To buy, leave the private window, or allow this site to keep data.";

function unreadText(count: number): string {
  const what = count === 1 ? "One purchase is" : `${count} purchases are`;
  return `${what} kept here that this page cannot read, as one of a newer page may be. Nothing of it is lost: load the page anew, or open it where it was bought.`;
}

function isBought({ bought }: Entry): boolean {
  return bought.some(isPaid);
}

function entryElement({ scanned, bought }: Entry): HTMLElement {
  const { content, binding } = scanned.header;
  const [only] = bought;
  const one = bought.length === 1 && only;
  const scannedOn = `scanned ${scanned.at.toLocaleDateString(undefined, { dateStyle: "medium" })}`;
  const link = element(
    "a",
    { href: `#${idOf(scanned)}${one ? `/${one.tier}` : ""}` },
    element("strong", { dir: "auto", lang: content.language || undefined }, content.title),
    one ? tierElement(one) : undefined,
    element("span", {}, "by ", addressElement(binding.terms.signer)),
    element("span", {}, scannedOn),
  );
  if (bought.length < 2) return element("li", {}, link);
  const tiers = bought.map((purchase) =>
    element("li", {}, element("a", { href: `#${idOf(scanned)}/${purchase.tier}` }, tierElement(purchase))),
  );
  return element("li", {}, link, element("ul", { class: "tiersbought" }, ...tiers));
}

function tierElement(purchase: Purchase): HTMLElement {
  return element(
    "span",
    { class: "state" },
    element("span", {}, "tier ", element("bdi", {}, purchase.tierName)),
    " ",
    stateBadge(purchase),
  );
}

/** Purchases whose product is not here, as after a copy of an older page was taken in. */
function strays(entries: readonly Entry[], every: readonly Purchase[]): Purchase[] {
  const here = new Set(entries.flatMap(({ bought }) => bought.map(({ product, tier }) => `${product}/${tier}`)));
  const missing = every.filter((purchase) => isPaid(purchase) && !here.has(`${purchase.product}/${purchase.tier}`));
  return [...new Map(missing.map((purchase) => [`${purchase.product}/${purchase.tier}`, purchase])).values()];
}

function strayElement(purchase: Purchase): HTMLElement {
  return element(
    "li",
    { class: "stray" },
    element("strong", { dir: "auto" }, purchase.title),
    tierElement(purchase),
    element("span", {}, "You bought this. Its code is not on this device any more: scan it again to go on."),
  );
}
