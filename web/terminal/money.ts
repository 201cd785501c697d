// What the money of a chain is called, from constants alone: neither a wrap nor a
// chain can make a worthless token look like another. An unknown token has neither
// symbol nor decimals: its amounts are shown in base units beside its address.

import { bytesToHex } from "../protocol/bytes.ts";
import { type Address, isZero, toAddress } from "../protocol/word.ts";
import { checksummed } from "./calldata.ts";
import { coins, tokens } from "./constants.ts";

/** What stands for the coin of a chain where a token could. */
export const coin: Address = toAddress(new Uint8Array(20));

/** An amount of base units for people, as "0.002 ETH". */
export function money(chainId: number, token: Address, amount: bigint): string {
  if (isZero(token)) return `${decimal(amount, 18)} ${coins[chainId] ?? "ETH"}`;
  const known = tokens[chainId]?.find(([address]) => address === bytesToHex(token));
  return known ? `${decimal(amount, known[2])} ${known[1]}` : `${amount} base units of ${checksummed(token)}`;
}

/** An amount of base units as a decimal, without zeros at its end. */
export function decimal(amount: bigint, decimals: number): string {
  const digits = amount.toString().padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  const fraction = digits.slice(point).replace(/0+$/, "");
  return digits.slice(0, point) + (fraction === "" ? "" : `.${fraction}`);
}

/** A price for people: "free" where it is nothing. */
export function priceText(chainId: number, token: Address, price: bigint): string {
  return price === 0n ? "free" : money(chainId, token, price);
}
