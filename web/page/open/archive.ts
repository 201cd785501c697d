// Files in one ZIP file (APPNOTE.TXT 6.3.10), stored as they are. It is made of the
// files' own blobs: nothing is copied, however large they are. All numbers are
// little-endian.
//
//	local header, before the bytes of each file
//	  30   504b0304 2d00 0008 0000 0000 2100 crc(4) size(4) size(4) length of name(2) 0(2), name
//	central directory, of each file in the same order
//	  46   504b0102 2d03 2d00 0008 0000 0000 2100 crc(4) size(4) size(4) length of name(2) 0(2)
//	       0(2) 0(2) 0(2) mode << 16(4) offset of the local header(4), name
//	end record
//	  22   504b0506 0(2) 0(2) count(2) count(2) size(4) offset(4) 0(2)
//
// Names are in UTF-8, and say so. ZIP64 is not written: what needs it is refused.

import { concat } from "../../protocol/bytes.ts";
import { crc32 } from "../../protocol/crc32.ts";
import type { OpenedFile } from "../../terminal/folder.ts";

const largest = 0xffffffff;
const most = 0xffff;

/** Whether files fit into one ZIP file. */
export function fitsArchive(files: readonly OpenedFile[]): boolean {
  const size = files.reduce((sum, { blob, path }) => sum + blob.size + 76 + 6 * path.length, 22);
  return files.length < most && size < largest;
}

/** Makes a ZIP file. @throws RangeError for too many or too large files */
export async function archiveOf(files: readonly OpenedFile[]): Promise<Blob> {
  if (!fitsArchive(files)) throw new RangeError("the files are too many, or too large, for a ZIP file");
  const parts: (Blob | Uint8Array<ArrayBuffer>)[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const { path, blob, executable } of files) {
    const name = new TextEncoder().encode(path);
    const shared = sharedOf(await crcOf(blob), blob.size, name.length);
    const local = concat(le(0x04034b50, 4), shared, name);
    const mode = (executable ? 0o100755 : 0o100644) * 0x10000;
    central.push(concat(le(0x02014b50, 4), le(0x032d, 2), shared, le(0, 6), le(mode, 4), le(at, 4), name));
    parts.push(new Uint8Array(local), blob);
    at += local.length + blob.size;
  }
  const directory = concat(...central);
  const counts = concat(le(files.length, 2), le(files.length, 2));
  const end = concat(le(0x06054b50, 4), le(0, 4), counts, le(directory.length, 4), le(at, 4), le(0, 2));
  return new Blob([...parts, new Uint8Array(directory), new Uint8Array(end)], { type: "application/octet-stream" });
}

/** What both headers have: version, flags, method, time, date, CRC-32, sizes, lengths. */
function sharedOf(crc: number, size: number, name: number): Uint8Array {
  return concat(
    le(45, 2),
    le(0x0800, 2),
    le(0, 4),
    le(0x0021, 2),
    le(crc, 4),
    le(size, 4),
    le(size, 4),
    le(name, 2),
    le(0, 2),
  );
}

async function crcOf(blob: Blob): Promise<number> {
  let crc = 0;
  for (let at = 0; at < blob.size; at += 1 << 20) {
    crc = crc32(new Uint8Array(await blob.slice(at, at + (1 << 20)).arrayBuffer()), crc);
  }
  return crc;
}

function le(value: number, bytes: number): Uint8Array {
  return Uint8Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) % 256);
}
