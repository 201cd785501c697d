// Having the key or the money: what is due for an order that was paid, and the moves
// that a wallet makes for it (spec 8.1). The escrow takes one dispute of an order and
// pays back once, whatever is sent: what is sent twice costs gas alone.

import { bytesToHex } from "../protocol/bytes.ts";
import { prove, verifyProof } from "../protocol/proof.ts";
import { parseResponse, type SchnorrResponse } from "../protocol/schnorr.ts";
import { isZero } from "../protocol/word.ts";
import type { Call } from "./calldata.ts";
import { askGas, type Head } from "./chain.ts";
import {
  bond,
  disputableUntil,
  disputeCall,
  halfTime,
  refundCall,
  type Status,
  wayBackCost,
  windowsOf,
} from "./dispute.ts";
import { Refusal } from "./endpoint.ts";
import { Failure } from "./failure.ts";
import { type Costs, costsWords, feesNow } from "./fees.ts";
import { coin, money } from "./money.ts";
import { type Confirmed, isStale, provePath } from "./orders.ts";
import type { MoveNews } from "./news.ts";
import { keyOf, knownIn, listingOf, type Move, type Purchase, save, secretOf } from "./purchase.ts";
import { fateOf } from "./sight.ts";
import {
  checkPlace,
  checkWallet,
  Declined,
  type Fees,
  send,
  type Terminal,
  type Wallet,
  walletOf,
  withRoom,
} from "./terminal.ts";
import { borneOut } from "./time.ts";

/** An order that was paid, as the chain shows it at one look: its buyer is owed the key or the money. */
export interface Claim {
  readonly chainId: number;
  readonly title: string;
  readonly order: Confirmed;
  readonly status: Status;
  readonly head: Head;
}

/** The last second at which the order may be disputed. */
export function lastSecond({ chainId, order }: Claim): number {
  return disputableUntil(windowsOf(chainId), order.leaf.time);
}

/** Whether the terminal disputes by itself: half of the window is gone, and money is to be had back. */
export function isDue(claim: Claim): boolean {
  const { chainId, order, status, head } = claim;
  const { time, amount } = order.leaf;
  if (status.state !== "none" || amount === 0n || head.time > lastSecond(claim)) return false;
  return head.time >= halfTime(windowsOf(chainId), time);
}

/** Whether the money goes back to whoever asks for it. */
export function isRefundable({ status, head }: Claim): boolean {
  return status.state === "disputed" && head.time > status.deadline;
}

/** Whether there is something to do now. */
export function isEnforceable(claim: Claim): boolean {
  return isDue(claim) || isRefundable(claim);
}

/** What happens next, in words, with the time that is left. */
export function next(claim: Claim): string {
  const { chainId, order, status, head } = claim;
  const [until, half] = [lastSecond(claim), halfTime(windowsOf(chainId), order.leaf.time)];
  const paid = money(chainId, order.leaf.token, order.leaf.amount);
  if (status.state === "answered") return "the dispute was answered: the key is on the chain";
  if (status.state === "refunded") return `${paid} went back`;
  if (isRefundable(claim)) return `nobody answered in time: ${paid} can be had back now`;
  if (status.state === "disputed")
    return `the committee may answer for ${span(status.deadline + 1 - head.time)} more; then ${paid} can be had back`;
  if (order.leaf.amount === 0n) return "nothing was paid: there is nothing to have back";
  if (head.time > until) return "the time to dispute is over: the money is the publisher's, who may still give the key";
  if (isDue(claim)) return `half of the time is gone: a dispute is due, possible for ${span(until - head.time)} more`;
  return `if no key comes, a dispute is due in ${span(half - head.time)}, and possible for ${span(until - head.time)}`;
}

/** A time in words, in its two largest units. */
export function span(seconds: number): string {
  const [d, h, m] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  if (d > 0) return `${d} d ${h} h`;
  if (h > 0) return `${h} h ${m} min`;
  return m > 0 ? `${m} min` : `${Math.max(0, Math.floor(seconds))} s`;
}

