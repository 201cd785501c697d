// Whether a file is the wrap of a header, whole and unharmed (spec 6.3, 6.4).

import { entriesOf } from "../../protocol/code.ts";
import type { Header } from "../../protocol/header.ts";
import { maxHeader } from "../../protocol/layout.ts";
import { Digester } from "../../protocol/pieces.ts";
import { blobSource, chunks } from "../../protocol/source.ts";
import { buildFrame, mimetype } from "../../protocol/zipframe.ts";
import { type SealedPart, WrapFile } from "../../terminal/wrapfile.ts";

/** What is told while a file is read: bytes of its size. */
export type Progress = (done: number, total: number) => void;

/** The size of the wrap's file in bytes, of a copy whose header has so many bytes, or as many as one without hints. */
export function fileSize(header: Header, headerSize = header.bare.length): number {
  const sizes = [
    { name: "mimetype", size: mimetype.length },
    { name: "header", size: headerSize },
    ...entriesOf(header),
  ];
  return buildFrame(sizes.map((entry) => ({ ...entry, crc: 0 }))).size;
}

/** The most bytes that the file can have: a copy's header may have other hints, and nothing else. */
export function largestFile(header: Header): number {
  return fileSize(header, maxHeader);
}

/**
 * Compares all that is sealed in a file with what was signed.
 * @throws OpenError "damage", RangeError with the first part that is another's
 */
export async function checkWrap(header: Header, file: Blob, signal?: AbortSignal): Promise<void> {
  const wrap = await WrapFile.read(blobSource(file), header);
  for (const [n, { name }] of header.content.sections.entries()) {
    await checkPart(`section ${name}`, await wrap.section(n), signal);
  }
  if (header.content.program) await checkPart("the release program", wrap.program(), signal);
}

async function checkPart(what: string, { source, signed, list }: SealedPart, signal?: AbortSignal): Promise<void> {
  try {
    const digester = new Digester(signed.sealedSize, signed.digest, list);
    for await (const chunk of chunks(source)) {
      signal?.throwIfAborted();
      digester.update(chunk);
    }
    digester.finish();
  } catch (cause) {
    signal?.throwIfAborted();
    throw new RangeError(`${what} is not the signed one: ${(cause as Error).message}`, { cause });
  }
}
