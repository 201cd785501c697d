// The payment itself: what is going on, what to do in the wallet, and stopping before
// that is asked.

import { buy, type Intent } from "../../terminal/buying.ts";
import type { Plan } from "../../terminal/planning.ts";
import type { Purchase } from "../../terminal/purchase.ts";
import type { Terminal, Wallet } from "../../terminal/terminal.ts";
import { button, element } from "../element.ts";
import { prompting } from "./asking.ts";
import type { StepsList } from "./stepslist.ts";

/** A payment that its user asked for. */
export interface Payment {
  readonly plan: Plan;
  readonly intent: Intent;
  readonly wallet: Wallet;
  terminal(wallet: Wallet, signal: AbortSignal): Promise<Terminal>;
  /** Where it is shown. */
  readonly steps: StepsList;
  readonly acts: HTMLElement;
  /** Says what is going on; quietly where it can be read elsewhere on the page. */
  say(words: string, quiet?: boolean): void;
}

/** Pays. Until the wallet is asked its user may stop. */
export async function payNow(payment: Payment, stop: AbortController): Promise<Purchase> {
  const { plan, intent, wallet, steps, acts, say } = payment;
  let done = 0;
  const offerStop = (): void =>
    acts.replaceChildren(button("Stop", () => stop.abort(new Error("you stopped")), { class: "button" }));
  const prompted = {
    asking: () => {
      steps.show(plan.steps, plan.words, done, true);
      const words = "Look into your wallet, and answer there. To stop, decline there.";
      acts.replaceChildren(element("span", { class: "state" }, words));
    },
    answered: (yes: boolean) => {
      say("Your wallet answered. Looking at the chain…");
      steps.show(plan.steps, plan.words, yes ? ++done : done);
      offerStop();
    },
  };
  say("Looking at the chain once more before your wallet is asked…");
  offerStop();
  return buy(await payment.terminal(prompting(wallet, prompted, stop.signal), stop.signal), intent, stop.signal);
}
