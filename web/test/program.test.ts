// What release programs may be, find and do, beyond the vectors.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Purchase } from "../protocol/environment.ts";
import { readForm } from "../protocol/module.ts";
import { parseG1 } from "../protocol/point.ts";
import { compileProgram, outputLimit, ProgramError, type Reason, runProgram, timeLimit } from "../protocol/program.ts";
import { parseResponse } from "../protocol/schnorr.ts";
import { toHash } from "../protocol/word.ts";
import { amount, place } from "./points.ts";
import { bytes, number } from "./members.ts";
import { leb } from "../protocol/wasmreader.ts";
import { call, command, type Command, constant, store, write } from "./wasmmodule.ts";

const [drop, unreachable, i32store, i64store] = [0x1a, 0x00, [0x36, 2, 0], [0x37, 3, 0]];
const grow = (pages: number): number[] => [...constant(pages), 0x40, 0];

function purchase(): Purchase {
  const file = new URL("../../testdata/vectors/environment_ok_order.json", import.meta.url);
  const of = JSON.parse(readFileSync(file, "utf8")).in as Record<string, unknown>;
  return {
    place: place(of),
    order: toHash(bytes(of, "order")),
    amount: amount(of, "amount"),
    paidAt: number(of, "paidAt"),
    releaseKey: parseG1(bytes(of, "releaseKey")),
    receipt: parseG1(bytes(of, "receipt")),
    tag: parseResponse(bytes(of, "tag")),
  };
}

async function run(of: Command | Uint8Array, section = ""): Promise<Buffer> {
  const program = await compileProgram(of instanceof Uint8Array ? of : command(of));
  const input = Buffer.from(section);
  const out: Uint8Array[] = [];
  let at = 0;
  await runProgram(program, purchase(), {
    size: input.length,
    read: (length) => input.subarray(at, (at += length)),
    write: (part) => void out.push(part.slice()),
  });
  return Buffer.concat(out);
}

const fails = (reason: Reason, of: Command, message?: RegExp) =>
  assert.rejects(run(of), (error: unknown) => {
    assert.ok(error instanceof ProgramError, String(error));
    assert.equal(error.reason, reason);
    if (message) assert.match(error.message, message);
    return true;
  });

test("instructions that other terminals do not know are refused, not left to the engine", async () => {
  const engineTakes = (wasm: Uint8Array) => assert.ok(WebAssembly.validate(Uint8Array.from(wasm)));
  const foreign: Record<string, number[]> = {
    "a tail call": [0x12, 0],
    "an atomic fence": [0xfe, 0x03, 0],
    "a null reference": [0xd0, 0x70, drop],
    "a relaxed vector": [0xfd, 0x0c, ...Array(16).fill(0), 0xfd, 0x0c, ...Array(16).fill(0), 0xfd, 0x80, 0x02, drop],
    "a block of another type": [0x02, 0x70, 0xd0, 0x70, 0x0b, drop],
    "a typed select": [...constant(0), ...constant(0), ...constant(0), 0x1c, 1, 0x7f, drop],
  };
  for (const [what, body] of Object.entries(foreign)) {
    const wasm = command({ body });
    engineTakes(wasm);
    assert.throws(() => readForm(wasm), /no release program/, what);
  }
});

test("sections are where they belong, once", async () => {
  const good = command({});
  readForm(good);
  const [type, rest] = [good.subarray(8, 14), good.subarray(14)];
  assert.throws(() => readForm(Buffer.concat([good.subarray(0, 8), type, type, rest])), /not in its place/);
  await fails("unfit", { sections: { 13: [1, 0, 0] } }, /section 13/); // tags of exceptions
  await fails("unfit", { sections: { 5: [2, 0, 1, 0, 1] } }, /several memories/);
  await fails("unfit", { sections: { 4: [1, 0x6f, 0, 1] } }, /other things than functions/);
  await fails("unfit", { memory: [4, 1] }, /64-bit/);
  await fails("unfit", { start: 7 }, /start function/);
  // Valid form, and yet nothing that runs: the engine says so.
  await fails("unfit", { body: [drop] });
});

