// The buyers' page in Firefox, from scanning to reading, and on a later day.

import { test } from "node:test";
import { startDemo } from "../demo.ts";
import { assertNothingWrong, buyAndRead, readAlone } from "./enginejourney.ts";
import { startFirefox } from "./firefox.ts";

test("Firefox: scans, pays, comes back, reads, and reads again without a network", async (t) => {
  const demo = await startDemo();
  t.after(demo.stop);
  const origins = [demo.page, ...demo.nodes].map((url) => new URL(url).origin);
  const page = await startFirefox({ may: (url) => /^(blob|data):/.test(url) || origins.includes(new URL(url).origin) });
  t.after(page.end);
  await buyAndRead(page, demo);
  assertNothingWrong(page);
  await readAlone(page, demo);
});
