// The money went back: how much, where to, in which transaction; and buying again,
// which takes another key.

import { bytesToHex, equal } from "../../protocol/bytes.ts";
import { said } from "../../terminal/failure.ts";
import { money } from "../../terminal/money.ts";
import { askClaims, type Confirmed, type Refunded, refundOf } from "../../terminal/orders.ts";
import { orderIn, type Purchase } from "../../terminal/purchase.ts";
import type { Terminal, Wallet } from "../../terminal/terminal.ts";
import { addressElement } from "../address.ts";
import { nextAttempt } from "../attempts.ts";
import { button, element } from "../element.ts";
import type { Panel, PanelOptions } from "../panel.ts";
import { discovered, reconnect } from "../pay/wallets.ts";
import { terminalFor } from "../terminals.ts";
import { Badge } from "./badge.ts";
import { hashLine } from "./hashline.ts";
import { undeliveredCard } from "./undelivered.ts";

/** Refunded. */
export const refundedPanel: Panel = (options) => {
  const { purchase, storage, goods, onPurchase } = options;
  if (!purchase) throw new Error("there is no purchase that was refunded");
  const gone = new AbortController();
  const badge = new Badge(goods.listing.title);
  const order = orderIn(purchase);
  const how = element("p", { role: "status", class: "note" });
  const told = element("p", { role: "status", class: "note" });
  const again = async (): Promise<void> => {
    try {
      onPurchase(await nextAttempt(storage, purchase));
    } catch (cause) {
      told.textContent = said(cause);
    }
  };
  const title = element("h2", {}, "Your money went back");
  const destination = order ? amount(purchase, order) : element("p", {});
  const card = element(
    "section",
    { class: "card refunded" },
    title,
    ...(order ? [destination] : []),
    how,
    element("p", {}, "Nothing is owed to anyone. Buying again makes another key, and takes another payment."),
    element("p", { class: "acts" }, button("Buy again", again, { class: "button main" })),
    told,
  );
  void reconnect().catch(() => undefined); // who paid may have something to claim
  if (order) void showHow(options, order, { how, title, destination }, gone.signal);
  queueMicrotask(() => gone.signal.aborted || badge.tell("back"));
  const leave = (): void => {
    gone.abort(new Error("the panel was left"));
    badge.end();
  };
  return { content: [element("div", { class: "waiting" }, card)], leave };
};

function amount({ chainId }: Purchase, { leaf }: Confirmed): HTMLElement {
  const paid = element("strong", { class: "price" }, money(chainId, leaf.token, leaf.amount));
  return element("p", {}, paid, " goes back to ", addressElement(leaf.refundTo), ".");
}

/** Not there yet: the claim below has it sent. What lies there may be of other orders, too. */
function waitingText({ chainId }: Purchase, { leaf }: Confirmed): (Node | string)[] {
  const paid = element("strong", { class: "price" }, money(chainId, leaf.token, leaf.amount));
  return [paid, " was given back, but the account that it was sent to did not take it. Have it sent elsewhere below."];
}

/** What is written anew when the chain has told how it stands. */
interface Places {
  readonly how: HTMLElement;
  readonly title: HTMLElement;
  readonly destination: HTMLElement;
}

// The log tells by whom and in which transaction; without an endpoint, what this
// device sent is known.
async function showHow(
  options: PanelOptions,
  order: Confirmed,
  { how: place, title, destination }: Places,
  signal: AbortSignal,
): Promise<void> {
  const { purchase, storage, goods } = options;
  const { leaf } = order;
  try {
    const providers = discovered().map(({ provider }) => provider);
    const { chain, escrow } = await terminalFor(storage, goods, { providers, tell: () => undefined, signal });
    const { number } = await chain.head(signal);
    const found = await refundOf(chain, escrow, order, number, signal);
    const held = await chain.one(askClaims(escrow, leaf.token, leaf.refundTo), signal);
    if (found) place.replaceChildren(...howText(found, leaf));
    if (held >= leaf.amount && held > 0n) {
      title.textContent = "Your money waits in the escrow";
      destination.replaceChildren(...waitingText(purchase!, order));
    }
    if (held > 0n) place.after(claimCard(options, leaf, held, signal));
  } catch {
    const hash = purchase?.refund?.hash;
    if (!signal.aborted && hash !== undefined) place.replaceChildren("In transaction ", hashLine(hash, "transaction"));
  }
}

function howText({ transaction, by }: Refunded, { publisher }: Confirmed["leaf"]): (Node | string)[] {
  const who = equal(by, publisher) ? "The publisher paid it back" : "Nobody answered your demand in time";
  return [`${who}, in transaction `, hashLine(bytesToHex(transaction), "transaction")];
}

function claimCard(
  { goods, storage }: PanelOptions,
  { token, refundTo }: Confirmed["leaf"],
  held: bigint,
  signal: AbortSignal,
): HTMLElement {
  const { chainId } = goods.listing.place;
  const terminal = async (wallet: Wallet | undefined, until: AbortSignal): Promise<Terminal> => {
    const providers = discovered().map(({ provider }) => provider);
    return terminalFor(storage, goods, { wallet, providers, tell: () => undefined, signal: until });
  };
  return undeliveredCard({ token, owner: refundTo, held, chainId, terminal }, signal);
}
