// Opening what was bought: every kind of content, and those who would misuse it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { BrowserContextOptions, Download, Page } from "playwright-core";
import { buy, deployment, type Keeping, type Purchasing, show } from "./bought.ts";
import { readAgreement, verifyAgreement } from "../../protocol/agreement.ts";
import { readFraud } from "../../protocol/fraud.ts";
import type { Product } from "../sealedwrap.ts";
import { noise } from "../stream.ts";
import { command } from "../wasmmodule.ts";
import { browser, site } from "./onsite.ts";
import { tarOf } from "./tar.ts";
import { serve, visit } from "./site.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

interface On extends Purchasing, Keeping {
  readonly options?: BrowserContextOptions;
}

/** Shows what was bought of a product, and does something with it. */
async function on(product: Product, work: (page: Page) => Promise<void>, of: On = {}): Promise<void> {
  const { page, end } = await visit(browser, site, of.options);
  await page.goto(site.url);
  await show(page, site.url, await buy(product, of), of);
  await work(page);
  await end();
}

const open = (page: Page): Promise<void> => page.getByRole("button", { name: "Open", exact: true }).click();

async function bytesOf(download: Promise<Download>): Promise<{ name: string; bytes: Buffer }> {
  const got = await download;
  return { name: got.suggestedFilename(), bytes: readFileSync(await got.path()) };
}

test("a text is opened by one button, shown and saved", () =>
  on({ sections: [{ name: "tale.txt", bytes: utf8("Once upon a time.\n\nThe end.") }] }, async (page) => {
    await page.getByText("Use it as you like").waitFor();
    await open(page);
    await page.getByText("Once upon a time.").waitFor();
    const saved = bytesOf(page.waitForEvent("download"));
    await page.getByRole("button", { name: "Save tale.txt" }).click();
    assert.deepEqual(await saved, { name: "tale.txt", bytes: Buffer.from("Once upon a time.\n\nThe end.") });
    await page.getByRole("button", { name: "Close tale.txt" }).click();
    assert.equal(await page.getByText("Once upon a time.").count(), 0);
  }));

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
    assert.ok((await shown.innerText()).length < 1_100_000);
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
    const shown = await drawing.evaluate((one) => [
      (one as HTMLImageElement).naturalWidth,
      (one as HTMLImageElement).src,
    ]);
    assert.equal(shown[0], 60);
    assert.match(String(shown[1]), /^data:image\/svg\+xml;base64,/);
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

const album = {
  name: "album",
  media: "inode/directory",
  bytes: tarOf({ "album.txt": "its own", "deep/": "", "deep/er/": "", "deep/er/leaf.txt": "a leaf", "empty/": "" }),
};

test("all is saved as one ZIP file, where nobody can choose a folder", () =>
  on({ sections: [{ name: "a.txt", bytes: utf8("a") }, album], title: "Tale: one" }, async (page) => {
    await page.evaluate(() => Object.defineProperty(window, "showDirectoryPicker", { value: undefined }));
    await open(page);
    await page.getByText("3 files").waitFor();
    const saved = bytesOf(page.waitForEvent("download"));
    await page.getByRole("button", { name: "Save all" }).click();
    const { name, bytes } = await saved;
    assert.equal(name, "Tale one.zip");
    for (const part of ["a.txt", "album/album.txt", "album/deep/er/leaf.txt", "a leaf"])
      assert.ok(bytes.includes(part), part);
    await page.getByText("Saved as Tale one.zip.").waitFor();
  }));

test("all is saved into a folder that the user chooses, over nothing that is there", () =>
  on({ sections: [{ name: "a.txt", bytes: utf8("a") }, album], title: "Tale" }, async (page) => {
    await page.evaluate(() => {
      const showDirectoryPicker = async (): Promise<FileSystemDirectoryHandle> =>
        (await navigator.storage.getDirectory()).getDirectoryHandle("chosen", { create: true });
      Object.defineProperty(window, "showDirectoryPicker", { value: showDirectoryPicker });
    });
    await open(page);
    for (const folder of ["Tale", "Tale \\(2\\)"]) {
      await page.getByRole("button", { name: "Save all" }).click();
      await page.getByText(new RegExp(`^Saved in the folder ${folder}\\.$`)).waitFor();
    }
    const found = await page.evaluate(async () => {
      const list = async (at: FileSystemDirectoryHandle, path: string): Promise<string[]> => {
        const names: string[] = [];
        for await (const [name, handle] of at as unknown as AsyncIterable<[string, FileSystemHandle]>) {
          const below = `${path}${name}`;
          if (handle.kind === "directory")
            names.push(`${below}/`, ...(await list(handle as FileSystemDirectoryHandle, `${below}/`)));
          else names.push(`${below}=${await (await (handle as FileSystemFileHandle).getFile()).text()}`);
        }
        return names;
      };
      return list(await (await navigator.storage.getDirectory()).getDirectoryHandle("chosen"), "");
    });
    const tree = [
      "a.txt=a",
      "album/",
      "album/album.txt=its own",
      "album/deep/",
      "album/deep/er/",
      "album/deep/er/leaf.txt=a leaf",
      "album/empty/",
    ];
    const all = ["Tale", "Tale (2)"].flatMap((root) => [`${root}/`, ...tree.map((path) => `${root}/${path}`)]);
    assert.deepEqual(found.sort(), all.sort());
  }));

