// JSON documents that prove something (spec 6.6, 6.8): their bytes are those of
// JSON.stringify(document, null, 2) and a line feed, and of nothing else.

const maxBytes = 1 << 20;

/** An object of JSON. */
export type Members = Readonly<Record<string, unknown>>;

/** Writes a document. */
export function documentBytes(document: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`);
}

/**
 * Reads a document.
 * @param rebuild makes the document anew from the members that it knows, in their order
 * @returns what it made
 * @throws RangeError for more than 1 MiB, and other bytes than would be written of it
 */
export function readDocument<T>(bytes: Uint8Array, rebuild: (members: Members) => T): T {
  if (bytes.length > maxBytes)
    throw new RangeError(`document has ${bytes.length} bytes, at most ${maxBytes} are allowed`);
  const text = decode(bytes);
  const document = rebuild(objectOf("document", parse(text)));
  if (`${JSON.stringify(document, null, 2)}\n` !== text)
    throw new RangeError("document has other bytes than would be written of it");
  return document;
}

/** Takes an object. */
export function objectOf(name: string, value: unknown): Members {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new RangeError(`${name} is no object`);
  return value as Members;
}

/** Takes a list. */
export function arrayOf(name: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new RangeError(`${name} is no list`);
  return value;
}

/** Takes a text. */
export function stringOf(name: string, value: unknown): string {
  if (typeof value !== "string") throw new RangeError(`${name} is no text`);
  return value;
}

/** Takes a number from 0 to 2^53 − 1. */
export function numberOf(name: string, value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new RangeError(`${name} is no whole number`);
  return value as number;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new RangeError("document is not utf-8");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RangeError("document is no json", { cause });
  }
}
