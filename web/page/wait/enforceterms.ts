// What is due when, and what it costs, if no key comes.

import { isZero } from "../../protocol/word.ts";
import { checksummed } from "../../terminal/calldata.ts";
import { bond, halfTime, wayBackCost, windowsOf } from "../../terminal/dispute.ts";
import { type Claim, isRefundable, lastSecond } from "../../terminal/enforcing.ts";
import { coin, money } from "../../terminal/money.ts";
import { rounded } from "../amount.ts";
import { left, moment } from "../times.ts";

/** What can be done about an order now. */
export type Due =
  | "nothing" // it was free, or is over
  | "demand" // the key or the money may be demanded
  | "wait" // it was: the committee may answer
  | "refund" // it did not
  | "late"; // nothing was demanded in time

/** What is due at a time of the chain's. */
export function dueOf(claim: Claim, now: number): Due {
  const { status, order } = claim;
  const at = { ...claim, head: { ...claim.head, time: Math.max(now, claim.head.time) } };
  if (status.state === "answered" || status.state === "refunded") return "nothing";
  if (status.state === "disputed") return isRefundable(at) ? "refund" : "wait";
  if (order.leaf.amount === 0n) return "nothing";
  return at.head.time > lastSecond(claim) ? "late" : "demand";
}

/** A line of what is due: what, and when or how much. */
export type Fact = readonly [what: string, words: string];

/** The facts of a claim at a time of the chain's. */
export function factsOf(claim: Claim, now: number): readonly Fact[] {
  const { chainId, order, status } = claim;
  const { leaf } = order;
  const back: Fact = ["Money goes back to", checksummed(leaf.refundTo)];
  const at = (time: number): string => `${moment(time)} (${time > now ? `in ${left(time - now)}` : "now"})`;
  switch (dueOf(claim, now)) {
    case "demand": {
      const { answer } = windowsOf(chainId);
      return [
        ["You can demand it until", at(lastSecond(claim))],
        [
          "Without you",
          `${at(halfTime(windowsOf(chainId), leaf.time))}: this page then asks your wallet, where one is connected`,
        ],
        ["Money back at the earliest", `${moment(now + answer)}, if you demand it now and nobody answers`],
        [
          "Bond",
          `${money(chainId, coin, bondOf(claim))}: what the escrow does not ask for comes back at once, the rest with the money; if the key comes, it pays for that answer`,
        ],
        ["Gas", `about ${money(chainId, coin, gasOf(claim))} in all, which does not come back`],
        back,
      ];
    }
    case "wait":
      return [
        ["The committee may answer until", at(status.deadline)],
        [
          "Then you get back",
          `${money(chainId, leaf.token, leaf.amount)}, and the bond of ${money(chainId, coin, status.bond)} goes to who put it`,
        ],
        back,
      ];
    case "refund":
      return [["You get back", money(chainId, leaf.token, leaf.amount)], back];
    default:
      return [];
  }
}

/** The bond that a demand has to carry now, with room for a base fee that rises. */
function bondOf({ chainId, head }: Claim): bigint {
  return bond(chainId, 2n * head.baseFee + tip);
}

const tip = 10n ** 9n;

/** What demand and refund cost of gas now, rounded up to two digits. */
function gasOf({ head }: Claim): bigint {
  return rounded(wayBackCost(head.baseFee + tip));
}

/** Whether what comes back is less than the gas for it, in coin. */
export function isDear(claim: Claim): boolean {
  return isZero(claim.order.leaf.token) && claim.order.leaf.amount < gasOf(claim);
}
