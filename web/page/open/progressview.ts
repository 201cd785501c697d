// How far an opening is: what is done, to which part, how fast, and how to leave off.

import type { ContentSection } from "../../protocol/content.ts";
import type { Phase, Progress } from "../../terminal/progress.ts";
import { button, element } from "../element.ts";
import { sizeText } from "../size.ts";

/** What is shown while it goes on. */
export interface ProgressView {
  readonly element: HTMLElement;
  /** Says what is done before the worker has begun. */
  say(words: string): void;
  /** Shows bytes of something that has no parts. */
  fetched(done: number, total: number): void;
  show(progress: Progress): void;
}

const doing: Readonly<Record<Phase, string>> = {
  checking: "Comparing with what was signed",
  opening: "Opening",
  making: "Making your own copy of",
  made: "Made",
};

/** Makes the view. */
export function progressView(sections: readonly ContentSection[], onCancel: () => void): ProgressView {
  const words = element("p", { role: "status", class: "doing" }, "Getting ready …");
  const bar = element("progress", { "aria-label": "How far the opening is" });
  const amount = element("p", { class: "note number" });
  const rate = rateOf();
  const measure = (done: number, total: number, key: string): void => {
    bar.max = Math.max(1, total);
    bar.value = done;
    amount.textContent = `${sizeText(done)} of ${sizeText(total)}${rate(done, key)}`;
  };
  const say = (text: string): void => {
    if (words.textContent !== text) words.textContent = text; // read aloud once
  };
  return {
    element: element(
      "section",
      { class: "card progress" },
      words,
      bar,
      amount,
      element("p", { class: "acts" }, button("Cancel", onCancel, { class: "button" })),
    ),
    say,
    fetched: (done, total) => measure(done, total, "fetching"),
    show: ({ section, phase, done, total }) => {
      say(`${doing[phase]} ${sections[section]?.name ?? "it"} …`);
      if (phase === "making") {
        bar.removeAttribute("value"); // a program tells nothing while it runs
        amount.textContent = `from ${sizeText(total)}`;
      } else measure(done, total, `${section} ${phase}`);
    },
  };
}

/** Bytes a second since a step began. */
function rateOf(): (done: number, step: string) => string {
  let [begun, from, current] = [0, 0, ""];
  return (done, step) => {
    const now = performance.now();
    if (step !== current) [begun, from, current] = [now, done, step];
    const seconds = (now - begun) / 1000;
    return seconds > 0.5 ? ` · ${sizeText((done - from) / seconds)} a second` : "";
  };
}
