// Running release programs (spec 6.7): a WASI command that is given a section's
// bytes and the order, and writes the product.
//
//	section (verified, decrypted) → descriptor 0 ┐
//	order → environment                          ├ program → descriptor 1 → product
//	receipt σ → random numbers                   ┘
//
// It is a stranger's code, and can reach nothing else. It runs to its end in the
// thread that calls it: whoever starts one does so in a worker, and ends the
// worker after {@link timeLimit}.

import { boundMemory, type BoundedModule } from "./boundedmodule.ts";
import { environment, type Purchase } from "./environment.ts";
import { readForm } from "./module.ts";
import { compressG1 } from "./point.ts";
import { randomNumbers } from "./random.ts";
import { wasiFunctions } from "./wasi.ts";
import { wasi } from "./wasisignatures.ts";
import { UnfitError } from "./wasmreader.ts";

/** A program that was checked and compiled, and can be run any number of times. */
export interface Program {
  /** The functions that it imports, as MODULE.NAME. */
  readonly imports: readonly string[];
  readonly module: WebAssembly.Module;
  readonly added: Pick<BoundedModule, "asked" | "start">;
}

/** Why a program failed. What it wrote is no product. */
export type Reason =
  /** It asked for more than 64 MiB of memory. */
  | "memory"
  /** It wrote more than {@link outputLimit}. */
  | "output"
  /** It took longer than {@link timeLimit}: said by who ended its worker. */
  | "time"
  /** It named a file. */
  | "files"
  /** It used a socket. */
  | "network"
  /** It ended with another status than 0. */
  | "exit"
  /** It calls itself deeper than this engine's stack reaches. */
  | "depth"
  /** It broke down. */
  | "trap"
  /** It is none that a terminal may run. */
  | "unfit"
  /** What it made of a folder is none. */
  | "folder";

/** A program's own failure: a terminal keeps the section's bytes instead. */
export class ProgramError extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, message: string, options?: ErrorOptions) {
    super(`release program failed: ${message}`, options);
    this.reason = reason;
  }
}

/** Bytes that a program may write for a section of so many. */
export function outputLimit(size: number): number {
  return (16 << 20) + 4 * size;
}

/** Milliseconds that a program may take for a section of so many bytes. */
export function timeLimit(size: number): number {
  return 1000 * (30 + 4 * Math.ceil(size / (1 << 20)));
}

/**
 * Checks a program and compiles it.
 * @throws ProgramError of the reason unfit; where the page's policy lets it compile
 *   nothing (`wasm-unsafe-eval`), or memory is short, the engine's own error
 */
export async function compileProgram(wasm: Uint8Array): Promise<Program> {
  const form = attempt(() => readForm(wasm));
  const { wasm: bounded, ...added } = boundMemory(form);
  return { imports: form.imports, module: await compile(bounded), added };
}

function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof UnfitError)) throw cause;
    throw new ProgramError("unfit", cause.message, { cause });
  }
}

async function compile(wasm: Uint8Array<ArrayBuffer>): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(wasm);
  } catch (cause) {
    // What is valid and yet does not compile is not the publisher's fault.
    if (!(cause instanceof WebAssembly.CompileError) || WebAssembly.validate(wasm)) throw cause;
    throw new ProgramError("unfit", cause.message, { cause });
  }
}

/** A section's bytes, and what takes the product's: as {@link Surroundings} has them. */
export interface Streams {
  /** Of the section, in bytes. */
  readonly size: number;
  readonly read: (length: number) => Uint8Array;
  readonly write: (bytes: Uint8Array) => void;
}

/**
 * Runs a program on a section whose bytes were verified.
 * @throws ProgramError when it fails; what the streams throw comes through as it is
 */
export async function runProgram(program: Program, purchase: Purchase, streams: Streams): Promise<void> {
  const run = new Run(purchase, streams);
  const functions = run.functions(() => memory);
  const instance = await instantiate(program.module, functions);
  const { memory, _start, ...exports } = instance.exports as Exports;
  run.start([exports[program.added.start ?? ""], _start], exports[program.added.asked] as WebAssembly.Global);
}

