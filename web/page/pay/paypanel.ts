// Paying for a tier: the wallet is connected, what paying takes is looked up, and the
// wallet is asked when its user says so.

import type { Intent } from "../../terminal/buying.ts";
import { Failure, type Overruled } from "../../terminal/failure.ts";
import { type Plan, plan } from "../../terminal/planning.ts";
import { reached } from "../../terminal/purchase.ts";
import type { Terminal, Wallet } from "../../terminal/terminal.ts";
import type { Way } from "../../terminal/token.ts";
import { lastPurchase } from "../goods.ts";
import { askToPersist } from "../keep/persisting.ts";
import type { Panel, PanelOptions } from "../panel.ts";
import type { Screen } from "../screen.ts";
import { terminalFor } from "../terminals.ts";
import { sentence } from "../words.ts";
import { elsewhere } from "./elsewhere.ts";
import { paidElsewhere } from "./paidelsewhere.ts";
import { payNow } from "./paying.ts";
import { PayView } from "./payview.ts";
import { type Fate, problemOf } from "./problemcard.ts";
import { chainOf } from "./switching.ts";
import { providersOn, switchFor } from "./walletchain.ts";
import { connect, connected, onDiscovered, onWalletChanged, reconnect, type WalletOffer } from "./wallets.ts";

/** Paying. */
export const payPanel: Panel = (options) => new PayPanel(options).screen();

const typing = 400; // milliseconds after a letter, until the chain is looked at

