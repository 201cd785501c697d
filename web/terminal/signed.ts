// Payments in tokens by a signature: what was signed is durable before it is sent,
// and is sent again as it is until its deadline. It buys once.

import { bytesToHex } from "../protocol/bytes.ts";
import { affineG1 } from "../protocol/point.ts";
import { prove } from "../protocol/proof.ts";
import type { Request } from "../protocol/request.ts";
import { termsBytes } from "../protocol/terms.ts";
import { type Address, parseAddress } from "../protocol/word.ts";
import type { Call } from "./calldata.ts";
import type { Head } from "./chain.ts";
import { Failure } from "./failure.ts";
import { offerOfListing } from "./listing.ts";
import { keyOf, listingOf, type Purchase, save, secretOf, type Signed, termsOf } from "./purchase.ts";
import {
  authorizationToSign,
  buyWithAuthorizationCall,
  buyWithPermitCall,
  compact,
  parseVrs,
  permitToSign,
  requestToSign,
  type ToSign,
} from "./signing.ts";
import { wordsOf } from "./signingwords.ts";
import { sign, type Terminal, type Wallet } from "./terminal.ts";
import { checkAhead } from "./time.ts";
import { domainOf } from "./token.ts";

/** How long a signature pays, in seconds of the chain's time. */
export const lifetime = 20 * 60;
/** What must be left of that for a transaction to be mined in. */
const margin = 2 * 60;

/** Has a wallet sign a payment, unless one that was signed before is still good. */
export async function signPayment(
  terminal: Terminal,
  p: Purchase,
  kind: Signed["kind"],
  head: Head,
  wallet: Wallet,
  signal?: AbortSignal,
): Promise<Purchase> {
  const payer = bytesToHex(wallet.address);
  if (isSigned(p, kind, wallet.address, head)) return p;
  const deadline = deadlineFrom(head);
  const request = requestOf(p, deadline);
  const known = await domainOf(terminal.chain, request.offer.token, wallet.address, signal);
  const wanted = toSign(request, kind, wallet.address, known);
  // A crash after this: what was signed is lost, and was never sent. It pays nothing.
  const asked = await save(terminal.storage, { ...p, step: "approving" });
  const signatures: string[] = [];
  for (const { data } of wanted) {
    terminal.tell("wallet", wordsOf(data, terminal.escrow, head.time));
    signatures.push(await sign(wallet, data));
  }
  const [token, own] = signatures as [string, string?];
  const signed: Signed = { kind, payer, deadline, token, ...(own !== undefined && { request: own }) };
  return save(terminal.storage, { ...asked, signed });
}

/** Until when a payment is signed that is signed now, in Unix seconds. @throws Failure "danger" for a time that cannot be */
export function deadlineFrom({ time }: Head): number {
  checkAhead(time);
  return time + lifetime;
}

/** Whether what was signed before is that payer's, of that kind, and still pays. */
export function isSigned({ signed }: Purchase, kind: Signed["kind"], payer: Address, head: Head): boolean {
  if (signed?.payer !== bytesToHex(payer) || signed.kind !== kind) return false;
  return head.time + margin < signed.deadline;
}

/** What a payer signs to pay by a token's word, in that order: the token's, and beside a permit the request itself. */
export function toSign(request: Request, kind: Signed["kind"], payer: Address, { domain, nonce }: Known): ToSign[] {
  if (kind === "authorization") return [authorizationToSign(request, payer, domain)];
  if (nonce === undefined) throw new Failure("refused", "the token takes no permits", ["an approval pays as well"]);
  return [permitToSign(request, payer, domain, nonce), requestToSign(request, payer)];
}

/** A token's domain, and the next nonce of the payer's permits where it takes these. */
type Known = Awaited<ReturnType<typeof domainOf>>;

/** The call that sends what was signed. */
export async function signedCall({ storage }: Terminal, p: Purchase, deployed: boolean): Promise<Call> {
  if (p.signed === undefined) throw new Failure("input", "nothing was signed for the purchase");
  const { kind, payer, token, request: own, deadline } = p.signed;
  const listing = listingOf(p);
  const proof = prove(await secretOf(storage, p), listing.place);
  const request = requestOf(p, deadline);
  const terms = deployed ? new Uint8Array() : termsBytes(listing.terms);
  const [from, vrs] = [parseAddress(payer), parseVrs(token)];
  if (kind === "authorization") return buyWithAuthorizationCall(request, from, proof, vrs, terms);
  if (own === undefined) throw new Failure("input", "the request beside the permit was not kept");
  return buyWithPermitCall(request, from, proof, compact(parseVrs(own)), vrs, terms);
}

/** The request that is signed for a purchase. deadline is in Unix seconds. */
export function requestOf(p: Purchase, deadline: number): Request {
  const listing = listingOf(p);
  const { chainId, escrow, product, tier } = listing.place;
  const releaseKey = affineG1(keyOf(p));
  const offer = offerOfListing(listing);
  return { chainId, escrow, product, tier, releaseKey, offer, ...termsOf(p), tip: 0n, deadline };
}
