// What the wallet will ask, and how far that has come.

import type { Step } from "../../terminal/planning.ts";
import { element } from "../element.ts";
import { sentence } from "../words.ts";

/** The list. */
export interface StepsList {
  readonly element: HTMLElement;
  /** Shows steps with their words, of which so many are done; asked is whether the next is before the user now. */
  show(steps: readonly Step[], words: readonly string[], done?: number, asked?: boolean): void;
}

/** Makes the list. */
export function stepsList(): StepsList {
  const list = element("ol", { class: "steps" });
  const made = element(
    "section",
    { class: "card asks", hidden: true },
    element("h2", {}, "Your wallet will ask you to sign"),
    list,
  );
  const show: StepsList["show"] = (steps, words, done = 0, asked = false) => {
    made.hidden = steps.length === 0;
    list.replaceChildren(...steps.map((step, i) => item(step, words[i] ?? "", i, done, asked)));
  };
  return { element: made, show };
}

function item({ kind }: Step, words: string, i: number, done: number, asked: boolean): HTMLElement {
  const state = i < done ? "done" : i === done && asked ? "now" : "next";
  const mark = state === "done" ? "✓" : String(i + 1);
  return element(
    "li",
    { class: state, "aria-current": state === "now" ? "step" : undefined },
    element("span", { class: "sign", "aria-hidden": "true" }, mark),
    element(
      "span",
      {},
      element("strong", {}, kind === "sign" ? "A message" : "A transaction", state === "done" && " (done)"),
      element("span", { class: "what" }, ...withAddresses(sentence(words))),
    ),
  );
}

/** A text whose addresses stand out, to be compared with what a wallet shows. */
export function withAddresses(words: string): (Node | string)[] {
  return words
    .split(/(0x[0-9a-fA-F]{40})/)
    .map((part, i) => (i % 2 === 1 ? element("code", { class: "address" }, part) : part));
}
