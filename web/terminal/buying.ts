// Paying for a tier, unless it was paid for before. It may be stopped at any point
// and called again: it looks on chain before it pays, its key is that of the first
// call, and a wallet that may have paid is not asked again. What a crash means
// stands at each step.

import { contractsOf } from "../protocol/contracts.ts";
import { prove } from "../protocol/proof.ts";
import type { SchnorrResponse } from "../protocol/schnorr.ts";
import { bytesToHex, equal } from "../protocol/bytes.ts";
import { type Address, isZero } from "../protocol/word.ts";
import type { Call } from "./calldata.ts";
import { askGas, type Head } from "./chain.ts";
import { Refusal } from "./endpoint.ts";
import { Failure, type Overruled } from "./failure.ts";
import { inCoin, isSame, type Listing, priceOf } from "./listing.ts";
import { money } from "./money.ts";
import type { Confirmed } from "./orders.ts";
import { pause } from "./pause.ts";
import { approveCall, buyCall, deployAndBuyCall, type PurchaseTerms, words } from "./payment.ts";
import {
  current,
  keyOf,
  listingOf,
  newPurchase,
  placeName,
  type Purchase,
  purchases,
  reached,
  save,
  secretOf,
  termsOf,
} from "./purchase.ts";
import { carryOn } from "./resuming.ts";
import { judge, keep, unpaid } from "./sight.ts";
import { signedCall, signPayment } from "./signed.ts";
import { checkServed } from "./served.ts";
import { type Survey, survey } from "./survey.ts";
import { checkPlace, checkWallet, Declined, send, type Terminal, type Wallet, walletOf, withRoom } from "./terminal.ts";
import { holdings } from "./token.ts";

/** What somebody wants to buy, and how. */
export interface Intent extends Overruled {
  readonly listing: Listing;
  /** Who gets the money back if no release comes. */
  readonly refundTo: Address;
  /** The most that a product of its own may ask for; undefined: the price in the header. */
  readonly maxPrice?: bigint;
  /** What the product is given: a voucher. */
  readonly data?: Uint8Array;
  /** How a token is paid: by an approval before, or by a signature. */
  readonly by?: "approval" | "permit" | "authorization";
  /** Another one, beside what was released before. */
  readonly again?: boolean;
}

/**
 * Pays for one tier by the terminal's wallet, unless it was paid for before, and
 * returns the purchase; {@link awaitRelease} then waits for the release.
 */
export async function buy(terminal: Terminal, intent: Intent, signal?: AbortSignal): Promise<Purchase> {
  checkIntent(terminal, intent);
  const place = placeOf(intent.listing);
  return terminal.storage.alone(place, async () => {
    let p = await begin(terminal, intent);
    for (;;) {
      p = await paid(terminal, p, intent, signal);
      if (p.step !== "refunded") return p;
      terminal.tell("chain", "an earlier payment was refunded: buying again with another key");
      p = await newPurchase(terminal.storage, intent.listing, termsFor(intent), p.attempt + 1);
    }
  });
}

/** What is to be paid for, as the chain shows it. */
export interface Prepared {
  readonly purchase: Purchase;
  /** Missing: it was paid for, or a wallet was asked to, and the purchase says how far that is. */
  readonly survey?: Survey;
}

/** Looks whether anything is to be paid, and asks no wallet to. */
export async function prepare(terminal: Terminal, intent: Intent, signal?: AbortSignal): Promise<Prepared> {
  checkIntent(terminal, intent);
  return terminal.storage.alone(placeOf(intent.listing), async () => {
    for (let p = await begin(terminal, intent); ;) {
      const found = await lookedAt(terminal, p, intent, signal);
      if (found.purchase.step !== "refunded") return found;
      p = await newPurchase(terminal.storage, intent.listing, termsFor(intent), p.attempt + 1);
    }
  });
}

async function lookedAt(terminal: Terminal, p: Purchase, intent: Intent, signal?: AbortSignal): Promise<Prepared> {
  if (p.payment || reached(p, "seen")) return { purchase: p };
  const found = await survey(terminal, p, terminal.wallet?.address ?? intent.refundTo, intent, signal);
  if (found.order) return { purchase: await takeIn(terminal, p, found.head, found.order, signal) };
  await checkServed(terminal, p, found.deployed, intent, signal);
  // A crash after this: the next run looks on chain from here.
  return { purchase: await save(terminal.storage, { ...p, ...looked(found) }), survey: found };
}

