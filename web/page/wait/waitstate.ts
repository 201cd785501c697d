// What is known while a purchase is waited for: what was heard, put together.

import type { Failure } from "../../terminal/failure.ts";
import type { MoveNews, News, NodeNews } from "../../terminal/news.ts";
import { orderIn, type Purchase } from "../../terminal/purchase.ts";
import type { Sight } from "../../terminal/sight.ts";
import type { Claim } from "../../terminal/enforcing.ts";
import { claimIn } from "../../terminal/waiting.ts";

/** All that is known now. */
export interface WaitState {
  readonly purchase: Purchase;
  /** The last look at the chain, when it was taken by this computer's clock (ms), and the first one of this visit. */
  readonly sight?: Sight;
  readonly lookedAt?: number;
  readonly first?: Sight["head"];
  /** The chain could not be asked at the last look. */
  readonly blind?: Failure | undefined;
  /** What each node said last, by its host, in the order in which they are asked. */
  readonly nodes: ReadonlyMap<string, NodeNews | undefined>;
  /** Every node was given up in this round. */
  readonly nobody: boolean;
  /** The chain took back the block that the payment was in. */
  readonly lost: boolean;
  readonly move?: MoveNews | undefined;
}

/** What is known before anything was heard. */
export function beginning(purchase: Purchase): WaitState {
  return { purchase, nodes: new Map(), nobody: false, lost: false };
}

/** What is known after a piece of news, which came at a time of this computer's clock (ms). */
export function heard(state: WaitState, news: News, now: number): WaitState {
  switch (news.of) {
    case "node":
      return { ...state, nodes: new Map(state.nodes).set(news.node.host, news.node), nobody: gaveUp(state, news.node) };
    case "nodes":
      return { ...state, nobody: true };
    case "blind":
      return { ...state, blind: news.failure };
    case "move":
      return { ...state, move: moved(state.move, news.move) };
    case "chain":
      return looked(state, news.sight, news.purchase, now);
  }
}

// A node that is merely asked again has said nothing yet.
function gaveUp({ nobody }: WaitState, { says }: NodeNews): boolean {
  return nobody && (says === "asked" || says === "silent" || says === "dropped");
}

// Each look asks for a move that is on its way already.
function moved(before: MoveNews | undefined, now: MoveNews): MoveNews {
  return before?.state === "sent" && now.state === "asked" && before.move === now.move ? before : now;
}

function looked(state: WaitState, sight: Sight, purchase: Purchase, now: number): WaitState {
  const had = orderIn(state.purchase) !== undefined;
  const lost = sight.order === undefined && (had || state.lost);
  const first = state.first ?? sight.head;
  return { ...state, purchase, sight, lookedAt: now, first, lost, blind: undefined };
}

/** The claim on the order, where the chain shows one. */
export function claimOf({ purchase, sight }: WaitState): Claim | undefined {
  return sight && claimIn(purchase, sight);
}

/** The chain's time now (Unix seconds), by its last block and the time since that was seen. */
export function chainTime({ sight, lookedAt }: WaitState, now: number): number | undefined {
  return sight && lookedAt !== undefined
    ? sight.head.time + Math.max(0, Math.floor((now - lookedAt) / 1000))
    : undefined;
}

const slowest = 600; // seconds a block: what is slower is no block time

/** How many seconds a block takes, by the blocks that were seen; undefined where these are too few. */
export function blockTime({ sight, first, purchase }: WaitState): number | undefined {
  if (!sight) return undefined;
  const order = orderIn(purchase);
  const from = order ? { number: order.block, time: order.leaf.time } : first;
  const blocks = from ? sight.head.number - from.number : 0;
  if (!from || blocks <= 0) return undefined;
  const each = (sight.head.time - from.time) / blocks;
  return each >= 0 && each <= slowest ? each : undefined;
}
