// What is heard while a purchase is waited for, as data: whoever shows it need not
// read the words that a terminal tells people.

import type { Failure } from "./failure.ts";
import type { Costs } from "./fees.ts";
import type { ReleaseAnswer } from "./node.ts";
import type { Purchase } from "./purchase.ts";
import type { Sight } from "./sight.ts";

/**
 * What became of asking one node. asked: nothing was heard of it yet. silent: it
 * failed, and is asked again. dropped: it declines, lies, or was silent for too long,
 * and is asked no more in this round. released: its release verified here.
 */
export type NodeNews = { readonly host: string } & (
  | { readonly says: "asked" | "released" }
  | { readonly says: "order"; readonly answer: ReleaseAnswer }
  | { readonly says: "silent" | "dropped"; readonly failure: Failure }
);

/** What became of a move that a wallet was to make by itself. */
export type MoveNews = { readonly move: "dispute" | "refund" } & (
  | {
      readonly state: "asked";
      /** Once they are known, when the wallet is about to be asked. */ readonly costs?: Costs;
    }
  | { readonly state: "sent"; readonly hash: string }
  | { readonly state: "failed"; readonly failure: Failure }
);

/** One piece of news. */
export type News =
  | { readonly of: "node"; readonly node: NodeNews }
  /** No node is left to ask in this round. */
  | { readonly of: "nodes"; readonly failure: Failure }
  /** A look at the chain, and the purchase as it was written down after it. */
  | { readonly of: "chain"; readonly sight: Sight; readonly purchase: Purchase }
  | { readonly of: "blind"; readonly failure: Failure }
  | { readonly of: "move"; readonly move: MoveNews };
