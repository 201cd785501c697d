// What was checked, and what that means.

import type { Check, Verdict } from "./checks.ts";
import { element } from "./element.ts";

const signs: Readonly<Record<Verdict, readonly [sign: string, word: string]>> = {
  ok: ["✓", "ok"],
  notice: ["!", "notice"],
  danger: ["✕", "danger"],
};

/** Lists the checks. */
export function checksSection(checks: readonly Check[]): HTMLElement {
  return element(
    "section",
    { class: "checks" },
    element("h2", {}, "What was checked, without a network"),
    element("ul", {}, ...checks.map(item)),
  );
}

function item({ name, verdict, meaning, found }: Check): HTMLElement {
  const [sign, word] = signs[verdict];
  return element(
    "li",
    { class: verdict },
    element("span", { class: "sign", "aria-hidden": "true" }, sign),
    element(
      "div",
      {},
      element("p", {}, element("strong", {}, name), " ", element("span", { class: `badge ${verdict}` }, word)),
      element("p", {}, meaning),
      element("p", { class: "found" }, found),
    ),
  );
}
