// A part of the wait panel: it is made once, and changes in place, so that neither
// the focus nor what a reader hears jumps.

import type { View } from "./session.ts";

/** One part. */
export interface Part {
  readonly node: HTMLElement;
  show(view: View): void;
}

/** Writes a text where it is another one. */
export function write(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
