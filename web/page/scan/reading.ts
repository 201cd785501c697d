// What people bring: a text, a link, a file. All of it is read on this device.

import { type Code, readCode, readPayload } from "../../protocol/code.ts";
import { type Header, readHeader } from "../../protocol/header.ts";
import { encodeRlp } from "../../protocol/rlp.ts";
import { blobSource, readExactly, type Source } from "../../protocol/source.ts";
import { type Entry, readArchive } from "../../protocol/zip.ts";
import { checkContents, checkCover, checkEntries } from "./contents.ts";
import { otherThanCode } from "./looks.ts";
import { decodePicture } from "./picture.ts";
import { refusalOf } from "../refusal.ts";
import type { Origin, Scanned } from "./scanned.ts";

const largestText = 2 << 20;
const zip = "PK\u0003\u0004";

/**
 * Reads the text of a code, or a link with one.
 * @throws Error with what the text is instead
 */
export function readText(text: string, origin?: Origin): Scanned {
  // The last character of a code's own text may be a space; that of a link never is.
  const line = /^\s*WRAP/.test(text) ? text.replace(/^\s+|[\r\n]+$/g, "") : text.trim();
  if (line === "") throw new Error("there is no text");
  const other = otherThanCode(line);
  if (other !== undefined) throw new Error(`not a Shrinkwrap code but ${other}`);
  return scannedOf(readCode(line), origin ?? { kind: "text", text: line });
}

/**
 * Reads a file: a wrap, a picture of a code, or the text of one.
 * @throws Error with what is wrong with it
 */
export async function readFile(file: File): Promise<Scanned> {
  const origin: Origin = { kind: "file", name: file.name };
  if ((await file.slice(0, zip.length).text()) === zip) return readWrap(file, origin);
  if (file.type.startsWith("image/")) return readText(await decodePicture(file), origin);
  if (file.size > largestText) throw new Error(`${file.name} is neither a wrap nor a picture nor the text of a code`);
  return readText(await file.text(), origin);
}

/** Reads again what was kept: as strictly as it was read first. */
export function readKept(payload: Uint8Array, origin: Origin, cover: Blob | undefined): Scanned {
  const scanned = scannedOf(readPayload(payload), origin);
  return { ...scanned, cover: scanned.cover ?? cover };
}

/** Reads a wrap's frame, header and cover; its sections are compared when they are opened. */
async function readWrap(file: Blob, origin: Origin): Promise<Scanned> {
  const source = blobSource(file);
  const entries = await readArchive(source);
  const bytes = await entryBytes(source, entries[0]!);
  const header = readHeader(bytes);
  const pointer = { header, payload: encodeRlp([bytes]), origin, parts: 0 };
  const layout = refusalOf(() => checkEntries(header, entries.slice(1)));
  if (layout !== undefined) return { ...pointer, cover: undefined, damage: layout };
  const told = header.content.cover;
  const entry = entries.find(({ name }) => name === told?.name);
  if (!entry) return { ...pointer, cover: undefined, damage: undefined, wrap: file };
  const picture = await entryBytes(source, entry);
  const damage = refusalOf(() => checkCover(header, picture));
  if (damage !== undefined) return { ...pointer, damage, cover: undefined };
  return { ...pointer, damage, cover: coverBlob(header, picture), wrap: file };
}

function entryBytes(source: Source, entry: Entry): Promise<Uint8Array> {
  return readExactly(source, entry.offset, entry.size);
}

function scannedOf({ header, payload, entries }: Code, origin: Origin): Scanned {
  const none = { header, payload, origin, parts: 0, cover: undefined, damage: undefined };
  if (!entries) return none;
  const picture = entries.find(({ name }) => name === header.content.cover?.name);
  const damage = refusalOf(() => {
    checkContents(header, entries);
    if (picture) checkCover(header, picture.bytes);
  });
  if (damage !== undefined) return { ...none, damage };
  return { ...none, parts: entries.length - 1, cover: picture && coverBlob(header, picture.bytes) };
}

function coverBlob({ content }: Header, bytes: Uint8Array): Blob {
  const type = content.cover!.name.replace("cover.", "image/").replace("jpg", "jpeg");
  return new Blob([new Uint8Array(bytes)], { type });
}