/** Data that does not fit the memory is the program's fault; memory that is not to be had is not. */
async function instantiate(module: WebAssembly.Module, functions: WebAssembly.ModuleImports) {
  try {
    return await WebAssembly.instantiate(module, { [wasi]: functions });
  } catch (cause) {
    if (!(cause instanceof WebAssembly.RuntimeError)) throw cause;
    throw new ProgramError("trap", cause.message, { cause });
  }
}

type Exports = { memory: WebAssembly.Memory; _start: () => void } & Record<string, unknown>;

/** How a run ended from within it. */
class End extends Error {
  readonly failure: ProgramError | undefined;

  constructor(failure?: ProgramError) {
    super("the program ended");
    this.failure = failure;
  }
}

class Run {
  readonly #purchase: Purchase;
  readonly #streams: Streams;
  #written = 0;
  readonly #said: number[] = [];

  constructor(purchase: Purchase, streams: Streams) {
    this.#purchase = purchase;
    this.#streams = streams;
  }

  functions(memory: () => WebAssembly.Memory): WebAssembly.ModuleImports {
    const given = {
      args: ["release-program"],
      environment: environment(this.#purchase),
      random: randomNumbers(compressG1(this.#purchase.receipt)),
      now: this.#purchase.paidAt,
      read: this.#streams.read,
      write: (bytes: Uint8Array) => this.#write(bytes),
      say: (bytes: Uint8Array) => void this.#said.push(...bytes.subarray(0, maxSaid - this.#said.length)),
      exit: (status: number) => this.#end(status === 0 ? undefined : this.#failed("exit", `exit status ${status}`)),
      refuse: (name: string) => {
        const [reason, wants] = name.startsWith("path_") ? (["files", "files"] as const) : networks;
        return this.#end(this.#failed(reason, `it wants ${wants}, and there are none`));
      },
    };
    return { ...wasiFunctions(given, memory) };
  }

  /** Calls functions, one after another, and judges how they end. */
  start(functions: readonly unknown[], asked: WebAssembly.Global): void {
    try {
      for (const f of functions) if (typeof f === "function") f();
    } catch (error) {
      this.#judge(error, asked.value === 1);
    }
  }

  #judge(error: unknown, asked: boolean): void {
    if (error instanceof End) {
      if (error.failure) throw error.failure;
      return;
    }
    if (asked) throw this.#failed("memory", "it wants more than 64 MiB of memory");
    if (isStackOverflow(error)) throw this.#failed("depth", "it calls itself too deep for this engine", error);
    if (error instanceof WebAssembly.RuntimeError) throw this.#failed("trap", error.message, error);
    throw error; // of the streams
  }

  #write(bytes: Uint8Array): void {
    const limit = outputLimit(this.#streams.size);
    if (bytes.length > limit - this.#written) this.#end(this.#failed("output", `it writes more than ${limit} bytes`));
    this.#streams.write(bytes);
    this.#written += bytes.length;
  }

  #end(failure?: ProgramError): never {
    throw new End(failure);
  }

  #failed(reason: Reason, message: string, cause?: unknown): ProgramError {
    const said = printable(Uint8Array.from(this.#said));
    const text = said === "" ? message : `${message}; it said ${JSON.stringify(said)}`;
    return new ProgramError(reason, text, { cause });
  }
}

// Of what a program says, a failure repeats this much.
const maxSaid = 1024;
const networks = ["network", "networks"] as const;

/** Chromium throws a RangeError, Firefox an InternalError. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof Error && /call stack|recursion/i.test(error.message);
}

/** Drops what could play tricks on who reads it. */
function printable(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes).replace(/[\n\t]/g, " ");
  return text.replace(/[\p{C}\p{Zl}\p{Zp}\u{fffd}]/gu, "").trim();
}
