// What Chromium's processes hold, as the kernel accounts for them.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import type { Browser } from "playwright-core";

/** What a process held, in bytes resident. */
export interface Held {
  /** When it was looked at first, and at most since, with what it shares with other processes. */
  readonly before: number;
  readonly peak: number;
  /** The most without the pages of files, which are the browser's program and are there once for all processes. */
  readonly own: number;
}

/** What the renderer held that works most, which is the page's worker's; and the browser's own process. */
export interface BrowserHeld {
  readonly renderer: Held;
  readonly browser: Held;
}

/** Looks at a browser's processes, and returns how to look again. Linux alone tells of them. */
export async function watchMemory(browser: Browser): Promise<() => BrowserHeld> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const processes = processInfo.map(({ type, id }) => ({ type, id, before: bytesOf(id, "VmRSS") }));
  for (const { id } of processes) writeFileSync(`/proc/${id}/clear_refs`, "5"); // forgets the peak: proc(5)
  return () => {
    const held = (wanted: string): Held => {
      const all = processes
        .filter(({ type }) => type === wanted)
        .map(({ id, before }) => ({
          before,
          peak: bytesOf(id, "VmHWM"),
          own: bytesOf(id, "VmHWM") - bytesOf(id, "RssFile"),
        }));
      assert.ok(all.length > 0, `there is no process of the type ${wanted}`);
      return all.reduce((most, one) => (one.peak - one.before > most.peak - most.before ? one : most));
    };
    return { renderer: held("renderer"), browser: held("browser") };
  };
}

/** Milliseconds of processor time that all renderers of a browser have used, those that ended left out. */
export async function processorTime(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  return 1000 * renderers.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

function bytesOf(pid: number, field: string): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, "m").exec(status)?.[1];
  assert.ok(kilobytes, `process ${pid} tells of no ${field}`);
  return Number(kilobytes) * 1024;
}
