// Out of the page: one file as a download, all of them into a folder that the user
// chooses, or into one ZIP file where the browser lets nobody choose one.

import type { OpenedFile } from "../../terminal/folder.ts";
import { saveAs } from "../saving.ts";
import { archiveOf, fitsArchive } from "./archive.ts";

/** Files, and folders that may have none. */
export interface Tree {
  readonly files: readonly OpenedFile[];
  readonly folders: readonly string[];
}

/** Saves a file under its own name. */
export function saveFile({ blob, path }: OpenedFile): void {
  saveAs(asBytes(blob), path.slice(path.lastIndexOf("/") + 1));
}

// Whatever they are, no browser opens them as a page of this one.
function asBytes(blob: Blob): Blob {
  return blob.slice(0, blob.size, "application/octet-stream");
}

type Picker = (options: { mode: "readwrite" }) => Promise<FileSystemDirectoryHandle>;

/** The browser's way to let its user choose a folder (File System Access), where it has one. */
function pickerOf(): Picker | undefined {
  const { showDirectoryPicker } = window as unknown as { showDirectoryPicker?: Picker };
  return showDirectoryPicker?.bind(window);
}

/** Saves all files below a new folder of this name, or as a ZIP file. It returns what became of it, in words. */
export async function saveAll(tree: Tree, title: string, tell: (words: string) => void): Promise<string> {
  const name = fileName(title);
  const picker = pickerOf();
  if (picker) return saveInto(await picker({ mode: "readwrite" }), tree, name, tell);
  if (!fitsArchive(tree.files)) return "Too much for one ZIP file: save the files one by one.";
  tell("Packing …");
  saveAs(await archiveOf(tree.files), `${name}.zip`);
  return `Saved as ${name}.zip.`;
}

async function saveInto(chosen: FileSystemDirectoryHandle, tree: Tree, name: string, tell: (words: string) => void) {
  const root = await newFolder(chosen, name);
  for (const path of tree.folders) await folderAt(root, path.split("/"));
  for (const [i, { path, blob }] of tree.files.entries()) {
    tell(`Saving ${i + 1} of ${tree.files.length} …`);
    const steps = path.split("/");
    const file = await (await folderAt(root, steps.slice(0, -1))).getFileHandle(steps.at(-1)!, { create: true });
    await blob.stream().pipeTo(await file.createWritable());
  }
  return `Saved in the folder ${root.name}.`;
}

/** A folder that was not there before, so that nothing is overwritten. */
async function newFolder(chosen: FileSystemDirectoryHandle, name: string): Promise<FileSystemDirectoryHandle> {
  for (let i = 1; ; i++) {
    const free = i === 1 ? name : `${name} (${i})`;
    const there = await chosen.getDirectoryHandle(free).then(
      () => true,
      (cause: DOMException) => cause.name === "TypeMismatchError",
    );
    if (!there) return chosen.getDirectoryHandle(free, { create: true });
  }
}

async function folderAt(root: FileSystemDirectoryHandle, steps: readonly string[]): Promise<FileSystemDirectoryHandle> {
  let at = root;
  for (const step of steps) at = await at.getDirectoryHandle(step, { create: true });
  return at;
}

/** A title as the name of a file, on every system. */
export function fileName(title: string): string {
  const name = title
    .replace(/[\p{C}<>:"/\\|?*]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\.+|\.+$/g, "");
  return Array.from(name).slice(0, 60).join("").trim() || "product";
}
