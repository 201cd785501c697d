// Reading and writing wraps as ZIP files (spec 6.4). A wrap is a function of the
// names, sizes and bytes of its entries: the reader takes these from the central
// directory, makes the frame anew, and refuses every file that differs from it.

import { crc32 } from "./crc32.ts";
import { checkLayout } from "./layout.ts";
import { chunks, partOf, readExactly, type Source } from "./source.ts";
import { buildFrame, endSize, mimetype, type EntryRecord } from "./zipframe.ts";

/** An entry of a wrap, after mimetype. */
export interface Entry extends EntryRecord {
  /** Of its bytes, from the start of the file. */
  offset: number;
}

// Of the largest wrap: 1,024 sections with their lists, and a few more.
const maxEntries = 2 * 1024 + 4;
// An entry of the central directory has 46 bytes, a name of at most 20 and an extra of at most 28.
const maxDirectory = maxEntries * 100;

/**
 * Writes a wrap.
 * @param entries after mimetype, in their order
 * @returns the parts of the file, one after the other
 * @throws RangeError as {@link checkLayout} does
 */
export function writeArchive(entries: readonly { name: string; bytes: Uint8Array }[]): Uint8Array[] {
  checkLayout(entries.map(({ name, bytes }) => ({ name, size: bytes.length })));
  const all = [{ name: "mimetype", bytes: mimetype }, ...entries];
  const frame = buildFrame(all.map(({ name, bytes }) => ({ name, size: bytes.length, crc: crc32(bytes) })));
  return [...all.flatMap(({ bytes }, i) => [frame.locals[i]!, bytes]), frame.tail];
}

/**
 * Reads the frame of a wrap: all but the entries' bytes, whose CRC-32 {@link checkEntry} checks.
 * @returns the entries after mimetype
 * @throws RangeError for every file that {@link writeArchive} would not have written
 */
export async function readArchive(source: Source): Promise<Entry[]> {
  const records = readDirectory(await readExactly(source, ...(await findDirectory(source))));
  if (records[0]?.name !== "mimetype") throw new RangeError("the first entry is not mimetype");
  // Whatever the directory says of it: there is one mimetype.
  records[0] = { name: "mimetype", size: mimetype.length, crc: crc32(mimetype) };
  const frame = buildFrame(records);
  if (frame.size !== source.size) throw new RangeError(`file has ${source.size} bytes, its entries make ${frame.size}`);
  await expectBytes(source, frame.size - frame.tail.length, frame.tail, "central directory");
  for (const [i, local] of frame.locals.entries()) {
    await expectBytes(source, frame.offsets[i]! - local.length, local, `local header ${i}`);
  }
  await expectBytes(source, frame.offsets[0]!, mimetype, "media type");
  const entries = records.map((record, i) => ({ ...record, offset: frame.offsets[i]! })).slice(1);
  checkLayout(entries);
  return entries;
}

/**
 * Checks the CRC-32 of an entry, a MiB at a time.
 * @throws RangeError when it is another's
 */
export async function checkEntry(source: Source, entry: Entry): Promise<void> {
  let crc = 0;
  for await (const chunk of chunks(partOf(source, entry.offset, entry.size))) crc = crc32(chunk, crc);
  if (crc !== entry.crc) throw new RangeError(`crc-32 of ${entry.name} is ${entry.crc}, its bytes have ${crc}`);
}

/** The offset and size of the central directory, by the end record; whether they are true is seen later. */
async function findDirectory(source: Source): Promise<[number, number]> {
  if (source.size < endSize) throw new RangeError(`file has ${source.size} bytes, too few for an end record`);
  const end = view(await readExactly(source, source.size - endSize, endSize));
  if (end.getUint32(0, true) !== 0x06054b50) throw new RangeError("file does not end in an end record");
  const size = end.getUint32(12, true);
  let offset = end.getUint32(16, true);
  if (offset === 0xffffffff) {
    const record = source.size - endSize - 20 - 56;
    if (record < 0) throw new RangeError("there is no room for a zip64 end record");
    offset = large(view(await readExactly(source, record, 56)), 48);
  }
  if (size > maxDirectory)
    throw new RangeError(`central directory has ${size} bytes, at most ${maxDirectory} are allowed`);
  if (offset + size > source.size) throw new RangeError("central directory is beyond the end");
  return [offset, size];
}

/** What the central directory says of the entries. */
function readDirectory(bytes: Uint8Array): EntryRecord[] {
  const at = view(bytes);
  const out: EntryRecord[] = [];
  for (let i = 0; i < bytes.length;) {
    if (i + 46 > bytes.length) throw new RangeError("central directory is cut short");
    const [nameLength, extraLength] = [at.getUint16(i + 28, true), at.getUint16(i + 30, true)];
    const [name, end] = [i + 46, i + 46 + nameLength + extraLength];
    if (end > bytes.length) throw new RangeError("central directory is cut short");
    let size = at.getUint32(i + 24, true);
    if (size === 0xffffffff) {
      if (extraLength < 20) throw new RangeError("entry's zip64 size is missing");
      size = large(at, name + nameLength + 4);
    }
    out.push({ name: ascii(bytes.subarray(name, name + nameLength)), size, crc: at.getUint32(i + 16, true) });
    i = end;
  }
  return out;
}

async function expectBytes(source: Source, offset: number, want: Uint8Array, what: string): Promise<void> {
  const got = await readExactly(source, offset, want.length);
  if (!got.every((b, i) => b === want[i])) throw new RangeError(`${what} is not what a wrap has`);
}

/** A little-endian number of 8 bytes. */
function large(at: DataView, offset: number): number {
  const n = at.getBigUint64(offset, true);
  if (n > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError(`number ${n} is too large`);
  return Number(n);
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Names are ASCII; other bytes are names that no wrap has. */
function ascii(bytes: Uint8Array): string {
  if (bytes.some((b) => b < 0x20 || b > 0x7e)) throw new RangeError("entry's name has bytes that no name has");
  return String.fromCharCode(...bytes);
}
