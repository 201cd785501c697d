// What can be done with a call as a link (EIP-681), beside scanning it.

import { copying } from "../copying.ts";
import { element } from "../element.ts";

/** Opens it in a wallet of this device, or copies it. */
export function linkActs(link: string, opening: string): HTMLElement {
  return element(
    "p",
    { class: "acts" },
    element("a", { class: "button", href: link }, opening),
    ...copying({ label: "Copy the link", text: () => link, instead: "open the link instead" }),
  );
}
