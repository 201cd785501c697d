// The receipt: the agreement of what was bought, with the proof of it, in words and as
// a file.

import { readAgreement, verifyAgreement } from "../../protocol/agreement.ts";
import { bytesToHex } from "../../protocol/bytes.ts";
import { orderOf } from "../../protocol/leaf.ts";
import { money } from "../../terminal/money.ts";
import type { Opened } from "../../terminal/open.ts";
import { addressElement } from "../address.ts";
import { chainText } from "../chain.ts";
import { deployment } from "../deployment.ts";
import { button, element } from "../element.ts";
import { rightText, timeText } from "../product/rightwords.ts";
import { saveFile } from "./saving.ts";
import { capital } from "../words.ts";

/** Shows the agreement of an opening, verified anew, or why there is none. @param ask asks for the receipt once more */
export async function receiptSection(agreement: Opened["agreement"], ask: () => void): Promise<HTMLElement> {
  const heading = element("h2", {}, "Your receipt");
  if (agreement === "reserved")
    return card(
      heading,
      note("A part of the product is named rights.json itself, so that no receipt is written beside it."),
    );
  if (agreement === "no receipt") {
    const words =
      "The committee's receipt is not here yet. What you bought opens without it; the receipt proves to others that you paid.";
    return card(
      heading,
      note(words),
      element("p", { class: "acts" }, button("Ask for it again", ask, { class: "button" })),
    );
  }
  const read = readAgreement(new Uint8Array(await agreement.blob.arrayBuffer()));
  const { signer } = verifyAgreement(read, deployment);
  const { header, leaf } = read;
  const { chainId } = header.binding;
  const rights = header.content.tiers[leaf.tier]!.rights;
  const save = (): void => saveFile(agreement);
  return card(
    heading,
    element(
      "p",
      {},
      element("span", { class: "badge ok" }, "verified"),
      " The committee signed it with the key of this product, and this page has checked that.",
    ),
    element(
      "dl",
      { class: "facts" },
      ...row("Paid", money(chainId, leaf.token, leaf.amount)),
      ...row("When", timeText(leaf.time)),
      ...row("Chain", chainText(chainId)),
      ...row("Order", element("code", {}, bytesToHex(orderOf(leaf)))),
      ...row("Publisher", addressElement(signer)),
      ...row("Allows", rights.length === 0 ? "Use without limits" : capital(rights.map(rightText).join("; "))),
    ),
    element("p", { class: "acts" }, button("Save the receipt", save, { class: "button" })),
    note(
      "It is a file named rights.json: what you may do with it, in the standard words for that (ODRL), and the proof that you paid. Anyone can check it without a network. It holds no key.",
    ),
  );
}

function row(name: string, value: Node | string): Node[] {
  return [element("dt", {}, name), element("dd", {}, value)];
}

function card(...children: Node[]): HTMLElement {
  return element("section", { class: "card receipt" }, ...children);
}

function note(words: string): HTMLElement {
  return element("p", { class: "note" }, words);
}
