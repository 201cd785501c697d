// Waiting for what was paid for: the nodes are asked and the chain is looked at
// until there is a release that verifies, or the money is back. A dispute at half
// time and the refund after its deadline are asked of the wallet by itself.

import { bytesToHex, hexToBytes } from "../protocol/bytes.ts";
import { compressG1, type G1, parseG1 } from "../protocol/point.ts";
import { prove } from "../protocol/proof.ts";
import { equal } from "../protocol/bytes.ts";
import { verifyReceipt } from "../protocol/receipt.ts";
import { unblind } from "../protocol/release.ts";
import { type Asking, askNodes, type Found } from "./asking.ts";
import { type Claim, enforce, isEnforceable, type Moves, next } from "./enforcing.ts";
import { Failure, isUnreachable, said } from "./failure.ts";
import type { MoveNews, News } from "./news.ts";
import { pause } from "./pause.ts";
import { keyOf, listingOf, orderIn, type Purchase, reached, save, secretOf } from "./purchase.ts";
import { carryOn } from "./resuming.ts";
import { keep, look, type Sight } from "./sight.ts";
import { checkPlace, type Terminal } from "./terminal.ts";

/** How to wait. */
export interface Patience {
  /** Until a release or a refund, whatever becomes of the nodes; else until no node is left to ask. */
  readonly stay: boolean;
  /** Is told what is heard, as data beside the words that the terminal tells. */
  readonly watch?: (news: News) => void;
  /** A move that the user asked for: made at the first look that shows the order, due or not. */
  readonly wanted?: "dispute" | "refund" | undefined;
}

/** Waits for the release of a purchase that was paid. It returns a released or a refunded one. */
export async function awaitRelease(
  terminal: Terminal,
  p: Purchase,
  patience: Patience,
  signal?: AbortSignal,
): Promise<Purchase> {
  if (p.release !== undefined || p.step === "refunded") return p;
  checkPlace(terminal, listingOf(p));
  const done = new AbortController();
  const asking = await askingFor(terminal, p, patience);
  try {
    return await new Waiting(terminal, p, asking, patience, done, signal).run();
  } finally {
    done.abort(new Error("the wait is over"));
  }
}

async function askingFor({ storage, pace, tell }: Terminal, p: Purchase, patience: Patience): Promise<Asking> {
  const { place, terms, Q } = listingOf(p);
  const proof = prove(await secretOf(storage, p), place);
  const query = { groupKey: terms.groupKey, place, B: keyOf(p), wait: pace.wait, receipt: p.receipt === undefined };
  return { query, proof, Q, pace, tell, watch: (node) => patience.watch?.({ of: "node", node }) };
}

class Waiting {
  readonly #terminal: Terminal;
  readonly #asking: Asking;
  readonly #patience: Patience;
  readonly #done: AbortController;
  readonly #outer: AbortSignal | undefined; // the caller's
  readonly #signal: AbortSignal; // ends with the wait, too
  readonly #moves: Moves;
  readonly #broken: Promise<never>; // what a move threw that is no failure of its own
  #break: (cause: unknown) => void = () => undefined;
  #wake: () => void = () => undefined;
  #p: Purchase;
  #failed: Failure | undefined; // what all nodes said, once none is left to ask
  #known: Failure | undefined; // the same before the last look: the chain has the last word
  #moving = false; // a wallet is being asked, which may take hours

  constructor(
    terminal: Terminal,
    p: Purchase,
    asking: Asking,
    patience: Patience,
    done: AbortController,
    signal: AbortSignal | undefined,
  ) {
    this.#terminal = terminal;
    this.#p = p;
    this.#asking = asking;
    this.#patience = patience;
    this.#done = done;
    this.#outer = signal;
    this.#signal = signal ? AbortSignal.any([signal, done.signal]) : done.signal;
    const watch = (move: MoveNews): void => patience.watch?.({ of: "move", move });
    this.#moves = { refused: new Set(), watch, wanted: patience.wanted };
    this.#broken = new Promise((_, reject) => (this.#break = reject));
  }

