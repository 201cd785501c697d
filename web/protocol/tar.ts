// Reading the tar of a folder (spec 6.3) as its bytes come. Refusing one is a
// verdict about its publisher (spec 6.8), so that it hangs on the bytes alone.

import { foldCase } from "./fold.ts";
import { decodeName } from "./name.ts";
import { block, isZero, readPax, readTarHeader, type EntryHeader, type PaxRecords } from "./tarheader.ts";

/** A file or a folder in a folder. */
export interface TarEntry {
  /** The path; a folder's ends in a slash. */
  name: string;
  folder: boolean;
  executable: boolean;
  /** In bytes. */
  size: number;
}

/** What a reader does with a folder. What it was given counts once the reader's finish returned. */
export interface TarSink {
  /** An entry begins. */
  begin(entry: TarEntry): void;
  /** Bytes of the entry that began last; they are copied if they are kept. */
  write(bytes: Uint8Array): void;
}

const maxEntries = 20_000;
const maxPath = 1024;

/** Reads a tar in chunks of any size; holds a header, and the names. */
export class TarReader {
  readonly #sink: TarSink;
  readonly #pending = new Uint8Array(8 * block);
  #held = 0;
  /** Bytes of a header, or of pax records and their padding, that are waited for. */
  #want = block;
  #pax: { size: number } | undefined;
  #records: PaxRecords | undefined;
  /** Bytes of the file that are still to come, and of its padding. */
  #left = 0;
  #padding = 0;
  #zeros = 0;
  #count = 0;
  #last: Uint8Array = new Uint8Array();
  readonly #folders = new Set<string>([""]);
  readonly #names = new Set<string>();

  constructor(sink: TarSink) {
    this.#sink = sink;
  }

  /**
   * Takes the next bytes.
   * @throws RangeError at the first that no tar of a folder has
   */
  push(bytes: Uint8Array): void {
    while (bytes.length > 0) bytes = bytes.subarray(this.#take(bytes));
  }

  /**
   * Ends it.
   * @throws RangeError unless the last two blocks were zeros
   */
  finish(): void {
    if (this.#zeros !== 2) throw new RangeError("tar does not end in two blocks of zeros");
  }

  /** Takes some of the bytes, and says how many. */
  #take(bytes: Uint8Array): number {
    if (this.#zeros === 2) throw new RangeError("bytes follow the end of the tar");
    if (this.#left > 0) {
      const head = bytes.subarray(0, this.#left);
      this.#left -= head.length;
      this.#sink.write(head);
      return head.length;
    }
    if (this.#padding > 0) {
      const head = bytes.subarray(0, this.#padding);
      if (!isZero(head)) throw new RangeError("padding is not zeros");
      this.#padding -= head.length;
      return head.length;
    }
    const head = bytes.subarray(0, this.#want - this.#held);
    this.#pending.set(head, this.#held);
    this.#held += head.length;
    if (this.#held === this.#want) this.#endPending();
    return head.length;
  }

  #endPending(): void {
    const bytes = this.#pending.subarray(0, this.#held);
    this.#held = 0;
    this.#want = block;
    if (this.#pax) {
      if (!isZero(bytes.subarray(this.#pax.size))) throw new RangeError("padding is not zeros");
      this.#records = readPax(bytes.subarray(0, this.#pax.size));
      this.#pax = undefined;
      return;
    }
    if (isZero(bytes)) return this.#endBlock();
    if (this.#zeros > 0) throw new RangeError("an entry follows a block of zeros");
    const header = readTarHeader(bytes);
    if (!header.pax) return this.#begin(header);
    if (this.#records) throw new RangeError("pax records follow pax records");
    this.#pax = header;
    this.#want = header.size + padding(header.size);
  }

  #endBlock(): void {
    if (this.#records) throw new RangeError("no entry follows its pax records");
    this.#zeros++;
  }

  #begin(header: EntryHeader): void {
    const path = this.#records?.path ?? header.path;
    const size = this.#records?.size ?? header.size;
    this.#records = undefined;
    checkMode(header, size);
    if (++this.#count > maxEntries) throw new RangeError(`more than ${maxEntries} entries`);
    if (compare(this.#last, path) >= 0) throw new RangeError("entries are not in the order of their names' bytes");
    this.#last = path;
    const name = this.#name(path, header.folder);
    this.#left = size;
    this.#padding = padding(size);
    this.#sink.begin({ name, folder: header.folder, executable: !header.folder && header.mode === 0o755, size });
  }

  /** Checks a path: good names, in a folder that came before, whose names all differ. */
  #name(path: Uint8Array, folder: boolean): string {
    if (path.length > maxPath) throw new RangeError(`path has ${path.length} bytes, at most ${maxPath} are allowed`);
    if ((path.at(-1) === 0x2f) !== folder)
      throw new RangeError("a name ends in a slash if and only if it is a folder's");
    const elements = split(folder ? path.subarray(0, -1) : path).map(decodeName);
    const parent = elements
      .slice(0, -1)
      .map((element) => `${element}/`)
      .join("");
    if (!this.#folders.has(parent))
      throw new RangeError(`folder ${JSON.stringify(parent)} does not come before what is in it`);
    const key = parent + foldCase(elements.at(-1)!);
    if (this.#names.has(key))
      throw new RangeError(`two names in one folder are ${JSON.stringify(elements.at(-1))} but for case`);
    this.#names.add(key);
    const name = elements.join("/");
    if (folder) this.#folders.add(`${name}/`);
    return folder ? `${name}/` : name;
  }
}

function checkMode({ folder, mode }: EntryHeader, size: number): void {
  if (mode !== 0o755 && (folder || mode !== 0o644)) throw new RangeError(`mode ${mode.toString(8)} is not allowed`);
  if (folder && size !== 0) throw new RangeError(`a folder has ${size} bytes`);
}

function padding(size: number): number {
  return (block - (size % block)) % block;
}

/** The elements of a path between its slashes. */
function split(path: Uint8Array): Uint8Array[] {
  const out: Uint8Array[] = [];
  let at = 0;
  for (let slash = path.indexOf(0x2f); slash >= 0; slash = path.indexOf(0x2f, at)) {
    out.push(path.subarray(at, slash));
    at = slash + 1;
  }
  return [...out, path.subarray(at)];
}

/** Below 0 where a comes before b, 0 where they are equal. */
function compare(a: Uint8Array, b: Uint8Array): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
