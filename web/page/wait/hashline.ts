// A transaction's hash: shortened to be seen, copied whole.

import { copying } from "../copying.ts";
import { element } from "../element.ts";

/** The beginning and the end of a hash. */
export function shortened(hash: string): string {
  return `${hash.slice(0, 10)}…${hash.slice(-8)}`;
}

/** A hash with a button that copies it. */
export function hashLine(hash: string, what: string): HTMLElement {
  const attributes = { class: "plain", "aria-label": `Copy the ${what}` };
  const copies = copying({ label: "Copy", text: () => hash, instead: hash, attributes });
  return element("span", { class: "hash" }, element("code", { title: hash }, shortened(hash)), ...copies);
}
