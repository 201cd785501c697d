// What is paid, to whom, and what happens to the money.

import { contractsOf } from "../../protocol/contracts.ts";
import { windowsOf } from "../../terminal/dispute.ts";
import { inCoin, priceOf } from "../../terminal/listing.ts";
import { coin, money } from "../../terminal/money.ts";
import { addressElement } from "../address.ts";
import { chainText } from "../chain.ts";
import { deployment } from "../deployment.ts";
import { element } from "../element.ts";
import type { Goods } from "../goods.ts";
import { hours } from "../times.ts";
import { amountNodes, rounded } from "../amount.ts";

/** What gas costs now, in wei. */
export interface GasCosts {
  /** Of paying. */
  readonly gas: bigint;
  /** Of a dispute and a refund. */
  readonly wayBack: bigint;
}

/** The section; gas is told as soon as it is known. */
export interface TermsSection {
  readonly element: HTMLElement;
  show(costs: GasCosts | undefined): void;
}

/** Makes the section. */
export function termsSection({ listing }: Goods): TermsSection {
  const { chainId } = listing.place;
  const { token, publisher } = listing.terms;
  const price = priceOf(listing);
  const gas = element("dd", { class: "figure" });
  const worth = element("p", { class: "worth" });
  const made = element(
    "section",
    { class: "card terms" },
    element("h2", {}, "What you pay"),
    element(
      "dl",
      { class: "figures" },
      element("dt", {}, "Price"),
      element("dd", { class: "figure" }, ...(price === 0n ? ["free"] : amountNodes(chainId, token, price))),
      element("dt", {}, "Gas fee"),
      gas,
      element("dt", {}, "On"),
      element("dd", {}, chainText(chainId)),
    ),
    element("p", {}, wayBackWords(chainId, price)),
    worth,
    element(
      "details",
      { class: "parties" },
      element("summary", {}, "Where the money goes"),
      price > 0n && element("p", {}, escrowWords),
      element(
        "dl",
        {},
        element("dt", {}, "The escrow, which holds the money"),
        element("dd", {}, addressElement(deployment.escrow)),
        element("dt", {}, "The router, which pays it by what you sign"),
        element("dd", {}, addressElement(contractsOf(deployment.escrow).router)),
        element("dt", {}, "The publisher, who gets the money"),
        element("dd", {}, addressElement(publisher)),
        ...(inCoin(listing)
          ? []
          : [element("dt", {}, "The token that is paid in"), element("dd", {}, addressElement(token))]),
      ),
    ),
  );
  const show = (costs: GasCosts | undefined): void => {
    gas.textContent = costs ? `about ${money(chainId, coin, rounded(costs.gas))}` : "shown before you pay";
    const words = costs && worthWords(chainId, price, inCoin(listing), costs.wayBack);
    worth.textContent = words?.text ?? (price > 0n ? untold : "");
    worth.classList.toggle("warned", words?.small ?? false);
  };
  show(undefined);
  return { element: made, show };
}

// It stands where the figure will, so that nothing moves when that comes.
const untold = "What a demand would cost you in gas is shown here before you pay.";

const escrowWords =
  "You pay the escrow, a contract that nobody can change. When the committee sees your payment it gives you the key, and the money becomes the publisher's.";

/** How the money comes back, with the chain's own windows. */
export function wayBackWords(chainId: number, price: bigint): string {
  if (price === 0n) return "It is free, but for gas: the key is asked for by a transaction like any other purchase.";
  const { dispute, answer } = windowsOf(chainId);
  return `If no key comes, you can demand it on the chain for at least ${hours(dispute)} after you paid. The committee then has ${hours(answer)} to answer, or the whole price comes back to you.`;
}

/**
 * Whether the way back is worth its gas, in words with the figure: below that a
 * promise of the money back is one that nobody would enforce. Nothing for what is free.
 */
export function worthWords(chainId: number, price: bigint, isCoin: boolean, wayBack: bigint) {
  if (price === 0n) return undefined;
  const cost = money(chainId, coin, rounded(wayBack));
  if (!isCoin || price >= wayBack)
    return {
      small: false,
      text: `Demanding it and getting the money back would cost about ${cost} of gas now.${isCoin ? "" : " A price worth less than that is hardly worth a demand."}`,
    };
  const paid = money(chainId, coin, price);
  return {
    small: true,
    text: `A small price: demanding the money back would cost about ${cost} of gas now, more than the ${paid} that you pay. If no key came, you would hardly do it.`,
  };
}
