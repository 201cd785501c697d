// Paying for a tier: what it costs, who pays, what the wallet will ask; then one button.

import type { Intent } from "../../terminal/buying.ts";
import { Failure } from "../../terminal/failure.ts";
import { priceOf } from "../../terminal/listing.ts";
import { type Plan, plan } from "../../terminal/planning.ts";
import { reached } from "../../terminal/purchase.ts";
import type { Terminal, Wallet } from "../../terminal/terminal.ts";
import type { Way } from "../../terminal/token.ts";
import { chainText } from "../chain.ts";
import { button, element } from "../element.ts";
import { lastPurchase } from "../goods.ts";
import { askToPersist, durableNote } from "../keep/durable.ts";
import { settingsOf } from "../keep/settings.ts";
import type { Panel, PanelOptions } from "../panel.ts";
import type { Screen } from "../screen.ts";
import { terminalFor } from "../terminals.ts";
import { amountText } from "./amount.ts";
import { chainNotice } from "./chainnotice.ts";
import { elsewhere } from "./elsewhere.ts";
import { lackNotice } from "./lacknotice.ts";
import { payNow } from "./paying.ts";
import { problemCard, problemOf } from "./problemcard.ts";
import { refundField, sentence } from "./refundfield.ts";
import { stepsList } from "./stepslist.ts";
import { chainOf, switchChain } from "./switching.ts";
import { termsSection } from "./termssection.ts";
import { walletContent } from "./walletsection.ts";
import {
  connect,
  connected,
  connectedOffer,
  discovered,
  leaveWallet,
  onDiscovered,
  onWalletChanged,
  reconnect,
  type WalletOffer,
} from "./wallets.ts";
import { wayContent } from "./waysection.ts";

/** Paying. */
export const payPanel: Panel = (options) => new PayPanel(options).screen();

const typing = 400; // milliseconds after a letter, until the chain is looked at

class PayPanel {
  readonly #options: PanelOptions;
  readonly #place = element("div", { class: "pay" });
  readonly #terms: ReturnType<typeof termsSection>;
  readonly #refund = refundField(() => this.#later());
  readonly #wallet = element("div", { class: "walletroom" });
  readonly #payer = element("section", { class: "card payer" }, this.#wallet, this.#refund.element);
  readonly #ways = element("section", { class: "ways-room" });
  readonly #steps = stepsList();
  readonly #problem = element("div", { class: "problems" });
  readonly #status = element("p", { role: "status", class: "busy" });
  readonly #acts = element("p", { class: "acts pays" });
  readonly #note: HTMLElement;
  readonly #ends: (() => void)[] = [];

