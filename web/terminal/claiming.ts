// Money that a refund could not deliver: it waits in the escrow for its owner, who
// alone has it sent elsewhere (IEscrow.claimTo).

import { equal } from "../protocol/bytes.ts";
import type { Address } from "../protocol/word.ts";
import { askGas, askHead } from "./chain.ts";
import { checksummed } from "./calldata.ts";
import { type At, claimCall } from "./dispute.ts";
import { Refusal } from "./endpoint.ts";
import { feesNow } from "./fees.ts";
import { Failure } from "./failure.ts";
import { askClaims } from "./orders.ts";
import { pause } from "./pause.ts";
import { checkWallet, send, type Terminal, walletOf, withRoom } from "./terminal.ts";

/** What waits, in base units, of a token or, where that is zero, of coin. */
export function undelivered({ chain, escrow }: Terminal, token: Address, owner: Address, signal?: AbortSignal) {
  return chain.one(askClaims(escrow, token, owner), signal);
}

/**
 * Has all that waits for the wallet's account sent to another address, and returns the
 * transaction's hash. A crash loses nothing: what was claimed is claimed no second time.
 */
export async function claim(
  terminal: Terminal,
  at: At,
  token: Address,
  to: Address,
  signal?: AbortSignal,
): Promise<string> {
  const wallet = walletOf(terminal, "claim");
  if (equal(to, wallet.address))
    throw new Failure("input", `${checksummed(to)} is the address that could not take it`, ["name another one"]);
  await checkWallet(wallet, at.chainId);
  if ((await undelivered(terminal, token, wallet.address, signal)) === 0n)
    throw new Failure("refused", "nothing waits for this account any more: look again");
  const call = claimCall(at, token, to);
  const [gas] = await terminal.chain.ask([askGas(call, wallet.address)], signal);
  if (gas instanceof Refusal)
    throw new Failure("refused", `that address cannot take it either: ${gas.message}`, ["name another one"], gas);
  const head = await terminal.chain.one(askHead(), signal);
  return send(wallet, call, withRoom(gas), await feesNow(terminal, head, signal));
}

/** Waits until nothing waits for an owner any more; returns how much does after so many looks. */
export async function untilClaimed(
  terminal: Terminal,
  token: Address,
  owner: Address,
  looks: number,
  signal?: AbortSignal,
): Promise<bigint> {
  for (let n = 1; ; n++) {
    const held = await undelivered(terminal, token, owner, signal);
    if (held === 0n || n === looks) return held;
    await pause(terminal.pace.chain, signal);
  }
}
