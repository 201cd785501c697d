// What stands within a block of Markdown: words with emphasis, code, links, pictures.

/** A part of a line. */
export type Inline =
  | string
  | { readonly type: "em" | "strong" | "del"; readonly words: readonly Inline[] }
  | { readonly type: "code"; readonly text: string }
  | { readonly type: "link"; readonly address: string; readonly words: readonly Inline[] }
  | { readonly type: "picture"; readonly address: string; readonly words: readonly Inline[] }
  | { readonly type: "break" };

/** The addresses of links by their names. */
export type References = Map<string, string>;

/** A reference's name as it is compared. */
export function referenceName(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}

/** Reads the words of a block. */
export function inlinesOf(text: string, references: References): Inline[] {
  return new Scanner(text, references).run();
}

/** A run of * _ or ~ that may begin or end an emphasis. */
interface Run {
  readonly type: "run";
  readonly char: string;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** A bracket that may begin a link. */
interface Bracket {
  readonly type: "bracket";
  readonly picture: boolean;
  /** Where what is in it begins in the text. */
  readonly from: number;
}

type Piece = Inline | Run | Bracket;

const autolink = /<((?:https?|mailto):[^\s<>]*)>/y;
const target =
  /\(\s*(?:<([^<>\n]*)>|([^\s()<][^\s()]*(?:\([^\s()]*\)[^\s()]*)*)?)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/y;
const label = /\[([^[\]]{0,200})\]/y;
const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/y;
const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  copy: "©",
  reg: "®",
  trade: "™",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  laquo: "«",
  raquo: "»",
  euro: "€",
  deg: "°",
  times: "×",
};

class Scanner {
  readonly #text: string;
  readonly #references: References;
  readonly #pieces: Piece[] = [];
  #brackets: number[] = []; // where they are among the pieces
  readonly #unclosed = new Set<number>(); // lengths of runs of ` that none ends any more
  #at = 0;
  #plain = "";

  constructor(text: string, references: References) {
    this.#text = text;
    this.#references = references;
  }

