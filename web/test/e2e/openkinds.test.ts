// Each kind of content, shown as what it is, or kept for saving.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { soon } from "../eventually.ts";
import { browser } from "./onsite.ts";
import { tarOf } from "./tar.ts";
import { bytesOf, on, open, utf8 } from "./opened.ts";

test("the only text among other files is shown at once; of two neither is", async () => {
  const film = { name: "film.mp4", media: "video/mp4", bytes: new Uint8Array(9) };
  const tale = { name: "tale.txt", bytes: utf8("Once upon a time.") };
  await on({ sections: [film, tale] }, async (page) => {
    await open(page);
    await page.getByText("Once upon a time.").waitFor();
    await page.getByRole("button", { name: "Close tale.txt" }).waitFor();
  });
  await on({ sections: [{ ...tale, name: "other.txt" }, tale] }, async (page) => {
    await open(page);
    await page.getByRole("button", { name: "Read tale.txt" }).waitFor();
    assert.equal(await page.getByText("Once upon a time.").count(), 0);
  });
});

test("a long text comes a part at a time", () => {
  const line = "0123456789abcde\n"; // with a letter of two bytes at the border of two parts
  const text = line.repeat(65_535) + "0123456789abcdeä" + line.repeat(100_000);
  return on({ sections: [{ name: "long.txt", bytes: utf8(text) }] }, async (page) => {
    await open(page);
    const shown = page.locator(".text");
    await shown.first().waitFor();
    assert.ok((await shown.textContent())!.length < 1_100_000);
    for (let parts = 2; parts <= 3; parts++) {
      await page.getByRole("button", { name: /^Show more \(\d+ % is shown\)$/ }).click();
      await shown.nth(parts - 1).waitFor();
    }
    assert.equal((await shown.evaluateAll((all) => all.map((one) => one.textContent).join(""))).length, text.length);
    assert.equal(await page.getByRole("button", { name: /^Show more/ }).count(), 0);
  });
});

const essay = `# The lamp

It *burns* with **light**: \`on()\`.

> Who reads, sees.

1. one
2. two
   - inner

| a | b |
|---|---|
| 1 | 2 |

[A page](https://elsewhere.example/path), [a script](javascript:alert(1)), [mail](mailto:a@b.example),
![a picture](https://elsewhere.example/p.png) <img src=https://elsewhere.example/q.png onerror=alert(1)>

<script>document.title = "taken"</script>
`;

test("Markdown is read as it is meant, and nothing of it is markup", () =>
  on({ sections: [{ name: "essay.md", media: "text/markdown", bytes: utf8(essay) }] }, async (page) => {
    await open(page);
    const read = page.locator("div.prose");
    await read.getByRole("heading", { name: "The lamp" }).waitFor();
    assert.deepEqual(
      await Promise.all(
        ["em", "strong", "blockquote", "ol > li", "ol ul > li", "td"].map((at) => read.locator(at).count()),
      ),
      [1, 1, 1, 2, 1, 2],
    );
    assert.deepEqual(await read.locator("a").evaluateAll((all) => all.map((one) => one.outerHTML)), [
      '<a href="https://elsewhere.example/path" target="_blank" rel="noopener noreferrer">A page</a>',
    ]);
    const words = await read.innerText();
    for (const shown of [
      "(https://elsewhere.example/path)",
      "(javascript:alert(1))",
      "Picture: a picture",
      "<img src=",
      "<script>",
    ])
      assert.ok(words.includes(shown), `${shown} is not shown in ${words}`);
    assert.equal(await read.locator("img, script").count(), 0);
    assert.doesNotMatch(await page.title(), /taken/);
  }));

const png = readFileSync(new URL("../../../docs/code.png", import.meta.url));
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><script>top.document.title="taken"</script><image href="https://elsewhere.example/x.png"/><rect width="60" height="40"/></svg>';

/** A second of silence. */
function wav(): Uint8Array {
  const bytes = Buffer.alloc(44 + 8000, 0x80);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + 8000, 4);
  bytes.write("WAVEfmt ", 8);
  for (const [at, size, value] of [
    [16, 4, 16],
    [20, 2, 1],
    [22, 2, 1],
    [24, 4, 8000],
    [28, 4, 8000],
    [32, 2, 1],
    [34, 2, 8],
  ] as const)
    bytes.writeUIntLE(value, at, size);
  bytes.write("data", 36);
  bytes.writeUInt32LE(8000, 40);
  return bytes;
}

const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

/** A film of half a second, which the browser makes itself. */
async function webm(): Promise<Buffer> {
  const page = await browser.newPage();
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d")!;
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm" });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const stopped = new Promise((resolve) => (recorder.onstop = resolve));
    recorder.start();
    for (let i = 0; i < 10; i++) {
      context.fillStyle = `rgb(${i * 20} 90 120)`;
      context.fillRect(0, 0, 300, 150);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    recorder.stop();
    await stopped;
    return btoa(String.fromCharCode(...new Uint8Array(await new Blob(parts).arrayBuffer())));
  });
  await page.close();
  return Buffer.from(base64, "base64");
}

