// The steps as a list: each with a sign, and its state in words.

import { element } from "../element.ts";
import { hashLine } from "./hashline.ts";
import { type Part, write } from "./part.ts";
import type { View } from "./session.ts";
import { type Mark, type Step, stepsOf } from "./steps.ts";

const signs: Readonly<Record<Mark, string>> = { done: "✓", now: "…", next: "" };
const words: Readonly<Record<Mark, string>> = { done: "Done", now: "Now", next: "Next" };

/** Makes the list. */
export function stepsList(view: View): Part {
  const lines = stepsOf(view.state).map(stepLine);
  const node = element("ol", { class: "journey" }, ...lines.map((line) => line.node));
  const show = ({ state }: View): void => stepsOf(state).forEach((step, i) => lines[i]!.show(step));
  show(view);
  return { node, show };
}

function stepLine() {
  const sign = element("span", { class: "sign", "aria-hidden": "true" });
  const title = element("span", { class: "name" });
  const mark = element("span", { class: "mark-word" });
  const detail = element("span", { class: "note" });
  const hash = element("span", {});
  const text = element("span", { class: "words" }, element("span", { class: "line" }, title, mark), detail, hash);
  const node = element("li", {}, sign, text);
  let transaction: string | undefined;
  const show = (step: Step): void => {
    node.className = step.mark;
    if (step.mark === "now") node.setAttribute("aria-current", "step");
    else node.removeAttribute("aria-current");
    write(sign, signs[step.mark]);
    write(mark, words[step.mark]);
    write(title, step.title);
    write(detail, step.detail);
    if (transaction === step.transaction) return;
    transaction = step.transaction;
    hash.replaceChildren(...(transaction === undefined ? [] : [hashLine(transaction, "transaction")]));
  };
  return { node, show };
}
