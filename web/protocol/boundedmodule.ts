// A release program with its bound of memory built in. An engine lets memory.grow
// fail where memory ends, which programs handle in ways of their own; a program
// that asks for more than 64 MiB is to be stopped (spec 6.7). So the memory gets
// that maximum, and each memory.grow becomes a call of a function that is added:
//
//	grow(pages):
//	  was = memory.grow(pages)
//	  if was = −1 and memory.size + pages ≤ the module's own maximum:
//	    asked = 1; unreachable
//	  return was
//
// Beyond its own maximum, or 4 GiB, memory.grow fails as WebAssembly has it. A
// start function, which would run before anything can be given to it, is exported
// instead, and called first. All that is added stands behind what is there, so
// that nothing gets another number.

import { type Form, type FunctionBody, maxPages, sectionOrder } from "./module.ts";
import { leb, WasmReader } from "./wasmreader.ts";

/** A module to compile, and the names that were added to its exports. */
export interface BoundedModule {
  readonly wasm: Uint8Array<ArrayBuffer>;
  /** A global, 1 once the program asked for too much memory. */
  readonly asked: string;
  /** The function to call before _start, if there is one. */
  readonly start: string | undefined;
}

/** Builds the bound into a module. */
export function boundMemory(form: Form): BoundedModule {
  const asked = freeName(form, "asked");
  const start = form.start === undefined ? undefined : freeName(form, "start");
  const grow = form.functions;
  const exports = [[...text(asked), 3, ...leb(form.globals)]];
  if (start !== undefined) exports.push([...text(start), 0, ...leb(form.start!)]);
  const sections = new Map(form.sections.map(({ id, body }) => [id, body]));
  sections.delete(8);
  append(sections, 1, [[0x60, 1, 0x7f, 1, 0x7f]]);
  append(sections, 3, [leb(form.types)]);
  append(sections, 6, [[0x7f, 1, 0x41, 0, 0x0b]]);
  append(sections, 7, exports);
  const { least, most = 65536 } = form.memory;
  sections.set(5, Uint8Array.from([1, 1, ...leb(least), ...leb(Math.min(most, maxPages))]));
  sections.set(10, code([...form.code.map((body) => calling(body, grow)), growBody(most, form.globals)]));
  return { wasm: assemble(sections), asked, start };
}

function growBody(most: number, asked: number): Uint8Array {
  return Uint8Array.from([
    ...[1, 1, 0x7f], // was, an i32
    ...[0x20, 0, 0x40, 0, 0x22, 1, 0x41, 0x7f, 0x46, 0x04, 0x40], // was = grow(pages); if was = −1
    ...[0x20, 0, 0xad, 0x3f, 0, 0xad, 0x7c], // pages + memory.size, which are 64-bit: no sum wraps
    ...[0x42, ...signed(most), 0x58, 0x04, 0x40], // if at most `most`
    ...[0x41, 1, 0x24, ...leb(asked), 0x00], // asked = 1; unreachable
    ...[0x0b, 0x0b, 0x20, 1, 0x0b],
  ]);
}

/** A body with calls in place of memory.grow. */
function calling({ bytes, grows }: FunctionBody, grow: number): Uint8Array {
  const call = Uint8Array.from([0x10, ...leb(grow)]);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const found of grows) {
    parts.push(bytes.subarray(at, found), call);
    at = found + 2;
  }
  return join([...parts, bytes.subarray(at)]);
}

function code(bodies: readonly Uint8Array[]): Uint8Array {
  const sized = bodies.flatMap((body) => [Uint8Array.from(leb(body.length)), body]);
  return join([Uint8Array.from(leb(bodies.length)), ...sized]);
}

/** Adds items to a section's vector, which may be missing. */
function append(sections: Map<number, Uint8Array>, id: number, items: readonly number[][]): void {
  const r = new WasmReader(sections.get(id) ?? Uint8Array.of(0));
  const count = r.number() + items.length;
  sections.set(id, join([Uint8Array.from(leb(count)), r.take(r.left), Uint8Array.from(items.flat())]));
}

function assemble(sections: ReadonlyMap<number, Uint8Array>): Uint8Array<ArrayBuffer> {
  const parts = sectionOrder.flatMap((id) => {
    const body = sections.get(id);
    return body ? [Uint8Array.from([id, ...leb(body.length)]), body] : [];
  });
  return join([Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00), ...parts]);
}

/** A name that the module does not export. */
function freeName(form: Form, name: string): string {
  const taken = new Set(form.exports);
  while (taken.has(name)) name += "_";
  return name;
}

function text(name: string): number[] {
  return [...leb(name.length), ...[...name].map((c) => c.charCodeAt(0))];
}

/** A signed number that is not below 0. */
function signed(n: number): number[] {
  return n < 0x40 ? [n] : [(n % 0x80) | 0x80, ...signed(Math.floor(n / 0x80))];
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