test("pictures, drawings, sounds, films and documents are shown by the browser, each as what it is", async () => {
  const sections = [
    { name: "code.png", media: "image/png", bytes: png },
    { name: "drawing.svg", media: "image/svg+xml", bytes: utf8(svg) },
    { name: "silence.wav", media: "audio/wav", bytes: wav() },
    { name: "film.webm", media: "video/webm", bytes: await webm() },
    { name: "paper.pdf", media: "application/pdf", bytes: utf8(pdf) },
  ];
  await on({ sections }, async (page) => {
    await open(page);
    await page.getByRole("button", { name: "Look code.png" }).click();
    await page.getByRole("img", { name: "code.png" }).waitFor();
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('img[alt="code.png"]')!.naturalWidth > 0);
    // Opened by itself a drawing may run its scripts: it has no address of the page's origin.
    await page.getByRole("button", { name: "Look drawing.svg" }).click();
    const drawing = page.frameLocator("iframe.document").getByRole("img", { name: "drawing.svg" });
    await drawing.waitFor();
    await soon(async () => assert.equal(await drawing.evaluate((one) => (one as HTMLImageElement).naturalWidth), 60));
    const source = await drawing.evaluate((one) => (one as HTMLImageElement).src);
    assert.match(source, /^data:image\/svg\+xml;base64,/);
    assert.equal(await page.locator(".place img").count(), 0);
    for (const [name, verb, tag] of [
      ["silence.wav", "Listen", "audio"],
      ["film.webm", "Watch", "video"],
    ] as const) {
      await page.getByRole("button", { name: `${verb} ${name}` }).click();
      await page.waitForFunction((of) => document.querySelector<HTMLMediaElement>(of)?.readyState, tag);
    }
    await page.getByRole("button", { name: "Read paper.pdf" }).click();
    const viewer = await page.evaluate(() => navigator.pdfViewerEnabled);
    if (viewer) await page.locator("iframe.document[src^='blob:']").waitFor();
    else await page.getByText("shows no PDF in a page").waitFor();
    assert.doesNotMatch(await page.title(), /taken/);
    assert.equal(await page.locator(".place > *").count(), 1, "one file is shown at a time");
  });
});

const papers = [
  ["two lines", "<p>One</p><p>Two</p>", (tall: number) => tall > 60 && tall < 250],
  ["a long one", "<p style='height:4000px'>Long</p>", (tall: number) => tall > 500],
  [
    "one as tall as its frame",
    "<body style='margin:0'><p style='height:100vh;margin:0'>All</p>",
    (tall: number) => tall > 500,
  ],
] as const;

for (const [name, html, isRight] of papers)
  test(`${name}: the frame of a document is as tall as what is in it, and no taller than the screen`, () =>
    on({ sections: [{ name: "a.html", media: "text/html", bytes: utf8(html) }] }, async (page) => {
      await open(page);
      await page.frameLocator("iframe.document").locator("p").first().waitFor();
      const tall = (await page.locator("iframe.document").boundingBox())!.height;
      assert.ok(isRight(tall), `${tall} pixels`);
    }));

test("where the browser has no viewer for PDF, the file is for saving", () =>
  on({ sections: [{ name: "paper.pdf", media: "application/pdf", bytes: utf8(pdf) }] }, async (page) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "pdfViewerEnabled", { value: false }));
    await page.reload();
    await open(page);
    await page.getByText("shows no PDF in a page: save it").waitFor();
    assert.equal(await page.locator("iframe").count(), 0);
  }));

test("what is not what it says it is, is not shown, and can be saved", () => {
  const html = "<html><script>top.document.title='taken'</script>";
  const names = ["a.png", "a.svg", "a.pdf", "a.mp3", "a.webm", "a.gif"];
  const files = [...names.map((name) => [name, html]), ["b.txt", "a\0b"]] as [string, string][];
  const sections = [{ name: "all", media: "inode/directory", bytes: tarOf(Object.fromEntries(files.sort())) }];
  return on({ sections }, async (page) => {
    await open(page);
    for (const name of [...names, "b.txt"]) {
      await page.getByRole("button", { name: new RegExp(`^(Look|Listen|Watch|Read) all/${name}$`) }).click();
      await page.locator(".place .note").filter({ hasText: "It is not shown here; it can be saved." }).waitFor();
      assert.equal(await page.locator(".place").locator("img, audio, video, iframe").count(), 0, name);
    }
    const saved = bytesOf(page.waitForEvent("download"));
    await page.getByRole("button", { name: "Save a.png" }).click();
    assert.deepEqual(await saved, { name: "a.png", bytes: Buffer.from(html) });
  });
});