test("memory.grow: to the bound, beyond it, and where the module itself ends it", async () => {
  // The program writes what memory.grow gave, from address 64.
  const given = async (memory: number[], pages: number): Promise<number> => {
    const body = [...store(64, grow(pages)), ...write(0, 64, 4)];
    return (await run({ imports: ["fd_write"], body, memory })).readInt32LE();
  };
  assert.equal(await given([0, 1], 1023), 1);
  assert.equal(await given([0, 1], 0), 1);
  assert.equal(await given([1, 1, 3], 2), 1);
  assert.equal(await given([1, 1, 3], 3), -1); // its own end: no more than WebAssembly says
  assert.equal(await given([0, 1], 65536), -1); // beyond 4 GiB
  await fails("memory", { body: [...grow(1024), drop] });
  await fails("memory", { body: [...grow(1024), drop], memory: [1, 1, ...leb(1025)] });
  await fails("memory", { body: [...grow(65535), drop] });
  await fails("unfit", { memory: [0, ...leb(1025)] }, /begins with/);
});

test("memory.grow is bound in every function and depth", async () => {
  const inner = [0x02, 0x40, 0x03, 0x40, ...grow(1024), drop, 0x0b, 0x0b];
  await fails("memory", { body: [0x10, 1], others: [inner] });
  // Bytes that look like it within constants and offsets are let alone.
  const body = [...store(64, [0x41, 0xc0, 0x80, 0x00]), 0x41, 0x40, drop, ...write(0, 64, 4)];
  assert.equal((await run({ imports: ["fd_write"], body })).readInt32LE(), 64);
});

test("a start function runs first, and finds what _start finds", async () => {
  const data = "ab";
  const second = { imports: ["fd_write"] as const, data, body: write(0, 65, 1), others: [write(0, 64, 1)], start: 2 };
  assert.equal(String(await run(second)), "ab");
});

test("clocks: one stands at the payment, the other ticks", async () => {
  const body = [
    ...clock(0, 64),
    ...clock(1, 72),
    ...clock(1, 80),
    ...store(88, [...constant(2), 0x42, 0, ...constant(0), 0x10, 1]),
    ...write(0, 64, 28),
  ];
  const out = await run({ imports: ["fd_write", "clock_time_get"], body });
  assert.equal(out.readBigUInt64LE(0), BigInt(purchase().paidAt) * 1_000_000_000n);
  assert.deepEqual([out.readBigUInt64LE(8), out.readBigUInt64LE(16)], [1_000_000n, 2_000_000n]);
  assert.equal(out.readInt32LE(24), 28); // EINVAL: there is no third
});

function clock(id: number, at: number): number[] {
  return [...constant(id), 0x42, 0, ...constant(at), 0x10, 1, drop];
}

test("there are three descriptors and no fourth", async () => {
  const errno = async (name: "fd_close" | "fd_sync" | "fd_datasync", fd: number): Promise<number> =>
    (await run({ imports: ["fd_write", name], body: [...store(64, call(1, fd)), ...write(0, 64, 4)] })).readInt32LE();
  for (const fd of [0, 1, 2]) assert.equal(await errno("fd_sync", fd), 0);
  for (const fd of [3, 4, 0x7fffffff]) assert.equal(await errno("fd_sync", fd), 8);
  const closing = { imports: ["fd_write", "fd_close"] as const, body: [...call(1, 1), drop, ...write(0, 64, 1)] };
  assert.equal(String(await run(closing)), ""); // a closed one takes nothing
});

test("the section comes in as many pieces as are asked for, and ends", async () => {
  // Two buffers of 3 and 4 bytes, then one of 4: of ten bytes, 3 are left at the end.
  const buffers = [
    ...store(16, constant(64)),
    ...store(20, constant(3)),
    ...store(24, constant(67)),
    ...store(28, constant(4)),
  ];
  const read = (list: number, count: number, at: number): number[] => [...call(0, 0, list, count, at), drop];
  const body = [
    ...buffers,
    ...read(16, 2, 32),
    ...store(16, constant(71)),
    ...store(20, constant(4)),
    ...read(16, 1, 36),
  ];
  const out = await run({ imports: ["fd_read", "fd_write"], body: [...body, ...write(1, 32, 42)] }, "0123456789");
  assert.deepEqual([out.readInt32LE(0), out.readInt32LE(4)], [7, 3]);
  assert.equal(String(out.subarray(32)), "0123456789");
});

