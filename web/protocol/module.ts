// The form of a release program (spec 6.7), read from its bytes before any engine
// compiles them. A module is 8 bytes of preamble and then sections,
// id(1) ‖ size(LEB128) ‖ body; of a body, each item is
//
//	1 types      0x60 ‖ vec(type(1)) ‖ vec(type(1))
//	2 imports    name ‖ name ‖ kind(1) ‖ type
//	3 functions  type
//	4 tables     kind(1) ‖ limits
//	5 memories   limits                                   limits = flags(1) ‖ least [‖ most]
//	6 globals    type(1) ‖ mutable(1) ‖ expression
//	7 exports    name ‖ kind(1) ‖ index
//	9 elements   flags ‖ [table] ‖ [expression] ‖ [kind(1)] ‖ vec(index or expression)
//	10 code      size ‖ vec(count ‖ type(1)) ‖ instructions
//	11 data      flags ‖ [memory] ‖ [expression] ‖ bytes
//
// Sections 8 (start) and 12 (a count) are a number. Custom ones, 0, are left out:
// nothing here needs what they say.

import { constantExpression, valueType, walk } from "./instructions.ts";
import { signatures, wasi } from "./wasisignatures.ts";
import { UnfitError, WasmReader } from "./wasmreader.ts";

/** Bytes of a program at most, not compressed. */
export const maxModule = 8 << 20;

/** Bytes of a page of memory, and how many pages a program may have: 64 MiB. */
export const pageSize = 1 << 16;
export const maxPages = 1024;

const maxTable = 1 << 20;
const maxFunction = 128 << 10;
const maxLocals = 8192;

/** A function of a module, and where it makes memory grow. */
export interface FunctionBody {
  /** Locals and instructions. */
  readonly bytes: Uint8Array;
  /** Where in the bytes each memory.grow begins, which has two. */
  readonly grows: readonly number[];
}

/** A module that is of the right form. Whether it is valid is the engine's to say. */
export interface Form {
  /** Its sections without custom ones, in their order. */
  readonly sections: readonly { readonly id: number; readonly body: Uint8Array }[];
  /** The functions that it imports, as MODULE.NAME. */
  readonly imports: readonly string[];
  /** How many there are: of types, of imported and own functions, of globals. */
  readonly types: number;
  readonly functions: number;
  readonly globals: number;
  readonly exports: readonly string[];
  readonly memory: Limits;
  readonly code: readonly FunctionBody[];
  /** The function that runs before _start, if one does. */
  readonly start: number | undefined;
}

/** Limits of a memory in pages, or of a table in elements. */
export interface Limits {
  readonly least: number;
  readonly most: number | undefined;
}

/**
 * Reads a program's form.
 * @throws UnfitError for what no terminal may run
 */
export function readForm(wasm: Uint8Array): Form {
  if (wasm.length > maxModule) throw new UnfitError(`it has ${wasm.length} bytes, at most ${maxModule} are allowed`);
  const r = new WasmReader(wasm);
  if (wasm.length < 8 || !preamble.every((b, i) => wasm[i] === b)) throw new UnfitError("it is no WebAssembly module");
  r.take(8);
  const form = new FormReader();
  while (r.left > 0) form.section(r.byte(), r.counted());
  return form.finish();
}

const preamble = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** The order of a module's sections. */
export const sectionOrder = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 10, 11];

class FormReader {
  #last = -1;
  readonly #sections: { id: number; body: Uint8Array }[] = [];
  readonly #types: string[] = [];
  readonly #imports: { name: string; type: number }[] = [];
  #functions: number[] = [];
  #globals = 0;
  readonly #exports = new Map<string, { kind: number; index: number }>();
  readonly #memories: Limits[] = [];
  #code: FunctionBody[] = [];
  #start: number | undefined;

