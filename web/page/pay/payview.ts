// What the pay panel shows: what is paid, the wallet, the ways, what will be signed,
// what went wrong, and one button.

import type { Plan } from "../../terminal/planning.ts";
import { priceOf } from "../../terminal/listing.ts";
import type { Way } from "../../terminal/token.ts";
import { button, element } from "../element.ts";
import { durableNote } from "../keep/durable.ts";
import type { PanelOptions } from "../panel.ts";
import { amountText } from "../amount.ts";
import { chainNotice } from "./chainnotice.ts";
import { lackNotice } from "./lacknotice.ts";
import { type Problem, type ProblemActs, problemCard } from "./problemcard.ts";
import { refundField } from "./refundfield.ts";
import { stepsList } from "./stepslist.ts";
import { termsSection } from "./termssection.ts";
import { walletContent } from "./walletsection.ts";
import { connected, connectedOffer, discovered, leaveWallet, type WalletOffer } from "./wallets.ts";
import { wayContent } from "./waysection.ts";

/** What its user does. */
export interface PayActs {
  connect(offer: WalletOffer): void;
  /** The account that gets the money back is another. */
  refundChanged(): void;
  choose(way: Way): void;
  look(): void;
  pay(): void;
  elsewhere(): void;
}

/** The view, which is made once and changes in place. */
export class PayView {
  readonly element = element("div", { class: "pay" });
  readonly steps = stepsList();
  /** The place of the one button, or of what stands for it. */
  readonly acts = element("p", { class: "acts pays" });
  readonly refund: ReturnType<typeof refundField>;
  readonly #goods: PanelOptions["goods"];
  readonly #does: PayActs;
  readonly #terms: ReturnType<typeof termsSection>;
  readonly #wallet = element("div", { class: "walletroom" });
  readonly #payer: HTMLElement;
  readonly #ways = element("section", { class: "ways-room" });
  readonly #problem = element("div", { class: "problems" });
  readonly #status = element("p", { role: "status", class: "busy" });
  readonly #elsewhere: HTMLButtonElement;
  readonly #parts: readonly HTMLElement[];

  constructor({ goods, storage }: PanelOptions, does: PayActs) {
    this.#goods = goods;
    this.#does = does;
    this.#terms = termsSection(goods);
    this.refund = refundField(() => does.refundChanged());
    this.#payer = element("section", { class: "card payer" }, this.#wallet, this.refund.element);
    this.#elsewhere = button("Pay with a wallet on another device", () => does.elsewhere(), { class: "plain" });
    this.#parts = [
      this.#terms.element,
      this.#payer,
      this.#ways,
      this.steps.element,
      this.#problem,
      this.#status,
      this.acts,
      element("p", { class: "acts" }, this.#elsewhere),
      durableNote(storage),
    ];
  }

  /** Shows paying by a wallet of this browser. */
  showHere(): void {
    this.element.replaceChildren(...this.#parts);
  }

  /** Shows paying by a wallet on another device in its place. */
  showElsewhere(other: HTMLElement): void {
    this.element.replaceChildren(other);
    other.querySelector("button")?.focus();
  }

  /** Shows the wallet, or those to choose from, of which one may be being asked. */
  showWallet(asking: string | undefined): void {
    const [wallet, offer] = [connected(), connectedOffer()];
    const state = {
      offers: discovered(),
      ...(wallet && offer && { connected: { offer, account: wallet.address } }),
      ...(asking !== undefined && { asking }),
    };
    const acts = { connect: (chosen: WalletOffer) => this.#does.connect(chosen), leave: leaveWallet };
    this.#wallet.replaceChildren(...walletContent(state, acts));
    this.refund.element.hidden = !wallet;
    this.#elsewhere.className = wallet || state.offers.length > 0 ? "plain" : "button main big"; // the only way
  }

  focusWallet(): void {
    this.#wallet.querySelector("button")?.focus();
  }

  /** Takes away what was said of an earlier look. */
  clear(): void {
    this.#problem.replaceChildren();
    this.acts.replaceChildren();
    this.say("");
  }

  /** Shows what paying takes, and its button; without a plan what is known before one. */
  showPlan(plan: Plan | undefined): void {
    this.#terms.show(plan);
    if (plan || !connected())
      this.#ways.replaceChildren(...wayContent(plan?.ways ?? [], plan?.by, (way) => this.#does.choose(way)));
    this.steps.show(plan?.steps ?? [], plan?.words ?? []);
    this.acts.replaceChildren(...(plan ? [this.#due(plan)] : []));
  }

  // The button that pays, or what the account lacks for it.
  #due({ missing }: Plan): HTMLElement {
    const { listing } = this.#goods;
    const { chainId } = listing.place;
    if (missing.length > 0) return lackNotice(chainId, missing, () => this.#does.look());
    const price = priceOf(listing);
    const label = price === 0n ? "Get it: free, but for gas" : `Pay ${amountText(chainId, listing.terms.token, price)}`;
    return button(label, () => this.#does.pay(), { class: "button main big" });
  }

  /** Says that the wallet is on another chain, and offers to switch. */
  offerSwitch(on: bigint, act: () => void): void {
    this.showPlan(undefined);
    this.acts.replaceChildren(chainNotice(on, this.#goods.listing.place.chainId, act));
  }

  /** Says what is going on; quietly where it can be read elsewhere on the page. */
  say(words: string, quiet = false): void {
    this.#status.classList.toggle("quiet", quiet);
    this.#status.textContent = words;
  }

  /** While it is being paid nothing about that can be changed. */
  busy(busy: boolean): void {
    this.#problem.replaceChildren();
    this.element.toggleAttribute("data-paying", busy);
    for (const one of [this.#payer, this.#ways]) one.inert = busy;
    if (!busy) this.say("");
  }

  showProblem(problem: Problem, acts: ProblemActs): void {
    const isDanger = problem.tone === "danger";
    if (isDanger || problem.overrule) this.acts.replaceChildren();
    if (isDanger) this.steps.show([], []);
    const card = problemCard(problem, acts);
    this.#problem.replaceChildren(card);
    card.focus();
  }
}
