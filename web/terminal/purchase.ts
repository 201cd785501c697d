// A purchase as it is kept: how far it has come, and all that whoever continues
// after a crash has to know. Nothing in it is secret: the release key's secret
// follows from the seed, the place and the attempt.

import { bytesToHex, equal, hexToBytes } from "../protocol/bytes.ts";
import { type ReleaseKey, releaseKey } from "../protocol/key.ts";
import { parseLeaf } from "../protocol/leaf.ts";
import { compressG1, compressG2, type G1, parseG1, parseG2 } from "../protocol/point.ts";
import { freshRandom } from "../protocol/schnorr.ts";
import { parseTerms, termsBytes } from "../protocol/terms.ts";
import { parseAddress, parseHash } from "../protocol/word.ts";
import { Failure } from "./failure.ts";
import { asDocument, type Document, optionalText, textOf, wholeOf } from "./document.ts";
import { checkListing, type Listing, priceOf } from "./listing.ts";
import { type Confirmed, type Known, nothingKnown } from "./orders.ts";
import type { PurchaseTerms } from "./payment.ts";
import type { Storage } from "./storage.ts";

/**
 * How far a purchase has come. Each step is durable before anything that follows it
 * is begun.
 *
 * - prepared: a key was derived, nothing was asked of a wallet: forgetting it loses nothing
 * - approving: a token's approval or a signature is asked for: that alone pays nothing
 * - sent: a wallet was asked to pay: it may have, and is never asked again while it could
 * - seen: the escrow confirmed the order, which a reorganisation may still undo
 * - confirmed: as deep as the offer asks for
 * - released: the release is here, verified: the product opens without anyone
 * - opened: and was, at least once
 * - refunded: the money went back: another attempt needs another key
 */
export const steps = ["prepared", "approving", "sent", "seen", "confirmed", "released", "opened", "refunded"] as const;

/** One of {@link steps}. */
export type Step = (typeof steps)[number];

/** A transaction that a wallet was asked for. */
export interface Sending {
  readonly from: string;
  /** Missing: the wallet had not answered when this was written. It may have sent it. */
  readonly hash?: string;
  /** Missing where no endpoint showed the transaction yet. */
  readonly nonce?: number;
}

/** One about an order. */
export interface Move extends Sending {
  readonly order: string;
  /** Whether the wallet said no: it is not asked again by itself. */
  readonly declined?: true;
}

/** A payment that was signed, and may be sent again until its deadline: it buys once. */
export interface Signed {
  readonly kind: "permit" | "authorization";
  readonly payer: string;
  /** Of the permit or the authorization, 65 bytes. */
  readonly token: string;
  /** Of the request beside a permit, 65 bytes. */
  readonly request?: string;
  /** Unix seconds. */
  readonly deadline: number;
}

/** One attempt to buy one tier. Bytes are hexadecimal, amounts decimal. */
export interface Purchase {
  readonly version: 1;
  readonly title: string;
  readonly tierName: string;
  readonly chainId: number;
  readonly escrow: string;
  readonly product: string;
  readonly tier: number;
  readonly terms: string;
  readonly custom: boolean;
  readonly P: string;
  readonly Q: string;

  readonly attempt: number;
  /** B, compressed. */
  readonly releaseKey: string;
  readonly maxPrice: string;
  readonly refundTo: string;
  readonly data: string;
  /** Unix seconds, by this computer's clock. */
  readonly created: number;

  readonly step: Step;
  /** A block after which the payment must be: of the first look, which found nothing. */
  readonly since: number;
  readonly peaks?: { readonly count: number; readonly peaks: readonly string[] };
  readonly approval?: Sending;
  readonly signed?: Signed;
  readonly payment?: Sending;
  readonly order?: {
    readonly hash: string;
    readonly leaf: string;
    readonly proof: string;
    readonly block: number;
    readonly blockHash: string;
    readonly transaction: string;
  };
  /** A dispute of the order. Its bond, in wei, goes back with a refund. */
  readonly disputed?: { readonly by: string; readonly deadline: number; readonly bond: string };
  readonly dispute?: Move;
  readonly refund?: Move;
  /** U, compressed, verified, and the node that it came from, or "chain". */
  readonly release?: string;
  readonly source?: string;
  /** σ, compressed, verified. */
  readonly receipt?: string;
}

/** Whether a purchase has come to a step. A refunded one has come to none but its own. */
export function reached({ step }: Purchase, wanted: Step): boolean {
  if (step === "refunded" || wanted === "refunded") return step === wanted;
  return steps.indexOf(step) >= steps.indexOf(wanted);
}

