// Asking several nodes for a release: the first that gives one which verifies under
// the Q that was paid for wins, and what a node says counts for nothing else.

import type { G1, G2 } from "../protocol/point.ts";
import { verifyRelease } from "../protocol/release.ts";
import type { SchnorrResponse } from "../protocol/schnorr.ts";
import type { Hash } from "../protocol/word.ts";
import { Failure, said } from "./failure.ts";
import type { NodeNews } from "./news.ts";
import type { Node, ReleaseAnswer, ReleaseQuery } from "./node.ts";
import { pause } from "./pause.ts";

/** How patiently nodes are asked. */
export interface NodePace {
  /** Of a long poll, in seconds. */
  readonly wait: number;
  /** Before the next node is asked beside those that have not answered, in milliseconds. */
  readonly stagger: number;
  /** For which a node that fails is asked again, in milliseconds. */
  readonly patience: number;
}

/** What suits nodes on the Internet. */
export const nodePace: NodePace = { wait: 25, stagger: 4000, patience: 60_000 };

/** A search for a release. */
export interface Asking {
  /** Without a proof, which few nodes need. */
  readonly query: ReleaseQuery;
  readonly proof: SchnorrResponse;
  /** The header's. */
  readonly Q: G2;
  readonly pace: NodePace;
  /** Progress, in words. */
  readonly tell: (source: string, words: string) => void;
  /** The same as data. */
  readonly watch?: ((news: NodeNews) => void) | undefined;
}

/** A release that verified. */
export interface Found {
  readonly U: G1;
  /** The node's host. */
  readonly source: string;
  /** A receipt beside it, which counts for nothing until the chain shows its order and it verifies. */
  readonly offered?: { readonly order: Hash; readonly receipt: G1 };
}

/**
 * Asks nodes side by side, each later one after a pause or once the one before was
 * given up, until one gives a release that verifies.
 * @throws Failure, naming each node and what was wrong there, once all were given up
 */
export async function askNodes(nodes: readonly Node[], asking: Asking, signal?: AbortSignal): Promise<Found> {
  if (nodes.length === 0) throw new Failure("unreachable", "no node to ask is known", ["name one of the committee"]);
  const first = new AbortController();
  const any = signal === undefined ? first.signal : AbortSignal.any([signal, first.signal]);
  try {
    return await Promise.any(attempts(nodes, asking, any));
  } catch (cause) {
    signal?.throwIfAborted();
    const all = cause instanceof AggregateError ? (cause.errors as unknown[]) : [cause];
    throw new Failure("unreachable", `no node gave the release: ${all.map(said).join("; ")}`, [
      "nothing is lost: asked again later, they may have it",
      "name other nodes of the committee",
    ]);
  } finally {
    first.abort(new Error("another node was first"));
  }
}

function attempts(nodes: readonly Node[], asking: Asking, signal: AbortSignal): Promise<Found>[] {
  let start: Promise<unknown> = Promise.resolve();
  return nodes.map((node) => {
    const attempt = start.then(() => watched(node, asking, signal));
    const waited = start.then(() => pause(asking.pace.stagger, signal));
    start = Promise.race([waited, attempt]).catch(() => undefined);
    waited.catch(() => undefined);
    return attempt;
  });
}

async function watched(node: Node, asking: Asking, signal: AbortSignal): Promise<Found> {
  const { host } = node;
  signal.throwIfAborted();
  asking.watch?.({ host, says: "asked" });
  try {
    const found = await askNode(node, asking, signal);
    asking.watch?.({ host, says: "released" });
    return found;
  } catch (cause) {
    if (cause instanceof Failure && !signal.aborted) asking.watch?.({ host, says: "dropped", failure: cause });
    throw cause;
  }
}

// Asks one node until it gives a release that verifies, or is of no use.
async function askNode(node: Node, asking: Asking, signal: AbortSignal): Promise<Found> {
  // The first answer is had at once, so that it is known how far the order is.
  let query: ReleaseQuery = { ...asking.query, wait: 0 };
  let first = true;
  let failing: number | undefined; // since when
  let rest = asking.pace.patience / 64;
  for (;;) {
    signal.throwIfAborted();
    const asked = performance.now();
    try {
      const answer = await node.release(query, signal);
      if (answer.state === "released") return check(node, asking, answer);
      heed(node, asking, answer);
      query = { ...query, wait: asking.pace.wait, ...(answer.state === "confirmed" && { proof: asking.proof }) };
      failing = undefined;
      rest = asking.pace.patience / 64;
      const held = performance.now() - asked > rest;
      if (first || held) {
        first = false;
        continue;
      }
    } catch (cause) {
      signal.throwIfAborted();
      if (!isAgain(cause) || performance.now() - (failing ??= asked) > asking.pace.patience) throw cause;
      asking.watch?.({ host: node.host, says: "silent", failure: cause });
      rest = Math.min(2 * rest, asking.pace.patience / 4);
    }
    await pause(rest, signal);
  }
}

// A node that gave a false release, or that declines, has nothing else to say.
function isAgain(cause: unknown): cause is Failure {
  return cause instanceof Failure && cause.kind === "unreachable";
}

function check(node: Node, { query, Q }: Asking, answer: ReleaseAnswer): Found {
  const { release: U, order, receipt } = answer;
  if (U === undefined) throw new Failure("danger", `node ${node.host}: says that it released, and gives no release`);
  try {
    verifyRelease(query.place, query.B, Q, U);
  } catch (cause) {
    throw new Failure("danger", `node ${node.host}: gave a false release: ${said(cause)}`, [], cause);
  }
  const offered = order !== undefined && receipt !== undefined ? { offered: { order, receipt } } : {};
  return { U, source: node.host, ...offered };
}

function heed(node: Node, { tell, watch }: Asking, answer: ReleaseAnswer): void {
  if (answer.state === "declined")
    throw new Failure("refused", `node ${node.host}: declines to serve the product: ${answer.reason ?? "no reason"}`);
  tell(node.host, progress(answer));
  watch?.({ host: node.host, says: "order", answer });
}

/** How far an order is, in words. */
export function progress({ state, confirmations: { had, needed, finalised } }: ReleaseAnswer): string {
  switch (state) {
    case "unknown":
      return "the payment was not seen yet";
    case "seen":
      return finalised
        ? `seen, ${had} confirmations, waiting for its block to be finalised`
        : `seen, ${had} of ${needed} confirmations`;
    case "confirmed":
      return "confirmed, the nodes are making the release";
    case "disputed":
      return "disputed: the key comes on chain, or the money goes back";
    case "refunded":
      return "says that the money went back";
    default:
      return state;
  }
}
