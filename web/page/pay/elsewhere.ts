// Paying by a wallet on another device: its requests as codes and links (EIP-681),
// and a watch on the chain for what it pays.

import type { Address } from "../../protocol/word.ts";
import { requests } from "../../terminal/buying.ts";
import { type Call, linkOf } from "../../terminal/calldata.ts";
import { Failure, type Overruled } from "../../terminal/failure.ts";
import { words } from "../../terminal/payment.ts";
import { listingOf, type Purchase } from "../../terminal/purchase.ts";
import { spotPayment } from "../../terminal/spotting.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { button, element } from "../element.ts";
import { problemCard, problemOf } from "./problemcard.ts";
import { linkActs } from "./linkacts.ts";
import { qrCode } from "./qrcode.ts";
import { refundField } from "./refundfield.ts";
import { sentence } from "../words.ts";
import { withAddresses } from "./stepslist.ts";

/** What paying elsewhere needs. */
export interface ElsewhereOptions {
  /** Makes the terminal that watches the chain. @throws Failure "input" where nobody can be asked */
  terminal(tell: Terminal["tell"], signal: AbortSignal): Promise<Terminal>;
  readonly listing: Parameters<typeof requests>[1]["listing"];
  /** The account of a wallet that is connected here. */
  readonly account: Address | undefined;
  onPaid(purchase: Purchase): void;
  /** Goes back to paying here. */
  onBack(): void;
}

const explained =
  "This page cannot know which account will pay. If no key comes, the money goes to the address that stands here: it must be one of yours.";

/** Makes the content; leave ends the watch. */
export function elsewhere(options: ElsewhereOptions): { readonly element: HTMLElement; leave(): void } {
  const done = new AbortController();
  const problem = element("div", {});
  const codes = element("div", { class: "codes" });
  const status = element("p", { role: "status", class: "busy" });
  const show = button("Show the code", () => void begin({}), { class: "button main" });
  const field = refundField(() => undefined, explained);
  field.show(options.account);
  let shown = false;
  const back = element("div", { class: "return" });
  const backButton = button("← Pay with a wallet in this browser", () => (shown ? confirmBack() : options.onBack()), {
    class: "plain",
  });
  back.append(backButton);
  const confirmBack = (): void => {
    const ask = element(
      "section",
      { class: "card", role: "alert" },
      element("p", {}, "Has the other device paid, or is it about to? Then stay: paying here as well would pay twice."),
      element(
        "p",
        { class: "acts" },
        button("Stay here", () => back.replaceChildren(backButton), { class: "button main" }),
        button("It has not paid, go back", () => options.onBack(), { class: "button" }),
      ),
    );
    back.replaceChildren(ask);
    ask.querySelector("button")?.focus();
  };
  const begin = async (overruled: Overruled): Promise<void> => {
    const refundTo = field.value();
    if (!refundTo) return field.element.querySelector("input")?.focus();
    problem.replaceChildren();
    status.textContent = "Looking at the chain…";
    show.disabled = true;
    try {
      const terminal = await options.terminal((_, told) => (status.textContent = sentence(told)), done.signal);
      const { purchase, calls } = await requests(
        terminal,
        { listing: options.listing, refundTo, ...overruled },
        done.signal,
      );
      if (calls.length === 0) return options.onPaid(purchase);
      shown = true;
      field.element.hidden = true;
      show.hidden = true;
      codes.replaceChildren(...requestViews(calls, purchase));
      codes.querySelector("h3")?.focus();
      status.textContent = "Watching the chain for the payment. This page goes on by itself when it is there.";
      options.onPaid(await spotPayment(terminal, purchase, done.signal));
    } catch (cause) {
      if (done.signal.aborted) return;
      status.textContent = "";
      told(cause, overruled);
    } finally {
      show.disabled = false;
    }
  };
  const told = (cause: unknown, overruled: Overruled): void => {
    const shown = nobody(cause) ?? problemOf(cause, "unpaid");
    const anyway = (): void => void begin(shown.overrule ? { ...overruled, [shown.overrule]: true } : overruled);
    const card = problemCard(shown, { again: () => void begin(overruled), anyway });
    problem.replaceChildren(card);
    card.focus();
    const settings = nobody(cause) && document.querySelector<HTMLDetailsElement>("#settings");
    if (settings) settings.open = true;
  };
  const made = element(
    "div",
    { class: "elsewhere" },
    back,
    element("h2", {}, "Pay with a wallet on another device"),
    field.element,
    problem,
    element("p", { class: "acts" }, show),
    codes,
    status,
  );
  return { element: made, leave: () => done.abort() };
}

function nobody(cause: unknown) {
  if (!(cause instanceof Failure) || cause.kind !== "input" || !/^no endpoint/.test(cause.message)) return undefined;
  return {
    ...problemOf(cause, "unpaid"),
    title: "Nobody to ask about the chain",
    reason: "To see the payment, this page has to ask somebody about the chain, and knows nobody.",
    hints: ['Name an endpoint of the chain below, under "Whom this page asks", or use a browser that has a wallet.'],
  };
}

// One code at a time: two beside each other are scanned in the wrong order.
function requestViews(calls: readonly Call[], purchase: Purchase): Node[] {
  const views = calls.map((call, i) => requestView(call, purchase, i, calls.length));
  const go = (to: number): void => {
    views.forEach((view, i) => (view.hidden = i !== to));
    views[to]!.querySelector("h3")!.focus();
  };
  views.forEach((view, i) => {
    view.hidden = i > 0;
    const before = i > 0 && button("← The code before", () => go(i - 1), { class: "button" });
    const after = i + 1 < views.length && button("Done: the next code", () => go(i + 1), { class: "button main" });
    if (before || after) view.append(element("p", { class: "acts" }, before, after));
  });
  return views;
}

function requestView(call: Call, purchase: Purchase, i: number, of: number): HTMLElement {
  const link = linkOf(call);
  const title = call.name === "approve" ? "Allow the price to be taken" : "Buy";
  return element(
    "section",
    { class: "card request" },
    element("h3", { tabindex: "-1" }, of > 1 ? `${i + 1} of ${of}: ${title}` : "Scan it with the wallet"),
    element("p", {}, ...withAddresses(sentence(words(call, listingOf(purchase))))),
    qrCode(link, `Code of the payment request: ${title}`),
    linkActs(link, "Open in a wallet on this device"),
  );
}
