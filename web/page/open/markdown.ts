// Markdown as most people write it: the common parts of CommonMark 0.31, tables and
// crossed-out words. Markup of HTML is text. It makes a tree, which the page shows by
// elements of its own choice. Its work grows with the text's length, whatever is in it:
// nesting is bounded, and what is nested deeper is text.

import { type Inline, inlinesOf, type References, referenceName } from "./markdowninline.ts";

/** A block; its words are read once all references of the text are known. */
export type Block =
  | { readonly type: "heading"; readonly level: number; readonly words: readonly Inline[] }
  | { readonly type: "paragraph"; readonly words: readonly Inline[] }
  | { readonly type: "code"; readonly text: string }
  | { readonly type: "rule" }
  | { readonly type: "quote"; readonly blocks: readonly Block[] }
  | {
      readonly type: "list";
      readonly start: number | undefined;
      readonly tight: boolean;
      readonly items: readonly (readonly Block[])[];
    }
  | {
      readonly type: "table";
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

const deepest = 12;

/** Reads a text. */
export function readMarkdown(text: string): Block[] {
  const references: References = new Map();
  const lines = text.replace(/\r\n?/g, "\n").replaceAll("\0", "\ufffd").split("\n").map(untabbed);
  const made = new Reader(lines, references, 0).blocks();
  return made.map((later) => later()); // references may come after what they are for
}

type Later<T> = () => T;

const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const rule = /^ {0,3}([-*_]) *(?:\1 *){2,}$/;
const quote = /^ {0,3}> ?/;
const marker = /^( {0,3})([-+*]|\d{1,9}[.)])( |$)/;
const underline = /^ {0,3}(=+|-+) *$/;
const definition = /^ {0,3}\[([^[\]]{1,200})\]: *<?([^\s<>]+)>?(?: +["'(].*)?$/;
const tableRule = /^ {0,3}\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$/;

const isBlank = (line: string): boolean => line.trim() === "";

/** Whether a line begins another block than the paragraph before it. */
function interrupts(line: string): boolean {
  const item = marker.exec(line);
  if (item) return item[3] === " " && (!/\d/.test(item[2]!) || /^1\D/.test(item[2]!));
  return fence.test(line) || quote.test(line) || rule.test(line) || /^ {0,3}#{1,6}(?: |$)/.test(line);
}

class Reader {
  readonly #lines: readonly string[];
  readonly #references: References;
  readonly #depth: number;
  #at = 0;

  constructor(lines: readonly string[], references: References, depth: number) {
    this.#lines = lines;
    this.#references = references;
    this.#depth = depth;
  }

  blocks(): Later<Block>[] {
    const made: Later<Block>[] = [];
    while (this.#at < this.#lines.length) {
      if (isBlank(this.#line())) this.#at++;
      else made.push(...this.#block());
    }
    return made;
  }

  #line(): string {
    return this.#lines[this.#at]!;
  }

  #block(): Later<Block>[] {
    const line = this.#line();
    if (line.startsWith("    ")) return [this.#indented()];
    const fenced = fence.exec(line);
    if (fenced && !(fenced[1]!.startsWith("`") && fenced[2]!.includes("`"))) return [this.#fenced(fenced[1]!)];
    const level = /^ {0,3}(#{1,6})(?: |$)/.exec(line)?.[1]!.length;
    if (level !== undefined) return [this.#heading(level)];
    if (rule.test(line)) {
      this.#at++;
      return [() => ({ type: "rule" })];
    }
    if (this.#depth < deepest && quote.test(line)) return [this.#quote()];
    if (this.#depth < deepest && marker.test(line)) return [this.#list()];
    if (line.includes("|") && tableRule.test(this.#lines[this.#at + 1] ?? "")) return [this.#table()];
    return this.#paragraph();
  }

  #words(text: string): Later<Inline[]> {
    return () => inlinesOf(text.trim(), this.#references);
  }

  #inner(lines: readonly string[]): Later<Block[]> {
    const made = new Reader(lines, this.#references, this.#depth + 1).blocks();
    return () => made.map((later) => later());
  }

  #indented(): Later<Block> {
    const taken: string[] = [];
    while (this.#at < this.#lines.length && (this.#line().startsWith("    ") || isBlank(this.#line()))) {
      taken.push(this.#line().slice(4));
      this.#at++;
    }
    while (isBlank(taken.at(-1)!)) taken.pop();
    return () => ({ type: "code", text: taken.join("\n") });
  }

  #fenced(mark: string): Later<Block> {
    const indent = /^ */.exec(this.#line())![0].length;
    const taken: string[] = [];
    this.#at++;
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#line();
      const end = line.trim();
      if (end.length >= mark.length && end === mark[0]!.repeat(end.length)) {
        this.#at++;
        break;
      }
      taken.push(line.slice(Math.min(indent, /^ */.exec(line)![0].length)));
    }
    return () => ({ type: "code", text: taken.join("\n") });
  }

  #heading(level: number): Later<Block> {
    let text = this.#line().trim().slice(level).trim();
    let end = text.length;
    while (end > 0 && text[end - 1] === "#") end--;
    if (end === 0 || text[end - 1] === " ") text = text.slice(0, end);
    this.#at++;
    const words = this.#words(text);
    return () => ({ type: "heading", level, words: words() });
  }

  #quote(): Later<Block> {
    const taken: string[] = [];
    let open = false; // a paragraph, which goes on without marks
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#line();
      if (quote.test(line)) taken.push(line.replace(quote, ""));
      else if (open && !isBlank(line) && !interrupts(line)) taken.push(line);
      else break;
      open = !isBlank(taken.at(-1)!) && !fence.test(taken.at(-1)!);
    }
    const blocks = this.#inner(taken);
    return () => ({ type: "quote", blocks: blocks() });
  }

  #list(): Later<Block> {
    const first = marker.exec(this.#line())!;
    const same = first[2]!.at(-1)!;
    const ordered = /\d/.test(first[2]!);
    const items: Later<Block[]>[] = [];
    let tight = true;
    while (this.#at < this.#lines.length) {
      const found = marker.exec(this.#line());
      if (!found || found[2]!.at(-1) !== same || rule.test(this.#line())) break;
      const { lines, loose, ended } = this.#item(found);
      items.push(this.#inner(lines));
      if (loose || (ended && this.#goesOn(same))) tight = false;
    }
    const start = ordered ? parseInt(first[2]!, 10) : undefined;
    return () => ({ type: "list", start, tight, items: items.map((later) => later()) });
  }

  /** Whether another item of the list follows. */
  #goesOn(same: string): boolean {
    return this.#at < this.#lines.length && marker.exec(this.#line())?.[2]!.at(-1) === same;
  }

  /** The lines of one item without their indentation; whether blank ones are within it, or end it. */
  #item([, indent = "", mark = ""]: RegExpExecArray): { lines: string[]; loose: boolean; ended: boolean } {
    const after = indent.length + mark.length;
    const text = this.#line().slice(after);
    const gap = /^ */.exec(text)![0].length;
    const width = after + (gap >= 1 && gap <= 4 && !isBlank(text) ? gap : 1);
    const lines = [this.#line().slice(width)];
    let [blank, loose] = [false, false];
    this.#at++;
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#line();
      if (isBlank(line)) {
        if (lines.length === 1 && isBlank(lines[0]!)) break;
        blank = true;
        lines.push("");
        continue;
      }
      const inside = line.startsWith(" ".repeat(width));
      if (!inside && (blank || marker.test(line) || interrupts(line))) break;
      loose ||= blank;
      blank = false;
      lines.push(inside ? line.slice(width) : line.trimStart());
    }
    return { lines, loose, ended: blank };
  }

  #table(): Later<Block> {
    const head = cellsOf(this.#line()).map((cell) => this.#words(cell));
    const rows: Later<Inline[]>[][] = [];
    for (this.#at += 2; this.#at < this.#lines.length && !isBlank(this.#line()); this.#at++) {
      const cells = cellsOf(this.#line());
      rows.push(head.map((_, i) => this.#words(cells[i] ?? "")));
    }
    return () => ({
      type: "table",
      head: head.map((later) => later()),
      rows: rows.map((row) => row.map((later) => later())),
    });
  }

  #paragraph(): Later<Block>[] {
    const taken: string[] = [];
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#line();
      if (isBlank(line)) break;
      const found = taken.length === 0 ? definition.exec(line) : null;
      if (found) {
        const name = referenceName(found[1]!);
        if (!this.#references.has(name)) this.#references.set(name, found[2]!);
        continue;
      }
      const level = taken.length > 0 ? underline.exec(line)?.[1]![0] : undefined;
      if (level !== undefined) {
        this.#at++;
        const words = this.#words(taken.join("\n"));
        return [() => ({ type: "heading", level: level === "=" ? 1 : 2, words: words() })];
      }
      if (taken.length > 0 && interrupts(line)) break;
      taken.push(line.trimStart());
    }
    if (taken.length === 0) return [];
    const words = this.#words(taken.join("\n"));
    return [() => ({ type: "paragraph", words: words() })];
  }
}

/** The cells of a table's row; a bar after a backslash is a part of one. */
function cellsOf(line: string): string[] {
  const cells = [""];
  for (let i = 0; i < line.length; i++) {
    if (line[i] === "\\" && line[i + 1] === "|") cells[cells.length - 1] += line[++i]!;
    else if (line[i] === "|") cells.push("");
    else cells[cells.length - 1] += line[i]!;
  }
  if (isBlank(cells[0]!)) cells.shift();
  if (cells.length > 1 && isBlank(cells.at(-1)!)) cells.pop();
  return cells;
}

/** A line whose indentation is of spaces: a tab goes to the next multiple of four. */
function untabbed(line: string): string {
  if (!line.includes("\t")) return line;
  const indent = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?/.exec(line)![0];
  let made = "";
  for (const c of indent) made += c === "\t" ? " ".repeat(4 - (made.length % 4)) : c;
  return made + line.slice(indent.length).replace(/\t+$/, "");
}
