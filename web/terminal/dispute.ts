// How an order that was paid and not released ends: its money goes back, or the
// release comes as an answer on chain (spec 8.1). All times are the chain's, in
// Unix seconds.

import type { SchnorrResponse } from "../protocol/schnorr.ts";
import { Words } from "../protocol/abi.ts";
import type { Leaf } from "../protocol/leaf.ts";
import type { Address, Hash } from "../protocol/word.ts";
import { addressArgument, type Call, hashesArgument, leafArgument, uintArgument } from "./calldata.ts";

/** The spans of an escrow's promises, in seconds. */
export interface Windows {
  /** An order may be disputed at least so long after it was paid. */
  readonly dispute: number;
  /** A dispute may be answered so long after it was opened. */
  readonly answer: number;
}

const day = 24 * 60 * 60;

// On these chains blocks keep coming: there a day is enough. Elsewhere a sequencer
// may be down for a day before anybody can go around it.
const layerOnes: readonly number[] = [1, 11155111, 560048, 1337, 31337];

/** The windows of a chain, which the escrow's constructor sets by the chain's id. */
export function windowsOf(chainId: number): Windows {
  if (layerOnes.includes(chainId)) return { dispute: day, answer: day };
  return { dispute: 3 * day, answer: 2 * day };
}

/** The last second at which an order that was paid at a time may be disputed. */
export function disputableUntil({ dispute }: Windows, paid: number): number {
  return (Math.floor(paid / dispute) + 2) * dispute - 1;
}

/** When half of the window is gone that every order has: from then on a terminal disputes by itself. */
export function halfTime({ dispute }: Windows, paid: number): number {
  return paid + dispute / 2;
}

const gwei = 10n ** 9n;
const answerGas = 200_000n;

/**
 * The coin, in wei, that a dispute has to carry in a block of a base fee:
 * max(floor, 2 · base fee · 200,000) in whole gwei, rounded up. What is above it the
 * escrow returns, so that a transaction's fee cap is taken for the base fee.
 */
export function bond(chainId: number, baseFee: bigint): bigint {
  const floor = 10n ** 18n / (layerOnes.includes(chainId) ? 10_000n : 2_000n);
  const priced = 2n * answerGas * baseFee;
  return priced < floor ? floor : ((priced + gwei - 1n) / gwei) * gwei;
}

// What a dispute and its refund use where new state is dearest.
const wayBackGas = 198_000n + 53_000n;

/** What a dispute and its refund cost at a price of gas, in wei. The bond comes back, the gas does not. */
export function wayBackCost(gasPrice: bigint): bigint {
  return wayBackGas * gasPrice;
}

/** Where an order is: its chain and escrow. */
export interface At {
  readonly chainId: number;
  readonly escrow: Address;
}

/** The call by which anyone demands the release of an order on chain, or else its money. */
export function disputeCall(at: At, leaf: Leaf, path: readonly Hash[], { c, z }: SchnorrResponse, value: bigint): Call {
  const args = [leafArgument(leaf), hashesArgument(path), uintArgument(256, c), uintArgument(256, z)];
  return { chainId: at.chainId, to: at.escrow, value, name: "dispute", args };
}

/** The call by which anyone has a disputed order paid back that nobody answered in time. */
export function refundCall(at: At, leaf: Leaf): Call {
  return { chainId: at.chainId, to: at.escrow, value: 0n, name: "refund", args: [leafArgument(leaf)] };
}

/** The call by which its sender has money paid to another address that could not be delivered to his own. */
export function claimCall(at: At, token: Address, to: Address): Call {
  const args = [addressArgument(token), addressArgument(to)];
  return { chainId: at.chainId, to: at.escrow, value: 0n, name: "claimTo", args };
}

/** What became of an order on chain; the escrow's numbers are the places in this list. */
export const states = ["none", "disputed", "answered", "refunded"] as const;

/** What the escrow keeps of an order. */
export interface Status {
  readonly state: (typeof states)[number];
  /** Who disputed it, and gets the bond back. */
  readonly by: Address;
  /** Of the answer. */
  readonly deadline: number;
  /** In wei. */
  readonly bond: bigint;
}

/** Reads what the escrow's orderState gives: four words. */
export function parseStatus(bytes: Uint8Array): Status {
  const words = new Words("order's state", bytes, 4);
  const state = states[words.number("state", 8)];
  if (state === undefined) throw new RangeError("order's state is none that an escrow keeps");
  return {
    state,
    by: words.address("by"),
    deadline: words.number("deadline", 40),
    bond: words.amount("bond", 256),
  };
}
