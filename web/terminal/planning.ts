// What paying will ask of a wallet and what it costs, before anything is asked of it.

import { bytesToHex } from "../protocol/bytes.ts";
import { contractsOf } from "../protocol/contracts.ts";
import { prove } from "../protocol/proof.ts";
import { termsBytes } from "../protocol/terms.ts";
import type { Address } from "../protocol/word.ts";
import { approvals, type Intent, payingCall, type Prepared, prepare, tried } from "./buying.ts";
import type { Call } from "./calldata.ts";
import { wayBackCost } from "./dispute.ts";
import { feesNow } from "./fees.ts";
import { inCoin } from "./listing.ts";
import { coin } from "./money.ts";
import { words } from "./payment.ts";
import { listingOf, type Purchase, secretOf, termsOf } from "./purchase.ts";
import { parseQuantity } from "./quantity.ts";
import { deadlineFrom, isSigned, requestOf, toSign } from "./signed.ts";
import { buyWithAuthorizationCall, buyWithPermitCall, type TypedData } from "./signing.ts";
import { wordsOf } from "./signingwords.ts";
import type { Survey } from "./survey.ts";
import { type Terminal, type Wallet, walletOf } from "./terminal.ts";
import { holdings, type Way, type Ways, waysOf } from "./token.ts";

/** One thing that the wallet will ask its user about. */
export type Step = { readonly kind: "sign"; readonly data: TypedData } | { readonly kind: "send"; readonly call: Call };

/** An amount, in base units of a token, or of the coin where that is 0. */
export interface Amount {
  readonly token: Address;
  readonly amount: bigint;
}

/** What paying will ask of a wallet, in its order, and cost. */
export interface Plan {
  readonly purchase: Purchase;
  /** How a token can be paid with, and how it will be; none where the coin pays. */
  readonly ways: readonly Way[];
  readonly by?: Way;
  readonly steps: readonly Step[];
  /** What each step does, in words that are read from it. */
  readonly words: readonly string[];
  /** About what gas will cost, in wei. */
  readonly gas: bigint;
  /** What a dispute and a refund would cost now, in wei. */
  readonly wayBack: bigint;
  /** What the account has too little of. */
  readonly missing: readonly Amount[];
}

// Gas where it cannot be tried before something is signed or approved: what was
// measured on the dearest rules (testdata/gas.json), an account's first orders among them.
const usual: Readonly<Record<string, bigint>> = {
  approve: 60_000n,
  buy: 150_000n,
  deployAndBuy: 740_000n,
  buyWithPermit: 330_000n,
  buyWithAuthorization: 310_000n,
};
const deploying = 590_000n;

/**
 * Plans to pay by the terminal's wallet. Where it was paid for before, or a wallet was
 * asked to, only the purchase is returned.
 */
export async function plan(
  terminal: Terminal,
  intent: Intent,
  signal?: AbortSignal,
): Promise<Plan | { readonly purchase: Purchase; readonly steps?: undefined }> {
  const wallet = walletOf(terminal, `tier ${intent.listing.tierName} of "${intent.listing.title}"`);
  const prepared = await prepare(terminal, intent, signal);
  const { purchase, survey: found } = prepared;
  if (found === undefined) return { purchase };
  const paysInToken = !inCoin(intent.listing) && termsOf(purchase).maxPrice > 0n;
  const ways = paysInToken ? await waysOf(terminal.chain, intent.listing.terms.token, wallet.address, signal) : nothing;
  const by = ways.ways.find((way) => way === intent.by) ?? ways.ways[0];
  const steps = await stepsOf(terminal, { ...prepared, survey: found }, by, ways, wallet, signal);
  const cost = await costOf(terminal, purchase, found, steps, wallet, signal);
  const said = steps.map((step) =>
    step.kind === "sign" ? wordsOf(step.data, terminal.escrow, found.head.time) : words(step.call, listingOf(purchase)),
  );
  return { purchase, ways: ways.ways, ...(by && { by }), steps, words: said, ...cost };
}

const nothing: Ways = { ways: [] };

