// The camera reads a code from its frames, and is off when it did.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { filmOf } from "./film.ts";
import { modulesOf, textOf } from "./products.ts";
import { launch, serve, type Site, visit } from "./site.ts";

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
