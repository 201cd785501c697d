// The waiting behind the panel: it goes on from what is kept, in one tab at a time,
// for as long as the panel is shown.

import { buy } from "../../terminal/buying.ts";
import { Failure, said } from "../../terminal/failure.ts";
import type { News } from "../../terminal/news.ts";
import { pause } from "../../terminal/pause.ts";
import { nameOf, parsePurchase, type Purchase, reached, termsOf } from "../../terminal/purchase.ts";
import type { Storage } from "../../terminal/storage.ts";
import type { Terminal, Wallet } from "../../terminal/terminal.ts";
import { awaitRelease } from "../../terminal/waiting.ts";
import type { Goods } from "../goods.ts";
import { settingsOf } from "../keep/settings.ts";
import { connected, discovered } from "../pay/wallets.ts";
import { terminalFor } from "../terminals.ts";
import { shapeOf, withRemembered } from "./committee.ts";
import { nowhere } from "./nowhere.ts";
import type { Shape } from "./sources.ts";
import { beginning, heard, type WaitState } from "./waitstate.ts";

/** What is shown. */
export interface View {
  readonly state: WaitState;
  /** Another tab waits for this purchase. */
  readonly elsewhere: boolean;
  /** Why it does not go on as it should, while it is tried again. */
  readonly trouble?: Failure | undefined;
  /** The payment took nothing and never will: why. Nothing is waited for any more. */
  readonly ended?: Failure;
  readonly shape?: Shape;
  readonly wallet: Wallet | undefined;
  /** The wallet is being asked to pay. */
  readonly paying: boolean;
}

/** What a session needs, and whom it tells. */
export interface SessionOptions {
  readonly goods: Goods;
  readonly storage: Storage;
  readonly purchase: Purchase;
  onView(view: View): void;
  /** The purchase has come to a step that is not waited for. */
  onOver(purchase: Purchase): void;
}

type Wish = "dispute" | "refund" | "pay";

const glimpse = 900; // milliseconds for which a verified key is shown before what it opens
const otherTab = 400; // after which a lock that is not had is another tab's
const glance = 1000; // between looks at what another tab keeps
const retry = 6000;