class PayPanel {
  readonly #options: PanelOptions;
  readonly #view: PayView;
  readonly #ends: (() => void)[] = [];
  #left = false;
  #connecting: string | undefined;
  #by: Way | undefined;
  #overruled: Overruled = {};
  #plan: Plan | undefined;
  #looking: AbortController | undefined;
  #paying: AbortController | undefined;
  #elsewhere: ReturnType<typeof elsewhere> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PanelOptions) {
    this.#options = options;
    this.#view = new PayView(options, {
      connect: (offer) => void this.#connect(offer),
      refundChanged: () => this.#later(),
      choose: (way) => this.#choose(way),
      look: () => void this.#look(),
      pay: () => void this.#pay(),
      elsewhere: () => this.#showElsewhere(),
    });
  }

  screen(): Screen {
    this.#ends.push(
      onDiscovered(() => void this.#found()),
      onWalletChanged(() => this.#changed()),
    );
    this.#here();
    void this.#found();
    return { content: [this.#view.element], leave: () => this.#leave() };
  }

  #leave(): void {
    this.#left = true;
    clearTimeout(this.#timer);
    for (const end of this.#ends) end();
    const left = new Error("the user left");
    this.#looking?.abort(left);
    this.#paying?.abort(left);
    this.#elsewhere?.leave();
  }

  #here(): void {
    this.#elsewhere?.leave();
    this.#elsewhere = undefined;
    this.#view.showHere();
    this.#changed();
  }

  #showElsewhere(): void {
    if (this.#paying) return;
    this.#looking?.abort(new Error("paid elsewhere"));
    const { goods, onPurchase } = this.#options;
    this.#elsewhere = elsewhere({
      listing: goods.listing,
      account: connected()?.address,
      terminal: (tell, signal) => this.#watching(tell, signal),
      onPaid: (purchase) => this.#left || onPurchase(purchase),
      onBack: () => {
        this.#here();
        this.#view.element.querySelector<HTMLElement>("h2")?.focus();
      },
    });
    this.#view.showElsewhere(this.#elsewhere.element);
  }

  /** A terminal without a wallet of its own: wallets that are on the product's chain are asked about it. */
  async #watching(tell: Terminal["tell"], signal: AbortSignal): Promise<Terminal> {
    const { storage, goods } = this.#options;
    const providers = await providersOn(goods.listing.place.chainId);
    const terminal = await terminalFor(storage, goods, { providers, tell, signal });
    await terminal.chain.checkIds(signal);
    return terminal;
  }

  async #found(): Promise<void> {
    this.#showWallet();
    await reconnect().catch(() => undefined);
  }

  /** Another wallet, account or chain: all is looked at anew. While it pays, the payment itself finds out. */
  #changed(): void {
    if (this.#left || this.#paying || this.#elsewhere) return;
    this.#overruled = {};
    this.#view.refund.show(connected()?.address);
    this.#showWallet();
    void this.#look();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), typing);
  }

  #choose(way: Way): void {
    this.#by = way;
    void this.#look();
  }

  #showWallet(): void {
    this.#view.showWallet(this.#connecting);
  }

  async #connect(offer: WalletOffer): Promise<void> {
    if (this.#connecting !== undefined) return;
    this.#connecting = offer.uuid;
    this.#view.clear();
    this.#showWallet();
    try {
      await connect(offer);
    } catch (cause) {
      this.#fail(cause);
    } finally {
      this.#connecting = undefined;
      this.#showWallet();
    }
    if (connected()) this.#view.focusWallet();
  }

  /** Looks what paying takes, and offers it. */
  async #look(): Promise<void> {
    this.#looking?.abort(new Error("looked at anew"));
    const { signal } = (this.#looking = new AbortController());
    this.#plan = undefined;
    this.#view.clear();
    const [wallet, refundTo] = [connected(), this.#view.refund.value()];
    if (!wallet) void this.#watch(signal);
    if (!wallet || !refundTo) return this.#view.showPlan(undefined);
    try {
      if (await this.#isOnChain(wallet)) await this.#planFor(wallet, refundTo, signal);
    } catch (cause) {
      if (signal.aborted || this.#left) return;
      this.#view.say("");
      this.#view.showPlan(undefined);
      this.#fail(cause);
    }
  }

  async #planFor(wallet: Wallet, refundTo: Intent["refundTo"], signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.#view.say("Looking at the chain…");
    const terminal = await this.#terminal(wallet, signal);
    await terminal.chain.checkIds(signal);
    const found = await plan(terminal, this.#intent(refundTo), signal);
    signal.throwIfAborted();
    if (found.steps === undefined) return this.#options.onPurchase(found.purchase);
    this.#plan = found;
    this.#by = found.by;
    this.#view.say("");
    this.#view.showPlan(found);
  }

  async #watch(signal: AbortSignal): Promise<void> {
    const { goods, storage, purchase, onPurchase } = this.#options;
    if (!purchase) return;
    const paid = await paidElsewhere({ goods, storage, purchase }, signal);
    if (paid && !signal.aborted) onPurchase(paid);
  }

  #intent(refundTo: Intent["refundTo"]): Intent {
    const by = this.#by;
    return { listing: this.#options.goods.listing, refundTo, ...this.#overruled, ...(by && { by }) };
  }

  #terminal(wallet: Wallet, signal: AbortSignal): Promise<Terminal> {
    const { storage, goods } = this.#options;
    return terminalFor(storage, goods, { wallet, tell: (source, words) => this.#told(source, words), signal });
  }

  // What the wallet is asked the steps show: it is said to those who cannot see them.
  #told(source: string, words: string): void {
    if (this.#paying) this.#view.say(sentence(words), source === "wallet");
  }

  async #isOnChain({ provider }: Wallet): Promise<boolean> {
    const on = await chainOf(provider);
    if (on === BigInt(this.#options.goods.listing.place.chainId)) return true;
    this.#view.offerSwitch(on, () => void this.#switch(provider));
    return false;
  }

  async #switch(provider: Wallet["provider"]): Promise<void> {
    const { storage, goods } = this.#options;
    this.#view.say("Look into your wallet: it asks you to switch.");
    try {
      await switchFor(storage, provider, goods.listing.place.chainId);
      // A wallet may tell of its chain first, and be paying by now.
      if (this.#paying) return;
      this.#view.say("");
      await this.#look();
    } catch (cause) {
      if (this.#paying) return;
      this.#view.say("");
      this.#fail(cause);
    }
  }

  async #pay(): Promise<void> {
    const [found, wallet, refundTo] = [this.#plan, connected(), this.#view.refund.value()];
    if (!found || !wallet || !refundTo || this.#paying) return;
    const paying = (this.#paying = new AbortController());
    this.#view.busy(true);
    void askToPersist(); // the browser may ask its user, or not: it is paid all the same
    try {
      const bought = await payNow(this.#payment(found, wallet, refundTo), paying);
      this.#paid();
      if (!this.#left) this.#options.onPurchase(bought);
    } catch (cause) {
      this.#paid();
      if (!this.#left) await this.#failed(cause, paying.signal.aborted);
    }
  }

  #payment(found: Plan, wallet: Wallet, refundTo: Intent["refundTo"]): Parameters<typeof payNow>[0] {
    const { steps, acts } = this.#view;
    return {
      plan: found,
      intent: this.#intent(refundTo),
      wallet,
      terminal: (prompted, signal) => this.#terminal(prompted, signal),
      steps,
      acts,
      say: (words) => this.#view.say(words),
    };
  }

  #paid(): void {
    this.#paying = undefined;
    this.#view.busy(false);
  }

  /** What became of the money tells the purchase, not what the wallet says. */
  async #failed(cause: unknown, stopped: boolean): Promise<void> {
    const { storage, goods } = this.#options;
    const now = await lastPurchase(storage, goods).catch(() => undefined);
    if (now && reached(now, "seen")) return this.#options.onPurchase(now);
    this.#view.showPlan(this.#plan);
    if (now?.step === "sent") return this.#fail(cause, "unsure");
    this.#fail(stopped ? new Failure("refused", "you stopped before your wallet was asked") : cause);
  }

  // Where it may be paid, to look again is to go on with that payment.
  #fail(cause: unknown, fate: Fate = "unpaid"): void {
    if (this.#left) return;
    const problem = problemOf(cause, fate);
    const again = (): void => void (fate === "unsure" ? this.#pay() : this.#look());
    const anyway = (): void => {
      if (problem.overrule) this.#overruled = { ...this.#overruled, [problem.overrule]: true };
      again();
    };
    this.#view.showProblem(problem, { again, anyway });
  }
}