/** What was listed when it was bought. @throws where its parts do not belong together */
export function listingOf(p: Purchase): Listing {
  const { chainId, tier, title, tierName, custom } = p;
  const place = { chainId, escrow: parseAddress(p.escrow), product: parseAddress(p.product), tier };
  const [P, Q] = [parseG1(hexToBytes(p.P)), parseG2(hexToBytes(p.Q))];
  const listing: Listing = { title, tierName, place, terms: parseTerms(hexToBytes(p.terms)), custom, P, Q };
  checkListing(listing);
  return listing;
}

/** The release key. */
export function keyOf(p: Purchase): G1 {
  return parseG1(hexToBytes(p.releaseKey));
}

/** The terms beyond the header's. */
export function termsOf(p: Purchase): PurchaseTerms {
  return { maxPrice: BigInt(p.maxPrice), refundTo: parseAddress(p.refundTo), data: hexToBytes(p.data) };
}

/** The order as it was kept. */
export function orderIn({ order }: Purchase): Confirmed | undefined {
  if (order === undefined) return undefined;
  return {
    order: parseHash(order.hash),
    leaf: parseLeaf(hexToBytes(order.leaf)),
    proof: hexToBytes(order.proof),
    block: order.block,
    blockHash: parseHash(order.blockHash),
    transaction: parseHash(order.transaction),
  };
}

/** The peaks that were kept before the payment. */
export function knownIn({ peaks, since }: Purchase): Known {
  return peaks ? { count: peaks.count, peaks: peaks.peaks.map(parseHash), block: since } : nothingKnown;
}

/** The name under which a purchase is kept. */
export function nameOf(p: Pick<Purchase, "chainId" | "escrow" | "product" | "tier" | "attempt">): string {
  return `${placeName(p)}${String(p.attempt).padStart(10, "0")}`;
}

/** What all attempts at a place begin with. */
export function placeName({ chainId, escrow, product, tier }: Omit<Parameters<typeof nameOf>[0], "attempt">): string {
  return `purchase/${chainId}/${escrow}/${product}/${tier}/`;
}

/**
 * Of all attempts at a place, in their order, the one that goes on: one whose payment
 * may be or is on chain comes before every other, so that nothing is paid beside it.
 */
export function current(attempts: readonly Purchase[]): Purchase | undefined {
  return attempts.find((p) => reached(p, "sent") && p.release === undefined) ?? attempts.at(-1);
}

/** Makes a purchase durable. */
export async function save(storage: Storage, p: Purchase): Promise<Purchase> {
  await storage.put(nameOf(p), JSON.stringify(p));
  return p;
}

/** The purchases that were kept under names that begin so, attempts in their order. */
export async function purchases(storage: Storage, prefix = "purchase/"): Promise<Purchase[]> {
  const names = await storage.names(prefix);
  const texts = await Promise.all(names.map((name) => storage.get(name)));
  return texts.filter((text) => text !== undefined).map(parsePurchase);
}

/**
 * The purchases that can be read, and the names of those that cannot: whoever lists
 * them shows the others all the same, and whoever pays reads strictly.
 */
export async function legible(storage: Storage): Promise<{ purchases: Purchase[]; illegible: string[] }> {
  const names = await storage.names("purchase/");
  const read: Purchase[] = [];
  const illegible: string[] = [];
  for (const name of names) {
    try {
      read.push(parsePurchase((await storage.get(name)) ?? ""));
    } catch {
      illegible.push(name);
    }
  }
  return { purchases: read, illegible };
}

/** Reads a purchase that was kept. */
export function parsePurchase(text: string): Purchase {
  const p = JSON.parse(text) as Purchase;
  if (p.version !== 1) throw new Failure("input", `a purchase has version ${String(p.version)}, this software knows 1`);
  if (!steps.includes(p.step))
    throw new Failure("input", `a purchase has the step ${String(p.step)}, which there is not`);
  checkTypes(asDocument("purchase", p));
  const listing = listingOf(p);
  if (!listing.custom && termsOf(p).maxPrice !== priceOf(listing))
    throw new Failure("danger", `a purchase costs ${p.maxPrice} base units, and its terms say ${priceOf(listing)}`);
  keyOf(p);
  orderIn(p);
  knownIn(p);
  return p;
}

