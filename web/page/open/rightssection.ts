// What may be done with what was bought, and how long.

import { readRight, type Right } from "../../protocol/rights.ts";
import { element } from "../element.ts";
import { rightText, timeText } from "../product/rightwords.ts";
import type { Uses } from "./uses.ts";
import { capital } from "../words.ts";

/** What is left of a right. */
export interface Left {
  readonly words: string;
  readonly over: boolean;
}

/**
 * Says what is left of a right.
 * @param paid when it was paid, Unix seconds
 * @param now the greatest time that was seen, Unix seconds
 */
export function leftOf(right: Right, paid: number, { openings, latest: now }: Uses): Left | undefined {
  const { known, count, end } = readRight(right, paid);
  if (!known) return undefined;
  if (end >= 0 && Math.max(now, paid) >= end) return { words: `over since ${timeText(end)}`, over: true };
  if (count > 0 && openings >= count) {
    return { words: count === 1 ? "the only opening was had here" : `all ${count} openings were had here`, over: true };
  }
  const parts = [
    count > 0 && `${count - openings} of ${openingsText(count)} left here`,
    end >= 0 && `until ${timeText(end)}`,
  ];
  const words = parts.filter((part) => part !== false).join(", ");
  return words === "" ? undefined : { words, over: false };
}

function openingsText(count: number): string {
  return `${count} ${count === 1 ? "opening" : "openings"}`;
}

/** Whether this opening is the last one that every right allows. */
export function isLast(rights: readonly Right[], paid: number, { openings }: Uses): boolean {
  const known = rights.map((right) => readRight(right, paid)).filter((right) => right.known);
  return known.length > 0 && known.every(({ count }) => count > 0 && openings + 1 >= count);
}

/** Lists the rights of a tier; one without any may be used without limits. */
export function rightsSection(rights: readonly Right[], paid: number, uses: Uses): HTMLElement {
  const items = rights.map((right) => {
    const left = leftOf(right, paid, uses);
    return element(
      "li",
      {},
      capital(rightText(right)),
      left && element("span", { class: left.over ? "badge notice" : "badge ok" }, left.words),
    );
  });
  return element(
    "section",
    { class: "card rights" },
    element("h2", {}, "What you may do with it"),
    rights.length === 0 ? element("p", {}, "Use it as you like, as long as you like.") : element("ul", {}, ...items),
    element(
      "p",
      { class: "note" },
      "This is what its publisher signed. What you saved stays yours to keep: nothing here deletes it.",
    ),
  );
}
