// A large file over HTTP, with bounds: on its size, on silence, and no redirects, so
// that nobody who is asked can fill this device, hold the page up or send it elsewhere.

import { blobCollector } from "../../terminal/collector.ts";
import { bounded, guarded, hostOf } from "../../terminal/fetching.ts";
import { Failure, said } from "../../terminal/failure.ts";
import { sizeText } from "../size.ts";
import type { Progress } from "./wrapcheck.ts";

const silence = 30_000; // milliseconds without a byte

/** What is fetched, and how much of it at most. */
export interface Wanted {
  readonly url: string;
  /** In bytes. */
  readonly most: number;
}

/** Fetches a file. @throws Failure "unreachable" naming the host alone; what the signal says where it is aborted */
export async function download(wanted: Wanted, signal: AbortSignal, progress: Progress): Promise<Blob> {
  const silent = new AbortController();
  const hush = (): ReturnType<typeof setTimeout> => setTimeout(() => silent.abort(), silence);
  let timer = hush();
  const heard = (done: number): void => {
    clearTimeout(timer);
    timer = hush();
    progress(done, wanted.most);
  };
  try {
    return await read(wanted, AbortSignal.any([signal, silent.signal]), heard);
  } catch (cause) {
    signal.throwIfAborted();
    const why = silent.signal.aborted ? `nothing came for ${silence / 1000} s` : said(cause);
    throw new Failure("unreachable", `${hostOf(wanted.url)}: ${why}`, [], cause);
  } finally {
    clearTimeout(timer);
  }
}

// The media type is not asked for: what comes is compared with what was signed.
async function read({ url, most }: Wanted, signal: AbortSignal, heard: (done: number) => void): Promise<Blob> {
  const response = await fetch(url, { ...guarded, signal });
  if (!response.ok || !response.body) throw new RangeError(`it answers with status ${response.status}`);
  const tooMuch = `it sends more than ${sizeText(most)}, which is more than this wrap has`;
  const collector = blobCollector();
  let size = 0;
  for await (const part of bounded(response, most, tooMuch)) {
    collector.write(part);
    heard((size += part.length));
  }
  return collector.finish();
}
