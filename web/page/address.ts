// Addresses as people see and compare them.

import type { Address } from "../protocol/word.ts";
import { checksummed } from "../terminal/calldata.ts";
import { element } from "./element.ts";

/** Shows an address whole: a part of one can be made to look like another's. */
export function addressElement(address: Address): HTMLElement {
  return element("code", { class: "address" }, checksummed(address));
}
