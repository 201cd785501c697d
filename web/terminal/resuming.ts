// Going on with a payment that a wallet was asked for before: it is on chain, or may
// still come, or never will and is forgotten.

import { askCode, askGas } from "./chain.ts";
import { Refusal } from "./endpoint.ts";
import { Doubt, Failure, type Overruled } from "./failure.ts";
import { listingOf, type Purchase, save } from "./purchase.ts";
import { type Fate, fateOf, keep, look, settledDepth, type Sight, unpaid } from "./sight.ts";
import { signedCall } from "./signed.ts";
import { Declined, send, type Terminal, withRoom } from "./terminal.ts";
import { clock, earliest } from "./time.ts";

/**
 * Takes a purchase whose payment was asked for to where that stands. It returns with
 * the payment while that may come, without it where it never will.
 * @throws Failure "pending" where only the user knows, or time tells
 */
export async function carryOn(
  terminal: Terminal,
  p: Purchase,
  overruled: Overruled,
  signal?: AbortSignal,
): Promise<Purchase> {
  const sight = await look(terminal, p, signal);
  const kept = await keep(terminal, p, sight);
  if (sight.order) return kept;
  if (kept.payment?.hash === undefined) return unanswered(terminal, kept, sight, overruled, signal);
  const { fate, nonce } = await fateOf(terminal, { ...kept.payment, hash: kept.payment.hash }, signal);
  const known = nonce === kept.payment.nonce ? kept : await withNonce(terminal, kept, nonce);
  return decide(terminal, known, fate, overruled);
}

async function decide(terminal: Terminal, p: Purchase, fate: Fate, { maybePaid }: Overruled): Promise<Purchase> {
  switch (fate) {
    case "mined": // the endpoint is about to show its log
    case "pending":
      return p;
    case "unknown":
      return maybePaid ? forget(terminal, p, "is not asked for again") : p;
    case "failing":
      throw new Failure("pending", "the payment failed on chain: nothing was taken but gas", [
        `once that is ${settledDepth} blocks deep it can be paid anew: before, the chain might still change its mind`,
      ]);
    case "crowded":
      throw new Failure("pending", "another transaction of the account has the number of the payment", [
        `once that one is ${settledDepth} blocks deep it can be paid anew`,
      ]);
    case "reverted":
      return forget(terminal, p, "failed on chain: nothing was taken but gas");
    case "replaced":
      return forget(terminal, p, "was replaced by another transaction of the account");
  }
}

// The terminal ended before the wallet answered. What was signed can be sent again,
// for it buys once; what the wallet signs by itself cannot.
async function unanswered(
  terminal: Terminal,
  p: Purchase,
  { head }: Sight,
  { maybePaid }: Overruled,
  signal?: AbortSignal,
): Promise<Purchase> {
  if (p.signed) {
    if (head.time <= p.signed.deadline) return sendSigned(terminal, p, signal);
    const end = p.signed.deadline + settledSeconds;
    if (head.time > end && (maybePaid || (await isOver(terminal, p, end, signal))))
      return forget(terminal, withoutSigned(p), "was not sent before its deadline");
    throw new Failure("pending", "what was signed is over, and might still have been mined", [
      "in some minutes that is certain",
    ]);
  }
  if (maybePaid) return forget(terminal, p, "is not waited for");
  throw new Doubt("maybePaid", "pending", `a wallet was asked to pay for "${p.title}", and may still do it`, [
    "look into the wallet: if it paid, the chain shows it soon",
    "paying anyway is right where the wallet refused, or never asked",
  ]);
}

// Reorganisations reach no further back than this.
const settledSeconds = 10 * 60;

// An endpoint whose clock is ahead, or that lies, has nothing signed beside what may
// still pay: every one that answers has to say so, and this computer's clock as well.
async function isOver({ chain }: Terminal, p: Purchase, end: number, signal?: AbortSignal): Promise<true> {
  if (clock() > end && (await earliest(chain, signal)) > end) return true;
  throw new Doubt(
    "maybePaid",
    "pending",
    `what was signed for "${p.title}" is over by one endpoint of the chain, and not by another or this computer's clock: it may still pay`,
    [
      "set the clock, or name another endpoint of the chain",
      "paying anyway is right where the clock is behind, and the wallet sent nothing",
    ],
  );
}

async function sendSigned(terminal: Terminal, p: Purchase, signal?: AbortSignal): Promise<Purchase> {
  const { wallet, chain } = terminal;
  if (wallet === undefined) return p;
  const code = await chain.one(askCode(listingOf(p).place.product), signal);
  const call = await signedCall(terminal, p, code.length > 0);
  const [gas] = await chain.ask([askGas(call, wallet.address)], signal);
  if (gas instanceof Refusal) return p; // it bought already, as the chain is about to show, or waits for what it lacks
  terminal.tell("wallet", "sends again what was signed before: it buys once");
  try {
    const hash = await send(wallet, call, withRoom(gas));
    return await save(terminal.storage, { ...p, payment: { from: p.payment!.from, hash } });
  } catch (cause) {
    if (cause instanceof Declined) return p;
    throw cause;
  }
}

function withoutSigned({ signed: _, ...rest }: Purchase): Purchase {
  return rest;
}

function withNonce({ storage }: Terminal, p: Purchase, nonce: number | undefined): Promise<Purchase> {
  const { nonce: _, ...payment } = p.payment!;
  return save(storage, { ...p, payment: { ...payment, ...(nonce !== undefined && { nonce }) } });
}

// What was signed stays: everybody saw it who saw the transaction, and could send it
// beside another one. Sent again by ourselves it buys once.
async function forget({ storage, tell }: Terminal, p: Purchase, why: string): Promise<Purchase> {
  tell("chain", `the payment ${why}`);
  const { payment: _, ...rest } = p;
  return save(storage, { ...rest, step: unpaid(rest) });
}
