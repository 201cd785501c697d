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
import { enforce, isEnforceable, next, type Claim } from "./enforcing.ts";
import { Failure, isUnreachable, said } from "./failure.ts";
import { pause } from "./pause.ts";
import { keyOf, listingOf, orderIn, type Purchase, reached, save, secretOf } from "./purchase.ts";
import { carryOn } from "./resuming.ts";
import { keep, look, type Sight } from "./sight.ts";
import type { Terminal } from "./terminal.ts";

/** How long to wait. */
export interface Patience {
  /** Until a release or a refund, whatever becomes of the nodes; else until no node is left to ask. */
  readonly stay: boolean;
}

/** Waits for the release of a purchase that was paid. It returns a released or a refunded one. */
export async function awaitRelease(
  terminal: Terminal,
  p: Purchase,
  { stay }: Patience,
  signal?: AbortSignal,
): Promise<Purchase> {
  if (p.release !== undefined || p.step === "refunded") return p;
  const done = new AbortController();
  const any = signal ? AbortSignal.any([signal, done.signal]) : done.signal;
  try {
    return await new Waiting(terminal, p, await askingFor(terminal, p), stay, any).run();
  } finally {
    done.abort(new Error("the wait is over"));
  }
}

async function askingFor({ storage, pace, tell }: Terminal, p: Purchase): Promise<Asking> {
  const { place, terms, Q } = listingOf(p);
  const proof = prove(await secretOf(storage, p), place);
  const query = { groupKey: terms.groupKey, place, B: keyOf(p), wait: pace.wait, receipt: p.receipt === undefined };
  return { query, proof, Q, pace, tell };
}

type Event = { readonly found: Found } | { readonly failed: Failure } | "look";

class Waiting {
  readonly #terminal: Terminal;
  readonly #asking: Asking;
  readonly #stay: boolean;
  readonly #signal: AbortSignal;
  #p: Purchase;
  #failed: Failure | undefined; // what all nodes said, once none is left to ask
  readonly #declined = new Set<string>(); // moves that the wallet did not do: it is asked once

  constructor(terminal: Terminal, p: Purchase, asking: Asking, stay: boolean, signal: AbortSignal) {
    this.#terminal = terminal;
    this.#p = p;
    this.#asking = asking;
    this.#stay = stay;
    this.#signal = signal;
  }

  async run(): Promise<Purchase> {
    let nodes: Promise<Event> | undefined = this.#nodes();
    for (;;) {
      const event: Event = await Promise.race([...(nodes ? [nodes] : []), this.#pause()]);
      this.#signal.throwIfAborted();
      if (event === "look") {
        if (await this.#look()) return this.#p;
      } else if ("found" in event) {
        return this.#release(event.found.U, event.found.source, event.found.offered);
      } else {
        this.#failed = event.failed; // the chain has the last word
        this.#terminal.tell("nodes", event.failed.message);
        nodes = this.#stay ? this.#later() : undefined;
        nodes?.catch(() => undefined); // a look may end the wait before anyone awaits it
        if (await this.#look()) return this.#p;
      }
    }
  }

  #nodes(): Promise<Event> {
    return askNodes(this.#terminal.nodes, this.#asking, this.#signal).then(
      (found) => ({ found }),
      (cause: unknown) => {
        if (cause instanceof Failure) return { failed: cause };
        throw cause;
      },
    );
  }

  #later(): Promise<Event> {
    return pause(this.#terminal.pace.patience, this.#signal).then(() => this.#nodes());
  }

  #pause(): Promise<Event> {
    return pause(this.#terminal.pace.chain, this.#signal).then((): Event => "look");
  }

  // Takes in a look at the chain, and says whether the wait is over.
  async #look(): Promise<boolean> {
    let sight: Sight;
    try {
      sight = await look(this.#terminal, this.#p, this.#signal);
    } catch (cause) {
      if (!isUnreachable(cause)) throw cause;
      this.#terminal.tell("chain", said(cause));
      this.#giveUp(undefined);
      return false;
    }
    this.#p = await keep(this.#terminal, this.#p, sight);
    if (sight.U) {
      this.#p = await this.#release(sight.U, "chain");
      return true;
    }
    if (this.#p.step === "refunded") return true;
    return this.#act(sight);
  }

  async #act(sight: Sight): Promise<boolean> {
    const claim = claimIn(this.#p, sight);
    if (claim === undefined) {
      await this.#unmined();
    } else {
      this.#terminal.tell("next", next(claim));
      if (isEnforceable(claim)) this.#p = await enforce(this.#terminal, this.#p, claim, this.#declined, this.#signal);
    }
    this.#giveUp(claim);
    return false;
  }

  // A payment that failed, or that another transaction replaced, is not waited for.
  async #unmined(): Promise<void> {
    this.#terminal.tell("chain", "the payment is not in a block yet");
    if (this.#p.payment?.hash === undefined) return;
    try {
      this.#p = await carryOn(this.#terminal, this.#p, false, this.#signal);
    } catch (cause) {
      if (!isUnreachable(cause)) throw cause;
      this.#terminal.tell("chain", said(cause));
    }
    if (this.#p.payment !== undefined) return;
    throw new Failure("refused", `the payment of "${this.#p.title}" took nothing, and never will`, [
      "buying again pays anew",
    ]);
  }

  #giveUp(claim: Claim | undefined): void {
    if (this.#stay || this.#failed === undefined || (claim && isEnforceable(claim))) return;
    const hints = [
      ...(claim ? [`next: ${next(claim)}`] : []),
      "nothing is paid twice: waiting again goes on from here",
    ];
    throw new Failure("pending", `"${this.#p.title}" is not released yet: ${this.#failed.message}`, hints);
  }

  async #release(U: G1, source: string, offered?: Found["offered"]): Promise<Purchase> {
    const release = bytesToHex(compressG1(U));
    // A crash before this: the release is asked for again. After it, the product opens without anyone.
    this.#p = await save(this.#terminal.storage, { ...this.#p, step: "released", release, source });
    if (offered) this.#p = await keepReceipt(this.#terminal, this.#p, offered, this.#signal);
    return this.#p;
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
export async function opened({ storage }: Terminal, p: Purchase): Promise<Purchase> {
  if (p.release === undefined) throw new Failure("pending", `"${p.title}" was not released`);
  return reached(p, "opened") ? p : save(storage, { ...p, step: "opened" });
}
