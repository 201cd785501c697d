// Opening one section: its bytes as they are, the files of a folder, or what the
// release program makes of it. Nothing of it is handed out before all of it is
// there, and none of it before the digest covers it.

import { type ContentSection, folderType } from "../protocol/content.ts";
import { ProgramError } from "../protocol/program.ts";
import { checkSealed, decrypt, inflate } from "../protocol/section.ts";
import type { Collect } from "./collector.ts";
import { FolderCollector, type OpenedFile, type OpenedFolder } from "./folder.ts";
import { make, type Maker } from "./maker.ts";
import { type Watcher, watched } from "./progress.ts";
import type { SealedPart } from "./wrapfile.ts";

/** A section that is being opened. */
export interface SectionJob {
  /** From 0. */
  readonly number: number;
  readonly section: ContentSection;
  readonly part: SealedPart;
  /** AGE-SECRET-KEY-1… of the tier. */
  readonly identity: string;
  readonly collect: Collect;
  readonly watcher: Watcher;
}

/** A tar that was made or signed as a folder's, and is none. */
export class FolderError extends Error {}

/**
 * Checks a section's digest, and opens it as it is: a file, or the files of a folder.
 * @throws SectionError, FolderError, and what the source throws
 */
export async function openAsSigned(job: SectionJob): Promise<OpenedFolder> {
  return job.section.media === folderType ? openFolder(job) : openFile(job, job.section.name, job.section.media);
}

/** Opens a section into one file, whatever its media type. */
export async function openFile(job: SectionJob, path: string, media: string): Promise<OpenedFolder> {
  const collector = job.collect();
  try {
    for await (const block of plaintext(job)) collector.write(block);
    return oneFile({ path, media, executable: false, blob: await collector.finish() });
  } catch (cause) {
    collector.drop();
    throw cause;
  }
}

async function openFolder(job: SectionJob): Promise<OpenedFolder> {
  const folder = new FolderCollector(job.section.name, job.collect);
  try {
    for await (const block of plaintext(job)) inFolder(() => folder.write(block));
    return await folder.finish().catch(notFolder);
  } catch (cause) {
    folder.drop();
    throw cause;
  }
}

/**
 * Opens a section that a release program makes a product of.
 * @throws ProgramError where the program fails; otherwise as {@link openAsSigned}
 */
export async function openMade(job: SectionJob, maker: Maker): Promise<OpenedFolder> {
  const blocks: Uint8Array[] = [];
  for await (const block of plaintext(job)) blocks.push(block.slice());
  const { number: section, part, watcher } = job;
  const total = part.signed.size;
  watcher.progress?.({ section, phase: "making", done: 0, total });
  try {
    return await (job.section.media === folderType ? makeFolder : makeFile)(job, maker, blocks);
  } finally {
    watcher.progress?.({ section, phase: "made", done: total, total });
  }
}

async function makeFile(job: SectionJob, maker: Maker, blocks: Uint8Array[]): Promise<OpenedFolder> {
  const { name, media } = job.section;
  const collector = job.collect();
  try {
    await make(maker, job.part.signed.size, blocks, (bytes) => collector.write(bytes));
    return oneFile({ path: name, media, executable: false, blob: await collector.finish() });
  } catch (cause) {
    collector.drop();
    throw cause;
  }
}

async function makeFolder(job: SectionJob, maker: Maker, blocks: Uint8Array[]): Promise<OpenedFolder> {
  const folder = new FolderCollector(job.section.name, job.collect);
  try {
    await make(maker, job.part.signed.size, blocks, (bytes) => inFolder(() => folder.write(bytes)));
    return await folder.finish().catch(notFolder);
  } catch (cause) {
    folder.drop();
    if (!(cause instanceof FolderError)) throw cause;
    throw new ProgramError("folder", `what it makes is no folder: ${cause.message}`, { cause });
  }
}

/** The section's bytes, a block at a time, each good until the next is asked for. */
async function* plaintext({ part, number, identity, watcher }: SectionJob): AsyncGenerator<Uint8Array, void, void> {
  const { source, signed, list } = part;
  await checkSealed(watched(source, number, "checking", watcher), signed, list);
  yield* inflate(decrypt(watched(source, number, "opening", watcher), identity), signed.size);
}

function oneFile(file: OpenedFile): OpenedFolder {
  return { files: [file], folders: [] };
}

function inFolder(run: () => void): void {
  try {
    run();
  } catch (cause) {
    notFolder(cause);
  }
}

function notFolder(cause: unknown): never {
  if (!(cause instanceof RangeError)) throw cause;
  throw new FolderError(cause.message, { cause });
}
