// Addresses as people see and compare them.

import { ascii, bytesToHex } from "../protocol/bytes.ts";
import { keccak } from "../protocol/hashing.ts";
import type { Address } from "../protocol/word.ts";
import { element } from "./element.ts";

/** Writes an address with the checksum that upper-case digits make (EIP-55). */
export function checksummed(address: Address): string {
  const digits = bytesToHex(address).slice(2);
  const hash = bytesToHex(keccak(ascii(digits))).slice(2);
  return `0x${Array.from(digits, (c, i) => (hash[i]! >= "8" ? c.toUpperCase() : c)).join("")}`;
}

/** Shows an address whole: a part of one can be made to look like another's. */
export function addressElement(address: Address): HTMLElement {
  return element("code", { class: "address" }, checksummed(address));
}
