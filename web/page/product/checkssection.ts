// What was checked, and what that means.

import { type Check, dangers, type Verdict } from "./checks.ts";
import { element } from "../element.ts";

const signs: Readonly<Record<Verdict, readonly [sign: string, word: string]>> = {
  ok: ["✓", "ok"],
  notice: ["!", "notice"],
  danger: ["✕", "danger"],
};

/** Lists the checks. Beside a danger what is well is no comfort, and is told shortly. */
export function checksSection(checks: readonly Check[]): HTMLElement {
  const dangerous = dangers(checks).length > 0;
  return element(
    "section",
    { class: "checks" },
    element("h2", {}, "What was checked, without a network"),
    element("ul", {}, ...checks.map((check) => item(check, dangerous))),
    exactly(checks.filter(({ verdict }) => verdict === "ok")),
  );
}

function item({ name, verdict, meaning, found }: Check, dangerous: boolean): HTMLElement {
  const [sign, word] = signs[verdict];
  return element(
    "li",
    { class: verdict },
    element("span", { class: "sign", "aria-hidden": "true" }, sign),
    element(
      "div",
      {},
      element("p", {}, element("strong", {}, name), " ", element("span", { class: `badge ${verdict}` }, word)),
      !(dangerous && verdict === "ok") && element("p", {}, meaning),
      verdict !== "ok" && element("p", { class: "found" }, found),
    ),
  );
}

/** What was found that is well: for who compares it. */
function exactly(checks: readonly Check[]): HTMLElement {
  const found = checks.map(({ name, found }) => element("div", {}, element("dt", {}, name), element("dd", {}, found)));
  return element("details", {}, element("summary", {}, "Exactly what was found"), element("dl", {}, ...found));
}