// JSON holds anything: what names, keys and words are made of is of the types above.
function checkTypes(p: Document): void {
  for (const name of ["title", "tierName", "escrow", "product", "terms", "P", "Q", "releaseKey", "maxPrice"])
    textOf(p, name);
  for (const name of ["refundTo", "data"]) textOf(p, name);
  for (const name of ["chainId", "tier", "attempt", "created", "since"]) wholeOf(p, name);
  for (const name of ["release", "source", "receipt"]) optionalText(p, name);
  if (typeof p["custom"] !== "boolean") throw new TypeError("custom is neither true nor false");
  if (wholeOf(p, "attempt") > 0xffffffff) throw new RangeError("there is no such attempt");
  if (!/^(0|[1-9][0-9]{0,28})$/.test(textOf(p, "maxPrice"))) throw new RangeError("maxPrice is no amount");
  for (const name of ["approval", "payment", "dispute", "refund"]) checkSending(name, p[name]);
  if (p["order"] !== undefined) wholeOf(asDocument("order", p["order"]), "block");
  if (p["disputed"] !== undefined) checkDisputed(asDocument("disputed", p["disputed"]));
  if (p["signed"] !== undefined) checkSigned(asDocument("signed", p["signed"]));
  if (p["release"] !== undefined) parseG1(hexToBytes(textOf(p, "release")));
  if (p["receipt"] !== undefined) parseG1(hexToBytes(textOf(p, "receipt")));
  if (isPast(p["step"], "released") && p["release"] === undefined)
    throw new TypeError("what was released has no release");
}

function checkDisputed(disputed: Document): void {
  parseAddress(textOf(disputed, "by"));
  wholeOf(disputed, "deadline");
  if (!/^(0|[1-9][0-9]*)$/.test(textOf(disputed, "bond"))) throw new RangeError("bond is no amount");
}

function checkSigned(signed: Document): void {
  if (!["permit", "authorization"].includes(textOf(signed, "kind"))) throw new RangeError("there is no such signature");
  parseAddress(textOf(signed, "payer"));
  for (const name of ["token", "request"]) hexToBytes(optionalText(signed, name) ?? "0x");
  wholeOf(signed, "deadline");
}

function isPast(step: unknown, wanted: "released"): boolean {
  return step !== "refunded" && steps.indexOf(step as Step) >= steps.indexOf(wanted);
}

function checkSending(name: string, value: unknown): void {
  if (value === undefined) return;
  const sending = asDocument(name, value);
  const from = textOf(sending, "from");
  if (from !== "") parseAddress(from); // a move that was declined without a wallet has none
  const hash = optionalText(sending, "hash");
  if (hash !== undefined) parseHash(hash);
  if (sending["nonce"] !== undefined) wholeOf(sending, "nonce");
}

/** The name under which the seed is kept, and under which whoever replaces it works alone. */
export const seedName = "seed";

/** The seed of all release keys: made at first use, and durable before it is returned. */
export async function seedIn(storage: Storage): Promise<Uint8Array> {
  const there = (await storage.get(seedName)) ?? (await storage.add(seedName, bytesToHex(freshRandom())));
  const seed = hexToBytes(there);
  if (seed.length !== 32) throw new Failure("input", "the seed that was kept is damaged: restore it from a copy");
  return seed;
}

/** Derives a purchase's key, and refuses a seed that is not the one that it was bought with. */
export async function secretOf(storage: Storage, p: Purchase): Promise<ReleaseKey> {
  return checkKey(await seedIn(storage), p);
}

/** A purchase's key of a seed. @throws Failure "input" for one that it was not bought with */
export function checkKey(seed: Uint8Array, p: Purchase): ReleaseKey {
  const key = releaseKey(seed, listingOf(p).place, p.attempt);
  if (equal(compressG1(key.B), hexToBytes(p.releaseKey))) return key;
  throw new Failure("input", `the seed that is kept here is not the one that "${p.title}" was bought with`, [
    "restore it from a copy",
  ]);
}

/** Writes down a purchase that nothing was asked for. The seed of its key is durable before, and stays. */
export function newPurchase(
  storage: Storage,
  listing: Listing,
  terms: PurchaseTerms,
  attempt: number,
): Promise<Purchase> {
  return storage.alone(seedName, () => begin(storage, listing, terms, attempt));
}

async function begin(storage: Storage, listing: Listing, terms: PurchaseTerms, attempt: number): Promise<Purchase> {
  checkListing(listing);
  const { place } = listing;
  const { B } = releaseKey(await seedIn(storage), place, attempt);
  return save(storage, {
    version: 1,
    title: listing.title,
    tierName: listing.tierName,
    chainId: place.chainId,
    escrow: bytesToHex(place.escrow),
    product: bytesToHex(place.product),
    tier: place.tier,
    terms: bytesToHex(termsBytes(listing.terms)),
    custom: listing.custom,
    P: bytesToHex(compressG1(listing.P)),
    Q: bytesToHex(compressG2(listing.Q)),
    attempt,
    releaseKey: bytesToHex(compressG1(B)),
    maxPrice: String(terms.maxPrice),
    refundTo: bytesToHex(terms.refundTo),
    data: bytesToHex(terms.data),
    created: Math.floor(Date.now() / 1000),
    step: "prepared",
    since: 0,
  });
}
