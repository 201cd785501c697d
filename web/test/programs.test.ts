// Programs find the same here as with the commands, down to the numbers of errors.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { compileProgram, ProgramError, runProgram } from "../protocol/program.ts";
import { signatures, type WasiName, wasiNames } from "../protocol/wasisignatures.ts";
import { builtCommands } from "./gocommands.ts";
import { invented } from "./invented.ts";
import { leb } from "../protocol/wasmreader.ts";
import { command, constant, store, write } from "./wasmmodule.ts";

const section = Buffer.from("0123456789".repeat(20_000));

/** What a program makes here; undefined where it fails. */
async function here(wasm: Uint8Array): Promise<string | undefined> {
  const out: Uint8Array[] = [];
  let at = 0;
  const read = (length: number): Uint8Array => section.subarray(at, (at += length));
  const streams = { size: section.length, read, write: (part: Uint8Array) => void out.push(part.slice()) };
  try {
    await runProgram(await compileProgram(wasm), invented("ada"), streams);
  } catch (error) {
    if (error instanceof ProgramError) return undefined;
    throw error;
  }
  return Buffer.concat(out).toString("hex");
}

// Where calls put what they find; and where their errors' numbers are gathered.
const [results, size, errors] = [1024, 512, 8192];

/** Calls a function with numbers, each as its parameter is, and gathers the error's number. */
function gathered(imports: readonly WasiName[], i: number, name: WasiName, args: readonly number[]): number[] {
  const types = signatures.get(name)!.match(/i\d\d/g) ?? [];
  const pushed = args.flatMap((arg, n) => (types[n] === "i64" ? [0x42, ...constant(arg).slice(1)] : constant(arg)));
  return store(errors + 4 * i, [...pushed, 0x10, imports.indexOf(name)]);
}

/** A program that makes calls, and then writes all that they found. */
function asking(calls: readonly (readonly [WasiName, ...number[]])[]): Uint8Array {
  const imports = ["fd_write" as const, ...wasiNames.filter((name) => name !== "fd_write")];
  const body = calls.flatMap(([name, ...args], i) => gathered(imports, i, name, args));
  const found = [...write(0, results, size), ...write(0, errors, 4 * calls.length)];
  return command({ imports, body: [...body, ...found] });
}

/** A program that makes its memory grow, and writes what that gave. */
function growing(memory: readonly number[], pages: number): Uint8Array {
  const body = [...store(64, [...constant(pages), 0x40, 0]), ...write(0, 64, 4)];
  return command({ imports: ["fd_write"], memory, body });
}

// Those that are refused, or stopped.
const failing = new Set([
  "growing beyond the bound",
  "growing beyond the bound, within the module's own",
  "growing to all addresses",
  "beginning beyond the bound",
  "a tail call",
  "a null reference",
  "a typed select",
  "an atomic fence",
  "a file",
  "a socket",
]);

const descriptors = [0, 1, 2, 3, 0x7fffffff];
const each = (of: (fd: number, at: number) => readonly [WasiName, ...number[]]) =>
  descriptors.map((fd, i) => of(fd, results + 64 * i));

