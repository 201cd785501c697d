// Codes (spec 7): wraps as the text of a QR code, and as links.
//
//	payload  = rlp([header, entry bytes … in ZIP order])            the entries after header; mimetype and frame are rebuilt
//	pointer  = rlp([header])                                        the wrap is found by its digest elsewhere
//	QR text  = "WRAP1:" ‖ base45(payload)                           RFC 9285, alphanumeric mode
//	link     = any http(s) address with the fragment base32(payload)            RFC 4648, upper case, no padding

import { decodeBase32, encodeBase32 } from "./base32.ts";
import { decodeBase45, encodeBase45 } from "./base45.ts";
import { type Header, readHeader } from "./header.ts";
import { bytesOf, listOf } from "./items.ts";
import { type EntrySize, maxHeader, piecesLength, piecesName, programName, sectionName } from "./layout.ts";
import { decodeRlp } from "./rlp.ts";

/** A code that was read. */
export interface Code {
  payload: Uint8Array;
  header: Header;
  /** The entries after mimetype, or of a pointer none: its wrap is elsewhere. */
  entries: { name: string; bytes: Uint8Array }[] | undefined;
}

const prefix = "WRAP1:";
const maxPayload = 1 << 20;
// No header is so short that fewer characters hold it.
const minFragment = 480;

/**
 * Reads the text of a QR code, or a link.
 * @throws RangeError for what is neither, and what the header does not tell of
 */
export function readCode(text: string): Code {
  return readPayload(text.startsWith(prefix) ? decodeBase45(bounded(text.slice(prefix.length))) : readLink(text));
}

/**
 * Reads a payload.
 * @throws RangeError when the entries are not those that the header tells of
 */
export function readPayload(payload: Uint8Array): Code {
  if (payload.length > maxPayload)
    throw new RangeError(`payload has ${payload.length} bytes, at most ${maxPayload} are allowed`);
  const items = listOf("payload", decodeRlp(payload)).map((item) => bytesOf("entry", item, 0, maxPayload));
  const [first, ...rest] = items;
  if (!first) throw new RangeError("payload has no header");
  const header = readHeader(bytesOf("header", first, 1, maxHeader));
  if (rest.length === 0) return { payload, header, entries: undefined };
  const told = entriesOf(header);
  if (rest.length !== told.length)
    throw new RangeError(`payload has ${rest.length} entries, the header tells of ${told.length}`);
  const entries = told.map(({ name, size }, i) => ({ name, bytes: bytesOf(name, rest[i]!, size, size) }));
  return { payload, header, entries: [{ name: "header", bytes: first }, ...entries] };
}

/** The names and sizes of the entries after header that a header tells of, in their order. */
export function entriesOf({ content }: Header): EntrySize[] {
  const sections = content.sections.flatMap(({ sealedSize }, n) => {
    const size = Number(sealedSize);
    const list = piecesLength(size);
    return [{ name: sectionName(n), size }, ...(list > 0 ? [{ name: piecesName(n), size: list }] : [])];
  });
  const { program, cover } = content;
  return [
    ...sections,
    ...(program ? [{ name: programName, size: Number(program.sealedSize) }] : []),
    ...(cover ? [{ name: cover.name, size: cover.size }] : []),
  ];
}

/** The text of a payload's QR code. */
export function codeText(payload: Uint8Array): string {
  return prefix + encodeBase45(payload);
}

/** The fragment of a payload's links. */
export function codeFragment(payload: Uint8Array): string {
  return encodeBase32(payload);
}

/** The payload of a link: its fragment's, which is never sent to the server. */
function readLink(text: string): Uint8Array {
  const link = /^([^#\s]+)#([^#]*)$/.exec(text);
  const address = link?.[1] ?? "";
  if (!link || !/^https?:\/\//i.test(address) || !URL.canParse(address)) {
    throw new RangeError(`neither a code, which begins with ${prefix}, nor a link with a wrap behind #`);
  }
  const fragment = link[2]!;
  if (fragment.length < minFragment)
    throw new RangeError(`link's fragment has ${fragment.length} characters, too few for a wrap`);
  return decodeBase32(bounded(fragment));
}

/** Refuses text that is too long for the largest payload, before it is decoded. */
function bounded(text: string): string {
  if (text.length > 2 * maxPayload) throw new RangeError(`code has ${text.length} characters, too many for a wrap`);
  return text;
}
