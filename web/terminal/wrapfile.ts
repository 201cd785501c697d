// A wrap's file, whose entries are those that its header tells of.

import type { Content, Sealed } from "../protocol/content.ts";
import { type Header, readHeader } from "../protocol/header.ts";
import { piecesLength, piecesName, programName, sectionName } from "../protocol/layout.ts";
import type { SignedBytes } from "../protocol/section.ts";
import { blobSource, bytesSource, partOf, readExactly, type Source } from "../protocol/source.ts";
import { type Entry, readArchive } from "../protocol/zip.ts";
import { equal } from "../protocol/bytes.ts";
import { OpenError, orFail } from "./openerror.ts";

/** A wrap's bytes: a stream is read to its end first, since they are read twice. */
export type WrapBytes = Blob | Uint8Array | ReadableStream<Uint8Array>;

/** Something sealed or packed in a wrap, and what was signed of it. */
export interface SealedPart {
  readonly source: Source;
  readonly signed: SignedBytes;
  /** The hashes of its pieces, where it has more than one. */
  readonly list: Uint8Array | undefined;
}

/** Bytes as a source. */
export async function sourceOf(wrap: WrapBytes): Promise<Source> {
  if (wrap instanceof Uint8Array) return bytesSource(wrap);
  return blobSource(
    wrap instanceof Blob ? wrap : await new Response(wrap as ReadableStream<Uint8Array<ArrayBuffer>>).blob(),
  );
}

/** A wrap's file. */
export class WrapFile {
  readonly header: Header;
  readonly #source: Source;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(header: Header, source: Source, entries: readonly Entry[]) {
    this.header = header;
    this.#source = source;
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]));
  }

  /**
   * Reads the frame of a wrap.
   * @param header the header that was paid for, or that of another issue of its series: a copy of
   *   the wrap may have other hints, and nothing else
   * @throws OpenError of the kind damage
   */
  static async read(source: Source, header: Header): Promise<WrapFile> {
    return orFail("damage", "the file is not this wrap", async () => {
      const entries = await readArchive(source);
      const { offset, size } = entries[0]!;
      const found = readHeader(await readExactly(source, offset, size), header);
      if (!equal(found.id, header.id)) throw new RangeError("its header is another's");
      checkEntries(entries, found.content);
      return new WrapFile(found, source, entries);
    });
  }

  /** A section's sealed bytes, by its number from 0. */
  async section(n: number): Promise<SealedPart> {
    const { source, signed } = this.#part(sectionName(n), this.header.content.sections[n]!);
    const pieces = this.#entries.get(piecesName(n));
    const list = pieces && (await readExactly(this.#source, pieces.offset, pieces.size));
    return { source, signed, list };
  }

  /** The release program's packed bytes. Only a header with a program has them. */
  program(): SealedPart {
    return { ...this.#part(programName, this.header.content.program!), list: undefined };
  }

  #part(name: string, { size, sealedSize, digest }: Sealed): { source: Source; signed: SignedBytes } {
    const entry = this.#entries.get(name)!; // checkEntries saw it
    const source = partOf(this.#source, entry.offset, entry.size);
    return { source, signed: { size: exact(size), sealedSize: exact(sealedSize), digest } };
  }
}

/** Sizes are below 2^63 in a header, and below 2^53 in anything that this software can open. */
function exact(size: bigint): number {
  if (size > BigInt(Number.MAX_SAFE_INTEGER)) throw new OpenError("internal", `${size} bytes are too many`);
  return Number(size);
}

/** Refuses entries of other names and sizes than the header tells of. */
function checkEntries(entries: readonly Entry[], content: Content): void {
  const want = entriesOf(content);
  const found = entries.slice(1);
  if (found.length !== want.length) throw new RangeError(`it has ${found.length} entries, want ${want.length}`);
  for (const [i, { name, size }] of want.entries()) {
    const entry = found[i]!;
    if (entry.name !== name) throw new RangeError(`it has the entry ${entry.name}, want ${name}`);
    if (BigInt(entry.size) !== size) throw new RangeError(`${name} has ${entry.size} bytes, want ${size}`);
  }
}

function entriesOf({ sections, program, cover }: Content): { name: string; size: bigint }[] {
  const all = sections.flatMap(({ sealedSize }, n) => {
    const pieces = piecesLength(Number(sealedSize));
    const sealed = { name: sectionName(n), size: sealedSize };
    return pieces === 0 ? [sealed] : [sealed, { name: piecesName(n), size: BigInt(pieces) }];
  });
  if (program) all.push({ name: programName, size: program.sealedSize });
  if (cover) all.push({ name: cover.name, size: BigInt(cover.size) });
  return all;
}