type Surveyed = Required<Prepared>;

async function stepsOf(
  terminal: Terminal,
  { purchase: p, survey: found }: Surveyed,
  by: Way | undefined,
  { known }: Ways,
  wallet: Wallet,
  signal?: AbortSignal,
): Promise<Step[]> {
  if (by === undefined || by === "approval") {
    const call = await payingCall(terminal, p, found.deployed);
    const due = by && (await isAllowed(terminal, p, call.to, wallet, signal)) ? [] : approvals(p, call.to);
    return [...due, call].map((one) => ({ kind: "send", call: one }));
  }
  const call: Step = { kind: "send", call: await unsignedCall(terminal, p, by, found, wallet) };
  if (isSigned(p, by, wallet.address, found.head)) return [call];
  const request = requestOf(p, deadlineFrom(found.head));
  const wanted = toSign(request, by, wallet.address, known!);
  return [...wanted.map(({ data }): Step => ({ kind: "sign", data })), call];
}

async function isAllowed({ chain }: Terminal, p: Purchase, spender: Address, wallet: Wallet, signal?: AbortSignal) {
  const { token } = listingOf(p).terms;
  return (await holdings(chain, token, wallet.address, spender, signal)).allowed >= termsOf(p).maxPrice;
}

// The call as it will be, but for the signatures.
async function unsignedCall({ storage }: Terminal, p: Purchase, by: Way, found: Survey, { address }: Wallet) {
  const listing = listingOf(p);
  const request = requestOf(p, deadlineFrom(found.head));
  const proof = prove(await secretOf(storage, p), listing.place);
  const terms = found.deployed ? new Uint8Array() : termsBytes(listing.terms);
  const vrs = { v: 27, r: new Uint8Array(32), s: new Uint8Array(32) };
  return by === "authorization"
    ? buyWithAuthorizationCall(request, address, proof, vrs, terms)
    : buyWithPermitCall(request, address, proof, new Uint8Array(64), vrs, terms);
}

async function costOf(
  terminal: Terminal,
  p: Purchase,
  { head, deployed }: Survey,
  steps: readonly Step[],
  { address }: Wallet,
  signal?: AbortSignal,
): Promise<Pick<Plan, "gas" | "wayBack" | "missing">> {
  const { chain } = terminal;
  const listing = listingOf(p);
  const calls = steps.flatMap((step) => (step.kind === "send" ? [step.call] : []));
  const { tip } = await feesNow(terminal, head, signal);
  const price = head.baseFee + tip;
  const balance = await chain.one(askBalance(address), signal);
  const value = calls.reduce((sum, call) => sum + call.value, 0n);
  const signs = steps.length > calls.length || p.signed !== undefined;
  const tries = calls.length === 1 && !signs && balance > value;
  const tokens = await tokenMissing(terminal, p, calls.at(-1)!, address, signal);
  const known = tries && tokens.length === 0 ? await tried(terminal, calls[0]!, address, signal) : undefined;
  const beside = signs && !deployed ? deploying : 0n;
  const gas = (known ?? calls.reduce((sum, { name }) => sum + (usual[name] ?? 0n), beside)) * price;
  const lacks = value + gas > balance ? [{ token: coin, amount: value + gas - balance }] : [];
  return { gas, wayBack: wayBackCost(price), missing: inCoin(listing) ? lacks : [...tokens, ...lacks] };
}

async function tokenMissing(
  { chain, escrow }: Terminal,
  p: Purchase,
  call: Call,
  owner: Address,
  signal?: AbortSignal,
) {
  const listing = listingOf(p);
  const { maxPrice } = termsOf(p);
  if (inCoin(listing) || maxPrice === 0n) return [];
  const { token } = listing.terms;
  const spender = call.name === "buy" ? escrow : contractsOf(escrow).router;
  const { held } = await holdings(chain, token, owner, spender, signal);
  return held < maxPrice ? [{ token, amount: maxPrice - held }] : [];
}

function askBalance(of: Address) {
  return { method: "eth_getBalance", params: [bytesToHex(of), "latest"], read: parseQuantity };
}
