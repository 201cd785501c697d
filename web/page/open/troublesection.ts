// Why something is not opened, what that means for what was paid, and what to do.

import { Failure, said } from "../../terminal/failure.ts";
import { OpenError, type OpenKind } from "../../terminal/openerror.ts";
import { button, element } from "../element.ts";
import { overSection } from "./readysection.ts";

/** What can be done about it. */
export interface Remedies {
  again(): void;
  /** Opens what needs no receipt, and the rest as it is. */
  readonly asItIs: (() => void) | undefined;
  /** Chooses another copy of the wrap. */
  bring(): void;
}

interface Words {
  readonly heading: string;
  readonly text: string;
}

const words: Readonly<Record<Exclude<OpenKind, "ended" | "cancelled">, Words>> = {
  damage: {
    heading: "This copy of the file is damaged",
    text: "It is not byte for byte what its publisher signed, so that nothing of it is shown. Another copy may be whole, and opens with the same purchase: you need not pay again.",
  },
  danger: {
    heading: "What you bought does not open this file",
    text: "The key that was released is for another product, or another part of it. Nothing was opened. What you paid for stays yours: bring the file that the code came with.",
  },
  pending: {
    heading: "It waits for your receipt",
    text: "The publisher has a copy made for each buyer, from the receipt of his payment, and the committee has not given that yet. It usually comes within minutes of the key. What you paid is safe.",
  },
  internal: {
    heading: "It could not be opened here",
    text: "This browser could not finish it: it may lack memory or space on its disk. Nothing is lost: try again, or open it on another device with a copy of your purchases.",
  },
};

const unreachable: Words = {
  heading: "Nobody who was asked has answered",
  text: "What you paid for stays yours. Try again when you have a network.",
};

/** Shows a failure and its remedies. */
export function troubleSection(cause: unknown, remedies: Remedies): HTMLElement {
  if ((cause instanceof OpenError && cause.kind === "ended") || (cause instanceof Failure && cause.kind === "refused"))
    return overSection();
  const { heading, text } = wordsOf(cause, remedies);
  const isFile = cause instanceof OpenError && (cause.kind === "damage" || cause.kind === "danger");
  const lacksFile = cause instanceof Failure && cause.kind === "unreachable" && remedies.asItIs === undefined;
  return element(
    "section",
    { class: "card trouble", role: "alert", tabindex: "-1" },
    element("h2", {}, heading),
    element("p", {}, text),
    cause instanceof Failure &&
      element("ul", { class: "hints" }, ...cause.hints.map((hint) => element("li", {}, hint))),
    element("details", {}, element("summary", {}, "What happened"), element("p", { class: "note" }, said(cause))),
    element(
      "p",
      { class: "acts" },
      button("Try again", () => remedies.again(), { class: "button main" }),
      (isFile || lacksFile) && button("Choose the file", () => remedies.bring(), { class: "button" }),
      remedies.asItIs !== undefined && button("Open it as it is", remedies.asItIs, { class: "button" }),
    ),
    remedies.asItIs !== undefined &&
      element(
        "p",
        { class: "note" },
        "As it is: the parts that would be made for you come as the publisher's program would get them.",
      ),
  );
}

function wordsOf(cause: unknown, { asItIs }: Remedies): Words {
  if (cause instanceof OpenError && cause.kind in words) return words[cause.kind as keyof typeof words];
  if (asItIs !== undefined) return words.pending;
  if (cause instanceof Failure && cause.kind === "unreachable") return unreachable;
  return words.internal;
}

/** Asks for the wrap's file. */
export function wrapChooser(title: string, onFile: (file: File) => Promise<void>, problem?: string): HTMLElement {
  const input = element("input", {
    type: "file",
    id: "wrapfile",
    class: "quiet",
    accept: ".wrap,application/vnd.shrinkwrap+zip",
  });
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) void onFile(file);
  });
  return element(
    "section",
    { class: "card chooser" },
    element("h2", {}, "Where is the product's file?"),
    element(
      "p",
      {},
      "The code of ",
      element("bdi", {}, title),
      " sells a file that is not in the code, and does not say where it is. Choose it here: a .wrap, from whoever gave you the code. You need not pay again.",
    ),
    element(
      "p",
      { class: "pick" },
      input,
      element("label", { class: "button main", for: "wrapfile" }, "Choose the file"),
    ),
    element("p", { class: "status", role: "status" }, problem ?? ""),
  );
}