test("a wrap that was changed in its last byte shows nothing, and another copy opens", async () => {
  const bought = await buy({
    sections: [
      { name: "long.txt", bytes: utf8("It was a dark night.\n" + Buffer.from(noise(2_000_000)).toString("base64")) },
    ],
  });
  const damaged = Uint8Array.from(bought.wrap);
  // The list of pieces comes last, and after it the directory: the byte is the section's.
  damaged[Buffer.from(damaged).lastIndexOf("PK\x03\x04") - 1]! ^= 1;
  const { page, end } = await visit(browser, site);
  await page.goto(site.url);
  await show(page, site.url, bought, { wrap: damaged });
  await open(page);
  await page.getByRole("heading", { name: "This copy of the file is damaged" }).waitFor();
  assert.equal(await page.getByText("dark night").count(), 0);
  assert.equal(await page.getByRole("button", { name: /^Save/ }).count(), 0);
  await page.getByRole("button", { name: "Choose the file" }).click();
  const whole = { name: "other.wrap", mimeType: "", buffer: Buffer.from(bought.wrap) };
  await page.setInputFiles("#wrapfile", { ...whole, buffer: Buffer.from(damaged) });
  await page.getByText("is not the file of").waitFor();
  await page.setInputFiles("#wrapfile", whole);
  await page.getByText("dark night").waitFor();
  await end();
});

test("limited openings are counted, warned of, and end kindly", () =>
  on({ sections: [{ name: "a.txt", bytes: utf8("a tale") }], rights: [[["display", "count=2"]]] }, async (page) => {
    await page.getByText("2 of 2 openings left here").waitFor();
    await open(page);
    await page.getByText("a tale").waitFor();
    await page.getByText("1 of 2 openings left here").waitFor();
    await page.getByRole("button", { name: "← Back to the product" }).click(); // is no new opening
    await page.getByRole("heading", { name: "What you can buy" }).waitFor();
    await page.goBack();
    await page.getByText("a tale").waitFor();
    await page.reload();
    await page.getByText("This is the last opening that you bought.").waitFor();
    await open(page);
    await page.getByText("a tale").waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "This was for a limited use, which is over" }).waitFor();
    await page.getByText("Nothing was deleted").waitFor();
    assert.equal(await page.getByRole("button", { name: "Open", exact: true }).count(), 0);
  }));

/** Runs in the page: its worker is at it for ever. */
function neverFinish(): void {
  const listen = Worker.prototype.addEventListener as (type: string, listener: (event: Event) => void) => void;
  Worker.prototype.addEventListener = function (this: Worker, type: string, listener: (event: Event) => void) {
    const isResult = (event: Event): boolean => (event as MessageEvent<{ type?: string }>).data?.type === "result";
    listen.call(this, type, (event) => isResult(event) || listener(event));
  } as typeof Worker.prototype.addEventListener;
}

test("an opening that was cancelled or failed is not counted; a crash is", async () => {
  const bought = await buy({ sections: [{ name: "a", bytes: noise(1 << 20) }], rights: [[["use", "count=2"]]] });
  const { page, end } = await visit(browser, site);
  await page.addInitScript(neverFinish);
  await page.goto(site.url);
  await show(page, site.url, bought);
  await open(page);
  await page.getByText("Opening a …").waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("2 of 2 openings left here").waitFor();
  await open(page);
  await page.getByText("Opening a …").waitFor();
  await page.reload();
  await page.getByText("1 of 2 openings left here").waitFor();
  await end();
});

test("a fraud is shown with its proof, and what is whole opens", () => {
  const sections = [
    { name: "whole.txt", bytes: utf8("whole") },
    { name: "less.txt", bytes: utf8("less"), size: 5 },
  ];
  return on({ sections }, async (page) => {
    await open(page);
    await page.getByRole("heading", { name: "less.txt is not what its publisher signed" }).waitFor();
    await page.getByText("the proof holds the key of what you bought").waitFor();
    const saved = bytesOf(page.waitForEvent("download"));
    await page.getByRole("button", { name: "Save the proof" }).click();
    const { name, bytes } = await saved;
    assert.equal(name, "fraud-1.json");
    const proof = readFraud(bytes);
    assert.deepEqual([proof.kind, proof.section], ["content", 1]);
    await page.getByRole("button", { name: "Read whole.txt" }).click();
    await page.getByText("whole", { exact: true }).waitFor();
  });
});

