// Addresses that people type.

import { type Address, isZero, parseAddress } from "../protocol/word.ts";
import { checksummed } from "./calldata.ts";
import { Failure } from "./failure.ts";

/**
 * Reads an address that was typed or pasted. Where it has capitals they must be those
 * of EIP-55, by which a mistake in typing is found.
 * @throws Failure "input"
 */
export function readAddress(typed: string): Address {
  const text = typed.trim();
  if (text === "") throw new Failure("input", "there is no address yet");
  if (!/^0x[0-9a-fA-F]{40}$/.test(text)) {
    const hint = /\.[a-z]+$/i.test(text)
      ? "names are not looked up: give the address itself"
      : "it is 0x and 40 digits";
    throw new Failure("input", `"${text.slice(0, 60)}" is no address`, [hint]);
  }
  const address = parseAddress(text.toLowerCase());
  if (isZero(address)) throw new Failure("input", "the address 0x000…0 is nobody's: what is sent there is lost");
  const digits = text.slice(2);
  const plain = digits === digits.toLowerCase() || digits === digits.toUpperCase();
  if (plain || checksummed(address) === text) return address;
  throw new Failure("input", "the address has a mistake: its capitals are not those of its digits", [
    "copy it again from where it is shown",
  ]);
}
