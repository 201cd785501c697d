// The call of a demand or a refund, for a wallet that is not connected here.

import type { Call } from "../../terminal/calldata.ts";
import { refundCall } from "../../terminal/dispute.ts";
import { disputeOf } from "../../terminal/enforcing.ts";
import { Failure } from "../../terminal/failure.ts";
import { listingOf } from "../../terminal/purchase.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { claimOf, type WaitState } from "./waitstate.ts";

const gwei = 10n ** 9n;

/** Makes it, for what the chain shows now. */
export async function demandCall(
  terminal: Terminal | undefined,
  state: WaitState,
  move: "dispute" | "refund",
): Promise<Call> {
  const claim = claimOf(state);
  if (!terminal || !claim) throw new Failure("pending", "the chain does not show the order yet");
  const { purchase } = state;
  if (move === "refund") return refundCall(listingOf(purchase).place, claim.order.leaf);
  // The other wallet chooses its own fees: what a bond has too much, the escrow returns.
  const cap = 4n * claim.head.baseFee + gwei;
  return disputeOf(terminal, purchase, claim, { cap, tip: gwei });
}
