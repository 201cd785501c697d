// What a section is guilty of (spec 6.8). A verdict hangs on the signed bytes and
// the tier's key alone, so that whoever has both comes to the same.

import { type ContentSection, folderType } from "./content.ts";
import { decrypt, inflate, SectionError, type SignedBytes } from "./section.ts";
import type { Source } from "./source.ts";
import { TarReader } from "./tar.ts";

/** The kinds of fraud, in the order in which they are looked for. */
export const kinds = ["key", "encryption", "content", "folder"] as const;

/** A kind of fraud. */
export type Kind = (typeof kinds)[number];

/** What a header says of a section's bytes, as {@link SignedBytes}; sizes of 2^53 and more are had by none. */
export function signedBytes({ size, sealedSize, digest }: ContentSection): SignedBytes {
  return { size: Number(size), sealedSize: Number(sealedSize), digest };
}

/** Whether a section is to be the tar of a folder: not where a release program makes what takes its place. */
export function isFolder({ media, program }: ContentSection): boolean {
  return media === folderType && !program;
}

/**
 * Says what a section is guilty of, if anything. Nothing of it is kept.
 * @param source its sealed bytes, which are the signed ones: checkSealed comes first
 * @param identity the tier's key, AGE-SECRET-KEY-1…
 * @returns undefined where it holds what was signed; what the source throws comes through
 */
export async function judge(source: Source, section: ContentSection, identity: string): Promise<Kind | undefined> {
  // All is decrypted before anything is inflated: a torn end is of the kind encryption.
  const torn = await faultOf(drain(decrypt(source, identity)));
  if (torn) return torn;
  const tar = isFolder(section) ? new Tar() : undefined;
  const plain = inflate(decrypt(source, identity), Number(section.size));
  return (await faultOf(drain(plain, tar))) ?? (tar?.bad() ? "folder" : undefined);
}

async function drain(bytes: AsyncIterable<Uint8Array>, tar?: Tar): Promise<void> {
  for await (const part of bytes) tar?.push(part);
}

/** The fault by which something ends, if it ends by one. */
async function faultOf(run: Promise<void>): Promise<Kind | undefined> {
  try {
    await run;
    return undefined;
  } catch (error) {
    if (!(error instanceof SectionError) || error.fault === "damage") throw error;
    return error.fault;
  }
}

/** A tar that is looked at only when all was inflated: what is wrong with it is kept till then. */
class Tar {
  readonly #reader = new TarReader({ begin: () => undefined, write: () => undefined });
  #bad = false;

  push(bytes: Uint8Array): void {
    if (!this.#bad) this.#attempt(() => this.#reader.push(bytes));
  }

  bad(): boolean {
    if (!this.#bad) this.#attempt(() => this.#reader.finish());
    return this.#bad;
  }

  #attempt(run: () => void): void {
    try {
      run();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#bad = true;
    }
  }
}
