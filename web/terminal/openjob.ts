// The worker's end: opens what it is told to, and says how far it is.
//
// It is a worker's work: decryption keeps a thread busy, and a release program is a
// stranger's code that nobody but who ends the worker can stop.

import { contractsOf } from "../protocol/contracts.ts";
import { readHeader } from "../protocol/header.ts";
import { VerifiedHeader } from "../protocol/verifiedheader.ts";
import { toAddress } from "../protocol/word.ts";
import type { Collect } from "./collector.ts";
import { openWrap, type OpenJob, type OpenOptions } from "./open.ts";
import { OpenError } from "./openerror.ts";
import type { Phase } from "./progress.ts";
import type { Answer, Port, Request } from "./openprotocol.ts";

/** Serves a port, for as long as the worker lives. */
export function serveOpening(port: Port, collect?: Collect): void {
  let running: AbortController | undefined;
  let verified: VerifiedHeader | undefined;
  port.addEventListener("message", ({ data }) => {
    const request = data as Request;
    if (request.type === "cancel") return running?.abort();
    if (request.type === "prepare") {
      verified = prepare(request.header, request.escrow);
      return;
    }
    if (running) return answer(port, { type: "error", kind: "internal", message: "the worker opens another wrap" });
    running = new AbortController();
    const { signal } = running;
    void open(port, request.job, { signal, collect, verified }).finally(() => (running = undefined));
  });
}

async function open(port: Port, job: OpenJob, options: OpenOptions): Promise<void> {
  try {
    const progress = throttled((of) => answer(port, { type: "progress", ...of }));
    const opened = await openWrap(job, { ...options, progress });
    answer(port, { type: "result", opened });
  } catch (error) {
    const { message } = error instanceof Error ? error : { message: String(error) };
    answer(port, { type: "error", kind: error instanceof OpenError ? error.kind : "internal", message });
  }
}

/** Verifies a header; one that is refused is looked at again by the opening, which tells why. */
function prepare(header: Uint8Array, escrow: Uint8Array): VerifiedHeader | undefined {
  try {
    const at = toAddress(escrow);
    return VerifiedHeader.verify(readHeader(header), { escrow: at, ...contractsOf(at) });
  } catch {
    return undefined;
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
