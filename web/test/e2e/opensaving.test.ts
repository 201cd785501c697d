// Saving what was opened: one file, all as a ZIP file, all into a folder; and where
// large files lie meanwhile.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { noise } from "../stream.ts";
import { tarOf } from "./tar.ts";
import { bytesOf, on, open, utf8 } from "./opened.ts";

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
