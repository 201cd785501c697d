// What a transaction offers for gas where the terminal chooses that, and what it costs
// at most, told before a wallet is asked.

import type { Head } from "./chain.ts";
import { Refusal } from "./endpoint.ts";
import { Failure } from "./failure.ts";
import { coin, money } from "./money.ts";
import { parseQuantity } from "./quantity.ts";
import type { Fees, Terminal } from "./terminal.ts";

/** What a move costs at most, in wei. */
export interface Costs {
  readonly gas: bigint;
  /** Of a dispute, else 0. */
  readonly bond: bigint;
}

/** Costs in words. What of a bond the escrow does not ask for comes back in the same transaction. */
export function costsWords(chainId: number, { gas, bond }: Costs): string {
  const [most, carried] = [gas, bond].map((amount) => money(chainId, coin, amount));
  const back = "of which what the escrow does not ask for comes back at once";
  return `costs at most ${most} of gas${bond > 0n ? `, and carries a bond of ${carried}, ${back}` : ""}`;
}

/**
 * Fees that last while the base fee doubles.
 * @throws Failure "unreachable" for a base fee that no chain ever had
 */
export async function feesNow({ chain }: Terminal, { baseFee }: Head, signal?: AbortSignal): Promise<Fees> {
  if (baseFee > mostBaseFee)
    throw new Failure(
      "unreachable",
      `the endpoint says that gas costs ${baseFee / gwei} gwei, which no chain asks for`,
      ["name another endpoint of the chain"],
    );
  const [told] = await chain.ask([{ method: "eth_maxPriorityFeePerGas", params: [], read: parseQuantity }], signal);
  const tip = told instanceof Refusal ? 10n ** 9n : told < mostTip ? told : mostTip;
  return { cap: 2n * baseFee + tip, tip };
}

// A tip is paid whatever the base fee is: an endpoint cannot have more of it offered
// than proposers ask for on the chain that asks for most.
const gwei = 10n ** 9n;
const mostTip = 50n * gwei;

// More than ten times what any chain asked for in its dearest hours. Below it a base
// fee that is false offers more than is taken: the chain takes its own.
const mostBaseFee = 100_000n * gwei;
