// Markdown on the page.

import { element } from "../element.ts";
import { makeLink } from "./link.ts";
import { type Block, readMarkdown } from "./markdown.ts";
import type { Inline } from "./markdowninline.ts";

/** What is beside a text. */
export interface Surroundings {
  /** What goes to a place that an address of the text names; nothing where that is not in the product. */
  way(address: string): (() => void) | undefined;
  /** A picture beside the text; nothing where there is none, or it is elsewhere: that would tell of the reader. */
  picture(address: string, words: string): Promise<Node | undefined>;
}

/** Shows a text in Markdown. Its headings are below those of the page. */
export function markdownView(text: string, beside: Surroundings): HTMLElement {
  return new View(beside).whole(readMarkdown(text));
}

/** Goes to a heading by the name that its words make, as it is written on most sites. */
export function goToHeading(view: Element, name: string): void {
  if (name !== "") view.querySelector(`[data-name="${CSS.escape(name)}"]`)?.scrollIntoView();
}

function nameOf(words: readonly Inline[]): string {
  const plain = plainOf(words).trim().toLowerCase();
  return plain.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "").replaceAll(" ", "-");
}

const headings = ["h3", "h4", "h5", "h6", "h6", "h6"] as const;

class View {
  readonly #beside: Surroundings;

  constructor(beside: Surroundings) {
    this.#beside = beside;
  }

  whole(blocks: readonly Block[]): HTMLElement {
    return element("div", { class: "prose", dir: "auto" }, ...this.#blocks(blocks));
  }

  #blocks(blocks: readonly Block[]): HTMLElement[] {
    return blocks.map((block) => this.#block(block));
  }

  #words(words: readonly Inline[]): (Node | string)[] {
    return words.map((word) => this.#word(word));
  }

  #block(block: Block): HTMLElement {
    switch (block.type) {
      case "heading": {
        const of = { class: `level-${block.level}`, "data-name": nameOf(block.words) };
        return element(headings[block.level - 1]!, of, ...this.#words(block.words));
      }
      case "paragraph":
        return element("p", {}, ...this.#words(block.words));
      case "code":
        return element("pre", { tabindex: "0", dir: "ltr" }, element("code", {}, block.text));
      case "rule":
        return element("hr");
      case "quote":
        return element("blockquote", {}, ...this.#blocks(block.blocks));
      case "list":
        return this.#list(block);
      case "table":
        return this.#table(block);
    }
  }

  #list({ start, tight, items }: Block & { type: "list" }): HTMLElement {
    const inItem = (block: Block): (Node | string)[] =>
      tight && block.type === "paragraph" ? this.#words(block.words) : [this.#block(block)];
    const views = items.map((blocks) => element("li", {}, ...blocks.flatMap(inItem)));
    if (start === undefined) return element("ul", {}, ...views);
    return element("ol", { start: start === 1 ? undefined : String(start) }, ...views);
  }

  #table({ head, rows }: Block & { type: "table" }): HTMLElement {
    const row = (tag: "th" | "td", cells: readonly (readonly Inline[])[]): HTMLElement =>
      element("tr", {}, ...cells.map((words) => element(tag, {}, ...this.#words(words))));
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

  #word(word: Inline): Node | string {
    if (typeof word === "string") return word;
    switch (word.type) {
      case "em":
      case "strong":
      case "del":
        return element(word.type, {}, ...this.#words(word.words));
      case "code":
        return element("code", {}, word.text);
      case "break":
        return element("br");
      case "picture":
        return this.#picture(word);
      case "link":
        return this.#link(word);
    }
  }

  /** A picture's description, until it is there. */
  #picture({ address, words }: Extract<Inline, { type: "picture" }>): HTMLElement {
    const told = element("span", { class: "picture" }, "Picture: ", ...this.#words(words));
    this.#beside.picture(address, plainOf(words)).then(
      (found) => found && told.replaceWith(found),
      () => undefined, // one that cannot be read is its description
    );
    return told;
  }

  /** A link, beside where it leads. Only https leaves the page, and says not whence. */
  #link({ address, words }: Extract<Inline, { type: "link" }>): HTMLElement {
    const shown = this.#words(words);
    const way = this.#beside.way(address);
    if (way) {
      const within = element("a", { class: "within" }, ...shown);
      makeLink(within, way);
      return within;
    }
    const beside =
      plainOf(words) !== address && element("span", { class: "leads" }, " (", element("bdi", {}, address), ")");
    if (!isWeb(address)) return element("span", {}, ...shown, beside);
    const link = element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...shown);
    return element("span", {}, link, beside);
  }
}

function isWeb(address: string): boolean {
  return /^https:\/\//i.test(address) && URL.canParse(address);
}

/** The words alone. */
function plainOf(words: readonly Inline[]): string {
  return words
    .map((word) => {
      if (typeof word === "string") return word;
      if ("words" in word) return plainOf(word.words);
      return word.type === "code" ? word.text : " ";
    })
    .join("");
}
