// The camera reads a code from its frames, and is off when it did.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { modulesOf, textOf } from "./products.ts";
import { launch, serve, type Site, visit } from "./site.ts";

const size = { width: 1280, height: 720 };
const frames = 10;

let browser: Browser;
let site: Site;
let folder: string;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "camera-"));
  const film = join(folder, "code.y4m");
  writeFileSync(film, filmOf(modulesOf(textOf({ title: "Filmed" }, true))));
  const fake = ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${film}`];
  [browser, site] = await Promise.all([launch(fake), serve()]);
});
after(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

test("a code is read from the camera's frames", async () => {
  const { page, end } = await visit(browser, site, { permissions: ["camera"] });
  await page.addInitScript(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    const streams: MediaStream[] = [];
    Object.assign(window, { streams });
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      streams.push(stream);
      return stream;
    };
  });
  await page.goto(site.url);
  await page.getByRole("button", { name: "Use the camera" }).click();
  await page.getByRole("heading", { level: 1, name: "Filmed" }).waitFor();
  const live = await page.evaluate(() =>
    (window as unknown as { streams: MediaStream[] }).streams.flatMap((s) => s.getTracks()).map((t) => t.readyState),
  );
  assert.deepEqual(live, ["ended"], "the camera is still on");
  await end();
});

test("without leave the page says what to do instead", async () => {
  const { page, end } = await visit(browser, site);
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await page.goto(site.url);
  await page.getByRole("button", { name: "Use the camera" }).click();
  await page.getByText("choose a picture instead").waitFor();
  await end();
});

/** A film (YUV4MPEG2) in which a code comes closer, grey on brown. */
function filmOf(modules: readonly boolean[][]): Buffer {
  const parts = [Buffer.from(`YUV4MPEG2 W${size.width} H${size.height} F10:1 Ip A1:1 C420jpeg\n`)];
  for (let n = 0; n < frames; n++) parts.push(Buffer.from("FRAME\n"), frameOf(modules, 480 + (220 * n) / frames));
  return Buffer.concat(parts);
}

function frameOf(modules: readonly boolean[][], side: number): Buffer<ArrayBuffer> {
  const luma = Buffer.alloc(size.width * size.height, 90);
  const [left, top] = [(size.width - side) / 2, (size.height - side) / 2];
  for (let y = 0; y < size.height; y++) {
    const row = modules[Math.floor(((y - top) / side) * modules.length)];
    for (let x = 0; row && x < size.width; x++) {
      const dark = row[Math.floor(((x - left) / side) * modules.length)];
      if (dark !== undefined) luma[y * size.width + x] = dark ? 50 : 200;
    }
  }
  return Buffer.concat([luma, Buffer.alloc(luma.length / 2, 128)]);
}
