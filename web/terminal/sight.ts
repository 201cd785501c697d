// One look at the chain: the one way by which a purchase learns of its payment,
// after a crash as in the normal run.

import { bytesToHex } from "../protocol/bytes.ts";
import { leafBytes } from "../protocol/leaf.ts";
import type { G1 } from "../protocol/point.ts";
import { parseHash } from "../protocol/word.ts";
import { askHead, type Head, unrefused } from "./chain.ts";
import { asDocument } from "./document.ts";
import type { Status } from "./dispute.ts";
import { answerTo, askStatus, type Confirmed, findOrder } from "./orders.ts";
import { keyOf, listingOf, type Purchase, reached, save, type Step } from "./purchase.ts";
import { parseQuantity, parseWhole } from "./quantity.ts";
import type { Terminal } from "./terminal.ts";

/** What the chain shows of a purchase now. */
export interface Sight {
  readonly head: Head;
  /** Undefined: no payment yet. */
  readonly order?: Confirmed;
  /** Of the order. */
  readonly status?: Status;
  /** The answer to a dispute, verified. */
  readonly U?: G1;
}

/** Looks at the chain. */
export async function look(terminal: Terminal, p: Purchase, signal?: AbortSignal): Promise<Sight> {
  const { chain } = terminal;
  const [listing, B] = [listingOf(p), keyOf(p)];
  const head = await chain.one(askHead(), signal);
  const transaction = p.payment?.hash === undefined ? undefined : parseHash(p.payment.hash);
  const order = await findOrder(chain, { listing, B, since: p.since, transaction }, head.number, signal);
  return order === undefined ? { head } : judge(terminal, p, head, order, signal);
}

/** What became of an order that was found. */
export async function judge(
  { chain }: Terminal,
  p: Purchase,
  head: Head,
  order: Confirmed,
  signal?: AbortSignal,
): Promise<Sight> {
  const [listing, B] = [listingOf(p), keyOf(p)];
  const status = await chain.one(askStatus(listing.place.escrow, order.order), signal);
  if (status.state !== "answered") return { head, order, status };
  const U = await answerTo(chain, listing, B, order, head.number, signal);
  return { head, order, status, ...(U && { U }) };
}

/**
 * Writes down what the chain shows. A reorganisation takes the order away, and the
 * payment is pending again; what was released stays so.
 */
export async function keep({ storage }: Terminal, p: Purchase, sight: Sight): Promise<Purchase> {
  const { order, status } = sight;
  if (order === undefined || status === undefined) {
    if (p.order === undefined) return p;
    const { order: _, disputed: __, ...rest } = p;
    return save(storage, { ...rest, step: reached(p, "released") ? p.step : unpaid(p) });
  }
  const step = status.state === "refunded" ? "refunded" : depthStep(sight.head, order);
  const { disputed: _, ...rest } = p;
  const next: Purchase = { ...rest, order: kept(order), ...keptDispute(status), step: later(p, step) };
  // A crash before this: the next look finds the order again.
  return JSON.stringify(next) === JSON.stringify(p) ? p : save(storage, next);
}

/** The step to which a purchase falls back without its order. */
export function unpaid(p: Purchase): Step {
  if (p.payment) return "sent";
  return p.approval || p.signed ? "approving" : "prepared";
}

const finalised = 255;

function depthStep(head: Head, { leaf, block }: Confirmed): Step {
  const deep = leaf.confirmations !== finalised && head.number - block + 1 >= Math.max(1, leaf.confirmations);
  return deep ? "confirmed" : "seen";
}

function later(p: Purchase, step: Step): Step {
  if (step === "refunded") return step;
  return reached(p, "released") ? p.step : step;
}

function kept({ order, leaf, proof, block, blockHash, transaction }: Confirmed): NonNullable<Purchase["order"]> {
  return {
    hash: bytesToHex(order),
    leaf: bytesToHex(leafBytes(leaf)),
    proof: bytesToHex(proof),
    block,
    blockHash: bytesToHex(blockHash),
    transaction: bytesToHex(transaction),
  };
}

function keptDispute({ state, by, deadline, bond }: Status): Pick<Purchase, "disputed"> {
  return state === "none" ? {} : { disputed: { by: bytesToHex(by), deadline, bond: String(bond) } };
}

/** What became of a transaction: see {@link fateOf}. */
export type Fate = "pending" | "mined" | "reverted" | "failing" | "crowded" | "replaced" | "unknown";

/**
 * How deep a payment that failed, or another transaction of its number, must be
 * before one may pay anew: a reorganisation of fewer blocks cannot have both paid.
 */
export const settledDepth = 12;

/**
 * What became of a transaction that a wallet sent, and its number if an endpoint
 * knows it. "unknown": no endpoint shows it, which proves nothing.
 */
export async function fateOf(
  { chain }: Terminal,
  sending: { readonly from: string; readonly hash: string; readonly nonce?: number },
  head: Head,
  signal?: AbortSignal,
): Promise<{ readonly fate: Fate; readonly nonce?: number }> {
  const { from, hash } = sending;
  const before = Math.max(0, head.number - settledDepth);
  const answers = await chain.ask(
    [receiptOf(hash), nonceOf(hash), countOf(from, "latest"), countOf(from, `0x${before.toString(16)}`)],
    signal,
  );
  const [receipt, told, now, then] = answers.map((answer) => unrefused<unknown>(answer)) as [
    Receipt | undefined,
    number | undefined,
    number,
    number,
  ];
  const nonce = told ?? sending.nonce;
  const fate = fateBy(receipt, head.number) ?? fateByNumber(nonce, now, then, told !== undefined);
  return { fate, ...(nonce !== undefined && { nonce }) };
}

interface Receipt {
  readonly ok: boolean;
  readonly block: number;
}

function fateBy(receipt: Receipt | undefined, head: number): Fate | undefined {
  if (receipt === undefined) return undefined;
  if (receipt.ok) return "mined";
  return head < receipt.block + settledDepth ? "failing" : "reverted";
}

function fateByNumber(nonce: number | undefined, now: number, then: number, shown: boolean): Fate {
  if (nonce === undefined) return "unknown";
  if (then > nonce) return "replaced";
  if (now > nonce) return "crowded";
  return shown ? "pending" : "unknown";
}

function receiptOf(hash: string) {
  const read = (result: unknown): Receipt | undefined => {
    if (result === null) return undefined;
    const receipt = asDocument("receipt", result);
    return { ok: parseQuantity(receipt["status"]) === 1n, block: parseWhole(receipt["blockNumber"]) };
  };
  return { method: "eth_getTransactionReceipt", params: [hash], read };
}

function nonceOf(hash: string) {
  const read = (result: unknown): number | undefined =>
    result === null ? undefined : parseWhole(asDocument("transaction", result)["nonce"]);
  return { method: "eth_getTransactionByHash", params: [hash], read };
}

function countOf(from: string, block: string) {
  return { method: "eth_getTransactionCount", params: [from, block], read: parseWhole };
}
