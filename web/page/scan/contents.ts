// Whether what came with a header is what was signed (spec 6.3).

import { sha256 } from "@noble/hashes/sha2.js";
import { equal } from "../../protocol/bytes.ts";
import { type Code, entriesOf } from "../../protocol/code.ts";
import type { Sealed } from "../../protocol/content.ts";
import type { Header } from "../../protocol/header.ts";
import { type EntrySize, piecesName, programName, sectionName } from "../../protocol/layout.ts";
import { Digester } from "../../protocol/pieces.ts";

/**
 * Compares the entries of a code with what was signed; the form of the code says
 * that their names and sizes are right.
 * @throws RangeError with the first one that is another's
 */
export function checkContents({ content }: Header, entries: NonNullable<Code["entries"]>): void {
  const bytes = new Map(entries.map((entry) => [entry.name, entry.bytes]));
  content.sections.forEach((section, n) => {
    checkSealed(`section ${section.name}`, section, bytes.get(sectionName(n))!, bytes.get(piecesName(n)));
  });
  if (content.program) checkSealed("the release program", content.program, bytes.get(programName)!);
}

/**
 * Compares the names and sizes of a wrap's entries after header with those that it tells of.
 * @throws RangeError with the first one that is another
 */
export function checkEntries(header: Header, entries: readonly EntrySize[]): void {
  const told = entriesOf(header);
  if (entries.length !== told.length) {
    throw new RangeError(`wrap has ${entries.length} entries after its header, which tells of ${told.length}`);
  }
  told.forEach(({ name, size }, i) => {
    const entry = entries[i]!;
    if (entry.name === name && entry.size === size) return;
    throw new RangeError(`wrap has ${entry.name} of ${entry.size} bytes, its header tells of ${name} of ${size}`);
  });
}

/**
 * Compares a cover with the signed one.
 * @throws RangeError when it is another
 */
export function checkCover({ content: { cover } }: Header, bytes: Uint8Array): void {
  if (cover && bytes.length === cover.size && equal(sha256(bytes), cover.sha256)) return;
  throw new RangeError("the cover is not the signed one");
}

function checkSealed(what: string, sealed: Sealed, bytes: Uint8Array, list?: Uint8Array): void {
  try {
    const digester = new Digester(Number(sealed.sealedSize), sealed.digest, list);
    digester.update(bytes);
    digester.finish();
  } catch (cause) {
    throw new RangeError(`${what} is not the signed one: ${(cause as Error).message}`, { cause });
  }
}