  run(): Inline[] {
    while (this.#at < this.#text.length) this.#step();
    this.#flush();
    return emphasised(this.#pieces);
  }

  #step(): void {
    const c = this.#text[this.#at]!;
    if (c === "\\") return this.#escape();
    if (c === "`") return this.#code();
    if (c === "*" || c === "_" || c === "~") return this.#delimiters(c);
    if (c === "[") return this.#open(false);
    if (c === "!" && this.#text[this.#at + 1] === "[") return this.#open(true);
    if (c === "]") return this.#close();
    if (c === "\n") return this.#newline();
    if (c === "<" && this.#autolink()) return;
    if (c === "&" && this.#entity()) return;
    this.#say(c);
  }

  #say(text: string, length = text.length): void {
    this.#plain += text;
    this.#at += length;
  }

  #flush(): void {
    if (this.#plain !== "") this.#pieces.push(this.#plain);
    this.#plain = "";
  }

  #add(piece: Piece, end: number): void {
    this.#flush();
    this.#pieces.push(piece);
    this.#at = end;
  }

  #escape(): void {
    const next = this.#text[this.#at + 1] ?? "";
    if (next === "\n") this.#add({ type: "break" }, this.#at + 2);
    else if (/[!-/:-@[-`{-~]/.test(next)) this.#say(next, 2);
    else this.#say("\\");
  }

  #newline(): void {
    const hard = this.#plain.endsWith("  ");
    this.#plain = this.#plain.trimEnd();
    // Each line is a piece of its own: one long text would be copied at each line's end.
    this.#add(hard ? { type: "break" } : "\n", this.#at + 1);
  }

  #runAt(char: string): number {
    let end = this.#at;
    while (this.#text[end] === char) end++;
    return end - this.#at;
  }

  #code(): void {
    const length = this.#runAt("`");
    const mark = "`".repeat(length);
    const from = this.#at + length;
    let end = this.#unclosed.has(length) ? -1 : this.#text.indexOf(mark, from);
    while (end >= 0 && (this.#text[end + length] === "`" || this.#text[end - 1] === "`")) {
      while (this.#text[end] === "`") end++;
      end = this.#text.indexOf(mark, end);
    }
    if (end < 0) {
      this.#unclosed.add(length);
      return this.#say(mark);
    }
    let text = this.#text.slice(from, end).replaceAll("\n", " ");
    if (text.startsWith(" ") && text.endsWith(" ") && text.trim() !== "") text = text.slice(1, -1);
    this.#add({ type: "code", text }, end + length);
  }

  #delimiters(char: string): void {
    const length = this.#runAt(char);
    const [before, after] = [this.#text[this.#at - 1] ?? " ", this.#text[this.#at + length] ?? " "];
    const left = flanks(after, before);
    const right = flanks(before, after);
    const word = char === "_"; // which stands within words
    const opens = left && (!word || !right || isPunctuation(before));
    const closes = right && (!word || !left || isPunctuation(after));
    if (char === "~" && length !== 2) return this.#say(char.repeat(length));
    this.#add({ type: "run", char, length, opens, closes }, this.#at + length);
  }

  #open(picture: boolean): void {
    const from = this.#at + (picture ? 2 : 1);
    this.#flush();
    this.#brackets.push(this.#pieces.length);
    this.#add({ type: "bracket", picture, from }, from);
  }

  #close(): void {
    const index = this.#brackets.pop();
    const found = index === undefined ? undefined : this.#destination(this.#pieces[index] as Bracket);
    if (index === undefined || !found) return this.#say("]");
    this.#flush();
    const { picture } = this.#pieces[index] as Bracket;
    const words = emphasised(this.#pieces.splice(index).slice(1));
    this.#add({ type: picture ? "picture" : "link", address: found.address, words }, found.end);
    if (!picture) this.#brackets = []; // links hold no links
  }

  /** Where the link leads whose text ends here. */
  #destination({ from }: Bracket): { address: string; end: number } | undefined {
    const after = this.#at + 1;
    const inline = matchAt(target, this.#text, after);
    if (inline) return { address: unescaped(inline[1] ?? inline[2] ?? ""), end: after + inline[0].length };
    if (this.#at - from > 200) return undefined;
    const named = matchAt(label, this.#text, after);
    const name = named?.[1] || this.#text.slice(from, this.#at);
    const address = this.#references.get(referenceName(name));
    return address === undefined ? undefined : { address, end: after + (named?.[0].length ?? 0) };
  }

  #autolink(): boolean {
    const found = matchAt(autolink, this.#text, this.#at);
    if (!found) return false;
    this.#add({ type: "link", address: found[1]!, words: [found[1]!] }, this.#at + found[0].length);
    return true;
  }

  #entity(): boolean {
    const found = matchAt(entity, this.#text, this.#at);
    const text = found && entityText(found);
    if (!text) return false;
    this.#say(text, found[0].length);
    return true;
  }
}

function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}

function entityText([, decimal, hex, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) return Object.hasOwn(named, name) ? named[name] : undefined;
  const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
  return code === 0 || code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code);
}

function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, "$1").replaceAll("&amp;", "&");
}

function isPunctuation(c: string): boolean {
  return /[\p{P}\p{S}]/u.test(c);
}

/** Whether a run touches a word on one side: CommonMark's left- and right-flanking. */
function flanks(inner: string, outer: string): boolean {
  if (/\s/.test(inner)) return false;
  return !isPunctuation(inner) || /\s/.test(outer) || isPunctuation(outer);
}

/** An emphasis that was begun; at the bottom, all of it. */
interface Frame {
  readonly run: Run | undefined;
  left: number;
  words: Inline[];
}

const deepest = 50;

/** Pairs the runs, and makes text of what stays alone. */
function emphasised(pieces: readonly Piece[]): Inline[] {
  const stack: Frame[] = [{ run: undefined, left: 0, words: [] }];
  for (const piece of pieces) {
    if (typeof piece === "string") stack.at(-1)!.words.push(piece);
    else if (piece.type === "bracket") stack.at(-1)!.words.push(piece.picture ? "![" : "[");
    else if (piece.type === "run") pair(stack, piece);
    else stack.at(-1)!.words.push(piece);
  }
  flatten(stack, 0);
  return stack[0]!.words;
}

function pair(stack: Frame[], run: Run): void {
  let left = run.length;
  while (run.closes && left > 0) {
    const at = stack.findLastIndex((frame) => frame.run?.char === run.char && fits(frame.run, run));
    if (at < 1) break;
    flatten(stack, at);
    const frame = stack[at]!;
    const count = run.char === "~" || (frame.left >= 2 && left >= 2) ? 2 : 1;
    const type = run.char === "~" ? "del" : count === 2 ? "strong" : "em";
    const made: Inline = { type, words: frame.words };
    frame.left -= count;
    left -= count;
    frame.words = [made];
    if (frame.left > 0) continue;
    stack.pop();
    stack.at(-1)!.words.push(made);
  }
  if (left === 0) return;
  if (run.opens && stack.length < deepest) stack.push({ run, left, words: [] });
  else stack.at(-1)!.words.push(run.char.repeat(left));
}

/** CommonMark's rule of three. */
function fits(opener: Run, closer: Run): boolean {
  if (!opener.closes && !closer.opens) return true;
  return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

/** Makes text of all that was begun above a frame. */
function flatten(stack: Frame[], to: number): void {
  const below = stack[to]!.words;
  for (const { run, left, words } of stack.splice(to + 1)) {
    below.push(run!.char.repeat(left));
    for (const word of words) below.push(word);
  }
}
