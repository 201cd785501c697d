// The frame of a wrap's ZIP file (APPNOTE.TXT 6.3.10, spec 6.4): all but the
// bytes of the entries. All numbers are little-endian.
//
//	local header, before the bytes of each entry
//	  30   504b0304 version(2) 0008 0000 0000 2100 crc(4) size(4) size(4) length of name(2) length of extra(2)
//	       name, extra: 0100 1000 size(8) size(8)
//	central directory, of each entry in the same order
//	  46   504b0102 version(2) version(2) … length of extra(2) as above, 10 zeros, offset of the local header(4)
//	       name, extra: 0100 length(2), size(8) size(8), offset(8)
//	zip64 end record and its locator
//	  56   504b0606 44(8) 2d00 2d00 0(4) 0(4) count(8) count(8) size(8) offset(8)
//	  20   504b0607 0(4) offset of the record(8) 1(4)
//	end record
//	  22   504b0506 0(2) 0(2) count(2) count(2) size(4) offset(4) 0(2)
//
// Version is 20, and an extra is empty. Where a size or an offset is 2^32 − 1 or
// more, it is written as 2^32 − 1, its value stands in the extra, and version is
// 45; of the extra of the central directory only the values that need it are
// there. The zip64 end record and locator are there where the offset of the
// central directory needs it.

import { mediaType } from "./layout.ts";

/** What the frame says of an entry: its size in bytes, and its CRC-32. */
export interface EntryRecord {
  name: string;
  size: number;
  crc: number;
}

/** The frame of a ZIP file. */
export interface Frame {
  /** The local header of each entry. */
  locals: Uint8Array[];
  /** The offset of each entry's bytes, from the start of the file. */
  offsets: number[];
  /** The central directory and the end record. */
  tail: Uint8Array;
  /** The size of the file in bytes. */
  size: number;
}

/** The content of the first entry. */
export const mimetype = /* @__PURE__ */ new TextEncoder().encode(mediaType);

/** Bytes of the end record. */
export const endSize = 22;

const most = 0xffffffff;

/** Makes the frame of a file with these entries, mimetype among them. */
export function buildFrame(entries: readonly EntryRecord[]): Frame {
  const locals: Uint8Array[] = [];
  const offsets: number[] = [];
  const central: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const local = Uint8Array.from(localHeader(entry));
    central.push(...centralHeader(entry, at));
    locals.push(local);
    offsets.push(at + local.length);
    at += local.length + entry.size;
  }
  const tail = Uint8Array.from([...central, ...endRecords(entries.length, central.length, at)]);
  return { locals, offsets, tail, size: at + tail.length };
}

function localHeader({ name, size, crc }: EntryRecord): number[] {
  const extra = size >= most ? [...le(1, 2), ...le(16, 2), ...le(size, 8), ...le(size, 8)] : [];
  return [...le(0x04034b50, 4), ...shared(name, size, crc, extra.length > 0, extra.length), ...ascii(name), ...extra];
}

function centralHeader({ name, size, crc }: EntryRecord, offset: number): number[] {
  const values = [...(size >= most ? [...le(size, 8), ...le(size, 8)] : []), ...(offset >= most ? le(offset, 8) : [])];
  const extra = values.length > 0 ? [...le(1, 2), ...le(values.length, 2), ...values] : [];
  const large = extra.length > 0;
  return [
    ...le(0x02014b50, 4),
    ...le(large ? 45 : 20, 2),
    ...shared(name, size, crc, large, extra.length),
    ...le(0, 10),
    ...le(Math.min(offset, most), 4),
    ...ascii(name),
    ...extra,
  ];
}

/** What a local header and the one in the central directory have in common. */
function shared(name: string, size: number, crc: number, large: boolean, extra: number): number[] {
  return [
    ...le(large ? 45 : 20, 2),
    ...le(0x0800, 2),
    ...le(0, 4),
    ...le(0x0021, 2),
    ...le(crc, 4),
    ...le(Math.min(size, most), 4),
    ...le(Math.min(size, most), 4),
    ...le(name.length, 2),
    ...le(extra, 2),
  ];
}

function endRecords(count: number, size: number, offset: number): number[] {
  const zip64 = [
    ...le(0x06064b50, 4),
    ...le(44, 8),
    ...le(45, 2),
    ...le(45, 2),
    ...le(0, 8),
    ...le(count, 8),
    ...le(count, 8),
    ...le(size, 8),
    ...le(offset, 8),
    ...le(0x07064b50, 4),
    ...le(0, 4),
    ...le(offset + size, 8),
    ...le(1, 4),
  ];
  const end = [...le(0x06054b50, 4), ...le(0, 4), ...le(count, 2), ...le(count, 2), ...le(size, 4)];
  return [...(offset >= most ? zip64 : []), ...end, ...le(Math.min(offset, most), 4), ...le(0, 2)];
}

/** The little-endian bytes of a number below 2^53. */
function le(n: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, i) => Math.floor(n / 256 ** i) % 256);
}

/** The bytes of an entry's name; all of them are ASCII. */
function ascii(name: string): number[] {
  return [...name].map((c) => c.charCodeAt(0));
}