/** What one wait knows of the moves that it makes. */
export interface Moves {
  /** One that the user asked for, whatever was declined before and whether it is due or not. It is taken once. */
  wanted?: "dispute" | "refund" | undefined;
  /** Those that were refused: they are not tried again. */
  readonly refused: Set<string>;
  readonly watch?: ((news: MoveNews) => void) | undefined;
}

/**
 * Takes the step that is due by itself, or that the user asked for: a move that the user declines is not asked
 * for again, here or by whoever goes on from what is kept, and a dispute that costs
 * more than comes back is left to the user.
 */
export async function enforce(
  terminal: Terminal,
  p: Purchase,
  claim: Claim,
  moves: Moves,
  signal?: AbortSignal,
): Promise<Purchase> {
  const { refused, watch, wanted } = moves;
  moves.wanted = undefined;
  const name = wanted ?? (isRefundable(claim) ? "refund" : "dispute");
  if (!wanted && (refused.has(name) || wasDeclined(p[name], claim))) return p;
  const asks = (costs: Costs): void => watch?.({ move: name, state: "asked", costs });
  try {
    if (!wanted && !(await isBorneOut(terminal, claim, signal))) return p;
    if (name === "dispute" && !wanted) await checkWorth(terminal, claim, signal);
    watch?.({ move: name, state: "asked" });
    const moved = await (name === "refund" ? refund : dispute)(terminal, p, claim, signal, asks);
    const hash = moved[name]?.hash;
    if (hash !== undefined) watch?.({ move: name, state: "sent", hash });
    return moved;
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    if (cause.kind === "refused") refused.add(name);
    terminal.tell(name, [cause.message, ...cause.hints].join("; "));
    watch?.({ move: name, state: "failed", failure: cause });
    return cause instanceof Declined ? writeDeclined(terminal, p, name, claim, signal) : p;
  }
}

// An endpoint whose time is ahead has the wallet asked for nothing where others know
// better: a dispute's bond is lost where the key comes, and gas for a refund that fails.
async function isBorneOut({ chain }: Terminal, claim: Claim, signal?: AbortSignal): Promise<boolean> {
  const time = await borneOut(chain, claim.head.time, signal);
  return isEnforceable({ ...claim, head: { ...claim.head, time } });
}

function wasDeclined(move: Move | undefined, { order }: Claim): boolean {
  return move?.declined === true && move.order === bytesToHex(order.order);
}

function writeDeclined(
  { storage, wallet }: Terminal,
  p: Purchase,
  name: "dispute" | "refund",
  { order }: Claim,
  signal?: AbortSignal,
): Promise<Purchase> {
  signal?.throwIfAborted();
  const from = wallet ? bytesToHex(wallet.address) : "";
  return save(storage, { ...p, [name]: { order: bytesToHex(order.order), from, declined: true } satisfies Move });
}

/** Demands the key on chain, or else the money: whoever asks for it does not wait for half time. */
export async function dispute(
  terminal: Terminal,
  p: Purchase,
  claim: Claim,
  signal?: AbortSignal,
  asks?: (costs: Costs) => void,
): Promise<Purchase> {
  if (p.release !== undefined) throw new Failure("refused", `"${p.title}" was released: there is nothing to dispute`);
  if (claim.status.state !== "none") throw new Failure("refused", `the order was ${claim.status.state} before`);
  if (claim.head.time > lastSecond(claim))
    throw new Failure("refused", "too late: the money is the publisher's", [
      "ask the publisher, who was paid, for the key",
    ]);
  return move(terminal, p, claim, "dispute", (fees) => disputeOf(terminal, p, claim, fees, signal), signal, asks);
}

/** Has the money of a dispute paid back that nobody answered in time. */
export async function refund(
  terminal: Terminal,
  p: Purchase,
  claim: Claim,
  signal?: AbortSignal,
  asks?: (costs: Costs) => void,
): Promise<Purchase> {
  if (claim.status.state !== "disputed")
    throw new Failure("refused", `the order is ${claim.status.state === "none" ? "not disputed" : claim.status.state}`);
  if (!isRefundable(claim)) throw new Failure("pending", `too early: ${next(claim)}`);
  const call = refundCall(listingOf(p).place, claim.order.leaf);
  return move(terminal, p, claim, "refund", () => Promise.resolve(call), signal, asks);
}

