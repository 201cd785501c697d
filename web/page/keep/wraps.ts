// The sealed files of products: in the code itself, kept on this device, or to be
// fetched or chosen. What is fetched or chosen is compared with what was signed
// before it is kept: nobody can put another file in a wrap's place.

import { readPayload } from "../../protocol/code.ts";
import { writeArchive } from "../../protocol/zip.ts";
import { Failure, said } from "../../terminal/failure.ts";
import { idOf, type Scanned } from "../scan/scanned.ts";
import { sizeText } from "../size.ts";
import { answer, database, done } from "./database.ts";
import { download } from "./download.ts";
import { roomFor } from "./room.ts";
import { isHint } from "./settings.ts";
import { checkWrap, fileSize, largestFile, type Progress } from "./wrapcheck.ts";

export type { Progress } from "./wrapcheck.ts";

/** The wrap's file, if it is here: what was scanned, what was kept, or what the code holds. */
export async function wrapOf(scanned: Scanned): Promise<Blob | undefined> {
  return scanned.wrap ?? rebuilt(scanned) ?? (await kept(scanned).catch(() => undefined));
}

/** Whether the wrap opens without asking anybody, on a later day too. */
export async function isHere(scanned: Scanned): Promise<boolean> {
  return scanned.parts > 0 || (await kept(scanned).catch(() => undefined)) !== undefined;
}

/** Keeps a wrap's file; where there is no room it says so, and the file has to be brought again later. */
export async function keepWrap(scanned: Scanned, file: Blob): Promise<"kept" | "no room"> {
  if (!(await roomFor(file.size))) return "no room";
  try {
    const bytes = await copyOf(file);
    const transaction = (await database()).transaction("wraps", "readwrite");
    const written = done(transaction);
    transaction.objectStore("wraps").put(bytes, idOf(scanned));
    await written;
    return "kept";
  } catch {
    return "no room"; // the browser allows less than it estimated, or keeps no files at all
  }
}

const part = 8 << 20; // bytes that are held while they are copied

// A blob that is made of a user's file may be no more than a way to it: what is kept has
// to be here when the file is gone.
async function copyOf(file: Blob): Promise<Blob> {
  const parts: Blob[] = [];
  for (let at = 0; at < file.size; at += part) parts.push(new Blob([await file.slice(at, at + part).arrayBuffer()]));
  return new Blob(parts);
}

/** Where a code says that its wrap is. */
export function placesOf({ header }: Scanned): string[] {
  return header.hints.filter(({ kind, url }) => kind === "wrap" && isHint(url)).map(({ url }) => url);
}

/**
 * Fetches the wrap from where its code says that it is, compares it with what was signed, and keeps it.
 * @throws Failure "unreachable" with why each place gave none
 */
export async function fetchWrap(scanned: Scanned, signal: AbortSignal, progress: Progress): Promise<Blob> {
  const most = largestFile(scanned.header);
  const refusals: string[] = [];
  for (const url of placesOf(scanned)) {
    try {
      const file = await download({ url, most }, signal, progress);
      await checkWrap(scanned.header, file, signal);
      await keepWrap(scanned, file);
      return file;
    } catch (cause) {
      signal.throwIfAborted();
      refusals.push(said(cause));
    }
  }
  const why = refusals.join("; ") || "its code does not say where it is";
  throw new Failure("unreachable", `the product's file was not found: ${why}`, [
    `choose it if you have it: a .wrap of about ${sizeText(fileSize(scanned.header))}, from whoever gave you the code`,
    "what you paid stays yours: the file opens whenever you bring it",
  ]);
}

/**
 * Takes a file that the user chose, and keeps it.
 * @throws Failure "input" where it is not this wrap's, whole
 */
export async function offerWrap(scanned: Scanned, file: File): Promise<Blob> {
  try {
    await checkWrap(scanned.header, file);
  } catch (cause) {
    throw new Failure("input", `${file.name} is not the file of "${scanned.header.content.title}": ${said(cause)}`, [
      "choose the .wrap that came with the code; another copy of it may be whole",
    ]);
  }
  await keepWrap(scanned, file);
  return file;
}

function rebuilt({ payload, parts }: Scanned): Blob | undefined {
  if (parts === 0) return undefined;
  const { entries } = readPayload(payload);
  return entries && new Blob(writeArchive(entries).map((part) => new Uint8Array(part)));
}

async function kept(scanned: Scanned): Promise<Blob | undefined> {
  const wraps = (await database()).transaction("wraps").objectStore("wraps");
  return answer<Blob | undefined>(wraps.get(idOf(scanned)));
}
