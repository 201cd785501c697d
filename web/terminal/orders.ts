// Orders on a chain: found by their release key, their state, the answer to their
// dispute, and the log of their account. What an endpoint shows is no escrow's word:
// a payment counts by its own leaf alone, a release where it verifies.

import { word, Words } from "../protocol/abi.ts";
import { ascii, bytesToHex, equal, toNumber } from "../protocol/bytes.ts";
import { parsePayment, paymentTopic } from "../protocol/event.ts";
import { keccak } from "../protocol/hashing.ts";
import { type Leaf, orderOf } from "../protocol/leaf.ts";
import { pathOf } from "../protocol/path.ts";
import { append, type Peaks } from "../protocol/peaks.ts";
import { affineG1, type G1, parseG1Affine } from "../protocol/point.ts";
import { verifyRelease } from "../protocol/release.ts";
import { type Address, type Hash, toHash } from "../protocol/word.ts";
import { addressArgument, hashArgument, hashesArgument, leafArgument, selector } from "./calldata.ts";
import { type Ask, askView, type Chain, type Log } from "./chain.ts";
import { account } from "../protocol/offer.ts";
import { parseStatus, type Status } from "./dispute.ts";
import { Refusal } from "./endpoint.ts";
import { Failure, said } from "./failure.ts";
import { type Listing, owns, underKey } from "./listing.ts";

/** An order as the escrow's log tells it. */
export interface Confirmed {
  readonly order: Hash;
  readonly leaf: Leaf;
  /** c ‖ z as the payer gave them: 64 bytes, neither checked nor below r. */
  readonly proof: Uint8Array;
  readonly block: number;
  readonly blockHash: Hash;
  readonly transaction: Hash;
}

/** How far before a first look an order may come to lie when blocks are reordered. */
export const reorganisationDepth = 64;

/** Which orders are looked for. */
export interface Wanted {
  readonly listing: Listing;
  /** The release key. */
  readonly B: G1;
  /** A block after which the payment must be: 0 where nothing is known. */
  readonly since: number;
  /** The payment's transaction, if one is known: of several orders its own is taken. */
  readonly transaction?: Hash | undefined;
  /** Whom the payment gives the money back: of several orders one of his is taken, before a copier's. */
  readonly refundTo?: Address | undefined;
}

/**
 * The order that was paid for a release key, up to a block; undefined for none.
 * @throws Failure "refused" where the key was paid for under other terms
 */
export async function findOrder(
  chain: Chain,
  wanted: Wanted,
  to: number,
  signal?: AbortSignal,
): Promise<Confirmed | undefined> {
  const { listing, B, since } = wanted;
  const topics = [paymentTopic, undefined, word(listing.place.product), affineG1(B).slice(0, 32)];
  const from = Math.min(to, Math.max(0, since - reorganisationDepth));
  const logs = await chain.logs({ address: listing.place.escrow, topics, from, to }, signal);
  return pick(logs.map(readConfirmed), wanted);
}

// Whoever sees a payment on its way may pay for its key beside it, or before: his
// money would go back to him, and the buyer's be forgotten.
function pick(all: readonly Confirmed[], { listing, B, transaction, refundTo }: Wanted): Confirmed | undefined {
  const own = all.filter(({ leaf }) => owns(listing, B, leaf));
  if (own.length === 0 && all.some(({ leaf }) => underKey(listing, B, leaf)))
    throw new Failure("refused", `"${listing.title}" was paid for before under other terms than this wrap's`, [
      "the wrap that was paid for opens it",
    ]);
  return (
    own.find((one) => transaction !== undefined && equal(one.transaction, transaction)) ??
    own.find(({ leaf }) => refundTo !== undefined && equal(leaf.refundTo, refundTo)) ??
    own[0]
  );
}

function readConfirmed(log: Log): Confirmed {
  try {
    const { leaf, c, z } = parsePayment(log.topics, log.data);
    const { block, blockHash, transaction } = log;
    return { order: orderOf(leaf), leaf, proof: new Uint8Array([...c, ...z]), block, blockHash, transaction };
  } catch (cause) {
    throw new Failure("unreachable", `the endpoint shows what no escrow logs: ${said(cause)}`, [], cause);
  }
}

/** Asks what became of an order. */
export function askStatus(escrow: Address, order: Hash): Ask<Status> {
  const view = askView(escrow, "orderState", [hashArgument(order)], 128);
  return { ...view, read: (result) => parseStatus(view.read(result)) };
}

/** The first topics of the escrow's events about an order. */
export const keyReleasedTopic: Hash = keccak(ascii("KeyReleased(bytes32,bytes32[3])"));

/**
 * The release by which an order's dispute was answered, verified under the listing's
 * Q; undefined where the endpoint shows none that verifies.
 */
export async function answerTo(
  chain: Chain,
  listing: Listing,
  B: G1,
  { order, block }: Confirmed,
  to: number,
  signal?: AbortSignal,
): Promise<G1 | undefined> {
  const topics = [keyReleasedTopic, order];
  const logs = await chain.logs({ address: listing.place.escrow, topics, from: Math.min(block, to), to }, signal);
  for (const { data } of logs) {
    try {
      const U = parseG1Affine(data);
      verifyRelease(listing.place, B, listing.Q, U);
      return U;
    } catch {
      // The escrow verified what it logs: an endpoint made this up.
    }
  }
  return undefined;
}

