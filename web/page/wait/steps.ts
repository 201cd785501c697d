// The way of a payment to the key, step by step, in words.

import { finalised } from "../../protocol/terms.ts";
import type { Confirmed } from "../../terminal/orders.ts";
import { orderIn } from "../../terminal/purchase.ts";
import { about } from "../times.ts";
import { blockTime, type WaitState } from "./waitstate.ts";

/** How far a step is. */
export type Mark = "done" | "now" | "next";

/** One step. */
export interface Step {
  readonly title: string;
  readonly mark: Mark;
  readonly detail: string;
  /** The payment's transaction, 0x and 64 digits. */
  readonly transaction?: string;
}

/** The five steps of a purchase that is waited for. */
export function stepsOf(state: WaitState): readonly Step[] {
  const order = orderIn(state.purchase);
  return [payment(state), onChain(state, order), depth(state, order), release(state, order), verified(state)];
}

function payment({ purchase }: WaitState): Step {
  const transaction = purchase.order?.transaction ?? purchase.payment?.hash;
  if (transaction !== undefined) return { title: "Payment sent", mark: "done", detail: "", transaction };
  return { title: "Payment", mark: "now", detail: "The wallet was asked, and did not answer this page." };
}

function onChain({ purchase, lost }: WaitState, order: Confirmed | undefined): Step {
  const title = "Seen on the chain";
  if (order) return { title, mark: "done", detail: `In block ${order.block}` };
  if (lost) return { title, mark: "now", detail: "The chain took its last blocks back: waiting for the payment again" };
  const detail = "Waiting for a block that takes it, which is usually a matter of seconds";
  return { title, mark: purchase.payment?.hash === undefined ? "next" : "now", detail };
}

function depth(state: WaitState, order: Confirmed | undefined): Step {
  const title = "Confirmed";
  if (!order) return { title, mark: "next", detail: "So many blocks on top of it that it stays" };
  if (isDeep(state))
    return { title, mark: "done", detail: isFinal(order) ? "Its block is final" : "Deep enough to stay" };
  const had = state.sight ? Math.max(0, state.sight.head.number - order.block + 1) : undefined;
  return { title, mark: "now", detail: isFinal(order) ? untilFinal(had, state) : counted(state, order, had) };
}

function counted(state: WaitState, { leaf }: Confirmed, had: number | undefined): string {
  const needed = Math.max(1, leaf.confirmations);
  if (had === undefined) return `${needed} confirmations are needed`;
  const each = blockTime(state);
  const left = each === undefined ? "" : `, ${about((needed - had) * each)} more`;
  return `${had} of ${needed} confirmations${left}`;
}

const seconds = new Set([1, 11155111, 560048]); // Ethereum's chains: two epochs and a part

function untilFinal(had: number | undefined, { purchase }: WaitState): string {
  const count = had === undefined ? "" : `${had} ${had === 1 ? "confirmation" : "confirmations"}; `;
  const long = seconds.has(purchase.chainId) ? "which takes about a quarter of an hour" : "which may take some minutes";
  return `${count}the key comes when the block is final, ${long}`;
}

function isFinal({ leaf }: Confirmed): boolean {
  return leaf.confirmations === finalised;
}

/** Whether the payment is as deep as the offer asks for: of finality this page knows by the nodes alone. */
function isDeep({ purchase, nodes }: WaitState): boolean {
  if (purchase.step === "confirmed" || purchase.release !== undefined) return true;
  return [...nodes.values()].some(
    (node) => node?.says === "released" || (node?.says === "order" && node.answer.state === "confirmed"),
  );
}

function release(state: WaitState, order: Confirmed | undefined): Step {
  const title = "The committee releases the key";
  if (state.purchase.release !== undefined)
    return { title, mark: "done", detail: `Had from ${sourceText(state.purchase.source)}` };
  const mark = order && isDeep(state) ? "now" : "next";
  if (state.sight?.status?.state === "disputed")
    return { title, mark: "now", detail: "It was demanded on the chain: the key comes there, or the money goes back" };
  const detail =
    mark === "now" ? "Its nodes are making the key together, each a share of it" : "Each node makes a share of it";
  return { title, mark, detail };
}

/** Where a release came from. */
function sourceText(source: string | undefined): string {
  return source === "chain" || source === undefined ? "the chain" : `node ${source}`;
}

function verified({ purchase }: WaitState): Step {
  const title = "Verified on this device";
  if (purchase.release === undefined)
    return { title, mark: "next", detail: "Whoever it comes from, a false key does not pass" };
  return { title, mark: "done", detail: "The key is the right one" };
}
