// What went wrong before or while paying: what happened to the money, and what to do.

import { Doubt, Failure, type Overruled, said } from "../../terminal/failure.ts";
import { Declined } from "../../terminal/terminal.ts";
import { button, element } from "../element.ts";
import { sentence } from "../words.ts";

/** What became of the money. */
export type Fate = "unpaid" | "unsure";

/** A problem in words. */
export interface Problem {
  readonly tone: "danger" | "notice";
  readonly title: string;
  /** Of the money. */
  readonly money: string;
  readonly reason: string;
  readonly hints: readonly string[];
  /** The doubt that the user may overrule by paying all the same. */
  readonly overrule: keyof Overruled | undefined;
  /** Whether trying again makes sense. */
  readonly again: boolean;
}

const paidAnyway = /^paying anyway /i;

// What the buyer has to know to overrule each doubt.
const sureOf: Readonly<Record<keyof Overruled, string>> = {
  unserved:
    "I know that the key may come late or never, and that the money then comes back only by a demand on the chain.",
  maybePaid: "I know that I may pay twice, and that nobody gives the second payment back.",
};

/** Says what a failure means to whoever pays. */
export function problemOf(cause: unknown, fate: Fate): Problem {
  const failure = cause instanceof Failure ? cause : undefined;
  const danger = failure?.kind === "danger";
  return {
    tone: danger ? "danger" : "notice",
    title: titleOf(cause, fate),
    money: moneyOf(cause, fate),
    reason: sentence(failure ? failure.message : `this page has a fault: ${said(cause)}`),
    hints: (failure?.hints ?? []).filter((hint) => hint !== "nothing was paid").map(sentence),
    overrule: fate === "unsure" ? "maybePaid" : cause instanceof Doubt ? cause.overrule : undefined,
    again: !danger,
  };
}

function titleOf(cause: unknown, fate: Fate): string {
  if (cause instanceof Failure && cause.kind === "danger") return "Danger: do not pay";
  if (fate === "unsure" || (cause instanceof Doubt && cause.kind === "pending")) return "It may be paid already";
  if (cause instanceof Doubt) return cause.kind === "refused" ? "Nobody may give the key" : "Was it paid before?";
  if (cause instanceof Declined) return "Not paid";
  if (cause instanceof Failure && cause.kind === "unreachable") return "The chain cannot be asked";
  return "Not paid";
}

function moneyOf(cause: unknown, fate: Fate): string {
  if (fate === "unsure") return "Whether it was paid is not certain yet: do not pay again before it is.";
  if (cause instanceof Doubt && cause.kind === "pending") return "This page did not pay. Somebody saw a payment.";
  return "Nothing was paid.";
}

/** What a problem's buttons do. */
export interface ProblemActs {
  again(): void;
  anyway(): void;
}

/** Shows a problem. */
export function problemCard(problem: Problem, acts: ProblemActs): HTMLElement {
  const { tone, title, money, reason, hints, overrule, again } = problem;
  const danger = tone === "danger";
  return element(
    "section",
    { class: danger ? "danger problem" : "card problem", role: "alert", tabindex: "-1" },
    element("h2", {}, element("span", { class: "sign", "aria-hidden": "true" }, danger ? "✕" : "!"), title),
    element("p", { class: "fate" }, money),
    element("p", {}, reason),
    hints.length > 0 && element("ul", {}, ...hints.map((hint) => element("li", {}, hint))),
    again && element("p", { class: "acts" }, button("Look again", acts.again, { class: "button" })),
    overrule &&
      overruling(
        hints.find((hint) => paidAnyway.test(hint)),
        sureOf[overrule],
        acts.anyway,
      ),
  );
}

// Two presses, and the words of this doubt: paying twice cannot be undone.
function overruling(right: string | undefined, known: string, act: () => void): HTMLElement {
  const sure = element("input", { type: "checkbox", id: "sure" });
  const pay = button("Pay anyway", () => sure.checked && act(), { class: "button", disabled: "" });
  sure.addEventListener("change", () => (pay.disabled = !sure.checked));
  return element(
    "details",
    { class: "anyway" },
    element("summary", {}, "Pay anyway"),
    right !== undefined && element("p", {}, right),
    element("label", { class: "sure", for: "sure" }, sure, element("span", {}, known)),
    pay,
  );
}
