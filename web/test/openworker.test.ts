// Opening in a worker, by the messages that a page sends.

import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { openInWorker, type OpenWorker } from "../terminal/openclient.ts";
import type { Opened } from "../terminal/open.ts";
import { OpenError, type OpenKind } from "../terminal/openerror.ts";
import type { Answer } from "../terminal/openprotocol.ts";
import type { Progress } from "../terminal/progress.ts";
import { openWorker } from "./port.ts";
import { seal } from "./sealedwrap.ts";
import { noise, stream } from "./stream.ts";
import { command } from "./wasmmodule.ts";

const text = (s: string): Uint8Array => new TextEncoder().encode(s);
const endless = command({ body: [0x03, 0x40, 0x0c, 0, 0x0b] });

async function contents({ sections }: Opened): Promise<[string, string][]> {
  const files = sections.flatMap(({ files }) => files);
  return Promise.all(
    files.map(async ({ path, blob }) => [path, Buffer.from(await blob.arrayBuffer()).toString()] as [string, string]),
  );
}

const isOf = (kind: OpenKind) => (error: unknown) => error instanceof OpenError && error.kind === kind;

test("a worker opens a wrap, tells how far it is, and ends", async () => {
  const wrap = await seal({
    sections: [
      { name: "a.txt", bytes: text("a tale") },
      { name: "long", bytes: stream("long", 2 << 20) },
    ],
  });
  const seen: Progress[] = [];
  const job = { ...wrap.job(0), wrap: new Blob([Uint8Array.from(wrap.wrap)]) };
  const opened = await openInWorker(openWorker, job, { progress: (p) => seen.push(p) });
  const [first, second] = await contents(opened);
  assert.deepEqual(first, ["a.txt", "a tale"]);
  assert.equal(second![1], Buffer.from(stream("long", 2 << 20)).toString());
  assert.ok(opened.agreement !== "no receipt" && opened.agreement !== "reserved");
  for (const section of [0, 1]) {
    const done = seen.filter((p) => p.section === section && p.phase === "opening").at(-1)!;
    assert.equal(done.done, done.total);
  }
});

test("errors come with their kinds", async () => {
  const wrap = await seal({ sections: [{ name: "a.txt", bytes: text("a tale") }] });
  await assert.rejects(openInWorker(openWorker, { ...wrap.job(0), tier: 1 }), isOf("danger"));
  await assert.rejects(openInWorker(openWorker, { ...wrap.job(0), wrap: text("none") }), isOf("damage"));
});

test("a program without end is ended from outside, and the rest opens", async () => {
  const sections = [
    { name: "first", bytes: text("first") },
    { name: "made", bytes: text("its own"), program: true },
    { name: "last", bytes: text("last") },
  ];
  const wrap = await seal({ sections, program: endless });
  let workers = 0;
  const spawn = (): OpenWorker => (workers++, openWorker());
  const opened = await openInWorker(spawn, wrap.job(0), { timeLimit: () => 100 });
  assert.deepEqual(await contents(opened), [
    ["first", "first"],
    ["made.raw", "its own"],
    ["last", "last"],
  ]);
  assert.equal(opened.sections[1]!.failure?.reason, "time");
  assert.equal(workers, 2);
});

test("whoever leaves off ends the worker, also while a program runs", async () => {
  const wrap = await seal({ sections: [{ name: "made", bytes: text("its own"), program: true }], program: endless });
  const controller = new AbortController();
  const progress = ({ phase }: Progress): void => {
    if (phase === "making") controller.abort();
  };
  const left = openInWorker(openWorker, wrap.job(0), { signal: controller.signal, progress });
  await assert.rejects(left, isOf("cancelled"));
  const never = (): OpenWorker => assert.fail("a worker was started");
  await assert.rejects(openInWorker(never, wrap.job(0), { signal: controller.signal }), isOf("cancelled"));
});

test("a worker that cannot start is an error, not a wait", async () => {
  const wrap = await seal({ sections: [{ name: "a.txt", bytes: text("a tale") }] });
  const broken = (): OpenWorker => {
    const worker = new Worker("throw new Error('no memory')", { eval: true });
    return {
      postMessage: (message) => worker.postMessage(message),
      addEventListener: (type: string, listener: (event: never) => void) =>
        void worker.on(type, (of) => listener(of as never)),
      terminate: () => void worker.terminate(),
    };
  };
  await assert.rejects(openInWorker(broken, wrap.job(0)), /no memory/);
});

test("messages: a cancel stops what is being read, and a second start is refused", async () => {
  const wrap = await seal({ sections: [{ name: "long", bytes: noise(8 << 20) }] });
  const held = new Int32Array(new SharedArrayBuffer(4)); // it may be faster than what is said to it
  const worker = new Worker(new URL("./openworker.ts", import.meta.url), { workerData: held });
  try {
    const answers: Answer[] = [];
    worker.on("message", (answer: Answer) => answers.push(answer));
    const start = { type: "start", job: { ...wrap.job(0), wrap: new Blob([Uint8Array.from(wrap.wrap)]) } };
    worker.postMessage(start);
    worker.postMessage(start);
    while (!answers.some(({ type }) => type === "progress")) await once(worker, "message");
    worker.postMessage({ type: "cancel" });
    Atomics.store(held, 0, 1);
    Atomics.notify(held, 0);
    const ended = (): Answer[] => answers.filter(({ type }) => type === "error" || type === "result");
    while (ended().length < 2) await once(worker, "message");
    assert.deepEqual(
      ended().map((answer) => answer.type === "error" && answer.kind),
      ["internal", "cancelled"],
    );
    // And it serves again.
    worker.postMessage(start);
    while (ended().length < 3) await once(worker, "message");
    assert.equal(ended()[2]!.type, "result");
  } finally {
    await worker.terminate();
  }
});
