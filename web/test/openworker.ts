// The worker of the tests: what a page's is, on a port of Node's. A test that gives it a
// word of shared memory has it stay where it first tells how far it is, until that is not 0.

import { parentPort, workerData } from "node:worker_threads";
import { serveOpening } from "../terminal/openjob.ts";
import type { Answer } from "../terminal/openprotocol.ts";
import { portOf } from "./port.ts";

const port = portOf(parentPort!);
const held = workerData as Int32Array | null;

serveOpening({
  ...port,
  postMessage(message) {
    port.postMessage(message);
    if (held && (message as Answer).type === "progress") Atomics.wait(held, 0, 0);
  },
});