test("where a program fails, its part is there as it is", () =>
  on(
    { sections: [{ name: "tale.txt", bytes: utf8("A tale"), program: true }], program: command({ body: [0] }) },
    async (page) => {
      await open(page);
      await page.getByRole("heading", { name: "Your own copy of tale.txt could not be made" }).waitFor();
      const saved = bytesOf(page.waitForEvent("download"));
      await page.getByRole("button", { name: "Save tale.txt.raw" }).click();
      assert.deepEqual(await saved, { name: "tale.txt.raw", bytes: Buffer.from("A tale") });
    },
  ));

test("without a receipt a program waits for it, and says so; as it is, it opens", () =>
  on(
    { sections: [{ name: "tale.txt", bytes: utf8("A tale"), program: true }], program: command({ body: [] }) },
    async (page) => {
      await open(page);
      await page.getByRole("heading", { name: "It waits for your receipt" }).waitFor();
      await page.getByRole("button", { name: "Open it as it is" }).click();
      await page.getByRole("button", { name: "Save tale.txt.raw" }).waitFor();
      await page.getByText("The committee's receipt is not here yet.").waitFor();
    },
    { receipt: false },
  ));

test("without a receipt all else opens", () =>
  on(
    { sections: [{ name: "tale.txt", bytes: utf8("A tale") }] },
    async (page) => {
      await open(page);
      await page.getByText("A tale", { exact: true }).waitFor();
      await page.getByText("What you bought opens without it").waitFor();
      await page.getByRole("button", { name: "Ask for it again" }).waitFor();
    },
    { receipt: false },
  ));

test("the receipt is told in words, and saved as its bytes", async () => {
  const bought = await buy({
    sections: [{ name: "tale.txt", bytes: utf8("A tale") }],
    rights: [[["print", "count=3"]]],
  });
  const { page, end } = await visit(browser, site);
  await page.goto(site.url);
  await show(page, site.url, bought);
  await open(page);
  const card = page.locator(".receipt");
  for (const words of [
    "verified",
    "0.000000000000001 ETH",
    "15 January 2027, 08:00 UTC",
    bought.purchase.order!.hash,
    "Print it up to 3 times",
  ])
    await card.getByText(words).waitFor();
  const saved = bytesOf(page.waitForEvent("download"));
  await card.getByRole("button", { name: "Save the receipt" }).click();
  const { name, bytes } = await saved;
  assert.equal(name, "rights.json");
  verifyAgreement(readAgreement(bytes), deployment);
  await end();
});

test("what was opened once opens again without anybody, and without a network", async () => {
  const own = await serve();
  const bought = await buy({
    sections: [{ name: "a.html", media: "text/html", bytes: utf8("<h1>Read offline</h1>") }],
  });
  const { page, context, end } = await visit(browser, own);
  await page.goto(own.url);
  await page.getByText("opens without a network").waitFor();
  await show(page, own.url, bought, { file: false });
  await open(page);
  await page.getByRole("heading", { name: "Where is the product's file?" }).waitFor();
  await page.setInputFiles("#wrapfile", { name: "a.wrap", mimeType: "", buffer: Buffer.from(bought.wrap) });
  await page.frameLocator("iframe.document").getByRole("heading", { name: "Read offline" }).waitFor();
  await own.close();
  await context.setOffline(true);
  await page.reload();
  await page.getByText("You have opened it before.").waitFor();
  await open(page);
  await page.frameLocator("iframe.document").getByRole("heading", { name: "Read offline" }).waitFor();
  await end();
});

test("large files are on the disk while they are shown, and removed with their visit", async () => {
  const bytes = noise(12 << 20);
  await on(
    {
      sections: [
        { name: "large.bin", media: "application/octet-stream", bytes },
        { name: "b.txt", bytes: utf8("b") },
      ],
    },
    async (page) => {
      await open(page);
      const saved = bytesOf(page.waitForEvent("download"));
      await page.getByRole("button", { name: "Save large.bin" }).click();
      assert.ok((await saved).bytes.equals(bytes));
      assert.deepEqual(
        (await onDisk(page)).filter((size) => size > 0),
        [bytes.length],
      );
      await page.reload();
      await page.getByRole("button", { name: "Open", exact: true }).waitFor();
      await page.waitForFunction(async () => {
        const opened = await (await navigator.storage.getDirectory()).getDirectoryHandle("opened");
        for await (const _ of opened as unknown as AsyncIterable<unknown>) return false;
        return true;
      });
    },
  );
});

/** The sizes of the files of all folders of openings. */
function onDisk(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    type Listed<T> = AsyncIterable<[string, T]>;
    const sizes: number[] = [];
    const opened = await (await navigator.storage.getDirectory()).getDirectoryHandle("opened");
    for await (const [, folder] of opened as unknown as Listed<FileSystemDirectoryHandle>)
      for await (const [, file] of folder as unknown as Listed<FileSystemFileHandle>) {
        sizes.push(
          await file.getFile().then(
            ({ size }) => size,
            () => 0,
          ),
        ); // a spare one is held by its worker
      }
    return sizes;
  });
}
