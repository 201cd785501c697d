// What the money of a chain is called, from constants alone: neither a wrap nor a
// chain can make a worthless token look like another. An unknown token has neither
// symbol nor decimals: its amounts are shown in base units beside its address.

import { bytesToHex } from "../protocol/bytes.ts";
import { type Address, isZero } from "../protocol/word.ts";
import { checksummed } from "./calldata.ts";

/** Coins that are not ether, by chain. */
const coins: Readonly<Record<number, string>> = { 56: "BNB", 100: "xDAI", 137: "POL", 43114: "AVAX" };

// As their issuers list them (developers.circle.com, tether.to, docs.makerdao.com, docs.optimism.io).
const tokens: Readonly<Record<number, Readonly<Record<string, readonly [symbol: string, decimals: number]>>>> = {
  1: {
    "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48": ["USDC", 6],
    "0xdac17f958d2ee523a2206206994597c13d831ec7": ["USDT", 6],
    "0x6b175474e89094c44da98b954eedeac495271d0f": ["DAI", 18],
    "0x1abaea1f7c830bd89acc67ec4af516284b1bc33c": ["EURC", 6],
    "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2": ["WETH", 18],
  },
  10: {
    "0x0b2c639c533813f4aa9d7837caf62653d097ff85": ["USDC", 6],
    "0x4200000000000000000000000000000000000006": ["WETH", 18],
  },
  137: { "0x3c499c542cef5e3811e1192ce70d8cc03d5c3359": ["USDC", 6] },
  8453: {
    "0x833589fcd6edb6e08f4c7c32d4f71b54bda02913": ["USDC", 6],
    "0x60a3e35cc302bfa44cb288bc5a4f316fdb1adb42": ["EURC", 6],
    "0x4200000000000000000000000000000000000006": ["WETH", 18],
  },
  42161: { "0xaf88d065e77c8cc2239327c5edb3a432268e5831": ["USDC", 6] },
  84532: { "0x036cbd53842c5426634e7929541ec2318f3dcf7e": ["USDC", 6] },
  11155111: {
    "0x1c7d4b196cb0c7b01d743fbc6116a902379c7238": ["USDC", 6],
    "0x08210f9170f89ab7658f0b5e3ff39b0e03c594d4": ["EURC", 6],
  },
};

/** An amount of base units for people, as "0.002 ETH". */
export function money(chainId: number, token: Address, amount: bigint): string {
  if (isZero(token)) return `${decimal(amount, 18)} ${coins[chainId] ?? "ETH"}`;
  const known = tokens[chainId]?.[bytesToHex(token)];
  return known ? `${decimal(amount, known[1])} ${known[0]}` : `${amount} base units of ${checksummed(token)}`;
}

/** An amount of base units as a decimal, without zeros at its end. */
export function decimal(amount: bigint, decimals: number): string {
  const digits = amount.toString().padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  const fraction = digits.slice(point).replace(/0+$/, "");
  return digits.slice(0, point) + (fraction === "" ? "" : `.${fraction}`);
}
