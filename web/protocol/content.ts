// What a header says of a wrap's content (spec 6.1).
//
//	content    = [series(0|32), title, description, language, [tier…], [section…], program, cover, [extension…]]
//	tier       = [name, [right…]]                       right     = [code, argument…]
//	section    = [name, media, tierBitmap, size, sealedSize, digest(32), program(0|1)]
//	program    = [] | [size, sealedSize, digest(32)]    cover     = [] | [name, size, sha256(32)]
//	extension  = [key, value]

import { foldCase } from "./fold.ts";
import { bytesOf, Items, listOf } from "./items.ts";
import { isCover } from "./layout.ts";
import { decodeName } from "./name.ts";
import type { Right } from "./rights.ts";
import type { Item } from "./rlp.ts";
import { decodeText } from "./text.ts";
import { maxTiers } from "./tierkey.ts";

/** The media type of a section that is the tar of a folder. */
export const folderType = "inode/directory";

/** A tier: its name, and what it permits. */
export interface ContentTier {
  name: string;
  rights: Right[];
}

/** What is sealed, or packed: sizes in bytes, the plaintext's from 0 to 2^63 − 1, and the digest of 6.3. */
export interface Sealed {
  size: bigint;
  sealedSize: bigint;
  digest: Uint8Array;
}

/** A section. */
export interface ContentSection extends Sealed {
  name: string;
  media: string;
  /** Bit k is set where tier k includes it. */
  tiers: bigint;
  /** Whether the release program makes what takes its place. */
  program: boolean;
}

/** A picture that everybody may see. */
export interface Cover {
  name: string;
  /** In bytes. */
  size: number;
  sha256: Uint8Array;
}

/** What a header says of a wrap's content. */
export interface Content {
  /** 32 bytes, or none. */
  series: Uint8Array;
  title: string;
  description: string;
  /** BCP 47, or empty. */
  language: string;
  tiers: ContentTier[];
  sections: ContentSection[];
  program: Sealed | undefined;
  cover: Cover | undefined;
  /** Kept and shown, and otherwise ignored. */
  extensions: { key: string; value: Uint8Array }[];
}

const maxShort = 128;
const maxListed = 64;
const maxSections = 1024;
const maxExtension = 16 << 10;
const maxCover = 16 << 20;
const size63 = 1n << 63n;

/**
 * Reads the content.
 * @throws RangeError for what no publisher's software writes
 */
export function readContent(item: Item): Content {
  const items = new Items("content", item, 9);
  const series = items.bytes("series", 0, 32);
  if (series.length !== 0 && series.length !== 32)
    throw new RangeError(`series has ${series.length} bytes, want 32 or none`);
  const content: Content = {
    series,
    title: items.text("title", 1, 256),
    description: items.text("description", 0, 4096),
    language: items.text("language", 0, maxShort),
    tiers: items.list("tiers", 1, maxTiers).map(readTier),
    sections: items.list("sections", 1, maxSections).map(readSection),
    program: readProgram(items.item()),
    cover: readCover(items.item()),
    extensions: items.list("extensions", 0, maxListed).map(readExtension),
  };
  checkSections(content);
  checkDistinct(
    "extensions",
    content.extensions.map(({ key }) => key),
  );
  return content;
}

function readTier(item: Item): ContentTier {
  const items = new Items("tier", item, 2);
  return { name: items.text("name", 1, maxShort), rights: items.list("rights", 0, maxListed).map(readRight) };
}

function readRight(item: Item): Right {
  const parts = listOf("right", item);
  if (parts.length < 1 || parts.length > maxListed)
    throw new RangeError(`right has ${parts.length} parts, from 1 to ${maxListed} are allowed`);
  return parts.map((part) => decodeText(bytesOf("part of a right", part, 1, maxShort)));
}

function readSection(item: Item): ContentSection {
  const items = new Items("section", item, 7);
  return {
    name: decodeName(items.bytes("name", 1, 255)),
    media: items.text("media type", 1, maxShort),
    tiers: items.integer("tiers", 1n << 64n),
    ...readSealed(items),
    program: items.integer("program", 2n) === 1n,
  };
}

function readSealed(items: Items): Sealed {
  return {
    size: items.integer("size", size63),
    sealedSize: above0("sealed size", items.integer("sealed size", size63)),
    digest: items.bytes("digest", 32),
  };
}

function readProgram(item: Item): Sealed | undefined {
  if (listOf("program", item).length === 0) return undefined;
  const program = readSealed(new Items("program", item, 3));
  above0("program's size", program.size);
  return program;
}

function readCover(item: Item): Cover | undefined {
  if (listOf("cover", item).length === 0) return undefined;
  const items = new Items("cover", item, 3);
  const name = items.text("name", 1, maxShort);
  if (!isCover(name)) throw new RangeError(`cover is named ${JSON.stringify(name)}`);
  const size = Number(above0("cover's size", items.integer("size", BigInt(maxCover) + 1n)));
  return { name, size, sha256: items.bytes("sha256", 32) };
}

function readExtension(item: Item): { key: string; value: Uint8Array } {
  const items = new Items("extension", item, 2);
  return { key: items.text("key", 1, maxShort), value: items.bytes("value", 0, maxExtension) };
}

/** Checks what sections have to do with tiers, with the program, and with each other. */
function checkSections({ sections, tiers, program }: Content): void {
  for (const section of sections) {
    if (section.tiers === 0n) throw new RangeError(`section ${section.name} is in no tier`);
    if (section.tiers >> BigInt(tiers.length) !== 0n)
      throw new RangeError(`section ${section.name} is in a tier beyond the last`);
    if (section.program && !program) throw new RangeError(`section ${section.name} needs a program, and there is none`);
  }
  checkDistinct(
    "sections",
    sections.map(({ name }) => foldCase(name)),
  );
}

function checkDistinct(what: string, names: string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new RangeError(`two ${what} are named ${JSON.stringify(name)}`);
    seen.add(name);
  }
}

function above0(name: string, n: bigint): bigint {
  if (n === 0n) throw new RangeError(`${name} is 0`);
  return n;
}