const refundedTopic: Hash = keccak(ascii("Refunded(bytes32,address)"));

/** How an order's money went back. */
export interface Refunded {
  readonly transaction: Hash;
  /** Who had it paid back: anyone after the deadline, the publisher at any time. */
  readonly by: Address;
}

/** The refund of an order, as the escrow's log tells it; undefined where the endpoint shows none. */
export async function refundOf(
  chain: Chain,
  escrow: Address,
  { order, block }: Pick<Confirmed, "order" | "block">,
  to: number,
  signal?: AbortSignal,
): Promise<Refunded | undefined> {
  const query = { address: escrow, topics: [refundedTopic, order], from: Math.min(block, to), to };
  const log = (await chain.logs(query, signal)).at(-1);
  return log && { transaction: log.transaction, by: new Words("refund", log.data, 1).address("by") };
}

/** The peaks of an account's log when it had so many orders, at or after a block. */
export interface Known {
  readonly count: number;
  readonly peaks: Peaks;
  readonly block: number;
}

/** The empty log, at the chain's beginning. */
export const nothingKnown: Known = { count: 0, peaks: [], block: 0 };

/**
 * Asks for an account's count and for its peaks. If an order comes between, the two
 * do not fit: a path that is made of them is tried before it is used.
 */
export function askPeaks(escrow: Address, name: Hash): [Ask<number>, Ask<Hash[]>] {
  const state = askView(escrow, "accountState", [hashArgument(name)], 6 * 32);
  const peaks = askView(escrow, "peaks", [hashArgument(name)], 32 * 32);
  return [
    { ...state, read: (result) => Number(toNumber(state.read(result).slice(60, 64))) },
    { ...peaks, read: (result) => withoutZeros(peaks.read(result)) },
  ];
}

function withoutZeros(words: Uint8Array): Hash[] {
  const all = Array.from({ length: 32 }, (_, i) => toHash(words.slice(32 * i, 32 * i + 32)));
  const last = all.findLastIndex((peak) => peak.some((byte) => byte !== 0));
  return all.slice(0, last + 1);
}

/**
 * The path of an order in its account's log, which the escrow has accepted in a
 * trial. The log is read from where it is known on, and from its beginning if that
 * turns out to be of another chain.
 */
export async function provePath(
  chain: Chain,
  escrow: Address,
  leaf: Leaf,
  known: Known,
  signal?: AbortSignal,
): Promise<Hash[]> {
  try {
    return await pathFrom(chain, escrow, leaf, known, signal);
  } catch (cause) {
    if (known.count === 0 && known.block === 0) throw cause;
    return pathFrom(chain, escrow, leaf, nothingKnown, signal);
  }
}

async function pathFrom(
  chain: Chain,
  escrow: Address,
  leaf: Leaf,
  known: Known,
  signal?: AbortSignal,
): Promise<Hash[]> {
  const orders = await ordersSince(chain, escrow, account(leaf), known, signal);
  const at = leaf.index - known.count;
  const own = orders[at];
  if (own === undefined || !equal(own, orderOf(leaf)))
    throw new Failure("unreachable", `the order is not number ${leaf.index} of its account's log at this endpoint`);
  const before = orders.slice(0, at).reduce((peaks: Peaks, one, i) => append(peaks, known.count + i, one), known.peaks);
  const path = pathOf(before, leaf.index, orders.slice(at + 1));
  await tryPath(chain, escrow, leaf, path, signal);
  return path;
}

// The account's orders from number known.count on, without a gap.
async function ordersSince(chain: Chain, escrow: Address, name: Hash, known: Known, signal?: AbortSignal) {
  const { number: to } = await chain.head(signal);
  const from = Math.max(0, Math.min(known.block - reorganisationDepth, to));
  const logs = await chain.logs({ address: escrow, topics: [paymentTopic, name], from, to }, signal);
  const later = logs.map(readConfirmed).filter(({ leaf }) => leaf.index >= known.count);
  later.sort((a, b) => a.leaf.index - b.leaf.index);
  const gap = later.findIndex(({ leaf }, i) => leaf.index !== known.count + i);
  if (gap >= 0)
    throw new Failure(
      "unreachable",
      `the account's order number ${known.count + gap} is missing in the endpoint's logs`,
    );
  return later.map(({ order }) => order);
}

// Peaks move with each purchase: the escrow itself says whether a path is good.
async function tryPath(chain: Chain, escrow: Address, leaf: Leaf, path: readonly Hash[], signal?: AbortSignal) {
  const [answer] = await chain.ask([askView(escrow, "proven", [leafArgument(leaf), hashesArgument(path)], 32)], signal);
  if (answer instanceof Refusal || !equal(answer, orderOf(leaf)))
    throw new Failure("unreachable", `the escrow does not know the order by its path of length ${path.length}`);
}

/** Whether a refusal is the escrow's of a path that a later purchase made stale. */
export function isStale({ data }: Refusal): boolean {
  return data?.startsWith(bytesToHex(selector("Escrow_NotLogged(bytes32,bytes32)"))) === true;
}

/** Asks for money that a refund could not deliver to its owner. A zero token is coin. */
export function askClaims(escrow: Address, token: Address, owner: Address): Ask<bigint> {
  const view = askView(escrow, "claims", [addressArgument(token), addressArgument(owner)], 32);
  return { ...view, read: (result) => toNumber(view.read(result)) };
}
