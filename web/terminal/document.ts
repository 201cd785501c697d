// Members of JSON documents that others sent: read by their types, or refused.

/** A JSON object. */
export type Document = Readonly<Record<string, unknown>>;

/** Reads a JSON object. */
export function parseDocument(text: string): Document {
  return asDocument("answer", JSON.parse(text) as unknown);
}

/** Takes a value for an object. */
export function asDocument(name: string, value: unknown): Document {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError(`${name} is no object`);
  return value as Document;
}

/** Takes a value for a list. */
export function asList(name: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${name} is no list`);
  return value as unknown[];
}

/** A text. */
export function textOf(of: Document, name: string): string {
  const value = of[name];
  if (typeof value !== "string") throw new TypeError(`${name} is no text`);
  return value;
}

/** A text, undefined where the member is missing. */
export function optionalText(of: Document, name: string): string | undefined {
  return of[name] === undefined ? undefined : textOf(of, name);
}

/** A whole number from 0 to 2^53 − 1. */
export function wholeOf(of: Document, name: string): number {
  const value = of[name];
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new TypeError(`${name} is no whole number`);
  return value as number;
}

/** A whole number, 0 where the member is missing. */
export function optionalWhole(of: Document, name: string): number {
  return of[name] === undefined ? 0 : wholeOf(of, name);
}

/** True or false. */
export function flagOf(of: Document, name: string): boolean {
  const value = of[name];
  if (typeof value !== "boolean") throw new TypeError(`${name} is neither true nor false`);
  return value;
}
