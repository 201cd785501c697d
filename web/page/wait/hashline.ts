// A transaction's hash: shortened to be seen, copied whole.

import { button, element } from "../element.ts";

/** The beginning and the end of a hash. */
export function shortened(hash: string): string {
  return `${hash.slice(0, 10)}…${hash.slice(-8)}`;
}

/** A hash with a button that copies it. */
export function hashLine(hash: string, what: string): HTMLElement {
  const told = element("span", { role: "status", class: "note" });
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(hash).then(
      () => (told.textContent = "Copied"),
      () => (told.textContent = `Not copied: ${hash}`),
    );
  };
  const copying = button("Copy", copy, { class: "plain", "aria-label": `Copy the ${what}` });
  return element("span", { class: "hash" }, element("code", { title: hash }, shortened(hash)), copying, told);
}
