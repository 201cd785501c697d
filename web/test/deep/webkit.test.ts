// The buyers' page in WebKit, which iPhones have: from scanning to reading, and on a later day.

import { test } from "node:test";
import { startDemo } from "../demo.ts";
import { assertNothingWrong, buyAndRead, readAlone } from "../e2e/enginejourney.ts";
import { startWebKit } from "./webkit.ts";

test("WebKit: scans, pays, comes back, reads, and reads again without a network", async (t) => {
  const demo = await startDemo();
  t.after(demo.stop);
  const origins = [demo.page, ...demo.nodes].map((url) => new URL(url).origin);
  const page = await startWebKit({ may: (url) => /^(blob|data):/.test(url) || origins.includes(new URL(url).origin) });
  t.after(page.end);
  await buyAndRead(page, demo);
  await page.look();
  assertNothingWrong(page);
  await readAlone(page, demo);
});
