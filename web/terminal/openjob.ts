// The worker's end: opens what it is told to, and says how far it is.
//
// It is a worker's work: decryption keeps a thread busy, and a release program is a
// stranger's code that nobody but who ends the worker can stop.

import type { Collect } from "./collector.ts";
import { openWrap, type OpenJob } from "./open.ts";
import { OpenError } from "./openerror.ts";
import type { Phase } from "./progress.ts";
import type { Answer, Port, Request } from "./openprotocol.ts";

/** Serves a port, for as long as the worker lives. */
export function serveOpening(port: Port, collect?: Collect): void {
  let running: AbortController | undefined;
  port.addEventListener("message", ({ data }) => {
    const request = data as Request;
    if (request.type === "cancel") return running?.abort();
    if (running) return answer(port, { type: "error", kind: "internal", message: "the worker opens another wrap" });
    running = new AbortController();
    void open(port, request.job, running.signal, collect).finally(() => (running = undefined));
  });
}

async function open(port: Port, job: OpenJob, signal: AbortSignal, collect: Collect | undefined): Promise<void> {
  try {
    const progress = throttled((of) => answer(port, { type: "progress", ...of }));
    const opened = await openWrap(job, { signal, collect, progress });
    answer(port, { type: "result", opened });
  } catch (error) {
    const { message } = error instanceof Error ? error : { message: String(error) };
    answer(port, { type: "error", kind: error instanceof OpenError ? error.kind : "internal", message });
  }
}

type Tell = NonNullable<Parameters<typeof openWrap>[1]>["progress"] & {};

// A program's time begins and ends with these.
const reported: ReadonlySet<Phase> = new Set(["making", "made"]);

/** Tells of a phase's beginning and end, and in between not more often than a screen is drawn. */
function throttled(tell: Tell): Tell {
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (!reported.has(progress.phase) && progress.done < progress.total && now - last < 50) return;
    last = now;
    tell(progress);
  };
}

function answer(port: Port, message: Answer): void {
  port.postMessage(message);
}
