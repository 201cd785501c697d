// What the product is made of.

import { type ContentSection, folderType } from "../../protocol/content.ts";
import type { Header } from "../../protocol/header.ts";
import { element } from "../element.ts";
import { namesOf } from "./names.ts";
import { typeOf } from "../kinds.ts";
import { sizeText } from "../size.ts";

/** Lists the sections with their sizes. */
export function partsSection({ content }: Header): HTMLElement {
  const item = (section: ContentSection): HTMLElement => {
    const tiers = content.tiers.filter((_, tier) => (section.tiers >> BigInt(tier)) & 1n);
    return element(
      "li",
      {},
      element(
        "p",
        { class: "line" },
        element("bdi", { class: "name" }, section.name),
        element("span", { class: "number" }, sizeText(Number(section.size))),
      ),
      element("p", { class: "note" }, `${kindText(section)}. Opened by `, ...namesOf(tiers)),
    );
  };
  return element(
    "section",
    { class: "parts" },
    element("h2", {}, "What is inside"),
    element("ul", {}, ...content.sections.map(item)),
  );
}

function kindText(section: ContentSection): string {
  const { media, program } = section;
  const kind = media === folderType ? "folder" : wordsOf(section);
  return program ? `${kind}, made for each buyer by the release program` : kind;
}

/** What the buyer will have of it, as when it is opened; of a kind without a name the type that was signed. */
function wordsOf({ name, media }: ContentSection): string {
  const { words } = typeOf(name, media);
  return words === "file" ? `file (${media})` : words;
}