  #left = false;
  #connecting: string | undefined;
  #by: Way | undefined;
  #anyway = false;
  #plan: Plan | undefined;
  #looking: AbortController | undefined;
  #paying: AbortController | undefined;
  #elsewhere: ReturnType<typeof elsewhere> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PanelOptions) {
    this.#options = options;
    this.#terms = termsSection(options.goods);
    this.#note = durableNote(options.storage);
  }

  screen(): Screen {
    this.#ends.push(
      onDiscovered(() => void this.#found()),
      onWalletChanged(() => this.#changed()),
    );
    this.#here();
    void this.#found();
    return { content: [this.#place], leave: () => this.#leave() };
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

  /** Shows paying by a wallet of this browser. */
  #here(): void {
    this.#elsewhere?.leave();
    this.#elsewhere = undefined;
    this.#place.replaceChildren(
      this.#terms.element,
      this.#payer,
      this.#ways,
      this.#steps.element,
      this.#problem,
      this.#status,
      this.#acts,
      element(
        "p",
        { class: "acts" },
        button("Pay with a wallet on another device", () => this.#showElsewhere(), { class: "plain" }),
      ),
      this.#note,
    );
    this.#changed();
  }

  #showElsewhere(): void {
    if (this.#paying) return;
    this.#looking?.abort(new Error("paid elsewhere"));
    const { goods, storage, onPurchase } = this.#options;
    this.#elsewhere = elsewhere({
      listing: goods.listing,
      account: connected()?.address,
      terminal: async (tell, signal) => {
        const providers = await this.#providers();
        const terminal = await terminalFor(storage, goods, { providers, tell, signal });
        await terminal.chain.checkIds(signal);
        return terminal;
      },
      onPaid: (purchase) => this.#left || onPurchase(purchase),
      onBack: () => {
        this.#here();
        this.#place.querySelector<HTMLElement>("h2")?.focus();
      },
    });
    this.#place.replaceChildren(this.#elsewhere.element);
    this.#elsewhere.element.querySelector("button")?.focus();
  }

  /** The wallets that are on the product's chain, which may be asked about it. */
  async #providers() {
    const { chainId } = this.#options.goods.listing.place;
    const all = discovered().map(({ provider }) => provider);
    const on = await Promise.all(all.map((provider) => chainOf(provider).catch(() => undefined)));
    return all.filter((_, i) => on[i] === BigInt(chainId));
  }

  async #found(): Promise<void> {
    this.#showWallet();
    await reconnect().catch(() => undefined);
  }

  /** Another wallet, account or chain: all is looked at anew. While it pays, the payment itself finds out. */
  #changed(): void {
    if (this.#left || this.#paying || this.#elsewhere) return;
    this.#refund.show(connected()?.address);
    this.#showWallet();
    void this.#look();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), typing);
  }

  #showWallet(): void {
    const [wallet, offer] = [connected(), connectedOffer()];
    const state = {
      offers: discovered(),
      ...(wallet && offer && { connected: { offer, account: wallet.address } }),
      ...(this.#connecting !== undefined && { asking: this.#connecting }),
    };
    const acts = { connect: (chosen: WalletOffer) => void this.#connect(chosen), leave: leaveWallet };
    this.#wallet.replaceChildren(...walletContent(state, acts));
    this.#refund.element.hidden = !wallet;
  }

  async #connect(offer: WalletOffer): Promise<void> {
    if (this.#connecting !== undefined) return;
    this.#connecting = offer.uuid;
    this.#problem.replaceChildren();
    this.#showWallet();
    try {
      await connect(offer);
    } catch (cause) {
      this.#fail(cause);
    } finally {
      this.#connecting = undefined;
      this.#showWallet();
    }
    if (connected()) this.#wallet.querySelector("button")?.focus();
  }

  /** Looks what paying takes, and offers it. */
  async #look(): Promise<void> {
    this.#looking?.abort(new Error("looked at anew"));
    const looking = (this.#looking = new AbortController());
    const { signal } = looking;
    this.#plan = undefined;
    this.#problem.replaceChildren();
    this.#acts.replaceChildren();
    this.#say("");
    const [wallet, refundTo] = [connected(), this.#refund.value()];
    if (!wallet || !refundTo) return this.#showPlan();
    try {
      if (!(await this.#isOnChain(wallet))) return;
      signal.throwIfAborted();
      this.#say("Looking at the chain…");
      const terminal = await this.#terminal(wallet, signal);
      await terminal.chain.checkIds(signal);
      const found = await plan(terminal, this.#intent(refundTo), signal);
      signal.throwIfAborted();
      if (found.steps === undefined) return this.#options.onPurchase(found.purchase);
      this.#plan = found;
      this.#by = found.by;
      this.#say("");
      this.#showPlan();
    } catch (cause) {
      if (signal.aborted || this.#left) return;
      this.#say("");
      this.#showPlan();
      this.#fail(cause);
    }
  }

  #intent(refundTo: Intent["refundTo"]): Intent {
    const by = this.#by;
    return { listing: this.#options.goods.listing, refundTo, anyway: this.#anyway, ...(by && { by }) };
  }

  #terminal(wallet: Wallet, signal: AbortSignal): Promise<Terminal> {
    const { storage, goods } = this.#options;
    return terminalFor(storage, goods, { wallet, tell: (source, words) => this.#told(source, words), signal });
  }

  // What the wallet is asked the steps show: it is said to those who cannot see them.
  #told(source: string, words: string): void {
    if (this.#paying) this.#say(sentence(words), source === "wallet");
  }

  #say(words: string, quiet = false): void {
    this.#status.classList.toggle("quiet", quiet);
    this.#status.textContent = words;
  }

  async #isOnChain({ provider }: Wallet): Promise<boolean> {
    const { chainId } = this.#options.goods.listing.place;
    const on = await chainOf(provider);
    if (on === BigInt(chainId)) return true;
    this.#showPlan();
    this.#acts.replaceChildren(chainNotice(on, chainId, () => void this.#switch(provider)));
    return false;
  }

  async #switch(provider: Wallet["provider"]): Promise<void> {
    const { storage, goods } = this.#options;
    const { chainId } = goods.listing.place;
    this.#say("Look into your wallet: it asks you to switch.");
    try {
      const { endpoints } = await settingsOf(storage, chainId);
      await switchChain(provider, chainId, chainText(chainId), endpoints);
      this.#say("");
      await this.#look();
    } catch (cause) {
      this.#say("");
      this.#fail(cause);
    }
  }

  #showPlan(): void {
    const { goods } = this.#options;
    const found = this.#plan;
    this.#terms.show(found);
    const choose = (way: Way): void => {
      this.#by = way;
      void this.#look();
    };
    if (found || !connected()) this.#ways.replaceChildren(...wayContent(found?.ways ?? [], found?.by, choose));
    this.#steps.show(found?.steps ?? [], found?.words ?? []);
    this.#acts.replaceChildren();
    if (!found) return;
    const { place, terms } = goods.listing;
    if (found.missing.length > 0)
      return this.#acts.replaceChildren(lackNotice(place.chainId, found.missing, () => void this.#look()));
    const price = priceOf(goods.listing);
    const label = price === 0n ? "Get it: free, but for gas" : `Pay ${amountText(place.chainId, terms.token, price)}`;
    this.#acts.append(button(label, () => void this.#pay(), { class: "button main big" }));
  }

  async #pay(): Promise<void> {
    const [found, wallet, refundTo] = [this.#plan, connected(), this.#refund.value()];
    if (!found || !wallet || !refundTo || this.#paying) return;
    const paying = (this.#paying = new AbortController());
    this.#problem.replaceChildren();
    this.#busy(true);
    try {
      void askToPersist(); // the browser may ask its user, or not: it is paid all the same
      const bought = await payNow(
        {
          plan: found,
          intent: this.#intent(refundTo),
          wallet,
          terminal: (prompted, signal) => this.#terminal(prompted, signal),
          steps: this.#steps,
          acts: this.#acts,
          say: (words) => this.#say(words),
        },
        paying,
      );
      this.#paying = undefined;
      this.#busy(false);
      if (!this.#left) this.#options.onPurchase(bought);
    } catch (cause) {
      this.#paying = undefined;
      if (this.#left) return;
      this.#busy(false);
      await this.#failed(cause, paying.signal.aborted);
    }
  }

  #busy(busy: boolean): void {
    this.#place.toggleAttribute("data-paying", busy);
    for (const one of [this.#payer, this.#ways]) one.inert = busy;
    if (!busy) this.#say("");
  }

  /** What became of the money tells the purchase, not what the wallet says. */
  async #failed(cause: unknown, stopped: boolean): Promise<void> {
    const { storage, goods } = this.#options;
    const now = await lastPurchase(storage, goods).catch(() => undefined);
    if (now && reached(now, "seen")) return this.#options.onPurchase(now);
    this.#showPlan();
    const unsure = now?.step === "sent";
    const why = stopped && !unsure ? new Failure("refused", "you stopped before your wallet was asked") : cause;
    this.#fail(why, unsure);
  }

  #fail(cause: unknown, unsure = false): void {
    if (this.#left) return;
    const problem = problemOf(cause, unsure ? "unsure" : "unpaid");
    const isDanger = problem.tone === "danger";
    if (isDanger || problem.overruled) this.#acts.replaceChildren();
    if (isDanger) this.#steps.show([], []);
    const card = problemCard(problem, {
      again: () => void (unsure ? this.#pay() : this.#look()),
      anyway: () => {
        this.#anyway = true;
        void (unsure ? this.#pay() : this.#look());
      },
    });
    this.#problem.replaceChildren(card);
    card.focus();
  }
}
