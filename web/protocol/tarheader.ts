// Headers in a folder's tar (POSIX ustar, IEEE Std 1003.1-2024, pax; spec 6.3):
//
//	  0  name       100     NULs at its end
//	100  mode         8     octal digits, ended by NULs or spaces; so are all numbers
//	108  uid, gid     8, 8  0
//	124  size        12     bytes; 0 for a folder
//	136  time        12     0
//	148  checksum     8     the sum of the header's bytes, with eight spaces here
//	156  type         1     '0' a file, '5' a folder, 'x' pax records of the entry that follows
//	157  link       100     NULs
//	257  magic        8     "ustar" NUL "00"
//	265  user, group 32, 32 NULs
//	329  device       8, 8  0, or NULs
//	345  prefix     155     of the name, without the slash between
//	500              12     NULs

/** Bytes of a header, and of the units in which bytes follow it. */
export const block = 512;

/** A header of pax records: their length in bytes. */
export interface PaxHeader {
  pax: true;
  size: number;
}

/** A header of a file or a folder. */
export interface EntryHeader {
  pax: false;
  folder: boolean;
  mode: number;
  /** In bytes. */
  size: number;
  /** The path's bytes, which a pax record may replace. */
  path: Uint8Array;
}

/** What pax records may say of an entry. */
export interface PaxRecords {
  path?: Uint8Array;
  size?: number;
}

// Of a path of 1,024 bytes and a size no records are longer.
const maxPax = 4096;

/**
 * Reads a header.
 * @param bytes 512 of them, not all zero
 * @throws RangeError for what is neither a file, nor a folder, nor pax records, without owner, time and link
 */
export function readTarHeader(bytes: Uint8Array): PaxHeader | EntryHeader {
  const magic = String.fromCharCode(...bytes.subarray(257, 265));
  if (magic !== "ustar\x0000") throw new RangeError("tar header is not of the format ustar");
  const sum = bytes.reduce((n, b, i) => n + (i >= 148 && i < 156 ? 0x20 : b), 0);
  if (octal(bytes, 148, 8, "checksum") !== sum) throw new RangeError(`tar header's checksum is not ${sum}`);
  const type = String.fromCharCode(bytes[156]!);
  const size = octal(bytes, 124, 12, "size");
  if (type === "x") {
    if (size === 0 || size > maxPax)
      throw new RangeError(`pax records have ${size} bytes, at most ${maxPax} are allowed`);
    return { pax: true, size };
  }
  if (type !== "0" && type !== "5")
    throw new RangeError(`tar entry of type ${JSON.stringify(type)}, neither a file nor a folder`);
  checkNobodys(bytes);
  return { pax: false, folder: type === "5", mode: octal(bytes, 100, 8, "mode"), size, path: path(bytes) };
}

/**
 * Reads pax records, each `length key=value` and a line feed.
 * @throws RangeError for a key other than path and size, and one that comes twice
 */
export function readPax(bytes: Uint8Array): PaxRecords {
  const out: PaxRecords = {};
  for (let at = 0; at < bytes.length;) {
    const digits = /^([1-9][0-9]{0,4}) /.exec(latin(bytes.subarray(at, at + 6)));
    const length = Number(digits?.[1]);
    const record = bytes.subarray(at, at + length);
    if (!digits || record.length !== length || record.at(-1) !== 0x0a) throw new RangeError("pax record is malformed");
    const body = record.subarray(digits[0].length, -1);
    const split = body.indexOf(0x3d);
    addRecord(out, latin(body.subarray(0, Math.max(split, 0))), body.slice(split + 1));
    at += length;
  }
  return out;
}

function addRecord(out: PaxRecords, key: string, value: Uint8Array): void {
  if ((key !== "path" && key !== "size") || out[key] !== undefined) {
    throw new RangeError(`pax record ${JSON.stringify(key)} is not allowed here`);
  }
  if (key === "path") {
    out.path = value;
    return;
  }
  const size = latin(value);
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) {
    throw new RangeError("pax record has a size that is none");
  }
  out.size = Number(size);
}

/** Checks that an entry has no owner, no time, no device and no link. */
function checkNobodys(bytes: Uint8Array): void {
  const numbers: [number, number, string][] = [
    [108, 8, "owner"],
    [116, 8, "group"],
    [136, 12, "time"],
    [329, 8, "device"],
    [337, 8, "device"],
  ];
  for (const [at, length, what] of numbers) {
    if (!isZero(bytes.subarray(at, at + length)) && octal(bytes, at, length, what) !== 0) {
      throw new RangeError(`tar entry has a ${what}`);
    }
  }
  const texts: [number, number, string][] = [
    [157, 257, "link"],
    [265, 329, "owner's name"],
    [500, 512, "byte after its header"],
  ];
  for (const [at, end, what] of texts) {
    if (!isZero(bytes.subarray(at, end))) throw new RangeError(`tar entry has a ${what}`);
  }
}

function path(bytes: Uint8Array): Uint8Array {
  const name = ended(bytes.subarray(0, 100));
  const prefix = ended(bytes.subarray(345, 500));
  return prefix.length === 0 ? name : Uint8Array.of(...prefix, 0x2f, ...name);
}

/** A field without the NULs at its end, which has none elsewhere. */
function ended(field: Uint8Array): Uint8Array {
  const end = field.indexOf(0);
  if (end < 0) return field.slice();
  if (!isZero(field.subarray(end))) throw new RangeError("tar entry has bytes behind its name");
  return field.slice(0, end);
}

function octal(bytes: Uint8Array, at: number, length: number, what: string): number {
  const match = /^([0-7]+)[ \0]+$/.exec(latin(bytes.subarray(at, at + length)));
  if (!match) throw new RangeError(`tar header's ${what} is no octal number`);
  return Number.parseInt(match[1]!, 8);
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** Whether all bytes are zero. */
export function isZero(bytes: Uint8Array): boolean {
  return bytes.every((b) => b === 0);
}
