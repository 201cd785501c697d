// What the product is made of.

import { folderType } from "../protocol/content.ts";
import type { Header } from "../protocol/header.ts";
import { element } from "./element.ts";
import { sizeText } from "./size.ts";

/** A table of the sections. */
export function partsSection({ content }: Header): HTMLElement {
  const head = ["Name", "Kind", "Size", "Opened by"].map((text) => element("th", { scope: "col" }, text));
  const rows = content.sections.map((section) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, element("bdi", {}, section.name)),
      element("td", {}, kindText(section.media, section.program)),
      element("td", { class: "number" }, sizeText(Number(section.size))),
      element("td", {}, ...namesOf(content.tiers.filter((_, tier) => (section.tiers >> BigInt(tier)) & 1n))),
    ),
  );
  return element(
    "section",
    { class: "parts" },
    element("h2", {}, "What is inside"),
    element(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": "Parts of the product" },
      element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows)),
    ),
  );
}

/** Names, each isolated from the direction of the others' script. */
function namesOf(tiers: readonly { name: string }[]): (Node | string)[] {
  return tiers.flatMap(({ name }, i) => [i === 0 ? "" : ", ", element("bdi", {}, name)]);
}

function kindText(media: string, program: boolean): string {
  const kind = media === folderType ? "folder" : media;
  return program ? `${kind}, made for each buyer by the release program` : kind;
}
