// An account that has too little to pay.

import { isZero } from "../../protocol/word.ts";
import { money } from "../../terminal/money.ts";
import type { Amount } from "../../terminal/planning.ts";
import { button, element } from "../element.ts";
import { rounded } from "../amount.ts";

/** Says how much is missing, and offers to look again. What gas takes is known about. */
export function lackNotice(chainId: number, missing: readonly Amount[], again: () => void): HTMLElement {
  const amounts = missing.map(({ token, amount }) => money(chainId, token, isZero(token) ? rounded(amount) : amount));
  const words = `Not enough money in this account: about ${amounts.join(" and ")} is missing, gas included.`;
  return element(
    "section",
    { class: "card problem", role: "status" },
    element("p", {}, words),
    element("p", { class: "acts" }, button("Look again", again, { class: "button" })),
  );
}
