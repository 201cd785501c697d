// Small WebAssembly modules, written by hand.

import { signatures, wasi, type WasiName } from "../protocol/wasisignatures.ts";
import { leb } from "../protocol/wasmreader.ts";

/** A module with one function, which is exported as _start. */
export interface Command {
  /** Functions of WASI: 0, 1 …; the module's own follow. */
  imports?: readonly WasiName[];
  /** Instructions of _start, without the end. */
  body?: readonly number[];
  /** Variables of _start, all i32. */
  locals?: number;
  /** Further functions () → (), without their ends. */
  others?: readonly (readonly number[])[];
  /** The function that runs first. */
  start?: number;
  /** At address 64. */
  data?: string;
  /** Limits of the memory. */
  memory?: readonly number[];
  /** Sections to put in before the code, or in place of others. */
  sections?: Record<number, readonly number[]>;
}

/** The module's bytes. */
export function command({ imports = [], body = [], locals = 0, others = [], ...more }: Command): Uint8Array {
  const code = [body, ...others].map((instructions, i) => {
    const bytes = [...(i === 0 && locals > 0 ? [1, ...leb(locals), 0x7f] : [0]), ...instructions, 0x0b];
    return [...leb(bytes.length), ...bytes];
  });
  const sections: Record<number, readonly number[]> = {
    1: vector([[0x60, 0, 0], ...imports.map(typeOf)]),
    2: vector(imports.map((name, i) => [...text(wasi), ...text(name), 0, ...leb(i + 1)])),
    3: vector(code.map(() => [0])),
    5: [1, ...(more.memory ?? [0, 1])],
    7: vector([
      [...text("_start"), 0, imports.length],
      [...text("memory"), 2, 0],
    ]),
    ...(more.start === undefined ? {} : { 8: leb(more.start) }),
    10: vector(code),
    11: vector([[0, ...constant(64), 0x0b, ...text(more.data ?? "")]]),
    ...more.sections,
  };
  const all = Object.entries(sections).flatMap(([id, content]) => [Number(id), ...leb(content.length), ...content]);
  return Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...all);
}

/** i32.const of what is not below 0. */
export function constant(n: number): number[] {
  const bytes = leb(n);
  const last = bytes.at(-1)!;
  return last < 0x40 ? [0x41, ...bytes] : [0x41, ...bytes.slice(0, -1), last | 0x80, 0];
}

/** Calls an import with constants, and leaves what it returns. */
export function call(f: number, ...args: number[]): number[] {
  return [...args.flatMap(constant), 0x10, f];
}

/** Stores an i32 at an address. */
export function store(at: number, value: readonly number[]): number[] {
  return [...constant(at), ...value, 0x36, 2, 0];
}

/** Writes bytes at an address to descriptor 1, by function f. */
export function write(f: number, at: number, size: number): number[] {
  return [...store(0, constant(at)), ...store(4, constant(size)), ...call(f, 1, 0, 1, 8), 0x1a];
}

function typeOf(name: WasiName): number[] {
  const [params = "", result = ""] = signatures.get(name)!.slice(1).split(")");
  const types = (list: string): number[][] =>
    (list.match(/i\d\d/g) ?? []).map((type) => [type === "i64" ? 0x7e : 0x7f]);
  return [0x60, ...vector(types(params)), ...vector(types(result))];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...leb(items.length), ...items.flat()];
}

function text(s: string): number[] {
  return [...leb(s.length), ...Buffer.from(s)];
}
