// Copying a text.

import { button, element } from "./element.ts";

/** What is copied, and how it is offered. */
export interface Copying {
  readonly label: string;
  text(): string;
  /** What to do where the browser does not let the page copy. */
  readonly instead: string;
  readonly attributes?: Record<string, string>;
}

/** A button that copies a text, and where it then says whether it could. */
export function copying({ label, text, instead, attributes }: Copying): [HTMLButtonElement, HTMLElement] {
  const told = element("span", { role: "status", class: "note" });
  const copy = (): Promise<unknown> =>
    navigator.clipboard.writeText(text()).then(
      () => (told.textContent = "Copied"),
      () => (told.textContent = `Not copied: ${instead}`),
    );
  return [button(label, copy, { class: "button", ...attributes }), told];
}