/** What any wallet has to do to pay, without one here: the calls in their order; none where it was paid for before. */
export async function requests(terminal: Terminal, intent: Intent, signal?: AbortSignal) {
  const { purchase, survey: found } = await prepare(terminal, intent, signal);
  if (found === undefined) return { purchase, calls: [] };
  // A crash after this: the next run makes other requests for the same key, and finds
  // on chain whether one of them was paid.
  const call = await payingCall(terminal, purchase, found.deployed);
  return { purchase, calls: [...approvals(purchase, call.to), call] };
}

function placeOf(listing: Listing): string {
  const { chainId, escrow, product, tier } = listing.place;
  return placeName({ chainId, escrow: bytesToHex(escrow), product: bytesToHex(product), tier });
}

function checkIntent(terminal: Terminal, { listing, refundTo, maxPrice }: Intent): void {
  checkPlace(terminal, listing);
  if (isZero(refundTo)) throw new Failure("refused", "nobody is named to get the money back if no release comes");
  if (maxPrice !== undefined && maxPrice < priceOf(listing))
    throw new Failure("refused", `the price is ${priceOf(listing)} base units, more than the ${maxPrice} allowed`);
}

function termsFor({ listing, refundTo, maxPrice, data }: Intent): PurchaseTerms {
  const most = listing.custom && maxPrice !== undefined ? maxPrice : priceOf(listing);
  return { maxPrice: most, refundTo, data: data ?? new Uint8Array() };
}

async function begin({ storage }: Terminal, intent: Intent): Promise<Purchase> {
  const { listing } = intent;
  const attempts = await purchases(storage, placeOf(listing));
  const last = current(attempts);
  if (last === undefined) return newPurchase(storage, listing, termsFor(intent), 0);
  if (last.step === "refunded" || (intent.again === true && last.release !== undefined))
    return newPurchase(storage, listing, termsFor(intent), attempts.at(-1)!.attempt + 1);
  await secretOf(storage, last);
  const terms = termsFor(intent);
  if (last.step !== "prepared" && (last.step !== "approving" || isOf(last, listing, terms))) return last;
  // Nothing pays for it: kept is where on chain to look for what another wallet did.
  // What was signed is of other terms, was not sent or failed, and is forgotten.
  const { since, peaks, approval } = last;
  const fresh = await newPurchase(storage, listing, terms, last.attempt);
  const kept = { ...fresh, since, ...(peaks && { peaks }), ...(approval && { approval }) };
  return save(storage, { ...kept, step: unpaid(kept) });
}

function isOf(p: Purchase, listing: Listing, terms: PurchaseTerms): boolean {
  if (!isSame(listingOf(p), listing)) return false;
  const { maxPrice, refundTo, data } = termsOf(p);
  return maxPrice === terms.maxPrice && equal(refundTo, terms.refundTo) && equal(data, terms.data);
}

async function paid(terminal: Terminal, p: Purchase, intent: Intent, signal?: AbortSignal): Promise<Purchase> {
  if (reached(p, "seen")) return p;
  let now = p;
  if (now.payment) {
    now = await carryOn(terminal, now, intent, signal);
    if (now.payment || reached(now, "seen") || now.step === "refunded") return now;
    // What is paid now is what is wanted now, whatever was kept of the payment that never came.
    now = await begin(terminal, intent);
  }
  return pay(terminal, now, intent, signal);
}

async function pay(terminal: Terminal, p: Purchase, intent: Intent, signal?: AbortSignal): Promise<Purchase> {
  const wallet = walletOf(terminal, `tier ${p.tierName} of "${p.title}"`);
  const found = await survey(terminal, p, wallet.address, intent, signal);
  if (found.order) return takeIn(terminal, p, found.head, found.order, signal);
  await checkWallet(wallet, p.chainId);
  await checkServed(terminal, p, found.deployed, intent, signal);
  const ready = await save(terminal.storage, { ...p, ...looked(found) });
  const listing = listingOf(ready);
  if (inCoin(listing) || termsOf(ready).maxPrice === 0n)
    return payByCall(terminal, ready, found.deployed, wallet, signal);
  const by = intent.by ?? "approval";
  if (by === "approval")
    return payByCall(terminal, await allow(terminal, ready, found, wallet, signal), found.deployed, wallet, signal);
  const signed = await signPayment(terminal, ready, by, found.head, wallet, signal);
  return ask(terminal, signed, await signedCall(terminal, signed, found.deployed), wallet, signal);
}

/** Writes down a payment that was found. */
async function takeIn(terminal: Terminal, p: Purchase, head: Head, order: Confirmed, signal?: AbortSignal) {
  return keep(terminal, { ...p, since: order.block }, await judge(terminal, p, head, order, signal));
}

