// Markdown on the page.

import { element } from "../element.ts";
import { type Block, readMarkdown } from "./markdown.ts";
import type { Inline } from "./markdowninline.ts";

/** Shows a text in Markdown. Its headings are below those of the page. */
export function markdownView(text: string): HTMLElement {
  return element("div", { class: "prose", dir: "auto" }, ...readMarkdown(text).map(blockView));
}

function blockView(block: Block): HTMLElement {
  switch (block.type) {
    case "heading":
      return element(headings[block.level - 1]!, { class: `level-${block.level}` }, ...block.words.map(wordView));
    case "paragraph":
      return element("p", {}, ...block.words.map(wordView));
    case "code":
      return element("pre", { tabindex: "0", dir: "ltr" }, element("code", {}, block.text));
    case "rule":
      return element("hr");
    case "quote":
      return element("blockquote", {}, ...block.blocks.map(blockView));
    case "list":
      return listView(block);
    case "table":
      return tableView(block);
  }
}

const headings = ["h3", "h4", "h5", "h6", "h6", "h6"] as const;

function listView({ start, tight, items }: Block & { type: "list" }): HTMLElement {
  const views = items.map((blocks) =>
    element(
      "li",
      {},
      ...blocks.flatMap((block): (Node | string)[] =>
        tight && block.type === "paragraph" ? block.words.map(wordView) : [blockView(block)],
      ),
    ),
  );
  if (start === undefined) return element("ul", {}, ...views);
  return element("ol", { start: start === 1 ? undefined : String(start) }, ...views);
}

function tableView({ head, rows }: Block & { type: "table" }): HTMLElement {
  const row = (tag: "th" | "td", cells: readonly (readonly Inline[])[]): HTMLElement =>
    element("tr", {}, ...cells.map((words) => element(tag, {}, ...words.map(wordView))));
  return element(
    "div",
    { class: "wide", tabindex: "0", role: "group", "aria-label": "Table" },
    element(
      "table",
      {},
      element("thead", {}, row("th", head)),
      element("tbody", {}, ...rows.map((of) => row("td", of))),
    ),
  );
}

function wordView(word: Inline): Node | string {
  if (typeof word === "string") return word;
  switch (word.type) {
    case "em":
    case "strong":
    case "del":
      return element(word.type, {}, ...word.words.map(wordView));
    case "code":
      return element("code", {}, word.text);
    case "break":
      return element("br");
    case "picture":
      return element("span", { class: "picture" }, "Picture: ", ...word.words.map(wordView));
    case "link":
      return linkView(word);
  }
}

/** A link, beside where it leads. Only https leaves the page, and says not whence. */
function linkView({ address, words }: Extract<Inline, { type: "link" }>): HTMLElement {
  const shown = words.map(wordView);
  const beside =
    plainOf(words) !== address && element("span", { class: "leads" }, " (", element("bdi", {}, address), ")");
  if (!isWeb(address)) return element("span", {}, ...shown, beside);
  const link = element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...shown);
  return element("span", {}, link, beside);
}

function isWeb(address: string): boolean {
  return /^https:\/\//i.test(address) && URL.canParse(address);
}

function plainOf(words: readonly Inline[]): string {
  return words.map((word) => (typeof word === "string" ? word : "")).join("");
}
