// The purchase of one tier: paid for, waited for, opened, each on a panel of its own.

import { priceOf } from "../terminal/listing.ts";
import type { Purchase, Step } from "../terminal/purchase.ts";
import type { Storage } from "../terminal/storage.ts";
import { anotherOne, otherCopies } from "./copies.ts";
import { button, element } from "./element.ts";
import type { Goods } from "./goods.ts";
import { settingsSection } from "./keep/settingssection.ts";
import type { Panel } from "./panel.ts";
import { amountInShort } from "./amount.ts";
import { payPanel } from "./pay/paypanel.ts";
import { openPanel } from "./open/openpanel.ts";
import type { Screen } from "./screen.ts";
import { refundedPanel } from "./wait/refundedpanel.ts";
import { waitPanel } from "./wait/waitpanel.ts";

/** What the screen needs. */
export interface PurchaseOptions {
  readonly goods: Goods;
  readonly storage: Storage;
  readonly purchase: Purchase | undefined;
  /** Goes back to the product. */
  onLeave(): void;
}

const panels: Readonly<Record<Step, Panel>> = {
  prepared: payPanel,
  approving: payPanel,
  sent: waitPanel,
  seen: waitPanel,
  confirmed: waitPanel,
  released: openPanel,
  opened: openPanel,
  refunded: refundedPanel,
};

/** Makes the screen. */
export function purchaseScreen({ goods, storage, purchase, onLeave }: PurchaseOptions): Screen {
  const others = element("div", { hidden: true });
  const place = element("div", { class: "panel", tabindex: "-1" });
  const another = element("div", {});
  let shown: Screen | undefined;
  let panel: Panel | undefined;
  let now: Purchase | undefined;
  let copiesOf: number | undefined; // the attempt that the way to another one stands below
  const show = (next: Purchase | undefined): void => {
    const due = panels[next?.step ?? "prepared"];
    const isSame = due === panel && (now === undefined || now.attempt === next?.attempt);
    now = next;
    void showCopies();
    if (isSame) return;
    shown?.leave?.();
    panel = due;
    shown = due({ goods, storage, purchase: next, onPurchase: show });
    place.replaceChildren(...shown.content);
    if (purchase !== next) place.focus({ preventScroll: true }); // the button that was pressed is gone
  };
  const showCopies = async (): Promise<void> => {
    const [of, at] = [{ goods, storage, onShow: show }, now];
    const above = await otherCopies(of, at).catch(() => []);
    if (at !== now) return;
    others.replaceChildren(...above);
    others.hidden = above.length === 0; // no room for nothing
    const unfolded = copiesOf === at?.attempt && another.querySelector("details")?.open === true;
    copiesOf = at?.attempt;
    another.replaceChildren(...anotherOne(of, at));
    another.querySelector("details")?.toggleAttribute("open", unfolded);
  };
  show(purchase);
  const content = [
    element("nav", { class: "back" }, button("← Back to the product", onLeave, { class: "plain" })),
    heading(goods),
    others,
    place,
    another,
    settingsSection(storage, [goods.listing.place.chainId]),
  ];
  return { content, leave: () => shown?.leave?.() };
}

function heading({ scanned, listing }: Goods): HTMLElement {
  const { chainId } = listing.place;
  return element(
    "header",
    { class: "purchase" },
    element("h1", { dir: "auto", lang: scanned.header.content.language || undefined }, listing.title),
    element(
      "p",
      { class: "lead" },
      element("bdi", {}, listing.tierName),
      ` · ${amountInShort(chainId, listing.terms.token, priceOf(listing))}`,
    ),
  );
}