async function payByCall(terminal: Terminal, p: Purchase, deployed: boolean, wallet: Wallet, signal?: AbortSignal) {
  return ask(terminal, p, await payingCall(terminal, p, deployed), wallet, signal);
}

/** The call that pays. Any valid proof serves: each call has a new one. */
export async function payingCall({ storage }: Terminal, p: Purchase, deployed: boolean): Promise<Call> {
  const listing = listingOf(p);
  const proof: SchnorrResponse = prove(await secretOf(storage, p), listing.place);
  return (deployed ? buyCall : deployAndBuyCall)(listing, keyOf(p), proof, termsOf(p));
}

/** Asks the wallet to pay: tried first, and durable before it is asked. */
async function ask(terminal: Terminal, p: Purchase, call: Call, wallet: Wallet, signal?: AbortSignal) {
  const gas = await tried(terminal, call, wallet.address, signal);
  terminal.tell("wallet", words(call, listingOf(p)));
  const from = bytesToHex(wallet.address);
  // A crash after this: the wallet may have been asked, and may have paid. The next
  // run looks for that, and does not ask again while it could.
  const asked = await save(terminal.storage, { ...p, step: "sent", payment: { from } });
  try {
    const hash = await send(wallet, call, withRoom(gas));
    terminal.tell("wallet", `pays in transaction ${hash}`);
    return await save(terminal.storage, { ...asked, payment: { from, hash } });
  } catch (cause) {
    if (cause instanceof Declined && cause.certain) await withdraw(terminal, asked);
    throw cause;
  }
}

/** Writes down that a payment took nothing and never will. */
function withdraw({ storage }: Terminal, p: Purchase): Promise<Purchase> {
  const { payment: _, ...rest } = p;
  return save(storage, { ...rest, step: unpaid(rest) });
}

/** Has a call tried by an endpoint, and returns what gas it takes. @throws Failure "refused" where it would fail */
export async function tried({ chain }: Terminal, call: Call, from: Address, signal?: AbortSignal): Promise<bigint> {
  const [gas] = await chain.ask([askGas(call, from)], signal);
  if (gas instanceof Refusal)
    throw new Failure(
      "refused",
      `the ${call.name} would fail: ${gas.message}`,
      ["nothing was paid", "the account may have too little coin or token, or the tier is sold out"],
      gas,
    );
  return gas;
}

function looked({ head, peaks }: Survey): Pick<Purchase, "since" | "peaks"> {
  return { since: head.number, ...(peaks && { peaks }) };
}

/** The approval that the paying call needs before it, where it pays in a token. */
export function approvals(p: Purchase, spender: Address): Call[] {
  const listing = listingOf(p);
  const { maxPrice } = termsOf(p);
  return inCoin(listing) || maxPrice === 0n ? [] : [approveCall(listing, spender, maxPrice)];
}

// Sees that the escrow, or the router where the product is to be deployed, may take
// exactly the price.
async function allow(terminal: Terminal, p: Purchase, { deployed }: Survey, wallet: Wallet, signal?: AbortSignal) {
  const listing = listingOf(p);
  const { token } = listing.terms;
  const { maxPrice } = termsOf(p);
  const spender = deployed ? terminal.escrow : contractsOf(terminal.escrow).router;
  const has = () => holdings(terminal.chain, token, wallet.address, spender, signal);
  const { held, allowed } = await has();
  if (held < maxPrice)
    throw new Failure("refused", `not enough money: ${money(p.chainId, token, maxPrice - held)} is missing`);
  if (allowed >= maxPrice) return p;
  const asked = await approve(terminal, p, approveCall(listing, spender, maxPrice), wallet, signal);
  while ((await has()).allowed < maxPrice) await pause(terminal.pace.chain, signal);
  return asked;
}

async function approve(terminal: Terminal, p: Purchase, call: Call, wallet: Wallet, signal?: AbortSignal) {
  const gas = await tried(terminal, call, wallet.address, signal);
  terminal.tell("wallet", words(call, listingOf(p)));
  const from = bytesToHex(wallet.address);
  // A crash after this: the approval may be on chain or not. It allows exactly the
  // price, and another one would replace it: nothing can be taken twice.
  const asked = await save(terminal.storage, { ...p, step: "approving", approval: { from } });
  const hash = await send(wallet, call, withRoom(gas));
  return save(terminal.storage, { ...asked, approval: { from, hash } });
}
