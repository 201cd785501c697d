// How a token is paid with, where it can be in several ways.

import type { Way } from "../../terminal/token.ts";
import { element } from "../element.ts";

/** What each way is called, and means. */
export const wayWords: Readonly<Record<Way, readonly [name: string, meaning: string]>> = {
  authorization: [
    "One signature",
    "You sign for this one purchase, and send it. What you sign can pay for nothing else.",
  ],
  permit: ["Two signatures", "You sign that exactly the price may be taken, and what it buys, and send both together."],
  approval: [
    "Approve first",
    "You send two transactions: one that lets exactly the price be taken, then the one that pays.",
  ],
};

/** The inside of the section: nothing where there is no choice. */
export function wayContent(ways: readonly Way[], chosen: Way | undefined, choose: (way: Way) => void): Node[] {
  if (ways.length < 2) return [];
  const options = ways.map((way, i) => {
    const [name, meaning] = wayWords[way];
    const radio = element("input", { type: "radio", name: "way", value: way, checked: way === chosen });
    radio.addEventListener("change", () => choose(way));
    return element(
      "label",
      { class: "choice" },
      radio,
      element(
        "span",
        { class: "words" },
        element("span", { class: "name" }, name, i === 0 && " (best)"),
        element("span", { class: "holds" }, meaning),
      ),
    );
  });
  return [element("fieldset", { class: "tiers" }, element("legend", {}, "How to pay"), ...options)];
}
