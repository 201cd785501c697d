// The tiers, what each costs and allows, and how to buy one.

import { addressElement } from "../address.ts";
import { chainText } from "../chain.ts";
import { copying } from "../copying.ts";
import { buyCommand, codeFile } from "./command.ts";
import { button, element } from "../element.ts";
import { finalised } from "../../protocol/terms.ts";
import { isPaid, stateBadge } from "../purchased.ts";
import { amountNodes, amountText } from "../amount.ts";
import { type Purchase, reached } from "../../terminal/purchase.ts";
import { saveAs } from "../saving.ts";
import { namesOf } from "./names.ts";
import { rightText } from "./rightwords.ts";
import { idOf, type Scanned } from "../scan/scanned.ts";

/** What the section needs. */
export interface BuyOptions {
  readonly scanned: Scanned;
  /** The last purchase of each tier that was begun on this device. */
  readonly bought: readonly Purchase[];
  readonly safe: boolean;
  readonly kept: boolean;
}

/** Lists the tiers; where it is safe, one can be chosen and bought, if it is kept here. */
export function buySection(options: BuyOptions): HTMLElement {
  const { scanned, bought, safe, kept } = options;
  const { content, binding } = scanned.header;
  const tiers = content.tiers.map((_, tier) => tierCard(options, tier));
  const section = element(
    "section",
    { class: "buy" },
    element("h2", {}, safe ? "What you can buy" : "What it claims to sell"),
  );
  section.append(
    safe
      ? element("fieldset", { class: "tiers" }, element("legend", { class: "quiet" }, "Choose what to buy"), ...tiers)
      : element("div", { class: "tiers" }, ...tiers),
    element("p", { class: "note" }, `Paid on ${chainText(binding.chainId)}. `, safe && fee(binding.terms.feeBps)),
  );
  if (safe) section.append(kept ? buyButton(scanned, bought, section) : noBuying(), howToBuy(scanned, section));
  return section;
}

/** Leads to the purchase of the tier that is chosen: to begin it, or to go on with it. */
function buyButton(scanned: Scanned, bought: readonly Purchase[], section: HTMLElement): HTMLElement {
  const link = element("a", { class: "button main big", id: "buy" });
  const choose = (): void => {
    const tier = chosenTier(section);
    const { terms, chainId } = scanned.header.binding;
    const { price } = terms.tiers[tier]!;
    const buy = price === 0n ? "Get it free" : `Buy for ${amountText(chainId, terms.token, price)}`;
    link.href = `#${idOf(scanned)}/${tier}`;
    link.textContent = goingOn(bought.find((purchase) => purchase.tier === tier)) ?? buy;
  };
  section.addEventListener("change", choose);
  choose();
  return element("p", { class: "acts" }, link);
}

/** What is done with a tier that was paid for. */
function goingOn(purchase: Purchase | undefined): string | undefined {
  if (!purchase || !isPaid(purchase)) return undefined;
  return reached(purchase, "released") ? "Open" : "Go on";
}

function noBuying(): HTMLElement {
  return element(
    "p",
    { class: "note" },
    "This browser keeps nothing here, as in a private window: what you buy could not be kept. Use another window to buy, or the command line.",
  );
}

function chosenTier(section: HTMLElement): number {
  const chosen = section.querySelector<HTMLInputElement>("input[name=tier]:checked");
  return Number(chosen?.value ?? "0");
}

function fee(feeBps: number): string {
  return `The committee that keeps the key takes ${(feeBps / 100).toFixed(2)} % of the price; you pay nothing on top of it but gas, the chain's own fee.`;
}

function tierCard({ scanned, bought, safe }: BuyOptions, tier: number): HTMLElement {
  const { content, binding } = scanned.header;
  const { terms } = binding;
  const { name, rights } = content.tiers[tier]!;
  const { price, supply, confirmations } = terms.tiers[tier]!;
  const purchase = safe ? bought.find((one) => one.tier === tier) : undefined;
  const first = bought.find(isPaid)?.tier ?? 0;
  const parts = content.sections.filter((section) => (section.tiers >> BigInt(tier)) & 1n);
  const described = [
    element(
      "span",
      { class: "tier" },
      element("bdi", { class: "name" }, name),
      element(
        "span",
        { class: "price" },
        ...(price === 0n ? ["free"] : amountNodes(binding.chainId, terms.token, price)),
      ),
    ),
    purchase && element("span", { class: "had" }, stateBadge(purchase)),
    element("span", { class: "holds" }, "Opens ", ...(parts.length > 0 ? namesOf(parts) : ["nothing of this product"])),
    rights.length > 0 && element("span", { class: "right" }, `Allows: ${rights.map(rightText).join("; ")}`),
    ...conditions(supply, confirmations).map((words) => element("span", { class: "condition" }, words)),
  ];
  if (!safe) return element("div", { class: "choice" }, element("span", { class: "words" }, ...described));
  const radio = element("input", {
    type: "radio",
    name: "tier",
    value: String(tier),
    checked: tier === first,
  });
  return element("label", { class: "choice" }, radio, element("span", { class: "words" }, ...described));
}

function conditions(supply: number, confirmations: number): string[] {
  const words: string[] = [];
  if (supply > 0) words.push(`${supply} are sold in all`);
  if (confirmations === finalised) words.push("The key comes when the payment is final");
  else if (confirmations > 1) words.push(`The key comes when the payment is ${confirmations} blocks deep`);
  return words;
}

function howToBuy(scanned: Scanned, section: HTMLElement): HTMLElement {
  const line = element("code", { id: "command" });
  const choose = (): void => {
    line.textContent = buyCommand(scanned, chosenTier(section));
  };
  section.addEventListener("change", choose);
  choose();
  const text = (): string => line.textContent ?? "";
  const [copy, told] = copying({ label: "Copy the command", text, instead: "mark the line and copy it" });
  return element(
    "details",
    { class: "how" },
    element("summary", {}, "Buy by the command line"),
    element("p", {}, "The command ", element("b", {}, "shrinkwrap"), " buys it too:"),
    element("pre", { tabindex: "0", "aria-label": "Command" }, line),
    element("p", { class: "acts" }, copy, ...saved(scanned), told),
    element(
      "p",
      { class: "note" },
      "It asks the chain whether all of this is still so, pays the escrow ",
      "and waits for the key. If the key does not come, the money comes back. ",
      ...payee(scanned),
    ),
  );
}

function payee({
  header: {
    binding: { terms },
  },
}: Scanned): (Node | string)[] {
  return ["The publisher is paid at ", addressElement(terms.publisher), "."];
}

/** The code as a file, where the user has none. */
function saved(scanned: Scanned): Node[] {
  const { origin } = scanned;
  if (origin.kind === "file") return [];
  const save = (): void => saveAs(new Blob([origin.text], { type: "text/plain" }), codeFile(scanned));
  return [button(`Save the code as ${codeFile(scanned)}`, save, { class: "button" })];
}
