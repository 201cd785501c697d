// What was opened: its files, each shown in place where the page can, and saved.

import type { OpenedFile } from "../../terminal/folder.ts";
import type { Opened, OpenedSection } from "../../terminal/open.ts";
import { said } from "../../terminal/failure.ts";
import { button, element } from "../element.ts";
import { sizeText } from "../size.ts";
import { Beside } from "./beside.ts";
import { Desk, fileRow } from "./filerow.ts";
import { folderList } from "./folderlist.ts";
import { saveAll, type Tree } from "./saving.ts";
import { failureNote, fraudNote } from "./troublenote.ts";

/** What is listed, and what ends it. */
export interface Contents {
  readonly element: HTMLElement;
  leave(): void;
}

/** Lists what was opened. A single file is shown at once, and so is the only text among others. */
export function contentsList({ sections }: Opened, title: string): Contents {
  const desk = new Desk();
  const tree: Tree = {
    files: sections.flatMap((section) => (section.fraud ? [] : section.files)),
    folders: sections.flatMap(({ folders }) => folders),
  };
  const showers = new Map<OpenedFile, Show>();
  const beside = new Beside(tree.files, ({ file, fragment }) => void showers.get(file)?.(fragment));
  const items = sections.map((section) => sectionItem(section, desk, beside, showers));
  const list = element("ul", { class: "contents" }, ...items);
  const all = tree.files.length + tree.folders.length > 1 && saveAllRow(tree, title);
  const shown = element(
    "section",
    { class: "card opened" },
    element("h2", { tabindex: "-1" }, "Here it is"),
    all,
    list,
  );
  if (sections.every(({ failure, fraud }) => !failure && !fraud)) onlyOne(shown, tree.files.length)?.click();
  return { element: shown, leave: () => desk.close() };
}

/** The button of what is shown without being asked for: nothing where there is a choice. */
function onlyOne(shown: HTMLElement, files: number): HTMLButtonElement | undefined {
  const buttons = [...shown.querySelectorAll<HTMLButtonElement>("button.show")];
  const chosen = files === 1 ? buttons : buttons.filter(({ dataset }) => dataset["text"] !== undefined);
  return chosen.length === 1 ? chosen[0] : undefined;
}

function saveAllRow(tree: Tree, title: string): HTMLElement {
  const told = element("span", { role: "status", class: "note" });
  const save = async (): Promise<void> => {
    const tell = (words: string): void => void (told.textContent = words);
    await saveAll(tree, title, tell).then(tell, (cause: unknown) =>
      tell(isDismissal(cause) ? "Nothing was saved." : `Not all of it was saved: ${said(cause)}`),
    );
  };
  const size = tree.files.reduce((sum, { blob }) => sum + blob.size, 0);
  return element(
    "p",
    { class: "acts" },
    button("Save all", save, { class: "button main" }),
    element("span", { class: "note" }, `${tree.files.length} files, ${sizeText(size)}`),
    told,
  );
}

/** Whether the user closed the browser's own window. */
function isDismissal(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === "AbortError";
}

/** Shows a file from a place in it. */
type Show = (fragment: string) => Promise<void>;

function sectionItem(section: OpenedSection, desk: Desk, beside: Beside, showers: Map<OpenedFile, Show>): HTMLElement {
  const { files, folders, name, failure, fraud } = section;
  if (fraud) return element("li", {}, fraudNote(section, fraud));
  if (folders.length > 0) {
    const list = folderList(name, files, desk, beside);
    for (const file of files) showers.set(file, (fragment) => list.show(file, fragment));
    return list.element;
  }
  const rows = files.map((file) => {
    const row = fileRow(file, file.path, desk, beside);
    showers.set(file, row.show);
    return row.element;
  });
  return element("li", {}, failure && failureNote(name, failure), ...rows);
}
