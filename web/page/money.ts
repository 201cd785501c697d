// Money by constants alone: neither a wrap nor a chain can make a worthless token
// look like another.

import { bytesToHex } from "../protocol/bytes.ts";
import { type Address, isZero } from "../protocol/word.ts";
import { checksummed } from "./address.ts";
import { coins, tokens } from "./constants.ts";

const coinDecimals = 18;

/** A price for people: "0.002 ETH", "free", or base units of a token that is not known. */
export function priceText(chainId: number, token: Address, price: bigint): string {
  return price === 0n ? "free" : amountText(chainId, token, price);
}

/** An amount for people, with its token's name. */
export function amountText(chainId: number, token: Address, amount: bigint): string {
  if (isZero(token)) return `${decimal(amount, coinDecimals)} ${coins[chainId] ?? "ETH"}`;
  const known = tokens[chainId]?.find(([address]) => address === bytesToHex(token));
  if (!known) return `${amount} base units of ${checksummed(token)}`;
  return `${decimal(amount, known[2])} ${known[1]}`;
}

/** Writes an amount of base units as a decimal, without zeros at its end. */
export function decimal(amount: bigint, decimals: number): string {
  const digits = amount.toString().padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  const fraction = digits.slice(point).replace(/0+$/, "");
  return digits.slice(0, point) + (fraction && `.${fraction}`);
}
