// A wallet that is on another chain than the product.

import { chainText } from "../chain.ts";
import { button, element } from "../element.ts";

/** Says where the wallet is, and offers to switch. */
export function chainNotice(on: bigint, chainId: number, act: () => void): HTMLElement {
  const name = chainText(chainId);
  return element(
    "section",
    { class: "card problem" },
    element("p", {}, `The wallet is on ${chainText(Number(on))}. This is paid on ${name}.`),
    element("p", { class: "acts" }, button(`Switch to ${name}`, act, { class: "button main" })),
  );
}
