// The entries of a wrap: their names, order and sizes (spec 6.4).

import { pieceSize } from "./pieces.ts";

/** The content of the entry mimetype, which is the first of each wrap. */
export const mediaType = "application/vnd.shrinkwrap+zip";

/** Most bytes of a header. */
export const maxHeader = 256 * 1024;

/** An entry's name, and its size in bytes. */
export interface EntrySize {
  name: string;
  size: number;
}

const covers = ["cover.png", "cover.jpg", "cover.webp", "cover.avif"];

/** Names of entries: of section number n, of the list of its pieces, and of the release program. */
export const sectionName = (n: number): string => `sections/${n}.age`;
export const piecesName = (n: number): string => `sections/${n}.pieces`;
export const programName = "program.wasm.zst";

/** Whether a cover may have this name. */
export function isCover(name: string): boolean {
  return covers.includes(name);
}

/** The length of the list of a section's pieces in bytes: 0 where there is none. */
export function piecesLength(sealedSize: number): number {
  return sealedSize > pieceSize ? 32 * Math.ceil(sealedSize / pieceSize) : 0;
}

/**
 * Checks that these are the entries of a wrap after mimetype, in their order.
 * @throws RangeError with the first entry that is not what stands in its place
 */
export function checkLayout(entries: readonly EntrySize[]): void {
  const [header, ...rest] = entries;
  if (header?.name !== "header") throw new RangeError("the entry after mimetype is no header");
  if (header.size > maxHeader)
    throw new RangeError(`header has ${header.size} bytes, at most ${maxHeader} are allowed`);
  let at = 0;
  let sections = 0;
  while (rest[at]?.name === sectionName(sections)) at = checkSection(rest, at, sections++);
  if (sections === 0) throw new RangeError("there is no section 0");
  if (rest[at]?.name === programName) at++;
  if (isCover(rest[at]?.name ?? "")) at++;
  const extra = rest[at];
  if (extra) throw new RangeError(`entry ${JSON.stringify(extra.name)} does not belong here`);
}

/** Checks the section at an index, and gives the index after it and its pieces. */
function checkSection(rest: readonly EntrySize[], at: number, n: number): number {
  const want = piecesLength(rest[at]!.size);
  if (want === 0) return at + 1;
  const pieces = rest[at + 1];
  if (pieces?.name !== piecesName(n)) throw new RangeError(`section ${n} has no list of pieces`);
  if (pieces.size !== want) throw new RangeError(`list of section ${n} has ${pieces.size} bytes, want ${want}`);
  return at + 2;
}