  // Nodes and chain are asked side by side: what is found first is the release.
  async run(): Promise<Purchase> {
    const found = await Promise.race([this.#nodes(), this.#chain(), this.#broken]);
    this.#done.abort(new Error("the wait is over"));
    return found === "refunded" ? this.#p : this.#release(found);
  }

  async #nodes(): Promise<Found> {
    for (;;) {
      try {
        return await askNodes(this.#terminal.nodes, this.#asking, this.#signal);
      } catch (cause) {
        if (!(cause instanceof Failure)) throw cause;
        this.#failed = cause;
        this.#terminal.tell("nodes", cause.message);
        this.#patience.watch?.({ of: "nodes", failure: cause });
        this.#wake();
      }
      if (!this.#patience.stay) return new Promise(() => undefined);
      await pause(this.#terminal.pace.patience, this.#signal);
    }
  }

  async #chain(): Promise<Found | "refunded"> {
    for (;;) {
      const woken = new Promise<void>((resolve) => (this.#wake = resolve));
      this.#known = this.#failed;
      const over = await this.#look();
      if (over) return over;
      if (this.#known === this.#failed) await Promise.race([pause(this.#terminal.pace.chain, this.#signal), woken]);
    }
  }

  // Takes in a look at the chain, and says whether the wait is over.
  async #look(): Promise<Found | "refunded" | undefined> {
    let sight: Sight;
    try {
      sight = await look(this.#terminal, this.#p, this.#signal);
    } catch (cause) {
      if (!isUnreachable(cause)) throw cause;
      this.#blind(cause);
      this.#giveUp(undefined);
      return undefined;
    }
    this.#signal.throwIfAborted();
    if (!this.#moving || sight.status?.state === "refunded") this.#p = await keep(this.#terminal, this.#p, sight);
    this.#patience.watch?.({ of: "chain", sight, purchase: this.#p });
    if (sight.U) return { U: sight.U, source: "chain" };
    if (this.#p.step === "refunded") return "refunded";
    await this.#act(sight);
    return undefined;
  }

  #blind(failure: Failure): void {
    this.#terminal.tell("chain", said(failure));
    this.#patience.watch?.({ of: "blind", failure });
  }

  async #act(sight: Sight): Promise<void> {
    const claim = claimIn(this.#p, sight);
    if (claim === undefined) {
      await this.#unmined();
    } else {
      this.#terminal.tell("next", next(claim));
      if (isEnforceable(claim) || this.#moves.wanted) this.#enforce(claim);
    }
    this.#giveUp(claim);
  }

  // Not awaited: while a wallet's user is away, the release may come.
  #enforce(claim: Claim): void {
    if (this.#moving) return;
    this.#moving = true;
    enforce(this.#terminal, this.#p, claim, this.#moves, this.#signal).then(
      (moved) => {
        this.#p = moved;
        this.#moving = false;
      },
      (cause: unknown) => this.#break(cause),
    );
  }

  // A payment that failed, or that another transaction replaced, is not waited for.
  async #unmined(): Promise<void> {
    this.#terminal.tell("chain", "the payment is not in a block yet");
    if (this.#p.payment?.hash === undefined) return;
    try {
      this.#p = await carryOn(this.#terminal, this.#p, {}, this.#signal);
    } catch (cause) {
      if (!isUnreachable(cause)) throw cause;
      this.#blind(cause);
    }
    if (this.#p.payment !== undefined) return;
    throw new Failure("refused", `the payment of "${this.#p.title}" took nothing, and never will`, [
      "buying again pays anew",
    ]);
  }

  #giveUp(claim: Claim | undefined): void {
    if (this.#patience.stay || this.#known === undefined || (claim && isEnforceable(claim))) return;
    const hints = [
      ...(claim ? [`next: ${next(claim)}`] : []),
      "nothing is paid twice: waiting again goes on from here",
    ];
    throw new Failure("pending", `"${this.#p.title}" is not released yet: ${this.#known.message}`, hints);
  }

  async #release({ U, source, offered }: Found): Promise<Purchase> {
    const release = bytesToHex(compressG1(U));
    // A crash before this: the release is asked for again. After it, the product opens without anyone.
    const p = await save(this.#terminal.storage, { ...this.#p, step: "released", release, source });
    return offered ? keepReceipt(this.#terminal, p, offered, this.#outer) : p;
  }
}

/** The claim on a purchase's order in a look at the chain. */
export function claimIn(p: Purchase, { order, status, head }: Sight): Claim | undefined {
  if (order === undefined || status === undefined) return undefined;
  return { chainId: p.chainId, title: p.title, order, status, head };
}

// A receipt counts when the chain shows its order, which is not refunded, and it
// verifies. The release is worth no less without.
async function keepReceipt(
  terminal: Terminal,
  p: Purchase,
  offered: NonNullable<Found["offered"]>,
  signal?: AbortSignal,
) {
  try {
    const seen = p.order ? p : await keep(terminal, p, await look(terminal, p, signal));
    const order = orderIn(seen);
    if (order === undefined || !equal(order.order, offered.order)) return seen;
    return await withReceipt(terminal, seen, offered.receipt);
  } catch (cause) {
    signal?.throwIfAborted();
    terminal.tell("receipt", said(cause));
    return p;
  }
}

async function withReceipt({ storage }: Terminal, p: Purchase, receipt: G1): Promise<Purchase> {
  const order = orderIn(p);
  if (order === undefined) throw new Failure("pending", "the chain does not show the order of the receipt");
  const { place, Q } = listingOf(p);
  verifyReceipt({ chainId: place.chainId, escrow: place.escrow, order: order.order }, Q, receipt);
  return save(storage, { ...p, receipt: bytesToHex(compressG1(receipt)) });
}

/** Gets the receipt of a purchase that was released, from the first node that gives one which verifies. */
export async function getReceipt(terminal: Terminal, p: Purchase, signal?: AbortSignal): Promise<Purchase> {
  if (p.receipt !== undefined) return p;
  checkPlace(terminal, listingOf(p));
  const seen = p.order ? p : await keep(terminal, p, await look(terminal, p, signal));
  const order = orderIn(seen);
  if (order === undefined) throw new Failure("pending", `the chain shows no order of "${p.title}"`);
  const failures: string[] = [];
  for (const node of terminal.nodes) {
    try {
      const receipt = await node.receipt(p.chainId, order.order, signal);
      if (receipt) return await withReceipt(terminal, seen, receipt);
      failures.push(`node ${node.host}: has none now`);
    } catch (cause) {
      signal?.throwIfAborted();
      failures.push(said(cause));
    }
  }
  throw new Failure("unreachable", `no node gave the receipt: ${failures.join("; ")}`, [
    "what was bought opens without",
  ]);
}

/** D_k, the secret of the tier that was released: it opens the tier for whoever has it. */
export async function tierSecretOf({ storage }: Terminal, p: Purchase): Promise<G1> {
  if (p.release === undefined) throw new Failure("pending", `"${p.title}" was not released`);
  return unblind(parseG1(hexToBytes(p.release)), await secretOf(storage, p), listingOf(p).P);
}

/** Writes down that a purchase was opened. */
export async function opened({ storage }: Pick<Terminal, "storage">, p: Purchase): Promise<Purchase> {
  if (p.release === undefined) throw new Failure("pending", `"${p.title}" was not released`);
  return reached(p, "opened") ? p : save(storage, { ...p, step: "opened" });
}
