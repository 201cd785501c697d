// Node's workers and ports in the shape of a browser's.

import { Worker, type MessagePort } from "node:worker_threads";
import type { OpenWorker } from "../terminal/openclient.ts";
import type { Port } from "../terminal/openprotocol.ts";

/** A port of a worker. */
export function portOf(port: MessagePort | Worker): Port {
  return {
    postMessage: (message) => port.postMessage(message),
    addEventListener: (_, listener) => void port.on("message", (data: unknown) => listener({ data })),
  };
}

/** A worker that serves openings. */
export function openWorker(): OpenWorker {
  const worker = new Worker(new URL("./openworker.ts", import.meta.url));
  const listen = (type: "message" | "error", listener: (event: never) => void): void => {
    if (type === "message") worker.on("message", (data: unknown) => listener({ data } as never));
    else worker.on("error", (error) => listener(error as never));
  };
  return {
    postMessage: (message) => worker.postMessage(message),
    addEventListener: listen as OpenWorker["addEventListener"],
    terminate: () => void worker.terminate(),
  };
}