const programs: Record<string, Uint8Array> = {
  "states of descriptors": asking(each((fd, at) => ["fd_fdstat_get", fd, at])),
  "states of files": asking(each((fd, at) => ["fd_filestat_get", fd, at])),
  "preopened folders": asking(each((fd, at) => ["fd_prestat_get", fd, at])),
  "names of folders": asking([
    ...each((fd, at) => ["fd_prestat_dir_name", fd, at, 1]),
    ["fd_prestat_dir_name", 0, results, 0],
  ]),
  seeking: asking([...each((fd, at) => ["fd_seek", fd, 1, 0, at]), ...each((fd, at) => ["fd_tell", fd, at])]),
  flags: asking([0, 1, 2, 4, 8, 16, 5].map((flags) => ["fd_fdstat_set_flags", 1, flags] as const)),
  "flags of descriptors": asking(each((fd) => ["fd_fdstat_set_flags", fd, 1])),
  rights: asking(each((fd) => ["fd_fdstat_set_rights", fd, 0, 0])),
  syncing: asking([...each((fd) => ["fd_sync", fd]), ...each((fd) => ["fd_datasync", fd])]),
  advice: asking([...each((fd) => ["fd_advise", fd, 0, 0, 1]), ["fd_advise", 0, 0, 0, 6], ["fd_advise", 0, 0, 0, 256]]),
  room: asking([...each((fd) => ["fd_allocate", fd, 0, 1]), ["fd_allocate", 1, 0, 0]]),
  sizes: asking(each((fd) => ["fd_filestat_set_size", fd, 0])),
  reading: asking([
    ["fd_read", 0, 0, 0, results],
    ["fd_read", 1, 0, 0, results],
    ["fd_read", 3, 0, 0, results],
  ]),
  "positions of reading": asking(each((fd, at) => ["fd_pread", fd, 0, 1, 0, at])),
  "positions of writing": asking(each((fd, at) => ["fd_pwrite", fd, 0, 1, 0, at])),
  lists: asking([...each((fd, at) => ["fd_readdir", fd, at, 64, 0, at]), ["fd_readdir", 0, results, 23, 0, results]]),
  renumbering: asking([
    ["fd_renumber", 0, 1],
    ["fd_renumber", 3, 0],
    ["fd_renumber", 1, 9],
  ]),
  closing: asking([
    ["fd_close", 0],
    ["fd_close", 0],
    ["fd_read", 0, 0, 0, results],
    ["fd_renumber", 0, 1],
    ["fd_close", 7],
  ]),
  clocks: asking([0, 1, 1, 2, 3].map((id, i) => ["clock_time_get", id, 0, results + 8 * i] as const)),
  resolutions: asking([0, 1, 2].map((id, i) => ["clock_res_get", id, results + 8 * i] as const)),
  command: asking([
    ["args_sizes_get", results, results + 4],
    ["args_get", results + 8, results + 32],
  ]),
  environment: asking([
    ["environ_sizes_get", results, results + 4],
    ["environ_get", 16384, 20000],
    ["environ_get", 65534, 0],
  ]),
  chance: asking([
    ["random_get", results, 33],
    ["random_get", results + 64, 0],
    ["random_get", results + 100, 300],
    ["random_get", 65000, 1000],
  ]),
  waiting: asking([
    ["poll_oneoff", 0, results, 0, results],
    ["poll_oneoff", 4096, 2048, 2, results],
    ["sched_yield"],
    ["proc_raise", 1],
  ]),
  "far results": asking([
    ["clock_time_get", 0, 0, 65530],
    ["fd_fdstat_get", 0, 65530],
    ["args_sizes_get", 65534, 0],
  ]),
  growing: growing([0, 1], 1023),
  "growing by nothing": growing([0, 1], 0),
  "growing beyond the module's own end": growing([1, 1, 3], 3),
  "growing beyond all addresses": growing([0, 1], 65536),
  "growing beyond the bound": growing([0, 1], 1024),
  "growing beyond the bound, within the module's own": growing([1, 1, ...leb(2000)], 1500),
  "growing to all addresses": growing([0, 1], 65535),
  "beginning beyond the bound": growing([0, ...leb(1025)], 0),
  "a start function": command({
    imports: ["fd_write"],
    data: "ab",
    body: write(0, 65, 1),
    others: [write(0, 64, 1)],
    start: 2,
  }),
  "a tail call": command({ body: [0x12, 0] }),
  "a null reference": command({ body: [0xd0, 0x70, 0x1a] }),
  "a typed select": command({ body: [...constant(0), ...constant(0), ...constant(0), 0x1c, 1, 0x7f, 0x1a] }),
  "an atomic fence": command({ body: [0xfe, 0x03, 0] }),
  "a vector": command({ body: [0xfd, 0x0c, ...Array<number>(16).fill(1), 0xfd, 0x53, 0x1a] }),
  "a fill": command({
    imports: ["fd_write"],
    body: [...constant(64), ...constant(7), ...constant(9), 0xfc, 11, 0, ...write(0, 64, 9)],
  }),
  "a file": asking([["path_unlink_file", 3, 0, 0]]),
  "a socket": asking([["sock_accept", 3, 0, results]]),
};

test("each call of WASI gives what it gives to the command", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "shrinkwrap-web-"));
  try {
    const shrinkwrap = join(await builtCommands("shrinkwrap"), "shrinkwrap");
    for (const [what, wasm] of Object.entries(programs)) {
      await t.test(what, async () => {
        const file = join(folder, "program.wasm");
        await writeFile(file, wasm);
        const there = spawnSync(shrinkwrap, ["program", "run", file, "--buyer", "ada"], { input: section });
        assert.equal(there.status !== 0, failing.has(what), String(there.stderr));
        assert.equal(
          await here(wasm),
          there.status === 0 ? there.stdout.toString("hex") : undefined,
          String(there.stderr),
        );
      });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
