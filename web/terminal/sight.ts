// One look at the chain: the one way by which a purchase learns of its payment,
// after a crash as in the normal run.

import { finalised } from "../protocol/terms.ts";
import { bytesToHex } from "../protocol/bytes.ts";
import { leafBytes } from "../protocol/leaf.ts";
import type { G1 } from "../protocol/point.ts";
import { type Address, parseHash } from "../protocol/word.ts";
import { askHead, type Chain, type Head, unrefused } from "./chain.ts";
import { asDocument } from "./document.ts";
import type { Status } from "./dispute.ts";
import { answerTo, askStatus, type Confirmed, findOrder } from "./orders.ts";
import { keyOf, listingOf, type Purchase, reached, save, type Step, termsOf } from "./purchase.ts";
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
  const { refundTo } = termsOf(p);
  const order = await findOrder(chain, { listing, B, since: p.since, transaction, refundTo }, head.number, signal);
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
  const status = await statusOf(chain, listing.place.escrow, order, signal);
  if (status.state !== "answered") return { head, order, status };
  const U = await answerTo(chain, listing, B, order, head.number, signal);
  return { head, order, status, ...(U && { U }) };
}

// That money went back lets a buyer pay again: no endpoint is believed it which another contradicts.
async function statusOf(chain: Chain, escrow: Address, { order }: Confirmed, signal?: AbortSignal): Promise<Status> {
  const ask = askStatus(escrow, order);
  const status = await chain.one(ask, signal);
  if (status.state !== "refunded") return status;
  const others = await chain.each((one) => one.one(ask, signal), signal);
  return others.find(({ state }) => state !== "refunded") ?? status;
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

/** What became of a transaction, and its number if an endpoint knows it. */
export interface Fated {
  readonly fate: Fate;
  readonly nonce?: number;
}

/** A transaction that a wallet sent. */
type Sent = { readonly from: string; readonly hash: string; readonly nonce?: number };

// From what keeps a payment waited for to what lets it be paid anew.
const finality: readonly Fate[] = ["mined", "pending", "unknown", "crowded", "failing", "replaced", "reverted"];

/**
 * What became of a transaction that a wallet sent. "unknown": no endpoint shows it,
 * which proves nothing. That it took nothing, so that one may pay anew, counts only
 * where every endpoint that answers says so: one that lies has nothing paid twice.
 */
export async function fateOf({ chain }: Terminal, sent: Sent, signal?: AbortSignal): Promise<Fated> {
  const told = await chain.each((one) => fateAt(one, sent, signal), signal);
  return told.reduce((a, b) => (finality.indexOf(b.fate) < finality.indexOf(a.fate) ? b : a));
}

// By the endpoint's own head: another's would have it refuse to answer.
async function fateAt(chain: Chain, sent: Sent, signal?: AbortSignal): Promise<Fated> {
  const { from, hash } = sent;
  const head = await chain.head(signal);
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
  const nonce = told ?? sent.nonce;
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