  section(id: number, body: Uint8Array): void {
    if (id === 0) return;
    const place = sectionOrder.indexOf(id);
    if (place < 0) throw new UnfitError(`it has section ${id}, which WebAssembly 2.0 has not`);
    if (place <= this.#last) throw new UnfitError(`section ${id} is not in its place`);
    this.#last = place;
    this.#sections.push({ id, body });
    const r = new WasmReader(body);
    this.#items(id, r);
    if (r.left > 0) throw new UnfitError(`section ${id} has ${r.left} bytes more than it says`);
  }

  #items(id: number, r: WasmReader): void {
    switch (id) {
      case 1:
        return void r.vector(3, () => this.#types.push(functionType(r)));
      case 2:
        return void r.vector(4, () => this.#import(r));
      case 3:
        this.#functions = r.vector(1, () => r.number());
        return;
      case 4:
        return checkTables(r.vector(3, () => table(r)));
      case 5:
        return void r.vector(2, () => this.#memories.push(limits(r)));
      case 6:
        this.#globals = r.vector(4, () => global(r)).length;
        return;
      case 7:
        return void r.vector(3, () => this.#export(r));
      case 8:
        this.#start = r.number();
        return;
      case 9:
        return void r.vector(2, () => element(r));
      case 10:
        this.#code = r.vector(2, () => functionBody(r));
        return;
      case 11:
        return void r.vector(2, () => data(r));
      case 12:
        return void r.number();
    }
  }

  #import(r: WasmReader): void {
    const name = `${name_(r)}.${name_(r)}`;
    const kind = r.byte();
    if (kind !== 0) throw new UnfitError(`it imports ${JSON.stringify(name)}, which is no function`);
    this.#imports.push({ name, type: r.number() });
  }

  #export(r: WasmReader): void {
    const name = name_(r);
    if (this.#exports.has(name)) throw new UnfitError(`it exports ${JSON.stringify(name)} twice`);
    this.#exports.set(name, { kind: r.byte(), index: r.number() });
  }

  finish(): Form {
    const foreign = this.#imports.filter(({ name, type }) => this.#types[type] !== offered(name));
    if (foreign.length > 0) {
      const names = foreign.map(({ name }) => JSON.stringify(name)).join(", ");
      throw new UnfitError(`it imports ${names}, which is not offered: WASI preview 1 is all that there is`);
    }
    const functions = [...this.#imports.map(({ type }) => type), ...this.#functions];
    this.#checkStart(functions);
    return {
      sections: this.#sections,
      imports: this.#imports.map(({ name }) => name),
      types: this.#types.length,
      functions: functions.length,
      globals: this.#globals,
      exports: [...this.#exports.keys()],
      memory: this.#memory(),
      code: this.#code,
      start: this.#start,
    };
  }

  #checkStart(functions: number[]): void {
    const start = this.#exports.get("_start");
    const type = start?.kind === 0 ? this.#types[functions[start.index] ?? -1] : undefined;
    if (type !== "()") {
      throw new UnfitError('it is no WASI command: it exports no function "_start" without parameters and results');
    }
    if (this.#start !== undefined && this.#types[functions[this.#start] ?? -1] !== "()") {
      throw new UnfitError("its start function has parameters or results, or is none");
    }
    if (this.#functions.length !== this.#code.length) throw new UnfitError("it has functions without code");
  }

  #memory(): Limits {
    const exported = this.#exports.get("memory");
    const [memory, another] = this.#memories;
    if (!memory || exported?.kind !== 2) throw new UnfitError('it exports no memory "memory"');
    if (another) throw new UnfitError("it has several memories");
    if (memory.least > maxPages) {
      const bytes = memory.least * pageSize;
      throw new UnfitError(`it begins with ${bytes} bytes of memory, at most ${maxPages * pageSize} are allowed`);
    }
    return memory;
  }
}

function offered(name: string): string | undefined {
  return name.startsWith(`${wasi}.`) ? signatures.get(name.slice(wasi.length + 1)) : undefined;
}

/** A function's type as "(i32, i64) i32". */
function functionType(r: WasmReader): string {
  if (r.byte() !== 0x60) throw new UnfitError("it has types that are no functions'");
  const params = r.vector(1, () => typeNames[valueType(r)]);
  const results = r.vector(1, () => typeNames[valueType(r)]);
  if (results.length > 1) throw new UnfitError("it has functions with several results");
  return `(${params.join(", ")}) ${results.join("")}`.trim();
}

const typeNames: Record<number, string> = { 0x7f: "i32", 0x7e: "i64", 0x7d: "f32", 0x7c: "f64", 0x7b: "v128" };

function name_(r: WasmReader): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(r.counted());
  } catch (cause) {
    throw cause instanceof UnfitError ? cause : new UnfitError("a name is not utf-8");
  }
}

function limits(r: WasmReader): Limits {
  const flags = r.byte();
  if (flags > 1) throw new UnfitError("a memory or table is shared, or has 64-bit addresses");
  return { least: r.number(), most: flags === 1 ? r.number() : undefined };
}

function table(r: WasmReader): Limits {
  if (r.byte() !== 0x70) throw new UnfitError("it has a table of other things than functions");
  return limits(r);
}

function checkTables(tables: readonly Limits[]): void {
  if (tables.length > 1) throw new UnfitError("it has several tables");
  for (const { least } of tables) {
    if (least > maxTable) throw new UnfitError(`its table has ${least} elements, at most ${maxTable} are allowed`);
  }
}

function global(r: WasmReader): void {
  valueType(r);
  if (r.byte() > 1) throw new UnfitError("a global is neither mutable nor not");
  constantExpression(r);
}

// Bit 0: not put into a table at the start; bit 1: a table or a kind is named;
// bit 2: expressions in place of indices.
function element(r: WasmReader): void {
  const flags = r.number();
  if (flags > 7) throw new UnfitError(`an element segment has the flags ${flags}`);
  if ((flags & 3) === 2 && r.number() !== 0) throw new UnfitError("it has several tables");
  if ((flags & 1) === 0) constantExpression(r);
  if ((flags & 3) !== 0 && r.byte() !== ((flags & 4) !== 0 ? 0x70 : 0)) {
    throw new UnfitError("an element segment has other things than functions");
  }
  if ((flags & 4) !== 0) r.vector(2, () => constantExpression(r));
  else r.vector(1, () => r.number());
}

function data(r: WasmReader): void {
  const flags = r.number();
  if (flags > 2) throw new UnfitError(`a data segment has the flags ${flags}`);
  if (flags === 2) r.number();
  if (flags !== 1) constantExpression(r);
  r.counted();
}

function functionBody(r: WasmReader): FunctionBody {
  const bytes = r.counted();
  if (bytes.length > maxFunction) {
    throw new UnfitError(`one of its functions has ${bytes.length} bytes, at most ${maxFunction} are allowed`);
  }
  const body = new WasmReader(bytes);
  let count = 0;
  body.vector(2, () => {
    count += body.number();
    valueType(body);
  });
  if (count > maxLocals) throw new UnfitError(`one of its functions has more than ${maxLocals} variables`);
  return { bytes, grows: walk(body) };
}