/** The dispute's call, with a bond that suffices in every block which takes a transaction of these fees. */
export async function disputeOf(
  terminal: Terminal,
  p: Purchase,
  { chainId, order }: Claim,
  fees: Fees,
  signal?: AbortSignal,
): Promise<Call> {
  const { place } = listingOf(p);
  const path = await provePath(terminal.chain, place.escrow, order.leaf, knownIn(p), signal);
  return disputeCall(place, order.leaf, path, await witness(terminal, p, order), bond(chainId, fees.cap));
}

// The payment's own proof, which anyone may show, or a new one where that proves nothing.
async function witness({ storage }: Terminal, p: Purchase, { proof }: Confirmed): Promise<SchnorrResponse> {
  const { place } = listingOf(p);
  try {
    const given = parseResponse(proof);
    verifyProof(place, keyOf(p), given);
    return given;
  } catch {
    return prove(await secretOf(storage, p), place);
  }
}

type Making = (fees: Fees) => Promise<Call>;

async function move(
  terminal: Terminal,
  p: Purchase,
  claim: Claim,
  name: "dispute" | "refund",
  make: Making,
  signal?: AbortSignal,
  asks?: (costs: Costs) => void,
): Promise<Purchase> {
  checkPlace(terminal, listingOf(p));
  if (await onItsWay(terminal, p[name], claim, signal)) return p;
  const wallet = walletOf(terminal, name);
  await checkWallet(wallet, p.chainId);
  const fees = await feesNow(terminal, claim.head, signal);
  const { call, gas } = await tried(terminal, wallet, name, () => make(fees), signal);
  const asked: Move = { order: bytesToHex(claim.order.order), from: bytesToHex(wallet.address) };
  // A crash after this: it may be on chain or not. The next look tells what became of
  // the order; another one that is sent beside it costs gas alone.
  signal?.throwIfAborted(); // a release that came meanwhile is not written over
  const before = await save(terminal.storage, { ...p, [name]: asked });
  const costs = { gas: withRoom(gas) * fees.cap, bond: call.value };
  asks?.(costs);
  terminal.tell(name, costsWords(p.chainId, costs));
  const hash = await send(wallet, call, withRoom(gas), fees);
  signal?.throwIfAborted(); // what was kept meanwhile, as by a release, stays
  terminal.tell(name, `in transaction ${hash}`);
  return save(terminal.storage, { ...before, [name]: { ...asked, hash } });
}

async function onItsWay(terminal: Terminal, kept: Move | undefined, claim: Claim, signal?: AbortSignal) {
  if (kept?.hash === undefined || kept.order !== bytesToHex(claim.order.order)) return false;
  const { fate } = await fateOf(terminal, { ...kept, hash: kept.hash }, signal);
  return fate === "mined" || fate === "pending";
}

const staleTries = 5;

// Has a call tried. One whose path a purchase made stale meanwhile is made anew.
async function tried(
  { chain }: Terminal,
  wallet: Wallet,
  name: string,
  make: () => Promise<Call>,
  signal?: AbortSignal,
) {
  for (let n = 1; ; n++) {
    const call = await make();
    const [gas] = await chain.ask([askGas(call, wallet.address)], signal);
    if (!(gas instanceof Refusal)) return { call, gas };
    if (!isStale(gas) || n === staleTries)
      throw new Failure(
        "refused",
        `the ${name} would fail: ${gas.message}`,
        ["the account may have too little coin"],
        gas,
      );
  }
}

async function checkWorth(terminal: Terminal, { chainId, order, head }: Claim, signal?: AbortSignal): Promise<void> {
  if (!isZero(order.leaf.token)) return;
  const { tip } = await feesNow(terminal, head, signal);
  const cost = wayBackCost(head.baseFee + tip);
  if (order.leaf.amount >= cost) return;
  const [gas, back] = [cost, order.leaf.amount].map((n) => money(chainId, coin, n));
  throw new Failure(
    "pending",
    `not disputed by itself: that costs about ${gas} of gas, more than the ${back} that come back`,
    ["it is done by itself once gas costs less", "it can be done now all the same"],
  );
}
