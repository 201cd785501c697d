// The protocol's test vectors, as testdata/vectors keeps them: one JSON file a
// case. Their README says what the members and the classes mean.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const folder = new URL("../../testdata/vectors/", import.meta.url);

/** How far a correct implementation gets with a case. */
export type Class = "parse" | "verify" | "authenticate" | "ok";

/** One case. */
export interface Vector {
  part: string;
  expect: Class;
  comment: string;
  in: Record<string, unknown>;
  out: Record<string, unknown>;
}

/** What refuses a case says in which class it does. */
export class Refusal extends Error {
  readonly class: Exclude<Class, "ok">;

  constructor(refusedIn: Exclude<Class, "ok">, cause: unknown) {
    super(`${refusedIn}: ${String(cause)}`, { cause });
    this.class = refusedIn;
  }
}

/** Runs a step, which may be asynchronous, whose failure is a refusal of a class. */
export function step<T>(refusedIn: Exclude<Class, "ok">, run: () => T): T {
  const refuse = (cause: unknown): never => {
    if (cause instanceof TypeError || cause instanceof ReferenceError) throw cause; // a mistake in here
    throw cause instanceof Refusal ? cause : new Refusal(refusedIn, cause);
  };
  try {
    const out = run();
    return out instanceof Promise ? (out.catch(refuse) as T) : out;
  } catch (cause) {
    return refuse(cause);
  }
}

/** The parts that have files. */
export function parts(): string[] {
  return [
    ...new Set(
      names()
        .map((name) => name.split("_")[0] ?? "")
        .map((part) => (part === "order" ? "order_log" : part)),
    ),
  ];
}

function names(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();
}

/** The parts that were replayed. */
export const replayed = new Set<string>();

/**
 * Replays all cases of a part. `run` returns the members of `out`, or throws in
 * the class of the refusal by {@link step}.
 */
export function replay(
  part: string,
  run: (vector: Vector) => Record<string, unknown> | Promise<Record<string, unknown>>,
): void {
  assert.ok(!replayed.has(part), `part ${part} is replayed twice`);
  replayed.add(part);
  const files = names().filter((name) => name === `${part}.json` || name.startsWith(`${part}_`));
  test(`vectors of ${part}`, async (t) => {
    assert.ok(files.length > 0, `no vectors of ${part}`);
    const shown = new Set<string>();
    const read = new Set<string>();
    for (const name of files) {
      const vector = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Vector;
      assert.equal(vector.part, part, name);
      assert.deepEqual(
        Object.keys(vector).filter((member) => !members.has(member)),
        [],
        name,
      );
      for (const member of Object.keys(vector.in)) shown.add(member);
      await t.test(name, async () => check({ ...vector, in: watched(vector.in, read) }, run));
    }
    assert.deepEqual(
      [...shown].filter((member) => !read.has(member)),
      [],
      "members that no case was asked for",
    );
  });
}

const members = new Set(["part", "expect", "comment", "in", "out"]);

/** Members that note which of them are read. */
function watched(of: Record<string, unknown>, read: Set<string>): Record<string, unknown> {
  return new Proxy(of, {
    get(target, name) {
      if (typeof name === "string") read.add(name);
      return Reflect.get(target, name) as unknown;
    },
  });
}

async function check(vector: Vector, run: Parameters<typeof replay>[1]): Promise<void> {
  let out: Record<string, unknown>;
  try {
    out = await run(vector);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    assert.equal(error.class, vector.expect, `${vector.comment}: ${error.message}`);
    return;
  }
  assert.equal("ok", vector.expect, `${vector.comment}: it was taken`);
  assert.deepEqual(out, vector.out ?? {}, vector.comment);
}