test("a place outside the memory is an error, and nothing else", async () => {
  const body = [...store(64, call(1, 65530, 7)), ...store(68, [0x41, 0x7f, 0x41, 0x7f, 0x10, 1]), ...write(0, 64, 8)];
  const out = await run({ imports: ["fd_write", "random_get"], body });
  assert.deepEqual([out.readInt32LE(0), out.readInt32LE(4)], [21, 21]);
});

test("failures say why, and what the program said", async () => {
  const says = [...store(0, constant(64)), ...store(4, constant(11)), ...call(0, 2, 0, 1, 8), drop];
  const data = "no\u001b[2J tea\n";
  await fails(
    "exit",
    { imports: ["fd_write", "proc_exit"], data, body: [...says, ...call(1, 7)] },
    /status 7; it said "no\[2J tea"/,
  );
  await fails("trap", { imports: ["fd_write"], data, body: [...says, unreachable] }, /unreachable.*it said/);
  await fails("depth", { body: [0x10, 0] }, /too deep/);
  await fails("files", { imports: ["path_unlink_file"], body: [...call(0, 3, 0, 0), drop] });
  await fails("network", { imports: ["sock_shutdown"], body: [...call(0, 3, 0), drop] });
  const far = [...constant(65536), 0x0b, 1, 0x21];
  await fails("trap", { sections: { 11: [1, 0, ...far] } });
});

test("a failure of the streams is not the program's", async () => {
  const program = await compileProgram(command({ imports: ["fd_write"], body: write(0, 64, 1) }));
  const full = new Error("disk is full");
  const write_ = (): void => {
    throw full;
  };
  await assert.rejects(runProgram(program, purchase(), { size: 0, read: () => new Uint8Array(), write: write_ }), full);
});

test("a tag of another order stops the run before it begins", async () => {
  const program = await compileProgram(command({}));
  const other = { ...purchase(), order: toHash(new Uint8Array(32)) };
  const streams = { size: 0, read: () => new Uint8Array(), write: () => assert.fail("it wrote") };
  await assert.rejects(runProgram(program, other, streams), (error) => !(error instanceof ProgramError));
});

test("polling waits for nothing", async () => {
  // A clock of 2^62 ns, and reading descriptor 0 and 3.
  const at = 1024;
  const body = [
    ...constant(at + 24),
    ...[0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0xc0, 0x00],
    ...i64store,
    ...constant(at + 48 + 8),
    ...constant(1),
    ...i32store,
    ...store(at + 96 + 8, constant(1)),
    ...store(at + 96 + 16, constant(3)),
    ...store(64, call(1, at, 128, 3, 68)),
    ...write(0, 64, 64 + 96),
  ];
  const out = await run({ imports: ["fd_write", "poll_oneoff"], body });
  assert.deepEqual([out.readInt32LE(0), out.readInt32LE(4)], [0, 3]);
  const events = [0, 1, 2].map((i) => [out.readUInt16LE(64 + 32 * i + 8), out.readUInt32LE(64 + 32 * i + 10)]);
  assert.deepEqual(events, [
    [0, 0],
    [8, 1],
    [0, 1],
  ]);
});

test("limits grow with the section", () => {
  assert.deepEqual([0, 1, 1 << 20, (1 << 20) + 1].map(timeLimit), [30_000, 34_000, 34_000, 38_000]);
  assert.deepEqual([0, 10].map(outputLimit), [16 << 20, (16 << 20) + 40]);
});

test("a page that may compile nothing does not blame the program", async (t) => {
  const refused = new WebAssembly.CompileError("violates the policy");
  t.mock.method(WebAssembly, "compile", () => Promise.reject(refused));
  await assert.rejects(compileProgram(command({})), refused);
  await assert.rejects(compileProgram(command({ body: [drop] })), ProgramError);
});
