// What was bought is here: the button that opens it, and what to know before.

import type { Right } from "../../protocol/rights.ts";
import { type Purchase, reached } from "../../terminal/purchase.ts";
import { button, element } from "../element.ts";
import { isLast, leftOf } from "./rightssection.ts";
import type { Uses } from "./uses.ts";

/** What the section needs. */
export interface ReadyOptions {
  readonly purchase: Purchase;
  readonly rights: readonly Right[];
  readonly paid: number;
  readonly uses: Uses;
  onOpen(): void;
}

/** Makes the section; of rights that are over it says so kindly. */
export function readySection(options: ReadyOptions): HTMLElement {
  const { purchase, rights, paid, uses, onOpen } = options;
  if (isOver(options)) return overSection();
  const again = reached(purchase, "opened");
  return element(
    "section",
    { class: "card ready" },
    element("h2", {}, again ? "It is yours" : "Here is your key"),
    element(
      "p",
      {},
      again
        ? "You have opened it before. It opens again on this device, without a network."
        : "The committee has released what you paid for. It opens on this device: nothing is sent to anyone.",
    ),
    isLast(rights, paid, uses) &&
      element(
        "p",
        { class: "trouble notice" },
        "This is the last opening that you bought. Take the time to save what you want to keep.",
      ),
    element("p", { class: "acts" }, button("Open", onOpen, { class: "button main large" })),
  );
}

/** Whether every right with a meaning is over. */
function isOver({ rights, paid, uses }: ReadyOptions): boolean {
  const left = rights.map((right) => leftOf(right, paid, uses));
  return left.length > 0 && left.every((of) => of?.over === true);
}

/** What is said when the rights of a tier are over. */
export function overSection(): HTMLElement {
  return element(
    "section",
    { class: "card ready over", tabindex: "-1" },
    element("h2", {}, "This was for a limited use, which is over"),
    element(
      "p",
      {},
      "What you bought was to be opened for so long, or so often, and you have had all of it here. " +
        "Nothing was deleted: what you saved is yours to keep, and so is your receipt.",
    ),
    element("p", {}, "To open it again, buy it again: a new purchase begins anew."),
  );
}
