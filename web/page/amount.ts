// Amounts to pay, as people read them: what is known by name in one word, an unknown
// token by its address beside the amount.

import { isZero, type Address } from "../protocol/word.ts";
import { checksummed } from "../terminal/calldata.ts";
import { money } from "../terminal/money.ts";
import { element } from "./element.ts";

/** An amount without the address of an unknown token: "0.002 ETH", "2000000 base units". */
export function amountText(chainId: number, token: Address, amount: bigint): string {
  return money(chainId, token, amount).replace(` of ${checksummed(token)}`, "");
}

/**
 * An amount for headings, where an unknown token's address is shortened: it stands
 * whole elsewhere on the screen, since a shortened one can be another's.
 */
export function amountInShort(chainId: number, token: Address, amount: bigint): string {
  if (amount === 0n) return "free";
  const text = amountText(chainId, token, amount);
  if (text === money(chainId, token, amount)) return text;
  const address = checksummed(token);
  return `${text} of ${address.slice(0, 6)}…${address.slice(-4)}`;
}

/** An amount whole: an unknown token's address stands below it. */
export function amountNodes(chainId: number, token: Address, amount: bigint): (Node | string)[] {
  const text = amountText(chainId, token, amount);
  if (isZero(token) || text === money(chainId, token, amount)) return [text];
  return [
    text,
    element("span", { class: "of" }, "of the token ", element("code", { class: "address" }, checksummed(token))),
  ];
}

/** Two digits of an amount that is known about, rounded up. */
export function rounded(amount: bigint): bigint {
  const digits = amount.toString().length;
  if (digits <= 2) return amount;
  const unit = 10n ** BigInt(digits - 2);
  return ((amount + unit - 1n) / unit) * unit;
}