/** The wait of one panel. */
export class Session {
  readonly #options: SessionOptions;
  readonly #left = new AbortController();
  #turn = new AbortController();
  #terminal: Terminal | undefined;
  #wish: Wish | undefined;
  #mine = false;
  #why = ""; // the chain's last word about the payment
  #view: View;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#view = { state: beginning(options.purchase), elsewhere: false, wallet: connected(), paying: false };
  }

  /** Begins to wait. */
  start(): void {
    const { storage, purchase } = this.#options;
    storage.alone(`waiting ${nameOf(purchase)}`, () => this.#wait()).catch((cause: unknown) => this.#trouble(cause));
    void this.#watchOther().catch(() => undefined); // ended by leave
  }

  /** Ends the wait: what is kept is as far as it came. */
  leave(): void {
    this.#left.abort(new Error("the panel was left"));
  }

  /** What is shown now. */
  get view(): View {
    return this.#view;
  }

  /** What it waits with; undefined before the nodes were found. */
  get terminal(): Terminal | undefined {
    return this.#terminal;
  }

  /** Goes on with the wallets and addresses of now. */
  again(): void {
    this.#turn.abort(new Error("it goes on with others"));
  }

  /** Makes a move, or pays although the wallet may have paid, which its user was asked about. */
  ask(wish: Wish): void {
    this.#wish = wish;
    this.#show({ trouble: undefined, state: { ...this.#view.state, move: undefined } });
    this.again();
  }

  #show(more: Partial<View>): void {
    if (this.#left.signal.aborted) return;
    this.#view = { ...this.#view, ...more };
    this.#options.onView(this.#view);
  }

  async #wait(): Promise<void> {
    this.#mine = true;
    if (!this.#left.signal.aborted) this.#show({ elsewhere: false });
    while (!this.#left.signal.aborted && !(await this.#once())) this.#turn = new AbortController();
  }

  // Waits once, and says whether that was all.
  async #once(): Promise<boolean> {
    const signal = AbortSignal.any([this.#left.signal, this.#turn.signal]);
    try {
      const p = await this.#kept();
      const done = isOver(p) ? p : await this.#goOn(p, signal);
      return done !== undefined && (await this.#over(done));
    } catch (cause) {
      if (this.#left.signal.aborted) return true;
      if (this.#turn.signal.aborted) return false;
      return this.#failed(cause);
    }
  }

  async #goOn(p: Purchase, signal: AbortSignal): Promise<Purchase | undefined> {
    const wish = this.#wish;
    this.#wish = undefined;
    const terminal = await this.#find(signal);
    if (wish === "pay") return this.#payAgain(terminal, p, signal);
    const watch = (news: News): void => this.#heard(news, signal);
    return awaitRelease(terminal, p, { stay: true, watch, wanted: wish }, signal);
  }

  async #find(signal: AbortSignal): Promise<Terminal> {
    const { storage, goods } = this.#options;
    const { place, terms } = goods.listing;
    const wallet = connected();
    const providers = discovered().map(({ provider }) => provider);
    const { endpoints } = await settingsOf(storage, place.chainId);
    const nobody = endpoints.length + providers.length === 0 && !wallet;
    const tell = (source: string, words: string): void => void (source === "chain" && (this.#why = words));
    const found = await terminalFor(storage, goods, {
      wallet,
      providers: nobody ? [nowhere] : providers,
      tell,
      signal,
    });
    const nodes = await withRemembered(storage, terms.groupKey, found.nodes);
    this.#terminal = { ...found, nodes };
    const known = new Map(nodes.map(({ host }) => [host, this.#view.state.nodes.get(host)]));
    this.#show({ wallet, state: { ...this.#view.state, nodes: known } });
    if (!this.#view.shape) void shapeOf(nodes, terms.groupKey, signal).then((shape) => shape && this.#show({ shape }));
    return this.#terminal;
  }

  async #payAgain(terminal: Terminal, p: Purchase, signal: AbortSignal): Promise<undefined> {
    this.#show({ paying: true });
    try {
      const by = p.signed ? { by: p.signed.kind } : {};
      const { listing } = this.#options.goods;
      const paid = await buy(terminal, { listing, ...termsOf(p), ...by, maybePaid: true }, signal);
      this.#show({ state: { ...this.#view.state, purchase: paid } });
    } catch (cause) {
      this.#why = said(cause);
      throw cause;
    } finally {
      this.#show({ paying: false });
    }
  }

  #heard(news: News, signal: AbortSignal): void {
    if (signal.aborted) return;
    const state = heard(this.#view.state, news, Date.now());
    const seen = news.of === "chain" && news.sight.order !== undefined;
    this.#show({ state, ...(seen && { trouble: undefined }) });
    if (news.of === "chain" && state.purchase.payment?.hash === undefined) void this.#lookForAnswer();
    if (news.of === "nodes" && this.#terminal?.nodes.length === 0)
      pause(retry, signal).then(
        () => this.again(),
        () => undefined,
      );
  }

  // The wallet may answer another tab, which writes it down.
  async #lookForAnswer(): Promise<void> {
    const kept = await this.#kept().catch(() => undefined);
    if (kept?.payment?.hash !== undefined && this.#view.state.purchase.payment?.hash === undefined) this.again();
  }

  async #over(p: Purchase): Promise<true> {
    this.#show({ state: { ...this.#view.state, purchase: p } });
    if (p.release !== undefined) await pause(glimpse, this.#left.signal);
    this.#options.onOver(p);
    return true;
  }

  async #failed(cause: unknown): Promise<boolean> {
    const kept = await this.#kept().catch(() => this.#view.state.purchase);
    if (!reached(kept, "sent") && kept.step !== "refunded") return this.#end(kept, cause);
    this.#trouble(cause);
    await pause(retry, AbortSignal.any([this.#left.signal, this.#turn.signal])).catch(() => undefined);
    return false;
  }

  #end(kept: Purchase, cause: unknown): true {
    const ended = new Failure("refused", this.#why || said(cause), cause instanceof Failure ? cause.hints : []);
    this.#show({ ended, state: { ...this.#view.state, purchase: kept } });
    return true;
  }

  #trouble(cause: unknown): void {
    this.#show({ trouble: cause instanceof Failure ? cause : new Failure("unreachable", said(cause)) });
  }

  async #kept(): Promise<Purchase> {
    const { storage, purchase } = this.#options;
    const text = await storage.get(nameOf(purchase));
    return text === undefined ? purchase : parsePurchase(text);
  }

  // While another tab waits, this one shows what that one keeps.
  async #watchOther(): Promise<void> {
    const { signal } = this.#left;
    for (await pause(otherTab, signal); !this.#mine; await pause(glance, signal)) {
      const p = await this.#kept();
      if (this.#mine) return;
      this.#show({ elsewhere: true, state: { ...this.#view.state, purchase: p } });
      if (isOver(p)) return this.#options.onOver(p);
    }
  }
}

function isOver(p: Purchase): boolean {
  return p.release !== undefined || p.step === "refunded";
}
