// Texts, a part at a time: one of 100 MB is not laid out whole.

import { button, element } from "../element.ts";

/** How much of a text is shown at once, in bytes. */
export const textPart = 1 << 20;

/** A file that is no text in UTF-8. */
export class NoText extends Error {}

/** Reads a text a part after the other. @throws NoText where its next bytes are no UTF-8 */
export class TextReader {
  readonly #blob: Blob;
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  #at = 0;

  constructor(blob: Blob) {
    this.#blob = blob;
  }

  /** Bytes that were not read yet. */
  get left(): number {
    return this.#blob.size - this.#at;
  }

  async next(size = textPart): Promise<string> {
    const part = await this.#blob.slice(this.#at, this.#at + size).arrayBuffer();
    this.#at += part.byteLength;
    try {
      const text = this.#decoder.decode(part, { stream: this.left > 0 });
      if (!text.includes("\0")) return text;
    } catch (cause) {
      throw new NoText("it is not a text in UTF-8", { cause });
    }
    throw new NoText("it is not a text: it has bytes of zero");
  }
}

/** Shows a text: prose in letters to read, code in letters of one width. */
export async function textView(blob: Blob, kind: "prose" | "code"): Promise<HTMLElement> {
  const reader = new TextReader(blob);
  const view = element("div", { class: "reading" });
  const more = button("", () => void next(), { class: "button" });
  const next = async (): Promise<void> => {
    more.disabled = true;
    more.before(partView(await reader.next(), kind));
    more.disabled = false;
    more.textContent = `Show more (${percent(blob.size - reader.left, blob.size)} is shown)`;
    more.hidden = reader.left === 0;
  };
  view.append(more);
  await next();
  return view;
}

function partView(text: string, kind: "prose" | "code"): HTMLElement {
  const blocks = blocksOf(text).map((block) => element("div", { class: "block" }, block));
  if (kind === "code") return element("pre", { class: "text", tabindex: "0" }, ...blocks);
  return element("div", { class: "text prose" }, ...blocks);
}

const blockSize = 8000; // letters that are laid out at once, as soon as they come into sight
const longestLine = 32_000; // of which a browser lays out no more at once

/** Parts a text at ends of lines. */
function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  for (let at = 0; at < text.length;) {
    const found = text.indexOf("\n", Math.min(at + blockSize, text.length - 1));
    const end = found < 0 ? text.length : found + 1;
    const cut = Math.min(end, at + longestLine);
    // Not between the two halves of a letter.
    const next = cut < end && text.codePointAt(cut - 1)! > 0xffff ? cut - 1 : cut;
    blocks.push(text.slice(at, next));
    at = next;
  }
  return blocks;
}

function percent(done: number, of: number): string {
  return `${Math.max(1, Math.floor((100 * done) / of))} %`;
}
