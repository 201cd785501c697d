// Out of the page: bytes under a name, where the browser saves what its user takes.

import { element } from "./element.ts";

const taken = 60_000; // milliseconds, by when the browser has begun to read them

/** Saves bytes under a name. */
export function saveAs(bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes);
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), taken);
}
